"""The day of a document against the days its figures cover."""

from __future__ import annotations

import datetime

from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.periods import Period, Window


def check_window(issue_date: datetime.date | None, window: Window, place: Place) -> list[Finding]:
    """KY18: the document is dated before the last day its figures cover."""
    if issue_date is None or issue_date >= window.last_day:
        return []
    message = f"ngày ban hành {slash_date(issue_date)} trước ngày cuối của kỳ số liệu ({window.text})"
    return [warning("KY18", message, place, hint="xem lại ngay_ban_hanh, ky_bao_cao và ky_chot")]


LONGEST_LEAD = 15
"""The day of the month before on which a period's books may open at the earliest."""


def check_begun(kind: str, issue_date: datetime.date | None, period: Period, place: Place) -> list[Finding]:
    """DL66: a report (``kind``: báo cáo) dated before its period has begun; a plan may well be."""
    if kind.casefold() != "báo cáo" or issue_date is None:
        return []
    if issue_date >= period.window(LONGEST_LEAD).first_day:
        return _check_half_gone(issue_date, period, place)
    message = f"báo cáo {period.short} mà ký ngày {slash_date(issue_date)}, trước khi kỳ bắt đầu"
    return [error("DL66", message, place, hint="xem lại ky_bao_cao và ngay_ban_hanh")]


def _check_half_gone(issue_date: datetime.date, period: Period, place: Place) -> list[Finding]:
    """DL67: a report of a quarter or more dated before half of it is over: most likely the period is mistyped.

    Reports of six months are signed in May for a session in June, those of the year in November, none in the first half.
    """
    half = period.first_day + (period.last_day - period.first_day) / 2
    if period.kind == "thang" or issue_date >= half:
        return []
    message = f"báo cáo {period.short} mà ký ngày {slash_date(issue_date)}, khi chưa hết nửa kỳ"
    return [warning("DL67", message, place, hint="xem lại ky_bao_cao và ngay_ban_hanh")]
