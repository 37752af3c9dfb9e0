"""From ``so_lieu`` to figures: what is taken, what is refused, and that all of it is said at once."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reportgen.diagnostics import Place
from reportgen.figures.model import UNREAD, CellValue

INDICATORS = """
ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2}
kinh_phi: {ten_goi: Kinh phí, don_vi_tinh: triệu đồng, so_le: 1}
tien_qua: {ten_goi: Tiền quà, don_vi_tinh: triệu đồng}
nghi_quyet: {ten_goi: Nghị quyết, don_vi_tinh: Nghị quyết, hai_chu_so: có}
von: {ten_goi: Vốn, don_vi_tinh: tỷ đồng, so_le: 3}
"""


def only(key, rest="bat_buoc: không"):
    """INDICATORS with every figure optional, so that a case may give one value."""
    return "\n".join(line.replace("}", ", bat_buoc: không}") for line in INDICATORS.strip().splitlines())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ho_ngheo: 26.140", "26.140 hộ"),
        ("ho_ngheo: 26140", "26.140 hộ"),
        ("ho_ngheo: 26 140", "26.140 hộ"),
        ("ho_ngheo: 26.140 hộ", "26.140 hộ"),
        ("ho_ngheo: 0", "0 hộ"),
        ("ho_ngheo: -5", "-5 hộ"),
        ("ty_le: 6,92", "6,92%"),
        ("ty_le: 6,92%", "6,92%"),
        ("ty_le: 6.92", "6,92%"),
        ("ty_le: 7", "7,00%"),
        ("von: 113,357", "113,357 tỷ đồng"),
        ("von: trên 2,087 tỷ đồng", "trên 2,087 tỷ đồng"),
        ('von: {gia_tri: "1.693,586"}', "1.693,586 tỷ đồng"),
        ('ty_le: {gia_tri: "6,925", cho_lam_tron: có}', "6,93%"),
        ('tien_qua: {gia_tri: "1,125", don_vi_nguon: tỷ đồng}', "1.125 triệu đồng"),
        ("kinh_phi: 16.560,0", "16.560,0 triệu đồng"),
        ("kinh_phi: 16.560,00 triệu đồng", "16.560,0 triệu đồng"),
        ("tien_qua: gần 976 triệu đồng", "gần 976 triệu đồng"),
        ("tien_qua: Khoảng 1.000", "khoảng 1.000 triệu đồng"),
        ("tien_qua: {gia_tri: 976, xap_xi: gần}", "gần 976 triệu đồng"),
        ("tien_qua: {gia_tri: 976, xap_xi: tren}", "trên 976 triệu đồng"),
        ("tien_qua: {gia_tri: 976000000, don_vi_nguon: đồng}", "976 triệu đồng"),
        ('tien_qua: {gia_tri: "0,976", don_vi_nguon: tỷ đồng}', "976 triệu đồng"),
        ('tien_qua: {gia_tri: "975,6", cho_lam_tron: có, xap_xi: gần}', "gần 976 triệu đồng"),
        ('tien_qua: {gia_tri: "975,4", cho_lam_tron: có, xap_xi: gần}', "gần 976 triệu đồng"),
        ('tien_qua: {gia_tri: "976,9", cho_lam_tron: có, xap_xi: hơn}', "hơn 976 triệu đồng"),
        ('ty_le: {gia_tri: "6,9254", cho_lam_tron: có}', "6,93%"),
        ("ho_ngheo: {in_tren_van_ban: 26.140}", "26.140 hộ"),
        ("ho_ngheo: {gia_tri: 26.140, in_tren_van_ban: 26.410}", "26.410 hộ"),
        ('tien_qua: {gia_tri: "975,62", in_tren_van_ban: gần 976}', "gần 976 triệu đồng"),
        ('tien_qua: {gia_tri: "975,62", in_tren_van_ban: 976, xap_xi: gần}', "gần 976 triệu đồng"),
        ('tien_qua: {gia_tri: "0,97562", don_vi_nguon: tỷ đồng, in_tren_van_ban: gần 976}', "gần 976 triệu đồng"),
        ("nghi_quyet: 2", "02 Nghị quyết"),
        ("nghi_quyet: 02", "02 Nghị quyết"),
        ("nghi_quyet: 02 Nghị quyết", "02 Nghị quyết"),
    ],
)  # fmt: skip
def test_taken_as_meant(read, typed, printed):
    figures, findings = read(only("ho_ngheo"), typed)
    assert [str(f) for f in figures.values()] == [printed]
    assert findings == []


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("ho_ngeo: 5", "SL01", "có phải «ho_ngheo»?"),
        ("ho_ngheo: 26.14", "SL04", "phải là số nguyên"),
        ("ho_ngheo: 9,92", "SL04", "phải là số nguyên"),
        ("ho_ngheo: 02", "SL04", "số 0 ở đầu"),
        ("ho_ngheo: nhiều", "SL04", "không phải là số"),
        ("ho_ngheo: 6801đối tượng", "SL04", "chữ lẫn với số"),
        ("ho_ngheo: 5 người", "SL04", "ghi đơn vị «người», nhưng đơn vị tính khai là «hộ»"),
        ("tien_qua: 120 tỷ đồng", "SL04", "don_vi_nguon"),
        ("kinh_phi: 16.560", "SL04", "đọc được hai cách"),
        ("kinh_phi: 113.357", "SL04", "đọc được hai cách"),
        ("von: 113.357", "SL04", "113,357 nếu là số thập phân"),
        ("ty_le: 6,925", "SL05", "gõ 3 chữ số lẻ («6,925»), chỉ tiêu in 2 (so_le: 2)"),
        ("ty_le: 6,925", "SL05", "nếu dấu phẩy ấy ngăn hàng nghìn thì bỏ đi: 6925"),
        ("ty_le: 6,9254", "SL05", "gõ 4 chữ số lẻ («6,9254»), chỉ tiêu in 2 (so_le: 2)"),
        ("ty_le: 2,39 điểm phần trăm", "SL04", "ghi đơn vị «điểm phần trăm»"),
        ("ho_ngheo: 1000000000000000000", "SL06", "quá lớn"),
        ("ho_ngheo: " + "1" * 300, "SL04", "dài quá"),
        ("ho_ngheo: {gia_tri: 5, nguon: a.xlsx!A!B1}", "SL08", "có cả gia_tri và nguon"),
        ("ho_ngheo: {ghi_chu: chờ xã báo}", "SL08", "chưa có giá trị"),
        ("ho_ngheo: {gia_tri: 5, xap_xi: chừng}", "DL26", "không có trong các lựa chọn"),
        ("ho_ngheo: {gia_ti: 5}", "DL20", "«gia_tri»"),
        ("ho_ngheo: [5]", "DL23", "danh sách"),
        ("ho_ngheo: {nguon: a.xlsx!A!B1}", "SL08", "không đọc được bảng tính"),
        ("ho_ngheo: {gia_tri: gần 5, in_tren_van_ban: 5}", "SL08", "«gần 5» là giá trị đúng"),
        ("ho_ngheo: {gia_tri: gần 5, xap_xi: tren}", "SL08", "hai chữ chỉ số gần đúng: «trên» và «gần»"),
        ("ho_ngheo: {gia_tri: 5, in_tren_van_ban: nhiều}", "SL04", "không phải là số"),
        ("ho_ngheo: {gia_tri: nhiều, in_tren_van_ban: 5}", "SL04", "không phải là số"),
        ("ty_le: {gia_tri: 6, in_tren_van_ban: \"6,925\"}", "SL05", "gõ 3 chữ số lẻ"),
        ("ho_ngheo: {gia_tri: 1000000000000000000, in_tren_van_ban: 5}", "SL06", "quá lớn"),
        ("tien_qua: {gia_tri: 5, don_vi_nguon: hộ}", "SL09", "không đổi được «hộ» ra «triệu đồng»"),
        ("- ho_ngheo", "SL08", "phải là một nhóm"),
    ],
)  # fmt: skip
def test_refused_with_place_and_hint(read, typed, code, words):
    figures, findings = read(only("ho_ngheo"), typed)
    assert [f.code for f in findings] == [code]
    assert words in f"{findings[0].message} | {findings[0].hint}"
    assert str(findings[0].place).startswith("bao-cao.yml:1")
    assert not figures


def test_everything_wrong_is_said_in_one_pass(read):
    typed = "ho_ngheo: 9,92\nty_le: 6,9254\nkinh_phi:\nnghi_quiet: 2\n"
    figures, findings = read(INDICATORS, typed)
    assert sorted((f.code, f.place.line) for f in findings) == [
        ("SL01", 4), ("SL02", 1), ("SL02", 1), ("SL02", 1), ("SL02", 3), ("SL04", 1), ("SL05", 2),
    ]  # fmt: skip
    assert figures.faulty == {"ho_ngheo", "ty_le", "kinh_phi", "tien_qua", "nghi_quyet", "von"}


def test_a_missing_figure_is_named_with_its_unit(read):
    _, findings = read("ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}", "", place=Place("bao-cao.yml", 3))
    assert findings[0].message == "chưa có số liệu «Hộ nghèo» (ho_ngheo), đơn vị tính: hộ"
    assert str(findings[0].place) == "bao-cao.yml:3"


def test_an_optional_figure_may_be_absent(read):
    figures, findings = read("ho_ngheo: {ten_goi: Hộ nghèo, bat_buoc: không}", "ho_ngheo:")
    assert (len(figures), figures.absent, findings) == (0, {"ho_ngheo"}, [])


CELL = Place("so-lieu.xlsx", cell="Xã!C7")


def cell(value, **more):
    return CellValue(Decimal(value) if value.replace(".", "").isdigit() else value, CELL, **more)


@pytest.mark.parametrize(
    ("key", "found", "printed"),
    [
        ("ho_ngheo", cell("609"), "609 hộ"),
        ("ho_ngheo", CellValue("26.140", CELL), "26.140 hộ"),
        ("ty_le", cell("6.92", percent=True), "6,92%"),
        ("ty_le", cell("6.9199938", percent=True, computed=True), "6,92%"),
        ("kinh_phi", CellValue("16.560,0", CELL), "16.560,0 triệu đồng"),
    ],
)
def test_a_cell_becomes_a_figure_that_knows_its_cell(read, key, found, printed):
    figures, findings = read(only(key), f"{key}: {{nguon: so-lieu.xlsx!Xã!C7}}", read_cell=lambda *_: found)
    assert (str(figures[key]), str(figures[key].place), findings) == (printed, "so-lieu.xlsx!Xã!C7", [])


@pytest.mark.parametrize(
    ("key", "found", "code"),
    [
        ("ho_ngheo", cell("609.5"), "SL05"),
        ("ho_ngheo", cell("6.92", percent=True), "SL09"),
        ("ty_le", cell("6.9199938", percent=True), "SL05"),
        ("ho_ngheo", CellValue("chưa có", CELL), "SL04"),
        ("kinh_phi", CellValue("1.411", CELL), "SL04"),
    ],
)
def test_a_doubtful_cell_is_refused_at_its_cell(read, key, found, code):
    _, findings = read(only(key), f"{key}: {{nguon: so-lieu.xlsx!Xã!C7}}", read_cell=lambda *_: found)
    assert [(f.code, str(f.place)) for f in findings] == [(code, "so-lieu.xlsx!Xã!C7")]


def test_a_bare_ratio_for_a_percentage_is_questioned(read):
    figures, findings = read(only("ty_le"), "", sheet={"ty_le": cell("0.07")})
    assert [(f.code, f.severity.value) for f in findings] == [("SL09", "cảnh báo")]
    assert str(figures["ty_le"]) == "0,07%"


def test_a_sheet_of_figures(read):
    indicators = "ho_ngheo: {ten_goi: Hộ nghèo}\nho_can_ngheo: {ten_goi: Hộ cận nghèo}\nty_le: {ten_goi: Tỷ lệ, bat_buoc: không}\n"
    sheet = {"ho_ngheo": cell("609"), "ho_can_ngheo": CellValue("", CELL), "ho_la": cell("5")}
    figures, findings = read(indicators, "", sheet=sheet)
    assert str(figures["ho_ngheo"]) == "609"
    assert [(f.code, str(f.place)) for f in findings] == [("SL01", str(CELL)), ("SL02", str(CELL))]


def test_a_printed_figure_beside_the_cell_that_holds_the_true_one(read):
    indicators, held = only("ty_le"), cell("6.9199938", percent=True, computed=True)
    at_cell = "{nguon: so-lieu.xlsx!Xã!C7, in_tren_van_ban: "
    figures, findings = read(indicators, f'ty_le: {at_cell}"6,91"}}', read_cell=lambda *_: held)
    printed = figures["ty_le"]
    assert (str(printed), printed.origin, findings) == ("6,91%", "printed", [])
    assert (printed.actual, printed.place.file) == (Fraction("6.9199938"), "bao-cao.yml")
    figures, findings = read(indicators, 'ty_le: {in_tren_van_ban: "6,91"}', sheet={"ty_le": held})
    assert (str(figures["ty_le"]), figures["ty_le"].actual, findings) == ("6,91%", printed.actual, [])


def test_a_figure_has_one_home(read):
    _, findings = read("ho_ngheo: {ten_goi: Hộ nghèo}", "ho_ngheo: 609", sheet={"ho_ngheo": cell("609")})
    assert [f.code for f in findings] == ["SL03"]


def test_what_already_has_a_finding_is_not_reported_as_missing(read):
    indicators = "ho_ngheo: {ten_goi: Hộ nghèo}\nho_can_ngheo: {ten_goi: Hộ cận nghèo}"
    figures, findings = read(indicators, "ho_can_ngheo: 5", sheet={"ho_ngheo": None})
    assert (findings, figures.faulty) == ([], {"ho_ngheo"})
    figures, findings = read(indicators, "ho_can_ngheo: 5", sheet=UNREAD)
    assert (findings, figures.faulty) == ([], {"ho_ngheo"})


@pytest.mark.parametrize("typed", ["- ho_ngheo: 5", "abc", "5"])
def test_figures_that_are_no_group_are_told_once(read, typed):
    figures, findings = read("a: {ten_goi: A}\nb: {ten_goi: B}\nc: {ten_goi: C, cong_thuc: a + b}", typed)
    assert [f.code for f in findings] == ["SL08"]
    assert figures.faulty == {"a", "b", "c"}
