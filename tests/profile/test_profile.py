"""Profiles: what the files say, what is inherited, what a date asks for; what is made obeys what judges."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.diagnostics import Severity
from reportgen.errors import DataError
from reportgen.profile import components_of, heading_component, load_profile, profile_for, profile_keys
from reportgen.profile.codes import CODES

KEYS = ("hd05-2026", "hd36-2018", "mttq", "mttq-2013", "nd30-2020", "tt01-2011")
WITHOUT_VALUES = {"ke_tieu_ngu", "ke_tieu_de_dang", "ke_co_quan", "ke_trich_yeu", "bang_so_lieu"}


@pytest.fixture(params=KEYS)
def profile(request):
    return load_profile(request.param)


def test_the_profiles_there_are():
    assert profile_keys() == KEYS


@pytest.mark.parametrize(
    ("code", "op", "value", "unit", "severity"),
    [
        ("quoc_hieu.size", "range", (Decimal(12), Decimal(13)), "pt", Severity.ERROR),
        ("so.size", "eq", Decimal(13), "pt", Severity.WARNING),
        ("page.margin.left", "range", (Decimal(30), Decimal(35)), "mm", Severity.ERROR),
        ("noi_dung.first_line_indent", "in", (Decimal("1.0"), Decimal("1.27")), "cm", Severity.ERROR),
        ("noi_dung.line_spacing", "range", (Decimal("1.0"), Decimal("1.5")), "dòng", Severity.ERROR),
        ("co_quan_ban_hanh.bold", "eq", True, "", Severity.ERROR),
        ("can_cu.end_last", "eq", ".", "", Severity.ERROR),
        ("page_number.position", "eq", "header-center", "", Severity.ERROR),
        ("dieu.size", "same_as", "noi_dung.size", "pt", Severity.ERROR),
    ],
)
def test_rules_of_the_decree(code, op, value, unit, severity):
    rule = load_profile("nd30-2020").rule(code)
    assert (rule.op, rule.value, rule.unit, rule.severity) == (op, value, unit, severity)
    assert "NĐ30" in rule.authority


def test_every_rule_of_the_decree_is_there():
    rules = load_profile("nd30-2020").rules
    assert len(rules) == len({rule.code for rule in rules}) == 293


def test_every_rule_and_style_names_its_authority(profile):
    assert [rule.code for rule in profile.rules if not rule.authority] == []
    assert [style.component for style in profile.styles.values() if not style.authority] == []


def test_every_style_name_has_values(profile):
    assert set(components_of(profile.letterhead)) - set(profile.styles) == WITHOUT_VALUES & set(components_of(profile.letterhead))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2011, 3, 5), "tt01-2011"),
        (date(2020, 2, 21), "tt01-2011"),
        (date(2020, 3, 4), "tt01-2011"),
        (date(2020, 3, 5), "nd30-2020"),
        (date(2026, 11, 22), "nd30-2020"),
    ],
)
def test_the_date_chooses(day, key):
    assert profile_for(day) == key


@pytest.mark.parametrize(
    ("day", "scope", "key"),
    [
        (date(2018, 4, 3), "dang", "hd36-2018"),
        (date(2026, 5, 26), "dang", "hd36-2018"),
        (date(2026, 5, 27), "dang", "hd05-2026"),
        (date(2013, 4, 8), "mttq", "mttq-2013"),
        (date(2020, 3, 4), "mttq", "mttq-2013"),
        (date(2020, 3, 5), "mttq", "mttq"),
    ],
)
def test_the_kind_of_body_chooses_too(day, scope, key):
    assert profile_for(day, scope) == key


@pytest.mark.parametrize(
    ("day", "scope"), [(date(2011, 3, 4), "nha_nuoc"), (date(2018, 4, 2), "dang"), (date(2013, 4, 7), "mttq")]
)
def test_no_profile_for_that_day_or_body(day, scope):
    with pytest.raises(DataError) as caught:
        profile_for(day, scope)
    assert [finding.code for finding in caught.value.findings] == ["TT21"]


def test_an_unknown_profile_offers_the_nearest():
    with pytest.raises(DataError) as caught:
        load_profile("nd30-2021")
    (finding,) = caught.value.findings
    assert finding.code == "TT20" and "nd30-2020" in finding.hint


def test_every_code_is_explained():
    assert all(words.endswith(".") and code.startswith("TT") for code, words in CODES.items())


class TestCircularBefore2020:
    """TT01 takes over what is known to be the same, under its own articles, and nothing else."""

    profile = load_profile("tt01-2011")

    @pytest.mark.parametrize(
        "code",
        [
            "page.font.family", "page.font.color", "page_number.position", "page_number.header_distance",
            "can_cu.italic", "can_cu.end_last", "ten_loai.size", "trich_yeu.size", "kinh_gui.applies", "kinh_gui.size",
            "noi_dung.first_line_indent", "noi_dung.line_spacing", "chu_ky_so.image", "phu_luc.numerals", "sao.forms",
            "dieu.label", "noi_nhan.nhu_tren",
        ],
    )  # fmt: skip
    def test_dropped_or_replaced(self, code):
        assert self.profile.rule(code) is None

    @pytest.mark.parametrize(
        ("code", "value"),
        [
            ("tt01.page_number.position", "footer-right"),
            ("tt01.can_cu.italic", False),
            ("tt01.can_cu.end_last", ","),
            ("tt01.ten_loai.size", Decimal(14)),
            ("tt01.noi_dung.first_line_indent", (Decimal("1.0"), Decimal("1.27"))),
        ],
    )
    def test_its_own(self, code, value):
        assert self.profile.rule(code).value == value

    def test_no_rule_quotes_the_decree(self):
        assert [rule.code for rule in self.profile.rules if "NĐ30" in rule.authority] == []

    def test_what_is_taken_over_is_quoted_under_its_article(self):
        rule = self.profile.rule("quoc_hieu.bold")
        assert (rule.authority, rule.confidence) == ("TT01 Điều 6, PL IV", "vua")

    def test_a_rule_with_the_same_code_replaces_that_one_only(self):
        assert "TTh" in self.profile.rule("so.form_named").value
        assert self.profile.rule("so.prefix").value == "^Số:"

    def test_the_page_it_makes(self):
        assert self.profile.page.number_position == "footer-right"
        assert self.profile.page.left_mm == 30
        assert not self.profile.styles["can_cu"].italic
        assert self.profile.styles["can_cu"].first_line_mm == Decimal("12.7")
        assert self.profile.texts["cuoi_can_cu_cuoi"] == ","
        assert self.profile.texts["cuoi_can_cu"] == ";"


def made_values(profile):
    """What the profile makes, as (component, property, value) in the units its rules use."""
    for style in profile.styles.values():
        yield style.component, "font_size", style.size_pt
        yield style.component, "bold", style.bold
        yield style.component, "italic", style.italic
        yield style.component, "align", style.align
        yield style.component, "first_line_indent", style.first_line_mm / 10
        yield style.component, "space_between_paragraphs", style.space_before_pt + style.space_after_pt
        yield style.component, "underline", style.underline
        if style.line_exact_pt:
            yield style.component, "line_spacing_exact", style.line_exact_pt
        else:
            yield style.component, "line_spacing", style.line_spacing
        if style.rule_ratio:
            yield style.component, "rule_length", style.rule_ratio
    page = profile.page
    for side in ("top", "bottom", "left", "right"):
        yield "trang_giay", f"margin_{side}", getattr(page, f"{side}_mm")
    yield "trang_giay", "paper", (page.width_mm, page.height_mm)
    yield "so_trang", "position", page.number_position
    yield "so_trang", "font_size", page.number_size_pt


def allowed(rule, value, profile):
    match rule.op:
        case "eq":
            return value == {"single": Decimal(1)}.get(rule.value, rule.value)
        case "in":
            return value in rule.value
        case "range" | "ratio":
            return rule.value[0] <= value <= rule.value[1]
        case "min":
            return value >= rule.value
        case "same_as":
            return value == profile.styles[rule.value.split(".")[0]].size_pt
    return True


def test_what_is_made_obeys_what_judges(profile):
    made = [(component, prop, value) for component, prop, value in made_values(profile)]
    judged = [
        (rule.code, value)
        for component, prop, value in made
        for rule in profile.rules_of(component)
        if rule.prop == prop and rule.op != "rule"
    ]
    assert len(judged) > 30
    wrong = [
        (rule.code, value)
        for component, prop, value in made
        for rule in profile.rules_of(component)
        if rule.prop == prop and not allowed(rule, value, profile)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("label", "component"),
    [
        ("I.", "muc_la_ma"),
        ("IV.", "muc_la_ma"),
        ("1.", "khoan_tieu_de"),
        ("1.1.", "tieu_muc"),
        ("2.3.1", "tieu_muc"),
        ("a)", "diem"),
        ("đ)", "diem"),
        ("Điều 1.", "dieu"),
        ("Chương I", "phan_chuong"),
        ("Mục 1", "muc_so"),
        ("*", "muc_cap_2"),
    ],
)
def test_a_heading_obeys_the_kind_of_its_number(label, component):
    assert heading_component(label, 2) == component
