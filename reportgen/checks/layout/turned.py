"""Margins of pages turned across.

Nghị định 30 gives the margins by the edges of the page as one reads it («cách mép trên và mép dưới 20 - 25 mm, cách mép trái 30 -
35 mm, cách mép phải 15 - 20 mm», Phụ lục I, Phần I, Mục I.3) and says of turned pages only when they may be used (Mục I.2). Two
readings live side by side: margins by the edges of the turned page (the decree's words; its own files do so), and margins that
turn with the sheet, so that the wide one is where the upright pages are bound, above or below (what Word does by itself). A page is
only spoken of if it is far from both, and as a warning; the values asked for are those of the reading it is nearest to. Far is more
than 5 mm: the turned pages of the decree's own file leave 15 mm at the foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import TOLERANCE
from reportgen.checks.layout.view import Fault, View
from reportgen.docx.reader import Section, mm

CODE = "TT54"
SIDES = ("top", "bottom", "left", "right")
READINGS = (
    {side: side for side in SIDES},
    {"top": "left", "right": "top", "bottom": "right", "left": "bottom"},
    {"bottom": "left", "left": "top", "top": "right", "right": "bottom"},
)
"""Side of the turned page → the side of the upright one whose margin it has; the decree's words first."""
HINT = (
    "Thẻ Layout, mục Margins, chọn Custom Margins. Nghị định nói lề theo mép trang, không nói riêng trang ngang: cũng nhận cách "
    "để lề xoay theo tờ giấy (lề đóng tập nằm ở phía trên hoặc phía dưới)."
)
FAR_MM = Decimal("5.5")
Range = tuple[Decimal, Decimal]


def ranges(view: View) -> dict[str, Range]:
    """Side → least and most margin of an upright page; {} where the profile does not give all four."""
    found: dict[str, Range] = {}
    for rule in view.profile.rules:
        side = rule.prop.removeprefix("margin_")
        if rule.component == "trang_giay" and rule.prop == f"margin_{side}" and side in SIDES and rule.op in ("eq", "range"):
            found[side] = rule.value if isinstance(rule.value, tuple) else (rule.value, rule.value)
    return found if len(found) == len(SIDES) else {}


def wrong_margins(section: Section, allowed: dict[str, Range]) -> dict[str, tuple[Decimal, Decimal]]:
    """Side → (mm it has, nearest mm it may have), by the reading the page is nearest to; {} if it is not far from one of them."""
    slack = TOLERANCE["margin_top"]
    readings = []
    for reading in READINGS:
        wrong = {}
        for side, upright in reading.items():
            value, (low, high) = mm(abs(getattr(section, side))), allowed[upright]
            if not low - slack <= value <= high + slack:
                wrong[side] = value, min(max(value, low), high)
        readings.append(wrong)
    nearest = min(readings, key=lambda wrong: sum(abs(have - may) for have, may in wrong.values()))
    return nearest if any(abs(have - may) > FAR_MM for have, may in nearest.values()) else {}


def turned_pages(view: View) -> list[Section]:
    """The sections turned across that say what their margins are."""
    return [s for s in view.reading.sections if s.landscape and s.has_margins]


def margins(view: View) -> Iterator[Fault]:
    """One fault for each turned section whose margins obey no reading."""
    allowed = ranges(view)
    for section in turned_pages(view) if allowed else ():
        wrong = wrong_margins(section, allowed)
        if wrong:
            have = ", ".join(f"{words.SIDES[f'margin_{side}']} {words.millimetres(value)} mm" for side, (value, _) in wrong.items())
            may = ", ".join(f"{words.SIDES[f'margin_{side}']} {words.millimetres(value)} mm" for side, (_, value) in wrong.items())
            yield Fault(f"trang đặt ngang: {have}", f"nên để {may}", f"Trang giấy, phần (section) {section.index + 1}", hint=HINT)
