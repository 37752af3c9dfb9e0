"""Documents that a profile cannot judge, each told in one line instead of hundreds of findings about nothing.

Copies from law sites carry the site's layout; Party documents have a layout of their own; legal normative documents follow
the Law on their promulgation (Nghị định 154/2020/NĐ-CP amending 34/2016, then 78/2025), not Nghị định 30 (its Điều 1.2);
contracts, applications, declarations and slips are no administrative documents of an office; a price list has no layout.
A document somebody made with a kind of ours is always judged (``expected.kind``).
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.checks.layout.view import View
from reportgen.diagnostics import Finding, Place, Severity
from reportgen.pattern import Pattern
from reportgen.vietnamese.text import fold

TOP = 30
SITE_FONT = "Arial"
HEADING = ("tieu_de_dang", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh", "trich_yeu_cv", "co_quan_ban_hanh")
LETTERHEAD = ("tieu_de_dang", "quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh", "ten_loai", "trich_yeu_cv")
OF_AN_OFFICE = ("co_quan_ban_hanh", "so_ky_hieu", "noi_nhan_nhan", "noi_nhan", "trich_yeu_cv", "kinh_gui")
NORMATIVE = Pattern(r"(bo luat|luat|phap lenh|lenh|nghi dinh|thong tu|thong tu lien tich|hien phap)$")
LAW_LINE = Pattern(r"(Luật|Bộ luật|Pháp lệnh|Nghị quyết)\s+số\s*:?\s*\d*[.…_ ]*/(19|20)\d{2}/(QH|UBTVQH)\d*")
LAW_NUMBER = Pattern(r"\d+/(19|20)\d{2}/(QH|UBTVQH)\d+")
DRAFTED_LAW = Pattern(r"/(19|20)\d{2}/(QĐ|NQ)-(UBND|HĐND|TTg|HĐTP)\b")
PRIVATE = Pattern(
    r"(hop dong|phu luc hop dong|bien ban thanh ly|don\b|to khai|ban khai|ban cam ket|giay cam ket|so yeu ly lich"
    r"|ly lich|ban kiem diem|ban tu kiem diem|giay uy quyen|giay bien nhan|hoa don|de cuong|phieu trinh|phieu xu ly"
    r"|phieu yeu cau|phieu dang ky|phieu khao sat|phieu thu|phieu chi|bang ke|giay de nghi|giay xac nhan)"
)


def not_ours_to_judge(view: View) -> Finding | None:
    """The one finding that says why this document is not judged; None for the usual case."""
    return next((finding for reason in REASONS if (finding := reason(view))), None)


def law_site(view: View) -> Finding | None:
    """Hyphens for rules or the site's typeface, and no margins declared; a copy that LibreOffice or Word saved again has
    margins, but then it has both the hyphens and a page that is all in the typeface.
    """
    dashes = any(set(p.text) == {"-"} and len(p.text) > 3 for p in view.reading.paragraphs[:TOP])
    fonts = {p.face.font for p in view.reading.paragraphs if p.ink}
    saved_again = any(section.has_margins for section in view.reading.sections)
    if not (dashes and fonts == {SITE_FONT} if saved_again else dashes or SITE_FONT in fonts):
        return None
    return _refusal(
        view,
        "TT42",
        "Tệp này là bản chép từ trang web pháp luật, không phải tệp gốc của cơ quan, nên không kiểm thể thức.",
        "Hãy kiểm tệp gốc của cơ quan ban hành.",
    )


def other_side(view: View) -> Finding | None:
    """A Party heading under a profile of the State, or a Quốc hiệu under one of the Party."""
    heading, nation = view.one("tieu_de_dang"), view.one("quoc_hieu")
    for_party = view.profile.letterhead == "dang"
    if (heading is not None or nation is None) if for_party else (heading is None or nation is not None):
        return None
    here, there = ("của Đảng", "của cơ quan nhà nước") if heading else ("của cơ quan nhà nước", "của Đảng")
    return _refusal(
        view,
        "TT43",
        f"Văn bản theo thể thức {here}, không kiểm bằng thể thức {there}.",
        f"Chọn thể thức dành cho văn bản {here}.",
    )


def normative(view: View) -> Finding | None:
    """A law, decree, circular; a decision or resolution whose number carries the year."""
    name, number = view.one("ten_loai"), view.one("so_ky_hieu")
    written = number.text[:200] if number else ""
    named = name is not None and bool(NORMATIVE.fullmatch(fold(name.text)[:40].strip()))
    of_law = any(LAW_LINE.match(p.text[:80]) for p in view.reading.paragraphs[:TOP])
    if not (named or of_law or LAW_NUMBER.search(written) or DRAFTED_LAW.search(written)):
        return None
    return _refusal(
        view,
        "TT46",
        "Đây là văn bản quy phạm pháp luật, có quy định riêng về thể thức, nên không kiểm theo quy định về công tác văn thư.",
        "Kiểm theo pháp luật về ban hành văn bản quy phạm pháp luật.",
    )


def private(view: View) -> Finding | None:
    """Contracts, applications, declarations, internal slips: with a Quốc hiệu perhaps, but from no office."""
    name = view.one("ten_loai")
    of_office = view.of(*OF_AN_OFFICE)
    listed = name is not None and bool(PRIVATE.match(fold(name.text[:60])))
    if not (listed and not view.one("noi_nhan_nhan")) and (of_office or not view.of("quoc_hieu", "tieu_ngu")):
        return None
    shown = f"«{name.text[:60]}»" if name else "giấy tờ này"
    return _refusal(
        view,
        "TT50",
        f"Không kiểm thể thức {shown}: hợp đồng, đơn, tờ khai, phiếu nội bộ không thuộc quy định về văn bản hành chính.",
        "Nếu đây là văn bản của cơ quan, hãy bổ sung tên cơ quan ban hành, số và ký hiệu, nơi nhận.",
    )


def unknown(view: View) -> Finding | None:
    """Nothing of an official document is on the page."""
    if view.of(*LETTERHEAD):
        return None
    return _refusal(
        view,
        "TT45",
        "Không nhận ra đây là văn bản hành chính: không thấy Quốc hiệu, số ký hiệu, địa danh hay tên loại.",
        "Kiểm tra lại có đúng tệp cần kiểm không.",
    )


def headless(view: View) -> Finding | None:
    """A type name with nothing above it: rules, a plan or an outline issued with another document, kept as a file of its own."""
    if view.of(*HEADING) or view.one("noi_nhan_nhan"):
        return None
    return _refusal(
        view,
        "TT51",
        "Tệp không có phần đầu của văn bản (Quốc hiệu, tên cơ quan, số, ký hiệu), nên không kiểm thể thức.",
        "Nếu là văn bản kèm theo hay phụ lục, hãy kiểm cùng tệp với văn bản chính.",
    )


def for_outsiders(reason: Callable[[View], Finding | None]) -> Callable[[View], Finding | None]:
    """A reason that does not hold for what was made as one of our kinds."""
    return lambda view: None if view.expected.kind else reason(view)


def _refusal(view: View, code: str, message: str, hint: str) -> Finding:
    return Finding(code, Severity.WARNING, message, Place(file=view.shown), hint=hint)


REASONS = (law_site, other_side, for_outsiders(normative), for_outsiders(private), unknown, for_outsiders(headless))
