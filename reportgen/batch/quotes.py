"""Figures of other periods in a batch: columns of the same row, for there is no report of the other period for each unit.

    Hộ nghèo | Hộ nghèo kỳ trước | Hộ nghèo cùng kỳ

A column is known by the key (``ho_ngheo__ky_truoc``), by the full name («Hộ nghèo, kỳ trước») or by that with fewer words
(«Hộ nghèo kỳ trước», «… cùng kỳ», «… kế hoạch», «… lũy kế kỳ trước»). The reports in ``data/`` are never asked: they are those of
the district as a whole, or of one commune, and their figure would be printed for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.batch.declared import BatchBase
from reportgen.batch.nouns import Target
from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.comparing import TO_DATE
from reportgen.figures.model import Indicator
from reportgen.noun import replace
from reportgen.vietnamese.periods import Period
from reportgen.yamltext import Mapping as Group
from reportgen.yamltext import Scalar, is_blank

SHORT = {
    "kỳ trước": (),
    "cùng kỳ năm trước": ("cùng kỳ",),
    "kế hoạch năm": ("kế hoạch",),
    "lũy kế đến hết kỳ trước": ("lũy kế kỳ trước",),
    "lũy kế đến cùng kỳ năm trước": ("lũy kế cùng kỳ năm trước", "lũy kế cùng kỳ"),
}
"""What ``comparing`` calls a figure of another period → what a header may say as well."""


def headers_of_quote(indicator: Indicator) -> tuple[str, ...]:
    """Headers besides key and name of a figure of another period."""
    name, _, said = indicator.label.rpartition(", ")
    return tuple(f"{name} {words}" for words in (said, *SHORT.get(said, ())))


def without_quotes(lacking: Sequence[Target], place: Place) -> Finding:
    """LO06: no columns for figures of other periods; the hint names them all."""
    headers = ", ".join(f"«{next(iter(target.also), target.label)}»" for target in lacking)
    message = f"loại văn bản lấy số của kỳ khác, mà bảng tính thiếu {len(lacking)} cột cho các số ấy"
    return error("LO06", message, place, hint=f"thêm các cột: {headers}; hoặc chỉ ra tiêu đề có sẵn ở mục cot")


def is_to_date(indicator: Indicator) -> bool:
    """True for what stood at the end of the period before, from the start of the year."""
    return indicator.step == "ky_truoc" and indicator.base.endswith(f"__{TO_DATE}")


def from_the_start(base: BatchBase, indicators: Mapping[str, Indicator], period: Period) -> BatchBase:
    """The base with a zero for all that is counted from the start of the year, if this is its first period."""
    typed = base.figures if isinstance(base.figures, Group) else Group({}, {}, base.place)
    zeros = [key for key, its in indicators.items() if is_to_date(its) and (key not in typed.entries or is_blank(typed.entries[key]))]
    if period.index != 1 or not zeros:
        return base
    place = base.at("period")
    zero = Group({"gia_tri": Scalar("0", True, place), "theo_van_ban": Scalar("kỳ đầu của năm", True, place)}, {}, place)
    entries = {**typed.entries, **dict.fromkeys(zeros, zero)}
    places = {**typed.key_places, **dict.fromkeys(zeros, place)}
    return replace(base, figures=Group(entries, places, typed.place))
