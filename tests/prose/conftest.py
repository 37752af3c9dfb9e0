"""Small Word documents for the tests of figures: paragraphs and tables written as text.

A table is lines of cells between «|». «chữ>>3» spans three columns; «^» continues the cell above (merged down).
"""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from reportgen.checks.prose import check_document_figures, check_passages
from reportgen.checks.prose.passages import passage_of_text
from reportgen.checks.prose.typed import writes_dot_decimals
from reportgen.docx.components import recognise
from reportgen.docx.reader import read_pages

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MOST_COLUMNS = 100
"""A cell may claim to span more columns than any grid has."""


def paragraph(text: str) -> str:
    """One paragraph."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(lines: list[str]) -> str:
    """A ruled table."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    width = min(max(sum(_span(cell) for cell in row) for row in rows), MOST_COLUMNS)
    columns = "".join('<w:gridCol w:w="900"/>' for _ in range(width))
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    borders = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def document(text: str) -> dict[str, bytes]:
    """A package holding the text: lines with «|» are tables, the others paragraphs."""
    blocks, rows = [], []
    for line in [*text.strip("\n").split("\n"), ""]:
        if "|" in line:
            rows.append(line)
            continue
        if rows:
            blocks.append(table(rows))
            rows = []
        blocks.append(paragraph(line))
    body = "".join(blocks)
    return {"word/document.xml": f'<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>'.encode()}


@pytest.fixture(scope="session")
def findings():
    """``findings(text)``: what is found in a document of this text."""
    return document_findings


@pytest.fixture(scope="session")
def sentence_findings():
    """``sentence_findings(text)``: what is found in one paragraph."""
    return passage_findings


def document_findings(text: str):
    """What is found in a document of this text."""
    reading = read_pages(document(text), "thu.docx")
    return check_document_figures(reading, recognise(reading), "thu.docx")


def _span(cell: str) -> int:
    return int(cell.rpartition(">>")[2]) if ">>" in cell else 1


def _cell(cell: str) -> str:
    span = f'<w:gridSpan w:val="{_span(cell)}"/>' if ">>" in cell else ""
    below = "<w:vMerge/>" if cell == "^" else ""
    words = "" if cell == "^" else cell.partition(">>")[0]
    return f"<w:tc><w:tcPr>{span}{below}</w:tcPr>{paragraph(words)}</w:tc>"


def passage_findings(text: str):
    """What is found in one paragraph."""
    passage = passage_of_text(text, shown="thu.docx", machine=writes_dot_decimals(text))
    return list(check_passages([passage]))
