"""The JSON Schema says what the loader does: an editor must not complain about what we accept."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reportgen.errors import DataError
from reportgen.fields import (
    Choice,
    Day,
    Declared,
    Either,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
    Verbatim,
    Whole,
    YesNo,
    declare,
    read_record,
)  # fmt: skip
from reportgen.fields.schema import glossary, json_schema, modeline
from reportgen.noun import noun
from reportgen.yamltext import Node, Scalar, Sequence, parse


@noun
class Signer(Declared):
    name: str = declare("ho_ten", "họ tên", Text(), help="Họ và tên người ký", example="Trần Thị B")
    post: str = declare("chuc_vu", "chức vụ", Text(), default="Giám đốc")


@noun
class Layout(Declared):
    depth: int = declare("so_cap", "số cấp", Whole(1, 4), default=3)


@noun
class Sheet(Declared):
    office: str = declare("ten_co_quan", "tên cơ quan", Text(), help="Tên đầy đủ", example="Sở Tài chính")
    symbol: str = declare("ky_hieu", "ký hiệu", Text(pattern="[A-ZĐ]+"), default="")
    note: str = declare("ghi_chu", "ghi chú", Text(lines=True), default="")
    issued: date = declare("ngay_ban_hanh", "ngày ban hành", Day(), default=None)
    households: int = declare("so_ho", "số hộ", Whole(low=0), default=0)
    rate: Decimal = declare("ty_le", "tỷ lệ", Number(), default=Decimal(0))
    required: bool = declare("bat_buoc", "bắt buộc", YesNo(), default=True)
    about: str = declare(
        "xap_xi", "xấp xỉ", Choice({"gan": "gần", "tren": "trên", "30": "ba mươi"}), default=""
    )
    signers: tuple[Signer, ...] = declare("nguoi_ky", "người ký", ListOf(Record(Signer)), default=())
    figures: dict = declare(
        "so_lieu", "số liệu", MapOf(Either(scalar=Number(), mapping=Record(Signer))), default={}
    )
    layout: Layout = declare("trinh_bay", "trình bày", Record(Layout), default=Layout())
    raw: Node | None = declare("nguyen_van", "nguyên văn", Verbatim(), default=None)
    lines: tuple[str, ...] = declare(
        "noi_nhan", "nơi nhận", Either(scalar=Text(), sequence=ListOf(Text())), default=()
    )


SCHEMA = json_schema(Sheet, "Tệp thử")
VALIDATOR = Draft202012Validator(SCHEMA)


def as_an_editor_reads(node: Node):
    """The JSON value an editor's YAML 1.2 reader (core schema) makes of a node."""
    if isinstance(node, Sequence):
        return [as_an_editor_reads(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {key: as_an_editor_reads(value) for key, value in node.entries.items()}
    text = node.text
    if not node.plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in ("true", "false") and text[1:].islower():
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def loader_accepts(text: str) -> bool:
    sink: list = []
    return read_record(Sheet, parse(text, "x.yml"), sink) is not None


def editor_accepts(text: str) -> bool:
    return VALIDATOR.is_valid(as_an_editor_reads(parse(text, "x.yml")))


GOOD = [
    "ten_co_quan: Sở Tài chính",
    *[
        f"ten_co_quan: {typed}"
        for typed in ("02", "no", "12:30", "true", "1.5", "'null'", "'5'", "2026-03-05")
    ],
    *[f"ky_hieu: {typed}" for typed in ("", "~", "UBND", "'Đ'", "' STC '", ">\n  STC")],
    *[f"ngay_ban_hanh: {typed}" for typed in ("", "05/03/2026", "5/3/2026", "2026-03-05", "'05/03/2026'")],
    *[f"so_ho: {typed}" for typed in ("", "26.140", "5", "'5'", "1.234.567", "14 653", "0")],
    *[f"ty_le: {typed}" for typed in ("9,92", "4.16", "-5", "−5", "1.234.567", "14.653,5", "' 4,1 '")],
    *[f"bat_buoc: {typed}" for typed in ("có", "không", "Có", "true", "False", "'true'", "KHÔNG", "")],
    *[f"xap_xi: {typed}" for typed in ("gan", "gần", "trên", "30", "'30'", "ba mươi", "")],
    "nguoi_ky:\n- ho_ten: A\n- {ho_ten: 02, chuc_vu: }",
    "nguoi_ky: []",
    "nguoi_ky:",
    "so_lieu: {ho_ngheo: 5, ty_le: '9,92', nguoi: {ho_ten: A}}",
    "so_lieu:",
    "trinh_bay:",
    "trinh_bay: {}",
    "trinh_bay: {so_cap: 2}",
    "nguyen_van: {gi: [cũng, được]}",
    "nguyen_van:",
    "noi_nhan: a",
    "noi_nhan: [a, 02]",
    "ghi_chu: |\n  một\n  hai\n",
]

# What the schema can see as well as the loader.
BAD = [
    "",
    "ten_co_quan:",
    "ten_co_quan: [a]",
    "ten_co_quann: a",
    "so_hoo: 5",
    "nguoi_ky: a",
    "nguoi_ky: [{ho_tn: A}]",
    "nguoi_ky: [{}]",
    "nguoi_ky: [~]",
    "so_lieu: {Hộ nghèo: 5}",
    "so_lieu: {ho_ngheo: x}",
    "so_lieu: {ho_ngheo: [5]}",
    "so_lieu: {ho_ngheo: }",
    "so_lieu: [5]",
    "ngay_ban_hanh: hôm qua",
    "ngay_ban_hanh: 5-3-2026",
    "so_ho: mười",
    "ty_le: NaN",
    "bat_buoc: yes",
    "bat_buoc: 1",
    "xap_xi: chung",
    "ky_hieu: stc",
    "trinh_bay: {so_cap: {}}",
    "trinh_bay: a",
    "noi_nhan: {a: b}",
    "noi_nhan: [[a]]",
]

# What only the loader sees, since an editor does not know how a number was typed.
ONLY_LOADER = [
    "ty_le: 1.411",
    "so_ho: 9.92",
    "so_ho: -1",
    "ngay_ban_hanh: 31/02/2026",
    "so_ho: 02",
    "trinh_bay: {so_cap: 9}",
    'ten_co_quan: ""',
    "ten_co_quan: '  '",
    'noi_nhan: [a, ""]',
]


def whole(text: str) -> str:
    return text if "ten_co_quan" in text or not text else "ten_co_quan: Sở\n" + text


@pytest.mark.parametrize("text", [whole(text) for text in GOOD])
def test_loader_and_editor_accept(text):
    assert loader_accepts(text)
    assert editor_accepts(text)


@pytest.mark.parametrize("text", [whole(text) for text in BAD])
def test_loader_and_editor_refuse(text):
    assert not loader_accepts(text)
    assert not editor_accepts(text)


@pytest.mark.parametrize("text", [whole(text) for text in ONLY_LOADER])
def test_the_editor_is_blind_where_it_must_be(text):
    assert not loader_accepts(text)
    assert editor_accepts(text)


PAIRS = st.builds(
    "{}: {}".format,
    st.sampled_from([*SCHEMA["properties"], "khac"]),
    st.sampled_from(
        [
            "",
            "~",
            "02",
            "no",
            "có",
            "9,92",
            "gan",
            "[]",
            "{}",
            "[a]",
            "{ho_ten: A}",
            "{a: {ho_ten: B}}",
            "UBND",
        ]
    ),
)
PIECES = st.sampled_from([whole(text) for text in GOOD]).map(
    lambda text: text.removeprefix("ten_co_quan: Sở\n")
)


@given(
    st.lists(PIECES | PIECES | PIECES | PAIRS, max_size=6, unique_by=lambda piece: piece.partition(":")[0])
)
@settings(max_examples=300, deadline=None)
def test_an_editor_never_complains_about_what_the_loader_takes(pieces):
    text = whole("\n".join(pieces))
    if loader_accepts(text):
        assert editor_accepts(text), list(VALIDATOR.iter_errors(as_an_editor_reads(parse(text, "x.yml"))))


@given(st.text(max_size=30), st.sampled_from(list(SCHEMA["properties"])))
@settings(max_examples=200, deadline=None)
def test_any_value_of_any_field_is_read_or_refused_with_a_finding(text, key):
    sink: list = []
    quoted = "'" + text.replace("'", "''") + "'"
    try:
        record = read_record(Sheet, parse(f"ten_co_quan: A\n{key}: {quoted}", "x.yml"), sink)
    except DataError:
        return
    assert (record is None) == bool(sink)


def test_the_schema_is_a_schema_in_vietnamese():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Tệp thử"
    assert SCHEMA["required"] == ["ten_co_quan"]
    assert SCHEMA["additionalProperties"] is False
    office = SCHEMA["properties"]["ten_co_quan"]
    assert (office["title"], office["description"], office["examples"]) == (
        "tên cơ quan",
        "Tên đầy đủ",
        ["Sở Tài chính"],
    )
    assert set(SCHEMA["$defs"]) == {"Signer", "Layout"}
    json.dumps(SCHEMA)


def test_a_choice_is_an_enum_with_descriptions():
    choice = SCHEMA["properties"]["xap_xi"]["anyOf"][0]
    described = dict(zip(choice["enum"], choice["enumDescriptions"], strict=True))
    assert described["gan"] == "gần" and described["30"] == "ba mươi"


def test_two_record_classes_of_one_name_are_our_mistake():
    @noun
    class Inner(Declared):
        name: str = declare("ho_ten", "họ tên", Text())

    other = Inner

    @noun
    class Inner(Declared):
        name: str = declare("ten_goi", "tên gọi", Text())

    @noun
    class Outer(Declared):
        one: object = declare("mot_nguoi", "một", Record(other))
        two: object = declare("hai_nguoi", "hai", Record(Inner))

    with pytest.raises(TypeError, match="Inner"):
        json_schema(Outer, "x")


def test_the_glossary_lists_every_key_once():
    terms = glossary([Sheet, Signer])
    assert [term.key for term in terms][:2] == ["ten_co_quan", "ky_hieu"]
    assert ("ho_ten", "họ tên", "Signer.name", "Họ và tên người ký") in terms
    assert len(terms) == len({term.identifier for term in terms}) == 16


def test_the_modeline_names_the_schema():
    assert modeline("../.luoc-do/bao-cao.json") == "# yaml-language-server: $schema=../.luoc-do/bao-cao.json"
