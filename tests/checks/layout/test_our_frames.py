"""The frames the profiles make, filled, have no fault: frame, compiler and checker cannot drift apart."""

import datetime

import pytest

from reportgen.body_text import parse
from reportgen.checks.layout import Expected, judge
from reportgen.docx.compile import compile_template
from reportgen.docx.frame import make_frame
from reportgen.docx.package import read_package
from reportgen.docx.rules import rule_indents
from reportgen.profile import load_profile
from reportgen.template import render
from reportgen.vietnamese.dates import long_date

LONG = (
    "Công tác giảm nghèo được cấp ủy, chính quyền các cấp quan tâm chỉ đạo; các sở, ban, ngành, đoàn thể phối hợp chặt chẽ, "
    "đời sống của người dân tiếp tục được cải thiện cả về vật chất và tinh thần."
)
TEXTS = {
    (
        "1.",
        "1.1.",
    ): f"{LONG}\n\n# Kết quả thực hiện\n\n## Hỗ trợ nhà ở\n\n- {LONG}\n\n+ {LONG}\n\n##. **Hỗ trợ thu nhập:** {LONG}\n\n"
    f"# Nhiệm vụ\n\n##. {LONG}\n\n##. {LONG}\n\nTrên đây là báo cáo của Sở./.",
    (
        "I.",
        "1.",
        "a)",
    ): f"# KẾT QUẢ\n\n## Hỗ trợ nhà ở\n\n###. {LONG}\n\n###. {LONG}\n\n## Hỗ trợ thu nhập\n\n{LONG}\n\n"
    f"# NHIỆM VỤ\n\n##. {LONG}\n\n##. {LONG}\n\nTrên đây là báo cáo của Sở./.",
    (
        "Điều 1.",
        "1.",
        "a)",
    ): f"# Phạm vi điều chỉnh\n\n##. {LONG}\n\n###. {LONG}\n\n# Đối tượng áp dụng\n\n{LONG}\n\n"
    f"# Tổ chức thực hiện\n\n{LONG}./.",
}
TABLE = "\n\n| TT | Huyện | Số hộ |\n|:-:|---|--:|\n| 1 | Kỳ Anh | 609 |\n| 2 | Hương Khê | 1.204 |\n\n"
NAMES = {
    "long": ["SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"],
    "short": ["SỞ Y TẾ"],
    "unbroken": ["SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"],
}


def context(profile, **changes):
    words = {
        **profile.texts,
        "co_quan_chu_quan": "UBND TỈNH HÀ TĨNH",
        "co_quan_ban_hanh": NAMES["long"],
        "so_ky_hieu": "Số:        /BC-SLĐTBXH",
        "dia_danh_ngay_thang": f"Hà Tĩnh, {long_date(datetime.date(2020, 2, 21))}",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả thực hiện Chương trình giảm nghèo tháng 02 năm 2020",
        "kinh_gui": [],
        "tham_quyen": "",
        "dong_quyet_dinh": "",
        "can_cu": [],
        "noi_nhan": ["UBND tỉnh (để báo cáo)", "Các phòng thuộc Sở"],
        "noi_luu": "VT, BTXH",
        "quyen_han_ky": ["KT. GIÁM ĐỐC"],
        "chuc_vu": "PHÓ GIÁM ĐỐC",
        "nguoi_ky": "Nguyễn Văn A",
        "nguoi_ky_chuc_danh_khac": "",
        "tieu_de_tai_lieu": "Báo cáo",
        "tac_gia": "Sở",
        "ngay_tao": "2020-02-21T00:00:00Z",
    }
    words |= changes
    return words | rule_indents(profile, words)


def findings(key, scheme=("1.", "1.1."), text="", frame=None, **changes):
    profile = load_profile(key)
    text = (text or TEXTS[scheme]).replace("./.", profile.texts["ket_thuc"])
    body = parse(text, "noi-dung.md")
    made = make_frame(profile, **{"numbering": scheme, **(frame or {})})
    template = compile_template(made, body, frame_file="khung.docx", scheme=scheme)
    package = read_package(render(template, context(profile, **changes)), "x.docx")
    return [f.message for f in judge(package, profile, shown="x.docx", expected=Expected(kept_together=True))]


@pytest.mark.parametrize("key", ["nd30-2020", "tt01-2011"])
@pytest.mark.parametrize("scheme", TEXTS)
def test_every_way_of_numbering(key, scheme):
    assert findings(key, scheme) == []


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_every_length_of_the_office_name(names):
    assert findings("nd30-2020", co_quan_ban_hanh=names) == []


def test_an_office_without_superior_and_a_signer_without_authority():
    assert findings("nd30-2020", co_quan_chu_quan="", quyen_han_ky=[], chuc_vu="GIÁM ĐỐC") == []


def test_several_lines_of_authority_and_a_second_office():
    assert (
        findings("nd30-2020", quyen_han_ky=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], chuc_vu="PHÓ CHỦ TỊCH")
        == []
    )


def test_a_table_in_the_text():
    text = f"{LONG}{TABLE}{LONG}./."
    assert findings("nd30-2020", text=text) == []


@pytest.mark.parametrize("addressees", [["Ủy ban nhân dân tỉnh"], ["Ủy ban nhân dân tỉnh", "Sở Tài chính"]])
@pytest.mark.parametrize("frame", [{}, {"letter": True}])
def test_addressees(addressees, frame):
    letter = (
        {"ten_loai": "", "trich_yeu": "báo cáo kết quả giảm nghèo", "so_ky_hieu": "Số:        /SLĐTBXH-BTXH"}
        if frame
        else {}
    )
    recipients = ["Như trên", "Các phòng thuộc Sở"]
    assert findings("nd30-2020", frame=frame, kinh_gui=addressees, noi_nhan=recipients, **letter) == []


@pytest.mark.parametrize("key", ["nd30-2020", "tt01-2011"])
def test_a_decision(key):
    words = {
        "ten_loai": "QUYẾT ĐỊNH",
        "trich_yeu": "Về việc thành lập Tổ công tác giảm nghèo năm 2020",
        "so_ky_hieu": "Số: 07/QĐ-SLĐTBXH",
        "tham_quyen": "GIÁM ĐỐC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "dong_quyet_dinh": "QUYẾT ĐỊNH:",
        "can_cu": ["Căn cứ Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Chánh Văn phòng Sở"],
        "noi_nhan": ["Như Điều 3", "UBND tỉnh"],
    }
    assert findings(key, ("Điều 1.", "1.", "a)"), frame={"decision": True}, **words) == []


def test_minutes_with_two_signers():
    left = {
        "quyen_han_ky": [],
        "chuc_vu": "CHỦ TỌA",
        "quyen_han_ky_trai": [],
        "chuc_vu_trai": "THƯ KÝ",
        "nguoi_ky_trai": "Trần Thị B",
    }
    words = {"ten_loai": "BIÊN BẢN", "so_ky_hieu": "Số:        /BB-SLĐTBXH"}
    assert findings("nd30-2020", frame={"signatures": 2, "dated": False}, **words, **left) == []


PARTY = {
    "co_quan_chu_quan": "TỈNH UỶ HÀ TĨNH",
    "co_quan_ban_hanh": ["VĂN PHÒNG"],
    "so_ky_hieu": "Số        -BC/VPTU",
    "trich_yeu": "kết quả thực hiện Chương trình giảm nghèo năm 2026",
    "noi_nhan": ["Thường trực Tỉnh uỷ", "Các ban của Tỉnh uỷ"],
    "noi_luu": "Văn phòng Tỉnh uỷ",
    "quyen_han_ky": ["K/T CHÁNH VĂN PHÒNG"],
    "chuc_vu": "PHÓ CHÁNH VĂN PHÒNG",
}


@pytest.mark.parametrize("key", ["hd05-2026", "hd36-2018"])
def test_a_party_report(key):
    assert findings(key, **PARTY) == []


def test_a_party_letter():
    letter = {
        "ten_loai": "", "so_ky_hieu": "Số 138-CV/VPTU", "kinh_gui": ["Ban Tổ chức Tỉnh uỷ", "Đảng uỷ xã Kỳ Anh"],
        "noi_nhan": ["Như trên", "Thường trực Tỉnh uỷ"],
    }  # fmt: skip
    assert findings("hd05-2026", frame={"letter": True}, **{**PARTY, **letter}) == []


@pytest.mark.parametrize("key", ["mttq", "mttq-2013"])
def test_a_report_of_the_front(key):
    words = {
        "co_quan_chu_quan": "ỦY BAN MTTQ VIỆT NAM TỈNH HÀ TĨNH",
        "co_quan_ban_hanh": ["BAN THƯỜNG TRỰC"],
        "so_ky_hieu": "Số:        /BC-MTTQ-BTT",
        "noi_luu": "VT, MTTQ",
        "quyen_han_ky": ["TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH"],
        "chuc_vu": "PHÓ CHỦ TỊCH",
    }
    assert findings(key, **words) == []
