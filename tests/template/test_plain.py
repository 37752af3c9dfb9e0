"""Plain programs are run without Jinja; that must change nothing: same pages, same findings at the same places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import sandbox
from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.program.plain import read_plain
from reportgen.program.tags import ProgramText, split_tags


@pytest.fixture(scope="module")
def data(figure):
    return {
        "ho": figure("26140", "hộ"),
        "khong": figure("0", "hộ"),
        "ten": "A & B <c> \"d\" 'e'",
        "trong": None,
        "rong": "",
        "noi": ["Tỉnh ủy", "HĐND", "VT"],
        "mot": ["một"],
        "xa": [{"ten": "Cam An", "ho": figure("79", "hộ")}, {"ten": "Cam Hiếu", "ho": None}],
        "so": 3,
    }


def program_of(source):
    """The program of a source, its n-th tag standing at line n of the file; None if a tag is faulty by itself."""
    text, line = ProgramText(), 0
    for words, is_tag in split_tags(source):
        if is_tag:
            line += 1
            text.tag(words, Place("n.md", line))
        else:
            text.text(words)
    return None if text.findings else text.program()


def outcome(program, data, escape):
    """The page, or what is wrong; the names needed."""
    try:
        page = sandbox.run(program, data, escape=escape)
    except DataError as failure:
        return [(f.code, f.message, f.place, f.found, f.hint) for f in failure.findings]
    return page, list(sandbox.names(program).items())


def forget():
    sandbox._compiled.cache_clear()
    sandbox._ready.cache_clear()


def both_ways(source, data, escape=True):
    """(run as it is, run by Jinja)."""
    program = program_of(source)
    if program is None:
        return None, None
    plainly = outcome(program, data, escape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "read_plain", lambda source: None)
        forget()
        by_jinja = outcome(program, data, escape)
    forget()
    return plainly, by_jinja


PLAIN = """Có {{ ho }} và {{ten}}{{ rong }}, {{ so }}.
{% if ho %}a{% endif %}{% if khong %}b{% else %}c{% endif %}{% if trong %}d{% elif rong %}e{% elif ten %}f{% else %}g{% endif %}
{% for n in noi %}{{ loop.index }}. {{ n }}{% if not loop.last %}; {% endif %}{% endfor %}
{% for x in xa %}{{ x.ten }}{% if x.ho is co_so_lieu %}: {{ x.ho }}{% endif %}{% if x.ho is not co_so_lieu %} -{% endif %}{% endfor %}
{% for x in xa %}{% for n in mot %}{{ n }} {{ x.ten }} {{ loop.length }}{% endfor %} {{ loop.index }}{% endfor %}
{% for n in noi %}{% for n in mot %}{{ n }}{% endfor %}{{ n }}{% endfor %}
{% for n in mot %}{% if loop.length == 1 %}{% if loop.first %}x{% endif %}{% endif %}{% if not loop.length == 1 %}y{% endif %}{% endfor %}
{% if not trong is co_so_lieu %}a{% endif %}{% if not ho is not co_so_lieu %}b{% endif %}
{{ khong_co }} {{ khong_co }} {{ cung_khong }}
{{ noi }} {{ trong }} {{ xa }}
{% for n in ten %}{{ n }}{% endfor %}{% for n in trong %}{{ n }}{% endfor %}
{% for x in xa %}{{ x.la }}{{ x.ten.la }}{% endfor %}
{% for ho in noi %}{{ ho }}{% endfor %}
{% for n in noi %}{{ n }}{% endfor %}{{ n }}
{% for n in noi %}{{ loop.first }}{% endfor %}
{{ so.gi }} {{ ho.value }} {{ noi.len }}
chỉ có chữ"""


@pytest.mark.parametrize("source", PLAIN.split("\n"))
@pytest.mark.parametrize("escape", [True, False])
def test_plain_programs_give_what_jinja_gives(source, escape, data):
    plainly, by_jinja = both_ways(source, data, escape)
    assert plainly == by_jinja


@pytest.mark.parametrize(
    "source",
    [
        "{{ ho|so_tran }}", "{{- ho }}", "{{ ho -}}", "{% if ho %}", "{% endif %}", "{% if ho > 3 %}a{% endif %}",
        "{% if ho and ten %}a{% endif %}", "{% for a, b in xa %}{% endfor %}", "{% for n in noi if n %}{% endfor %}",
        "{% if ho %}{% for n in noi %}{% endif %}{% endfor %}", "{% else %}", "{% for n in noi %}{% else %}{% endfor %}",
        "{% if ho %}{% else %}{% else %}{% endif %}", "{% if ho %}{% else %}{% elif ho %}{% endif %}", "{% set a = 1 %}",
        "{{ _a }}", "{{ loop.index }}", "{{ self }}", "{{ ho.__class__ }}", "{{ noi.0 }}", "{{ 'chữ' }}", "{{ 3 }}", "{{ }}",
        "{% for loop in noi %}{% endfor %}", "{% for n in loop.length %}{% endfor %}", "{# lời #}", "{% if %}{% endif %}",
        "{% for a in noi %}" * 4 + "{% endfor %}" * 4, "{% if ho %}" * 9 + "{% endif %}" * 9, "{{ a\nb }}", "{{ true }}",
        "{% if ho is so %}{% endif %}", "{% if loop.first %}{% endif %}", "{% raw %}{{ ho }}{% endraw %}", "{{ ho", "{{ tên }}",
    ],
)  # fmt: skip
def test_whatever_else_goes_to_jinja(source):
    assert read_plain(source) is None


TAGS = [
    "{{ ho }}", "{{ n }}", "{{ x.ten }}", "{{ trong }}", "{{ loop.index }}", "{{ khong_co }}", "{% if n %}", "{% if not ho %}",
    "{% if trong is co_so_lieu %}", "{% elif rong %}", "{% else %}", "{% endif %}", "{% for n in noi %}", "{% for x in xa %}",
    "{% for n in x.ten %}", "{% endfor %}", "{% if loop.last %}", "{% if loop.length == 3 %}", "{% for n in n %}", " & ", "\n",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(st.sampled_from(TAGS), max_size=14))
def test_any_sequence_of_tags_gives_what_jinja_gives(pieces, data):
    plainly, by_jinja = both_ways("".join(pieces), data)
    assert plainly == by_jinja


NESTED = st.recursive(
    st.sampled_from(["{{ ho }}", "{{ n }}", "{{ x.ten }}", "{{ loop.index }}", "a & b", "\n", "{{ trong }}"]),
    lambda inner: st.builds(
        lambda opening, parts, other: f"{opening}{''.join(parts)}" + (
            "{% endfor %}" if "for" in opening else f"{{% else %}}{other}{{% endif %}}"
        ),
        st.sampled_from(["{% for n in noi %}", "{% for x in xa %}", "{% if ho %}", "{% if n %}", "{% if loop.first %}", "{% if not rong %}"]),
        st.lists(inner, max_size=3),
        inner,
    ),
    max_leaves=10,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(source=NESTED)
def test_any_well_formed_program_gives_what_jinja_gives(source, data):
    plainly, by_jinja = both_ways(source, data)
    assert plainly == by_jinja
