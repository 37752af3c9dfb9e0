"""From forms filled in to the district's table, and from there to the document."""

import shutil

import openpyxl
import pytest

from reportgen.output import digest

SUBJECT = "chi_tieu_xa/ke-hoach-giam-ngheo-huyen"
INPUTS = "CDFHJ"


def roll(run, district, *more, period="năm 2019"):
    return run("rollup", "gui-ve", SUBJECT, "--ky", period, *more, folder=district)


def change(path, cell, value):
    book = openpyxl.load_workbook(path)
    book["Biểu nhập"][cell] = value
    book.save(path)


def test_all_nine_give_the_printed_table(run, district, filled):
    code, out, err = roll(run, district)
    assert code == 0, err
    sheet = openpyxl.load_workbook(district / "output/tong-hop/chi-tieu-xa.nam-2019.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=8)]
    assert [row[1] for row in rows][:3] == ["CAM TUYỀN", "CAM THỦY", "CAM HIẾU"]
    assert [cell for cell in rows[-1][1:4]] == ["TỔNG CỘNG", 14653, 609]
    assert rows[0][2:] == [1411, 140, 9.92, 14, 0.99, 126, 8.93, 14, 0.99, 126, 8.93]


def test_the_document_is_built_on_the_table(run, district, filled):
    """The same numbers by another way: only what the printed plan had cut instead of rounded differs."""
    roll(run, district, "--out", "data/ke-hoach-cam-lo-2019/xa.xlsx", "--force")
    report = district / "data" / "ke-hoach-cam-lo-2019.yml"
    text = report.read_text("utf-8").replace("xa.xlsx!Chỉ tiêu xã", "xa.xlsx!Tổng hợp")
    start = text.index("    chap_nhan:\n      ty_le_chinh_sach")
    reason = "    chap_nhan:\n      ty_le_con_lai: công thức 3 - 9 dùng số đã làm tròn\n"
    report.write_text(text[:start] + reason, "utf-8")
    code, out, err = run("build", "ke-hoach-cam-lo-2019", folder=district)
    assert code == 0, err


def test_two_runs_give_the_same_bytes(run, district, filled):
    roll(run, district)
    files = sorted((district / "output" / "tong-hop").glob("*.xlsx"))
    first = [digest(path.read_bytes()) for path in files]
    code, out, _ = roll(run, district)
    assert (code, out.count("không đổi")) == (0, 2)
    assert [digest(path.read_bytes()) for path in files] == first


def test_a_missing_unit_is_named_and_the_table_waits(run, district, filled):
    next(filled.glob("*cam-an.xlsx")).unlink()
    code, out, err = roll(run, district)
    assert code == 1
    assert "TH20" in err and "chưa có biểu của xã Cam An" in err
    assert "Đơn vị đã tổng hợp: 8" in err
    target = district / "data" / "ke-hoach-cam-lo-2019" / "xa.xlsx"
    shutil.copy(district / "output/tong-hop/chi-tieu-xa.nam-2019.xlsx", target)
    report = district / "data" / "ke-hoach-cam-lo-2019.yml"
    report.write_text(report.read_text("utf-8").replace("xa.xlsx!Chỉ tiêu xã", "xa.xlsx!Tổng hợp"), "utf-8")
    code, _, err = run("build", "ke-hoach-cam-lo-2019", folder=district)
    assert code == 1 and "để trống" in err or "không có số nào" in err, "an incomplete table must not make a document"


def test_one_bad_workbook_never_stops_the_others(run, district, filled):
    next(filled.glob("*cam-an.xlsx")).write_bytes(b"PK\x03\x04 rubbish")
    change(next(filled.glob("*cam-lo.xlsx")), "C10", "1.411,5 hộ")
    code, _, err = roll(run, district)
    assert code == 1
    assert "cam-an.xlsx lỗi BT04" in err
    assert "cam-lo.xlsx!Biểu nhập!C10 lỗi BG13" in err
    assert "Đơn vị đã tổng hợp: 7" in err


@pytest.mark.parametrize(
    ("cell", "value", "code", "words"),
    [
        ("C10", "1.411", 0, "Ô đã sửa"),
        ("D10", -7, 1, "số âm"),
        ("D10", "=1/0", 1, "chưa có kết quả"),
        ("D10", None, 1, "để trống"),
        ("F10", 15, 1, "SL30"),
        ("B10", "CAM HIẾU", 1, "TH10"),
        ("A4", "Kỳ báo cáo: năm 2018", 1, "TH11"),
        ("A1", "Đơn vị báo cáo: Xã Cam Chính", 1, "TH10"),
    ],
)
def test_one_cell_changed(run, district, filled, cell, value, code, words):
    change(next(filled.glob("*cam-tuyen.xlsx")), cell, value)
    found, _, err = roll(run, district)
    assert (found, words in err) == (code, True), err


def test_the_last_period_is_found_by_itself(run, district, filled):
    roll(run, district)
    shutil.copytree(filled, district / "luu")
    for path in sorted(filled.glob("*")):
        path.unlink()
    run("form", SUBJECT, "--ky", "năm 2020", "--rieng", "cam_tuyen", "thanh_an", folder=district)
    made = district / "output" / "bieu-mau" / "chi-tieu-xa.nam-2020"
    for key, numbers in {"cam-tuyen": (1411, 14, 2, 12, 3), "thanh-an": (2632, 120, 9, 111, 10)}.items():
        book = openpyxl.load_workbook(made / f"chi-tieu-xa.nam-2020.{key}.xlsx")
        for letter, number in zip(INPUTS, numbers, strict=True):
            book["Biểu nhập"][f"{letter}10"] = number
        book.save(filled / f"{key}.xlsx")
    code, _, err = roll(run, district, period="năm 2020")
    assert code == 1
    assert "cam-tuyen.xlsx!Biểu nhập!D10 cảnh báo TH21" in err and "năm 2019 là 140 (giảm 90%)" in err
    assert "thanh-an.xlsx!Biểu nhập!D10" not in err, "120 is what its two parts had together"


def former_parts(run, district, filled):
    """The forms of 2019 sent in again for 2020, as if the communes had not noticed that they were joined."""
    for path in filled.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        del book["_reportgen"]
        sheet = book["Biểu nhập"]
        sheet["A4"] = "Kỳ báo cáo: năm 2020"
        for row in sheet.iter_rows(min_row=6, max_row=8):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("2019", "2020")
        book.save(path)


def test_units_that_were_joined_are_added_if_all_parts_are_there(run, district, filled):
    former_parts(run, district, filled)
    code, _, err = roll(run, district, period="năm 2020")
    assert code == 0, err
    book = openpyxl.load_workbook(district / "output/tong-hop/chi-tieu-xa.nam-2020.xlsx").active
    rows = {row[1].value: [cell.value for cell in row] for row in book.iter_rows(min_row=8)}
    assert rows["THANH AN"][2:5] == [2632, 120, 4.56]
    assert "CAM AN" not in rows
    told = openpyxl.load_workbook(district / "output/tong-hop/chi-tieu-xa.nam-2020.doi-chieu.xlsx")["Đã sửa"]
    added = [row for row in told.iter_rows(min_row=2, values_only=True) if row[0] == "xã Thanh An"]
    assert any("1.779" in row[2] and "853" in row[2] and row[3] == "2.632" for row in added)


def test_a_part_alone_is_kept_out(run, district, filled):
    former_parts(run, district, filled)
    next(filled.glob("*cam-thanh.xlsx")).unlink()
    code, _, err = roll(run, district, period="năm 2020")
    assert code == 1
    assert "TH16" in err and "đã nhập vào xã Thanh An" in err


@pytest.mark.parametrize(
    ("words", "code"),
    [(["khong-co", SUBJECT, "--ky", "năm 2019"], "TH05"), (["data", SUBJECT], "TH04"), (["data", "x", "--ky", "năm 2019"], "TH02"),
     (["data", SUBJECT, "--ky", "năm 2019", "--out", "x.docx"], "TH05"), (["data", SUBJECT, "--ky", "năm 2019", "--ky-truoc", "x.xlsx"], "TH05")],
)  # fmt: skip
def test_wrong_calls(run, district, words, code):
    exit_code, _, err = run("rollup", *words, folder=district)
    assert (exit_code, code in err) == (2, True)
    assert not (district / "output" / "tong-hop").exists()


def test_our_own_files_among_the_returned_ones_are_not_read(run, district, filled):
    for _ in range(2):
        code, out, err = roll(run, district, "--out", "gui-ve/bang.xlsx")
        assert code == 0, err
    assert "Tệp đã đọc: 9" in err


def test_a_sheet_full_of_stray_numbers_is_said_shortly(run, district, filled):
    path = next(filled.glob("*cam-lo.xlsx"))
    book = openpyxl.load_workbook(path)
    for row in range(20, 400):
        book["Biểu nhập"].cell(row, 4).value = row
    book.save(path)
    code, _, err = roll(run, district)
    assert code == 1 and "còn 330 chỗ tương tự" in err
