"""The short way never makes another document than the long way, and never passes a row the long way has something to say of."""

import io
import zipfile
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportgen.batch import reading
from reportgen.batch.books import rows_of
from reportgen.batch.columns import targets_of
from reportgen.batch.declared import load_base
from reportgen.batch.making import Task, key_of, make_long, make_row, opened, packed
from reportgen.batch.nouns import Row
from reportgen.batch.plan import make_plan
from reportgen.batch.reading import open_rows
from reportgen.batch.swift import lines
from reportgen.batch.swift.formulas import GiveUp, compiled_ratio, function_of
from reportgen.batch.swift.lines import unescaped
from reportgen.batch.swift.relations import prints_as
from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.figures.expressions import parse_formula
from reportgen.figures.quantity import rounded
from reportgen.project import Project

TYPE = """\
ten_loai: báo cáo
trich_yeu: Kết quả {{ ky_bao_cao }}
danh_so_muc: ["I."]
chu_rieng: {ten_xa: Tên xã}
chi_tieu:
  ho: {ten_goi: Hộ, don_vi_tinh: hộ}
  ngheo: {ten_goi: Nghèo, don_vi_tinh: hộ, hai_chu_so: có}
  can: {ten_goi: Cận nghèo, don_vi_tinh: hộ, bat_buoc: không}
  ty_le: {ten_goi: Tỷ lệ, don_vi_tinh: "%", so_le: 1}
  nha: {ten_goi: Nhà, don_vi_tinh: nhà}
  muc: {ten_goi: Mức, don_vi_tinh: triệu đồng/nhà, so_le: 1}
  tien: {ten_goi: Tiền, don_vi_tinh: triệu đồng, so_le: 1}
  tong: {ten_goi: Tổng, don_vi_tinh: tỷ đồng, so_le: 2}
  muc_tb: {ten_goi: Trung bình, don_vi_tinh: triệu đồng, so_le: 2, cong_thuc: "(tien + 1) / (nha - 3)"}
  kem: {ten_goi: Kém, don_vi_tinh: hộ, cong_thuc: "ho - ngheo * 2"}
kiem_tra:
  - {ten_goi: Tỷ lệ nghèo, ty_le: [ngheo, ho], bang: ty_le}
  - {ten_goi: Tiền nhà, tich: [nha, muc], bang: tien}
  - {ten_goi: Tổng tiền, tong: [tien], khong_qua: tong}
  - {ten_goi: Trong hộ, trong_do: [ngheo], tong_so: ho, du: không}
  - {ten_goi: So sánh, bieu_thuc: "ngheo + 1 <= ho <= 100000"}
  - {ten_goi: Chia, bieu_thuc: "ho / nha > 0,5"}
  - {ten_goi: Kém là, bieu_thuc: "ho - ngheo - ngheo = kem"}
"""
TEXT = """\
{{ ten_xa }}: {{ ho }}; {{ ngheo }}; {{ ty_le }}; {{ nha }}, {{ muc|so_tran }}, {{ tien }}, {{ tong }}; {{ muc_tb }}, {{ kem|so_tran }}.

{% if can is co_so_lieu %}
Cận nghèo {{ can }}.
{% endif %}

{% if kem > 0 %}
Còn kém./.
{% endif %}
"""
HEADERS = ["Tên xã", "Hộ", "Nghèo", "Cận nghèo", "Tỷ lệ", "Nhà", "Mức", "Tiền", "Tổng"]
PLAIN = ("xã X", 1000, 52, None, Decimal("5.2"), 40, Decimal("12.5"), 500, 1)


@pytest.fixture
def worker(place, book):
    """Plan, the short way and columns of a type with every form of relation."""
    (place / "templates/bao-cao-xa/loai.yml").write_text(TYPE, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT, "utf-8")
    path = book([PLAIN], HEADERS)
    project = Project(place)
    base = load_base(project, "bao-cao-xa")
    plan = make_plan(project, base)
    columns = next(rows_of(plan, path, targets_of(base, plan.kind, plan.indicators), [])).columns
    sent = packed(plan)
    known = packed(columns)
    return opened(Task(key_of(sent, known), sent, known, (), (), ()))


def both(worker, values):
    """The document of a row by both ways."""
    plan, page, columns = worker
    row = Row(2, tuple(values))
    (ready,) = page.contexts([row])
    short, long = make_row(plan, ready, columns, row, "x", False), make_long(plan, columns, row, "x", False)
    return short, long, ready is not None


NUMBER = st.one_of(st.integers(-3, 120), st.integers(0, 10**19), st.decimals(-2, 1200, places=1), st.decimals(-2, 1200, places=2))
CELL = st.one_of(NUMBER, st.none(), st.sampled_from(["5", "1.000", "5,2", "0", "-4", "05", "12 hộ", "³"]))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(1, 2000), st.integers(0, 60), st.integers(0, 60), st.decimals(0, 60, places=1), st.integers(1, 8), CELL)
@example(1000, 55, 3, Decimal("12.5"), 8, 5)
def test_both_ways_agree(worker, ho, ngheo, nha, muc, spot, cell):
    values = ["xã X", ho, ngheo, None, rounded_share(ngheo, ho), nha, muc, nha * muc, 3]
    values[spot] = cell
    short, long, _ = both(worker, values)
    assert (short.content, short.findings) == (long.content, long.findings)


def rounded_share(part, whole):
    """The share as it is printed; the sheets hold such numbers."""
    return rounded(Fraction(part * 100, whole), 1)


def test_a_row_in_order_goes_the_short_way(worker):
    short, long, quick = both(worker, PLAIN)
    assert quick and short.content == long.content is not None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), CELL), max_size=6))
def test_rows_together_are_as_each_alone(worker, changes):
    _, page, _ = worker
    rows = [Row(n + 2, PLAIN) for n in range(6)]
    for n, (spot, cell) in enumerate(changes):
        rows[n] = Row(n + 2, (*PLAIN[:spot], cell, *PLAIN[spot + 1 :]))
    together = page.contexts(rows)
    assert together == [page.contexts([row])[0] for row in rows]
    assert all(together[len(changes) :])


@pytest.mark.parametrize(
    ("spot", "value"),
    [(1, 2000), (2, 53), (4, Decimal("5.3")), (4, Decimal("5.25")), (5, 3), (5, 41), (6, Decimal("12.6")), (8, Decimal("0.4")), (1, 10**18), (3, "x"), (3, -1)],
)
def test_a_row_with_anything_to_say_of_it_goes_the_long_way(worker, spot, value):
    values = list(PLAIN)
    values[spot] = value
    short, long, quick = both(worker, values)
    assert not quick and short.findings == long.findings != ()


@given(st.fractions(-50, 50, max_denominator=400), st.integers(-500, 500), st.integers(0, 3))
def test_prints_as_says_yes_only_where_rounding_does(exact, steps, decimals):
    value = Decimal(steps).scaleb(-decimals)
    if prints_as(exact, Fraction(value), decimals):
        assert rounded(exact, decimals) == value


def sheet(rows: str, strings=("xã Một", "xã Hai", " 3 ")) -> bytes:
    """A workbook with these rows as typed in XML."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relation}"><sheets><sheet name="X" sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="s" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="t" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {main}>{''.join(f'<si><t>{text}</t></si>' for text in strings)}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


ROWS = [
    ('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row>', [(1, "xã Một", ("xã Một", 12))]),
    ('<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t>xã &#272;ông &amp; Tây</t></is></c></row>', [(1, "xã Đông & Tây", ("xã Đông & Tây", None))]),
    ('<row r="1"><c r="B1" t="n"><v>4.10</v></c></row>', [(1, "", (None, Decimal("4.1")))]),
    ('<row r="3"/><row r="5"><c r="B5"/><c r="A5" t="s"><v>1</v></c></row>', "the cells are out of order"),
    ('<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>', "the row comes twice"),
    ('<row r="1"><c r="A1" t="s"><v>9</v></c></row>', "a shared text that is not there"),
    ('<row r="1"><c r="A1"><v>1</v></c><x></row>', "a tag that is not closed"),
    ('<row r="1"><c r="A2"><v>1</v></c></row>', "a cell of another row"),
    ('<row r="1"><c r="A1"><v>một</v></c></row>', "a number that is none"),
    ("<!-- <row> --><row r=\"1\"><c r=\"A1\"><v>7</v></c></row>", [(1, "", (7, None))]),
    ('<row><c><v>7</v></c><c t="s"><v>0</v></c></row>', [(1, "xã Một", (7, "xã Một"))]),
    ('<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c></row>', [(1, "xã Một", (" 3 ", "xã Một"))]),
    ('<row r="1"><c r="A1" t="inlineStr"><is><t>3</t></is></c><c r="B1" t="s"><v>0</v></c></row>', [(1, "xã Một", ("3", "xã Một"))]),
    ('<row r="1"><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row>', [(1, "xã Một", (" 3 ", "xã Một"))]),
    ('<row r="1"><c r="A1" t="s"><v>2</v></c></row>', [(1, "", (" 3 ", None))]),
]


@pytest.mark.parametrize(("xml", "expected"), ROWS)
def test_rows_read_off_the_text_are_those_the_parser_reads(tmp_path, xml, expected):
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet(xml))
    try:
        with open_rows(path, "x.xlsx", "", Place("x.xlsx")) as source:
            found = [(number, lead, values) for number, _, lead, values in source.lines([1, 2])]
    except DataError as failure:
        assert isinstance(expected, str) and failure.findings[0].code in ("BT06", "BT07")
    else:
        assert found == expected


CELLS = [
    ("<c r='{}'><v>7</v></c>", 4),
    ("<c r='{}'><v>12.50</v></c>", 1),
    ("<c r='{}' s='0'><v>007</v></c>", 1),
    ("<c r='{}' t='s'><v>1</v></c>", 3),
    ("<c r='{}' t='s'><v>2</v></c>", 2),
    ("<c r='{}' t='s'><v>5</v></c>", 1),
    ("<c r='{}' t='inlineStr'><is><t>12</t></is></c>", 1),
    ("<c r='{}' t='inlineStr'><is><t>xã &#7844;n</t></is></c>", 2),
    ("<c r='{}' t='inlineStr'><is><t xml:space='preserve'> x </t></is></c>", 1),
    ("<c r='{}' t='inlineStr'><is><t>a &amp b</t></is></c>", 1),
    ("<c r='{}' t='inlineStr'><is><t></t></is></c>", 1),
    ("<c r='{}'/>", 2),
    ("<c r='{}'><f>1+1</f><v>2</v></c>", 1),
    ("<c r='{}' t='e'><v>#N/A</v></c>", 1),
    ("", 2),
]
TEXT_CELL = '<c r="{}" t="inlineStr"><is><t>xã &#7844;n</t></is></c>'
DIGITS_CELL = '<c r="{}" t="s"><v>2</v></c>'
CELL_OF_A_SHEET = st.sampled_from([cell.replace("'", '"') for cell, often in CELLS for _ in range(often)])
OPENING = st.sampled_from(['<row r="{}">'] * 6 + ['<row r="{}" spans="1:3">', '<row r="{}" ht="0">', '<row r="{}" hidden="1">', '<row r="{}" ht="15">'])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.tuples(CELL_OF_A_SHEET, CELL_OF_A_SHEET), st.lists(st.tuples(OPENING, CELL_OF_A_SHEET, st.integers(0, 2)), max_size=12))
@example((TEXT_CELL, ""), [('<row r="{}">', TEXT_CELL, 0), ('<row r="{}">', TEXT_CELL.replace("&#7844;", "&amp "), 0)])
@example((DIGITS_CELL, TEXT_CELL), [('<row r="{}">', DIGITS_CELL, 0), ('<row r="{}">', DIGITS_CELL, 1), ('<row r="{}">', DIGITS_CELL, 2)])
def test_rows_of_a_known_layout_are_what_they_are_cell_by_cell(tmp_path, monkeypatch, usual, rows):
    xml = ""
    for n, (opening, cell, spot) in enumerate(rows, 1):
        cells = [*usual[:spot], cell, *usual[spot:]]
        xml += opening.format(n) + "".join(cell.format(f"{letter}{n}") for letter, cell in zip("ABC", cells, strict=True)) + "</row>"
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet(xml))

    def read(learn_after):
        monkeypatch.setattr(lines, "LEARN_AFTER", learn_after)
        monkeypatch.setattr(reading, "HEAD_ROWS", 0)  # the parser looks through the head anyway
        try:
            with open_rows(path, "x.xlsx", "", Place("x.xlsx")) as source:
                return [(number, hidden, lead, tuple(map(told, values))) for number, hidden, lead, values in source.lines([1, 3])]
        except DataError as failure:
            return failure.findings

    assert read(1) == read(10**6)


def test_formulas_errors_and_formats_mean_what_they_mean_elsewhere(tmp_path):
    import openpyxl

    from reportgen.batch.nouns import short
    from reportgen.sources.xlsx import load_xlsx

    workbook = openpyxl.Workbook()
    for row in (["a", 1, 2.5, None], ["=1+1", "#N/A", True, 0.0692], [" x ", 10**17, -3, "007"], [1e-7, 0.1 + 0.2, 12345678901234567890, "ẩ"]):
        workbook.active.append(row)
    workbook.active["D2"].number_format = "0.00%"
    workbook.active["C1"].number_format = "dd/mm/yyyy"
    path = tmp_path / "x.xlsx"
    workbook.save(path)
    grid = load_xlsx(path, "x.xlsx").grids[0]
    with open_rows(path, "x.xlsx", "", Place("x.xlsx")) as source:
        for number, _, _, values in source.lines([1, 2, 3, 4]):
            assert list(map(told, values)) == [told(short(grid.at(number, column))) for column in range(1, 5)]


def told(value):
    """A value with all that is known of it."""
    names = ("kind", "value", "percent", "decimals", "scaled", "formula", "place")
    return tuple(getattr(value, name) for name in names) if hasattr(value, "kind") else value


@pytest.mark.parametrize(("text", "plain"), [("a&amp;b", "a&b"), ("&#7845;&#x1EA5;", "ấấ"), ("&lt;x&gt;", "<x>"), ("x", "x")])
def test_references(text, plain):
    assert unescaped(text) == plain


FORMULAS = st.recursive(
    st.sampled_from(["xa", "yb", "zc", "2", "0"]),
    lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner)
    | st.builds("-{}".format, inner)
    | st.builds("tong({}; {})".format, inner, inner),
    max_leaves=7,
)
VALUES = st.integers(-3, 3) | st.fractions(-2, 2, max_denominator=4)


def value_or_none(work):
    """What comes of it; None for a zero divisor."""
    try:
        return Fraction(work())
    except (GiveUp, ZeroDivisionError):
        return None


@given(FORMULAS, st.fixed_dictionaries({"xa": VALUES, "yb": VALUES, "zc": VALUES}))
@example("(xa / (yb / zc))", {"xa": 1, "yb": 2, "zc": 0})
@example("((xa / yb) * zc)", {"xa": 1, "yb": 0, "zc": 0})
@example("((xa / yb) - (zc / yb))", {"xa": 1, "yb": -3, "zc": 2})
def test_a_formula_as_a_quotient_is_the_same_formula(formula, values):
    over, by = compiled_ratio(formula)
    plain = function_of(parse_formula(formula))
    exact = {key: [value] for key, value in values.items()}
    assert value_or_none(lambda: Fraction(one(over, exact)) / Fraction(one(by, exact) if by else 1)) == value_or_none(lambda: one(plain, exact))


def one(formula, exact):
    """What the formula gives in the first row."""
    return next(iter(formula(exact)))
