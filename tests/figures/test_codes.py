"""Every code these rooms emit is explained, with a wrong and a right example, and nothing else is."""

import re

import pytest

from reportgen.figures.codes import CODES as FIGURE_CODES
from reportgen.sources.codes import CODES as SHEET_CODES


def emitted(root, prefix, *folders):
    modules = [
        p for folder in folders for p in (root / "reportgen" / folder).glob("*.py") if p.name != "codes.py"
    ]
    return {
        code
        for path in modules
        for code in re.findall(rf'"({prefix}\d\d)"', path.read_text(encoding="utf-8"))
    }


def test_every_code_is_explained(root):
    assert emitted(root, "SL", "figures", "checks") == set(FIGURE_CODES)
    assert emitted(root, "BT", "sources") == set(SHEET_CODES)


@pytest.mark.parametrize(("code", "text"), [*FIGURE_CODES.items(), *SHEET_CODES.items()])
def test_an_explanation_has_an_example(code, text):
    assert "Đúng:" in text or "Ví dụ:" in text or "Cách khớp" in text
    assert 80 < len(text) < 450, code


def test_number_formats():
    from reportgen.noun import replace
    from reportgen.sources.formats import ShownForm, shown_form

    cases = {
        "General": ShownForm(), None: ShownForm(), "@": ShownForm(), "0": ShownForm(decimals=0), "# ?/?": ShownForm(),
        "0.00E+00": ShownForm(), "0.00%": ShownForm(True, 2), "#,##0.0": ShownForm(False, 1), "#,##0,": ShownForm(False, 0, True),
        '0.0,,"tr"': ShownForm(False, 1, True), '#,##0"%"': ShownForm(False, 0, True), "_-* #,##0.00_-;-* #,##0_-": ShownForm(False, 2),
        "[Red]0%": ShownForm(True, 0), "[>=1000]#,##0": ShownForm(False, 0),
    }  # fmt: skip
    assert {code: replace(shown_form(code), sections=()) for code in cases} == cases
