"""Whatever stands in a file, reading it ends in a tree or in findings, and soon."""

import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import any_blocks
from reportgen.errors import DataError
from reportgen.yamltext import Scalar, Sequence, load, parse
from reportgen.yamltext.building import MAX_DEPTH, MAX_NODES
from reportgen.yamltext.characters import MAX_CHARACTERS, MAX_MARKS
from reportgen.yamltext.syntax import SyntaxSpot, word_syntax_error

HOSTILE = [
    ("brackets", "[" * 200_000, "DL03"),
    ("braces", "{a: " * 200_000, "DL03"),
    ("dashes", "- " * 200_000, "DL03"),
    ("question marks", "? " * 200_000, "DL03"),
    ("indented keys", "".join(" " * n + "a:\n" for n in range(200)), "DL03"),
    ("alias bomb", "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30)), "DL12"),
    ("python object", "a: !!python/object/apply:os.system [echo]", "DL12"),
    ("NUL", "a: \0b", "DL04"),
    ("escaped NUL", 'a: "\\0"', "DL04"),
    ("half a character", "a: \ud800", "DL04"),
    ("piled marks", "a: x" + "\u0301\u0316" * 100_000, "DL04"),
    ("escaped piled marks", 'a: "' + "\\u0301\\u0316" * 100_000 + '"', "DL04"),
    ("too long", "x" * (MAX_CHARACTERS + 1), "DL03"),
    ("too many", "[" + "a," * (MAX_NODES + 1) + "]", "DL03"),
    ("long key", "a" * 100_000 + ": 1", "DL07"),
    ("quotes", '"' * 99_999, "DL08"),
    ("ampersands", "&" * 100_000, "DL09"),
    ("documents", "---\n" * 10_000, "DL15"),
    ("commas", ", " * 10_000, "DL09"),
]


@pytest.mark.parametrize(("text", "code"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_text_ends_in_a_finding(text, code):
    with pytest.raises(DataError) as caught:
        parse(text, "x.yml")
    assert caught.value.findings[0].code == code
    assert all(
        len(f.message) < 300 and len(f.hint) < 300 and len(f.place.quote) <= 200
        for f in caught.value.findings
    )


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_depth_allowed(depth):
    text = "[" * depth + "]" * depth
    if depth > MAX_DEPTH:
        pytest.raises(DataError, parse, text, "x.yml")
    else:
        parse(text, "x.yml")


def test_a_letter_may_carry_the_marks_a_language_needs():
    parse("a: o" + "\u0302\u0301" + " x" + "\u0316" * MAX_MARKS + " " + "…" * 200, "x.yml")


def test_a_six_megabyte_file_is_not_read_further(tmp_path):
    file = tmp_path / "a.yml"
    file.write_bytes(b"a: 1\n" * 1_200_000)
    with pytest.raises(DataError) as caught:
        load(file, "a.yml")
    assert [f.code for f in caught.value.findings] == ["DL03"]


def test_an_error_the_table_does_not_know_still_has_a_place_and_a_hint():
    finding = word_syntax_error(SyntaxSpot("x.yml", ["a: 1", "b"], "something new", (9, 9), (1, 1), (0, 0)))
    assert (finding.code, finding.place.line, finding.place.quote) == ("DL05", 2, "b")
    assert finding.hint


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile") / "a.yml"


@given(raw=st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_random_bytes_end_in_a_tree_or_findings(scratch, raw):
    scratch.write_bytes(raw)
    try:
        load(scratch, "a.yml")
    except DataError as refusal:
        assert any_blocks(refusal.findings)


YAMLISH = st.text(
    st.sampled_from("[]{}:,-?&*!|>'\"%@`#~<=./\\ \n\n\n\t  ab19ếĐ\u0302\xa0\u2028\x85\r"), max_size=60
)


def composed(node):
    """PyYAML's own tree as plain values."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [composed(item) for item in node.value]
    return {key.value: composed(value) for key, value in node.value}


def plain(node):
    """Our tree as plain values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


@given(YAMLISH)
@settings(max_examples=300, deadline=None)
def test_what_is_not_refused_is_what_pyyaml_reads(text):
    try:
        tree = parse(text, "a.yml")
    except DataError:
        return
    root = yaml.compose(
        unicodedata.normalize("NFC", text), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    )
    assert plain(tree) == (composed(root) if root else "")


@given(YAMLISH | st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_random_text_ends_in_a_tree_or_findings(text):
    try:
        parse(text, "a.yml")
    except DataError as refusal:
        for finding in refusal.findings:
            assert finding.place.line >= 1 and finding.message.endswith(".") and finding.hint
