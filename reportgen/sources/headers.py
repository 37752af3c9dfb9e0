"""Finding columns by the texts of their headers, as office tables are: letterhead above, headers one to three rows deep.

Header texts are compared without diacritics, capitals and spare spaces, and must then be equal: no «contains», no
likeness. A text that stands over two columns is refused; ``Hộ nghèo > Số hộ`` names the column «Số hộ» under «Hộ nghèo».
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportgen.diagnostics import Finding, Place, error
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.sources.grid import Grid, Kind
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, nearest

DEEPEST = 30
DEEPEST_HEADER = 3
_STEP = Pattern(r"\s>\s")


@noun
class Header:
    """Where a table begins: ``row`` of its headers, ``columns`` by the caller's keys."""

    row: int
    columns: Mapping[str, int]


class Titles:
    """The texts of a sheet's first rows as titles, folded once: a table of thirty columns asks for each thirty times a row."""

    def __init__(self, grid: Grid):
        self.grid = grid
        self._rows: dict[int, dict[int, str]] = {}
        self._titles: dict[int, list[tuple[int, str, str]]] = {}
        self._groups: dict[int, list[str]] = {}

    def texts(self, row: int) -> dict[int, str]:
        """The texts of a row by column, blank ones left out."""
        found = self._rows.get(row)
        if found is None:
            columns = range(1, self.grid.columns + 1)
            found = self._rows[row] = {column: text for column in columns if (text := _text(self.grid, row, column))}
        return found

    def titles(self, row: int) -> list[tuple[int, str, str]]:
        """Where headers end at ``row``: the title of each column (there or, where cells are not merged, above), also folded."""
        found = self._titles.get(row)
        if found is None:
            stack = [self.texts(r) for r in range(row, max(0, row - DEEPEST_HEADER), -1)]
            columns = sorted({column for texts in stack for column in texts})
            titles = ((column, next(texts[column] for texts in stack if column in texts)) for column in columns)
            found = self._titles[row] = [(column, plain := _plain(title), fold(plain)) for column, title in titles]
        return found

    def group(self, row: int, column: int) -> str:
        """The folded group title over a column: its own text in that row or, where cells are not merged, the nearest to the left."""
        groups = self._groups.get(row)
        if groups is None:
            texts, groups, last = self.texts(row), [""], ""
            for at in range(1, self.grid.columns + 1):
                last = fold(_plain(texts[at])) if at in texts else last
                groups.append(last)
            self._groups[row] = groups
        return groups[column]


def find_header(
    grid: Grid, wanted: Mapping[str, str], place: Place, sink: list[Finding], titles: Titles | None = None
) -> Header | None:
    """The header row holding every wanted text (key → text); None after findings (BT16 not found, BT17 twice).

    ``titles``: those of the same grid, for a caller that asks more than once.
    """
    last_row = min(grid.rows, DEEPEST)
    known = titles or Titles(grid)
    hits = {row: {key: _columns(known, row, text) for key, text in wanted.items()} for row in range(1, last_row + 1)}
    full = [row for row, found in hits.items() if all(found.values()) and _is_own(known, row, found)]
    if not full:
        _not_found(grid, wanted, hits, place, sink)
        return None
    row = full[0]
    while row + 1 in full:
        row += 1  # headers merged downwards: their last row is the one above the data
    if _is_twice(grid, row, wanted, hits[row], sink):
        return None
    return Header(row, {key: found[0] for key, found in hits[row].items()})


def _is_own(titles: Titles, row: int, found: Mapping[str, list[int]]) -> bool:
    """True if a wanted title stands in this very row: a row of blanks below the headers is none of them."""
    texts = titles.texts(row)
    return any(column in texts for columns in found.values() for column in columns)


def _columns(titles: Titles, row: int, text: str) -> list[int]:
    """Columns of ``row`` under this header; one spelt exactly so is preferred."""
    plain, folded, above = _wanted(text)
    alike = [(column, title) for column, title, its in titles.titles(row) if its == folded]
    found = [column for column, title in alike if title == plain] or [column for column, _ in alike]
    for wanted in above:
        found = [c for c in found if any(titles.group(r, c) == wanted for r in range(max(1, row - 3), row))]
    return found


@lru_cache(maxsize=512)
def _wanted(text: str) -> tuple[str, str, tuple[str, ...]]:
    """A header text asked for: its own title, that folded, and the folded titles of the groups above."""
    *above, leaf = (_plain(part) for part in _STEP.split(text))
    return leaf, fold(leaf), tuple(fold(group) for group in above)


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.cells.get((row, column))
    return str(cell.value) if cell and cell.kind in (Kind.TEXT, Kind.NUMBER) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def _not_found(
    grid: Grid,
    wanted: Mapping[str, str],
    hits: Mapping[int, Mapping[str, list[int]]],
    place: Place,
    sink: list[Finding],
) -> None:
    """One finding for each header that the likeliest row lacks; one for all if no row has any."""
    sheet = f"trang tính {quoted(grid.name)}" if grid.name else "tệp"
    best = max(hits, key=lambda row: sum(map(bool, hits[row].values())), default=0)
    if not best or not any(hits[best].values()):
        names = ", ".join(quoted(text) for text in list(wanted.values())[:6])
        hint = f"tiêu đề phải nằm trong {DEEPEST} dòng đầu và trùng với chữ khai ở tệp số liệu"
        sink.append(
            error(
                "BT16", f"không thấy dòng tiêu đề có {names} trong {sheet} của {grid.file}", place, hint=hint
            )
        )
        return
    texts = {_plain(_text(grid, best, c)) for c in range(1, grid.columns + 1)} - {""}
    for key, text in wanted.items():
        if not hits[best][key]:
            close = nearest(text.split(">")[-1].strip(), texts)
            hint = f"có phải «{close}»?" if close else f"dòng tiêu đề có: {', '.join(sorted(texts)[:8])}"
            message = f"không thấy cột có tiêu đề {quoted(text)} ở dòng {best} của {sheet}"
            sink.append(error("BT16", message, grid.place(best, 1), found=text, hint=hint))


def _is_twice(
    grid: Grid, row: int, wanted: Mapping[str, str], found: Mapping[str, list[int]], sink: list[Finding]
) -> bool:
    """True, with findings, if a text stands over several columns or two texts over one."""
    before = len(sink)
    for key, columns in found.items():
        if len(columns) > 1:
            where = ", ".join(grid.place(row, column).cell or f"cột {column}" for column in columns)
            hint = f"đổi tên một tiêu đề, hoặc ghi cả tiêu đề ở trên: «tiêu đề trên > {wanted[key]}»"
            message = f"tiêu đề {quoted(wanted[key])} có ở nhiều cột: {where}"
            sink.append(error("BT17", message, grid.place(row, columns[1]), found=wanted[key], hint=hint))
    owners: dict[int, str] = {}
    for key, columns in found.items():
        if len(columns) == 1 and owners.setdefault(columns[0], key) != key:
            message = f"«{owners[columns[0]]}» và «{key}» cùng chỉ vào một cột"
            sink.append(
                error("BT17", message, grid.place(row, columns[0]), hint="mỗi mã cột một tiêu đề khác nhau")
            )
    return len(sink) > before
