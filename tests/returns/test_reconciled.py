"""What is written and said of a rolled-up folder holds together: both workbooks or neither, one state in every sentence."""

import errno
import os
import re

import openpyxl
import pytest
from test_rollup import former_parts

from reportgen import output
from reportgen.diagnostics import Place, error
from reportgen.returns import putting
from reportgen.returns.wording import in_plain_words, to_the_unit

SUBJECT = "chi_tieu_xa/ke-hoach-giam-ngheo-huyen"
TABLE, BESIDE = "chi-tieu-xa.nam-2019.xlsx", "chi-tieu-xa.nam-2019.doi-chieu.xlsx"
OF_PROGRAMMERS = re.compile(r"[a-z]+_[a-z]+|\bkhai\b|chap_nhan|«[a-z]+(_[a-z]+)+»")


def roll(run, district, *more):
    return run("rollup", "gui-ve", SUBJECT, "--ky", "năm 2019", *more, folder=district)


def change(folder, unit, cells):
    path = next(folder.glob(f"*.{unit}.xlsx"))
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book["Biểu nhập"][cell] = value
    book.save(path)


@pytest.fixture
def rolled_once(run, district, filled):
    """All nine rolled up, then one commune's form changed: (folder of the results, the bytes there)."""
    assert roll(run, district)[0] == 0
    change(filled, "cam-tuyen", {"C10": 1412})
    out = district / "output" / "tong-hop"
    return out, {path.name: path.read_bytes() for path in out.iterdir()}


def edited(path):
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A20"] = "ghi chú của phòng"
    book.save(path)
    return path.read_bytes()


@pytest.mark.parametrize(("which", "other"), [(BESIDE, TABLE), (TABLE, BESIDE)])
def test_a_workbook_somebody_edited_keeps_the_other_as_it_was(run, district, rolled_once, which, other):
    out, before = rolled_once
    own = edited(out / which)
    code, printed, err = roll(run, district)
    assert (code, printed) == (2, "")
    assert "LE10" in err and f"không ghi output/tong-hop/{other} vì" in err and "không ghi tệp nào" in err
    assert "Đơn vị đã tổng hợp: 9 (đủ)" in err, "the summary is said all the same"
    assert (out / which).read_bytes() == own and (out / other).read_bytes() == before[other]
    code, printed, _ = roll(run, district, "--force")
    assert (code, printed.count("đã ghi")) == (0, 2)


def test_a_reconciliation_that_cannot_be_written_keeps_the_table_as_it_was(run, district, rolled_once):
    out, before = rolled_once
    (out / BESIDE).unlink()
    (out / BESIDE).mkdir()
    code, printed, err = roll(run, district)
    assert (code, printed) == (1, "") and "LE11" in err and "Đơn vị đã tổng hợp: 9" in err
    assert (out / TABLE).read_bytes() == before[TABLE]


def test_a_file_that_is_open_elsewhere_keeps_both_as_they_were(run, district, rolled_once, monkeypatch):
    out, before = rolled_once
    really = os.open

    def held(path, flags, *mode):
        if str(path).endswith(BESIDE) and flags & os.O_RDWR:
            raise PermissionError(errno.EPERM, "held")
        return really(path, flags, *mode)

    monkeypatch.setattr(os, "open", held)
    code, _, err = roll(run, district)
    assert code == 1 and "LE11" in err and "đang mở" in err
    assert {name: (out / name).read_bytes() for name in (TABLE, BESIDE)} == {name: before[name] for name in (TABLE, BESIDE)}


def test_a_folder_without_room_for_new_files_is_found_before_the_first(run, district, filled, monkeypatch):
    monkeypatch.setattr(putting, "_try_folder", lambda folder: (_ for _ in ()).throw(OSError(errno.EROFS, "read-only")))
    code, _, err = roll(run, district)
    assert code == 1 and "ổ đĩa chỉ cho đọc" in err and "không ghi tệp nào" in err
    assert not (district / "output" / "tong-hop").exists()


def test_a_disk_that_fills_up_between_the_two_is_said_as_it_is(run, district, rolled_once, monkeypatch):
    out, before = rolled_once
    really = output.write_atomic

    def filling(path, content, *, shown, sync=True):
        if path.name == BESIDE:
            raise output.refused(shown, OSError(errno.ENOSPC, "full"))
        really(path, content, shown=shown, sync=sync)

    monkeypatch.setattr(output, "write_atomic", filling)
    code, printed, err = roll(run, district)
    assert code == 1 and "ổ đĩa đầy" in err
    assert printed == f"đã ghi output/tong-hop/{TABLE}\n" and "không ghi tệp nào" not in err
    assert f"đã ghi output/tong-hop/{TABLE} nhưng output/tong-hop/{BESIDE} còn là bản của lần trước" in err
    assert (out / TABLE).read_bytes() != before[TABLE] and (out / BESIDE).read_bytes() == before[BESIDE]


def test_a_full_disk_after_a_file_was_put_down_counts_it_as_written(run, district, rolled_once, monkeypatch):
    out, before = rolled_once
    really = output.write_atomic

    def filling(path, content, *, shown, sync=True):
        if path.name == output.LEDGER:
            raise output.refused(shown, OSError(errno.ENOSPC, "full"))
        really(path, content, shown=shown, sync=sync)

    monkeypatch.setattr(output, "write_atomic", filling)
    code, printed, err = roll(run, district)
    assert code == 1 and f"đã ghi output/tong-hop/{TABLE}" in printed and "không ghi tệp nào" not in err
    assert (out / BESIDE).read_bytes() == before[BESIDE]


@pytest.mark.parametrize("closed", ["gui-ve", "gui-ve/cum-1"])
def test_a_folder_that_may_not_be_read_is_an_error_and_nothing_is_written(run, district, filled, monkeypatch, closed):
    (filled / "cum-1").mkdir()
    really = os.scandir

    def guarded(path="."):
        if str(path).endswith(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", guarded)
    code, _, err = roll(run, district)
    assert code == 1 and "TH05" in err and "không đọc được thư mục" in err and "hệ thống báo: không có quyền" in err
    assert "TH20" not in err and not (district / "output" / "tong-hop").exists()


def test_folders_the_system_keeps_for_itself_are_nobodys_forms(run, district, filled, monkeypatch):
    (filled / "System Volume Information").mkdir()
    really = os.scandir

    def guarded(path="."):
        if "System Volume" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert roll(run, district)[0] == 0


def read(district, year=2019):
    """The reconciliation: the sentence, the counts, the duties by unit, and the total row of the table."""
    out = district / "output" / "tong-hop"
    book = openpyxl.load_workbook(out / BESIDE.replace("2019", str(year)))
    told = list(book["Tóm tắt"].iter_rows(values_only=True))
    duties = {row[0]: row for row in book["Việc cần làm"].iter_rows(min_row=2, values_only=True)}
    total = [cell.value for cell in list(openpyxl.load_workbook(out / TABLE.replace("2019", str(year))).active.iter_rows())[-1]]
    return told[2][0], {row[0]: row[1:3] for row in told[5:13]}, duties, total


def agree(counts, duties):
    """True if «Tóm tắt» and «Việc cần làm» count the same."""
    states = [row[1] for row in duties.values()]
    return (
        counts["Đơn vị đã tổng hợp"][0] == sum(state.startswith("Đã lấy") for state in states)
        and counts["Đơn vị chưa gửi"][0] == states.count("Chưa gửi")
        and counts["Đơn vị có biểu nhưng không nhận được"][0] == states.count("Phải gửi lại")
        and counts["Chỗ không nhận"][0] == sum(row[4] or 0 for row in duties.values())
        and counts["Ô đã sửa"][0] == sum(row[5] or 0 for row in duties.values())
        and counts["Chỗ cần xem lại"][0] == sum(row[6] or 0 for row in duties.values())
    )


def test_all_taken_and_one_row_too_many_is_one_state_everywhere(run, district, filled):
    change(filled, "cam-thanh-tay", {"A11": 2, "B11": "CAM CHÍNH", "C11": 1435, "D11": 30, "F11": 2, "H11": 28, "J11": 2})
    assert roll(run, district)[0] == 1
    sentence, counts, duties, total = read(district)
    assert total[2] == 14653
    assert sentence.startswith("ĐỦ ĐƠN VỊ: đã tổng hợp 9/9 đơn vị, dòng tổng đã có; còn 1 chỗ không nhận")
    assert counts["Đơn vị đã tổng hợp"] == (9, "đủ") and agree(counts, duties)
    duty = duties["Xã Cam Thành"]
    assert duty[1] == "Đã lấy, có chỗ không nhận" and duty[2].startswith("Số của đơn vị đã lấy vào bảng.")
    assert "gửi lại" not in duty[3] and "Chưa lấy số" not in duty[2]


def test_a_unit_kept_out_leaves_the_total_blank_and_says_so(run, district, filled):
    change(filled, "cam-an", {"D10": None})
    next(filled.glob("*cam-chinh.xlsx")).unlink()
    (filled / "la.xlsx").write_bytes(b"")
    roll(run, district)
    sentence, counts, duties, total = read(district)
    assert set(total[2:]) == {None}
    assert sentence == "CHƯA ĐỦ: đã tổng hợp 7/9 đơn vị; 1 đơn vị chưa gửi, 1 đơn vị phải gửi lại. Dòng tổng của bảng để trống đến khi đủ."
    assert agree(counts, duties)
    assert duties["(chưa rõ đơn vị)"][1] == "Không nhận"


def test_a_lock_file_alone_is_nothing_that_was_taken(run, district, filled):
    (filled / "~$x.xlsx").write_bytes(b"x")
    roll(run, district)
    _, counts, duties, _ = read(district)
    assert duties["(chưa rõ đơn vị)"][1] == "Cần xem" and agree(counts, duties)


def test_units_added_together_are_counted_once(run, district, filled):
    former_parts(run, district, filled)
    roll(run, district, "--ky", "năm 2020")
    sentence, counts, duties, _ = read(district, 2020)
    assert sentence.startswith("ĐỦ:") and agree(counts, duties)
    sources = openpyxl.load_workbook(district / "output" / "tong-hop" / BESIDE.replace("2019", "2020"))["Nguồn"]
    assert {row[3] for row in sources.iter_rows(min_row=2, values_only=True)} == {"đã lấy"}


def test_rounding_of_our_own_formula_is_no_letter_to_the_commune(run, district, filled):
    code, _, err = roll(run, district)
    assert code == 0 and "TH41" in err and "SL30" not in err and "SL31" not in err
    _, counts, duties, _ = read(district)
    for name in ("Xã Cam Hiếu", "Xã Cam Thủy"):
        assert (duties[name][1], duties[name][3] or "", duties[name][6]) == ("Đã lấy, cần xem", "", 1)
        assert "không phải hỏi đơn vị" in duties[name][2]
    assert agree(counts, duties)


def test_neither_letters_nor_hints_speak_of_declarations(run, district, filled):
    change(filled, "cam-lo", {"J10": -7})
    change(filled, "cam-thanh", {"H10": 38})
    change(filled, "cam-an", {"D10": 79.5})
    change(filled, "cam-nghia", {"M10": "-"})
    roll(run, district)
    book = openpyxl.load_workbook(district / "output" / "tong-hop" / BESIDE)
    said = [(row[2], row[4]) for sheet in ("Không nhận", "Cần xem lại") for row in book[sheet].iter_rows(min_row=2, values_only=True)]
    assert len(said) >= 6
    said += [(row[2], row[3]) for row in book["Việc cần làm"].iter_rows(min_row=2, values_only=True)]
    assert [text for pair in said for text in pair if text and OF_PROGRAMMERS.search(text)] == []


@pytest.mark.parametrize(
    ("code", "message", "hint"),
    [
        ("SL30", "bảng «bieu_xa», dòng «AN CHÂU»: Hộ: ghi 41", "khai «lam_tron: có» ở chỉ tiêu; ghi lý do ở «chap_nhan» của số liệu"),
        ("BG12", "ô hiện 12%", 'khai don_vi_tinh: "%" cho cột, hoặc sửa định dạng của ô'),
        ("BG13", "cột «Hộ»: 1,5 có nhiều chữ số lẻ hơn cột khai (so_le: 0)", "tăng so_le của cột, hoặc làm tròn số trong ô"),
        ("BT16", "không thấy dòng tiêu đề", "tiêu đề phải nằm trong 40 dòng đầu và trùng với chữ khai ở tệp số liệu"),
        ("BT17", "«dan_so» và «ho_ngheo» cùng chỉ vào một cột", "mỗi mã cột một tiêu đề khác nhau"),
    ],
)
def test_words_of_the_floors_below_are_put_plainly(code, message, hint):
    plain = in_plain_words(error(code, message, Place("a.xlsx"), hint=hint))
    assert not OF_PROGRAMMERS.search(f"{plain.message} {plain.hint}")
    assert not OF_PROGRAMMERS.search(to_the_unit(plain))


def test_words_that_only_look_like_ours_stay():
    finding = error("BT16", "không thấy cột", Place("a.xlsx"), hint="dòng tiêu đề có: Hộ triển khai, Hộ nghèo")
    assert in_plain_words(finding) == finding


def test_doubts_at_a_calculated_cell_are_for_the_district_only(tmp_path):
    from test_contradictions import book_of, rolled

    from reportgen.returns.agenda import LOOK, agenda

    result = rolled(tmp_path, *[book_of(n, dan_so=1400 + n) for n in range(8)], book_of(8, dan_so=140, ho_ngheo=1411))
    assert {(unit, finding.code) for unit, finding in result.doubtful} == {("xa_009", "TH32")}
    (duty,) = [duty for duty in agenda(result) if duty.doubtful]
    assert (duty.state, duty.message) == (LOOK, "")
