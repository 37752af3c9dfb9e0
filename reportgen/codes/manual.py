"""The manual of the layout rules: a page for each (``docs/quy-tac/<mã>.md``) and an index by component.

Made from the same tables as ``reportgen explain``, so the two cannot say different things; a test holds the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.checks.layout.findings import mending
from reportgen.checks.layout.words import SHOWN
from reportgen.codes.rule_words import OTHER_COMPONENTS, PROPERTIES
from reportgen.codes.rules import CONFIDENCE, Found, all_rules, demand, how_judged, right_and_wrong
from reportgen.codes.wording_pages import wording_index, wording_manual
from reportgen.diagnostics import Severity

INDEX = "muc-luc.md"
WEIGHT = {
    Severity.ERROR: "lỗi (quy định bắt buộc)",
    Severity.WARNING: "cảnh báo (nên sửa)",
    Severity.INFO: "lưu ý (thông lệ)",
}
INTRODUCTION = """# Các quy tắc trình bày văn bản

Mỗi quy tắc chương trình dùng để kiểm một văn bản có một trang riêng: quy định thế nào, căn cứ điều nào, ví dụ sai và đúng,
chương trình kiểm ra sao, sửa trong Word bằng cách nào. Các trang này do chương trình tự viết từ bảng quy tắc
(`pytest tests/checks/layout/test_manual.py --renew`), xin đừng sửa tay. Xem nhanh một quy tắc: `reportgen explain MÃ`.
"""


def manual() -> dict[str, str]:
    """File name → text, of all pages and the index."""
    found: dict[str, list] = {}
    for profile, rule in all_rules():
        found.setdefault(rule.code, []).append((profile, rule))
    return {INDEX: index(found)} | {f"{code}.md": page(each) for code, each in found.items()} | wording_manual()


def page(found: Found) -> str:
    """The page of one rule in all its profiles."""
    rule = found[0][1]
    lines = [f"# {rule.code}", "", f"{_named(rule.component)}: {PROPERTIES.get(rule.prop, rule.prop)}", "", "## Quy định", ""]
    for profile, each in found:
        lines.append(f"- **{profile.name}**: {demand(each)}.")
        lines.append(f"  - Mức: {WEIGHT[each.severity]}. Căn cứ: {each.authority}.")
        lines += [f"  - {CONFIDENCE[each.confidence]}"] if each.confidence in CONFIDENCE else []
    lines += ["", "## Ví dụ", "", *(f"- {line}" for line in right_and_wrong(rule))]
    lines += ["", "## Chương trình kiểm thế nào", "", how_judged(rule)]
    lines += ["", "## Sửa trong Word", "", mending(rule)]
    notes = dict.fromkeys(each.note for _, each in found if each.note)
    lines += ["", "## Ghi chú", "", *(f"- {note}." for note in notes)] if notes else []
    return "\n".join([*lines, ""])


def index(found: Mapping[str, Found]) -> str:
    """All rules by component, in the order of the page."""
    by_component: dict[str, list[str]] = {}
    for code, each in found.items():
        by_component.setdefault(each[0][1].component, []).append(code)
    order = [*SHOWN, *by_component]
    lines = [INTRODUCTION]
    for component in sorted(by_component, key=order.index):
        lines += [f"## {_named(component)}", "", *_lines(by_component[component], found), ""]
    return "\n".join([*lines, *wording_index()])


def _lines(codes: Iterable[str], found: Mapping[str, Found]) -> Iterable[str]:
    for code in codes:
        profile, rule = found[code][0]
        yield f"- [{code}]({code}.md): {demand(rule)} ({rule.severity.value}; {profile.name})"


def _named(component: str) -> str:
    shown = SHOWN.get(component, OTHER_COMPONENTS.get(component, component))
    return shown[:1].upper() + shown[1:]
