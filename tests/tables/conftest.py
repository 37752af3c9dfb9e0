"""The shortest way to write a declaration, rows and a whole small project down in a test."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from reportgen.build import make
from reportgen.diagnostics import Place
from reportgen.docx.package import read_package
from reportgen.fields import Record
from reportgen.preparing import prepare
from reportgen.project import Project
from reportgen.tables.declared import TableType
from reportgen.tables.making import make_table
from reportgen.tables.typed import typed_rows
from reportgen.yamltext import parse

HERE = Path(__file__).parent


def _declared(text):
    findings = []
    table = Record(TableType).read(parse(text, "loai.yml"), findings)
    assert findings == [], findings
    return table


def _made(text, rows, total=""):
    findings = []
    table = _declared(text)
    nodes = [parse(part, "bao-cao.yml") if part.strip() else None for part in (rows, total)]
    raw = typed_rows(*nodes, table, Place("bao-cao.yml"), findings)
    return make_table("xa", table, raw, findings), findings


def _printed(content):
    keys = [key for key, column in content.table.printed.items() if column.kind != "so_thu_tu"]
    label = content.table.label_column
    return [
        [row.kind, row.number, *(row.label if key == label else row.cell(key).printed for key in keys)]
        for row in content.rows
    ]


@pytest.fixture
def declared():
    """YAML of one table under ``bang:`` → its declaration."""
    return _declared


@pytest.fixture
def made():
    """(declaration, rows, total) in YAML → (the table, findings)."""
    return _made


@pytest.fixture
def printed():
    """A table → its rows as they print: kind, ordinal, then every printed column of words and numbers."""
    return _printed


@pytest.fixture(scope="session")
def seed():
    """The numbers of the plan's table and the workbook that holds them."""
    spec = importlib.util.spec_from_file_location("seed_rows", HERE / "seed_rows.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def plan(tmp_path, seed):
    """A private copy of the plan's project: a district's plan with a table of 13 columns, from a workbook."""
    shutil.copytree(HERE / "plan", tmp_path, dirs_exist_ok=True)
    seed.plan_book(tmp_path / "data" / "kh" / "xa.xlsx")
    return tmp_path


@pytest.fixture
def change():
    """``change(folder / …, old, new)``: edit a file of the project; ``old`` must stand there once."""

    def edit(path, old, new):
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (text.count(old), old)
        path.write_text(text.replace(old, new), "utf-8")

    return edit


@pytest.fixture
def built():
    """The plan built: (package parts of the file, findings). The findings of a refusal are raised with it."""

    def maker(folder):
        content, findings = make(prepare(Project(folder), "kh"), "output/kh.docx")
        return read_package(content, "kh.docx"), findings

    return maker
