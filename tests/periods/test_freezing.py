"""``reportgen freeze``: what is recorded, what is refused, and what is said when an issued figure changes."""

import hashlib
import json

import pytest

from reportgen.errors import DataError
from reportgen.freezing import freeze
from reportgen.issued import issued_text, read_issued
from reportgen.vietnamese.periods import Period

MAY = Period("thang", 2020, 5)
SIGNED = ("so_van_ban: 07", "ngay_ban_hanh: 05/6/2020")


@pytest.fixture
def may(office):
    """May 2020, with its number and day, built."""
    office.months(2019, *range(100, 112), plan=office.plan)
    office.months(2020, *range(200, 212), plan=office.plan)
    office.report(MAY, *SIGNED, ho_ngheo=204, thu_ns="10,0")
    office.build(MAY.slug)
    return office


def snapshot(office, name=MAY.slug):
    return json.loads((office.project.issued / f"{name}.json").read_text("utf-8"))


def refusal(call):
    with pytest.raises(DataError) as caught:
        call()
    return [f for f in caught.value.findings if f.blocks]


def test_every_figure_is_recorded_with_value_unit_and_place(may):
    frozen = freeze(may.project, MAY.slug)
    held = snapshot(may)
    assert frozen.written and frozen.shown == "data/da-ban-hanh/thang-5-2020.json"
    assert set(held["so_lieu"]) == set(may.draft(MAY.slug).figures)
    assert held["so_lieu"]["thu_ns"] == {
        "ten_goi": "Thu ngân sách", "gia_tri": "10.0", "don_vi_tinh": "tỷ đồng", "so_le": 1, "xap_xi": "", "lam_tron": False,
        "in_ra": "10,0 tỷ đồng", "lay_tu": "data/thang-5-2020.yml:8:11", "in_o": ["mục 1., đoạn 1"],
    }  # fmt: skip
    assert (held["so_van_ban"], held["so_ky_hieu"], held["ngay_ban_hanh"]) == ("07", "Số: 07/BC-STC", "2020-06-05")
    built = (may.folder / "output/thang-5-2020.docx").read_bytes()
    assert held["sha256"] == hashlib.sha256(built).hexdigest() and held["tep"] == "output/thang-5-2020.docx"


def test_the_same_report_gives_the_same_bytes(may):
    freeze(may.project, MAY.slug)
    path = may.project.issued / f"{MAY.slug}.json"
    first = path.read_bytes()
    assert not freeze(may.project, MAY.slug).written
    path.unlink()
    freeze(may.project, MAY.slug)
    assert path.read_bytes() == first


def test_it_is_read_back_as_written(may):
    freeze(may.project, MAY.slug)
    path = may.project.issued / f"{MAY.slug}.json"
    assert issued_text(read_issued(path, "x")) == path.read_bytes()


def test_nothing_built_nothing_frozen(may):
    (may.folder / "output/thang-5-2020.docx").unlink()
    (found,) = refusal(lambda: freeze(may.project, MAY.slug))
    assert found.code == "LE40" and found.hint == "chạy: reportgen build thang-5-2020"


@pytest.mark.parametrize("edit", ["word", "data", "text"])
def test_a_document_that_is_not_what_the_data_say_is_refused(may, edit):
    built = may.folder / "output/thang-5-2020.docx"
    if edit == "word":
        built.write_bytes(built.read_bytes() + b" ")
    elif edit == "data":
        may.report(MAY, *SIGNED, ho_ngheo=205, thu_ns="10,0")
    else:
        may.body("Có {{ ho_ngheo }}./.\n")
    (found,) = refusal(lambda: freeze(may.project, MAY.slug))
    assert found.code == "LE41"
    assert not may.project.issued.exists()


def test_a_report_with_an_open_error_is_refused(may):
    may.report(MAY, *SIGNED, ho_ngheo="", thu_ns="10,0")
    assert [f.code for f in refusal(lambda: freeze(may.project, MAY.slug))] == ["SL02"]


def test_a_draft_is_never_frozen(may):
    from reportgen.drafting import Drafting

    drafted = may.build(MAY.slug, drafting=Drafting())
    (may.folder / "output/thang-5-2020.docx").write_bytes(drafted.path.read_bytes())
    (found,) = refusal(lambda: freeze(may.project, MAY.slug))
    assert found.code == "LE41"


def test_what_has_no_number_yet_is_told(may):
    may.report(MAY, ho_ngheo=204, thu_ns="10,0")
    may.build(MAY.slug)
    (found,) = [f for f in freeze(may.project, MAY.slug).findings if f.code == "KY19"]
    assert "số và ngày ban hành" in found.message
    may.report(MAY, *SIGNED, ho_ngheo=204, thu_ns="10,0")
    may.build(MAY.slug)
    assert freeze(may.project, MAY.slug).written and snapshot(may)["so_van_ban"] == "07"


def test_a_changed_figure_stops_the_build_and_both_values_are_named(may):
    freeze(may.project, MAY.slug)
    may.report(MAY, *SIGNED, ho_ngheo=250, thu_ns="10,0")
    (found,) = refusal(lambda: may.build(MAY.slug))
    assert found.code == "KY20" and (found.expected, found.found) == ("204 hộ", "250 hộ")
    assert "văn bản ban hành ngày 05/6/2020 ghi 204 hộ, nay là 250 hộ" in found.message
    assert str(found.place).startswith("data/thang-5-2020.yml:7")


def test_a_figure_that_is_gone_is_a_change_too(may):
    freeze(may.project, MAY.slug)
    kind = may.folder / "templates/bao-cao-thang/loai.yml"
    may.type(kind.read_text("utf-8").replace("so_sanh: [ky_truoc, cung_ky]", "so_sanh: [ky_truoc]"))
    may.body("Có {{ ho_ngheo }}./.\n")
    (found,) = refusal(lambda: may.build(MAY.slug))
    assert found.found == "không còn" and "(ho_ngheo__cung_ky)" in found.message


def test_a_correction_needs_a_reason_and_keeps_what_was_said(may):
    freeze(may.project, MAY.slug)
    corrected = ("dinh_chinh: sót xã Cam An", *SIGNED)
    may.report(MAY, *corrected, ho_ngheo=250, thu_ns="10,0")
    (found,) = [f for f in may.build(MAY.slug).findings if f.code == "KY20"]
    assert found.accepted == "sót xã Cam An"
    freeze(may.project, MAY.slug)
    held = snapshot(may)
    assert held["so_lieu"]["ho_ngheo"]["in_ra"] == "250 hộ"
    assert held["dinh_chinh"] == [{"ly_do": "sót xã Cam An", "truoc_day": {"ho_ngheo": "204 hộ"}}]
    assert str(may.draft("thang-6-2020").figures["ho_ngheo__ky_truoc"]) == "250 hộ"


def test_an_old_reason_does_not_cover_a_new_change(may):
    freeze(may.project, MAY.slug)
    for count in (250, 260):
        may.report(MAY, "dinh_chinh: sót xã Cam An", *SIGNED, ho_ngheo=count, thu_ns="10,0")
        if count == 250:
            may.build(MAY.slug)
            freeze(may.project, MAY.slug)
    assert [f.code for f in refusal(lambda: may.build(MAY.slug))] == ["KY20"]


def test_a_changed_text_is_not_frozen_over(may):
    freeze(may.project, MAY.slug)
    may.body("Tháng này có {{ ho_ngheo }}./.\n")
    may.build(MAY.slug)
    (found,) = refusal(lambda: freeze(may.project, MAY.slug))
    assert found.code == "LE42" and "lời văn hoặc cách trình bày đã đổi" in found.message


def test_cells_of_tables_are_held_too(may):
    may.write("data/xa.csv", "Tên xã;Hộ nghèo\nCam An;12\nCam Lộ;15\n")
    (may.folder / "data/thang-5-2020").mkdir()
    (may.folder / "data/xa.csv").rename(may.folder / "data/thang-5-2020/xa.csv")
    table = ("bang:", "  cac_xa: {nguon: xa.csv, cot: {ten_xa: Tên xã, ho: Hộ nghèo}}")
    may.report(MAY, *SIGNED, *table, ho_ngheo=204, thu_ns="10,0")
    may.build(MAY.slug)
    freeze(may.project, MAY.slug)
    assert snapshot(may)["bang"] == {"cac_xa": [{"ten_xa": "Cam An", "ho": "12"}, {"ten_xa": "Cam Lộ", "ho": "15"}]}
    may.write("data/thang-5-2020/xa.csv", "Tên xã;Hộ nghèo\nCam An;12\nCam Lộ;16\n")
    (found,) = refusal(lambda: may.build(MAY.slug))
    assert "bảng cac_xa, dòng 2, cột ho" in found.message and (found.expected, found.found) == ("«15»", "«16»")


DAMAGE = [
    (lambda text: text.replace('"204"', '"205"'), "KY31"),
    (lambda text: text[:-30], "KY30"),
    (lambda text: "[]", "KY30"),
    (lambda text: text.replace('"gia_tri": "204"', '"gia_tri": 204'), "KY30"),
    (lambda text: text.replace('"204"', '"1E+99999"'), "KY30"),
    (lambda text: "[" * 100_000, "KY30"),
]


@pytest.mark.parametrize(("damage", "code"), DAMAGE)
def test_a_damaged_record_is_told_to_both_reports(may, damage, code):
    freeze(may.project, MAY.slug)
    path = may.project.issued / f"{MAY.slug}.json"
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    assert code in may.codes(MAY.slug)
    assert code in may.codes("thang-6-2020")


def test_line_endings_of_another_system_do_not_matter(may):
    freeze(may.project, MAY.slug)
    path = may.project.issued / f"{MAY.slug}.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert may.codes(MAY.slug) == []


def test_a_record_whose_report_is_gone_is_still_used(may):
    freeze(may.project, MAY.slug)
    (may.folder / "data/thang-5-2020.yml").unlink()
    assert str(may.draft("thang-6-2020").figures["ho_ngheo__ky_truoc"]) == "204 hộ"
