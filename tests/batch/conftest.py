"""A small project with a type of six figures, and workbooks for it written from lines of text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.batch import Wish
from reportgen.batch.running import run_batch
from reportgen.project import Project
from reportgen.sheets import Column, Sheet, write_sheets

AGENCY = """\
ten_co_quan: Ủy ban nhân dân huyện Cam Lộ
ten_tren_van_ban: [Ủy ban nhân dân, huyện Cam Lộ]
ky_hieu: UBND
dia_danh: Cam Lộ
nguoi_ky: [{chuc_vu: Chủ tịch, quyen_han_ky: [TM. Ủy ban nhân dân]}, {chuc_vu: Phó Chủ tịch, quyen_han_ky: [TM. Ủy ban nhân dân, KT. Chủ tịch]}]
noi_nhan: [UBND tỉnh, UBND các xã]
"""
TYPE = """\
ten_loai: báo cáo
trich_yeu: Hộ nghèo {{ ky_bao_cao }} của {{ ten_xa }}
danh_so_muc: ["I.", "1."]
chu_rieng: {ten_xa: Tên xã}
chi_tieu:
  tong_so_ho: {ten_goi: Tổng số hộ, don_vi_tinh: hộ}
  ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}
  ho_chinh_sach: {ten_goi: Hộ nghèo chính sách, don_vi_tinh: hộ}
  ho_cung: {ten_goi: Hộ nghèo cứng, don_vi_tinh: hộ}
  von: {ten_goi: Vốn vay, don_vi_tinh: triệu đồng, so_le: 1, bat_buoc: không}
  ty_le: {ten_goi: Tỷ lệ hộ nghèo, don_vi_tinh: "%", so_le: 2, cong_thuc: ho_ngheo / tong_so_ho * 100}
kiem_tra:
  - {ten_goi: Hai nhóm hộ nghèo, tong: [ho_chinh_sach, ho_cung], bang: ho_ngheo}
  - {ten_goi: Hộ nghèo trong tổng số, bieu_thuc: ho_ngheo <= tong_so_ho}
"""
TEXT = """\
Theo kết quả rà soát, {{ ten_xa }} có {{ tong_so_ho }}, trong đó {{ ho_ngheo }} nghèo, chiếm {{ ty_le }}.

# Chi tiết

- Hộ nghèo chính sách: {{ ho_chinh_sach|so_tran }}; hộ nghèo cứng: {{ ho_cung }}.

{% if von is co_so_lieu %}
- Vốn vay: {{ von }}.
{% endif %}

Trên đây là báo cáo của {{ ten_co_quan }}./.
"""
BASE = """\
loai: bao-cao-xa
co_quan: cam-lo
ky_bao_cao: năm 2019
ngay_ban_hanh: 15/12/2019
nguoi_ky: Phó Chủ tịch
"""
HEADERS = ("TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng", "Vốn vay")
COMMUNES = (
    (1, "xã Cam Tuyền", 1411, 140, 14, 126, None),
    (2, "xã Cam Thủy", 1446, 66, 16, 50, None),
    (3, "xã Cam Hiếu", 1747, 85, 13, 72, None),
    (4, "xã Cam An", 1779, 79, 5, 74, None),
)


@pytest.fixture
def place(tmp_path) -> Path:
    """A project's folder with the type ``bao-cao-xa`` and what its documents share."""
    for name, text in {
        "data/co-quan/cam-lo.yml": AGENCY,
        "data/hang-loat/bao-cao-xa.yml": BASE,
        "templates/bao-cao-xa/loai.yml": TYPE,
        "templates/bao-cao-xa/noi-dung.md": TEXT,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "output").mkdir()
    return tmp_path


def write_book(path: Path, rows=COMMUNES, headers=HEADERS, sheet="Xã") -> Path:
    """A workbook with a header row and these rows."""
    columns = tuple(Column(title, 12) for title in headers)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_sheets([Sheet(sheet, columns, rows)]))
    return path


@pytest.fixture
def book(place):
    """``book(rows, headers)`` writes ``xa.xlsx`` into the project."""
    return lambda rows=COMMUNES, headers=HEADERS, name="xa.xlsx": write_book(place / name, rows, headers)


@pytest.fixture
def batch(place):
    """``batch(…)`` runs the type over ``xa.xlsx``; the words of ``Wish`` as arguments."""

    def run(**wanted):
        wanted.setdefault("data", place / "xa.xlsx")
        wanted.setdefault("out", place / "output")
        return run_batch(Project(place), Wish("bao-cao-xa", **wanted))

    return run


@pytest.fixture
def change(place):
    """``change(file, old, new)`` edits a file of the project."""

    def edit(name: str, old: str, new: str) -> None:
        path = place / name
        text = path.read_text("utf-8")
        assert re.search(re.escape(old), text), f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    return edit


@pytest.fixture
def codes():
    """``codes(findings)``: their codes, sorted."""
    return lambda findings: sorted(finding.code for finding in findings)


@pytest.fixture
def files():
    """``files(folder)``: the documents of a folder with their bytes."""
    return lambda folder: {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
