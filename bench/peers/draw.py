"""The peers' templates, drawn from the page our own engine makes: the same parts, styles and words, with each peer's tags.

What is the same in all documents (letterhead, signature, lengths of rules) is already filled in, which spares the peers work
that our engine does each time. The ten rows of the table are one row in a loop, in each peer's own notation.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from html import escape
from pathlib import Path

import records

from reportgen.docx.xml import etree, parse, qn, serialize
from reportgen.figures.model import Figure
from reportgen.noun import noun
from reportgen.template import render

DOCUMENT = "word/document.xml"
_MARK = re.compile(r"\[\[(\w+)\]\]")
_ROW = re.compile(r"<w:tr>(?:(?!<w:tr>).)*?</w:tr>", re.DOTALL)
_TEXT = re.compile(r'(<w:t xml:space="preserve">)([^<]*)(</w:t>)')


@noun
class Marked(Figure):
    """A figure that prints its own name between double brackets."""

    @property
    def number(self) -> str:
        """Cells of the table are drawn anew: a number will do."""
        return "7"

    @property
    def words(self) -> str:
        """All that is printed."""
        return f"[[{self.key}]]"


def marked_page() -> tuple[bytes, list[list[str]]]:
    """A finished document with marks for the values, and the cells of its table."""
    template, draft = records.prepared()
    marks = {key: Marked(key, Decimal(7), figure.indicator) for key, figure in draft.figures.items()}
    page = render(template, records.context_of(draft, "[[ten_xa]]", marks))
    return page, [[_text_of(cell) for cell in row.iter(qn("w:tc"))] for row in _rows(parse(part_of(page, DOCUMENT)))]


def _rows(root: etree._Element) -> list:
    """The data rows of the table with twelve columns."""
    tables = [table for table in root.iter(qn("w:tbl")) if len(list(table.iter(qn("w:gridCol")))) == 12]
    return list(tables[0].iter(qn("w:tr")))[1:]


def _text_of(element) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def part_of(document: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return package.read(name)


def with_parts(document: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with other contents in some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, changed.get(name, source.read(name)))
    return buffer.getvalue()


def _looped(page: str, before: str, cells: Callable[[int], str], after: str) -> str:
    """The page with the ten rows written as one: ``before`` and ``after`` are rows of their own, if not empty."""
    root = parse(page.encode())
    rows = _rows(root)
    for row in rows[1:]:
        row.getparent().remove(row)
    for n, cell in enumerate(rows[0].iter(qn("w:tc")), 1):
        texts = list(cell.iter(qn("w:t")))
        texts[0].text = cells(n)
        for more in texts[1:]:
            more.getparent().getparent().remove(more.getparent())
    for words, put in ((before, rows[0].addprevious), (after, rows[0].addnext)):
        if words:
            put(_row_with(rows[0], words))
    return serialize(root).decode()


def _row_with(like, words: str):
    row = etree.fromstring(etree.tostring(like))
    for n, text in enumerate(row.iter(qn("w:t"))):
        text.text = words if n == 0 else ""
    return row


def _tagged(page: str, written: Callable[[str], str]) -> str:
    return _MARK.sub(lambda found: escape(written(found[1]), quote=False), page)


PEERS: dict[str, tuple[Callable[[str], str], str, Callable[[int], str], str]] = {
    "docxtpl": ("{{{{ {} }}}}".format, "{%tr for r in rows %}", "{{{{ r.c{} }}}}".format, "{%tr endfor %}"),
    "braces": (
        "{{{}}}".format,
        "",
        lambda n: ("{#rows}" if n == 1 else "") + f"{{c{n}}}" + ("{/rows}" if n == 12 else ""),
        "",
    ),
    "carbone": ("{{d.{}}}".format, "", "{{d.rows[i].c{}}}".format, "{d.rows[i+1].c1}"),
    "docx-templates": ("+++INS {}+++".format, "+++FOR r IN rows+++", "+++INS $r.c{}+++".format, "+++END-FOR r+++"),
}
"""Template → how a name is written, the row before the looped one, how its n-th cell is written, the row after it."""


def draw(folder: Path, count: int) -> None:
    """Templates, data and the structure for python-docx, into ``folder``."""
    document, cells = marked_page()
    page = part_of(document, DOCUMENT).decode()
    core = _MARK.sub("", part_of(document, "docProps/core.xml").decode()).encode()
    for name, (written, before, cell, after) in PEERS.items():
        tagged = _tagged(_looped(page, before, cell, after), written)
        (folder / f"{name}.docx").write_bytes(with_parts(document, {DOCUMENT: tagged.encode(), "docProps/core.xml": core}))
    (folder / "structure.json").write_text(json.dumps(structure(page), ensure_ascii=False), encoding="utf-8")
    (folder / "base.docx").write_bytes(with_parts(document, {DOCUMENT: emptied(page), "docProps/core.xml": core}))
    _, draft = records.prepared()
    data = []
    for name, typed in records.numbers(count):
        figures = records.figures_of(draft, typed)
        data.append(records.words_of(name, figures) | {"rows": records.rows_of(figures, cells), "file": name.split()[1]})
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def emptied(page: str) -> bytes:
    """The main part without its content, for what is built from scratch."""
    root = parse(page.encode())
    body = root[0]
    for child in list(body)[:-1]:
        body.remove(child)
    return serialize(root)


def structure(page: str) -> list:
    """What the page says, in order: paragraphs as [style, [[text, bold, italic] …]], tables as rows of cells of paragraphs."""
    return [_told(element) for element in parse(page.encode())[0][:-1]]


def _told(element):
    if element.tag == qn("w:tbl"):
        rows = [[[_told(p) for p in cell.iter(qn("w:p"))] for cell in row.iter(qn("w:tc"))] for row in element.iter(qn("w:tr"))]
        return {"rows": rows}
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    runs = [
        [_text_of(run), run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None, run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None]
        for run in element.iter(qn("w:r"))
    ]
    return {"style": "" if style is None else style.get(qn("w:val")), "runs": [run for run in runs if run[0]]}
