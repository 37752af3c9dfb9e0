"""Random tables that hold say nothing; with one cell changed, one finding tells it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.vietnamese.numbers import format_number

FEW = settings(max_examples=30, deadline=None)


def n(value, decimals: int | None = None, dot: bool = False) -> str:
    """A number as this table prints it: dots between thousands, or (``dot``) none and a dot for the decimals."""
    if dot:
        return str(value if decimals is None else Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    return format_number(Decimal(value), decimals)


class Sheet:
    """Rows of cells and the places of the numbers that take part in something."""

    def __init__(self, rows, numbers, before=""):
        self.rows, self.numbers, self.before = rows, numbers, before

    def text(self, change=None) -> str:
        """The table, with one cell replaced."""
        rows = [list(row) for row in self.rows]
        if change:
            row, column, words = change
            rows[row][column] = words
        return self.before + "\n".join(" | ".join(row) for row in rows)


@st.composite
def plain(draw):
    """Label, two to four columns of counts or amounts, a total at the top or the bottom."""
    dot, decimals = draw(st.booleans()), draw(st.integers(0, 2))
    rows, columns = draw(st.integers(3, 9)), draw(st.integers(2, 4))
    # A table of bare whole numbers under a dot would not say which sign it takes for decimals: it prints no thousands then.
    cells = [[Decimal(draw(st.integers(101, 99_999))).scaleb(-decimals) for _ in range(columns)] for _ in range(rows)]
    totals = [sum(row[c] for row in cells) for c in range(columns)]
    label = draw(st.sampled_from(["Tổng cộng", "Tổng số", "Cộng", "TỔNG CỘNG", "Toàn huyện"]))
    head = ["Đơn vị", *(f"Số hộ đợt {c + 1}" for c in range(columns))]
    body = [[f"Xã {chr(65 + r)}", *(n(v, decimals, dot) for v in row)] for r, row in enumerate(cells)]
    total = [label, *(n(v, decimals, dot) for v in totals)]
    top = draw(st.booleans())
    listed = [head, total, *body] if top else [head, *body, total]
    numbers = [(r, c) for r in range(1, len(listed)) for c in range(1, columns + 1)]
    return Sheet(listed, numbers)


@st.composite
def formulas(draw):
    """Counts with a row of formulas: 5=3+4, 6=3-4, 7=3/4*100."""
    rows = draw(st.integers(3, 8))
    pairs = [(draw(st.integers(2000, 9000)), draw(st.integers(300, 1900))) for _ in range(rows)]
    pairs.append((sum(a for a, _ in pairs), sum(b for _, b in pairs)))
    head = ["TT", "Đơn vị", "Số hộ đầu kỳ", "Số hộ tăng", "Cộng", "Còn lại", "Tỷ lệ (%)"]
    ways = draw(st.sampled_from([("5=3+4", "6=3-4", "7=4/3*100"), ("(5)=(3)+(4)", "(6)=(3-4)", "(7)=(4):(3)"), ("5 = 3 + 4", "6= 3 - 4", "7=4/3 (%)")]))
    symbols = ["1", "2", "3", "4", *ways] if ways[0][0] != "(" else ["(1)", "(2)", "(3)", "(4)", *ways]
    body = [
        [str(i + 1), f"Xã {chr(65 + i)}", n(a), n(b), n(a + b), n(a - b), n(Decimal(b) * 100 / a, 2)] for i, (a, b) in enumerate(pairs)
    ]
    body[-1][:2] = ["", "Tổng cộng"]
    numbers = [(r, c) for r in range(2, len(body) + 2) for c in (2, 3, 4, 5, 6)]
    return Sheet([head, symbols, *body], numbers)


@st.composite
def groups(draw):
    """I, II with rows 1, 2, 3 and a total."""
    body, numbers = [], []
    totals = [0, 0]
    for group in range(draw(st.integers(2, 4))):
        rows = [[draw(st.integers(110, 9000)) for _ in range(2)] for _ in range(draw(st.integers(2, 4)))]
        sums = [sum(r[c] for r in rows) for c in range(2)]
        totals = [t + s for t, s in zip(totals, sums, strict=True)]
        body.append([["I", "II", "III", "IV"][group], f"Nhóm {group + 1}", *map(n, sums)])
        body += [[str(i + 1), f"Nội dung {group}{i}", *map(n, row)] for i, row in enumerate(rows)]
    listed = [["TT", "Nội dung", "Dự toán", "Quyết toán"], *body, ["", "Tổng cộng", *map(n, totals)]]
    numbers = [(r, c) for r in range(1, len(listed)) for c in (2, 3)]
    return Sheet(listed, numbers, "Đơn vị tính: nghìn đồng\n")


@st.composite
def with_change(draw, sheets):
    """A sheet, the same with one digit of one cell changed by more than rounding, and the new words."""
    sheet = draw(sheets)
    row, column = draw(st.sampled_from(sheet.numbers))
    printed = sheet.rows[row][column]
    places = [i for i, c in enumerate(printed) if c.isdigit()]
    place = draw(st.sampled_from(places[:-1] if len(places) > 2 else places))
    digit = draw(st.sampled_from([d for d in "123456789" if d != printed[place]]))
    assume(printed[place] != "0" or place)
    changed = printed[:place] + digit + printed[place + 1 :]
    return sheet, (row, column, changed)


def is_told(found, changed: str, row: str) -> bool:
    """True if one finding speaks, and the changed cell is where it points or among its operands."""
    loud = [f for f in found if f.severity.name != "INFO"]
    return len(loud) == 1 and (changed in (loud[0].place.quote, loud[0].found) or changed in loud[0].message or "…" in loud[0].message)


@FEW
@given(with_change(plain()))
def test_totals(findings, case):
    sheet, change = case
    assert findings(sheet.text()) == []
    assert is_told(findings(sheet.text(change)), change[2], sheet.rows[change[0]][0])


@FEW
@given(with_change(formulas()))
def test_formula_rows(findings, case):
    sheet, change = case
    assert findings(sheet.text()) == []
    assert is_told(findings(sheet.text(change)), change[2], sheet.rows[change[0]][1])


@FEW
@given(with_change(groups()))
def test_subtotals(findings, case):
    sheet, change = case
    assert findings(sheet.text()) == []
    assert is_told(findings(sheet.text(change)), change[2], sheet.rows[change[0]][1])
