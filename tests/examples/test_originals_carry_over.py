"""Every figure, name, reference and date of the five originals stands on the built page, in the original's order.

The lists in ``figures/`` were taken from the originals, not from our data; a number loses only its typing slips there.
"""

import re
import xml.etree.ElementTree as tree
import zipfile
from pathlib import Path

import pytest

LISTS = sorted((Path(__file__).parent / "figures").glob("*.txt"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def page_text(path: Path) -> str:
    """The words of the built file, a paragraph a line; headings numbered I. are printed in capitals by their style."""
    with zipfile.ZipFile(path) as package:
        body = tree.fromstring(package.read("word/document.xml"))
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))
    return "\n".join(line.upper() if re.match(r"[IVX]+\. ", line) else line for line in lines)


def lost(text: str, phrases: list[str]) -> list[str]:
    """The phrases that do not stand after the one before them."""
    at, missing = 0, []
    for phrase in phrases:
        found = text.find(phrase, at)
        if found < 0:
            missing.append(phrase)
        else:
            at = found + len(phrase)
    return missing


@pytest.mark.parametrize("name", [p.stem for p in LISTS])
def test_nothing_is_lost(name, built_report):
    phrases = (Path(__file__).parent / "figures" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(phrases) > 40
    assert lost(page_text(built_report(name)), [p for p in phrases if p]) == []


def test_a_lost_figure_is_seen():
    assert lost("14.653 hộ, 609 hộ", ["14.653 hộ", "610 hộ", "609 hộ"]) == ["610 hộ"]
