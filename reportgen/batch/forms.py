"""Forms of ``reportgen form`` among the workbooks: the hidden sheet says for which period they were made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.batch.plan import Plan
from reportgen.batch.reading import open_rows
from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.sources.grid import Book


def refuse_other_period(plan: Plan, book: Path, sheets: Sequence[str]) -> None:
    """DataError LO56 for a form of another period than that of the batch: its figures would be printed as those of this one.

    ``sheets``: the names of the sheets of the workbook, from whoever has it open.
    """
    if len(sheets) < 2:
        return
    from reportgen.returns.identity import TITLE, read_identity

    if TITLE not in sheets:
        return
    shown = plan.project.shown(book)
    with open_rows(book, shown, TITLE, Place(shown)) as source:
        said = read_identity(Book(shown, (source.head,)))
    if said is None or not said.period or said.period == plan.period.short:
        return
    message = f"biểu này cấp cho {said.period}, mà đang dựng văn bản của {plan.period.short}"
    hint = "xin đơn vị biểu của đúng kỳ, hoặc sửa ky_bao_cao ở tệp chung"
    raise DataError.of("LO56", message, Place(shown), found=said.period, expected=plan.period.short, hint=hint)
