"""The patterns of the rules answer at once, whatever a stranger's document holds."""

import re

import pytest

from reportgen.profile import load_profile, profile_keys

DOUBLES_BACK = re.compile(r"\((?:\?:)?[^()]*(?:\[\^[^\]]*\]|\.|\\[SwW])[+*][^()]*\)[+*]")
"""``(, ?[^.;]+)*``: a repeated group that repeats nearly anything can read one text in ways without end."""


@pytest.mark.parametrize(
    ("pattern", "endless"),
    [(r"^- Lưu: VT(, ?[^.;]+)*\.$", True), (r"^- Lưu: VT(,[^.;]+)?\.$", False), (r"^A(-[A-Z][a-z]*)+$", False)],
)
def test_what_counts_as_endless(pattern, endless):
    assert bool(DOUBLES_BACK.search(pattern)) is endless


@pytest.mark.parametrize("key", profile_keys())
def test_no_rule_doubles_back(key):
    patterns = [str(rule.value) for rule in load_profile(key).rules if rule.op == "regex"]
    assert patterns and [pattern for pattern in patterns if DOUBLES_BACK.search(pattern)] == []


@pytest.mark.parametrize("key", ["nd30-2020", "tt01-2011"])
def test_the_line_of_filing_is_read_as_before(key):
    rule = next(rule for rule in load_profile(key).rules if rule.code.endswith("noi_nhan.luu_form"))
    pattern = re.compile(str(rule.value))
    good = ["- Lưu: VT.", "- Lưu: VT, TH.", "- Lưu: VT,TH.", "- Lưu: VT, TH, NC.", "- Lưu: VT, Phòng A (3 bản)."]
    bad = ["- Lưu: VT", "- Lưu: VT, TH", "- Lưu: TH.", "- Lưu: VT; TH.", "- Lưu: VT,.", "- Lưu: VT. TH."]
    assert [text for text in good if not pattern.search(text)] == []
    assert [text for text in bad if pattern.search(text)] == []
    assert not pattern.search("- Lưu: VT" + ", a" * 5000)
