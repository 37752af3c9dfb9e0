"""Drafts (dự thảo): what may be missing in one, and how it is told from the final document.

A draft is for people who still collect figures: a missing figure does not stop it but stands on the page as «[…ho_ngheo…]»
on yellow, an unconfirmed one prints on yellow, numbers that contradict each other print on yellow, and each is told as a
warning. What is wrong with the files themselves (YAML, unknown names, a torn template, the layout) stops a draft like a
final document. The final build tolerates none of it; the two never share a file name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.diagnostics import Finding, Place, Severity, warning
from reportgen.doubt import Missing, marked
from reportgen.figures.model import Beside, Figure, Figures
from reportgen.noun import noun, replace
from reportgen.preparing_tables import Tables
from reportgen.tables.content import DATA, Cell, Row, TableContent

MISSING = frozenset({"SL02", "SL11", "SL14", "KY10", "KY12", "KY13", "BG11", "BG15", "BG17"})
"""A figure nobody has given, or that cannot be worked out for want of one."""
UNCONFIRMED = "KY40"
DISAGREEING = frozenset({"SL30", "SL34", "SL35", "BG23", "KY17", "KY20"})
"""Figures that contradict each other, or what was issued."""
TOLERATED = MISSING | DISAGREEING | {UNCONFIRMED}
CELL_MARKER = "[…]"
DRAFT_TITLE = "DỰ THẢO - "


@noun
class Drafting:
    """How a draft is wanted. ``watermark``: «DỰ THẢO» across every page; ``times``: which draft it is (0: not said)."""

    watermark: bool = False
    times: int = 0


def tolerated(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those a draft lives with turned into warnings."""
    return [
        replace(finding, severity=Severity.WARNING) if finding.blocks and finding.code in TOLERATED else finding
        for finding in findings
    ]


def doubted(figures: Figures, tables: Tables, findings: Iterable[Finding]) -> Figures:
    """The figures, those that contradict others or stand on an unfinished table marked as not confirmed."""
    unsure = {f.place for f in findings if f.code in DISAGREEING and not f.accepted} - {Place()}
    for content in tables.made.values():
        if _gaps(content):
            unsure |= {row.place for row in content.rows if row.kind != DATA}
            unsure |= {cell.place for row in content.rows for cell in row.cells.values() if row.kind != DATA}
    told = [replace(f, unconfirmed=True) if f.place in unsure else f for f in figures.values()]
    return Figures(told, figures.absent, figures.faulty)


def names_in_draft(figures: Figures) -> dict[str, object]:
    """What the figures' names stand for in a draft: the figures, and a marker for each that has no value."""
    missing = {key: Missing(key) for key in sorted(figures.absent | figures.faulty)}
    return {**missing, **{key: _beside_markers(figure, missing) for key, figure in figures.items()}}


def tables_in_draft(tables: Tables) -> Tables:
    """The tables with a marker in every cell that is due and blank; sums over such cells are marked as not certain."""
    made = {key: _with_markers(content) for key, content in tables.made.items()}
    loops = {key: made[key].loop_rows() if key in made else rows for key, rows in tables.loops.items()}
    return replace(tables, made=made, loops=loops)


def unanswered(names: Mapping[str, object]) -> list[Finding]:
    """KY41 for every condition of the text that was decided without the figure it asks for."""
    hint = "điền số liệu rồi dựng lại; bản chính chỉ dựng được khi có số"
    return [
        warning("KY41", f"điều kiện này cần số liệu còn thiếu ({key}), tạm coi là không đúng", place, found=key, hint=hint)
        for key, value in names.items()
        if isinstance(value, Missing)
        for place in dict.fromkeys(value.asked)
    ]


def _beside_markers(figure: Figure, missing: Mapping[str, Missing]) -> Figure:
    if not any(beside.key in missing for beside in figure.beside.values()):
        return figure
    return replace(
        figure,
        beside={
            name: Beside(beside.key, missing.get(beside.key, beside.figure), beside.words)
            for name, beside in figure.beside.items()
        },
    )


def _gaps(content: TableContent) -> set[str]:
    """Columns in which a number is due and not there."""
    due = [key for key, column in content.table.numbers.items() if column.required]
    return {key for key in due for row in content.data if _is_blank(row.cell(key))}


def _is_blank(cell: Cell) -> bool:
    return not cell.figure and not cell.text


def _with_markers(content: TableContent) -> TableContent:
    gaps = _gaps(content)
    return replace(content, rows=tuple(_marked_row(row, gaps) for row in content.rows)) if gaps else content


def _marked_row(row: Row, gaps: set[str]) -> Row:
    cells = dict(row.cells)
    for key in gaps:
        cell = row.cell(key)
        if _is_blank(cell):
            cells[key] = replace(cell, text=marked(CELL_MARKER))
        elif row.kind != DATA:
            cells[key] = replace(cell, text=marked(cell.printed))
    return replace(row, cells=cells)
