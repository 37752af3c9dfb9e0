"""Nơi nhận (Mục II.9.d): the label, its items with «;», the «Lưu» line with «.»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout.geometry import offset_pt
from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.components.title import is_decision
from reportgen.docx.reader import mm
from reportgen.pattern import Pattern
from reportgen.profile import Rule
from reportgen.vietnamese.text import fold

FLUSH_MM = Decimal(2)
ONE_LINE = Decimal(17)
"""Label and first line of the signature stand level if their tops differ by less than a line (points)."""
INNER_STOP = Pattern(r"(?<=[A-ZĐ])\.(?=[A-ZĐ])")
"""The stop inside an abbreviation: «P.KGVX», «TP.HCM»."""
SEVERAL = Pattern(r";\s*[-–+]\s*\S|\n\s*-")
AFTER_FILING = Pattern(r"(?<=\.)\s*[^\W\d_][\w. ]{0,20}(\(\d+b?\))?\.?$")
"""Drafter's short name or copies after the full stop of the «Lưu» line (ô số 12)."""


def label_words(view: View, rule: Rule) -> Iterator[Fault]:
    """«Nơi nhận:» above the list, letter by letter."""
    label = view.one("noi_nhan_nhan")
    if label is None and view.of("noi_nhan", "noi_luu"):
        yield Fault("không thấy chữ «Nơi nhận:»", f"phải là «{rule.value}»", "Nơi nhận")
    if label and label.text != rule.value:
        yield fault(label, f"«{label.text}»", f"phải là «{rule.value}»")


def label_place(view: View, rule: Rule) -> Iterator[Fault]:
    """The label on its own line, flush left, level with the first line of the signature."""
    label = view.one("noi_nhan_nhan")
    if label is None:
        return
    form = label.first.format
    if form.align not in ("left", "justify") or abs(mm(form.left + form.first)) > FLUSH_MM:
        yield fault(label, "không sát lề trái", "phải sát lề trái")
    signers = [c for c in view.of("quyen_han_ky", "chuc_vu") if c.first.cell]
    if not signers or label.first.cell is None or any(_above(label, c) for c in signers):
        return
    signer = signers[0]
    here, there = label.first.cell, signer.first.cell
    level = (here.table, here.row) == (there.table, there.row)
    if (
        not level
        or abs(offset_pt(view.reading, label.first) - offset_pt(view.reading, signer.first)) > ONE_LINE
    ):
        yield fault(
            label,
            "không ngang hàng với quyền hạn, chức vụ của người ký",
            "phải ngang hàng với dòng đầu của phần ký",
        )


def _above(label: Component, signer: Component) -> bool:
    """True for a second signer in the column of the label: minutes have Nơi nhận below both signatures."""
    return signer.first.cell.column == label.first.cell.column and signer.first.number < label.first.number


def items_closed(view: View, rule: Rule) -> Iterator[Fault]:
    """Each item closes with «;»; where there is no «Lưu» line, the last item is left to that rule."""
    items = view.of("noi_nhan")
    for item in items if view.one("noi_luu") else items[:-1]:
        if not item.text.endswith(f"{rule.value}"):
            yield fault(item, f"kết thúc bằng «{item.text[-1:]}»", f"phải kết thúc bằng «{rule.value}»")


def one_per_line(view: View, rule: Rule) -> Iterator[Fault]:
    """Each recipient on a line of its own."""
    for item in view.of("noi_nhan", "noi_luu"):
        if SEVERAL.search(item.text):
            yield fault(item, "nhiều nơi nhận trên một dòng", "mỗi nơi nhận một dòng")


def filing_present(view: View, rule: Rule) -> Iterator[Fault]:
    """A list of recipients has a «Lưu» line; where the list is missing as a whole, that is told once, as a missing part."""
    whole_list_told = view.profile.rule("the_thuc.main_elements") and not view.of("noi_nhan_nhan", "noi_nhan")
    if view.one("noi_luu") is None and not whole_list_told:
        yield Fault("không thấy dòng «Lưu»", "dòng cuối của Nơi nhận là «- Lưu: VT, đơn vị soạn thảo.»", "Dòng «Lưu»")


def filing_last(view: View, rule: Rule) -> Iterator[Fault]:
    """«Lưu» closes the list."""
    filing = view.one("noi_luu")
    after = [c for c in view.of("noi_nhan") if filing and c.first.number > filing.first.number]
    if after:
        yield fault(filing, "không phải dòng cuối của danh sách", "phải ở dòng cuối")


def filing_form(view: View, rule: Rule) -> Iterator[Fault]:
    """«- Lưu: VT, TH.»; the drafter's short name may follow the full stop, half of all offices leave that out after it."""
    for filing in view.of("noi_luu"):
        text = INNER_STOP.sub("", filing.text)
        texts = (AFTER_FILING.sub("", text), text, f"{text}." if text[-1:].isalnum() or text.endswith(")") else text)
        if not any(pattern(f"{rule.value}").search(each) for each in texts):
            yield fault(
                filing,
                f"«{filing.text}»",
                "phải có dạng «- Lưu: VT, đơn vị soạn thảo.», kết thúc bằng dấu chấm",
            )


def as_above(view: View, rule: Rule) -> Iterator[Fault]:
    """«- Như trên;» comes first where the document has a Kính gửi."""
    items = view.of("noi_nhan")
    if view.one("kinh_gui") and items and "nhu tren" not in fold(items[0].text):
        yield fault(
            items[0], "dòng đầu không phải «- Như trên;»", "dòng đầu là «- Như trên;» khi văn bản có Kính gửi"
        )


def as_article(view: View, rule: Rule) -> Iterator[Fault]:
    """«- Như Điều N;» comes first in decisions; resolutions of a council go to whom the council reports."""
    items, name = view.of("noi_nhan"), view.one("ten_loai")
    if name is None or not is_decision(name.text) or fold(name.text).startswith("nghi quyet"):
        return
    if items and not re.match(r"\W*nhu dieu \d+", fold(items[0].text)):
        yield fault(items[0], "dòng đầu không phải «- Như Điều …;»", "dòng đầu là «- Như Điều …;» ở quyết định")


SPECIAL: dict[str, Special] = {
    "noi_nhan.label_text": label_words,
    "noi_nhan.label_position": label_place,
    "noi_nhan.item_end": items_closed,
    "noi_nhan.item_one_per_line": one_per_line,
    "noi_nhan.luu_present": filing_present,
    "noi_nhan.luu_last": filing_last,
    "noi_nhan.luu_form": filing_form,
    "mttq.luu": filing_form,
    "noi_nhan.nhu_tren": as_above,
    "noi_nhan.nhu_dieu": as_article,
}
