"""What ``reportgen form`` makes, filled in and sent back, goes straight into ``batch``."""

import shutil

import openpyxl
import pytest

from reportgen.cli import main
from reportgen.errors import DataError
from reportgen.sources.books import READERS
from reportgen.sources.xlsx import load_xlsx
from tests.batch.conftest import COMMUNES, HEADERS

BASE = """\
loai: bao-cao-xa
co_quan: ubnd-huyen-cam-lo
ky_bao_cao: năm {year}
ngay_ban_hanh:
the_thuc: tt01-2011
nguoi_ky: Phó Chủ tịch
ten_tep: "{{ten_xa}}-{{so_tt}}"
chu_rieng: {{so_tt: "1"}}
trang_tinh: Biểu nhập
bo_qua_cot: [TT, Tỷ lệ (%), Tỷ lệ giảm (%), Hộ nghèo]
cot:
  ten_xa: Đơn vị
  tong_so_ho: Dân số (hộ)
  ho_ngheo: "Hộ nghèo {{{{ nam }}}} > Hộ nghèo"
  ho_chinh_sach: Hộ CS GN
  ho_ngheo_cung: HN cứng
  ho_giam: Hộ giảm
"""
FOLDER = "tra-ve/chi-tieu-xa.nam-2019"
FIGURES = {"CAM AN": (1779, 79, 5, 74, 5), "CAM HIẾU": (1747, 85, 13, 72, 13)}


@pytest.fixture
def sent(root, tmp_path):
    """A folder with the forms of two communes, filled in as Excel saves them."""
    for part in ("data", "templates"):
        shutil.copytree(root / part, tmp_path / part)
    call = ["--du-an", str(tmp_path), "form", "chi_tieu_xa/ke-hoach-giam-ngheo-huyen", "--ky", "năm 2019"]
    assert main([*call, "--rieng", "cam_an", "cam_hieu", "--out", str(tmp_path / "tra-ve")]) == 0
    for path in sorted((tmp_path / "tra-ve").rglob("*.xlsx")):
        workbook = openpyxl.load_workbook(path)
        page = workbook["Biểu nhập"]
        for column, value in zip("CDFHJ", FIGURES[page["B10"].value], strict=True):
            page[f"{column}10"] = value
        workbook.save(path)
    return tmp_path


def test_forms_filled_in_are_documents(sent, capsys):
    (sent / "data/hang-loat/bieu.yml").write_text(BASE.format(year=2019), "utf-8")
    assert main(["--du-an", str(sent), "batch", "bao-cao-xa", "--chung", "bieu", "--data", str(sent / FOLDER)]) == 0
    assert "2 văn bản mới dựng" in capsys.readouterr().err
    assert sorted(path.name for path in (sent / "output/bieu").glob("*.docx")) == ["cam-an-1.docx", "cam-hieu-1.docx"]


def test_a_form_of_another_period_is_refused(sent, capsys):
    (sent / "data/hang-loat/bieu.yml").write_text(BASE.format(year=2020), "utf-8")
    assert main(["--du-an", str(sent), "batch", "bao-cao-xa", "--chung", "bieu", "--data", str(sent / FOLDER)]) == 1
    said = capsys.readouterr().err
    assert said.count("LO56") == 2 and "cấp cho năm 2019" in said
    assert not list((sent / "output/bieu").glob("*.docx"))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.xls"])
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "in a folder"])
@pytest.mark.parametrize("upright", ["", "so_lieu_doc: {cot_ten: Chỉ tiêu, cot_gia_tri: Giá trị}\n"], ids=["in a row", "upright"])
def test_a_form_is_known_however_it_comes(place, batch, monkeypatch, codes, name, alone, upright):
    for ending in (".xls", ".ods"):
        monkeypatch.setitem(READERS, ending, load_xlsx)  # what LibreOffice makes of it
    with (place / "data/hang-loat/bao-cao-xa.yml").open("a", encoding="utf-8") as base:
        base.write(upright)
    workbook = openpyxl.Workbook()
    workbook.active.append(HEADERS)
    workbook.active.append(COMMUNES[3])
    said = workbook.create_sheet("_reportgen")
    said.sheet_state = "veryHidden"
    for row in (("reportgen", "bieu-mau 1"), ("loai", "bao-cao-xa"), ("ky", "năm 2018")):
        said.append(row)
    (place / "tra-ve").mkdir()
    workbook.save(place / "tra-ve/x.xlsx")
    (place / "tra-ve/x.xlsx").rename(place / "tra-ve" / name)
    if alone:
        with pytest.raises(DataError) as failure:
            batch(data=place / "tra-ve" / name)
        found = failure.value.findings
    else:
        found = batch(data=place / "tra-ve").failures
    assert codes(found) == ["LO56"] and list((place / "output").glob("*.docx")) == []
