"""The kinds as data: all of them, their codes, and that the rules of the profiles accept what they make."""

import re

import pytest

from reportgen.kinds import ALWAYS, NONE, UPWARDS, find_kind, kinds_of, nearest_kind
from reportgen.profile import load_profile

CODES = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
]  # fmt: skip


def test_the_29_kinds_of_the_decree():
    kinds = kinds_of("nd30").values()
    assert len(kinds) == 29
    assert [kind.code for kind in kinds if kind.code] == CODES
    assert [kind.name for kind in kinds if not kind.code] == ["công văn", "thư công"]


def test_five_had_other_codes_before():
    changed = {
        k.name: k.code for name, k in kinds_of("tt01").items() if k.code != kinds_of("nd30")[name].code
    }
    assert changed == {
        "bản ghi nhớ": "GN", "bản thỏa thuận": "TTh", "giấy ủy quyền": "UQ", "giấy giới thiệu": "GT", "giấy nghỉ phép": "NP",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("1.1", {"nghị quyết"}),
        ("1.5", {"công văn"}),
        ("1.6", {"công điện"}),
        ("1.7", {"giấy mời"}),
        ("1.8", {"giấy giới thiệu"}),
        ("1.9", {"biên bản"}),
        ("1.10", {"giấy nghỉ phép"}),
    ],
)
def test_sample_forms(form, names):
    assert {kind.name for kind in kinds_of("nd30").values() if form in kind.sample_form.split(", ")} == names


def test_addressees_stand_in_three_kinds_only():
    carried = {kind.name: kind.addressees for kind in kinds_of("nd30").values() if kind.addressees != NONE}
    assert carried == {"báo cáo": UPWARDS, "tờ trình": ALWAYS, "công văn": ALWAYS}


@pytest.mark.parametrize("name", ["báo cáo", "Báo cáo", "BÁO  CÁO", "BÁO CÁO"])
def test_a_kind_is_found_by_its_name_however_it_is_written(name):
    assert find_kind(name, "nd30").code == "BC"


def test_an_unknown_kind_has_a_nearest():
    assert find_kind("báo cáo nhanh", "nd30") is None
    assert nearest_kind("bao cáo", "nd30") == "báo cáo"
    assert find_kind("kết luận", "dang").code == "KL" and find_kind("kết luận", "nd30") is None


@pytest.mark.parametrize(
    ("key", "rule", "sample"),
    [
        ("nd30-2020", "so.form_named", "Số: 07/{}-STC"),
        ("tt01-2011", "so.form_named", "Số: 07/{}-STC"),
        ("mttq", "mttq.so.form_named", "Số: 07/{}-MTTQ-BTT"),
        ("hd05-2026", "hd05.so.form", "Số 07-{}/ĐU"),
    ],
)
def test_the_rules_accept_every_code(key, rule, sample):
    profile = load_profile(key)
    form = re.compile(profile.rule(rule).value)
    refused = [
        k.code
        for k in kinds_of(profile.kind_list).values()
        if k.code and not form.search(sample.format(k.code))
    ]
    assert refused == ([] if key != "tt01-2011" else ["PB"])


def test_the_code_the_party_gives_to_each_type():
    rule = load_profile("hd05-2026").rule("hd05.so.type_codes")
    assert {name: find_kind(name, "dang").code for name in rule.value} == rule.value
