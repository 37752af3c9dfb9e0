"""Lines as they are typed, and as the regulation writes them; what cannot be known for certain stays."""

import pytest

from reportgen.mending import letters
from reportgen.mending.letters import is_same
from reportgen.mending.plan import BY_CODE, mender_of
from reportgen.profile import load_profile

PROFILE = load_profile("nd30-2020")
CASES = {
    "legal_words tieu_ngu.text": (
        ("Độc lập – Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Độc lập-Tự do-Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "Độc lập - Tự do - Hạnh phúc"),
        ("Độc lập - Tự do", ""),
    ),
    "legal_words quoc_hieu.text": (
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("CỘNG HOÀ XÃ HỘI  CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
    ),
    "number_prefix so.prefix": (
        ("Số 07/BC-STC", "Số: 07/BC-STC"),
        ("SỐ: 07/BC-STC", "Số: 07/BC-STC"),
        ("Số:       /BC-STC", "Số:       /BC-STC"),
        ("Số       /BC-STC", "Số:       /BC-STC"),
        ("SỐ : 07/BC-STC", "Số: 07/BC-STC"),
        ("07/BC-STC", ""),
    ),
    "number_without_spaces so.no_spaces": (
        ("Số: 07 / BC - STC", "Số: 07/BC-STC"),
        ("Số:        /BC -STC", "Số:        /BC-STC"),
    ),
    "number_hyphens so.hyphen": (("Số: 07/BC–STC", "Số: 07/BC-STC"), ("Số: 07/BC_STC", "Số: 07/BC_STC")),
    "listed_code so.symbol_case": (("Số: 07/qđ-STC", "Số: 07/QĐ-STC"), ("Số: 07/CTR-STC", "Số: 07/CTr-STC"), ("Số: 07/xy-STC", "")),
    "place_comma dia_danh.comma": (
        ("Hà Tĩnh,ngày 05 tháng 3 năm 2026", "Hà Tĩnh, ngày 05 tháng 3 năm 2026"),
        ("Hà Tĩnh ngày      tháng 3 năm 2026", "Hà Tĩnh, ngày      tháng 3 năm 2026"),
    ),
    "small_day dia_danh.case": (("Hà Tĩnh, Ngày 05 tháng 3 năm 2026", "Hà Tĩnh, ngày 05 tháng 3 năm 2026"), ("Ngày 05 tháng 3", "")),
    "without_stop trich_yeu.no_final_period": (
        ("Kết quả giảm nghèo năm 2026.", "Kết quả giảm nghèo năm 2026"),
        ("Kết quả giảm nghèo của huyện A.", ""),
        ("Kết quả giảm nghèo…", ""),
        ("Nhà ở, trường học, v.v.", ""),
    ),
    "letter_prefix trich_yeu_cv.prefix": (("v/v báo cáo", "V/v báo cáo"), ("V/V: báo cáo", "V/v báo cáo"), ("Về việc báo cáo", "Về việc báo cáo")),
    "addressed kinh_gui.text": (
        ("Kính gửi Sở Tài chính", "Kính gửi: Sở Tài chính"),
        ("KÍNH GỬI :", "Kính gửi:"),
        ("Kính trình: Sở Tài chính", ""),
    ),
    "dashed noi_nhan.item_dash": (
        ("-Như trên;", "- Như trên;"),
        ("– Sở Tài chính;", "- Sở Tài chính;"),
        ("Sở Tài chính;", "- Sở Tài chính;"),
        ("thuộc tỉnh;", ""),
    ),
    "recipients_label noi_nhan.label_text": (("Nơi nhận", "Nơi nhận:"), ("NƠI NHẬN :", "Nơi nhận:"), ("Nơi gửi:", "")),
    "filing noi_nhan.luu_form": (
        ("-Lưu VT, TH;", "- Lưu: VT, TH."),
        ("- Lưu: VT", "- Lưu: VT."),
        ("- Lưu: VT, TH. Nam 5b", ""),
        ("- Lưu hồ sơ.", ""),
    ),
    "authority quyen_han.prefix": (
        ("KT.GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        ("K/T GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        ("T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("GIÁM ĐỐC", ""),
    ),
    "sentence_label phu_luc.label": (("PHỤ LỤC II", "Phụ lục II"), ("PHỤ LỤC I:", "Phụ lục I"), ("PHỤ LỤC KÈM THEO", "")),
    "in_brackets phu_luc.kem_theo_text": (("Kèm theo Báo cáo số 07/BC-STC", "(Kèm theo Báo cáo số 07/BC-STC)"), ("Theo mẫu", "")),
}  # fmt: skip
LABELS = {
    "dieu.label": (("Điều 1: Phạm vi", "Điều 1. Phạm vi"), ("Điều 12", "Điều 12. "), ("Điều 1.Phạm vi", "Điều 1. Phạm vi")),
    "dieu.case": (("ĐIỀU 1. Phạm vi", "Điều 1. Phạm vi"),),
    "khoan.label": (("1) Kết quả", "1. Kết quả"), ("1/ Kết quả", "1. Kết quả"), ("1.Kết quả", "1. Kết quả"), ("1.5 triệu", "1.5 triệu")),
    "diem.label": (("a. Thu", "a) Thu"), ("a)Thu", "a) Thu"), ("đ/ Chi", "đ) Chi")),
    "muc_la_ma.label": (("I/ KẾT QUẢ", "I. KẾT QUẢ"), ("II.KẾT QUẢ", "II. KẾT QUẢ"), ("III KẾT QUẢ", "III. KẾT QUẢ")),
}
ROWS = [(name, *pair) for name, pairs in CASES.items() for pair in pairs]


@pytest.mark.parametrize(("name", "typed", "right"), ROWS, ids=[f"{n.split()[0]}: {t}" for n, t, _ in ROWS])
def test_a_line_is_written_as_the_regulation_writes_it(name, typed, right, case):
    maker, code = name.split()
    assert getattr(letters, maker)(case, PROFILE.rule(code), typed) == right


@pytest.mark.parametrize(("code", "typed", "right"), [(code, *pair) for code, pairs in LABELS.items() for pair in pairs])
def test_a_typed_number_gets_its_sign(code, typed, right):
    assert letters.LABELS[code](None, None, typed) == right


@pytest.mark.parametrize(
    ("word", "numbers", "zero", "typed", "right"),
    [
        ("ngày", range(1, 10), True, "Huế, ngày 5 tháng 3 năm 2026", "Huế, ngày 05 tháng 3 năm 2026"),
        ("ngày", range(1, 10), True, "Huế, ngày     tháng 3 năm 2026", "Huế, ngày     tháng 3 năm 2026"),
        ("tháng", range(1, 3), True, "Huế, ngày 05 tháng 2 năm 2026", "Huế, ngày 05 tháng 02 năm 2026"),
        ("tháng", range(3, 10), False, "Huế, ngày 05 tháng 03 năm 2026", "Huế, ngày 05 tháng 3 năm 2026"),
        ("tháng", range(3, 10), False, "Huế, ngày 05 tháng 02 năm 2026", "Huế, ngày 05 tháng 02 năm 2026"),
        ("ngày", range(1, 10), True, "Huế, ngày 123", "Huế, ngày 123"),
    ],
)
def test_days_and_months_are_padded(word, numbers, zero, typed, right):
    assert letters.padded(word, numbers, zero)(None, None, typed) == right


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("ngày 5 tháng 3", "ngày 05 tháng 3", True),
        ("Độc lập – Tự do", "ĐỘC LẬP - TỰ DO", True),
        ("45.500.000 đồng", "45.600.000 đồng", False),
        ("có 12 hộ", "có 12 hộ nghèo", False),
        ("105 hộ", "15 hộ", False),
        ("1.005", "1.05", False),
    ],
)
def test_the_lock_knows_one_text_from_another(old, new, same):
    assert is_same(old, new) is same


def test_every_code_a_mender_is_named_for_is_a_rule_of_some_profile():
    known = {rule.code for key in ("nd30-2020", "tt01-2011", "hd05-2026", "hd36-2018", "mttq") for rule in load_profile(key).rules}
    assert set(BY_CODE) - known == set()


@pytest.mark.parametrize("code", ["ho_ten.case", "ho_ten.no_title", "so.leading_zero", "so.numerals", "co_quan_ban_hanh.full_name"])
def test_names_and_figures_have_no_mender(code):
    assert mender_of(PROFILE.rule(code)) is None
