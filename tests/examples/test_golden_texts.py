"""Every example, as readable text: style and words of each paragraph, held against ``golden/<name>.txt``.

``pytest --renew`` writes the texts anew; what changed is then reviewed as a diff.
"""

import xml.etree.ElementTree as tree
import zipfile
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
DATA = Path(__file__).resolve().parents[2] / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def as_text(path: Path) -> str:
    """«[style] words» for every paragraph of the body, headers and footers, in order; table cells marked."""
    with zipfile.ZipFile(path) as package:
        styles = {
            s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val")
            for s in tree.fromstring(package.read("word/styles.xml")).iter(f"{W}style")
        }
        parts = ["word/document.xml", *sorted(n for n in package.namelist() if n.startswith(("word/header", "word/footer")))]
        return "\n".join(f"== {part}\n" + "\n".join(lines(tree.fromstring(package.read(part)), styles)) for part in parts) + "\n"


def lines(root, styles):
    in_cells = {id(p) for cell in root.iter(f"{W}tc") for p in cell.iter(f"{W}p")}
    for p in root.iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        name = styles[style.get(f"{W}val")] if style is not None else "Normal"
        yield f"{'| ' if id(p) in in_cells else ''}[{name}] " + "".join(words(p))


def words(p):
    for run in p.iter(f"{W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{W}t"))
        bold, italic = (run.find(f"{W}rPr/{W}{mark}") is not None for mark in "bi")
        mark = "**" * bold + "*" * italic
        yield f"{mark}{text}{mark[::-1]}" if text else ""
        yield from (f"<{i.text.strip()}>" for i in run.iter(f"{W}instrText"))


@pytest.mark.parametrize("name", sorted(p.stem for p in DATA.glob("*.yml")))
def test_the_built_text_is_the_reviewed_one(name, built_report, request):
    built = as_text(built_report(name))
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--renew"):
        golden.write_text(built, encoding="utf-8")
    assert built == golden.read_text(encoding="utf-8")
