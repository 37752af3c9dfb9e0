"""A declared field reads its value the same way everywhere; nothing is turned into something by its look."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

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
    load_record,
    read_record,
)  # fmt: skip
from reportgen.noun import noun
from reportgen.yamltext import Scalar, parse


@noun
class Signer(Declared):
    name: str = declare("ho_ten", "họ tên", Text())
    post: str = declare("chuc_vu", "chức vụ", Text(), default="Giám đốc")


@noun
class Letter(Declared):
    subject: str = declare("trich_yeu", "trích yếu", Text())
    issued: date = declare("ngay_ban_hanh", "ngày ban hành", Day())
    signers: tuple[Signer, ...] = declare("nguoi_ky", "người ký", ListOf(Record(Signer)), default=())
    figures: dict[str, Decimal] = declare("so_lieu", "số liệu", MapOf(Number()), default={})
    origin: str = ""


FULL = """\
trich_yeu: Kết quả giảm nghèo
ngay_ban_hanh: 05/03/2026
nguoi_ky:
  - ho_ten: Trần Thị B
  - {ho_ten: 'no', chuc_vu: Phó Giám đốc}
so_lieu:
  ty_le: 9,92
"""


def read(kind, value: str):
    """The value and the findings for ``value`` typed after a colon."""
    sink: list = []
    return kind.read(parse(f"k: {value}", "x.yml").entries["k"], sink), sink


READ: list[tuple[Any, str, Any]] = [
    *[
        (Text(), typed, typed)
        for typed in ("02", "no", "12:30", "1.411", "2026-03-05", "true", "1e3", "Sở Tài chính")
    ],
    (Text(), "'  hai bên  '", "hai bên"),
    (Text(lines=True), "'  hai bên  '", "  hai bên  "),
    (Text(), '""', ""),
    (Text(), ">\n  một\n  hai\n", "một hai"),
    (Text(lines=True), "|\n  một\n  hai\n", "một\nhai"),
    (Text(pattern="[A-ZĐ]+"), "UBND", "UBND"),
    (Whole(), "26.140", 26140),
    (Whole(), "14 653", 14653),
    (Whole(0, 3), "2", 2),
    (Whole(), "'7'", 7),
    (Number(), "9,92", Decimal("9.92")),
    (Number(), "4.10", Decimal("4.10")),
    (Number(), "1.234.567", Decimal(1234567)),
    (Number(convention="vi"), "1.411", Decimal(1411)),
    (Number(percent=True), "4,16%", Decimal("4.16")),
    (YesNo(), "có", True),
    (YesNo(), "Không", False),
    (YesNo(), "true", True),
    (YesNo(), "False", False),
    (Day(), "05/03/2026", date(2026, 3, 5)),
    (Day(), "5/3/2026", date(2026, 3, 5)),
    (Day(), "2026-03-05", date(2026, 3, 5)),
    (Choice({"gan": "gần", "tren": "trên"}), "gan", "gan"),
    (Choice({"gan": "gần", "tren": "trên"}), "trên", "tren"),
    (Choice({"30": "Nghị định 30"}), "30", "30"),
    (ListOf(Text()), "[a, 02]", ("a", "02")),
    (ListOf(Text()), "[]", ()),
    (MapOf(Whole()), "{ho_ngheo: 5, can_ngheo: 6}", {"ho_ngheo": 5, "can_ngheo": 6}),
    (Either(scalar=Text(), sequence=ListOf(Text())), "a", "a"),
    (Either(scalar=Text(), sequence=ListOf(Text())), "[a]", ("a",)),
    (Either(scalar=Whole(), mapping=Record(Signer)), "{ho_ten: A}", Signer(name="A")),
]


@pytest.mark.parametrize(("kind", "typed", "value"), READ)
def test_a_value_is_read_as_its_field_declares(kind, typed, value):
    got, sink = read(kind, typed)
    assert not sink
    assert got == value and type(got) is type(value)


def test_decimals_keep_the_digits_typed():
    assert str(read(Number(), "4,10")[0]) == "4.10"


def test_verbatim_is_the_node():
    node, _ = read(Verbatim(), "02")
    assert isinstance(node, Scalar) and node.text == "02"


REFUSED = [
    (Text(), "[a]", "DL23"),
    (Text(), "{Về việc: giảm nghèo}", "DL23"),
    (Text(), "", "DL22"),
    (Text(), "~", "DL22"),
    (Text(), "|\n  một\n  hai\n", "DL27"),
    (Text(pattern="[A-Z]+", pattern_hint="chữ hoa"), "stc", "DL27"),
    *[
        (Whole(), typed, "DL24")
        for typed in ("9,92", "02", "1e3", "12:30", "14_653", "mười", "0,5", "'' # trống")
    ],
    *[
        (Number(), typed, "DL24")
        for typed in ("1.411", "14.653", "1,411", "14,653.5", "NaN", "4,16%", "1.23.4", "'1 2'")
    ],
    (Number(convention="may"), "9,92", "DL24"),
    (Whole(low=0), "-5", "DL28"),
    (Whole(high=3), "4", "DL28"),
    (Number(low=0, high=100), "100,5", "DL28"),
    *[(YesNo(), typed, "DL26") for typed in ("yes", "no", "1", "co", "on", "đúng")],
    *[
        (Day(), typed, "DL25")
        for typed in ("31/02/2026", "5-3-2026", "2026/03/05", "1772668800", "tháng 3", "05/03/26")
    ],
    (Choice({"gan": "gần"}), "chung", "DL26"),
    (ListOf(Text()), "a", "DL23"),
    (ListOf(Text()), "[a, [b]]", "DL23"),
    (ListOf(Text()), "[a, ~]", "DL22"),
    (ListOf(Text(), at_least=1), "[]", "DL22"),
    (ListOf(Text()), "", "DL22"),
    (MapOf(Whole()), "{Hộ nghèo: 5}", "DL29"),
    (MapOf(Whole()), "{1a: 5}", "DL29"),
    (MapOf(Whole()), "[a]", "DL23"),
    (MapOf(Whole()), "", "DL22"),
    (Record(Signer), "a", "DL23"),
    (Record(Signer), "{}", "DL21"),
    (Record(Signer), "", "DL21"),
    (Either(scalar=Text(), mapping=Record(Signer)), "[a]", "DL23"),
    (Either(mapping=Record(Signer)), "", "DL23"),
]


@pytest.mark.parametrize(("kind", "typed", "code"), REFUSED)
def test_a_value_that_is_not_what_the_field_declares_is_refused(kind, typed, code):
    _, sink = read(kind, typed)
    assert [f.code for f in sink] == [code]
    assert sink[0].message.endswith(".") and sink[0].hint
    assert sink[0].place.line >= 1


def test_a_record_holds_values_and_their_places():
    sink: list = []
    letter = read_record(Letter, parse(FULL, "thu.yml"), sink)
    assert not sink and letter is not None
    assert letter.signers == (Signer(name="Trần Thị B"), Signer(name="no", post="Phó Giám đốc"))
    assert letter.figures == {"ty_le": Decimal("9.92")}
    assert letter.origin == ""
    at = {
        path: str(letter.at(*path))
        for path in [("issued",), ("signers", 1), ("figures", "ty_le"), ("figures", "khac")]
    }
    assert at == {
        ("issued",): "thu.yml:2:16",
        ("signers", 1): "thu.yml:5:5",
        ("figures", "ty_le"): "thu.yml:7:10",
        ("figures", "khac"): "thu.yml:7:3",
    }
    assert str(letter.signers[0].at("post")) == str(letter.signers[0].place) == "thu.yml:4:5"
    assert "post" not in letter.signers[0].places


def test_places_do_not_make_records_differ():
    first, second = (
        read_record(Signer, parse(text, "a.yml"), []) for text in ("ho_ten: A", "\n\nho_ten:   A")
    )
    assert first == second and hash(first) == hash(second) and "place" not in repr(first)


@pytest.mark.parametrize("blank", ["", "~", "null"])
def test_a_blank_value_gives_the_default(blank):
    signer = read_record(Signer, parse(f"ho_ten: A\nchuc_vu: {blank}", "a.yml"), [])
    assert signer == Signer(name="A")
    assert signer.at("post") == signer.place


def test_defaults_that_can_change_are_not_shared():
    first, second = (Letter(subject="a", issued=date(2026, 3, 5)) for _ in range(2))
    assert first.figures == {} and first.figures is not second.figures


def test_load_record_raises_everything_at_once(tmp_path):
    file = tmp_path / "thu.yml"
    file.write_text("ngay_ban_hanh: hôm qua\nnguoi_ky: [{}]\nso_lieu: {a: x}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_record(Letter, file, "thu.yml")
    assert [(f.code, f.place.line) for f in caught.value.findings] == [
        ("DL21", 1),
        ("DL25", 1),
        ("DL21", 2),
        ("DL24", 3),
    ]


def test_load_record_reads_a_good_file(tmp_path):
    file = tmp_path / "thu.yml"
    file.write_text(FULL, encoding="utf-8")
    assert load_record(Letter, file).subject == "Kết quả giảm nghèo"


def test_two_fields_with_one_key_are_our_mistake():
    @noun
    class Twice(Declared):
        one: str = declare("ten_goi", "tên gọi", Text())
        two: str = declare("ten_goi", "tên khác", Text())

    with pytest.raises(TypeError, match="ten_goi"):
        read_record(Twice, parse("ten_goi: a", "a.yml"), [])
