"""The page of a layout rule: what each profile demands, under which article, right and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.checks.layout import BY_WORDING, COVERED, NOT_YET, status
from reportgen.checks.layout.findings import mending
from reportgen.checks.layout.ops import TOLERANCE
from reportgen.checks.layout.words import ALIGN, SHOWN, STYLE, allowed, bare
from reportgen.codes import party_examples, rule_examples
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
EXAMPLES = rule_examples.EXAMPLES | party_examples.EXAMPLES
FLAGS = {"bold": ("không đậm", "đậm"), "italic": ("đứng", "nghiêng"), "underline": ("không gạch chân", "gạch chân")}
CASED = {"upper": ("Sở Tài chính", "SỞ TÀI CHÍNH"), "title": ("NGUYỄN VĂN A", "Nguyễn Văn A"),
         "sentence": ("KẾT QUẢ THỰC HIỆN", "Kết quả thực hiện")}  # fmt: skip
TWO_SIDED = frozenset(("paper", "box_size"))
WRONG_BY = {"font_size": Decimal(2), "line_spacing": Decimal("0.5")}

Found = Sequence[tuple[Profile, Rule]]


def all_rules() -> list[tuple[Profile, Rule]]:
    """Every rule with the profile it belongs to, those in force for most readers first."""
    keys = sorted(profile_keys(), key=lambda key: (not key.startswith("nd30"), not key.startswith("tt01"), not key.startswith("mttq")))
    profiles = [load_profile(key) for key in keys]
    return [(profile, rule) for profile in profiles for rule in profile.rules]


def rule_page(found: Found) -> Page:
    """The page of one rule, which may stand in several profiles: each says its own demand and article."""
    rule = found[0][1]
    lines = [line for profile, each in found for line in _of_profile(profile, each)]
    notes = [f"Ghi chú: {note}." for note in dict.fromkeys(each.note for _, each in found if each.note)]
    lines += [f"Cách kiểm: {how_judged(rule)}", *right_and_wrong(rule), f"Cách sửa: {mending(rule)}", *notes]
    return Page(rule.code, f"quy tắc trình bày: {component_name(rule.component)}", tuple(lines))


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
    if rule.op == "regex":
        return f"{prop}: {allowed(rule)}"
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


def how_judged(rule: Rule) -> str:
    """How the program looks at a rule, and how far a measured value may be off."""
    way = status(rule)
    if way == "manual":
        return CHECKS["manual"]
    if way == "not_yet":
        return f"Chương trình không báo lỗi theo quy tắc này: {NOT_YET[rule.code]}."
    if way == "covered":
        return f"Kiểm cùng quy tắc {COVERED[rule.code]}, lỗi nêu một lần ở quy tắc đó."
    if way == "wording":
        return f"Kiểm trong lời văn, theo quy tắc {BY_WORDING[rule.code]}."
    slack = TOLERANCE.get(rule.prop)
    off = f" Cho phép lệch {worded(slack)} {rule.unit}".rstrip() + "." if slack else ""
    prop, component = PROPERTIES.get(rule.prop, rule.prop), component_name(rule.component)
    if way == "compared":
        return f"Chương trình đo {prop} của thành phần này ({component}) trên trang giấy, rồi so với giá trị phải có.{off}"
    return f"Chương trình xét riêng {prop} của thành phần này ({component}), có tính đến cách làm thường gặp của các cơ quan.{off}"


def right_and_wrong(rule: Rule) -> list[str]:
    """An example of each: the rule's own, or made from its value."""
    own = EXAMPLES.get(rule.code) or EXAMPLES.get(bare(rule.code))
    wrong, right = own or (f"{text}." for text in _from_value(rule))
    return [f"Sai: {wrong}", f"Đúng: {right}"]


def _from_value(rule: Rule) -> tuple[str, str]:
    unit, value = f" {rule.unit}" if rule.unit else "", rule.value
    if rule.op == "same_as":
        named = component_name(f"{value}".removesuffix(".size"))
        return f"{named} cỡ 14, {component_name(rule.component)} cỡ 13", f"cùng cỡ chữ với {named}"
    if rule.prop in FLAGS and isinstance(value, bool):
        wanted = value and rule.op != "absent"
        return FLAGS[rule.prop][not wanted], FLAGS[rule.prop][wanted]
    if rule.prop in ("align", "font_style"):
        named = ALIGN if rule.prop == "align" else STYLE
        return next(words for key, words in named.items() if key != value), named[f"{value}"]
    if rule.prop == "case":
        return CASED[f"{value}"]
    low, high = value if isinstance(value, tuple) else (value, value)
    wrong = high + WRONG_BY.get(rule.prop, max(Decimal(5), high - low))
    return f"{worded(wrong)}{unit}", f"{worded(high)}{unit}"


def component_name(component: str) -> str:
    """A component in the words its findings use; other texts as they are."""
    shown = SHOWN.get(component, OTHER_COMPONENTS.get(component, component))
    return shown if shown == component else shown[0].lower() + shown[1:]
