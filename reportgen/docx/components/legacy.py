"""Text typed in the old encodings (TCVN3, VNI): read as Unicode so that its parts are recognised; the pages stay as they are.

The text decides, never the name of the font: nearly every old font name in a .docx of today stands over Unicode text.
"""

from __future__ import annotations

from reportgen.docx.reader import Paragraph, Reading, Run
from reportgen.noun import replace
from reportgen.vietnamese.legacy import detect, to_unicode

SAMPLE_LINES, SAMPLE = 80, 4000
CAPITAL_FONTS = "H"
"""TCVN3 fonts whose name ends so (.VnTimeH) print small letters as capitals."""


def encoding_of(reading: Reading) -> str:
    """The old encoding a document is typed in: tcvn3, vni; '' for Unicode."""
    return detect(" ".join(p.text for p in reading.paragraphs[:SAMPLE_LINES] if p.text)[:SAMPLE]) or ""


def in_unicode(reading: Reading, encoding: str) -> Reading:
    """The reading with its letters decoded."""
    return replace(reading, paragraphs=tuple(_decoded(p, encoding) for p in reading.paragraphs))


def _decoded(paragraph: Paragraph, encoding: str) -> Paragraph:
    runs = tuple(
        Run(to_unicode(r.text, encoding, upper_font=encoding == "tcvn3" and r.face.font.endswith(CAPITAL_FONTS)), r.face)
        for r in paragraph.runs
    )
    return replace(paragraph, runs=runs)
