"""The shortest way to write figures, relations and workbooks down in a test."""

import zipfile

import pytest

from reportgen.checks.figures import check_relations
from reportgen.fields import ListOf, MapOf, Record
from reportgen.figures.model import Indicator
from reportgen.figures.reading import read_figures
from reportgen.figures.relations import Relation
from reportgen.yamltext import parse


def _part(kind, text, file):
    findings = []
    value = kind.read(parse(text, file), findings)
    assert findings == [], findings
    return value


@pytest.fixture
def declare_indicators():
    """YAML of ``chi_tieu`` → indicators."""
    return lambda text: _part(MapOf(Record(Indicator)), text, "loai.yml")


@pytest.fixture
def declare_relations():
    """YAML of ``kiem_tra`` → relations."""
    return lambda text: _part(ListOf(Record(Relation)), text, "loai.yml")


@pytest.fixture
def read(declare_indicators):
    """(YAML of chi_tieu, YAML of so_lieu) → (figures, findings)."""

    def reader(indicators, typed, **more):
        findings = []
        node = parse(typed, "bao-cao.yml") if typed.strip() else None
        return read_figures(node, declare_indicators(indicators), findings, **more), findings

    return reader


@pytest.fixture
def checked(read, declare_relations):
    """(chi_tieu, so_lieu, kiem_tra) → findings of the relations; the figures themselves must be sound."""

    def checker(indicators, typed, relations):
        figures, findings = read(indicators, typed)
        assert findings == [], findings
        return check_relations(declare_relations(relations), figures)

    return checker


@pytest.fixture
def book(tmp_path):
    """Writes a workbook: ``book({"Xã": [["Tên xã", "Số hộ"], ["Na Ư", 609]]})`` → its folder. ``change`` edits it first."""
    openpyxl = pytest.importorskip("openpyxl")

    def writer(sheets, change=None, name="so-lieu.xlsx"):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(row)
        if change:
            change(workbook)
        workbook.save(tmp_path / name)
        return tmp_path

    return writer


@pytest.fixture
def rewrite():
    """Changes one member of a zip: ``rewrite(path, name, lambda content: …)``; a new name adds a member."""

    def writer(path, name, change):
        with zipfile.ZipFile(path) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
        members[name] = change(members.get(name, b""))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)

    return writer
