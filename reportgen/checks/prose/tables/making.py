"""From a grid to a table of figures: header, rows with their labels and levels, numbers read."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.checks.prose.tables.grid import Grid, GridCell
from reportgen.checks.prose.tables.header import Header, read_header
from reportgen.checks.prose.tables.nouns import Column, FigureTable, Row, TableCell
from reportgen.checks.prose.tables.numbers import cell_amount, evidence, is_nil, looks_numeric
from reportgen.checks.prose.tables.titles import sort_of
from reportgen.noun import noun
from reportgen.pattern import Pattern

_TOTAL = Pattern(
    r"(?:tổng(?: số| cộng| toàn (?:tỉnh|huyện|xã|thành phố|thị xã|ngành))?|cộng|tổng chung|toàn (?:tỉnh|huyện|xã|thành phố|thị xã|ngành|phường|trường|quốc)|cả nước|"
    r"(?:cộng|tổng)\s*(?:mục|nhóm|phần|cụm|khối)?\s*\(?[ivx\da-d]{0,4}\)?)\s*(?:\([^)]*\)|[:.=][\s\divxa-d+()]*)?\Z"
)
_PARTIAL = Pattern(r"\W*(?:trong đó|riêng|chia ra|bao gồm|gồm)(?!\w)")
_MARK = Pattern(r"(?:([A-HĐ])|([IVX]+)|(\d{1,3})|(\d{1,2}(?:\.\d{1,2}){1,3})|([a-zđ])|([-–+*•]))[.)]?\Z")
_IN_LABEL = Pattern(r"([A-HĐ][.)]|[IVX]+[.)]|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[a-zđ]\)|[-–+*•])\s*(?=\S)")
_UNIT = Pattern(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^()\d]{2,40})", 2)
LEAST_FIGURES = 3


@noun
class _Lines:
    """A row of the grid on its way: cells by column."""

    index: int
    cells: dict[int, GridCell]


def make_table(grid: Grid, number: int, shown: str) -> FigureTable | None:
    """The table, None if it holds no figures worth the name."""
    header = read_header(grid)
    lines = [_Lines(i, {c.column: c for c in row}) for i, row in enumerate(grid.rows) if i >= header.rows]
    width = 1 + max((c.column for line in lines for c in line.cells.values()), default=0)
    texts = {c: [t for line in lines if (t := _text(line, c)) and not is_nil(t)] for c in range(width)}
    columns = tuple(_column(c, header, texts[c], _unit(grid)) for c in range(width))
    if sum(len(texts[c.index]) for c in columns if c.sort not in ("text", "order")) < LEAST_FIGURES:
        return None
    every = [t for c in columns if c.sort not in ("text", "order") for t in texts[c.index]]
    vi, dot = evidence(every)
    dots = {c: _dot_first(texts[c], vi, dot) for c in range(width)}
    rows = _rows(lines, columns, dots)
    return FigureTable(number, shown, columns, rows, vi and not dot, grid.first, grid.last, _unit(grid))


def _dot_first(texts: Sequence[str], vi: bool, dot: bool) -> bool:
    """True if a lone «1.234» of the column is more likely a decimal: its neighbours are, and none is a count of thousands."""
    own_vi, own_dot = evidence(texts)
    return own_dot and not own_vi or (dot and not vi and any("." in t for t in texts) and not own_vi and _small_beside(texts))


def _small_beside(texts: Sequence[str]) -> bool:
    """True if the column prints thousands without a dot: then its dots are decimal."""
    return any(t.isdigit() and len(t) > 3 for t in texts)


def _text(line: _Lines, column: int) -> str:
    cell = line.cells.get(column)
    return cell.text if cell and not cell.below and cell.span == 1 else ""


def _unit(grid: Grid) -> str:
    """«Đơn vị tính: triệu đồng» above the table."""
    found = next((m for text in grid.before if (m := _UNIT.search(text))), None)
    return found[1].strip().lower() if found else ""


def _column(index: int, header: Header, texts: Sequence[str], unit: str) -> Column:
    title = header.titles.get(index, "")
    numeric = [t for t in texts if looks_numeric(t)]
    if not numeric or len(numeric) * 2 < len(texts):
        return Column(index, title, "text", header.symbols.get(index, ""))
    sort = sort_of(title, unit, numeric)
    if index == 0 and _counts_up(numeric) or sort == "order":
        sort = "order"
    return Column(index, title, sort, header.symbols.get(index, ""), header.formulas.get(index, ""))


def _counts_up(texts: Sequence[str]) -> bool:
    """True for a column of row numbers: small whole numbers that grow by one or start again."""
    numbers = [int(t) for t in texts if t.isdigit() and len(t) < 4]
    if len(numbers) * 4 < len(texts) * 3:
        return False
    return all(b == a + 1 or b == 1 for a, b in zip(numbers, numbers[1:], strict=False)) and numbers[:1] in ([1], [0])


def _rows(lines: Sequence[_Lines], columns: Sequence[Column], dots: dict[int, bool]) -> tuple[Row, ...]:
    first_number = next((c.index for c in columns if c.sort not in ("text", "order")), 0)
    rows: list[Row] = []
    levels: list[str] = []
    for line in lines:
        label, mark = _label(line, first_number)
        total = bool(_TOTAL.match(label.lower()))
        level = 0 if total else _level(_kind_of_mark(mark), levels)
        cells = {c.index: _cell(line, c, dots[c.index]) for c in columns if c.sort not in ("text", "order")}
        words = {c.index: _text(line, c.index).lower() for c in columns if c.sort == "text"}
        rows.append(Row(line.index, label, mark, level, total, bool(_PARTIAL.match(label.lower())), cells, words))
    return tuple(rows)


def _label(line: _Lines, first_number: int) -> tuple[str, str]:
    """The words and the mark before the numbers of a row."""
    texts = [c.text for i, c in sorted(line.cells.items()) if i < first_number and c.text]
    mark = texts[0] if texts and _MARK.match(texts[0]) else ""
    words = texts[1:] if mark else texts
    label = words[0] if words else ""
    found = _IN_LABEL.match(label)
    if found and (not mark or found[1] in "-–+*•"):
        mark, label = found[1].strip(), label[found.end() :]
    return label.strip(), mark.rstrip(".)")


def _kind_of_mark(mark: str) -> str:
    """Which numbering a mark belongs to."""
    if not mark:
        return ""
    if mark[0] in "IVX" and set(mark) <= set("IVX"):
        return "roman"
    if mark[0].isdigit():
        return f"decimal{mark.count('.')}"
    return "sign" + mark if not mark.isalnum() else "upper" if mark.isupper() else "lower"


def _level(kind: str, open_kinds: list[str]) -> int:
    """The depth of a row: a kind of mark seen before goes back to its depth, a new one goes one deeper."""
    if kind in open_kinds:
        del open_kinds[open_kinds.index(kind) + 1 :]
    else:
        open_kinds.append(kind)
    return len(open_kinds)


def _cell(line: _Lines, column: Column, dot_first: bool) -> TableCell:
    cell = line.cells.get(column.index)
    if cell is None or cell.below or cell.span > 1:
        return TableCell(line.index, column.index, "", cell.paragraph if cell else -1)
    amount = None if is_nil(cell.text) else cell_amount(cell.text, column.kind, dot_first)
    return TableCell(line.index, column.index, cell.text, cell.paragraph, amount, is_nil(cell.text))
