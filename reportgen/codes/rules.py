"""The page of a layout rule: what each profile demands, under which article, right and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.layout.words import SHOWN
from reportgen.codes.page import Page
from reportgen.codes.rule_words import COMPARISONS, OTHER_COMPONENTS, PROPERTIES, VALUES
from reportgen.diagnostics import Severity
from reportgen.profile import Profile, Rule, Value, load_profile, profile_keys
from reportgen.vietnamese.numbers import format_number

WEIGHT = {
    Severity.ERROR: "sai là lỗi, không ghi văn bản",
    Severity.WARNING: "sai là cảnh báo",
    Severity.INFO: "chỉ lưu ý",
}
CHECKS = {
    "auto": "Chương trình tự kiểm.",
    "hint": "Chương trình chỉ gợi ý, người soạn quyết định.",
    "manual": "Chương trình không kiểm được, người soạn tự xem.",
}
CONFIDENCE = {"vua": "Mức tin cậy vừa: quy định nói không trực tiếp.", "thap": "Mức tin cậy thấp."}
TWO_SIDED = frozenset(("paper", "box_size"))
WRONG_BY = {"font_size": Decimal(2), "line_spacing": Decimal("0.5")}

Found = Sequence[tuple[Profile, Rule]]


def all_rules() -> list[tuple[Profile, Rule]]:
    """Every rule with the profile it belongs to."""
    profiles = [load_profile(key) for key in profile_keys()]
    return [(profile, rule) for profile in profiles for rule in profile.rules]


def rule_page(found: Found) -> Page:
    """The page of one rule, which may stand in several profiles: each says its own demand and article."""
    rule = found[0][1]
    lines = [line for profile, each in found for line in _of_profile(profile, each)]
    notes = [f"Ghi chú: {note}." for note in dict.fromkeys(each.note for _, each in found if each.note)]
    return Page(rule.code, f"quy tắc trình bày: {component_name(rule.component)}", (*lines, *right_and_wrong(rule), *notes))


def _of_profile(profile: Profile, rule: Rule) -> list[str]:
    told = " ".join(words for words in (CHECKS[rule.check], CONFIDENCE.get(rule.confidence, "")) if words)
    return [f"{profile.name}: {demand(rule)} ({WEIGHT[rule.severity]}).", f"  Căn cứ: {rule.authority}", f"  {told}"]


def demand(rule: Rule) -> str:
    """A rule in words: «cỡ chữ từ 12 đến 13 pt»."""
    prop = PROPERTIES.get(rule.prop, rule.prop)
    if isinstance(rule.value, bool):
        return _of_truth(prop, rule)
    if rule.op == "ratio":
        return f"{prop}: {_shares(rule.value)} {rule.unit}"
    unit = f" {rule.unit}" if rule.unit and rule.op not in ("rule", "same_as") else ""
    joint = {"range": " đến ", "in": " hoặc "}.get(rule.op, " × " if rule.prop in TWO_SIDED else ", ")
    value = worded(rule.value, joint)
    return f"{prop}: {value if value.startswith('không ') else COMPARISONS[rule.op].format(value)}{unit}"


def _of_truth(prop: str, rule: Rule) -> str:
    wanted = rule.value and rule.op != "absent"
    return f"phải có {prop}" if wanted else f"không có {prop}"


def _shares(bounds: Sequence[Decimal]) -> str:
    low, high = (str(Fraction(bound).limit_denominator(10)) for bound in bounds)
    return f"bằng {low} lần" if low == high else f"từ {low} đến {high}"


def worded(value: Value, joint: str = ", ") -> str:
    """A rule's value as people write it; ``joint`` stands between the items of a list."""
    if isinstance(value, Decimal):
        return format_number(value.normalize() if value % 1 else value.to_integral_value())
    if isinstance(value, tuple):
        return joint.join(worded(each) for each in value)
    if isinstance(value, dict):
        inner = " × " if joint == " hoặc " else joint
        return "; ".join(f"{component_name(key)} {worded(each, inner)}" for key, each in value.items())
    return VALUES.get(value, component_name(value))


def right_and_wrong(rule: Rule) -> list[str]:
    """An example of each, where the rule's value makes them plain."""
    unit = f" {rule.unit}" if rule.unit else ""
    if rule.op == "range" and isinstance(rule.value, tuple):
        low, high = rule.value
        wrong = high + WRONG_BY.get(rule.prop, max(Decimal(5), high - low))
        return [f"Sai: {worded(wrong)}{unit}.", f"Đúng: {worded(high)}{unit}."]
    if rule.op == "eq" and isinstance(rule.value, Decimal) and rule.prop == "font_size":
        return [f"Sai: {worded(rule.value + 2)}{unit}.", f"Đúng: {worded(rule.value)}{unit}."]
    if rule.op == "eq" and rule.value == "upper":
        return ["Sai: Sở Tài chính.", "Đúng: SỞ TÀI CHÍNH."]
    return []


def component_name(component: str) -> str:
    """A component in the words its findings use; other texts as they are."""
    shown = SHOWN.get(component, OTHER_COMPONENTS.get(component, component))
    return shown if shown == component else shown[0].lower() + shown[1:]
