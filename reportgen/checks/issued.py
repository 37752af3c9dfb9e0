"""A report that was issued must go on saying what it said: its data held against its own snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.model import Figure, Figures
from reportgen.issued import Issued, IssuedFigure
from reportgen.vietnamese.dates import slash_date

HINT = "trả lại số cũ; nếu văn bản được đính chính, ghi dinh_chinh: lý do trong tệp báo cáo, dựng lại rồi chốt lại"


def check_unchanged(
    issued: Issued,
    figures: Figures,
    tables: Mapping[str, Sequence[Mapping[str, str]]],
    place: Place,
    correction: str = "",
) -> list[Finding]:
    """KY20 for every issued figure that is now another, both values named.

    ``tables``: what the cells of each table print now; ``correction``: why the report says it differs; a reason used for an
    earlier correction does not count again. Such findings are accepted with the reason.
    """
    reason = "" if any(c.reason == correction for c in issued.corrections) else correction
    changed = [*_figures(issued, figures, place), *_cells(issued, tables, place)]
    return [
        error("KY20", f"{what}: {_when(issued)} ghi {old}, nay là {new}", where, found=new, expected=old, hint=HINT, accepted=reason)
        for what, old, new, where in changed
    ]


def _figures(issued: Issued, figures: Figures, place: Place) -> Iterator[tuple[str, str, str, Place]]:
    """What changed: (name, issued, now, place)."""
    for key, old in issued.figures.items():
        new = figures.get(key)
        if new is None and key in figures.faulty:
            continue  # its own finding says why there is no value
        if new is None or not _says_the_same(old, new):
            shown = str(new) if new else "không còn"
            yield f"«{old.label}» ({key})", old.printed, shown, new.place if new else place


def _says_the_same(old: IssuedFigure, new: Figure) -> bool:
    return (old.value, old.unit, old.approximation) == (new.value, new.unit, new.approximation)


def _cells(
    issued: Issued, tables: Mapping[str, Sequence[Mapping[str, str]]], place: Place
) -> Iterator[tuple[str, str, str, Place]]:
    for key, rows in issued.tables.items():
        now = tables.get(key, ())
        if len(now) != len(rows):
            yield f"bảng {key}", f"{len(rows)} dòng", f"{len(now)} dòng", place
            continue
        for number, (old, new) in enumerate(zip(rows, now, strict=True), 1):
            for column, text in old.items():
                if new.get(column, "") != text:
                    yield f"bảng {key}, dòng {number}, cột {column}", f"«{text}»", f"«{new.get(column, '')}»", place


def _when(issued: Issued) -> str:
    return f"văn bản ban hành ngày {slash_date(issued.day)}" if issued.day else "văn bản đã ban hành"
