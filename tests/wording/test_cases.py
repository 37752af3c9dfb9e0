"""Every check of the wording: its cases, and the examples of its own manual page."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from reportgen.checks.wording import checks
from reportgen.checks.wording.lines import _QUOTES
from reportgen.checks.wording.nouns import MOST_ALIKE, Line, Text
from reportgen.docx.components import Component
from reportgen.docx.reader import Format, Paragraph

CASES = Path(__file__).parent / "cases"
BY_CODE = {check.code: check for check in checks()}
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yml"))}


def text_of(words, case):
    component = Component(case.get("thanh_phan", "noi_dung"), (Paragraph(0, (), Format()),))
    quoted = tuple(found.span() for found in _QUOTES.finditer(words))
    issued = case.get("ngay_van_ban")
    return Text((Line(words, component, 0, case.get("truoc", ""), quoted),), issued)


def slips_in(code, words):
    return list(BY_CODE[code].find(text_of(words, FILES[code])))


def test_every_check_has_cases_and_every_case_a_check():
    assert set(FILES) == set(BY_CODE)
    assert len(BY_CODE) == len(checks())


def lines(key):
    return [(code, words) for code, case in FILES.items() for words in case[key]]


@pytest.mark.parametrize("code, words", lines("sai"))
def test_a_wrong_line_is_found(code, words):
    assert slips_in(code, words)


@pytest.mark.parametrize("code, words", lines("dung"))
def test_a_right_line_is_left_alone(code, words):
    assert slips_in(code, words) == []


@pytest.mark.parametrize("code, words", [(c, w) for c, w in lines("sai") if BY_CODE[c].mendable])
def test_the_right_words_put_in_place_are_right(code, words):
    mended = words
    for slip in sorted(slips_in(code, words), key=lambda s: -s.start):
        mended = mended[: slip.start] + slip.right + mended[slip.end :]
    assert slips_in(code, mended) == []


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.code)
def test_a_manual_page_says_what_is_wrong_and_right(check):
    page = dict(line.split(": ", 1) for line in check.manual.splitlines() if line.startswith(("Sai: ", "Đúng: ")))
    assert set(page) == {"Sai", "Đúng"}
    assert slips_in(check.code, page["Sai"])
    assert slips_in(check.code, page["Đúng"]) == []
    assert check.title and check.authority


def test_a_date_is_read_as_a_date():
    assert FILES["vien_dan.later"]["ngay_van_ban"] == date(2020, 3, 10)


PASTED = ["x (" * 20_000, "“a (” " * 20_000, "ngày 31/2/2020 " * 20_000, "Nghị định số 5/2020/NĐ-CP, " * 20_000]


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.code)
@pytest.mark.parametrize("words", PASTED, ids=range(len(PASTED)))
def test_a_paragraph_of_a_hundred_pages_gets_no_hundred_thousand_slips(check, words):
    assert len(slips_in(check.code, words)) <= MOST_ALIKE


def test_quoted_words_are_known_by_their_place():
    line = text_of("a “b” c «d» e", {}).lines[0]
    assert [line.is_quoted(at) for at in range(len(line.text))] == [c in "“b”«d»" for c in line.text]
