"""What a template may say, and that everything else, hostile or just mistaken, ends in a finding at its place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import sandbox
from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.program.tags import ProgramText, split_tags


def text_of(source):
    """The program of a source, its n-th tag standing at line n of the file."""
    text, line = ProgramText(), 0
    for words, is_tag in split_tags(source):
        if is_tag:
            line += 1
            text.tag(words, Place("n.md", line))
        else:
            text.text(words)
    return text


def run(source, **context):
    text = text_of(source)
    if text.findings:
        raise DataError(text.findings)
    return sandbox.run(text.program(), context)


@pytest.fixture(scope="module")
def data(figure):
    return {
        "ho": figure("26140", "hộ"),
        "ho_truoc": figure("30000", "hộ"),
        "khong": figure("0", "hộ"),
        "tien": figure("976", "triệu đồng", approximation="gan"),
        "ty_le": figure("4.1", "%"),
        "ten": "A & B <c>",
        "trong": None,
        "rong": "",
        "xa": [{"ten": "Cam An", "ho": figure("79", "hộ")}, {"ten": "Cam Hiếu", "ho": None}],
        "noi": ["Tỉnh ủy", "HĐND", "VT"],
    }


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("Có {{ ho }}.", "Có 26.140 hộ."),
        ("{{ tien }}", "gần 976 triệu đồng"),
        ("{{ ten }}", "A &amp; B &lt;c&gt;"),
        ("{{ rong }}", ""),
        ("{{ ho|so_tran }}", "26.140"),
        ("{{ ho|bang_chu|viet_hoa_dau }}", "Hai mươi sáu nghìn một trăm bốn mươi"),
        ("{% for n in noi %}{{ loop.index }}. {{ n }}{% if not loop.last %}; {% endif %}{% endfor %}", "1. Tỉnh ủy; 2. HĐND; 3. VT"),
        ("{% for x in xa %}{{ x.ten }}{% if x.ho is co_so_lieu %}: {{ x.ho }}{% endif %}. {% endfor %}", "Cam An: 79 hộ. Cam Hiếu. "),
        ("{% for x in xa if x.ho is co_so_lieu %}{{ x['ten'] }}{% else %}không{% endfor %}", "Cam An"),
        ("{% if ho < ho_truoc %}giảm{% else %}tăng{% endif %}", "giảm"),
        ("{{ 'giảm' if ho < ho_truoc else 'tăng' }}", "giảm"),
        ("{% if ty_le <= 4.1 %}đạt{% endif %}", "đạt"),
        ("{% if ho == 26140 and ten == 'A & B <c>' %}đúng{% endif %}", "đúng"),
        ("{% if khong %}có{% else %}không{% endif %}", "không"),
        ("{% if trong %}có{% else %}không{% endif %}", "không"),
        ("{% if khong is co_so_lieu %}có{% endif %}", "có"),
        ("{% if 'HĐND' in noi or 'X' not in noi %}có{% endif %}", "có"),
        ("{% if ho > -5 %}có{% endif %}", "có"),
        ("{{ xa[1].ten }}", "Cam Hiếu"),
        ("{{ noi|liet_ke }}", "Tỉnh ủy, HĐND và VT"),
    ],
)
def test_what_a_template_may_say(source, printed, data):
    assert run(source, **data) == printed


MISTAKES = [
    ("{{ ho ngheo }}", "MAU30"),
    ("{{ }}", "MAU30"),
    ("{{#each xa}}", "MAU30"),
    ("{% if ho = 5 %}{% endif %}", "MAU30"),
    ("{{ 2020_ho }}", "MAU30"),
    ("{% for x xa %}{% endfor %}", "MAU30"),
    ("{{ ho_ngeo }}", "MAU31"),
    ("{{ hộ }}", "MAU31"),
    ("{{ loop.index }}", "MAU31"),
    ("{{ ho + ho }}", "MAU32"),
    ("{{ ho-ho }}", "MAU32"),
    ("{{ ten.upper() }}", "MAU32"),
    ("{{ ten ~ ten }}", "MAU32"),
    ("{{ ho, ten }}", "MAU32"),
    ("{{ ho > 5 }}", "MAU32"),
    ("{{ ho or ten }}", "MAU32"),
    ("{{ 'a' if ho }}", "MAU32"),
    ("{% if 1 < ho < 5 %}{% endif %}", "MAU32"),
    ("{% for a, b in xa %}{% endfor %}", "MAU32"),
    ("{% for a in noi recursive %}{% endfor %}", "MAU32"),
    ("{% for a in noi %}{{ loop.cycle }}{% endfor %}", "MAU32"),
    ("{% for a in noi %}{{ loop }}{% endfor %}", "MAU32"),
    ("{{ ho|khong_co }}", "MAU33"),
    ("{{ tien|doi_don_vi }}", "MAU33"),
    ("{{ tien|doi_don_vi(5) }}", "MAU33"),
    ("{{ tien|doi_don_vi(ten) }}", "MAU33"),
    ("{% if ho is defined %}{% endif %}", "MAU33"),
    ("{{ xa[0].tenn }}", "MAU34"),
    ("{{ noi[7] }}", "MAU34"),
    ("{{ ho.value }}", "MAU34"),
    ("{{ ten.chu }}", "MAU34"),
    ("{{ trong }}", "MAU35"),
    ("{{ trong|so_tran }}", "MAU35"),
    ("{{ xa }}", "MAU35"),
    ("{{ xa[0] }}", "MAU35"),
    ("{% for a in ten %}{% endfor %}", "MAU36"),
    ("{% for a in ho %}{% endfor %}", "MAU36"),
    ("{% for a in xa[0] %}{% endfor %}", "MAU36"),
    ("{% if ten > 3 %}{% endif %}", "MAU39"),
    ("{% if trong > 3 %}{% endif %}", "MAU39"),
    ("{% if ho > tien %}{% endif %}", "MAU39"),
    ("{% if ho in noi %}{% endif %}", "MAU39"),
    ("{{ ten|bang_chu }}", "MAU40"),
    ("{{ ho|doi_don_vi('tỷ đồng') }}", "MAU40"),
    ("{% for ho in noi %}{% endfor %}", "MAU41"),
    ("{{ 5 }}", "MAU45"),
    ("{{ 'chữ' }}", "MAU45"),
    ("{{ 'giảm 5%' if ho > 1 else 'tăng' }}", "MAU45"),
]


@pytest.mark.parametrize(("source", "code"), MISTAKES, ids=lambda s: s[:40])
def test_a_mistake_ends_in_a_finding(source, code, data, faults):
    at = 2 if "{{ loop" in source and "{% for" in source else 1
    assert faults(run, source, **data) == [(code, f"n.md:{at}")]


@pytest.mark.parametrize("value", [Decimal("4.1"), 4.1, True, b"x", {"a": 1}, object()])
def test_values_without_words_never_reach_the_page(value, faults):
    assert faults(run, "{{ x }}", x=value) == [("MAU35", "n.md:1")]


def test_all_mistakes_of_a_run_come_at_once(data, faults):
    found = faults(run, "{{ trong }} {{ ho }} {{ xa }} {{ ten|bang_chu }}", **data)
    assert found == [("MAU35", "n.md:1"), ("MAU35", "n.md:3"), ("MAU40", "n.md:4")]


def test_all_tags_that_are_not_understood_come_at_once(data, faults):
    assert faults(run, "{{ a b }} {{ ho }} {{ }}", **data) == [("MAU30", "n.md:1"), ("MAU30", "n.md:3")]


def test_names_that_nobody_fills_come_with_a_guess(data):
    with pytest.raises(DataError) as caught:
        run("{{ ho_truocc }}{{ Tên }}", **data)
    assert [f.hint for f in caught.value.findings] == ["có phải «ho_truoc»?", "có phải «ten»?"]


def test_the_names_a_program_needs():
    program = text_of("{% for x in xa %}{{ x.ten }}{{ ho }}{% endfor %}{% if trong %}{% endif %}").program()
    assert list(sandbox.names(program)) == ["xa", "ho", "trong"]


def test_a_template_of_thousands_of_tags_is_refused(data, faults):
    assert faults(run, "{{ ho }}" * 5001, **data) == [("MAU37", "n.md")]


HOSTILE = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ho.__class__ }}",
    "{{ ho['__class__'] }}",
    "{{ ho|attr('__class__') }}",
    "{{ xa|map(attribute='__class__') }}",
    "{{ '%s'|format(ho) }}",
    "{{ '{0.__class__}'.format(ho) }}",
    "{{ ten|safe }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ request.application }}",
    "{{ 'a' * 10**9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ ten.__mul__(999999999) }}",
    "{{ [ten]*99999999 }}",
    "{% for a in range(999999999) %}{% endfor %}",
    "{% for a in [1,2,3] %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% set x = ho %}",
    "{% set x %}a{% endset %}",
    "{% block a %}{% endblock %}",
    "{% call ho() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% with a = 1 %}{% endwith %}",
    "{% autoescape false %}{{ ten }}{% endautoescape %}",
    "{% raw %}{{ a }}{% endraw %}",
    "{% bogus %}",
    "{{ _dot_chay }}",
    "{{ ho|_so_muc('1.') }}",
    "{{ 1|label(1, '1.') }}",
    "{% for _dot_chay in noi %}{% endfor %}",
    "{% for loop in noi %}{% endfor %}",
    "{{ " + "(" * 150 + "ho" + ")" * 150 + " }}",
    "{% if " + "not " * 90 + "ho %}{% endif %}" + "{{ ho._x }}",
    "{{ " + "9" * 390 + " }}",
    "{{ 1e999 }}",
    "{{ ho|doi_don_vi('tỷ đồng', 999999999) }}",
    "{% if ho %}" * 30 + "{% endif %}" * 30,
    "{% if ho %}" * 600 + "{% endif %}" * 600,
    "{% for a in noi %}{% for b in noi %}{% for c in noi %}{% for d in noi %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "{{ ho }}" * 6000,
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda s: s[:40])
def test_hostile_templates_end_in_findings(source, data):
    with pytest.raises(DataError) as caught:
        run(source, **data)
    assert all(f.code.startswith("MAU") for f in caught.value.findings)


def test_nested_loops_over_data_stop_at_the_budget(faults):
    rows = [{"a": "x"}] * 3000
    source = "{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}"
    assert faults(run, source, r=rows) == [("MAU38", "n.md:3")]


def test_huge_output_stops_at_the_budget(monkeypatch, faults):
    monkeypatch.setattr(sandbox, "MOST_CHARACTERS", 10_000)
    assert faults(run, "{% for a in r %}" + "x" * 100 + "{% endfor %}", r=["x"] * 500) == [("MAU38", "n.md")]


def test_a_value_is_never_read_as_a_template():
    assert run("{{ x }}", x="{{ 7*7 }}{% if %}") == "{{ 7*7 }}{% if %}"


@given(st.text(max_size=40))
def test_words_come_out_as_they_went_in(words):
    import html

    assert html.unescape(run("{{ x }}", x=words)) == words


@given(st.text(alphabet="{}%#-+ .|()[]'\"_,=<>~*:0159axif noredlpyhộ", max_size=50))
def test_any_template_prints_or_ends_in_findings(source):
    try:
        run(source, a="x", x=["y"], ho="z")
    except DataError as refused:
        assert all(f.code.startswith("MAU") for f in refused.findings)


def test_a_subject_line_is_plain_text(data):
    assert sandbox.render_text("Kết quả {{ ten }} kỳ {{ ho }}", data, Place("loai.yml", 4)) == "Kết quả A & B <c> kỳ 26.140 hộ"


@pytest.mark.parametrize(("source", "code"), [("Kết quả {{ ten", "MAU04"), ("{{ tenn }}", "MAU31"), ("{{ ten. }}", "MAU30")])
def test_mistakes_of_a_subject_line_stand_where_it_was_typed(source, code, data, faults):
    assert faults(sandbox.render_text, source, data, Place("loai.yml", 4, 12)) == [(code, "loai.yml:4:12")]
