"""The finished file says every figure, reference, name and date the office reported, in its order.

The lists below were copied from the issued report, not from our data: a figure lost or changed on the way from
``data/`` to the page is seen here. The built file is read with the standard library alone.
"""

import re
import xml.etree.ElementTree as tree
import zipfile

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

OPENING = """02 Nghị quyết|01 Thông báo kết luận|03 quyết định|01 báo cáo|02 Tờ trình|01 công văn|02 Kế hoạch
6,92%|26.140 hộ|cuối năm 2018|4,53%|17.352 hộ|6,57%|24.833 hộ|5,06%|19.374 hộ|cuối năm 2019"""

RESULTS = """tháng 2/2020|151/NQ-HĐND ngày 17/7/2019|13 đơn vị|100%|tháng 02 năm 2020|2.035 đối tượng|gần 976 triệu đồng
179/NQ-HĐND ngày 15/12/2019|337/UBND-VX1 ngày 16/01/2020|79/SLĐTBXH-BTXH-TE-BĐG ngày 14/01/2020
120 tỷ đồng|34 tỷ đồng|276 hộ|60 triệu đồng/nhà|16.560,0 triệu đồng|Quỹ Thiện Tâm|giai đoạn 2|458 nhà
60 triệu đồng/nhà|27.420,0 triệu đồng|tháng 10 năm 2020|quý I năm 2020|quý I/2020|6.801 đối tượng|7.942,0 triệu đồng
319.107 suất quà|120,0 tỷ đồng|31.130 suất|179%|21,5 tỷ đồng"""

TASKS = "tháng 3 năm 2020|179/NQ-HĐND|giai đoạn 2016 - 2020"

LABELS = ["1.", "1.1.", "1.2.", "2.", "2.1.", "2.2.", "2.3."]


def in_sequence(text, phrases):
    """Each phrase stands after the one before it; the first that does not is returned."""
    start = 0
    for phrase in re.split(r"[|\n]", phrases):
        found = text.find(phrase, start)
        if found < 0:
            return phrase
        start = found + len(phrase)
    return None


@pytest.fixture(scope="module")
def paragraphs(built_report):
    with zipfile.ZipFile(built_report("thang-2-2020")) as package:
        body = tree.fromstring(package.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


@pytest.mark.parametrize("phrases", [OPENING, RESULTS, TASKS, f"{OPENING}\n{RESULTS}\n{TASKS}"])
def test_every_figure_stands_in_its_place(paragraphs, phrases):
    assert in_sequence("\n".join(paragraphs), phrases) is None


def test_sections_are_numbered_as_in_the_report(paragraphs):
    labels = [m.group() for p in paragraphs if (m := re.match(r"\d+(\.\d+)*\.(?= )", p))]
    assert labels == LABELS


def test_an_unnumbered_paragraph_continues_2_2(paragraphs):
    at = next(i for i, p in enumerate(paragraphs) if p.startswith("2.2. "))
    assert not re.match(r"[\d-]", paragraphs[at + 1])
    assert paragraphs[at + 2].startswith("2.3. ")


def test_items_carry_the_typed_dash(paragraphs):
    body = paragraphs[paragraphs.index("BÁO CÁO") : paragraphs.index("Nơi nhận:")]
    assert [p.split(":")[0] for p in body if p.startswith("- ")] == [
        "- Nghị quyết số 151/NQ-HĐND ngày 17/7/2019",
        "- Nghị quyết số 179/NQ-HĐND ngày 15/12/2019",
        "- Hỗ trợ nhà ở",
        "- Hỗ trợ thu nhập",
        "- An sinh xã hội trước, trong và sau Tết Nguyên đán năm 2020",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "UBND TỈNH HÀ TĨNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:        /BC-SLĐTBXH",
        "Hà Tĩnh, ngày 21 tháng 02 năm 2020",
        "Nơi nhận:",
        "- Tỉnh ủy (để b/c);",
        "- Lưu: VT, BTXH-TE-BĐG.",
        "GIÁM ĐỐC",
    ],
)
def test_letterhead_and_signature(paragraphs, line):
    assert line in paragraphs


def test_the_text_closes_the_official_way(paragraphs):
    closing = paragraphs[: paragraphs.index("Nơi nhận:")]
    assert [p for p in closing if p.endswith("./.")] == [closing[-1]]


def test_slips_of_the_issued_text_are_not_carried_over(paragraphs):
    text = "\n".join(paragraphs)
    assert not re.search(r"Vingruop|Nghi quyết|6801|  |tháng 2\.2020", text.replace("Số:        /", ""))
