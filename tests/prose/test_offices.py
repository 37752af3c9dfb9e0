"""Sentences as offices write them, of six fields: the true ones pass in silence, in each false one the fault is told."""

from __future__ import annotations

from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "so-lieu-trong-van-ban.md"
LINES = (Path(__file__).parent / "offices.txt").read_text(encoding="utf-8").splitlines()
TRUE = [line.removeprefix("đúng | ") for line in LINES if line.startswith("đúng | ")]
FALSE = [tuple(line.removeprefix("sai | ").split(" | ", 1)) for line in LINES if line.startswith("sai | ")]


def test_there_are_as_many_true_as_false():
    assert len(TRUE) >= 45 and len(FALSE) >= 45


@pytest.mark.parametrize("text", TRUE)
def test_what_is_right_is_passed_over(findings, text):
    assert findings(text.replace("\\n", "\n")) == []


@pytest.mark.parametrize(("words", "text"), FALSE)
def test_what_is_wrong_is_told(findings, words, text):
    found = findings(text.replace("\\n", "\n"))
    assert any(words in finding.message + finding.expected for finding in found)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the staff's page, its own head left out."""
    text = PAGE.read_text(encoding="utf-8").partition(heading)[2]
    lines = [line for line in text.split("\n\n")[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("text", [row[0] for row in rows("## Những gì cố ý không nói")])
def test_what_the_page_promises_not_to_say_is_not_said(findings, text):
    assert [f for f in findings(text) if f.severity.name != "INFO"] == []
