"""Type name, subject, căn cứ (Mục II.5, II.6.a)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout.ops import from_fact, passes, pattern
from reportgen.checks.layout.view import Fault, Special, View, fact, fault
from reportgen.docx.components.title import is_decision
from reportgen.docx.reader import Paragraph, pt
from reportgen.pattern import Pattern
from reportgen.profile import Rule

SEVERAL = Pattern(r"[;.]\s*\n?\s*Căn cứ\b|\n\s*Căn cứ\b")
LAW_NUMBER = Pattern(r"\b(Luật|Pháp lệnh)\b[^;,]{0,160}?\bsố\s*\d+", re.DOTALL)
CITED = Pattern(r"\b(Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Chương trình|Công văn)\s+số\s*\d+", re.IGNORECASE)
LAW_YEAR = Pattern(r"\b(Luật|Pháp lệnh|Bộ luật)\b")
LONGEST_SUBJECT = 300
DECISION_OPENING = Pattern(r"(Về việc|Ban hành|Phê duyệt|Về) ")


def no_indent(view: View, rule: Rule) -> Iterator[Fault]:
    """A centred name is not pushed aside by an indent of its first line."""
    component = view.one("ten_loai")
    if component and component.first.format.first:
        value = (Decimal(component.first.format.first) * Decimal("2.54") / 1440).quantize(Decimal("0.01"))
        yield from_fact(rule, fact(component, value))


def right_below(view: View, rule: Rule) -> Iterator[Fault]:
    """The subject right below the type name."""
    name, subject = view.one("ten_loai"), view.one("trich_yeu")
    if name and subject and subject.first.number - name.lines[-1].number > 1:
        yield fault(subject, "có dòng trống giữa tên loại và trích yếu", "phải ngay dưới tên loại")


def letter_place(view: View, rule: Rule) -> Iterator[Fault]:
    """The subject of a công văn: below the number, centred."""
    number, subject = view.one("so_ky_hieu"), view.one("trich_yeu_cv")
    if subject is None:
        return
    if number and view.at(subject) < view.at(number):
        yield fault(subject, "nằm trên số, ký hiệu", "phải ở dưới số, ký hiệu")
    if subject.first.cell and any(line.format.align != "center" for line in subject.lines):
        yield fault(subject, "không căn giữa", "phải căn giữa, dưới số, ký hiệu")


def letter_gap(view: View, rule: Rule) -> Iterator[Fault]:
    """6 pt between the number and the subject of a công văn."""
    number, subject = view.one("so_ky_hieu"), view.one("trich_yeu_cv")
    if number is None or subject is None or view.at(number) == view.at(subject) or view.floats(subject):
        return
    gap = _gap(view, number.lines[-1], subject.first)
    if gap is not None and not passes(view, rule, gap):
        yield from_fact(rule, fact(subject, gap))


def no_letter_rule(view: View, rule: Rule) -> Iterator[Fault]:
    """No rule below the subject of a công văn."""
    subject = view.one("trich_yeu_cv")
    if subject and subject.line:
        yield fault(subject, "có đường kẻ bên dưới", "không quy định đường kẻ")


def bases_below(view: View, rule: Rule) -> Iterator[Fault]:
    """Căn cứ below type name and subject."""
    name = view.one("trich_yeu") or view.one("ten_loai")
    for basis in view.of("can_cu")[:1]:
        if name and basis.first.number < name.first.number:
            yield fault(basis, "nằm trên trích yếu", "phải ở dưới tên loại và trích yếu")


def one_per_line(view: View, rule: Rule) -> Iterator[Fault]:
    """Each basis in a paragraph of its own."""
    for basis in view.of("can_cu"):
        if SEVERAL.search(basis.first.typed):
            yield fault(basis, "nhiều căn cứ trong một đoạn", "mỗi căn cứ một dòng riêng")


def law_without_number(view: View, rule: Rule) -> Iterator[Fault]:
    """Laws are cited without number (many offices add it since 2025: only a hint)."""
    for basis in view.of("can_cu"):
        if LAW_NUMBER.search(basis.text) and not re.search(r"Nghị định|Thông tư|Quyết định", basis.text[:40]):
            yield fault(basis, "Luật ghi kèm số", "Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành")


def cited_in_full(view: View, rule: Rule) -> Iterator[Fault]:
    """A numbered document among the bases is cited with its day and the body that issued it."""
    for basis in view.of("can_cu"):
        text = basis.text[:600]
        if (found := CITED.search(text)) is None:
            continue
        missing = [word for word in ("ngày", "của") if word not in text[found.end() :]]
        if missing:
            named = {"ngày": "ngày ban hành", "của": "cơ quan ban hành"}
            yield fault(basis, f"thiếu {' và '.join(named[word] for word in missing)}", "ghi đủ số, ký hiệu, ngày, cơ quan ban hành, trích yếu")


def law_with_year(view: View, rule: Rule) -> Iterator[Fault]:
    """The Party cites a law with its name and year."""
    for basis in view.of("can_cu"):
        text = basis.text[:300]
        if LAW_YEAR.search(text[:30]) and not CITED.search(text) and not re.search(r"\b(19|20)\d{2}\b", text):
            yield fault(basis, "không ghi năm ban hành", "luật, pháp lệnh ghi tên và năm ban hành")


def brief(view: View, rule: Rule) -> Iterator[Fault]:
    """A subject of one short phrase."""
    subject = view.one("trich_yeu")
    if subject and len(subject.text) > LONGEST_SUBJECT:
        yield fault(subject, f"dài {len(subject.text)} ký tự", "một câu hoặc cụm từ ngắn gọn")


def decision_opening(view: View, rule: Rule) -> Iterator[Fault]:
    """A decision's subject opens with «Về việc …», «Ban hành …» or «Phê duyệt …»."""
    subject = view.one("trich_yeu")
    if subject and _decides(view) and not DECISION_OPENING.match(subject.text):
        yield fault(
            subject,
            f"«{subject.text[:30]}»",
            "quyết định mở đầu «Về việc …», «Ban hành …» hoặc «Phê duyệt …»",
        )


def competence(view: View, rule: Rule) -> Iterator[Fault]:
    """A decision names who decides, in bold capitals in the middle, above its bases."""
    if not _decides(view):
        return
    lines = view.of("tham_quyen")
    if not lines:
        yield Fault(
            "không thấy dòng thẩm quyền ban hành", "in hoa, đậm, căn giữa, trên các căn cứ", "Dòng thẩm quyền"
        )
    for line in lines:
        if not line.face.bold or line.first.format.align != "center":
            yield fault(line, "chưa đậm hoặc chưa căn giữa", "in hoa, đậm, căn giữa")


def opening(view: View, rule: Rule) -> Iterator[Fault]:
    """A basis opens with the words of the sample forms."""
    for basis in view.of("can_cu"):
        if not pattern(f"{rule.value}").match(basis.text):
            yield fault(
                basis,
                f"mở đầu «{basis.text[:25]}…»",
                "mở đầu «Căn cứ», «Theo đề nghị», «Xét đề nghị»",
            )


def _decides(view: View) -> bool:
    name = view.one("ten_loai")
    return name is not None and is_decision(name.text)


def _gap(view: View, above: Paragraph, below: Paragraph) -> Decimal | None:
    """Space in points between two paragraphs of one cell; None if something stands between them."""
    if below.number - above.number > 1 and (
        above.cell is None or below.cell is None or above.cell.row == below.cell.row
    ):
        return None
    return pt(above.format.after + below.format.before)


SPECIAL: dict[str, Special] = {
    "ten_loai.first_line_indent": no_indent,
    "trich_yeu.position": right_below,
    "trich_yeu.brief": brief,
    "trich_yeu.quyet_dinh_opening": decision_opening,
    "trich_yeu_cv.position": letter_place,
    "trich_yeu_cv.gap": letter_gap,
    "trich_yeu_cv.no_rule": no_letter_rule,
    "can_cu.position": bases_below,
    "can_cu.one_per_line": one_per_line,
    "can_cu.citation_full": cited_in_full,
    "hd05.can_cu.law": law_with_year,
    "can_cu.law_no_number": law_without_number,
    "can_cu.opening": opening,
    "tham_quyen_line": competence,
}
