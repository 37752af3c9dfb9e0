"""Two hundred workbooks with known faults: every fault found at its cell, none invented, every figure right."""

from decimal import Decimal
from pathlib import Path

import pytest
import two_hundred
from reportgen.returns.district import district_book
from reportgen.returns.reconciliation import reconciliation_book

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "tong-hop.md"


@pytest.fixture(scope="module")
def done(faulty):
    folder, expected, former, sent = faulty
    return expected, two_hundred.rolled(folder, former), sent


def test_every_fault_is_found_and_none_invented(done):
    expected, result, _ = done
    _, missed, invented = two_hundred.compared(expected, result)
    assert (missed, invented) == ([], [])
    assert len(result.books) >= two_hundred.COUNT


def test_every_kind_of_fault_is_there_several_times(done):
    expected, _, _ = done
    kinds = [kind for kind, *_ in expected]
    spoken = {kind for kind in two_hundred.FAULTS if kind in kinds}
    assert all(kinds.count(kind) >= 2 for kind in spoken)
    assert len(spoken) > 50


def test_the_figures_taken_are_the_figures_meant(done):
    _, result, sent_of = done
    taken = {unit: row for unit, row in result.rows.items() if unit in sent_of}
    assert len(taken) > 90
    for unit, row in taken.items():
        for key, typed in sent_of[unit].row.items():
            if isinstance(typed, int | Decimal) and not isinstance(typed, bool) and key not in ("tt", "ty_le"):
                assert row.row.cell(key).figure.value == sent_of[unit].meant.get(key, typed), (unit, key)


def test_an_incomplete_table_has_no_total_and_blank_lines(done, tmp_path):
    import openpyxl

    _, result, _ = done
    (tmp_path / "bang.xlsx").write_bytes(district_book(result))
    sheet = openpyxl.load_workbook(tmp_path / "bang.xlsx")["Tổng hợp"]
    lines = {row[1].value: [cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=7)}
    assert set(lines["TỔNG CỘNG"]) == {None}
    for unit, its in result.subject.due.items():
        assert (lines[its.label] == [None] * 8) is (unit not in result.rows)


def test_the_reconciliation_names_every_cell(done, tmp_path):
    import openpyxl

    expected, result, _ = done
    content = reconciliation_book(result)
    assert content == reconciliation_book(result)
    (tmp_path / "doi-chieu.xlsx").write_bytes(content)
    book = openpyxl.load_workbook(tmp_path / "doi-chieu.xlsx")
    assert book.sheetnames == ["Tóm tắt", "Việc cần làm", "Còn thiếu", "Không nhận", "Đã sửa", "Cần xem lại", "Nguồn"]
    lists = {"sửa": "Đã sửa", "từ chối": "Không nhận", "xem lại": "Cần xem lại"}
    for _, outcome, place, _ in expected:
        if outcome in lists:
            assert place in {row[1].value for row in book[lists[outcome]].iter_rows(min_row=2)}


def test_the_table_in_the_guide_is_what_was_found(done):
    expected, result, _ = done
    assert "\n".join(two_hundred.table(expected, result)) in GUIDE.read_text("utf-8")
