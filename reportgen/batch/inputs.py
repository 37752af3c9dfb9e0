"""The files a batch is made of, by name and hash: for the manifest, and to tell a document that must be made again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.batch.manifest import versions
from reportgen.batch.options import Wish
from reportgen.batch.plan import Plan
from reportgen.output import digest
from reportgen.project import FRAMES, Project
from reportgen.template import Template


def shared_files(project: Project, plan: Plan, books: list[Path]) -> list[Path]:
    """Base, agencies, the type and those it builds on, frames, attachments of the base: whatever exists of them, sorted.

    The workbooks with the rows (``books``) are none of them: a changed row is a changed document, not ten thousand.
    """
    folders = [plan.kind.folder] if plan.kind.folder else []
    parent = plan.kind.parent
    while parent and (project.templates / parent).is_dir() and project.templates / parent not in folders:
        folders.append(project.templates / parent)
        parent = project.document_type(parent).parent
    folders += [project.templates / FRAMES, project.attachments(plan.base)]
    found = [path for folder in folders if folder.is_dir() for path in folder.rglob("*")]
    found += [plan.base.file] if plan.base.file else []
    found += (project.data / "co-quan").glob("*.yml")  # a row may name another agency than the base
    apart = {path.resolve() for path in books}
    return sorted(
        {path for path in found if path.is_file() and not path.name.startswith(("~$", ".")) and path.resolve() not in apart}
    )


def hashes(project: Project, files: list[Path]) -> list[dict[str, str]]:
    """Name and SHA-256 of each file."""
    return [{"file": project.shown(path), "sha256": file_digest(path)} for path in files]


def file_digest(path: Path) -> str:
    """SHA-256 of a file, without having it in memory."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def static_digest(plan: Plan, shared: list[dict[str, str]], wish: Wish) -> bytes:
    """A digest of all that makes a document besides its row: the shared files, the compiled template, the versions."""
    told = repr((shared, sorted(versions().items()), wish.type_key, plan.profile.key, template_digest(plan.template)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


def template_digest(template: Template) -> str:
    """A digest of the compiled template: its programs and its finished parts."""
    programs = [(name, program.source) for name, program in template.programs]
    members = [(member.name, member.crc, member.size) for member in template.members]
    return digest(repr((programs, members)).encode("utf-8", "surrogatepass"))
