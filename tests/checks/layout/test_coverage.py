"""No rule of a profile is silently unchecked; each auto rule that can be spoilt has a mutation that spoils it."""

import pytest

from reportgen.checks.layout import BY_WORDING, COVERED, NOT_YET, status
from reportgen.checks.wording import checks
from reportgen.checks.layout.registry import SILENT_IF, SPECIAL
from reportgen.profile import load_profile, profile_keys

ANNEX_AND_COPY = ("phu_luc", "do_khan", "do_mat")


@pytest.fixture(params=profile_keys())
def rules(request):
    return load_profile(request.param).rules


def test_every_rule_is_judged_or_listed_with_the_reason(rules):
    assert [rule.code for rule in rules if not status(rule)] == []


def test_what_is_left_out_has_a_reason(rules):
    codes = {rule.code for rule in rules}
    assert all(NOT_YET[code] for code in codes & NOT_YET.keys())
    assert not {rule.code for rule in rules if rule.code in NOT_YET and rule.check == "auto"} - {
        "the_thuc.other_elements"
    }


def test_a_covered_rule_is_covered_by_a_rule_of_the_same_profile(rules):
    codes = {rule.code for rule in rules}
    assert {COVERED[code] for code in codes & COVERED.keys()} <= codes


def test_no_table_names_a_rule_that_does_not_exist():
    known = {rule.code for key in profile_keys() for rule in load_profile(key).rules}
    known |= {code.removeprefix("tt01.") for code in known}
    named = {*SPECIAL, *NOT_YET, *COVERED, *BY_WORDING, *SILENT_IF, *(c for codes in SILENT_IF.values() for c in codes)}
    assert named - known == set()


def test_what_the_wording_looks_at_is_there():
    assert set(BY_WORDING.values()) <= {check.code for check in checks()}
