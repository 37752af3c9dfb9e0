"""A table of figures: columns, rows, cells; and faults found in it."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.checks.prose.judging import Outcome
from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.tables.titles import is_percent
from reportgen.diagnostics import Place
from reportgen.noun import field, noun


@noun
class Column:
    """One column of the grid. ``sort``: count, money (or measured: rounded), share (per cents, averages, rates), text, order.

    ``symbol`` and ``formula`` come from the row of letters («10=2-8»); ``title`` joins the levels of the header.
    """

    index: int
    title: str
    sort: str
    symbol: str = ""
    formula: str = ""

    @property
    def shown(self) -> str:
        """«cột 5 (Tỷ lệ)»."""
        title = self.title.rsplit(" / ", 1)[-1]
        short = title if len(title) <= 40 else title[:39] + "…"
        number = self.symbol or str(self.index + 1)
        return f"cột {number} ({short})" if short else f"cột {number}"

    @property
    def kind(self) -> str:
        """The kind of its amounts: count, percent, or money for everything that is rounded."""
        if self.sort == "share":
            return "percent" if is_percent(self.title) else "money"
        return self.sort

    @property
    def adds(self) -> bool:
        """True if the sum of its cells means something."""
        return self.sort in ("count", "money")


@noun
class TableCell:
    """A cell of a row: its words, its amount (None: no number), ``nil``: a dash or nothing, which counts as 0."""

    row: int
    column: int
    text: str
    paragraph: int
    amount: Amount | None = None
    nil: bool = False


@noun
class Row:
    """``mark``: what numbers it («I», «1», «-»); ``level``: depth by the kinds of marks above it; ``total``: a row of sums."""

    index: int
    label: str
    mark: str
    level: int
    total: bool
    partial: bool
    cells: Mapping[int, TableCell]
    texts: Mapping[int, str] = field(default_factory=dict)
    """The words of the columns that hold words."""

    def amount(self, column: int) -> Amount | None:
        """The number in a column."""
        cell = self.cells.get(column)
        return cell.amount if cell else None

    @property
    def shown(self) -> str:
        """«dòng Tổng cộng»."""
        name = self.label or self.mark or str(self.index + 1)
        return f"dòng {name if len(name) <= 40 else name[:39] + '…'}"


@noun
class FigureTable:
    """``number``: the how-manieth table of figures; ``vi``: it writes decimals with a comma, so that «1.234» is no decimal.

    ``first``, ``last``: numbers of its paragraphs; ``unit``: what stands above it («triệu đồng»), small letters.
    """

    number: int
    shown: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    vi: bool
    first: int
    last: int
    unit: str = ""

    def column(self, index: int) -> Column:
        """The column at a place of the grid."""
        return self.columns[index]

    def place(self, cell: TableCell) -> Place:
        """«Bảng 2, dòng Tổng cộng, cột 5»."""
        row = next(r for r in self.rows if r.index == cell.row)
        part = f"Bảng {self.number}, {row.shown}, {self.columns[cell.column].shown}"
        return Place(self.shown, part=part, quote=cell.text, paragraph=cell.paragraph)


@noun
class Fault:
    """A cell that is not what others give. ``cells``: (row, column) of all that take part; ``rank``: which relation speaks first."""

    cell: TableCell
    label: str
    working: str
    outcome: Outcome
    cells: frozenset[tuple[int, int]] = field(default=frozenset())
    rank: int = 0
