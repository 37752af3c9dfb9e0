"""Cells of a data table that cannot be: below nothing, more than a whole, outside what their column declares.

The same rules as for single figures (``plausible``); the words of a column are its own and those of the groups over it. Numbers
somebody gave, in rows of data; what is worked out from them follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.acceptance import Acceptances
from reportgen.checks.plausible import ANY, COLUMN, Limits, finding_of, limits_of
from reportgen.diagnostics import Finding
from reportgen.figures.model import Indicator
from reportgen.figures.relations import Relation
from reportgen.noun import replace
from reportgen.tables.content import DATA, TableContent
from reportgen.tables.formulas import in_keys


def check_cells(content: TableContent, acceptances: Acceptances) -> Iterator[Finding]:
    """Findings SL41–SL43, cell by cell; accepted where the report gives a reason for the cell."""
    limits = column_limits(content)
    for row in content.rows:
        for key, its in limits.items():
            figure = row.cell(key).figure
            if row.kind != DATA or figure is None or figure.origin == "formula" or its.hold(figure.value):
                continue
            name = f"bảng «{content.key}», {row.shown}, «{figure.label}»"
            yield acceptances.applied(finding_of(name, figure, its, COLUMN), row, key)


def column_limits(content: TableContent) -> Mapping[str, Limits]:
    """The limits of the columns of numbers that have any."""
    table = content.table
    indicators = {
        key: Indicator(
            label=" ".join(column.path),
            unit=column.measure or table.unit,
            formula=column.formula,
            low=column.low,
            high=column.high,
            place=column.place,
        )
        for key, column in table.columns.items()
        if column.is_number
    }
    return {key: its for key, its in limits_of(indicators, _relations(content)).items() if its != ANY}


def _relations(content: TableContent) -> list[Relation]:
    """The relations of the table with the keys of columns for their symbols."""
    columns = content.table.columns
    return [
        replace(relation, statement=in_keys(relation.statement, columns)) if relation.statement else relation
        for relation in content.table.relations
    ]
