"""Tables as the reader of Word files gives them, put back on their grid: text and paragraph of every cell."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.docx.reader import Paragraph, Reading
from reportgen.noun import noun

MOST_CELLS = 40_000
MOST_COLUMNS = 200
"""A file may claim a span of millions; what stands beyond this many columns is not looked at."""


@noun
class GridCell:
    """A cell: its words, the number of its first paragraph, how many columns it spans, whether it only continues one above."""

    text: str
    paragraph: int
    column: int
    span: int
    below: bool


@noun
class Grid:
    """``rows``: for each row its cells in order. ``before``: the text of the paragraphs right before, nearest first."""

    rows: tuple[tuple[GridCell, ...], ...]
    before: tuple[str, ...]
    first: int
    last: int


def grids_of(reading: Reading) -> Iterator[Grid]:
    """The grid of every table with more than one row, in reading order."""
    tables: dict[int, list[Paragraph]] = {}
    for paragraph in reading.paragraphs:
        if paragraph.cell:
            tables.setdefault(paragraph.cell.table, []).append(paragraph)
    numbered = {p.number: i for i, p in enumerate(reading.paragraphs)}
    for paragraphs in tables.values():
        if len(paragraphs) <= MOST_CELLS and any(p.cell.row for p in paragraphs):
            yield _grid(reading, paragraphs, numbered[paragraphs[0].number])


def _grid(reading: Reading, paragraphs: list[Paragraph], at: int) -> Grid:
    cells: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.cell.grid >= MOST_COLUMNS:
            continue
        cells.setdefault((paragraph.cell.row, paragraph.cell.column), []).append(paragraph)
    rows: dict[int, list[GridCell]] = {}
    for (row, _), inside in sorted(cells.items(), key=lambda item: item[0]):
        rows.setdefault(row, []).append(_cell(inside))
    before = [p.text for p in reading.paragraphs[max(0, at - 4) : at] if p.text and not p.cell]
    return Grid(tuple(map(tuple, rows.values())), tuple(before[::-1]), paragraphs[0].number, paragraphs[-1].number)


def _cell(inside: list[Paragraph]) -> GridCell:
    first = next((p for p in inside if p.text), inside[0])
    text = " ".join(part for p in inside for part in p.text.split())
    cell = first.cell
    return GridCell(text, first.number, cell.grid, min(cell.span, MOST_COLUMNS), cell.below)
