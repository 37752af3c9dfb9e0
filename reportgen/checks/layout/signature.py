"""Authority, office and name of the signer (Mục II.7)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import from_fact, judge_rule, passes
from reportgen.checks.layout.view import Fact, Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.reader import SINGLE_FACTOR, pt
from reportgen.pattern import Pattern
from reportgen.profile import Rule

BELOW = {
    "quyen_han.tm": ("TM.", "dòng dưới phải ghi chức vụ của người ký"),
    "quyen_han.kt": ("KT.", "dòng dưới phải ghi chức vụ cấp phó của người ký"),
    "quyen_han.tl": ("TL.", "dòng dưới phải ghi chức vụ của người ký thừa lệnh"),
    "quyen_han.tuq": ("TUQ.", "dòng dưới phải ghi chức vụ của người được ủy quyền"),
}
OWN_RULES = Pattern(
    r"\b((?<!MÔI )(?<!THỊ )TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|VIỆN|GIÁO DỤC|Y TẾ|KHOA HỌC|QUÂN|QUỐC PHÒNG|CÔNG AN|BIÊN PHÒNG|BỘ ĐỘI)\b"
)
"""NĐ30 PL I, Phần I, Mục II.7.c: bodies whose ministry says how degrees and ranks are written."""
OFFICE = Pattern(r"Q\. ?(TỔNG |PHÓ |CHI )?\w+")


def right_half(view: View, rule: Rule) -> Iterator[Fault]:
    """The block stands in the right half."""
    width = view.reading.sections[0].text_width
    for component in view.of("quyen_han_ky", "chuc_vu")[:1]:
        first, form = component.first, component.first.format
        centre = first.cell.centre if first.cell else (form.left + first.room - form.right) // 2
        if centre * 2 <= width and not (first.cell is None and form.align == "right"):
            yield fault(component, "không nằm ở nửa bên phải", "phải ở nửa bên phải, dưới phần nội dung")


def prefix(view: View, rule: Rule) -> Iterator[Fault]:
    """«TM.», «KT.» …: capitals, full stop, space."""
    for component in view.of("quyen_han_ky"):
        head = component.text.split(" ", 1)[0]
        close = next((known for known in rule.value if head.startswith(known) and head != known), "")
        if close:
            after = component.text.removeprefix(close)
            yield fault(component, f"thiếu dấu cách sau «{close}»", f"phải viết «{close} {after}»")
        elif head not in rule.value:
            allowed = words.joined(f"«{prefix}»" for prefix in rule.value)
            yield fault(component, f"ghi «{head}»", f"phải là {allowed}, rồi một dấu cách")


def office_below(view: View, rule: Rule) -> Iterator[Fault]:
    """Below the line of authority stands the office of the one who signs."""
    start, wanted = BELOW[rule.code]
    lines = [c for c in view.parts if c.kind in ("quyen_han_ky", "chuc_vu")]
    for component, after in zip(lines, [*lines[1:], None], strict=False):
        if component.text.startswith(start) and after is None:
            yield fault(component, "không có dòng chức vụ bên dưới", wanted)


def acting(view: View, rule: Rule) -> Iterator[Fault]:
    """«Q.» stands before an office."""
    for component in view.of("quyen_han_ky"):
        if component.text.startswith("Q.") and not OFFICE.match(component.text):
            yield fault(component, f"«{component.text}»", "«Q.» đứng trước chức vụ, ví dụ «Q. GIÁM ĐỐC»")


def room_to_sign(view: View, rule: Rule) -> Iterator[Fault]:
    """Room between office and name, in lines; a picture there is the signature itself.

    A second office stands right above the name (Mục II.7.c): the room is the widest gap on the way down to the name.
    """
    offices, name = view.of("quyen_han_ky", "chuc_vu", "chuc_danh_khac"), view.one("nguoi_ky")
    if not offices or name is None:
        return
    lines = [*sorted((c for c in offices if _column(c) == _column(name)), key=lambda c: c.first.number), name]
    gaps = [gap for above, below in pairwise(lines) if (gap := _gap(view, above, below, name)) is not None]
    if gaps and not passes(view, rule, max(gaps)):
        yield from_fact(rule, Fact(max(gaps), "Chỗ ký", name.text, name.first.number))


def _column(component: Component) -> int:
    """The column it stands in: two may sign side by side."""
    return component.first.cell.column if component.first.cell else 0


def _gap(view: View, above: Component, below: Component, name: Component) -> Decimal | None:
    """Lines of the name's size between two lines; None where words stand between them or both are one paragraph."""
    between = [p for p in view.reading.paragraphs if above.first.number < p.number < below.first.number]
    if any(p.text for p in between) or below.first.number == above.first.number:
        return None
    height = sum(
        (SINGLE_FACTOR * p.mark.size_pt + pt(p.format.before + p.format.after) for p in between), Decimal(0)
    )
    space = pt(below.first.format.before + above.first.format.after)
    return ((height + space) / (SINGLE_FACTOR * name.size_pt)).quantize(Decimal("0.1"))


def plain_name(view: View, rule: Rule) -> Iterator[Fault]:
    """No degrees or honours before the name; schools, hospitals, science, army and police have rules of their own."""
    offices = " ".join(c.text for c in view.of("co_quan_chu_quan", "co_quan_ban_hanh")).upper()
    if not OWN_RULES.search(offices):
        yield from judge_rule(view, rule)


def second_office(view: View, rule: Rule) -> Iterator[Fault]:
    """Another office of the signer stands right above the name, below the room for the signature."""
    name = view.one("nguoi_ky")
    for component in view.of("chuc_danh_khac"):
        if name and _column(component) == _column(name):
            between = [p for p in view.reading.paragraphs if component.lines[-1].number < p.number < name.first.number]
            if len(between) > 1:
                yield fault(component, "cách xa họ tên người ký", "ghi ngay trên họ tên người ký")


def kept_together(view: View) -> Iterator[Fault]:
    """Our own frames keep the signature with the last lines of text (no rule of the decree; asked for by the frame)."""
    last = view.last_of_body
    if last and not last.lines[-1].format.keep_next:
        yield fault(last, "đoạn cuối không giữ cùng trang với phần ký", "đoạn cuối đi cùng trang với chữ ký")
    block = [p for c in _closing(view) for p in c.lines]
    if block and any(not p.format.keep_next for p in block[:-1] if p.number != max(q.number for q in block)):
        yield Fault(
            "phần ký có thể bị tách sang hai trang", "các dòng của phần ký phải giữ cùng nhau", "Phần ký"
        )


def _closing(view: View) -> tuple[Component, ...]:
    return view.of("noi_nhan_nhan", "noi_nhan", "quyen_han_ky", "chuc_vu")


SPECIAL: dict[str, Special] = {
    "quyen_han.position": right_half,
    "quyen_han.prefix": prefix,
    "quyen_han.q": acting,
    "ho_ten.no_title": plain_name,
    "chuc_vu.second_office": second_office,
    "chu_ky.gap": room_to_sign,
} | {code: office_below for code in BELOW}
