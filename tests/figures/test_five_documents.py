"""What the checks say of figures that five offices really printed: what is wrong is found, what is right passes in silence."""

import pytest

TY, TRIEU, HO, PT = "tỷ đồng", "triệu đồng", "hộ", "%"


def declared(figures):
    """«key: (unit, printed)» → YAML of indicators and of values; decimals and word as printed."""
    indicators, typed = [], []
    for key, (unit, printed) in figures.items():
        decimals = len(printed.partition(",")[2])
        indicators.append(f'{key}: {{ten_goi: Số {key}, don_vi_tinh: "{unit}", so_le: {decimals}}}')
        typed.append(f'{key}: "{printed}"')
    return "\n".join(indicators), "\n".join(typed)


PROJECTS = {
    "p1": (TY, "49,423"), "p2": (TY, "21,068"), "p3": (TY, "35,22"), "p4": (TY, "13,529"), "p5": (TY, "9,723"),
    "p6": (TY, "1,62"), "p7": (TRIEU, "300"), "p8": (TY, "1,62"), "p9": (TY, "1,935"), "p10": (TY, "1,56"),
}  # fmt: skip
SOURCES = {
    "ct": (TRIEU, "136.054"), "vay": (TRIEU, "1.241.285"), "nq": (TRIEU, "185.000"), "quy": (TRIEU, "23.700"),
    "khac": (TRIEU, "107.547"), "tong": (TRIEU, "1.693.586"),
}  # fmt: skip
HOUSES = {
    "a": (HO, "45"),
    "b": ("nhà", "316"),
    "c": ("nhà ở", "60"),
    "d": ("nhà ở", "174"),
    "tong": (HO, "640"),
}
SHARE = {"phan": (HO, ""), "goc": (HO, "14.653"), "tl": (PT, "")}


def share(part, printed):
    return {**SHARE, "phan": (HO, part), "tl": (PT, printed)}


CASES = {
    "Quảng Trị 2020: năm nguồn vốn": (SOURCES, "trong_do: [ct, vay, nq, quy, khac], tong_so: tong, du: có", None, ""),
    "Quảng Trị 2020: mười dự án": (
        {**PROJECTS, "tong": (TRIEU, "136.054")},
        f"trong_do: [{', '.join(PROJECTS)}], tong_so: tong, du: có",
        "SL30",
        "các phần còn thiếu 56 triệu đồng; làm tròn chỉ giải thích được nhiều nhất 22,5 triệu đồng",
    ),
    "Quảng Trị 2020: tín dụng ở hai mục": (
        {"vay": (TRIEU, "1.241.285"), "giai_ngan": (TY, "trên 1.141,28")},
        "bang_nhau: [vay, giai_ngan]",
        "SL30",
        "phải ghi trên 1.241,28 tỷ đồng",
    ),
    "Quảng Trị 2020: hộ được hỗ trợ nhà ở": (
        HOUSES, "trong_do: [a, b, c, d], tong_so: tong, du: có", "SL30", "= 595 hộ, nhưng «Số tong» ghi 640 hộ",
    ),
    "Quảng Trị 2020: kinh phí nhà ở": (
        {"vay": (TRIEU, "1.125"), "quy": (TY, "trên 15,77"), "lu": (TY, "trên 8,6"), "tong": (TY, "trên 25,5")},
        "trong_do: [vay, quy, lu], tong_so: tong, du: có",
        "SL32",
        "= 25,495 tỷ đồng, nhưng «Số tong» ghi trên 25,5 tỷ đồng",
    ),
    "Quảng Trị 2020: vay làm nhà trong kinh phí": (
        {"vay": (TRIEU, "1.125"), "tong": (TY, "trên 25,5")}, "trong_do: [vay], tong_so: tong, du: không", None, "",
    ),
    "Quảng Trị 2020: 12 đơn vị × 300 triệu": (
        {"don_vi": ("đơn vị", "12"), "muc": ("triệu đồng/đơn vị", "300"), "von": (TY, "3,6")},
        "tich: [don_vi, muc], bang: von", None, "",
    ),
    "Quảng Trị 2020: vốn hạ tầng 135": (
        {"dt": (TY, "33,133"), "sn": (TY, "2,087"), "von": (TY, "35,22")}, "tong: [dt, sn], bang: von", None, "",
    ),
    "Quảng Nam 2020: giảm nghèo so với kế hoạch": (
        {"giam": (HO, "3.009"), "kh": (HO, "2.700"), "tl": ("% kế hoạch", "111,44")},
        "phan_tram_ke_hoach: [giam, kh], bang: tl, viet_la: vuot", None, "",
    ),
    "Cam Lộ 2019: hộ dân tộc thiểu số": (share("80", "0,54"), "ty_le: [phan, goc], bang: tl", "SL31", "= 0,5459…%, phải ghi 0,55%"),
    "Cam Lộ 2019: hộ nghèo": (share("609", "4,16"), "ty_le: [phan, goc], bang: tl", None, ""),
    "Cam Lộ 2019: hộ cận nghèo": (share("720", "4,91"), "ty_le: [phan, goc], bang: tl", None, ""),
    "Cam Lộ 2019: mức giảm": (share("82", "0,56"), "ty_le: [phan, goc], bang: tl", None, ""),
    "Cam Lộ 2019: tỷ lệ còn lại của Cam Hiếu": (
        {"a": (PT, "4,87"), "b": (PT, "0,74"), "c": (PT, "4,12")}, "hieu: [a, b], bang: c", "SL32", "= 4,13%",
    ),
    "Hà Tĩnh 2024: thu Quỹ": (
        {"tinh": (TY, "5"), "huyen": (TY, "10"), "tong": (TY, "15")}, "trong_do: [tinh, huyen], tong_so: tong, du: có", None, "",
    ),
    "Hà Tĩnh 02/2020: nhà giai đoạn 2": (
        {"nha": ("nhà", "458"), "muc": ("triệu đồng/nhà", "60"), "tien": (TRIEU, "27.420,0")},
        "tich: [nha, muc], bang: tien", "SL30", "= 27.480,0 triệu đồng",
    ),
    "Hà Tĩnh 02/2020: trong đó của 120 tỷ": (
        {"a": (TRIEU, "16.560,0"), "b": (TRIEU, "7.942,0"), "c": (TY, "120,0"), "tong": (TY, "120")},
        "trong_do: [a, b, c], tong_so: tong, du: không", "SL34", "= 144,502 tỷ đồng, vượt quá «Số tong» là 120 tỷ đồng",
    ),
    "Hà Tĩnh 02/2020: tỷ lệ hộ nghèo giảm": (
        {"cuoi": (PT, "4,53"), "dau": (PT, "6,92")}, "tang_giam: [cuoi, dau], viet_la: giam", None, "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_printed_figures_of_the_originals(checked, case):
    figures, relation, code, words = CASES[case]
    findings = checked(*declared(figures), f"- {{ten_goi: {case.partition(': ')[2]}, {relation}}}")
    assert [f.code for f in findings] == ([code] if code else [])
    assert all(words in f.message for f in findings)


def test_the_manual_names_every_form_and_what_goes_with_it(root):
    from reportgen.figures.forms import FORMS

    manual = (root / "docs/huong-dan.md").read_text(encoding="utf-8")
    section = manual.partition("## 5. ")[2].partition("\n## 6. ")[0]
    assert [form.key for form in FORMS.values() if f"| `{form.key}" not in section] == []
    companions = {key for form in FORMS.values() for group in form.needs for key in group}
    assert [key for key in companions if f"`{key}" not in section] == []
