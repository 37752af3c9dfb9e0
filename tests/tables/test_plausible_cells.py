"""Cells that cannot be: a negative count, a share beyond the whole, a number outside what its column declares."""

import pytest

from reportgen.checks.tables import check_table

XA = """
ten_goi: Giảm nghèo các xã
don_vi_tinh: hộ
cot:
  ten_xa: {tieu_de: Xã, kieu_cot: chu}
  ngheo: {tieu_de: Hộ nghèo}
  tang: {tieu_de: "Tăng (+), giảm (-)", nhom_cot: [So với đầu năm]}
  con: {tieu_de: Hộ khác, bat_buoc: không}
  ty_le: {tieu_de: "Tỷ lệ hộ nghèo (%)", so_le: 1, cach_tong: bo_trong}
  dat: {tieu_de: "Tỷ lệ (%)", so_le: 1, cach_tong: bo_trong}
  thon: {tieu_de: Số thôn, don_vi_tinh: thôn, cao_nhat: 9}
  bu: {tieu_de: Bù trừ hộ, thap_nhat: -5}
kiem_tra:
  - {ten_goi: Còn lại, hieu: [ngheo, tang], bang: con}
dong_tong: {tieu_de: Tổng cộng}
"""
GOOD = ["5", "-2", "7", '"6,9"', '"120,0"', "9", "-5"]


@pytest.mark.parametrize(
    ("spot", "typed", "code"),
    [
        (0, "5", ""),
        (0, "-5", "SL41"),
        (1, "9", ""),
        (3, '"100,0"', ""),
        (3, '"100,1"', "SL42"),
        (3, '"-1,0"', "SL41"),
        (5, "10", "SL43"),
        (6, "-6", "SL43"),
    ],
)
def test_a_cell_that_cannot_be_is_said_at_its_place(made, spot, typed, code):
    cells = GOOD[:spot] + [typed] + GOOD[spot + 1 :]
    numbers = [int(cells[0]), int(cells[1])]
    cells[2] = str(numbers[0] - numbers[1])
    content, faults = made(XA, f"- [A, {', '.join(cells)}]")
    assert faults == []
    found = check_table(content, doubts=True)
    assert [f.code for f in found] == ([code] if code else [])
    assert check_table(content) == []
    assert all(f.place.line == 1 and "dòng «A»" in f.message for f in found)


def test_a_reason_lets_it_stand(made):
    content, _ = made(XA, f"- [A, -5, -2, -3, {', '.join(GOOD[3:])}]")
    (found,) = check_table(content, {"ngheo": "số điều chỉnh"}, doubts=True)
    assert (found.code, found.accepted) == ("SL41", "số điều chỉnh")
