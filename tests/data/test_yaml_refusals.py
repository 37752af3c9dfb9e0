"""What cannot be read as YAML is refused with a code, a place, and what to type instead."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from reportgen.errors import DataError
from reportgen.yamltext import load, parse
from reportgen.yamltext.codes import CODES


@pytest.fixture(params=["libyaml", "python"])
def any_parser(request, monkeypatch):
    """Both of PyYAML's parsers word their errors differently."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)


def refused(text, file="x.yml"):
    with pytest.raises(DataError) as caught:
        parse(text, file)
    return list(caught.value.findings)


SYNTAX = [
    # source, code, line, column, words of the hint
    ("a: Tỷ lệ: 4,16%", "DL07", 1, 9, 'nháy: "Tỷ lệ: 4,16%"'),
    ('a: "Tỷ lệ": 4', "DL07", 1, 11, "nháy: '\"Tỷ lệ\": 4'"),
    ("- Về: việc: khác", "DL07", 1, 11, 'nháy: "việc: khác"'),
    ("a: 1\nso_ho:5\nb: 2", "DL07", 2, 6, "Viết: so_ho: 5"),
    ("so_ho:5\nb: 2", "DL07", 1, 6, "Viết: so_ho: 5"),
    ("a: 1\nmột dòng chữ\nb: 2", "DL07", 2, 1, "thêm dấu hai chấm"),
    ("chữ\nb: 1", "DL07", 1, 1, "khóa: giá trị"),
    ("a:\n\tb: 1", "DL06", 2, 1, "dấu cách"),
    ("a:\n\u00a0\u00a0- b\nc: 1\n", "DL06", 2, 1, "gõ lại bằng dấu cách"),
    ("a: 1\nb： 2\nc: 3", "DL07", 2, 2, "gõ lại dấu hai chấm"),
    ("a: 1\n\tb: 2", "DL06", 2, 1, "dấu cách"),
    ("a:\n  b: 1\n \tc: 2", "DL06", 3, 2, "dấu cách"),
    ('a: "x\nb: 2', "DL08", 1, 4, "dấu nháy cùng loại"),
    ("a: 'x\nb: 2", "DL08", 1, 4, "gõ hai lần"),
    ('a: "x\nb: "y"', "DL08", 1, 1, "dòng 1"),
    ('a: "x" y', "DL08", 1, 8, "một cặp nháy"),
    ("a: [x] y", "DL08", 1, 8, "một cặp nháy"),
    ("a: [1, 2\nb: 3", "DL08", 1, 4, "Thêm ]"),
    ("a: {b: 1\nc: 2", "DL08", 1, 4, "Thêm }"),
    ('a: ["x" "y"]', "DL08", 1, 4, "«- »"),
    ("a: @b", "DL09", 1, 4, 'nháy: "@b"'),
    ("a: %", "DL09", 1, 4, 'nháy: "%"'),
    ("- `x`", "DL09", 1, 3, 'nháy: "`x`"'),
    ("a: *nhấn*", "DL09", 1, 4, 'nháy: "*nhấn*"'),
    ("a: & b", "DL09", 1, 4, 'nháy: "& b"'),
    ("a: ,b", "DL09", 1, 4, 'nháy: ",b"'),
    ("a: ?", "DL09", 1, 4, 'nháy: "?"'),
    ("a: > x", "DL09", 1, 4, "nháy kép"),
    ("a: - b", "DL10", 1, 4, "«- »"),
    ("a: 1\n  b: 2", "DL10", 2, 4, "cùng một cột"),
    ("a:\n    b: 1\n  c: 2", "DL10", 3, 3, "2 dấu cách"),
    ("- a\nb: 1", "DL10", 2, 1, "Thêm «- »"),
    ("a: 1\n- b", "DL10", 2, 1, "dưới một khóa"),
    ("a:\n-b\n-c", "DL10", 2, 1, "Viết: - b"),
    (": a", "DL14", 1, 1, "ten_co_quan"),
    ("%YAML 3.0\n---\na: 1", "DL15", 1, 1, "Xóa"),
    ("a: 1\n...\nb: 2", "DL15", 3, 1, "Xóa"),
    ('a: "\\xzz"', "DL16", 1, 7, "nháy đơn"),
    ('a: "so\\.xlsx"', "DL16", 1, 7, "nháy đơn"),
    ("a: !u!x b", "DL12", 1, 4, "nháy"),
]


@pytest.mark.parametrize(("source", "code", "line", "column", "hint"), SYNTAX)
def test_a_syntax_error_is_one_finding_that_says_what_to_type(source, code, line, column, hint, any_parser):
    [finding] = refused(source)
    assert (finding.code, finding.place.file, finding.place.line) == (code, "x.yml", line)
    assert hint in finding.hint
    assert finding.place.quote == source.splitlines()[line - 1].strip()
    assert finding.blocks


@pytest.mark.parametrize(("source", "code", "line", "column", "hint"), SYNTAX)
def test_the_column_points_at_the_fault(source, code, line, column, hint):
    [finding] = refused(source)
    if code != "DL15":  # where in a directive the parser stops is its own business
        assert finding.place.column == column


STRUCTURE = [
    ("a: 1\nb: 2\na: 3", [("DL11", 3, 1)]),
    (unicodedata.normalize("NFC", "tỷ: 1") + "\n" + unicodedata.normalize("NFD", "tỷ: 2"), [("DL11", 2, 1)]),
    ("a: {b: 1, b: 2}", [("DL11", 1, 11)]),
    ("a: &x 1", [("DL12", 1, 4)]),
    ("a: &x 1\nb: *x", [("DL12", 1, 4), ("DL12", 2, 4)]),
    ("a: *chua_co", [("DL12", 1, 4)]),
    ("a: !!int 1", [("DL12", 1, 4)]),
    ("a: !x [1]", [("DL12", 1, 4)]),
    ("<<: {a: 1}", [("DL12", 1, 1)]),
    ("a: [9,92, 4,16%]", [("DL13", 1, 7), ("DL13", 1, 13)]),
    ("a: [27.420,5 triệu]", [("DL13", 1, 12)]),
    ("a: {b: 1.411, c: 9,92}", [("DL13", 1, 20)]),
    ("a: [b: 9,92]", [("DL13", 1, 10)]),
    ("a: {{ ten }}", [("DL14", 1, 5)]),
    ("[a]: 1", [("DL14", 1, 1)]),
    ("'': 1", [("DL14", 1, 1)]),
    ("a: 1\n---\nb: 2", [("DL15", 2, 1)]),
    ('a: "C:\\bao-cao"', [("DL04", 1, 4)]),
    ("a: x\x0by", [("DL04", 1, 5)]),
    ("a: \ufeffb", [("DL04", 1, 4)]),
]


@pytest.mark.parametrize(("source", "found"), STRUCTURE)
def test_what_yaml_allows_but_we_refuse(source, found, any_parser):
    findings = refused(source)
    assert [(f.code, f.place.line, f.place.column) for f in findings] == found
    assert all(f.hint for f in findings)


def test_all_structural_faults_of_a_file_are_said_at_once():
    source = "a: [9,92]\nb: &x 1\nb: 2\nc: *x\nd: !!str 3\n? [k]\n: 1\ne: {{ x }}\n"
    assert [f.code for f in refused(source)] == ["DL13", "DL12", "DL11", "DL12", "DL12", "DL14", "DL14"]


def test_structural_faults_above_a_syntax_error_are_said_too():
    assert [f.code for f in refused("a: [9,92]\nb: 1\nb: @x")] == ["DL13", "DL09"]


def test_a_repeated_key_names_both_lines():
    [finding] = refused("ho_ngheo: 1\n\nho_ngheo: 2")
    assert finding.message == "Khóa «ho_ngheo» bị lặp: đã có ở dòng 1, lại có ở dòng 3."


def test_a_split_number_is_offered_both_ways():
    [finding] = refused("a: [9,92]")
    assert '"9,92"' in finding.hint and finding.hint.endswith("9, 92")


@pytest.mark.parametrize(
    "source", ["a: [9, 92]", 'a: ["9,92", 4]', "a: [Sở A, Sở B]", "a:\n- 9,92", "a: 9,92", "a: [a,1]"]
)
def test_commas_that_mean_what_they_seem(source):
    parse(source, "x.yml")


@pytest.mark.parametrize(
    "raw",
    [
        "a: Điện".encode("utf-16"),
        "a: Điện".encode("utf-16-le"),
        "a: Điện".encode("utf-16-be"),
        "a: 1\nb: Đi".encode("cp1258"),
        b"PK\x03\x04....",
        b"\xd0\xcf\x11\xe0....",
        b"a: \xff",
    ],
)
def test_bytes_that_are_not_utf8(tmp_path, raw):
    file = tmp_path / "a.yml"
    file.write_bytes(raw)
    with pytest.raises(DataError) as caught:
        load(file, "a.yml")
    [finding] = caught.value.findings
    assert finding.code == "DL02"
    assert "UTF-8" in finding.hint or "Excel" in finding.hint


def test_a_wrong_code_page_names_the_line(tmp_path):
    file = tmp_path / "a.yml"
    file.write_bytes("a: 1\nb: Đ".encode("cp1258"))
    with pytest.raises(DataError) as caught:
        load(file, "a.yml")
    assert str(caught.value.findings[0].place) == "a.yml:2"


def test_a_missing_file_names_its_neighbours(tmp_path):
    (tmp_path / "bao-cao.yml").write_text("", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(tmp_path / "bao_cao.yml", "bao_cao.yml")
    [finding] = caught.value.findings
    assert finding.code == "DL01" and "bao-cao.yml" in finding.hint


@pytest.mark.parametrize("path", ["khong/co", "a\0b", "."])
def test_paths_that_cannot_be_read(tmp_path, path):
    with pytest.raises(DataError) as caught:
        load(tmp_path / Path(path), "x")
    assert [f.code for f in caught.value.findings] == ["DL01"]


def test_every_code_shown_is_explained():
    shown = {code for _, code, *_ in SYNTAX} | {code for _, found in STRUCTURE for code, *_ in found}
    assert shown | {"DL01", "DL02", "DL03", "DL05"} == set(CODES)
