"""Kính gửi (Mục II.9.d): one addressee on the line itself, several in a column of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.reader import mm
from reportgen.kinds import NONE, kinds_of
from reportgen.profile import Rule
from reportgen.vietnamese.text import fold

SLACK_MM = Decimal(1)
ADDRESSED = tuple(name for name, kind in kinds_of("nd30").items() if kind.addressees != NONE)
ALLOWED = {
    "kinh_gui.applies": (ADDRESSED, "chỉ dùng ở công văn, tờ trình và báo cáo gửi cấp trên"),
    "tt01.kinh_gui.applies": ((), "chỉ dùng ở công văn"),
}


def single(view: View, rule: Rule) -> Iterator[Fault]:
    """One addressee stands on the line of «Kính gửi:»."""
    label, items = view.one("kinh_gui"), view.of("kinh_gui_muc")
    if label and not _after_colon(label) and len(items) == 1:
        yield fault(items[0], "xuống dòng riêng", "chỉ có một nơi thì ghi cùng dòng với «Kính gửi:»")


def several(view: View, rule: Rule) -> Iterator[Fault]:
    """Two or more addressees: each on a line of its own."""
    label = view.one("kinh_gui")
    for component in (*view.of("kinh_gui"), *view.of("kinh_gui_muc")):
        text = _after_colon(component) if component is label else component.text
        if re.search(r";\s*\S", text):
            yield fault(component, "nhiều nơi trên một dòng", "từ hai nơi trở lên thì mỗi nơi một dòng")


def one_column(view: View, rule: Rule) -> Iterator[Fault]:
    """The dashes stand below each other, right of the words «Kính gửi»."""
    items = [c for c in view.of("kinh_gui_muc") if c.first.cell is None]
    starts = [
        mm(c.first.format.left + c.first.format.first) for c in items if c.first.format.align != "center"
    ]
    if len(starts) < 2:
        return
    label = view.one("kinh_gui").first
    if max(starts) - min(starts) > SLACK_MM:
        yield fault(
            items[0], "các gạch đầu dòng không thẳng cột", "phải thẳng hàng với nhau, dưới dấu hai chấm"
        )
    elif min(starts) < mm(label.format.left + label.format.first) + SLACK_MM:
        yield fault(
            items[0], "gạch đầu dòng không nằm dưới dấu hai chấm", "phải thẳng hàng dưới dấu hai chấm"
        )


def place(view: View, rule: Rule) -> Iterator[Fault]:
    """Below the subject (or the letterhead of a công văn), above the body."""
    label, name = view.one("kinh_gui"), view.one("ten_loai")
    if label is None:
        return
    if name and label.first.number < name.first.number:
        yield fault(label, "nằm trên tên loại văn bản", "phải ở dưới tên loại và trích yếu")
    body = view.body[:1]
    if body and body[0].first.number < label.first.number:
        yield fault(label, "nằm sau phần mở đầu của nội dung", "phải ở trên phần nội dung")


def applies(view: View, rule: Rule) -> Iterator[Fault]:
    """Only where the regulation has it."""
    label, name = view.one("kinh_gui"), view.one("ten_loai")
    types, wanted = ALLOWED[rule.code]
    if label and name and not fold(name.text).startswith(types or ("\0",)):
        yield fault(label, f"dùng «Kính gửi» ở {name.text.lower()}", wanted)


def _after_colon(label: Component) -> str:
    return label.text.partition(":")[2].strip()


SPECIAL: dict[str, Special] = {
    "kinh_gui.single": single,
    "kinh_gui.multi_line": several,
    "kinh_gui.multi_align": one_column,
    "kinh_gui.position": place,
    "kinh_gui.applies": applies,
    "tt01.kinh_gui.applies": applies,
}
