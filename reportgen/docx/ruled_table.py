"""A declared data table on the page: ruled, headers merged and repeated, rows never torn, the total kept with its last row.

``RuledTable`` writes itself into whatever page it is set in: the program of a template asks it with the width of the text
and the ids of the styles in that frame. The one thing spelled on the runs is a smaller size where a table would not fit
otherwise: a style serves all tables of a document, the size is that of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.docx.column_widths import ColumnNeeds, Fit, GroupNeeds, Piece, fit
from reportgen.docx.markup import tag
from reportgen.docx.metrics import MM_PER_POINT, twips
from reportgen.docx.table_header import HeaderCell, header_rows, symbol_rows
from reportgen.docx.xml import esc
from reportgen.noun import noun
from reportgen.tables.content import DATA, GROUP, TOTAL, Row, TableContent
from reportgen.tables.declared import Column, TableType
from reportgen.tables.formulas import read_formulas
from reportgen.vietnamese.text import upper

TABLE_PARTS = ("bang_so_lieu", "bang_dau_cot", "bang_chu", "bang_giua", "bang_so")
APPENDIX_RULE = "_" * 11
"""Below «(Kèm theo …)» as the State's sample forms have it (NĐ30, PL III, Mẫu 2.1, 2.2)."""
APPENDIX_PARTS = ("phu_luc", "phu_luc_ten", "phu_luc_kem_theo")
ALIGNED = {"trai": "bang_chu", "giua": "bang_giua", "phai": "bang_so"}
TWIPS_PER_MM = 20 / MM_PER_POINT
GAP = tag("p", tag("pPr", tag("keepNext"), tag("spacing", before=0, after=0, line=80, lineRule="exact")))
"""Four points between the text and the upper line of a table that nothing else stands over."""
ROOMY_MM = Decimal("0.9")
"""Cell margins below which numbers stand in the middle: set to the right they would touch the line."""
NUMBERED_NOTE = "({}) "


@noun
class RuledTable:
    """A table ready to be set into a page. ``size_pt``: the type size of the table styles.

    ``appendix``: «Phụ lục I», '' for a table in the text; ``issued_with``: the line «(Kèm theo …)» of an appendix;
    ``closed``: with a short rule below it.
    """

    content: TableContent
    size_pt: Decimal
    appendix: str = ""
    issued_with: str = ""
    closed: bool = False

    def ruled(self, width: int, styles: Sequence[str]) -> str:
        """The table as WordprocessingML, ``width`` twips wide; ``styles``: ids for ``parts_of``. Refusal: too wide."""
        ids = dict(zip(parts_of(self.content.table), styles, strict=True))
        return _Writer(self, ids, width).written()


def parts_of(table: TableType) -> tuple[str, ...]:
    """The components whose styles the table needs, in the order ``RuledTable.ruled`` wants their ids."""
    return (
        *TABLE_PARTS,
        *(("bang_don_vi",) if table.unit else ()),
        *(("bang_ghi_chu",) if table.notes else ()),
        *(APPENDIX_PARTS if table.is_appendix else ("bang_ten",) if table.shows_label else ()),
    )


class _Writer:
    """One table being written."""

    def __init__(self, ruled: RuledTable, styles: Mapping[str, str], width: int):
        self.ruled, self.styles, self.width = ruled, styles, width
        self.content, self.table = ruled.content, ruled.content.table
        self.columns = list(self.table.printed.items())
        self.header = header_rows([column for _, column in self.columns])
        self.symbols = symbol_rows(self.table, read_formulas(self.table, []))
        self.fit = self._fit()
        self.widths = _whole_twips(self.fit, width)

    def written(self) -> str:
        """The XML of the table with what stands over and under it."""
        return "".join([*self._above(), self._table(), *self._notes()])

    def _above(self) -> list[str]:
        ruled, table, lines = self.ruled, self.table, []
        if table.is_appendix:
            lines += [self._line("phu_luc", ruled.appendix), self._line("phu_luc_ten", upper(table.label))]
            lines.append(self._line("phu_luc_kem_theo", ruled.issued_with))
            lines += [self._line("phu_luc_kem_theo", APPENDIX_RULE)] if ruled.closed else []
        elif table.shows_label:
            lines.append(self._line("bang_ten", table.label))
        if table.unit:
            lines.append(self._line("bang_don_vi", f"Đơn vị tính: {table.unit}"))
        return lines or [GAP]

    def _notes(self) -> list[str]:
        notes = self.table.notes
        texts = (
            notes
            if len(notes) < 2
            else [NUMBERED_NOTE.format(n) + note for n, note in enumerate(notes, start=1)]
        )
        return [
            self._line("bang_ghi_chu", f"Ghi chú: {text}" if n == 0 else text) for n, text in enumerate(texts)
        ]

    def _line(self, component: str, text: str) -> str:
        return _paragraph(self.styles[component], text)

    def _table(self) -> str:
        side = twips(self.fit.side_mm)
        margins = tag("tblCellMar", tag("left", w=side, type="dxa"), tag("right", w=side, type="dxa"))
        properties = tag(
            "tblPr",
            tag("tblStyle", val=self.styles["bang_so_lieu"]),
            tag("tblW", w=self.width, type="dxa"),
            tag("jc", val="center"),
            tag("tblLayout", type="fixed"),
            margins,
            tag(
                "tblLook",
                val="0020",
                firstRow=1,
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        )
        grid = tag("tblGrid", *(tag("gridCol", w=width) for width in self.widths))
        rows = [*map(self._header_row, self.header), *map(self._symbol_row, self.symbols)]
        kept = [
            _keeps(row, after)
            for row, after in zip(self.content.rows, [*self.content.rows[1:], None], strict=True)
        ]
        rows += [self._row(row, keep) for row, keep in zip(self.content.rows, kept, strict=True)]
        return tag("tbl", properties, grid, *rows)

    def _header_row(self, cells: list[HeaderCell]) -> str:
        written = []
        for cell in cells:
            merge = {"restart": tag("vMerge", val="restart"), "continue": tag("vMerge")}.get(cell.merge, "")
            content = self._paragraph("bang_dau_cot", cell.text, keep=True)
            written.append(self._cell(content, cell.first, cell.span, merge))
        return _table_row(written, is_header=True)

    def _symbol_row(self, texts: list[str]) -> str:
        cells = [self._cell(self._paragraph("bang_giua", text, keep=True), n) for n, text in enumerate(texts)]
        return _table_row(cells, is_header=True)

    def _row(self, row: Row, keep: bool) -> str:
        written, at = [], 0
        if row.kind != DATA and (span := self._label_span(row)):
            component = "bang_giua" if row.kind == TOTAL else "bang_chu"
            written.append(self._cell(self._paragraph(component, row.label, row.kind != DATA, keep), 0, span))
            at = span
        for n in range(at, len(self.columns)):
            key, column = self.columns[n]
            content = self._paragraph(
                ALIGNED[self._align(column)], self._text(row, key, column), row.kind != DATA, keep
            )
            written.append(self._cell(content, n))
        return _table_row(written)

    def _label_span(self, row: Row) -> int:
        """How many cells the name of a total (or of a group without a number) takes: all before the first figure."""
        if row.kind == GROUP and row.number:
            return 0
        span = next((n for n, (_, column) in enumerate(self.columns) if column.is_number), len(self.columns))
        return (
            0
            if any(row.cell(key).printed for key, _ in self.columns[:span] if key != self.table.label_column)
            else span
        )

    def _text(self, row: Row, key: str, column: Column) -> str:
        if column.kind == "so_thu_tu":
            return row.number
        if row.kind != DATA and key == self.table.label_column:
            return row.label
        return row.cell(key).printed

    def _align(self, column: Column) -> str:
        numbers = self.table.number_align or ("phai" if self.fit.side_mm >= ROOMY_MM else "giua")
        return column.align or {"so": numbers, "so_thu_tu": "giua"}.get(column.kind, "trai")

    def _paragraph(self, component: str, text: str, bold: bool = False, keep: bool = False) -> str:
        smaller = self.fit.size_pt if self.fit.size_pt != self.ruled.size_pt else None
        return _paragraph(self.styles[component], text, bold=bold, keep=keep, size_pt=smaller)

    def _cell(self, content: str, first: int, span: int = 1, merge: str = "") -> str:
        width = sum(self.widths[first : first + span])
        spread = tag("gridSpan", val=span) if span > 1 else ""
        return tag(
            "tc",
            tag("tcPr", tag("tcW", w=width, type="dxa"), spread, merge, tag("vAlign", val="center")),
            content,
        )

    def _fit(self) -> Fit:
        needs = [
            ColumnNeeds(tuple(self._pieces(n)), column.width_mm, column.kind != "so_thu_tu")
            for n, (_, column) in enumerate(self.columns)
        ]
        groups = [GroupNeeds(c.text, c.first, c.span) for row in self.header for c in row if c.text]
        return fit(needs, groups, Decimal(self.width) / TWIPS_PER_MM, self.ruled.size_pt)

    def _pieces(self, n: int) -> list[Piece]:
        """Every text of one column, each once; the name of a total that spans several columns is nobody's."""
        key, column = self.columns[n]
        whole = column.kind != "chu"
        rows = [
            Piece(self._text(row, key, column), row.kind != DATA, whole)
            for row in self.content.rows
            if row.kind == DATA or n >= self._label_span(row)
        ]
        symbols = [Piece(texts[n], whole=True) for texts in self.symbols]
        return list(dict.fromkeys([Piece(column.title, bold=True), *symbols, *rows]))


def _keeps(row: Row, after: Row | None) -> bool:
    """True for a row that must stand on the page of the next one: before the total, before sums, and a group's name."""
    if after is None:
        return False
    if after.kind == TOTAL or row.kind == TOTAL:
        return True
    if after.kind == GROUP:
        return any(member is row for member in after.members[-1:])
    return row.kind == GROUP and any(member is after for member in row.members[:1])


def _table_row(cells: Sequence[str], is_header: bool = False) -> str:
    return tag("tr", tag("trPr", tag("cantSplit"), tag("tblHeader") if is_header else ""), *cells)


def _paragraph(
    style: str, text: str, *, bold: bool = False, keep: bool = False, size_pt: Decimal | None = None
) -> str:
    size = int(size_pt * 2) if size_pt is not None else 0
    marks = f"{tag('b') if bold else ''}{tag('sz', val=size) + tag('szCs', val=size) if size else ''}"
    looks = tag("rPr", marks) if marks else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(esc(line.strip()) for line in text.split("\n"))
    run = f'<w:r>{looks}<w:t xml:space="preserve">{lines}</w:t></w:r>' if text else ""
    return tag(
        "p",
        tag("pPr", tag("pStyle", val=style), tag("keepNext") if keep else "", looks if not text else ""),
        run,
    )


def _whole_twips(fitted: Fit, width: int) -> list[int]:
    """The widths in twips; they add up to ``width`` exactly."""
    edges = [twips(sum(fitted.widths[:n], Decimal(0))) for n in range(len(fitted.widths))]
    return [right - left for left, right in zip(edges, [*edges[1:], width], strict=True)]
