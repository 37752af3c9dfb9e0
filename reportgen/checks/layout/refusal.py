"""Documents that a profile of the State cannot judge, each told in one line.

Copies from law sites carry the site's layout; Party documents have a layout of their own; a price list has none.
"""

from __future__ import annotations

from reportgen.checks.layout.view import View
from reportgen.diagnostics import Finding, Place, Severity

TOP = 30
LETTERHEAD = ("tieu_de_dang", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh", "ten_loai", "trich_yeu_cv")


def not_ours_to_judge(view: View) -> Finding | None:
    """The one finding that says why this document is not judged; None for the usual case."""
    if _from_law_site(view):
        return _refusal(
            view,
            "TT42",
            "Tệp này là bản chép từ trang web pháp luật, không phải tệp gốc của cơ quan, nên không kiểm thể thức.",
            "Hãy kiểm tệp gốc của cơ quan ban hành.",
        )
    if _of_the_other_side(view):
        of_party = view.one("tieu_de_dang") is not None
        here, there = (
            ("của Đảng", "của cơ quan nhà nước") if of_party else ("của cơ quan nhà nước", "của Đảng")
        )
        return _refusal(
            view,
            "TT43",
            f"Văn bản theo thể thức {here}, không kiểm bằng thể thức {there}.",
            f"Chọn thể thức dành cho văn bản {here}.",
        )
    if not view.of(*LETTERHEAD):
        return _refusal(
            view,
            "TT45",
            "Không nhận ra đây là văn bản hành chính: không thấy Quốc hiệu, số ký hiệu, địa danh hay tên loại.",
            "Kiểm tra lại có đúng tệp cần kiểm không.",
        )
    return None


def _from_law_site(view: View) -> bool:
    """No margins declared, and hyphens for rules or the site's typeface."""
    if any(section.has_margins for section in view.reading.sections):
        return False
    dashes = any(set(p.text) == {"-"} and len(p.text) > 3 for p in view.reading.paragraphs[:TOP])
    fonts = {p.face.font for p in view.reading.paragraphs if p.ink}
    return dashes or "Arial" in fonts


def _of_the_other_side(view: View) -> bool:
    """A Party heading under a profile of the State, or a Quốc hiệu under one of the Party."""
    party = any(rule.component == "tieu_de_dang" for rule in view.profile.rules)
    if party:
        return view.one("tieu_de_dang") is None and view.one("quoc_hieu") is not None
    return view.one("tieu_de_dang") is not None and view.one("quoc_hieu") is None


def _refusal(view: View, code: str, message: str, hint: str) -> Finding:
    return Finding(code, Severity.WARNING, message, Place(file=view.shown), hint=hint)
