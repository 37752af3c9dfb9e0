"""The engine: what it prints is what Jinja prints, templates travel, and a document is made the same wherever it is made."""

import multiprocessing
import pickle
import zipfile
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import sandbox
from reportgen.archive import join, opening, pack
from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.filters import so_tran
from reportgen.program.tags import ProgramText, split_tags
from reportgen.template import ready, render

TEXT = """Có {{ ho }} ở {{ ten }}.

| Xã | Hộ |
|---|--:|
{% for x in xa %}
| {{ x.ten }} | {{ x.ho }} |
{% endfor %}
"""


def program_of(source):
    text = ProgramText()
    for words, is_tag in split_tags(source):
        (text.tag if is_tag else text.text)(words)
    assert text.findings == []
    return text.program()


@pytest.fixture(scope="module")
def data(figure):
    return {
        "ho": figure("26140", "hộ"),
        "ty_le": figure("4.1", "%"),
        "khong": figure("0", "hộ"),
        "ten": "LĐ-TB&XH <a> \"b\" 'c'",
        "trong": None,
        "rong": [],
        "noi": ["Tỉnh ủy", "HĐND & UBND", "VT"],
        "xa": [{"ten": "Cam An", "ho": 79, "noi": ["x", "y"]}, {"ten": "Cam <Hiếu>", "ho": 0, "noi": []}],
    }


SAID = [
    "{{ ho }}, {{ ho|so_tran }}, {{ ten }} {{ noi[1] }} {{ xa[1].ten }} {{ xa[0]['ten'] }}",
    "{{ 'giảm <' if ho < khong else 'tăng & thêm' }}",
    "{% for x in xa %}{{ loop.index }}/{{ loop.length }} {{ x.ten }}: {{ x.ho }}{% if not loop.last %}; {% endif %}{% endfor %}",
    "{% for x in xa if x.ho %}{{ loop.index }}{{ x.ten }}{% else %}không{% endfor %}",
    "{% for x in xa if x.ten == ten %}{{ x.ten }}{% else %}không{% endfor %}{% for x in rong %}a{% else %}b{% endfor %}",
    "{% for x in xa %}{% for n in x.noi %}{{ n }}{{ x.ten }}{{ loop.index }}{% else %}({{ loop.index }}){% endfor %}{% endfor %}",
    "{% for x in xa %}{% for x in x.noi %}{{ x }}{% endfor %}{{ x.ten }}{% endfor %}",
    "{% for n in noi %}{% for x in xa %}{{ n }}{{ x.ten }}{% endfor %}{{ loop.index }}{{ n }}{% endfor %}",
    "{% if ho and not trong or rong %}a{% elif ho %}b{% else %}c{% endif %}{% if 'VT' in noi and 'x' not in noi %}d{% endif %}",
    "{% for n in noi if n != 'VT' %}{% if loop.first %}[{% endif %}{{ n }}{% if loop.last %}]{% endif %}{% endfor %}",
    "{%- if ho -%} a {%- endif -%} b {{ ten }} c{# lời #}d",
    "chỉ có chữ, không có thẻ & <w:p/>",
    "",
]


class Shown:
    """A figure as Jinja can compare and print it."""

    def __init__(self, figure):
        self.figure = figure

    def __str__(self):
        return str(self.figure)

    def __bool__(self):
        return bool(self.figure.value)

    def __lt__(self, other):
        return self.figure.value < other.figure.value


@pytest.mark.parametrize("source", SAID)
def test_a_page_says_what_jinja_says(source, data):
    jinja = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
    jinja.filters["so_tran"] = lambda shown: so_tran(shown.figure)
    plain = {name: Shown(value) if hasattr(value, "unit") else value for name, value in data.items()}
    program = program_of(source)
    expected = jinja.from_string(program.source).render(plain)
    assert sandbox.run(program, data) == expected
    assert sandbox.encoded(program, data) == expected.encode()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=5), WORDS)
def test_both_ways_of_writing_a_page_agree(items, word):
    program = program_of("<a>{% for n in noi %}{{ n }}|{{ tu }}{% endfor %}{{ tu }}</a>")
    page = sandbox.encoded(program, {"noi": items, "tu": word})
    text = sandbox.run(program, {"noi": items, "tu": word})
    odd = any(c < " " and c not in "\t\n\r" or c in "\ufffe\uffff" for c in "".join([*items, word] if items else [word]))
    assert page == (None if odd else text.encode())


@pytest.mark.parametrize("odd", ["\x00", "\x01", "\x1f", "\ufffe", "\uffff", "\ud800", "a\x00b\x00"])
def test_what_no_page_can_hold_is_never_written(odd, compiled, printed, faults):
    template = compiled("Có {{ ten }} x")
    assert faults(printed, template, ten=f"a{odd}b") == [("MAU44", "khung.docx")]
    assert printed(template, ten="a\ufffdb힣")


@pytest.fixture(scope="module")
def template(compiled):
    return compiled(TEXT)


@pytest.fixture(scope="module")
def context(template, letterhead, data):
    return {**letterhead, **{name: data[name] for name in ("ho", "ten", "xa")}}


def test_a_template_travels_and_prints_the_same(template, context):
    ready(template)
    made = render(template, context)
    arrived = pickle.loads(pickle.dumps(template))
    assert arrived == template
    assert render(arrived, context) == made


def test_what_was_prepared_does_not_travel(template, context):
    fresh = pickle.loads(pickle.dumps(template))
    before = len(pickle.dumps(fresh))
    render(fresh, context)
    assert len(pickle.dumps(fresh)) == before


def test_a_template_sent_twice_is_prepared_once(template, context):
    sandbox._ready.cache_clear()
    for _ in range(3):
        render(pickle.loads(pickle.dumps(template)), context)
    assert sandbox._ready.cache_info().misses == len(template.programs)


@pytest.mark.parametrize("way", multiprocessing.get_all_start_methods())
def test_workers_make_the_same_bytes(way, template, context):
    if way == "forkserver":
        pytest.skip("like spawn")
    with ProcessPoolExecutor(1, multiprocessing.get_context(way)) as worker:
        assert worker.submit(render, template, context).result() == render(template, context)


def test_every_file_begins_with_the_same_bytes(template, context):
    one, other = render(template, context), render(template, {**context, "ten": "khác"})
    begin = template.opening.body
    assert one.startswith(begin) and other.startswith(begin) and one != other


NAMES = st.text(alphabet="abcđ/_", min_size=1, max_size=9)


@settings(deadline=None)
@given(st.lists(NAMES, unique=True, max_size=6), st.integers(0, 6), st.binary(max_size=300))
def test_an_opening_changes_nothing_of_a_zip(names, count, content):
    members = [pack(name, content + name.encode(), 1 + n % 12) for n, name in enumerate(names)]
    data = join(members[count:], opening(members[:count]))
    assert data == join(members)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == names


def test_a_text_of_many_pages_stops_at_the_budget(monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_CHARACTERS", 10_000)
    with pytest.raises(DataError) as caught:
        sandbox.encoded(program_of("{{ tu }}" * 20), {"tu": "x" * 600})
    assert [(f.code, f.place) for f in caught.value.findings] == [("MAU38", Place())]
