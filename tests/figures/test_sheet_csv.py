"""CSV: encodings, separators, quotes; refused wherever a reader would have to guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import NOWHERE
from reportgen.errors import DataError
from reportgen.sources import read_cell, read_table
from reportgen.sources.csv_text import load_csv

PLAIN = 'Tên xã;Tỷ lệ\nNa Ư;4,16\n"Mường; Nhà";"6,92"\n'
WRITTEN = {
    "utf-8": PLAIN.encode(),
    "utf-8 with mark": PLAIN.encode("utf-8-sig"),
    "utf-16": PLAIN.encode("utf-16"),
    "utf-16 big": b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    "windows line ends": PLAIN.replace("\n", "\r\n").encode(),
    "old mac line ends": PLAIN.replace("\n", "\r").encode(),
    "tab": PLAIN.replace("Mường; Nhà", "Mường# Nhà").replace(";", "\t").replace("#", ";").encode(),
    "comma, quoted": 'Tên xã,Tỷ lệ\nNa Ư,"4,16"\nMường; Nhà,"6,92"\n'.encode(),
    "declared": ("sep=;\n" + PLAIN).encode(),
    "no final line end": PLAIN.strip().encode(),
    "blank lines": PLAIN.replace("\n", "\n\n;\n").encode(),
}


@pytest.fixture
def written(tmp_path):
    def writer(content):
        (tmp_path / "so-lieu.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return writer


@pytest.mark.parametrize("content", WRITTEN.values(), ids=WRITTEN)
def test_read_alike(written, content):
    findings = []
    rows = read_table(written(content), "so-lieu.csv", {"xa": "Tên xã", "tl": "Tỷ lệ"}, findings)
    assert [(row["xa"], str(row["tl"])) for row in rows] == [("Na Ư", "4,16"), ("Mường; Nhà", "6,92")]
    assert findings == []


def test_a_cell_knows_its_line(written):
    findings = []
    found = read_cell(written(PLAIN), "so-lieu.csv!B2", findings)
    assert (found.value, str(found.place), findings) == ("4,16", "so-lieu.csv:2:2", [])


def test_lines_are_counted_through_quoted_line_breaks(written):
    content = 'Tên xã;Tỷ lệ\n"Na\nƯ";4,16\nMường Nhà;abc\n'
    assert str(read_cell(written(content), "so-lieu.csv!B3", []).place) == "so-lieu.csv:4:2"


@pytest.mark.parametrize(
    ("content", "code", "line", "words"),
    [
        ("Tên xã,Tỷ lệ\nNa Ư,4,16\n", "BT21", 2, "dòng này có 3 ô, dòng đầu có 2 ô"),
        ("Tên xã;Tỷ lệ\nNa Ư\n", "BT21", 2, "dòng này có 1 ô"),
        ("a;b,c\nd;e,f\n", "BT21", 0, "dấu chấm phẩy và dấu phẩy"),
        ("Tên xã\nNa Ư\n", "BT21", 0, "không thấy dấu ngăn"),
        ("", "BT21", 0, "trống"),
        ("\n \n", "BT21", 0, "trống"),
        ('Tên xã;Tỷ lệ\n"Na Ư;4,16\n', "BT22", 2, "không đóng"),
        ("Tên xã;Tỷ lệ\nNa Ư;4,16\n".encode("utf-16-le"), "BT20", 1, "UTF-8"),
        ("Tên;Tỷ lệ\n".encode() + b"\xcb\xe3;1\n", "BT20", 2, "UTF-8"),
        (b"PK\x03\x04\x00\x00;\x00", "BT20", 0, "UTF-8"),
    ],
)  # fmt: skip
def test_refused(written, content, code, line, words):
    findings = []
    assert read_cell(written(content), "so-lieu.csv!A1", findings) is None
    assert [(f.code, f.place.line) for f in findings] == [(code, line)]
    assert words in f"{findings[0].message} | {findings[0].hint}"


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(';,\t"\n'), max_size=8)


@given(st.lists(st.lists(texts, min_size=2, max_size=3), min_size=1, max_size=4), st.sampled_from(";,\t"))
def test_what_is_quoted_comes_back(tmp_path_factory, rows, separator):
    """Every quoted table with a declared separator reads back cell by cell; unquoted noise is read or refused."""
    rows = [[*row, "x"][:2] + ["x"] for row in rows]
    path = tmp_path_factory.mktemp("csv") / "so-lieu.csv"
    quoted = "\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path.write_bytes(f"sep={separator}\n{quoted}\n".encode())
    grid = load_csv(path, "so-lieu.csv").grids[0]
    from reportgen.vietnamese.text import nfc

    wanted = [[nfc(cell).strip() for cell in row] for row in rows]
    found = [
        [grid.cells[r, c].value if (r, c) in grid.cells else "" for c in (1, 2, 3)]
        for r in range(1, grid.rows + 1)
    ]
    assert found == wanted


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_a_refusal(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("csv") / "so-lieu.csv"
    path.write_bytes(content)
    try:
        load_csv(path, "so-lieu.csv")
    except DataError as refusal:
        assert all(f.code.startswith("BT") and f.place != NOWHERE for f in refusal.findings)
