"""The guard in front of a zipped office file: nothing is handed on that could hurt the machine.

Sizes written in the zip directory are never trusted: every member is unpacked here against a budget. No DOCTYPE (entity
bombs), no XML in an encoding the checks below cannot read, no macros.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from reportgen.pattern import Pattern

MAX_FILE = 20_000_000
MAX_MEMBERS = 2_000
MAX_MEMBER = 60_000_000
MAX_TOTAL = 90_000_000
MAX_RATIO = 250
RATIO_FREE = 1_000_000

OLE_START = b"\xd0\xcf\x11\xe0"
_BLOCK = 1 << 16
_DECLARED_ENCODING = Pattern(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


class ZipFault(Exception):
    """Why an archive is refused. ``kind``: large, bomb, broken, doctype, encoding, macro, other; ``detail`` names the part."""

    def __init__(self, kind: str, detail: str = ""):
        super().__init__(f"{kind} {detail}")
        self.kind, self.detail = kind, detail


def guarded_members(data: bytes) -> dict[str, bytes]:
    """The members of an archive by name. Raises ZipFault."""
    if len(data) > MAX_FILE:
        raise ZipFault("large")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise ZipFault("other")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise ZipFault("broken") from None
    for name, content in members.items():
        _refuse_unsafe(name, content)
    return members


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS or len({info.filename for info in infos}) != len(infos):
        raise ZipFault("bomb", f"{len(infos)} phần")
    members, budget = {}, MAX_TOTAL
    for info in infos:
        members[info.filename] = _read(archive, info, min(budget, MAX_MEMBER))
        budget -= len(members[info.filename])
    return members


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: int) -> bytes:
    limit = min(budget, max(RATIO_FREE, info.compress_size * MAX_RATIO))
    pieces, size = [], 0
    with archive.open(info) as stream:
        while block := stream.read(_BLOCK):
            size += len(block)
            if size > limit:
                raise ZipFault("bomb", info.filename)
            pieces.append(block)
    return b"".join(pieces)


def _refuse_unsafe(name: str, content: bytes) -> None:
    if name.lower().endswith("vbaproject.bin"):
        raise ZipFault("macro", name)
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return
    declared = _DECLARED_ENCODING.search(content[:300])
    if (
        content[:2] in (b"\xff\xfe", b"\xfe\xff")
        or b"\0" in content
        or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii"))
    ):
        raise ZipFault("encoding", name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ZipFault("doctype", name)
