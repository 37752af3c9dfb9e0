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


def test_what_is_left_to_do_stands_by_urgency_with_words_to_the_unit(done):
    from reportgen.returns.agenda import AGAIN, ASK, MISSING, STATES, agenda

    expected, result, sent_of = done
    duties = agenda(result)
    states = [STATES.index(duty.state) for duty in duties]
    assert states == sorted(states) and states[0] == STATES.index(MISSING)
    by_name = {duty.name: duty for duty in duties}
    assert len([duty for duty in duties if duty.state is MISSING]) == len(result.missing)
    struck = next(place for kind, _, place, _ in expected if kind == "số bị gạch ngang")
    unit = next(sent for sent in sent_of.values() if struck.startswith(sent.file))
    duty = by_name[f"X{unit.name[1:]}"]
    assert (duty.state, duty.refused, duty.files) == (AGAIN, 1, unit.file)
    assert duty.message.startswith(f"Đề nghị {unit.name} xem lại và gửi lại biểu «Kết quả giảm nghèo của các xã năm 2019», năm 2019: 1) ô F9 trang «Biểu 1»")
    assert any(duty.state is ASK and "xác nhận" in duty.message for duty in duties)


def test_two_workbooks_of_a_unit_are_told_apart_by_their_columns(done):
    _, result, _ = done
    told = {finding.message for _, finding in result.refused if finding.code == "TH15"}
    assert len(told) == 1 and "; khác ở cột «Tổng số hộ» (" in told.pop()
