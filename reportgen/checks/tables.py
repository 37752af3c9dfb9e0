"""Data tables: are the printed cells what their formulas, sums and relations give? (``judge`` says what kind of wrong.)

Given numbers only: what the program worked out itself is right by making. Every finding stands at its cell
(``xa.xlsx!Chỉ tiêu!K15``) and names the operands with their values. Sums of counts are exact; a share is never a sum:
its total is judged by its formula on the totals. A formula of plain sums holds for the total as well and is asked
there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.acceptance import Acceptances
from reportgen.checks.comparisons import compare
from reportgen.checks.figures import check_relations
from reportgen.checks.plausible_cells import check_cells
from reportgen.checks.verdicts import Claim, judge
from reportgen.diagnostics import NOWHERE, Finding, Place, Severity, error
from reportgen.figures.derive import working
from reportgen.figures.expressions import evaluate, parse_comparison
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.figures.quantity import printed_range
from reportgen.figures.relations import Relation
from reportgen.figures.tokens import ExpressionError
from reportgen.noun import replace
from reportgen.tables.content import DATA, GROUP, Row, TableContent
from reportgen.tables.declared import TableType
from reportgen.tables.formulas import Formula, in_keys, is_additive, read_formulas
from reportgen.tables.named import find_figure, is_table_reference
from reportgen.tables.sums import total_of, way_of

NOT_CHECKED = "SL39"


def check_table(
    content: TableContent,
    reasons: Mapping[str, str] | None = None,
    places: Mapping[str, Place] | None = None,
    *,
    doubts: bool = False,
) -> list[Finding]:
    """Findings of one table, cell by cell in reading order, then of its relations; ``doubts``: then of numbers that cannot be.

    ``reasons``: why deviations stand, by cell (K15), column, or column and row (ty_le.tong); ``places``: where each was
    typed. An accepted finding stays visible; a reason nothing needs (SL38), or that names no cell (BG22), is one too.
    """
    acceptances = Acceptances(content, reasons or {}, places or {})
    formulas = read_formulas(content.table, [])
    found = [
        acceptances.applied(finding, row, key)
        for row in content.rows
        for key in content.table.numbers
        for finding in _cell_findings(content, row, key, formulas)
    ]
    for relation in content.table.relations:
        found += _relation_findings(content, relation, acceptances)
    if doubts:
        wrong = {finding.place for finding in found if finding.severity is Severity.ERROR}
        found += [f for f in check_cells(content, acceptances) if f.place not in wrong]
    return [*found, *acceptances.leftovers()]


def check_stated_twice(
    indicators: Mapping[str, Indicator],
    figures: Figures,
    tables: Mapping[str, TableContent],
    declared: Mapping[str, TableType],
) -> list[Finding]:
    """Findings BG23: figures that name a table's cell as their source, yet were given another value by the report."""
    found = []
    for key, indicator in indicators.items():
        figure = figures.get(key)
        if figure is None or not is_table_reference(indicator.source):
            continue
        stated = find_figure(indicator.source, indicator.at("source"), tables, declared, [])
        if stated is None or stated.place == figure.place:
            continue
        finding = compare(f"Lời văn và bảng «{indicator.source.split('.')[1]}»", stated, figure)
        if finding:
            found.append(replace(finding, code="BG23"))
    return found


def _cell_findings(
    content: TableContent, row: Row, key: str, formulas: Mapping[str, Formula]
) -> Iterator[Finding]:
    """What is wrong with one given number: against its formula, and in a row of sums against the sum."""
    cell, formula = row.cell(key), formulas.get(key)
    if not cell.is_given or cell.text:
        return
    way = way_of(key, content.table.columns[key], formulas) if row.kind != DATA else "cong_thuc"
    if row.kind == GROUP and content.table.grouping and not content.table.grouping.has_sums:
        return
    if way == "cong":
        yield from _against_sum(content, row, key, cell.figure)
    if formula and (way == "cong_thuc" or (way == "cong" and formula.is_additive)):
        yield from _against_formula(content, row, formula, cell.figure)


def _against_formula(content: TableContent, row: Row, formula: Formula, figure: Figure) -> Iterator[Finding]:
    figures = row.figures
    if any(name not in figures for name in formula.needs):
        return
    steps = working(formula.source, figures)
    try:
        computed = evaluate(formula.tree, lambda name: printed_range(figures[name]))
    except ExpressionError as fault:
        message = f"{_where(content, row)}: «{figure.label}» ghi {figure}, nhưng {fault.message} ({steps})"
        yield error(
            "BG17", message, figure.place, found=str(figure), hint="không có số thì ghi dấu - vào ô này"
        )
        return
    finding = judge(Claim(_where(content, row), steps, computed, figure))
    if finding:
        yield finding


def _against_sum(content: TableContent, row: Row, key: str, figure: Figure) -> Iterator[Finding]:
    total = total_of(key, row.members)
    if total is None:
        message = f"{_where(content, row)}: chưa kiểm tra được «{figure.label}» vì có ô không có số"
        yield Finding(NOT_CHECKED, Severity.INFO, message, figure.place)
        return
    finding = judge(Claim(_where(content, row), f"cộng {len(row.members)} dòng", total, figure))
    if finding:
        yield finding


def _relation_findings(content: TableContent, relation: Relation, acceptances: Acceptances) -> list[Finding]:
    """A relation of the table on every row it holds for: rows of sums only where sums keep it."""
    relation = _in_keys(relation, content)
    for_sums = _holds_for_sums(relation)
    found: list[Finding] = []
    for row in content.rows:
        if row.kind != DATA and not for_sums:
            continue
        asked = replace(relation, label=f"{_where(content, row)}: {relation.label}", accepted="")
        absent = [
            key for key in content.table.numbers if not row.cell(key).figure and not row.cell(key).faulty
        ]
        faulty = [key for key in content.table.numbers if row.cell(key).faulty]
        figures = Figures(row.figures.values(), absent, faulty)
        for finding in check_relations([asked], figures):
            if finding.code != NOT_CHECKED:
                found.append(_placed(finding, relation, row, acceptances))
    if relation.accepted and not found:
        message = f"bảng «{content.key}», {relation.label}: số liệu đã khớp, không cần «chap_nhan» nữa"
        place = relation.at("accepted")
        return [Finding("SL38", Severity.INFO, message, place, hint="xóa dòng chap_nhan")]
    return [replace(finding, accepted=finding.accepted or relation.accepted) for finding in found]


def _placed(finding: Finding, relation: Relation, row: Row, acceptances: Acceptances) -> Finding:
    """The finding at the row it was found in; accepted if the report gives a reason for its cell."""
    own = {relation.place, relation.at("statement"), NOWHERE}
    finding = replace(finding, place=row.place) if finding.place in own else finding
    key = next((key for key, cell in row.cells.items() if cell.figure and cell.place == finding.place), "")
    return acceptances.applied(finding, row, key)


def _in_keys(relation: Relation, content: TableContent) -> Relation:
    return (
        replace(relation, statement=in_keys(relation.statement, content.table.columns))
        if relation.statement
        else relation
    )


def _holds_for_sums(relation: Relation) -> bool:
    """Sums of rows keep sums, differences and equalities; not products, nor shares taken apart."""
    if relation.statement:
        return all(is_additive(side) for side in parse_comparison(relation.statement).sides)
    return bool(relation.sum or relation.difference or relation.equal)


def _where(content: TableContent, row: Row) -> str:
    return f"bảng «{content.key}», {row.shown}"
