"""Figures that wait to be confirmed (``chua_chac: có``): a final document may not print one."""

from __future__ import annotations

from reportgen.diagnostics import Finding, error
from reportgen.figures.model import Figures


def check_confirmed(figures: Figures) -> list[Finding]:
    """KY40 for every figure somebody marked as uncertain; what is worked out from it needs no finding of its own."""
    hint = "xác nhận rồi bỏ chua_chac; hoặc dựng bản dự thảo: thêm --du-thao"
    return [
        error("KY40", f"số liệu «{figure.label}» ({key}) chưa được xác nhận: {figure}", figure.place, hint=hint)
        for key, figure in figures.items()
        if figure.unconfirmed and figure.origin != "formula"
    ]
