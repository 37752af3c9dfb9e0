"""What a blank form says above its table: how far one is, what does not fit yet, and where to send it.

Above, for whatever reads the table goes on below it until a blank row. «Kiểm tra» is a formula: it counts the cells still blank, then names the first relation the numbers break, so that most
faults are mended before the form is sent. It is no verdict: the form is judged whole when it comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.returns.excel_formulas import excel_test
from reportgen.returns.subject import Subject
from reportgen.sheets.nouns import Formula

DONE = "đã điền đủ, có thể gửi"
MOST_TESTS = 20
LONGEST_TEXT = 200
"""A text in a formula of Excel has at most 255 characters."""


def status_formula(subject: Subject, opening: str, cell_of: Callable[[str], str]) -> Formula:
    """``opening``, then how far the form is; ``cell_of``: column key → address."""
    columns = subject.table.columns
    needed = [key for key in _inputs(subject) if columns[key].required]
    numbers = [cell_of(key) for key in needed if columns[key].is_number]
    steps = []
    if needed:
        blank = "+".join(f"COUNTBLANK({cell_of(key)})" for key in needed)
        steps.append((f"{blank}>0", f'"còn "&({blank})&" ô vàng chưa điền"'))
    if numbers:
        steps.append((f"COUNT({','.join(numbers)})<{len(numbers)}", '"có ô vàng không phải là số, cần gõ lại"'))
    for test, label in _tests(subject, cell_of):
        steps.append((f"NOT({test})", _text(f"chưa khớp «{label}»; xem lại các số")))
    text = _text(DONE)
    for condition, said in reversed(steps):
        text = f"IF({condition},{said},{text})"
    first = f"còn {len(needed)} ô vàng chưa điền" if needed else DONE
    return Formula(f"{_text(f'{opening} Kiểm tra: ')}&{text}", f"{opening} Kiểm tra: {first}")


def sending_line(subject: Subject) -> str:
    """Where the form goes, and by when."""
    to = f" về {subject.units.receiver}" if subject.units.receiver else " về nơi giao biểu"
    by = f", chậm nhất ngày {subject.deadline}" if subject.deadline else ""
    how = f" ({subject.units.send_to})" if subject.units.send_to else ""
    return f"Gửi lại chính tệp Excel này{to}{how}{by}. Tên tệp đổi được; không sửa tiêu đề cột, không dùng biểu của đơn vị khác."


def _inputs(subject: Subject) -> Iterator[str]:
    for key, column in subject.table.columns.items():
        if key != subject.table.label_column and column.kind != "so_thu_tu" and key not in subject.formulas:
            yield key


def _tests(subject: Subject, cell_of: Callable[[str], str]) -> list[tuple[str, str]]:
    tests = ((excel_test(relation, subject.table.columns, cell_of), relation.label) for relation in subject.table.relations)
    return [(test, label) for test, label in tests if test][:MOST_TESTS]


def _text(said: str) -> str:
    return '"' + said[:LONGEST_TEXT].replace('"', '""') + '"'
