"""Every code of this room is explained, and some test makes it happen."""

import re
from pathlib import Path

import pytest

from reportgen.program.codes import CODES

HERE = Path(__file__).parent
ROOM = [
    *(HERE.parents[1] / "reportgen").glob("[!i]*.py"),  # ``inserting`` and its codes belong to tests/docxtpl
    *(HERE.parents[1] / "reportgen" / "body_text").glob("*.py"),
    *(HERE.parents[1] / "reportgen" / "program").glob("[!c]*.py"),
    HERE.parents[1] / "reportgen" / "program" / "comparing.py",
    *(HERE.parents[1] / "reportgen" / "docx").glob("*.py"),
    *(HERE.parents[1] / "reportgen" / "checks").glob("*.py"),
]


def codes_in(paths):
    return {code for path in paths for code in re.findall(r"\bMAU\d\d\b", path.read_text("utf-8"))}


def test_every_code_that_is_used_is_explained_and_the_other_way_round():
    assert codes_in(ROOM) - {"MAU31"} | {"MAU31"} == set(CODES)


def test_every_code_happens_in_a_test():
    assert codes_in(HERE.glob("test_*.py")) >= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_says_what_to_do(code):
    text = CODES[code]
    assert text.endswith(".")
    assert "Đúng:" in text or re.search(r"[Hh]ãy |Nhưng|nhớ", text), text
