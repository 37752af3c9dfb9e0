"""The manual of the rules: every page current, every example true of its rule."""

import pytest

from reportgen.checks.layout.ops import pattern
from reportgen.codes import party_examples, rule_examples
from reportgen.codes.manual import INDEX, manual
from reportgen.codes.rules import EXAMPLES, all_rules, right_and_wrong
from reportgen.checks.layout.words import bare

RENEW = "write it anew: pytest tests/checks/layout/test_manual.py --renew"
LOOKED_AT_ALONE = ("so.form_named", "so.form_cong_van", "so.leading_zero", "hd05.so.leading_zero")
"""Their patterns are for a whole line, or for a part of one."""


@pytest.fixture(scope="module")
def pages():
    return manual()


@pytest.fixture(scope="module")
def folder(root):
    return root / "docs" / "quy-tac"


def test_every_page_is_current(pages, folder, request):
    if request.config.getoption("--renew"):
        folder.mkdir(exist_ok=True)
        for stale in {path.name for path in folder.glob("*.md")} - set(pages):
            (folder / stale).unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    assert {path.name for path in folder.glob("*.md")} == set(pages), RENEW
    stale = [name for name, text in pages.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert stale == [], RENEW


def test_the_index_names_every_rule(pages):
    assert all(f"]({name})" in pages[INDEX] for name in pages if name != INDEX)


def test_every_rule_shows_wrong_and_right():
    for _, rule in all_rules():
        wrong, right = right_and_wrong(rule)
        assert wrong.startswith("Sai: ") and right.startswith("Đúng: ") and wrong[5:] != right[6:], rule.code


def test_every_example_belongs_to_a_rule():
    codes = {name for _, rule in all_rules() for name in (rule.code, bare(rule.code))}
    assert set(EXAMPLES) <= codes
    assert not rule_examples.EXAMPLES.keys() & party_examples.EXAMPLES.keys()


def patterned():
    return {
        rule.code: rule
        for _, rule in all_rules()
        if rule.op == "regex" and rule.code in EXAMPLES and not rule.code.endswith("leading_zero")
    }.values()


@pytest.mark.parametrize("rule", patterned(), ids=lambda rule: rule.code)
def test_the_examples_of_a_pattern_are_true_of_it(rule):
    wrong, right = EXAMPLES[rule.code]
    assert pattern(f"{rule.value}").search(right.split(" (")[0] if right[0] != "(" else right)
    assert not all(pattern(f"{rule.value}").search(each) for each in wrong.split("; "))
