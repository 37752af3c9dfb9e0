"""What is read from YAML is what was typed, with the place where it was typed."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Place
from reportgen.yamltext import Mapping, Node, Scalar, Sequence, is_blank, load, parse

TYPED = [
    "02", "010", "1.411", "14_653", "1e3", "12:30", "190:20:30", "no", "Yes", "on", "2026-03-05",
    "05/03/2026", "4.10", "99999999999999999999.5", "=", "9,92", "4,16%", "0x1F", ".inf", "−5",
    "14 653", "Sở Tài chính", "a:b", "-5", "?a", "Nghị quyết số 02-NQ/ĐU", "http://example.vn/x",
]  # fmt: skip


def plain(node: Node):
    """The tree as plain Python values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


@pytest.mark.parametrize("text", TYPED)
def test_a_value_stays_as_typed(text):
    assert plain(parse(f"khoa: {text}\nds:\n- {text}\n", "x.yml")) == {"khoa": text, "ds": [text]}


@pytest.mark.parametrize(
    ("source", "text", "is_plain"),
    [
        ("k: a", "a", True),
        ("k: 'a'", "a", False),
        ('k: "a\\u1ebft"', "aết", False),
        ("k: |\n  a\n  b\n", "a\nb\n", False),
        ("k: >\n  a\n  b\n", "a b\n", False),
        ("k: a\n  b", "a b", True),
        ("k: 'it''s'", "it's", False),
    ],
)
def test_quotes_and_blocks(source, text, is_plain):
    node = parse(source, "x.yml").entries["k"]
    assert (node.text, node.plain) == (text, is_plain)


def test_everything_knows_its_place():
    root = parse("ten: Sở\nds:\n  - a\n  - {b: c}\n", "x.yml")
    assert isinstance(root, Mapping)
    items = root.entries["ds"]
    assert root.place == Place("x.yml", 1, 1)
    assert root.key_places == {"ten": Place("x.yml", 1, 1), "ds": Place("x.yml", 2, 1)}
    assert root.entries["ten"].place == Place("x.yml", 1, 6)
    assert items.place == Place("x.yml", 3, 3) and not items.flow
    assert [item.place for item in items.items] == [Place("x.yml", 3, 5), Place("x.yml", 4, 5)]
    assert items.items[1].entries["b"].place == Place("x.yml", 4, 9)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(newline):
    root = parse(newline.join(["# đầu", "", "a: 1", "b: 2"]), "x.yml")
    assert [place.line for place in root.key_places.values()] == [3, 4]


def test_text_and_keys_come_in_nfc():
    decomposed = unicodedata.normalize("NFD", "tỷ_lệ: Điện Biên")
    assert plain(parse(decomposed, "x.yml")) == {"tỷ_lệ": "Điện Biên"}
    assert plain(parse('k: "e\\u0302"', "x.yml")) == {"k": "ê"}


@pytest.mark.parametrize("source", ["", "\n\n", "# chỉ có ghi chú\n", "---\n"])
def test_a_file_without_content_is_blank(source):
    assert is_blank(parse(source, "x.yml"))


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        ("", True),
        ("~", True),
        ("null", True),
        ('""', False),
        ("'null'", False),
        ("0", False),
        ("[]", False),
        ("{}", False),
    ],
)
def test_blank_values(value, blank):
    assert is_blank(parse(f"k: {value}", "x.yml").entries["k"]) is blank


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_utf8_with_or_without_mark(tmp_path, start):
    file = tmp_path / "số liệu.yml"
    file.write_bytes(start + "tên: Điện Biên\n".encode())
    root = load(file, "du-an/số liệu.yml")
    assert plain(root) == {"tên": "Điện Biên"}
    assert str(root.key_places["tên"]) == "du-an/số liệu.yml:1:1"


def test_a_file_is_shown_relative_to_where_we_stand(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yml").write_text("k: 1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load(Path("a/b.yml")).place.file == "a/b.yml"
    assert load(tmp_path / "a" / "b.yml").place.file == "a/b.yml"
    monkeypatch.chdir(tmp_path / "a")
    assert load(Path("../a/b.yml")).place.file == "../a/b.yml"


CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=["Cs", "Cc", "Cn"],
    exclude_characters="\ufeff\ufffe\uffff",
    include_characters="\t\n",
)
TEXTS = st.text(CHARACTERS, max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
KEYS = TEXTS.filter(lambda text: text.strip())
TREES = st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=15)


@given(TREES, st.sampled_from([None, '"', "'"]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_tree_written_as_yaml_is_read_back(tree, style, flow):
    written = yaml.safe_dump(tree, default_style=style, default_flow_style=flow, allow_unicode=True)
    assert plain(parse(written, "x.yml")) == tree
