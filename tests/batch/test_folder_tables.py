"""One workbook for each unit: its figures in a row or one below the other, its tables from its own sheets."""

import pytest

from reportgen.build import build
from reportgen.project import Project
from reportgen.sheets import write_sheets
from tests.batch.conftest import BASE, TEXT, TYPE
from tests.batch.test_unit_tables import AN, COMMUNES, HEADERS, HIEU, OWN, VILLAGES, place, sheet, typed

__all__ = ["place"]
UPRIGHT = "so_lieu_doc: {cot_ten: Chỉ tiêu, cot_gia_tri: Số liệu}\n"
OWN_SHEET = "trang_tinh: Xã\nbang_don_vi: {thon: {trang_tinh: Thôn}}\n"
UP = ("TT", "Chỉ tiêu", "ĐVT", "Số liệu")


def upright(commune):
    """The figures of a commune one below the other."""
    _, name, total, poor, policy, hard = commune
    rows = [(1, "Tên xã", None, name), (2, "Tổng số hộ", "hộ", total), (3, "ho_ngheo", "hộ", poor)]
    return [*rows, (None, "Trong đó:", None, None), (4, "HỘ NGHÈO CHÍNH SÁCH", "hộ", policy), (5, "Hộ nghèo cứng", "hộ", hard)]


@pytest.fixture
def base(place):
    """``base(text)``: what the base says besides."""
    return lambda more: (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + more, "utf-8")


@pytest.fixture
def send(place):
    """``send(name, *sheets)`` puts a workbook into the folder ``tra-ve``."""

    def write(name, *sheets):
        path = place / "tra-ve" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(write_sheets(sheets))

    return write


def both(commune, villages=VILLAGES, first=1):
    """The two sheets of one commune, without the column that names it."""
    own = [row[first:] for row in villages if row[0] == commune[1]]
    return sheet("Xã", COMMUNES[0], [commune]), sheet("Thôn", HEADERS[first:], own)


@pytest.mark.parametrize("figures", ["in a row", "upright"])
def test_each_workbook_gives_its_figures_and_its_table(place, base, send, batch, files, figures):
    base(OWN_SHEET + (UPRIGHT if figures == "upright" else ""))
    for commune, name in ((AN, "a.xlsx"), (HIEU, "b.xlsx")):
        first, second = both(commune)
        send(name, sheet("Xã", UP, upright(commune)) if figures == "upright" else first, second)
    outcome = batch(data=place / "tra-ve")
    assert (outcome.made, outcome.failed, outcome.notes, outcome.remarks) == (2, 0, (), ())
    made = files(place / "output")
    for commune, name in ((AN, "xa-cam-an.docx"), (HIEU, "xa-cam-hieu.docx")):
        assert made[name] == build(Project(place), typed(place, commune, VILLAGES), out=place / "mot").path.read_bytes()


def test_a_column_that_names_the_unit_must_name_this_one(place, base, send, batch, codes):
    base("trang_tinh: Xã\n" + OWN)
    send("a.xlsx", *both(AN, first=0))
    send("b.xlsx", both(HIEU)[0], sheet("Thôn", HEADERS, [("xã Cam An", *VILLAGES[2][1:])]))
    send("c.xlsx", both((3, "xã Cam X", 9, 3, 1, 2))[0], sheet("Thôn", HEADERS[1:], [("Thôn 1", 9, 3)]))
    outcome = batch(data=place / "tra-ve")
    assert outcome.made == 2 and "LO55" in codes(outcome.failures)
    assert {str(f.place) for f in outcome.failures if f.code == "LO55"} == {"tra-ve/b.xlsx!Thôn!A2"}


def test_rows_that_name_nobody_stop_the_workbook(place, base, send, batch, codes):
    base("trang_tinh: Xã\n" + OWN)
    send("a.xlsx", both(AN)[0], sheet("Thôn", HEADERS, [(None, *VILLAGES[0][1:]), VILLAGES[1]]))
    outcome = batch(data=place / "tra-ve")
    assert outcome.made == 0 and ("LO51", "tra-ve/a.xlsx!Thôn!A2") in [(f.code, str(f.place)) for f in outcome.failures]


def test_a_workbook_without_its_table_stops_itself_alone(place, base, send, batch, codes):
    base(OWN_SHEET)
    send("a.xlsx", *both(AN))
    send("b.xlsx", both(HIEU)[0])
    send("c.xlsx", both((3, "xã Cam X", 9, 3, 1, 2))[0], sheet("Thôn", HEADERS[1:], []))
    outcome = batch(data=place / "tra-ve")
    assert (outcome.made, codes(outcome.failures)) == (1, ["BT08", "LO52"])


def test_rows_behind_a_gap_are_told_as_build_tells_them(place, base, send, batch):
    base(OWN_SHEET)
    first, _ = both(AN)
    rows = [VILLAGES[0][1:], VILLAGES[1][1:], (None,) * 3, ("Người lập biểu", None, None), ("Thôn 9", 5, 1)]
    send("a.xlsx", first, sheet("Thôn", HEADERS[1:], rows))
    outcome = batch(data=place / "tra-ve")
    assert outcome.made == 1 and [f.code for f in outcome.notes] == ["BT18"]


FAULTS = [
    ("a figure is missing", lambda rows: rows[:-1], "LO13", "Hộ nghèo cứng"),
    ("a name is misspelt", lambda rows: [*rows[:-1], (5, "Hộ nghèo cưng x", "hộ", 25)], "LO13", "cot: ho_cung"),
    ("a name stands twice", lambda rows: [*rows, (6, "Hộ nghèo", "hộ", 30), (7, "Hộ  nghèo", "hộ", 31), *rows[1:2]], "LO11", "một dòng"),
    ("a cell is blank", lambda rows: [*rows[:-1], (5, "Hộ nghèo cứng", "hộ", None)], "SL02", ""),
    ("figures that do not add up", lambda rows: [*rows[:-1], (5, "Hộ nghèo cứng", "hộ", 26)], "SL30", ""),
]


@pytest.mark.parametrize(("change", "code", "hint"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_faults_of_upright_figures(place, base, send, batch, change, code, hint):
    base(OWN_SHEET + UPRIGHT)
    send("a.xlsx", sheet("Xã", UP, change(upright(AN))), both(AN)[1])
    outcome = batch(data=place / "tra-ve")
    told = [finding for finding in outcome.failures if finding.code == code]
    assert told and hint in told[0].hint and str(told[0].place).startswith("tra-ve/a.xlsx!Xã!") and outcome.made == 0


def test_what_stands_upright_and_is_not_taken_is_said(place, base, send, batch):
    base(OWN_SHEET + UPRIGHT + "bo_qua_cot: [Số điện thoại]\n")
    rows = [*upright(AN), (6, "Tỷ lệ hộ nghèo", "%", 10), (7, "Vốn vai", "triệu đồng", 5), (8, None, None, 9), (9, "Số điện thoại", None, "0233")]
    send("a.xlsx", sheet("Xã", UP, rows), both(AN)[1])
    outcome = batch(data=place / "tra-ve")
    assert outcome.made == 1
    assert [(f.severity.name, str(f.place).rpartition("!")[2]) for f in outcome.notes] == [("INFO", "D8"), ("WARNING", "D9"), ("WARNING", "D10")]
    assert "có phải «Vốn vay»?" in outcome.notes[1].hint


def test_a_name_two_figures_go_by_is_taken_for_neither(place, base, send, batch):
    kind = place / "templates/bao-cao-xa/loai.yml"
    kind.write_text(kind.read_text("utf-8").replace("ten_goi: Hộ nghèo cứng", "ten_goi: Hộ nghèo chính sách"), "utf-8")
    base(OWN_SHEET + UPRIGHT)
    send("a.xlsx", sheet("Xã", UP, upright(AN)), both(AN)[1])
    outcome = batch(data=place / "tra-ve")
    assert outcome.made == 0 and "LO11" in [f.code for f in outcome.failures]


def test_one_upright_workbook_is_one_document(place, base, send, batch):
    base(OWN_SHEET + UPRIGHT)
    send("a.xlsx", sheet("Xã", UP, upright(AN)), both(AN)[1])
    assert batch(data=place / "tra-ve/a.xlsx").made == 1


def test_a_changed_workbook_makes_its_document_again(place, base, send, batch):
    base(OWN_SHEET + UPRIGHT)
    for commune, name in ((AN, "a.xlsx"), (HIEU, "b.xlsx")):
        send(name, sheet("Xã", UP, upright(commune)), both(commune)[1])
    batch(data=place / "tra-ve")
    send("b.xlsx", sheet("Xã", UP, upright(HIEU)), sheet("Thôn", HEADERS[1:], [("Thôn 1", 150, 19), ("Thôn 2", 50, 1)]))
    outcome = batch(data=place / "tra-ve")
    assert (outcome.made, outcome.kept) == (1, 1)


@pytest.mark.parametrize("merged", ["D4:D5", "D5:D6"])
def test_a_number_merged_over_two_rows_is_the_figure_of_the_first(place, base, batch, merged):
    import openpyxl

    base(UPRIGHT + "trang_tinh: Xã\n")
    change = place / "templates/bao-cao-xa/loai.yml"
    change.write_text(TYPE.partition("kiem_tra:")[0], "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT, "utf-8")
    workbook = openpyxl.Workbook()
    workbook.active.title = "Xã"
    figures = [("Tên xã", "xã Cam An"), ("Tổng số hộ", 300), ("Hộ nghèo", 30), ("Hộ nghèo chính sách", 5), ("Hộ nghèo cứng", 25)]
    for row in (UP, *((n, name, None, value) for n, (name, value) in enumerate(figures, 1))):
        workbook.active.append(row)
    workbook.active.merge_cells(merged)
    workbook.save(place / "a.xlsx")
    outcome = batch(data=place / "a.xlsx")
    assert (outcome.made, [(f.code, f.place.cell) for f in outcome.failures]) == (0, [("SL02", f"Xã!{merged[3:]}")])


def test_words_merged_over_two_rows_are_the_words_of_both(place, base, batch, files):
    import openpyxl

    base(UPRIGHT + "trang_tinh: Xã\n")
    kind = TYPE.replace("chu_rieng: {", "chu_rieng: {ten_goi_khac: Tên gọi, ")
    (place / "templates/bao-cao-xa/loai.yml").write_text(kind, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT, "utf-8")
    workbook = openpyxl.Workbook()
    workbook.active.title = "Xã"
    for row in (UP, (None, "Tên xã", None, "xã Cam An"), (None, "Tên gọi", None, None), *upright(AN)[1:]):
        workbook.active.append(row)
    workbook.active.merge_cells("D2:D3")
    workbook.save(place / "a.xlsx")
    outcome = batch(data=place / "a.xlsx", name="{ten_xa}-{ten_goi_khac}")
    assert (outcome.made, list(files(place / "output"))) == (1, ["xa-cam-an-xa-cam-an.docx"])
