"""The example of the guide: the nine communes of Cam Lộ, as the command in docs/lam-hang-loat.md makes them."""

import json
import shutil
import zipfile

from reportgen.cli import main

SEED = {
    "xã Cam Tuyền": ("1.411", "140", "9,92%"), "xã Cam Thủy": ("1.446", "66", "4,56%"), "xã Cam Hiếu": ("1.747", "85", "4,87%"),
    "xã Cam An": ("1.779", "79", "4,44%"), "xã Cam Thành": ("2.182", "76", "3,48%"), "thị trấn Cam Lộ": ("2.153", "54", "2,51%"),
    "xã Cam Thanh": ("853", "41", "4,81%"), "xã Cam Nghĩa": ("1.647", "38", "2,31%"), "xã Cam Chính": ("1.435", "30", "2,09%"),
}  # fmt: skip


def test_nine_communes_nine_reports(root, tmp_path, capsys):
    for part in ("data", "templates"):
        shutil.copytree(root / part, tmp_path / part)
    book = tmp_path / "data/bao-cao-xa/xa.xlsx"
    assert main(["--du-an", str(tmp_path), "batch", "bao-cao-xa", "--data", str(book)]) == 0
    assert "9 văn bản mới dựng" in capsys.readouterr().err
    folder = tmp_path / "output/bao-cao-xa"
    units = json.loads((folder / "manifest.json").read_text("utf-8"))["documents"]
    assert [unit["unit"] for unit in units] == list(SEED)
    for unit in units:
        with zipfile.ZipFile(folder / unit["file"]) as package:
            text = package.read("word/document.xml").decode()
        households, poor, share = SEED[unit["unit"]]
        assert f"{unit['unit']} có {households} hộ dân cư, trong đó hộ nghèo là {poor} hộ, chiếm {share}" in text


FROM_PLAN = """\
loai: bao-cao-xa
co_quan: ubnd-huyen-cam-lo
ky_bao_cao: năm 2019
the_thuc: tt01-2011
cot:
  ten_xa: Đơn vị
  tong_so_ho: Dân số (hộ)
  ho_ngheo: "Hộ nghèo {{ nam }} > Hộ nghèo"
  ho_chinh_sach: Tổng HN CSGN > Hộ CS GN
  ho_ngheo_cung: HN cứng
  ho_giam: "Chỉ tiêu GN {{ nam }} > Hộ giảm"
ten_tep: "{so_tt}-{ten_xa}"
"""


def test_the_table_of_the_plan_will_do_with_its_three_rows_of_headers(root, tmp_path, capsys):
    for part in ("data", "templates"):
        shutil.copytree(root / part, tmp_path / part)
    (tmp_path / "data/hang-loat/tu-ke-hoach.yml").write_text(FROM_PLAN, "utf-8")
    book = tmp_path / "data/ke-hoach-cam-lo-2019/xa.xlsx"
    code = main(["--du-an", str(tmp_path), "batch", "bao-cao-xa", "--chung", "tu-ke-hoach", "--data", str(book)])
    told = capsys.readouterr().err
    assert code == 0 and "9 văn bản mới dựng" in told and "bỏ qua dòng tổng «TỔNG CỘNG»" in told
    with zipfile.ZipFile(tmp_path / "output/tu-ke-hoach/4-cam-an.docx") as package:
        text = package.read("word/document.xml").decode()
    assert "CAM AN có 1.779 hộ dân cư, trong đó hộ nghèo là 79 hộ, chiếm 4,44%" in text


def test_the_guide_prints_the_command_that_is_tested(root):
    guide = (root / "docs/lam-hang-loat.md").read_text("utf-8")
    assert "reportgen batch bao-cao-xa --data data/bao-cao-xa/xa.xlsx" in guide


def test_the_made_up_communes_are_the_same_every_time(root, tmp_path):
    import importlib.util

    spec = importlib.util.spec_from_file_location("make_communes", root / "bench/make_communes.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    rows = list(maker.rows(500, seed=3, faults=4))
    assert rows == list(maker.rows(500, seed=3, faults=4))
    wrong = [row for row in rows if row[4] + row[5] != row[3]]
    assert len(rows) == len({row[1] for row in rows}) == 500 and len(wrong) == 4
    maker.write_communes(tmp_path / "a.xlsx", 20)
    maker.write_communes(tmp_path / "b.xlsx", 20)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
