"""What staff read when a data file is wrong: which field, what is wrong, what to type."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from reportgen.fields import (
    Choice,
    Day,
    Declared,
    Labelled,
    ListOf,
    MapOf,
    Number,
    Record,
    Text,
    Whole,
    YesNo,
    declare,
    read_record,
)  # fmt: skip
from reportgen.fields.codes import CODES
from reportgen.noun import noun
from reportgen.yamltext import parse
from reportgen.yamltext.codes import CODES as YAML_CODES


@noun
class Signer(Declared):
    name: str = declare("ho_ten", "họ tên", Text(), example="Trần Thị B")


@noun
class Sheet(Declared):
    office: str = declare("ten_co_quan", "tên cơ quan", Text(), example="Sở Tài chính")
    issued: date = declare("ngay_ban_hanh", "ngày ban hành", Day())
    households: int = declare("so_ho", "số hộ", Whole(0, 100_000), default=0)
    rate: Decimal = declare("ty_le", "tỷ lệ", Number(), default=Decimal(0))
    required: bool = declare("bat_buoc", "bắt buộc", YesNo(), default=True)
    about: str = declare("xap_xi", "xấp xỉ", Choice({"gan": "gần", "khoang": "khoảng"}), default="")
    signers: tuple[Signer, ...] = declare("nguoi_ky", "người ký", ListOf(Record(Signer)), default=())
    offices: dict[str, Signer] = declare("don_vi", "đơn vị", MapOf(Record(Signer)), default={})
    lines: tuple[str, ...] = declare("noi_nhan", "nơi nhận", ListOf(Text()), default=())
    symbol: str = declare(
        "ky_hieu", "ký hiệu", Text(pattern="[A-ZĐ]+", pattern_hint="chữ hoa, ví dụ STC"), default=""
    )


GOOD = "ten_co_quan: Sở\nngay_ban_hanh: 05/03/2026\n"


def said(text, prefix=GOOD):
    """(code, place, message, hint) of every finding for a file."""
    sink: list = []
    assert read_record(Sheet, parse(prefix + text, "x.yml"), sink) is None
    return [(f.code, f"{f.place.line}:{f.place.column}", f.message, f.hint) for f in sink]


CASES = [
    (
        "so_ho: 9,92",
        "DL24",
        "3:8",
        "«số hộ» (so_ho): «9,92» có phần thập phân, mà ở đây phải là số nguyên.",
        "26.140",
    ),
    ("ty_le: 1.411", "DL24", "3:8", "«tỷ lệ» (ty_le): «1.411» đọc được hai cách: 1411", "1,411"),
    ("so_ho: -1", "DL28", "3:8", "«số hộ» (so_ho): «-1» phải từ 0 trở lên và không quá 100.000.", "Xem lại"),
    (
        "bat_buoc: ok",
        "DL26",
        "3:11",
        "«bắt buộc» (bat_buoc): «ok» không phải là «có» hay «không».",
        "có hoặc không",
    ),
    (
        "xap_xi: khoangr",
        "DL26",
        "3:9",
        "«xấp xỉ» (xap_xi): «khoangr» không có trong các lựa chọn.",
        "«khoang»",
    ),
    ("xap_xi: chung", "DL26", "3:9", "không có trong các lựa chọn", "gan (gần); khoang (khoảng)"),
    ("ky_hieu: stc", "DL27", "3:10", "«ký hiệu» (ky_hieu): «stc» không đúng dạng.", "chữ hoa, ví dụ STC"),
    (
        "noi_nhan: Như trên",
        "DL23",
        "3:11",
        "«nơi nhận» (noi_nhan): cần một danh sách, nhưng ở đây là giá trị",
        "«- »",
    ),
    (
        "noi_nhan:\n- Lưu: VT",
        "DL23",
        "4:3",
        "«nơi nhận» (noi_nhan) › mục thứ 1: cần một dòng chữ",
        "nháy kép",
    ),
    (
        "ky_hieu: [A]",
        "DL23",
        "3:10",
        "«ký hiệu» (ky_hieu): cần một dòng chữ, nhưng ở đây là một danh sách 1 mục.",
        "Bỏ",
    ),
    (
        "nguoi_ky:\n- ho_ten:",
        "DL22",
        "4:10",
        "«người ký» (nguoi_ky) › mục thứ 1 › «họ tên» (ho_ten): còn bỏ trống, phải ghi.",
        "Ví dụ: ho_ten: Trần Thị B",
    ),
    (
        "don_vi:\n  so_a: {}",
        "DL21",
        "4:9",
        "«đơn vị» (don_vi) › «so_a» › «họ tên» (ho_ten): còn thiếu, phải ghi.",
        "ho_ten",
    ),
    (
        "don_vi:\n  Sở A: {ho_ten: B}",
        "DL29",
        "4:3",
        "«đơn vị» (don_vi): tên «Sở A» phải viết bằng chữ thường",
        "so_a",
    ),
    ("so_hoo: 1", "DL20", "3:1", "Không có khóa «so_hoo».", "Có phải «so_ho» (số hộ)?"),
    ("Số hộ: 1", "DL20", "3:1", "Không có khóa «Số hộ».", "«so_ho»"),
    ("tỷ lệ: 1", "DL20", "3:1", "Không có khóa «tỷ lệ».", "«ty_le»"),
    ("so_ho\u200b: 1", "DL20", "3:1", "Không có khóa «so_ho□».", "«so_ho»"),
    ("abcxyz: 1", "DL20", "3:1", "Không có khóa «abcxyz».", "ten_co_quan (tên cơ quan); ngay_ban_hanh"),
    ("ten_co_quann: B", "DL20", "3:1", "Không có khóa «ten_co_quann».", "đã có ở dòng 1"),
    (
        "nguoi_ky:\n- ho_tn: A",
        "DL20",
        "4:3",
        "«người ký» (nguoi_ky) › mục thứ 1: không có khóa «ho_tn».",
        "«ho_ten»",
    ),
]


@pytest.mark.parametrize(("text", "code", "place", "message", "hint"), CASES)
def test_one_mistake_one_finding_that_names_the_field(text, code, place, message, hint):
    [(found, where, words, advice)] = said(text)
    assert (found, where) == (code, place)
    assert message in words
    assert hint in advice


def test_missing_keys_are_named_with_their_term_and_an_example():
    assert said("so_ho: 1", prefix="") == [
        (
            "DL21",
            "1:1",
            "«tên cơ quan» (ten_co_quan): còn thiếu, phải ghi.",
            "Ví dụ: ten_co_quan: Sở Tài chính",
        ),
        (
            "DL21",
            "1:1",
            "«ngày ban hành» (ngay_ban_hanh): còn thiếu, phải ghi.",
            "Ví dụ: ngay_ban_hanh: 05/03/2026",
        ),
    ]


def test_the_example_of_a_list_shows_how_a_list_is_typed():
    @noun
    class Copies(Declared):
        lines: tuple[str, ...] = declare("noi_nhan", "nơi nhận", ListOf(Text()), example="Như trên;")

    sink: list = []
    read_record(Copies, parse("", "x.yml"), sink)
    assert sink[0].hint == "Ví dụ: noi_nhan: rồi xuống dòng, thụt vào 2 dấu cách: - Như trên;"


def test_an_empty_file_says_what_it_must_hold():
    assert [code for code, *_ in said("", prefix="")] == ["DL21", "DL21"]


def test_a_misspelt_key_is_not_said_to_be_missing_as_well():
    assert [code for code, *_ in said("ten_co_quan: Sở\nngay_ban_han: 05/03/2026", prefix="")] == ["DL20"]


def test_a_file_that_is_no_group_of_keys():
    [(code, place, message, hint)] = said("ten_co_quan = Sở Tài chính", prefix="")
    assert (code, place) == ("DL23", "1:1")
    assert "«khóa: giá trị»" in message and "ten_co_quan" in hint


def test_everything_wrong_is_said_in_one_run():
    text = "so_ho: 9,92\nty_le: 1.411\nbat_buoc: ok\nzzz: 1\nnguoi_ky:\n- ho_ten:\n- x\nky_hieu: [A]\n"
    assert [code for code, *_ in said(text)] == ["DL20", "DL24", "DL24", "DL26", "DL22", "DL23", "DL23"]


def test_a_long_or_hostile_key_makes_a_short_message():
    [(_, _, message, hint)] = said("? " + "x" * 50_000 + "\n: 1\n")
    assert len(message) < 200 and len(hint) < 600


def test_a_kind_used_alone_needs_no_label():
    sink: list = []
    Whole().read(parse("x", "x.yml"), sink)
    assert sink[0].message[0] in "«S"
    labelled = Labelled("Ô C7")
    Whole().read(parse("x", "x.yml"), labelled)
    assert labelled[0].message.startswith("Ô C7: ")


@pytest.mark.parametrize(("code", "text"), [*CODES.items(), *YAML_CODES.items()])
def test_every_explanation_has_a_wrong_and_a_right_example(code, text):
    assert text == unicodedata.normalize("NFC", text)
    assert "Sai: " in text and "Đúng: " in text and text.endswith(".")


def test_every_code_shown_is_explained():
    shown = {code for _, code, *_ in CASES}
    assert shown | {"DL25"} == set(CODES)
