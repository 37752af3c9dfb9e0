"""A unit's own sheet in a batch is read as ``build`` reads it: the same bytes, or the same findings at the same cells."""

import shutil

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.batch.options import Wish
from reportgen.batch.running import run_batch
from reportgen.build import build
from reportgen.errors import DataError
from reportgen.project import Project
from tests.batch.conftest import BASE
from tests.batch.test_unit_tables import place

__all__ = ["place"]
OWN = "trang_tinh: Xã\nbang_don_vi: {thon: {trang_tinh: Thôn}}\n"
HEADERS = ("STT", "Thôn", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ (%)")
ODD = st.sampled_from(["12", "1.234", "-", "x", " 7 ", "nhiều", "6,5", 0.5, 12.25, "=1+1", "#N/A", True, None, 0, "Cộng", "Cả xã", "Th«n 5", "I"])
PLAIN = st.tuples(st.just(1), st.sampled_from(["Thôn 1", " Thôn  2", "Khu phố A", 4]), st.integers(50, 500), st.integers(0, 40), st.none())
SPOTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), ODD), max_size=2)
MORE = st.sampled_from(["", "gap", "merged", "letters", "percent", "hidden row", "hidden column", "note"])


def write(path, rows, more, poor):
    workbook = openpyxl.Workbook()
    page, villages = workbook.active, workbook.create_sheet("Thôn")
    page.title = "Xã"
    for row in (("Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng"), ("xã Cam An", 9000, poor, 0, poor)):
        page.append(row)
    villages.append(HEADERS)
    if more == "letters":
        villages.append(("A", "B", "1", "2", "3=2/1*100"))
    for n, row in enumerate(rows):
        if more == "gap" and n == 2:
            villages.append((None,) * 5)
            villages.cell(villages.max_row + 1, 1, None)
        villages.append(row)
    last = villages.max_row
    if more == "merged" and last > 2:
        villages.merge_cells(f"B{last}:D{last}")
    if more == "percent":
        villages.cell(last, 5).number_format = "0.00%"
        villages.cell(last, 4).number_format = "0%"
    villages.row_dimensions[2].hidden = more == "hidden row"
    villages.column_dimensions["D"].hidden = more == "hidden column"
    if more == "note":
        villages.cell(last + 3, 2, "Người lập biểu")
        villages.cell(last + 5, 4, 7)
    path.parent.mkdir(exist_ok=True)
    workbook.save(path)


def told(findings, hidden):
    """What is said of the sheet of the villages; that a column is hidden is said once in a batch."""
    found = {(f.code, f.message, str(f.place).rpartition("!")[2]) for f in findings if "!Thôn!" in str(f.place)}
    return {(code, "" if code == "BT14" and hidden else message, "" if code == "BT14" and hidden else cell) for code, message, cell in found}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=5), SPOTS, MORE)
def test_the_same_sheet_gives_the_same_document_or_the_same_findings(place, plain, spots, more):
    table = [list(row) for row in plain]
    for row, column, value in spots:
        if row < len(table):
            table[row][column] = value
    rows = [tuple(row) for row in table]
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + OWN, "utf-8")
    poor = sum(row[3] for row in rows if type(row[3]) is int and row[1] not in ("Cộng", "Cả xã"))
    write(place / "tra-ve/a.xlsx", rows, more, poor)
    shutil.rmtree(place / "data/mot", ignore_errors=True)
    (place / "data/mot").mkdir()
    shutil.copy(place / "tra-ve/a.xlsx", place / "data/mot/a.xlsx")
    figures = f'so_lieu: {{tong_so_ho: "9000", ho_ngheo: "{poor}", ho_chinh_sach: "0", ho_cung: "{poor}"}}\n'
    table = 'bang: {thon: {nguon: "a.xlsx!Thôn"}}\n'
    (place / "data/mot.yml").write_text(f"{BASE}chu_rieng: {{ten_xa: xã Cam An}}\n{figures}{table}", "utf-8")
    try:
        built = build(Project(place), "mot", out=place / "mot", force=True)
        wanted, said = built.path.read_bytes(), built.findings
    except DataError as failure:
        wanted, said = None, failure.findings
    outcome = run_batch(Project(place), Wish("bao-cao-xa", data=place / "tra-ve", out=place / "ra", resume=False, force=True))
    path = place / "ra/xa-cam-an.docx"
    assert (path.read_bytes() if outcome.made else None) == wanted
    findings = [*outcome.failures, *outcome.remarks, *outcome.notes]
    empty = any(f.code == "LO52" for f in findings)
    ours = {one for one in told(findings, more == "hidden column") if one[0] != "LO52"}
    assert ours == {one for one in told(said, more == "hidden column") if not (empty and one[0] == "BG16")}
