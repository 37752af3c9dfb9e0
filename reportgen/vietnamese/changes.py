"""What is said of two amounts of the same thing: tăng, giảm, không đổi; by how much; what share of a plan.

The rules, each held by a test. «Amount» is always the printed number, for the reader has no other.

1. The verb follows the printed numbers: larger tăng, smaller giảm, equal không đổi (behind «gần», «khoảng»: gần như
   không đổi, since two approximations may hide a difference).
2. The amount behind a verb never has a sign: «giảm 5 hộ», never «giảm -5 hộ», never «tăng -5 hộ».
3. Shares (a unit that begins with % or ‰) change by điểm phần trăm (phần nghìn) and by nothing else: a percentage of a
   percentage is read wrongly by half of its readers.
4. Everything else changes by an amount in its unit and, in brackets, by percent of the earlier number.
5. From 0 there is no percent: «tăng từ 0 lên 25 hộ». Down to 0 both ends are said: «giảm từ 25 hộ xuống 0».
6. Where one of the two is below 0 there is no percent either; both ends are said, «âm» in words:
   «tăng 2 triệu đồng (từ âm 5 lên âm 3 triệu đồng)».
7. A percent is rounded half up to two decimals, closing zeros dropped. One that would round to 0 is «dưới 0,01%».
8. What hides behind «gần», «trên», «hơn», «khoảng» makes difference and percent «khoảng».
9. A plan: «đạt 111,44% kế hoạch». 100% is said of 100 exactly; what only rounds to it is «gần 100%» or «trên 100%».
   A share against a planned share: «cao hơn kế hoạch 0,5 điểm phần trăm», «thấp hơn …», «bằng kế hoạch». Where a percent
   of the plan means nothing (plan not above 0, result below 0): «thực hiện 25 hộ, kế hoạch 0 hộ».
"""

from __future__ import annotations

from decimal import Decimal, localcontext

from reportgen.noun import noun
from reportgen.vietnamese.numbers import format_number, round_half_up

UP, DOWN, SAME = "tăng", "giảm", "không đổi"
POINTS = {"%": "điểm phần trăm", "‰": "điểm phần nghìn"}
DECIMALS = 2
PRECISION = 200
"""Digits of a quotient: more than any two typed numbers need, so that a half is seen as a half."""


@noun
class Amount:
    """A printed number. ``near``: it stands behind «gần», «trên», «hơn» or «khoảng»; ``pad``: digits a count has (02)."""

    value: Decimal
    unit: str = ""
    decimals: int = 0
    pad: int = 0
    near: bool = False

    @property
    def points(self) -> str:
        """What differences of this share are counted in; '' for amounts that are no share."""
        return POINTS.get(self.unit[:1], "")

    @property
    def end(self) -> str:
        """The number as one end of «từ … lên …»: 0 alone, below 0 with «âm»; a share keeps its sign."""
        if not self.value and not self.points:
            return "0"
        sign = "âm " if self.value < 0 else ""
        return sign + with_unit(_number(abs(self.value), self), self.unit)


def direction(now: Amount, before: Amount) -> str:
    """«tăng», «giảm» or «không đổi» (rule 1)."""
    if now.value == before.value:
        return SAME
    return UP if now.value > before.value else DOWN


def change(now: Amount, before: Amount, decimals: int = DECIMALS) -> str:
    """«giảm 8.788 hộ (33,62%)», «tăng 0,5 điểm phần trăm», «không đổi» (rules 1-8). Both in the same unit."""
    verb, near = direction(now, before), _near(now, before)
    if verb == SAME:
        return f"gần như {SAME}" if near else SAME
    if not now.points and not (now.value and before.value):
        return f"{verb} từ {before.end} {_towards(now, before)} {now.end}"
    widest = now if now.decimals >= before.decimals else before
    gap = abs(now.value - before.value)
    said = f"{verb} {near}{with_unit(_number(gap, widest), now.points and f' {now.points}' or now.unit)}"
    if now.points:
        return said
    if now.value < 0 or before.value < 0:
        return f"{said} (từ {_bare(before)} {_towards(now, before)} {now.end})"
    return f"{said} ({near}{percent(gap, before.value, decimals)})"


def from_to(now: Amount, before: Amount) -> str:
    """«giảm từ 26.140 hộ xuống còn 17.352 hộ», «tăng từ 0 lên 25 hộ», «giữ nguyên 25 hộ»."""
    verb = direction(now, before)
    if verb == SAME:
        return f"giữ nguyên {now.end}"
    towards = _towards(now, before)
    towards = "xuống còn" if towards == "xuống" and now.value > 0 else towards
    return f"{verb} từ {before.end} {towards} {now.end}"


def of_plan(now: Amount, plan: Amount, decimals: int = DECIMALS) -> str:
    """«đạt 111,44% kế hoạch» and what is said where a percent would mislead (rule 9)."""
    near = _near(now, plan)
    if now.points:
        return _share_of_plan(now, plan, near)
    if plan.value <= 0 or now.value < 0:
        return f"thực hiện {_measured(now)}, kế hoạch {_measured(plan)}"
    said = percent(now.value, plan.value, decimals)
    if said == "100%" and now.value != plan.value:
        return f"đạt {'trên' if now.value > plan.value else 'gần'} 100% kế hoạch"
    return f"đạt {near}{said} kế hoạch"


def percent(part: Decimal, whole: Decimal, decimals: int = DECIMALS) -> str:
    """«33,62%»: ``part`` of ``whole`` (above 0), rounded half up, closing zeros dropped; «dưới 0,01%» (rule 7)."""
    with localcontext() as room:
        room.prec = PRECISION
        share = round_half_up(part * 100 / whole, decimals)
    if not share and part:
        return f"dưới {format_number(Decimal(1).scaleb(-decimals), decimals)}%"
    shown = format_number(share, decimals)
    return f"{shown.rstrip('0').rstrip(',') if ',' in shown else shown}%"


def with_unit(number: str, unit: str) -> str:
    """The number with its unit: «%» tight, words after a blank."""
    if not unit:
        return number
    return f"{number}{unit}" if unit.startswith(("%", "‰", " ")) else f"{number} {unit}"


def _number(value: Decimal, like: Amount) -> str:
    return format_number(value, like.decimals, pad=like.pad if value > 0 else 0)


def _bare(amount: Amount) -> str:
    """An end whose unit follows at the other end."""
    return ("âm " if amount.value < 0 else "") + _number(abs(amount.value), amount)


def _towards(now: Amount, before: Amount) -> str:
    return "lên" if now.value > before.value else "xuống"


def _near(now: Amount, other: Amount) -> str:
    return "khoảng " if now.near or other.near else ""


def _measured(amount: Amount) -> str:
    return amount.end if amount.value else with_unit("0", amount.unit)


def _share_of_plan(now: Amount, plan: Amount, near: str) -> str:
    if now.value == plan.value:
        return f"{'gần ' if near else ''}bằng kế hoạch"
    widest = now if now.decimals >= plan.decimals else plan
    gap = _number(abs(now.value - plan.value), widest)
    return f"{'cao' if now.value > plan.value else 'thấp'} hơn kế hoạch {near}{gap} {now.points}"
