"""The guard in front of a zipped office file: nothing is handed on that could hurt the machine.

Sizes written in the zip directory are never trusted: every member is unpacked here against a budget. No DOCTYPE (entity
bombs), no XML in an encoding the checks below cannot read, no macros.

``guarded_members`` unpacks a whole archive; ``GuardedZip`` unpacks a part when it is asked for, block by block, so that a
long sheet is never held in memory (what its parts say is then guarded by ``xml_events``).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

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


class GuardedZip:
    """A zipped file whose parts are unpacked on demand. Raises ZipFault, here and while unpacking."""

    def __init__(self, stream: BinaryIO):
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        if size > MAX_FILE:
            raise ZipFault("large")
        if stream.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
            raise ZipFault("other")
        try:
            self._archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError):
            raise ZipFault("broken") from None
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        self._infos = {info.filename: info for info in infos}
        if len(infos) > MAX_MEMBERS or len(self._infos) != len(infos):
            raise ZipFault("bomb", f"{len(infos)} phần")
        self._budget = 2 * MAX_TOTAL  # a sheet is passed over twice: for its merged areas, for its rows
        for info in infos:
            if info.filename.lower().endswith("vbaproject.bin"):
                raise ZipFault("macro", info.filename)
            if info.file_size > min(MAX_MEMBER, max(RATIO_FREE, info.compress_size * MAX_RATIO)):
                raise ZipFault("bomb", info.filename)

    def has(self, name: str) -> bool:
        """True if there is a part of this name."""
        return name in self._infos

    def blocks(self, name: str) -> Iterator[bytes]:
        """The part ``name``, unpacked block by block. ZipFault if it is missing, broken, or longer than it may be."""
        info = self._infos.get(name)
        if info is None:
            raise ZipFault("broken", name)
        limit, size = min(MAX_MEMBER, max(RATIO_FREE, info.compress_size * MAX_RATIO)), 0
        try:
            with self._archive.open(info) as stream:
                while block := stream.read(_BLOCK):
                    size += len(block)
                    self._budget -= len(block)
                    if size > limit or self._budget < 0:
                        raise ZipFault("bomb", name)
                    yield block
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise ZipFault("broken", name) from None


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
