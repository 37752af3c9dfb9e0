"""The second example of the guide: nine communes, each with the table of its own villages."""

import json
import shutil
import zipfile

import pytest

from reportgen.cli import main
from reportgen.sources.books import READERS
from tests.batch.village_book import BOOK, communes, shared, village_book, villages


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """The folder with the documents of the example."""
    place = tmp_path_factory.mktemp("vi-du")
    for part in ("data", "templates"):
        shutil.copytree(root / part, place / part)
    book = place / "data/bao-cao-xa-thon/xa.xlsx"
    assert main(["--du-an", str(place), "batch", "bao-cao-xa-thon", "--data", str(book), "--soat-het"]) == 0
    return place / "output/bao-cao-xa-thon"


def text_of(path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def values_of(path) -> list[dict]:
    grids = READERS[".xlsx"](path, path.name).grids
    return [{"name": grid.name, **{at: cell.value for at, cell in sorted(grid.cells.items())}} for grid in grids]


def test_the_workbook_says_what_its_maker_says(tmp_path):
    (tmp_path / "xa.xlsx").write_bytes(village_book())
    assert values_of(BOOK) == values_of(tmp_path / "xa.xlsx")


def test_villages_add_up_to_their_commune():
    for _, name, households, poor, _, _, leaving in communes()[1:]:
        own = [row[2:] for row in villages() if row[0] == name]
        assert [sum(column) for column in zip(*own, strict=True)] == [households, poor, leaving]
        assert all(total >= poor >= leaving for total, poor, leaving in own)


def test_shares_are_whole_and_complete():
    assert shared(10, [1, 1, 1]) == [4, 3, 3] and shared(0, [2, 5]) == [0, 0]


def test_each_report_prints_the_villages_of_its_commune_and_no_others(made):
    units = json.loads((made / "manifest.json").read_text("utf-8"))["documents"]
    assert len(units) == 9 and all(unit["judged"] and "findings" not in unit for unit in units)
    for unit in units:
        said = text_of(made / unit["file"])
        own = [row for row in villages() if row[0] == unit["unit"]]
        assert all(f">{row[1]}<" in said for row in own) and f">{own[0][1][:-1]}{len(own) + 1}<" not in said
        assert said.count("<w:tr>") + said.count("<w:tr ") >= len(own) + 3


def test_the_guide_prints_the_commands_that_are_tested(root):
    guide = (root / "docs/lam-hang-loat.md").read_text("utf-8")
    assert "reportgen batch bao-cao-xa-thon --data data/bao-cao-xa-thon/xa.xlsx" in guide
    assert "cot_don_vi: {ten_xa: \"Xã, thị trấn\"}" in guide
