"""Whatever is wrong in the files: a message in Vietnamese, the place, a hint, an exit code, and no file written.

The cases are data: what a person did to the real report ``thang-2-2020``, and what they must be told.
"""

from __future__ import annotations

import json

import pytest

from reportgen.noun import noun

REPORT = "data/thang-2-2020.yml"
TYPE = "templates/bao-cao-giam-ngheo-thang/loai.yml"
TEXT = "templates/bao-cao-giam-ngheo-thang/noi-dung.md"
AGENCY = "data/co-quan/so-ldtbxh-ha-tinh.yml"
BOOK = "data/thang-2-2020/so-lieu.xlsx"


@noun
class Wrong:
    """``changes``: (file, typed before, typed now), or bytes for a whole file, done to a good project.

    ``at``: the typed words the finding must point at (or, where nothing is quoted, the place itself); ``said``: parts of
    the block; ``hint``: part of the hint.
    """

    changes: tuple[tuple[str, str, str], ...]
    code: str
    at: str
    said: tuple[str, ...]
    hint: str
    exit_code: int = 1
    argv: tuple[str, ...] = ("build", "thang-2-2020")
    whole: tuple[tuple[str, bytes], ...] = ()
    cells: tuple[tuple[str, str], ...] = ()


def edit(file: str, before: str, now: str, **more) -> Wrong:
    """One change in one file."""
    return Wrong(((file, before, now),), **more)


def cell(now: str, **more) -> Wrong:
    """The figure ``suat_qua`` taken from cell C7 of a workbook that holds ``now`` there."""
    change = ((REPORT, "suat_qua: 319.107", "suat_qua: {nguon: so-lieu.xlsx!Xã!C7}"),)
    return Wrong(change, cells=(("C7", now),), **more)


WRONG: dict[str, Wrong] = {
    "a quotation mark left open": edit(
        REPORT, "ky_bao_cao: tháng 2/2020", 'ky_bao_cao: "tháng 2/2020',
        code="DL08", at='"tháng', said=("nháy",), hint="nháy",
    ),
    "a key typed twice": edit(
        REPORT, "  nghi_quyet: 2\n", "  nghi_quyet: 2\n  nghi_quyet: 3\n",
        code="DL11", at="nghi_quyet: 3", said=("nghi_quyet", "17"), hint="",
    ),
    "a tab for an indent": edit(
        REPORT, "  nghi_quyet: 2", "\tnghi_quyet: 2", code="DL06", at="\tnghi_quyet", said=("Tab",), hint="dấu cách",
    ),
    "a key misspelt": edit(
        REPORT, "noi_luu: VT", "noi_luuu: VT", code="DL20", at="noi_luuu", said=("noi_luuu",), hint="noi_luu",
    ),
    "a file saved as Unicode by Notepad": Wrong(
        (), whole=((REPORT, "loai: x\n".encode("utf-16")),),
        code="DL02", at=REPORT + ":1", said=("UTF-8",), hint="Notepad",
    ),
    "a number with two readings": edit(
        REPORT, "ty_le_ngheo_dau_ky: 6,92", "ty_le_ngheo_dau_ky: 6.920",
        code="SL04", at="6.920", said=("6.920", "Tỷ lệ hộ nghèo đầu kỳ"), hint="6,92",
    ),
    "a figure with more decimals than declared": edit(
        REPORT, "ty_le_ngheo_dau_ky: 6,92", "ty_le_ngheo_dau_ky: 6,925",
        code="SL05", at="6,925", said=("gõ 3 chữ số lẻ", "chỉ tiêu in 2"), hint="so_le",
    ),
    "a figure left out": edit(
        REPORT, "ho_ngheo_cuoi_ky: 17.352", "ho_ngheo_cuoi_ky:",
        code="SL02", at="ho_ngheo_cuoi_ky:", said=("chưa có số liệu", "Hộ nghèo cuối kỳ", "đơn vị tính: hộ"), hint="ho_ngheo_cuoi_ky: …",
    ),
    "a figure nobody declared": edit(
        REPORT, "  suat_qua: 319.107", "  suat_qua: 319.107\n  suat_qa: 12",
        code="SL01", at="suat_qa:", said=("không có chỉ tiêu «suat_qa»",), hint="có phải «suat_qua»?",
    ),
    "a product that is not one": edit(
        REPORT, "kinh_phi_nha: 16.560,0", "kinh_phi_nha: 16.650,0",
        code="SL30", at="16.650,0", said=("sai số học", "276 hộ", "đang ghi: 16.650,0 triệu đồng", "phải là: 16.560,0 triệu đồng"),
        hint="xem lại",
    ),
    "a part larger than its whole": edit(
        REPORT, "don_vi_da_chi_tra: 13", "don_vi_da_chi_tra: 14",
        code="SL34", at="13\n  don_vi_da", said=("vượt quá", "14 đơn vị", "13 đơn vị"), hint="xem lại",
    ),
    "a date that is not in the calendar": edit(
        REPORT, "ngay_ban_hanh: 21/02/2020", "ngay_ban_hanh: 31/02/2020",
        code="DL25", at="31/02/2020", said=("31/02/2020",), hint="",
    ),
    "a period nobody understands": edit(
        REPORT, "ky_bao_cao: tháng 2/2020", "ky_bao_cao: T2/20", code="DL44", at="T2/20", said=("T2/20",), hint="tháng",
    ),
    "no period at all": edit(
        REPORT, "ky_bao_cao: tháng 2/2020", "ky_bao_cao:", code="DL44", at="loai: bao-cao", said=("chưa có kỳ báo cáo",), hint="tháng",
    ),
    "a report signed before its period": edit(
        REPORT, "ngay_ban_hanh: 21/02/2020", "ngay_ban_hanh: 05/01/2020",
        code="DL66", at="tháng 2/2020", said=("trước khi kỳ bắt đầu", "05/01/2020"), hint="ngay_ban_hanh",
    ),
    "an agency that is not there": edit(
        REPORT, "co_quan: so-ldtbxh-ha-tinh", "co_quan: so-ldtbxh-ha-tin",
        code="DL42", at="so-ldtbxh-ha-tin\n", said=("không có cơ quan «so-ldtbxh-ha-tin»",), hint="có phải «so-ldtbxh-ha-tinh»?",
    ),
    "a type that is not there": edit(
        REPORT, "loai: bao-cao-giam-ngheo-thang", "loai: bao-cao-giam-ngheo",
        code="DL41", at="bao-cao-giam-ngheo\n", said=("không có loại văn bản «bao-cao-giam-ngheo»",), hint="bao-cao-giam-ngheo-thang",
    ),
    "a profile that is not there": edit(
        REPORT, "nguoi_ky: Giám đốc", "nguoi_ky: Giám đốc\nthe_thuc: nd30",
        code="DL26", at="nd30", said=("nd30",), hint="nd30-2020",
    ),
    "a signer the agency does not have": edit(
        REPORT, "nguoi_ky: Giám đốc", "nguoi_ky: Chánh Văn phòng",
        code="DL45", at="Chánh Văn phòng", said=("không có người ký giữ chức «Chánh Văn phòng»",), hint="Phó Giám đốc",
    ),
    "a cell with an error": cell(
        "#DIV/0!", code="BT10", at="so-lieu.xlsx!Xã!C7", said=("#DIV/0!",), hint="",
    ),
    "a formula Excel has not worked out": cell(
        "=SUM(C1:C6)", code="BT11", at="so-lieu.xlsx!Xã!C7", said=("công thức",), hint="Excel",
    ),
    "a workbook that is not there": edit(
        REPORT, "suat_qua: 319.107", "suat_qua: {nguon: so-lieu.xlsx!Xã!C7}",
        code="BT02", at="so-lieu.xlsx!Xã!C7", said=("so-lieu.xlsx",), hint="",
    ),
    "a tag left open": edit(
        TEXT, "{{ nghi_quyet }}", "{{ nghi_quyet }", code="MAU04", at="{{ nghi_quyet }", said=("thẻ",), hint="}}",
    ),
    "a name the text invents": edit(
        TEXT, "{{ suat_qua }}", "{{ suat_qa }}", code="MAU31", at="{{ suat_qa }}", said=("suat_qa",), hint="suat_qua",
    ),
    "a tag that climbs out": edit(
        TEXT, "{{ suat_qua }}", "{{ suat_qua.__class__.__mro__ }}", code="MAU43", at="{{ suat_qua.__", said=("__class__",), hint="",
    ),
    "a loop that never ends": edit(
        TEXT, "# Nhiệm vụ", "{% for dong in range(1000000000) %}\n\nMột dòng.\n\n{% endfor %}\n\n# Nhiệm vụ",
        code="MAU32", at="{% for dong", said=("hàm",), hint="",
    ),
    "a figure typed by hand": edit(
        TEXT, "trị giá {{ kinh_phi_qua }}", "trị giá 120,0 tỷ đồng", code="MAU60", at="120,0 tỷ", said=("120,0",), hint="",
    ),
    "bold left open": edit(
        TEXT, "công tác giảm nghèo:**", "công tác giảm nghèo:", code="MAU03", at="**Xã hội hóa", said=("**",), hint="",
    ),
    "a frame cut short by a bad copy": Wrong(
        (), whole=(("templates/khung/tt01-2011.docx", b"PK\x03\x04 not a package"),),
        code="TT03", at="templates/khung/tt01-2011.docx", said=("hỏng",), hint="Word",
    ),
    "a frame that is not a Word file": Wrong(
        (), whole=(("templates/khung/tt01-2011.docx", b"<html></html>"),),
        code="TT02", at="templates/khung/tt01-2011.docx", said=("docx",), hint="Word",
    ),
    "a report that is not there": Wrong(
        (), argv=("build", "thang-2-202"), exit_code=2,
        code="LE01", at="", said=("không có báo cáo tên «thang-2-202»",), hint="có phải «thang-2-2020»?",
    ),
    "an option that is not there": Wrong(
        (), argv=("build", "thang-2-2020", "--forse"), exit_code=2,
        code="LE03", at="", said=("không có tùy chọn --forse",), hint="có phải --force?",
    ),
    "another type that is not there": Wrong(
        (), argv=("build", "thang-2-2020", "--loai", "to-trinh"),
        code="DL41", at="", said=("không có loại văn bản «to-trinh»",), hint="templates/to-trinh",
    ),
}  # fmt: skip


def spoil(folder, wrong):
    for name, before, now in wrong.changes:
        path = folder / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"{before!r} must stand once in {name}"
        path.write_text(text.replace(before, now), "utf-8")
    for name, content in wrong.whole:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    if wrong.cells:
        make_book(folder / "data/thang-2-2020/so-lieu.xlsx", wrong.cells)


def make_book(path, cells):
    import openpyxl

    path.parent.mkdir(exist_ok=True)
    book = openpyxl.Workbook()
    book.active.title = "Xã"
    for where, value in cells:
        book.active[where] = value
    book.save(path)


def place_of(folder, wrong):
    """``file:line:column`` of the words pointed at, as they stand in the spoilt file."""
    for name in dict.fromkeys(name for name, _, _ in wrong.changes if not wrong.cells):
        before, found, _ = (folder / name).read_text("utf-8").partition(wrong.at)
        if found:
            return f"{name}:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1} lỗi"
    return f"{wrong.at} lỗi" if wrong.at else ""


def everything_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_it_is_said_and_nothing_is_written(run, project_folder, wrong):
    spoil(project_folder, wrong)
    before = everything_in(project_folder)
    said = run(*wrong.argv, folder=project_folder)
    assert (said.code, said.out) == (wrong.exit_code, "")
    assert "Traceback" not in said.err
    block = block_of(said.err, wrong.code)
    assert block.startswith(place_of(project_folder, wrong))
    assert [part for part in wrong.said if part not in block] == [], said.err
    assert "gợi ý: " in block and wrong.hint in block.split("gợi ý: ")[1], said.err
    assert said.err.splitlines()[-1].endswith("; không ghi tệp nào")
    assert everything_in(project_folder) == before


def block_of(text, code):
    """The lines of the finding with this code."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if f"lỗi {code}: " in line), None)
    assert start is not None, f"no finding {code}:\n{text}"
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith("    ") and "|" not in lines[n]), len(lines))
    return "\n".join(lines[start:end])


def test_all_faults_of_all_files_come_at_once(run, project_folder):
    report = project_folder / "data/thang-2-2020.yml"
    text = report.read_text("utf-8").replace("17.352", "").replace("21,5", "x").replace("so-ldtbxh-ha-tinh", "so-y-te")
    report.write_text(text, "utf-8")
    said = run("build", "thang-2-2020", folder=project_folder)
    assert [code for code in ("SL02", "SL04", "DL42") if f"lỗi {code}:" not in said.err] == []
    places = [line.split(":")[1] for line in said.err.splitlines() if line.startswith("data/") and " lỗi " in line]
    assert places == sorted(places, key=int)


def test_an_edited_output_is_kept(run, project_folder):
    run("build", "thang-2-2020", folder=project_folder)
    built = project_folder / "output/thang-2-2020.docx"
    built.write_bytes(built.read_bytes() + b"a word added")
    edited = built.read_bytes()
    said = run("build", "thang-2-2020")
    assert (said.code, said.out) == (2, "")
    assert "output/thang-2-2020.docx lỗi LE10: " in said.err and "--force" in said.err
    assert built.read_bytes() == edited
    assert run("build", "thang-2-2020", "--force").code == 0
    assert built.read_bytes() != edited


def test_the_same_as_json(run, project_folder):
    spoil(project_folder, WRONG["a product that is not one"])
    said = run("build", "thang-2-2020", "--json", folder=project_folder)
    assert (said.code, said.err) == (1, "")
    answer = json.loads(said.out)
    assert answer["files"] == [] and answer["exit_code"] == 1
    finding = next(f for f in answer["findings"] if f["blocks"])
    assert finding["code"] == "SL30" and finding["severity"] == "error"
    assert (finding["place"]["file"], finding["place"]["line"]) == ("data/thang-2-2020.yml", 46)
    assert finding["expected"] == "16.560,0 triệu đồng"
    assert len([f for f in answer["findings"] if f["accepted"]]) == 2


def test_a_warning_is_said_and_the_document_written(run, project_folder):
    text = project_folder / TEXT
    text.write_text(text.read_text("utf-8").replace("bền vững./.", "bền vững."), "utf-8")
    said = run("build", "thang-2-2020", folder=project_folder)
    assert (said.code, said.out) == (0, "đã ghi output/thang-2-2020.docx\n")
    assert " cảnh báo noi_dung.ket_thuc: " in said.err
    assert said.err.splitlines()[-1] == "1 cảnh báo, 2 điểm đã chấp nhận"
