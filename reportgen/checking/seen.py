"""What the reader of findings wants to know of the document itself, and its parts for drawing the page."""

from __future__ import annotations

from reportgen.checking.nouns import About, Element
from reportgen.checks.layout.words import SHOWN
from reportgen.docx.components import Component, Components

LONGEST = 1200


def about(parts: Components) -> About:
    """Kind, number, date, subject and issuer as printed."""
    kind = _text(parts, "ten_loai") or ("Công văn" if parts.is_letter else "")
    return About(
        kind=kind[:1].upper() + kind[1:].lower(),
        number=_text(parts, "so_ky_hieu"),
        dated=_text(parts, "dia_danh"),
        subject=_text(parts, "trich_yeu") or _text(parts, "trich_yeu_cv"),
        issuer=_text(parts, "co_quan_ban_hanh"),
    )


def elements(parts: Components) -> tuple[Element, ...]:
    """The parts in reading order; a very long text is cut, a table told by its size."""
    return tuple(
        Element(c.kind, SHOWN.get(c.kind, c.kind), _words(c), tuple(dict.fromkeys(line.number for line in c.lines)))
        for c in parts
    )


def _words(component: Component) -> str:
    if component.kind == "bang_so_lieu":
        cells = [line.cell for line in component.lines if line.cell]
        rows = len({(cell.table, cell.row) for cell in cells})
        columns = max((cell.columns for cell in cells), default=0)
        return f"Bảng {rows} hàng, {columns} cột"
    text = " ".join(component.text.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"


def _text(parts: Components, kind: str) -> str:
    component = parts.one(kind)
    return " ".join(component.text.split()) if component else ""
