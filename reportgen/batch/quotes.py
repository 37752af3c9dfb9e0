"""Figures of other periods in a batch: columns of the same row, for there is no report of the other period for each unit.

    Hộ nghèo | Hộ nghèo kỳ trước | Hộ nghèo cùng kỳ

A column is known by the key (``ho_ngheo__ky_truoc``), by the full name («Hộ nghèo, kỳ trước») or by that with fewer words
(«Hộ nghèo kỳ trước», «… cùng kỳ», «… kế hoạch», «… lũy kế kỳ trước»). The reports in ``data/`` are never asked: they are those of
the district as a whole, or of one commune, and their figure would be printed for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.batch.declared import BatchBase
from reportgen.batch.nouns import Columns, Row, Target, Value
from reportgen.diagnostics import Finding, Place, error
from reportgen.figures.comparing import TO_DATE
from reportgen.figures.model import Indicator
from reportgen.noun import replace
from reportgen.sources.grid import Cell, Kind
from reportgen.tables.values import DASHES
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


FIRST = "kỳ đầu của năm"
"""What a zero put in by ``from_the_start`` is said to follow from."""


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
    zero = Group({"gia_tri": Scalar("0", True, place), "theo_van_ban": Scalar(FIRST, True, place)}, {}, place)
    entries = {**typed.entries, **dict.fromkeys(zeros, zero)}
    places = {**typed.key_places, **dict.fromkeys(zeros, place)}
    return replace(base, figures=Group(entries, places, typed.place))


def zero_spots(base: BatchBase, columns: Columns) -> tuple[int, ...]:
    """Positions of the columns of figures that are zero already, for the year begins with this period."""
    typed = base.figures.entries if isinstance(base.figures, Group) else {}
    zeros = {key for key, node in typed.items() if isinstance(node, Group) and node.place == base.at("period") and _is_first(node)}
    return tuple(n for n, (target, _) in enumerate(columns.found) if target.key in zeros)


def _is_first(node: Group) -> bool:
    said = node.entries.get("theo_van_ban")
    return isinstance(said, Scalar) and said.text == FIRST


def with_zeros(row: Row, columns: Columns, spots: Sequence[int]) -> Row:
    """The row without what it says of these figures: a zero or nothing is what they are; SL03 for anything else."""
    values, found = list(row.values), list(row.findings)
    for n in spots:
        target, column = columns.found[n]
        values[n] = None
        if not _is_zero(row.values[n]):
            values[n] = ""  # as blank, but not the row of which a document may be there already
            message = f"«{target.label}» ({target.key}): kỳ báo cáo là kỳ đầu của năm nên số này phải là 0"
            hint = "ghi 0 hoặc để trống ô này; số của chính kỳ này ghi ở cột của nó"
            found.append(error("SL03", message, columns.place(row.number, column), hint=hint))
    return Row(row.number, tuple(values), row.hidden, row.tables, tuple(found))


def _is_zero(value: Value) -> bool:
    """True for a zero, a dash, nothing."""
    if isinstance(value, Cell):
        value = value.value if value.kind in (Kind.TEXT, Kind.NUMBER) else None if value.kind is Kind.BLANK else "?"
    if isinstance(value, str):
        text = value.strip()
        return not text or text in DASHES or ("0" in text and not text.strip("0,."))
    return not value
