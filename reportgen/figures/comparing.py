"""Figures of other periods: what ``so_sanh`` adds to the figures of a report, and what each is taken from.

    ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ, so_sanh: [ky_truoc, cung_ky, luy_ke, ke_hoach]}

declares, beside ho_ngheo itself,

    ho_ngheo__ky_truoc            the same figure in the report of the previous period
    ho_ngheo__cung_ky             … of the same period of last year
    ho_ngheo__luy_ke              from the start of the year to the end of this period
    ho_ngheo__luy_ke__ky_truoc    … to the end of the previous period (what luy_ke adds this period's figure to)
    ho_ngheo__luy_ke__cung_ky     … to the end of the same period of last year (with both luy_ke and cung_ky)
    ho_ngheo__ke_hoach            the plan of the year

They are figures like others: printed, compared, used in formulas (``ho_ngheo - ho_ngheo__ky_truoc``). Nobody types them;
``past`` finds them in the reports and in what was issued. Two underlines, because no office writes a name with two, and
both the expressions and the sandbox take the name as one word. Any other name in ``so_sanh`` is a figure of the same
report, for the words only («từ đầu kỳ đến cuối kỳ»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.diagnostics import Finding, error
from reportgen.figures.model import Beside, Figures, Indicator
from reportgen.noun import replace
from reportgen.vietnamese.text import nearest

STEPS = {
    "ky_truoc": "kỳ trước",
    "cung_ky": "cùng kỳ năm trước",
    "luy_ke": "lũy kế từ đầu năm",
    "ke_hoach": "kế hoạch năm",
}
"""What may stand in ``so_sanh``, with its name."""
TO_DATE = "luy_ke"
PLAN = "ke_hoach"


def quoted_key(base: str, *steps: str) -> str:
    """``ho_ngheo``, ``ky_truoc`` → ``ho_ngheo__ky_truoc``."""
    return "__".join((base, *steps))


def with_comparisons(indicators: Mapping[str, Indicator], sink: list[Finding]) -> dict[str, Indicator]:
    """The indicators with those ``so_sanh`` adds, each behind its own. Findings: unknown names (KY01), names taken (KY02)."""
    made: dict[str, Indicator] = {}
    for key, indicator in indicators.items():
        made[key] = indicator
        for name in indicator.comparisons:
            _check_name(key, name, indicator, indicators, sink)
        if not indicator.comparisons:
            continue
        for added, quoted in _added(key, indicator):
            if added in indicators:
                message = f"chỉ tiêu «{added}» trùng tên với số so sánh của «{key}»"
                sink.append(error("KY02", message, indicators[added].place, hint="bỏ chỉ tiêu khai riêng, hoặc đổi tên"))
            else:
                made[added] = quoted
    return made


def compared(figures: Figures, indicators: Mapping[str, Indicator], words: Mapping[str, str]) -> Figures:
    """The figures, each with those it is compared with beside it, doubt passed on to what is worked out from doubt.

    ``words``: what a step is called in a sentence of this period («tháng trước»).
    """
    unsure = _unsure(figures)
    beside = {key: _beside(key, indicators, figures, words) for key in figures}
    told = {
        key: replace(figure, beside=beside[key], unconfirmed=key in unsure)
        if beside[key] or key in unsure
        else figure
        for key, figure in figures.items()
    }
    return Figures(told.values(), figures.absent, figures.faulty)


def _check_name(
    key: str, name: str, indicator: Indicator, indicators: Mapping[str, Indicator], sink: list[Finding]
) -> None:
    place = indicator.at("comparisons")
    if name not in STEPS and (name not in indicators or name == key):
        close = nearest(name, [*STEPS, *indicators])
        hint = (f"có phải «{close}»? " if close else "") + "Chọn trong: " + ", ".join(STEPS) + ", hoặc mã chỉ tiêu khác"
        message = f"chỉ tiêu «{key}»: không so sánh được với «{name}»"
        sink.append(error("KY01", message, place, found=name, hint=hint))
    if name == TO_DATE and (indicator.unit.startswith(("%", "‰")) or "/" in indicator.unit):
        message = f"chỉ tiêu «{key}»: không cộng dồn được số tính bằng «{indicator.unit}»"
        hint = "bỏ luy_ke; lũy kế của tỷ lệ phải tính bằng công thức từ các số lũy kế khác"
        sink.append(error("KY01", message, place, found=name, hint=hint))


def _added(key: str, indicator: Indicator) -> Iterator[tuple[str, Indicator]]:
    """The indicators one declaration adds, by key."""
    names = indicator.comparisons
    for step in STEPS:
        if step in names and step != TO_DATE:
            yield quoted_key(key, step), _quoted(key, indicator, step)
    if TO_DATE in names:
        total = quoted_key(key, TO_DATE)
        before = quoted_key(total, "ky_truoc")
        yield before, _quoted(total, indicator, "ky_truoc", "lũy kế đến hết kỳ trước")
        sum_ = replace(_quoted(key, indicator, TO_DATE), formula=f"{before} + {key}", step="", base="", high=None)
        yield total, replace(sum_, comparisons=[step for step in ("cung_ky", PLAN) if step in names])
        if "cung_ky" in names:
            yield quoted_key(total, "cung_ky"), _quoted(total, indicator, "cung_ky", "lũy kế đến cùng kỳ năm trước")


def _quoted(base: str, indicator: Indicator, step: str, said: str = "") -> Indicator:
    """The figure ``base`` one step away: same unit and form; its value stands elsewhere, so no formula and no source."""
    return replace(
        indicator,
        label=f"{indicator.label}, {said or STEPS[step]}",
        formula="",
        source="",
        approximation="",
        period="",
        comparisons=[],
        step=step,
        base=base,
    )


def _beside(
    key: str, indicators: Mapping[str, Indicator], figures: Figures, words: Mapping[str, str]
) -> dict[str, Beside]:
    """What the figure is compared with, by the word of ``so_sanh``; the total to date is held against the year's plan."""
    found = {}
    for name in indicators[key].comparisons:
        other = quoted_key(key, name) if name in STEPS else name
        if name == PLAN and key.endswith(f"__{TO_DATE}"):
            other = quoted_key(key.removesuffix(f"__{TO_DATE}"), PLAN)
        if name != TO_DATE:
            found[name] = Beside(other, figures.get(other), words.get(name, "") or _label(indicators, other))
    return found


def _label(indicators: Mapping[str, Indicator], key: str) -> str:
    return f"«{indicators[key].label}»" if key in indicators else ""


def _unsure(figures: Figures) -> set[str]:
    """Keys of unconfirmed figures and of all that is worked out from them."""
    from reportgen.figures.expressions import names_in, parse_formula

    unsure = {key for key, figure in figures.items() if figure.unconfirmed}
    if not unsure:
        return unsure
    needs = {
        key: set(names_in(parse_formula(figure.indicator.formula)))
        for key, figure in figures.items()
        if figure.origin == "formula"
    }
    while more := {key for key, names in needs.items() if key not in unsure and names & unsure}:
        unsure |= more
    return unsure
