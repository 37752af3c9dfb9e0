"""The files a report is made of, and whether one of them was saved since.

Asking the file system for times and sizes a few times a second costs less than a millisecond for a project and works the same
on a network drive, where notices of change do not. Word and Excel save through temporary files (``~$…``, ``.tmp``), which are
left out; a state counts only when it stands still for two looks, so half a save is never built.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import ReportgenError
from reportgen.project import AGENCIES, FRAMES, Project
from reportgen.yamltext import load

State = dict[str, tuple[int, int]]
"""Path → time of the last change (nanoseconds) and size."""

MOST_NAMED = 3
PASSING = ("~$", ".~", ".tmp", ".dang-ghi-")
"""Beginnings and ends of the names of files that come and go while another is saved."""


def state_of(project: Project, name: str) -> State:
    """What stands on the disk of everything the report ``name`` may be made of."""
    found: State = {}
    for path in _files(project, name):
        try:
            facts = path.stat()
        except OSError:
            continue  # between two saves it is not there; the next look sees it
        found[str(path)] = (facts.st_mtime_ns, facts.st_size)
    return found


def changed(before: State, now: State) -> list[Path]:
    """The files saved between two looks; where none was, those added or removed.

    A report that cannot be read is looked at with every type there is: files come into sight then that nobody has saved.
    """
    saved = [path for path in before.keys() & now.keys() if before[path] != now[path]]
    return [Path(path) for path in sorted(saved or before.keys() ^ now.keys())]


def named(project: Project, files: list[Path]) -> str:
    """A few of the files by name, for people."""
    more = f" và {len(files) - MOST_NAMED} tệp khác" if len(files) > MOST_NAMED else ""
    return ", ".join(project.shown(path) for path in files[:MOST_NAMED]) + more


def _files(project: Project, name: str) -> Iterator[Path]:
    report = project.data / f"{name}.yml"
    yield report
    for folder in (project.data / name, project.data / AGENCIES, project.issued, project.templates / FRAMES):
        yield from _inside(folder)
    for kind in _types(project, report):
        yield from _inside(project.templates / kind)


def _types(project: Project, report: Path) -> list[str]:
    """The type of the report and those it inherits from; every type while the report cannot be read."""
    try:
        report_type = _text(report, "loai")
        kinds = []
        while report_type and report_type not in kinds:
            kinds.append(report_type)
            report_type = _text(project.templates / report_type / "loai.yml", "ke_thua")
    except (ReportgenError, OSError):
        return project.type_keys()
    return kinds


def _text(path: Path, key: str) -> str:
    entries = getattr(load(path, path.name), "entries", {})
    return getattr(entries.get(key), "text", "")


def _inside(folder: Path) -> Iterator[Path]:
    for root, _, files in os.walk(folder):
        for file in files:
            if not file.startswith(PASSING) and not file.endswith(PASSING):
                yield Path(root) / file
