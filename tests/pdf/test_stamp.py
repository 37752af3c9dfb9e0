"""The same document gives the same PDF: what LibreOffice draws from the clock is replaced, length for length."""

import io
import zipfile

import pytest

from reportgen.pdf.stamp import restamped

XMP = b"<xmp:CreateDate>%s</xmp:CreateDate>"
PDF = b"%%PDF-1.6\n/CreationDate(D:%s)>>\n" + XMP + b"\n/ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n%%%%EOF"


def pdf(time, zone, mark):
    digits, seconds = time.replace("-", "").replace(":", "").replace("T", ""), time
    in_info = {"Z": b"Z'", "": b"", "+07:00": b"+07'00'"}[zone]
    one = mark.encode() * 32
    return PDF % (digits.encode() + in_info, seconds.encode() + zone.encode(), one, one, one)


def document(day="2020-02-21T00:00:00Z"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("docProps/core.xml", f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>')
    return stream.getvalue()


@pytest.mark.parametrize("zone", ["Z", "", "+07:00"])
def test_two_prints_become_one(zone):
    one = restamped(pdf("2026-11-22T08:16:49", zone, "A"), document())
    other = restamped(pdf("2031-01-02T23:59:59", zone, "B"), document())
    assert one == other
    assert b"D:20200221000000" in one and b">2020-02-21T00:00:00" in one
    assert len(one) == len(pdf("2026-11-22T08:16:49", zone, "A"))
    assert b"+07" not in one


def test_other_content_has_another_identifier():
    one = pdf("2026-11-22T08:16:49", "Z", "A")
    assert restamped(one, document()).partition(b"/ID")[2] != restamped(one + b" ", document()).partition(b"/ID")[2].rstrip()


@pytest.mark.parametrize("source", [b"", b"PK junk", document("hôm nay")])
def test_a_document_without_a_day_keeps_the_time(source):
    one = pdf("2026-11-22T08:16:49", "Z", "A")
    assert restamped(one, source) == one
