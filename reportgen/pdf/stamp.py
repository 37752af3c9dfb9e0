"""The time and the chance in a PDF, taken out: the same document gives the same PDF, byte for byte.

LibreOffice writes the second it printed at, an identifier and a checksum drawn from it. They are replaced by letters of the same
length, so no offset in the file moves: the time by the day the document itself bears (``dcterms:modified``, the day of issue in
ours), identifier and checksum by a digest of the PDF. A document that bears no day keeps LibreOffice's time. PDF/A
holds a colour profile with the time inside packed data: two prints of it differ in that and in nothing else.
"""

from __future__ import annotations

import hashlib
import io
import zipfile

from reportgen.pattern import Pattern

CORE = "docProps/core.xml"
MOST = 100_000
"""Bytes of the properties that are looked at; ours have 900."""
_DAY = Pattern(r"<dcterms:modified[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z<")
_IN_INFO = Pattern(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}(Z'|[+-]\d\d'\d\d')?")
_IN_XMP = Pattern(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?")
_ID = Pattern(rb"(/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(>)")
_DIGIT = Pattern(rb"\d")
_SUM = Pattern(rb"(/DocChecksum\s*/)[0-9A-F]{32}")


def restamped(pdf: bytes, document: bytes) -> bytes:
    """The PDF with the day of the .docx it was printed from in the place of LibreOffice's time."""
    day = _day(document)
    if day is None:
        return pdf
    compact, written = "".join(day).encode(), "{}-{}-{}T{}:{}:{}".format(*day).encode()
    pdf = _IN_INFO.sub(lambda found: found[1] + compact + _utc(found[2]), pdf)
    pdf = _IN_XMP.sub(lambda found: found[1] + written + _utc(found[2]), pdf)
    pdf = _SUM.sub(rb"\g<1>" + b"0" * 32, _ID.sub(rb"\g<1>" + b"0" * 32 + rb"\g<2>" + b"0" * 32 + rb"\g<3>", pdf))
    mark = hashlib.sha256(pdf).hexdigest()[:32].upper().encode()
    return _SUM.sub(rb"\g<1>" + mark, _ID.sub(rb"\g<1>" + mark + rb"\g<2>" + mark + rb"\g<3>", pdf))


def _utc(zone: bytes | None) -> bytes:
    """UTC in as many letters as the zone had: +00:00 where there was an offset."""
    return _DIGIT.sub(b"0", zone or b"").replace(b"-", b"+")


def _day(document: bytes) -> tuple[str, ...] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package, package.open(CORE) as stream:
            found = _DAY.search(stream.read(MOST).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return None  # what LibreOffice prints need not be a package
    return found.groups() if found else None
