"""The corpora of cases: true sentences and tables that must pass in silence, faulty ones that must be told, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def blocks(name: str) -> list[tuple[str, str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [tuple(block.split("\n", 1)) for block in text.lstrip("# ").split("\n## ")]


SILENT, FAULTY = lines("silent.txt"), [tuple(line.split(" | ", 2)) for line in lines("faulty.txt")]
SILENT_TABLES, FAULTY_TABLES = blocks("silent_tables.txt"), blocks("faulty_tables.txt")


def test_there_are_enough_cases():
    assert len(SILENT) + len(SILENT_TABLES) >= 250
    assert len(FAULTY) + len(FAULTY_TABLES) >= 80


@pytest.mark.parametrize("text", SILENT)
def test_a_true_sentence_is_passed_over(sentence_findings, text):
    assert sentence_findings(text) == []


@pytest.mark.parametrize(("code", "words", "text"), FAULTY)
def test_a_fault_in_a_sentence_is_told_once(sentence_findings, code, words, text):
    found = sentence_findings(text)
    assert [f.code for f in found] == [code]
    assert words in found[0].message + found[0].expected
    assert found[0].place.paragraph == 0 and found[0].place.quote and found[0].hint


@pytest.mark.parametrize(("name", "text"), SILENT_TABLES)
def test_a_true_table_is_passed_over(findings, name, text):
    assert findings(text) == []


@pytest.mark.parametrize(("name", "text"), FAULTY_TABLES)
def test_a_fault_in_a_table_is_told_once_at_its_cell(findings, name, text):
    code, place, words = name.split(" | ")
    found = findings(text)
    assert [(f.code, f.place.part) for f in found] == [(code, place)]
    assert words in found[0].message and found[0].place.paragraph >= 0


def test_a_long_text_of_true_sentences_is_passed_over(findings):
    whole = "BÁO CÁO\n" + "\n".join(line for line in SILENT if "4.16%" not in line)
    assert findings(whole) == []
