"""Five real documents' figures set in sentences of our own: their known faults are told, their true figures are not.

The faults are those listed in docs/sai-sot-ban-goc.md.
"""

from __future__ import annotations

import pytest

MONTHLY = """BÁO CÁO
Tình hình giảm nghèo tháng 2/2020
Tỷ lệ hộ nghèo giảm từ 6,92% (26.140 hộ) cuối năm 2018 xuống còn 4,53% (17.352 hộ); hộ cận nghèo giảm từ 6,57% (24.833 hộ) xuống còn 5,06% (19.374 hộ) cuối năm 2019.
1. Kết quả tháng 2.2020
Chi trả tháng 2/2020 cho 2.035 đối tượng, số tiền gần 976 triệu đồng.
Các nơi đã vận động được tổng số tiền 120 tỷ đồng (riêng một hội vận động 34 tỷ đồng). Trong đó:
- Làm nhà: xây mới 276 hộ, mức 60 triệu đồng/nhà, số tiền 16.560,0 triệu đồng. Giai đoạn 2 dự kiến 458 nhà, mức 60 triệu đồng/nhà, số tiền 27.420,0 triệu đồng.
- Thu nhập: chi trả quý I/2020 cho 6801đối tượng, số tiền 7.942,0 triệu đồng.
- Tết: trao 319.107 suất quà, tổng số tiền 120,0 tỷ đồng. Trong đó tặng người nghèo 31.130 suất, đạt 179% kế hoạch, số tiền 21,5 tỷ đồng.
"""

YEARLY = """BÁO CÁO
Công tác giảm nghèo năm 2020
Nguồn vốn huy động năm 2020 là 1.693.586 triệu đồng, trong đó: vốn Chương trình: 136.054 triệu đồng (vốn đầu tư phát triển: 98.735 triệu đồng; vốn sự nghiệp 37.319 triệu đồng); vốn vay ưu đãi: 1.241.285 triệu đồng; vốn theo Nghị quyết 80/2011/NQ-CP:185.000 triệu đồng; Quỹ các cấp: 23.700 triệu đồng; vốn huy động khác: 107.547 triệu đồng.
Tín dụng: 29.198 lượt hộ vay vốn, giải ngân trên 1.141,28 tỷ đồng (đạt 100% kế hoạch), dư nợ toàn tỉnh trên 3.027 tỷ đồng.
Hạ tầng: bố trí cho 26 xã và 22 thôn, bản 35,22 tỷ đồng (trong đó: vốn đầu tư phát triển: 33,133 tỷ đồng; vốn sự nghiệp: 2.087 tỷ đồng), làm 74 công trình, bao gồm: đầu tư mới 30 công trình, chuyển tiếp 44 công trình.
Sản xuất: bố trí 13,529 tỷ đồng (trong đó: huyện nghèo 9,929 tỷ đồng; các đơn vị còn lại 3,6 tỷ đồng, bình quân 300 triệu đồng/đơn vị).
Truyền thông: bố trí 1,935 tỷ đồng (trong đó: truyền thông: 405 triệu đồng; thông tin: 1,53 tỷ đồng).
Giám sát: bố trí 1,56 tỷ đồng (trong đó, nâng cao năng lực: 100 triệu đồng; giám sát: 1,46 tỷ đồng).
"""

PLAN = """KẾ HOẠCH
Giảm nghèo năm 2019
Cuối năm 2018 toàn huyện có:
- 14.653 hộ trong đó có 80 hộ DTTS chiếm tỷ lệ 0,54%.
- 609 hộ nghèo/14.653 tổng số hộ, chiếm tỷ lệ 4,16%.
- 720 hộ cận nghèo/14.653 tổng số hộ, chiếm tỷ lệ 4,91%.
TT | Đơn vị | Hộ nghèo 2019>>3 | Nhóm đối tượng>>4 | Chỉ tiêu>>2 | Cuối năm>>2
^ | ^ | Dân số (hộ) | Hộ nghèo | Tỷ lệ (%) | Chính sách>>2 | Còn lại>>2 | Hộ giảm | Tỷ lệ giảm | Hộ nghèo | Tỷ lệ (%)
^ | ^ | ^ | ^ | ^ | Hộ | Tỷ lệ (%) | Hộ | Tỷ lệ (%) | ^ | ^ | ^ | ^
A | B | I | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10=2-8 | 11=3-9
1 | Tuyền | 1.411 | 140 | 9,92 | 14 | 0,99 | 126 | 8,93 | 14 | 0,99 | 126 | 8,93
2 | Thủy | 1.446 | 66 | 4,56 | 16 | 1,10 | 50 | 3,45 | 16 | 1,10 | 50 | 3,45
3 | Hiếu | 1.747 | 85 | 4,87 | 13 | 0,74 | 72 | 4,12 | 13 | 0,74 | 72 | 4,12
4 | An | 1.779 | 79 | 4,44 | 5 | 0,28 | 74 | 4,16 | 5 | 0,28 | 74 | 4,16
5 | Thành | 2.182 | 76 | 3,48 | 14 | 0,64 | 62 | 2,84 | 14 | 0,64 | 62 | 2,84
6 | Lộ | 2.153 | 54 | 2,51 | 7 | 0,33 | 47 | 2,18 | 7 | 0,33 | 47 | 2,18
7 | Thanh | 853 | 41 | 4,81 | 4 | 0,47 | 37 | 4,34 | 4 | 0,47 | 37 | 4,34
8 | Nghĩa | 1.647 | 38 | 2,31 | 7 | 0,43 | 31 | 1,88 | 7 | 0,43 | 31 | 1,88
9 | Chính | 1.435 | 30 | 2,09 | 2 | 0,14 | 28 | 1,95 | 2 | 0,14 | 28 | 1,95
TỔNG CỘNG>>2 | 14.653 | 609 | 4,16 | 82 | 0,56 | 527 | 3,59 | 82 | 0,56 | 527 | 3,60
"""

RESULT = """BÁO CÁO
Kết quả năm 2020
Chi trả cho 95.500 đối tượng và hơn 12.000 cá nhân, tổng kinh phí 600 tỷ đồng; nuôi dưỡng trên 500 đối tượng, kinh phí trên 7,2 tỷ đồng.
Cho vay 3.059 lượt hộ nghèo, doanh số 113,912 tỷ đồng; 3.494 lượt hộ cận nghèo, doanh số 152,709 tỷ đồng.
Chỉ tiêu giao là 2.700 hộ. Toàn tỉnh giảm được 3.009 hộ nghèo, đạt 111,44% kế hoạch.
"""

FRONT = """KẾ HOẠCH
An sinh xã hội năm 2024
* Phấn đấu hỗ trợ ít nhất 1.000 mô hình, trong đó:
- Cấp tỉnh: ít nhất 100 mô hình, mức hỗ trợ từ 10 - 15 triệu đồng/mô hình.
- Cấp huyện: mỗi đơn vị ít nhất 50 mô hình (riêng hai đơn vị ít nhất 30 mô hình).
- Phấn đấu vận động đạt mức thấp nhất: 15 tỷ đồng, trong đó:
+ Cấp tỉnh: 5 tỷ đồng.
+ Cấp huyện, xã: 10 tỷ đồng.
- Thời gian: Từ tháng 01 - 12/2024.
"""

KNOWN = [
    (
        MONTHLY,
        [("VB11", "tháng 2.2020"), ("VB04", "144,502 tỷ đồng"), ("VB01", "27.480,0 triệu đồng"), ("VB10", "6801đối tượng")],
    ),
    (YEARLY, [("VB13", "1.241.285 triệu đồng"), ("VB08", "2,087 tỷ đồng")]),
    (
        PLAN,
        [
            ("VB02", "0,5459"),
            ("VB02", "1,1065"),
            ("VB02", "3,4578"),
            ("VB02", "1,1065"),
            ("VB02", "3,4578"),
            ("VB03", "4,87 - 0,74 = 4,13"),
            ("VB02", "3,5965"),
        ],
    ),
    (RESULT, []),
    (FRONT, []),
]


@pytest.mark.parametrize(("text", "known"), KNOWN)
def test_the_known_faults_and_nothing_else(findings, text, known):
    found = findings(text)
    assert [f.code for f in found] == [code for code, _ in known]
    for finding, (_, words) in zip(found, known, strict=True):
        assert words in finding.message


def test_places_are_said_in_words_and_by_paragraph(findings):
    found = findings(PLAN)[-1]
    assert found.place.part == "Bảng 1, dòng TỔNG CỘNG, cột 7 (Tỷ lệ (%))"
    assert found.place.quote == "3,59" and found.place.file == "thu.docx" and found.place.paragraph > 6
