"""Forms of ``reportgen form`` among the workbooks of a folder: the hidden sheet says for which period they were made."""

from __future__ import annotations

from pathlib import Path

from reportgen.batch.plan import Plan
from reportgen.diagnostics import Finding, Place, error
from reportgen.returns.identity import TITLE, read_identity
from reportgen.sources.xlsx import load_xlsx, open_xlsx


def other_period(plan: Plan, book: Path) -> list[Finding]:
    """LO56 for a form of another period than that of the batch: its figures would be printed as those of this one."""
    shown = plan.project.shown(book)
    if book.suffix.lower() != ".xlsx":
        return []
    with open_xlsx(book, shown) as opened:
        if all(sheet.name != TITLE for sheet in opened.parts.sheets):
            return []
    said = read_identity(load_xlsx(book, shown))
    if said is None or not said.period or said.period == plan.period.short:
        return []
    message = f"biểu này cấp cho {said.period}, mà đang dựng văn bản của {plan.period.short}"
    return [error("LO56", message, Place(shown), found=said.period, expected=plan.period.short, hint="xin đơn vị biểu của đúng kỳ, hoặc sửa ky_bao_cao ở tệp chung")]
