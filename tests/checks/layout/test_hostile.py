"""Broken and hostile files end in findings or in one refusal, never in a traceback."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.layout import judge
from reportgen.errors import DataError
from reportgen.profile import load_profile, profile_keys

VALUES = st.sampled_from(
    [
        "",
        "-1",
        "0",
        "abc",
        "99999999999999999999",
        "9" * 5000,
        "1.5cm",
        "nan",
        "inf",
        "-1e308",
        "²",
        "٣",
        "none",
        "auto",
        "%",
        "\u0323",
    ]
)
ATTRIBUTE = re.compile(rb'(?<= )([a-z]\w*:)?\w+="([^"<&]*)"')
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_odd_values_anywhere(papers, data):
    package = papers["decision"]().package()
    part = data.draw(st.sampled_from(PARTS))
    places = [
        m
        for m in ATTRIBUTE.finditer(package[part])
        if m.start() > 60 and b"xmlns" not in m[0] and b"xml:" not in m[0]
    ]
    place = data.draw(st.sampled_from(places))
    value = data.draw(VALUES).encode()
    package[part] = package[part][: place.start(2)] + value + package[part][place.end(2) :]
    judge(package, load_profile("nd30-2020"), shown="x.docx")


TEXTS = st.text(st.sampled_from("aÂ1 .,;:/-–_()\t\nĐngàythángnămSốLưuVTĐiều"), max_size=60)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    part=st.sampled_from(
        ["so_ky_hieu", "dia_danh", "ten_loai", "trich_yeu", "noi_luu", "quyen_han_ky", "nguoi_ky", "tieu_ngu"]
    ),
    text=TEXTS,
)
def test_odd_words_anywhere(papers, part, text):
    paper = papers["report"]()
    paper[part].text = text
    paper["noi_dung"][3].text = text
    paper.findings()


WORDS = st.sampled_from(
    [
        "",
        "a) ",
        "Điều",
        "1.",
        "Phụ lục",
        "Kính gửi:",
        "Nơi nhận:",
        "TM.",
        "- Lưu",
        "BÁO CÁO",
        "Chương I",
        "Căn cứ ;",
        "Số",
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_parts_missing_or_in_the_wrong_place(papers, data):
    paper = papers[data.draw(st.sampled_from(["report", "letter", "decision", "party"]))]()
    for part in data.draw(st.sets(st.sampled_from(sorted(paper.parts)), max_size=12)):
        del paper.parts[part]
    for part in data.draw(st.sets(st.sampled_from(sorted(paper.parts)), max_size=6)):
        for line in paper.lines(part):
            line.text = data.draw(WORDS)
    judge(paper.package(), load_profile(data.draw(st.sampled_from(profile_keys()))), shown="x.docx")


@pytest.mark.parametrize(
    "text", [" " * 100_000, "a," * 50_000, "\t" * 5_000, "Số: " + "0 " * 50_000, "A" * 100_000]
)
@pytest.mark.parametrize("part", ["so_ky_hieu", "co_quan_chu_quan", "noi_luu", "dia_danh", "trich_yeu"])
def test_very_long_lines(papers, part, text):
    paper = papers["report"]()
    paper[part].text = text
    paper.findings()


def test_tables_and_boxes_without_end(papers, shapes, line):
    paper = papers["report"]()
    nested = line("đáy").xml()
    for _ in range(40):
        nested = paper.table([[[], []]]).replace("<w:p/>", nested + "<w:p/>", 1)
    box = shapes["boxed"]("DỰ THẢO")
    for _ in range(8):
        box = shapes["boxed"]("x").replace("</w:p></w:txbxContent>", f"{box}</w:p></w:txbxContent>", 1)
    paper["noi_dung"][2].raw = box
    paper.table_extra = nested
    paper.findings()


def test_broken_xml_is_refused(papers):
    package = papers["report"]().package()
    package["word/document.xml"] = package["word/document.xml"][:-40]
    with pytest.raises(DataError):
        judge(package, load_profile("nd30-2020"), shown="x.docx")
