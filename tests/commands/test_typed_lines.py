"""Lines typed for the page around the text: what would print badly is said at its place, and nothing is written."""

import pytest

from reportgen.checks.typed_lines import line_fault

AGENCY = "data/co-quan/so-ldtbxh-ha-tinh.yml"
REPORT = "data/thang-2-2020.yml"
TYPE = "templates/bao-cao-giam-ngheo-thang/loai.yml"
TWO_DEPUTIES = "  - chuc_vu: Phó Giám đốc\n    ho_ten: Trần Bình\n  - chuc_vu: Phó Giám đốc\n    ho_ten: Lê An\n"


def edit(folder, name, before, now):
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1, before
    path.write_text(text.replace(before, now), "utf-8")


@pytest.mark.parametrize(
    ("text", "among", "fault"),
    [
        ("Tỉnh ủy (để b/c)", "recipients", ""),
        ("Như Điều 3", "recipients", ""),
        ("Ban Quản lý TP. HCM.", "recipients", ""),
        ("Cục X, Bộ Y, v.v.", "recipients", ""),
        ("Tỉnh ủy;", "recipients", "dấu ở cuối"),
        ("Tỉnh ủy.", "recipients", "dấu ở cuối"),
        ("- Tỉnh ủy", "recipients", "dấu đầu dòng"),
        ("•Tỉnh ủy", "recipients", "dấu đầu dòng"),
        ("UBND tỉnh Hà Tĩnh.", "addressees", ""),
        ("UBND tỉnh Hà Tĩnh;", "addressees", "dấu ở cuối"),
        ("Căn cứ Luật Tổ chức chính quyền địa phương;", "legal_bases", "dấu ở cuối"),
        ("Căn cứ Quyết định số 07/QĐ-UBND", "legal_bases", ""),
        ("{{ ho_ngheo }}", "recipients", "thẻ"),
        ("UBND tỉnh {% if x %}", "", "thẻ"),
        ("Hà\u200b Tĩnh", "", "ký tự ẩn"),
        ("Hà Tĩnh\u202e", "", "ký tự ẩn"),
        ("...", "", "không có chữ"),
        ("—", "words", ""),
        ("UBND tØnh Hµ TÜnh", "", "bảng mã cũ"),
        ("Phó Giám đốc - Trưởng ban", "", ""),
    ],
)
def test_what_a_line_may_be(text, among, fault):
    found = line_fault(text, among)
    assert found is None if not fault else fault in found[0]


CASES = {
    "a closing sign": (REPORT, "  - Tỉnh ủy (để b/c)\n", "  - Tỉnh ủy (để b/c);\n", "9:5 lỗi DL71: nơi nhận", 1),
    "a tag": (REPORT, "noi_luu: VT, BTXH-TE-BĐG", 'noi_luu: "VT, {{ nam }}"', "lỗi DL71: nơi lưu", 1),
    "an empty line": (REPORT, "  - Tỉnh ủy (để b/c)\n", '  - ""\n', "9:5 lỗi DL22", 1),
    "a line twice": (REPORT, "  - HĐND tỉnh (để b/c)\n", "  - tỉnh ủy  (để b/c)\n", "cảnh báo DL72: nơi nhận ghi hai lần", 0),
    "what is not printed": (REPORT, "nguoi_ky: Giám đốc", "nguoi_ky: Giám đốc\nnguoi_ky_trai: Thư ký", "cảnh báo DL73: báo cáo không in «nguoi_ky_trai»", 0),
    "no subject": (TYPE, "trich_yeu: Kết quả Chương trình MTQG giảm nghèo {{ ky_bao_cao }}", "trich_yeu:", "cảnh báo DL74: báo cáo chưa có trích yếu", 0),
    "an agency without a name": (AGENCY, "ten_co_quan: Sở Lao động - Thương binh và Xã hội", 'ten_co_quan: ""', "lỗi DL22", 1),
    "a name cut short": (AGENCY, "  - Thương binh và Xã hội\n", "  - Thương binh\n", "cảnh báo DL70: ten_tren_van_ban ghi", 0),
    "the body above itself": (AGENCY, "co_quan_chu_quan: UBND tỉnh Hà Tĩnh", "co_quan_chu_quan: Sở Lao động - Thương binh và Xã hội", "cảnh báo DL70: co_quan_chu_quan trùng", 0),
    "a number of one digit": (REPORT, "so_van_ban:", "so_van_ban: 7", "5:13 lỗi DL27", 1),
    "a number without end": (REPORT, "so_van_ban:", "so_van_ban: 12345678901", "5:13 lỗi DL27", 1),
    "a period hardly begun": (REPORT, "ky_bao_cao: tháng 2/2020", "ky_bao_cao: năm 2020", "cảnh báo DL67: báo cáo năm 2020 mà ký ngày 21/02/2020", 0),
    "a unit without its marks": (TYPE, "ho_ngheo_cuoi_ky: {ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: hộ}", "ho_ngheo_cuoi_ky: {ten_goi: Hộ nghèo cuối kỳ, don_vi_tinh: ho}", "cảnh báo SL45: đơn vị tính «ho»", 0),
    "a figure called if": (TYPE, "chi_tieu:\n", "chi_tieu:\n  if: {ten_goi: Nếu, cong_thuc: nghi_quyet}\n", "lỗi DL46: tên «if» là chữ riêng của các thẻ", 1),
    "two deputies": (AGENCY, "  - chuc_vu: Phó Giám đốc\n    quyen_han_ky: [KT. Giám đốc]\n    ho_ten:\n", TWO_DEPUTIES, "", 0),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_said(run, project_folder, case):
    name, before, now, said_, code = case
    edit(project_folder, name, before, now)
    said = run("build", "thang-2-2020", folder=project_folder)
    assert (said.code, said_ in said.err) == (code, True), said.err


def test_of_two_of_one_title_nobody_is_taken_by_chance(run, project_folder):
    name, before, now, _, _ = CASES["two deputies"]
    edit(project_folder, name, before, now)
    edit(project_folder, REPORT, "nguoi_ky: Giám đốc", "nguoi_ky: Phó Giám đốc")
    said = run("build", "thang-2-2020", folder=project_folder)
    assert said.code == 1 and "có 2 người ký giữ chức «Phó Giám đốc»: Trần Bình, Lê An" in said.err
    edit(project_folder, REPORT, "nguoi_ky: Phó Giám đốc", "nguoi_ky: Lê An")
    assert run("build", "thang-2-2020").code == 0


def test_blanks_around_a_value_are_no_part_of_it(run, project_folder):
    plain = run("build", "thang-2-2020", folder=project_folder)
    first = (project_folder / "output/thang-2-2020.docx").read_bytes()
    edit(project_folder, TYPE, "Hộ nghèo cuối kỳ, don_vi_tinh: hộ}", 'Hộ nghèo cuối kỳ, don_vi_tinh: " hộ "}')
    assert (plain.code, run("build", "thang-2-2020").code) == (0, 0)
    assert (project_folder / "output/thang-2-2020.docx").read_bytes() == first
