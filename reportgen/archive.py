"""Zip files by the byte: members already compressed are put down as they are, nothing depends on the clock.

``zipfile`` would compress every member of every document again. A template keeps its unchanged members
compressed; a document costs the compression of what its figures changed. Dates are 1 January 1980, the oldest
a zip can say.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

from reportgen.noun import noun

STORED, DEFLATED = 0, 8
_VERSION, _UTF8, _FIRST_DAY = 20, 0x800, 33
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")


@noun
class Member:
    """One file inside a zip: its name, how it is compressed, check sum and size of what it was, and the
    packed bytes.
    """

    name: str
    method: int
    crc: int
    size: int
    packed: bytes


def pack(name: str, content: bytes, level: int = 6) -> Member:
    """Content compressed into a member."""
    press = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = press.compress(content) + press.flush()
    return Member(name, DEFLATED, zlib.crc32(content), len(content), packed)


def packed_members(archive: bytes) -> dict[str, Member]:
    """The members of a zip by name, still compressed. The zip must have been read safely before."""
    found: dict[str, Member] = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for info in opened.infolist():
            if info.is_dir():
                continue
            name_length, extra_length = struct.unpack_from("<HH", archive, info.header_offset + 26)
            start = info.header_offset + 30 + name_length + extra_length
            packed = archive[start : start + info.compress_size]
            found[info.filename] = Member(info.filename, info.compress_type, info.CRC, info.file_size, packed)
    return found


def join(members: Iterable[Member]) -> bytes:
    """The zip of these members in this order. Same members, same bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for member in members:
        name = member.name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (flags, member.method, 0, _FIRST_DAY, member.crc, len(member.packed), member.size, len(name))
        body += (_LOCAL.pack(0x04034B50, _VERSION, *facts, 0), name, member.packed)
        directory += (_CENTRAL.pack(0x02014B50, _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0, at), name)
        at += _LOCAL.size + len(name) + len(member.packed)
    listed = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*body, listed, _END.pack(0x06054B50, 0, 0, count, count, len(listed), at, 0)))
