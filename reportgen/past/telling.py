"""What staff must know of the figures a report quotes: the missing, the unfit, the contradicted, the not yet issued.

A report that is not there is told once, with all the figures that wait for it; forty findings would hide each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Finding, Severity, error, warning
from reportgen.figures.model import Figure, Figures, Indicator
from reportgen.noun import replace
from reportgen.past.quoting import in_unit
from reportgen.past.search import Held, Past, Reached, Target, untyped_quotes
from reportgen.past.sources import Source
from reportgen.report import Report
from reportgen.vietnamese.periods import Period

BY_HAND = "ghi tay: {key}: {{gia_tri: …, theo_van_ban: Báo cáo số … ngày …}}, {{khong_co: lý do}} nếu không có"
NAMED = 3
"""How many figures a finding names before it says how many more there are."""


def findings_about(
    past: Past, report: Report, period: Period, indicators: Mapping[str, Indicator], figures: Figures
) -> list[Finding]:
    """Every finding about quoted figures, ``figures`` being those of the report itself, quoted ones included."""
    typed = {key for key in past.reached if key in figures and figures[key].origin != "past"}
    wanted = {key: one for key, one in past.reached.items() if key not in typed and key not in figures.absent}
    waiting = {key: one for key, one in wanted.items() if not one.figure}
    return [
        *_missing(past, report, period, indicators, waiting),
        *_unfit(indicators, waiting),
        *_damaged(past),
        *_not_frozen(past, report, wanted),
        *_changed_since(past, wanted),
        *(found for key in sorted(typed) for found in _contradicted(past, key, figures[key])),
    ]


def _missing(
    past: Past, report: Report, period: Period, indicators: Mapping[str, Indicator], waiting: Mapping[str, Reached]
) -> Iterator[Finding]:
    """KY10 no report, KY11 two, KY12 a report without the figure, KY13 no plan: once for each report, required ones first."""
    groups: dict[Target | None, list[str]] = defaultdict(list)
    for key, one in waiting.items():
        if not one.unfit:
            root = _root(past, one.target)
            groups[replace(root, key="") if root else None].append(key)
    for root, keys in groups.items():
        required = any(indicators[key].required for key in keys)
        found = _no_plan(report, period, keys, indicators) if root is None else _no_figure(past, report, root, keys, indicators)
        yield found if required else replace(found, severity=Severity.INFO)


def _root(past: Past, target: Target | None) -> Target | None:
    """Where the way ends: the target, or the one still earlier it has to wait for; None: a plan nobody gave all year."""
    search = past.search
    while target is not None:
        held = search.held.get((target.is_plan, target.period))
        if held is None or held.report is None or target.is_plan:
            return target
        quotes = untyped_quotes(held, target.key)
        lacking = [key for key in quotes if not search.reach(target.period, key, held.indicators[key]).figure]
        if not lacking:
            return target
        target = search.target(target.period, held.indicators[lacking[0]])
    return None


def _no_plan(report: Report, period: Period, keys: list[str], indicators: Mapping[str, Indicator]) -> Finding:
    message = f"chưa có số kế hoạch năm {period.year}: {_names(keys, indicators)}"
    hint = (
        f"ghi một lần ở báo cáo này, các kỳ sau trong năm tự lấy: {keys[0]}: {{gia_tri: …, theo_van_ban: Kế hoạch số … ngày …}}; "
        "hoặc khai loai_ke_hoach ở loai.yml"
    )
    return error("KY13", message, report.at("figures"), hint=hint)


def _no_figure(
    past: Past, report: Report, root: Target, keys: list[str], indicators: Mapping[str, Indicator]
) -> Finding:
    held = past.search.held[root.is_plan, root.period]
    place, names, by_hand = report.at("period"), _names(keys, indicators), BY_HAND.format(key=keys[0])
    what = "văn bản kế hoạch" if root.is_plan else "báo cáo"
    if not held.sources:
        message = f"chưa có {what} {root.period.short} của cùng loại và cùng cơ quan để lấy {names}"
        return error("KY10", message, place, hint=f"tạo {what} ấy trong data, hoặc {by_hand}")
    shown = ", ".join(_file(past, source) for source in held.sources)
    if len(held.sources) > 1:
        message = f"có {len(held.sources)} {what} cùng kỳ {root.period.short}: {shown}; không biết lấy {names} ở đâu"
        return error("KY11", message, place, hint=f"bỏ bớt hoặc sửa ky_bao_cao của một tệp; hoặc {by_hand}")
    why = f": {held.faults[0].message}" if held.faults and held.report is None else ""
    message = f"{what} {root.period.short} ({shown}) chưa có {names}{why}"
    return error("KY12", message, place, hint=f"điền số ấy vào {shown}, hoặc {by_hand}")


def _unfit(indicators: Mapping[str, Indicator], waiting: Mapping[str, Reached]) -> Iterator[Finding]:
    """KY16: the unit has changed, and there is no exact way from the old one to the new."""
    for key, one in waiting.items():
        if one.unfit:
            label, unit = indicators[key].label, indicators[key].unit
            message = f"«{label}» ({key}): kỳ kia ghi {one.unfit.printed}, không đổi ra «{unit}» được"
            hint = "để nguyên don_vi_tinh như kỳ trước, hoặc " + BY_HAND.format(key=key)
            yield error("KY16", message, one.unfit.place, hint=hint)


def _damaged(past: Past) -> Iterator[Finding]:
    """Snapshots that cannot be read, or were changed by hand (KY30, KY31)."""
    for held in past.search.held.values():
        yield from (fault for fault in held.faults if fault.code in ("KY30", "KY31"))


def _not_frozen(past: Past, report: Report, wanted: Mapping[str, Reached]) -> Iterator[Finding]:
    """KY15: figures taken from data that nobody has frozen; once for each report."""
    for source in dict.fromkeys(s for _, held in _used(past, wanted) if held.issued is None for s in held.sources):
        message = f"số kỳ khác lấy từ {_file(past, source)}, báo cáo ấy chưa chốt nên còn có thể đổi"
        hint = f"nếu đã ban hành, chạy: reportgen freeze {source.name}"
        yield Finding("KY15", Severity.INFO, message, report.at("period"), hint=hint)


def _changed_since(past: Past, wanted: Mapping[str, Reached]) -> Iterator[Finding]:
    """KY14: the data of the other report no longer say what was issued; what was issued is quoted."""
    for one, held in _used(past, wanted):
        issued = held.issued.figures.get(one.target.key) if held.issued else None
        now = held.figures.get(one.target.key)
        if issued and now and in_unit(now.value, now.indicator.unit, issued.unit) != issued.value:
            message = (
                f"«{issued.label}» ({one.target.key}) của {one.target.period.short}: đã ban hành {issued.printed}, "
                f"tệp số liệu nay ghi {now}; ở đây dùng số đã ban hành"
            )
            hint = "sửa lại tệp số liệu của kỳ ấy; nếu văn bản được đính chính, ghi dinh_chinh ở tệp ấy rồi chốt lại"
            yield warning("KY14", message, now.place, found=str(now), expected=issued.printed, hint=hint)


def _contradicted(past: Past, key: str, figure: Figure) -> Iterator[Finding]:
    """KY17: a figure given by hand that is not the one issued (error) or in the data of that report (warning)."""
    one = past.reached[key]
    if one.figure is None or one.target.zero or one.figure.value == figure.value:
        return
    held = past.search.held.get((one.target.is_plan, one.target.period))
    was_issued = bool(held and held.issued and one.target.key in held.issued.figures)
    said = "văn bản đã ban hành" if was_issued else "báo cáo của kỳ ấy"
    message = f"«{figure.label}» ({key}): ghi {figure}, {said} ghi {one.figure} ({one.figure.place})"
    hint = "bỏ dòng gõ tay để lấy đúng số ấy, hoặc ghi chap_nhan: lý do"
    made = error if was_issued else warning
    yield made(
        "KY17", message, figure.place, found=str(figure), expected=str(one.figure), hint=hint, accepted=figure.accepted
    )


def _used(past: Past, wanted: Mapping[str, Reached]) -> Iterator[tuple[Reached, Held]]:
    for one in wanted.values():
        if one.figure and one.target and not one.target.zero:
            yield one, past.search.held[one.target.is_plan, one.target.period]


def _names(keys: Iterable[str], indicators: Mapping[str, Indicator]) -> str:
    keys = list(keys)
    named = ", ".join(f"«{indicators[key].label}» ({key})" for key in keys[:NAMED])
    return named if len(keys) <= NAMED else f"{named} và {len(keys) - NAMED} số khác"


def _file(past: Past, source: Source) -> str:
    return past.search.project.shown(source.data or source.snapshot)
