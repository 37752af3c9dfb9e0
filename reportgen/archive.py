"""Zip files by the byte: members already compressed are put down as they are, nothing depends on the clock or the machine.

``zipfile`` would compress every member of every document again. A template keeps its unchanged members compressed, as one
``Opening`` that every document begins with, so that no offset in it ever changes; a document costs the compression of what
its figures changed. Dates are 1 January 1980, the oldest a zip can say.

Why libdeflate (the package ``deflate``) and not zlib: once a template is compiled, compression is the greater part of a
document. On page parts of 21, 37 and 64 kB, microseconds and bytes:

    zlib 6         430  720  640    4.687  7.250  6.460      what Python's zipfile does
    zlib 1         132  238  155    5.560  8.969  7.517
    libdeflate 1    80   91  163    5.192  8.314  7.236      what a document gets (FAST)
    libdeflate 6   226  295  435    4.725  7.273  6.541      what is packed once (GOOD)
    isal 1          51   68   65    5.502  8.900  7.596

isal is faster still, but its bytes depend on the processor: run under an emulator as a Core 2 all its levels gave other
bytes than as a Nehalem, and level 3 other bytes before and after AVX2. libdeflate gave the same bytes on all six processors
tried. zlib gives other bytes wherever the system brings zlib-ng instead (Fedora, Python 3.14 on Windows), so «same input,
same bytes» was true of one machine only; a library that comes inside its own wheel makes it true of every machine with the
same version. The wheel is one file per system for all Pythons from 3.11 on (abi3): Windows, macOS, Linux, Intel and ARM.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable

from deflate import crc32, deflate_compress

from reportgen.noun import noun

STORED, DEFLATED = 0, 8
FAST, GOOD = 1, 6
SHORT = 1_000
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


@noun
class Opening:
    """Members that many zips begin with, ready to be put down: ``body``, their part of the directory, how many they are."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0


NOTHING = Opening()


def pack(name: str, content: bytes, level: int = GOOD) -> Member:
    """Content compressed into a member; ``level`` is one of libdeflate's, 1 to 12.

    What is short is stored when it must be FAST: making a compressor ready takes 10 to 15 µs, and saves 400 bytes of it.
    """
    if level == FAST and len(content) < SHORT:
        return Member(name, STORED, crc32(content), len(content), content)
    return Member(name, DEFLATED, crc32(content), len(content), bytes(deflate_compress(content, level)))


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


def opening(members: Iterable[Member]) -> Opening:
    """These members in this order, to begin zips with."""
    body, directory, count = _put_down(members, 0)
    return Opening(b"".join(body), b"".join(directory), count)



def join(members: Iterable[Member], after: Opening = NOTHING) -> bytes:
    """The zip of an opening and these members in this order. Same members, same bytes."""
    body, directory, count = _put_down(members, len(after.body))
    listed = b"".join((after.directory, *directory))
    at = len(after.body) + sum(map(len, body))
    count += after.count
    return b"".join((after.body, *body, listed, _END.pack(0x06054B50, 0, 0, count, count, len(listed), at, 0)))


def _put_down(members: Iterable[Member], at: int) -> tuple[list[bytes], list[bytes], int]:
    """Bytes of the members and of their entries in the directory, and their count; the first stands at offset ``at``."""
    body: list[bytes] = []
    directory: list[bytes] = []
    for member in members:
        name = member.name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (flags, member.method, 0, _FIRST_DAY, member.crc, len(member.packed), member.size, len(name))
        body += (_LOCAL.pack(0x04034B50, _VERSION, *facts, 0), name, member.packed)
        directory += (_CENTRAL.pack(0x02014B50, _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0, at), name)
        at += _LOCAL.size + len(name) + len(member.packed)
    return body, directory, len(directory) // 2
