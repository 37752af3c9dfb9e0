"""Tables typed with bars:

    | Xã | Số hộ nghèo |
    |---|---:|
    {% for xa in cac_xa %}
    | {{ xa.ten_xa }} | {{ xa.ho_ngheo }} |
    {% endfor %}

The second line aligns the columns: ``---`` left, ``:---:`` centre, ``---:`` right (numbers). Control lines
may stand between the rows; a table owns every loop that begins right before one of its rows.
"""

from __future__ import annotations

from reportgen.body_text.controls import ControlLines
from reportgen.body_text.inline import Line, read_inlines, split_cells
from reportgen.diagnostics import error
from reportgen.document import Align, Control, Row, Table
from reportgen.pattern import Pattern
from reportgen.program.tags import statement_word

_RULER = Pattern(r":?-+:?\Z")
_RULER_EXAMPLE = "|---|---:|"


def read_table(lines: list[Line], at: int, controls: ControlLines) -> tuple[int, Table | None]:
    """The table whose header is line ``at``: (the line after it, the table or None if it has faults)."""
    end = _end(lines, at)
    faults_before = len(controls.findings)
    header = _row(lines[at], controls)
    ruler = split_cells(lines[at + 1]) if at + 1 < end and lines[at + 1].text.startswith("|") else []
    if not ruler or not all(_RULER.match(cell.text) for cell in ruler):
        _fault(
            controls,
            "MAU11",
            "bảng thiếu dòng kẻ dưới dòng đầu cột",
            lines[at],
            f"thêm ngay dưới đầu cột một dòng như {_RULER_EXAMPLE} (---: là căn phải, dùng cho số)",
        )
        ruler, first = [], at + 1
    else:
        first = at + 2
        if len(ruler) != len(header.cells):
            _fault(
                controls,
                "MAU10",
                f"dòng kẻ có {len(ruler)} cột, đầu cột có {len(header.cells)}",
                lines[at + 1],
                "mỗi cột một ô ---",
            )
    rows = _rows(lines[first:end], header, controls)
    if len(controls.findings) > faults_before:
        return end, None
    return end, Table(header, rows, tuple(map(_align, ruler)), header.place)


def _rows(lines: list[Line], header: Row, controls: ControlLines) -> tuple[Row | Control, ...]:
    rows: list[Row | Control] = []
    for line in lines:
        row = _row(line, controls) if line.text.startswith("|") else controls.read(line)
        if isinstance(row, Row) and len(row.cells) != len(header.cells):
            _fault(
                controls,
                "MAU10",
                f"dòng này có {len(row.cells)} ô, đầu cột có {len(header.cells)}",
                line,
                "thêm hoặc bớt ô cho bằng số cột; ô trống vẫn phải có dấu | ở hai bên",
            )
        if row:
            rows.append(row)
    return tuple(rows)


def _row(line: Line, controls: ControlLines) -> Row:
    cells = (read_inlines([cell], controls.file, controls.findings) for cell in split_cells(line))
    return Row(tuple(cells), line.place(controls.file))


def _end(lines: list[Line], at: int) -> int:
    """The line after the table: rows, and the control lines that begin and end among them."""
    depth = 0
    while at < len(lines):
        text = lines[at].text
        if text.startswith("{%"):
            word = statement_word(text)
            if word in ("for", "if"):
                if not _row_follows(lines, at):
                    break
                depth += 1
            elif depth == 0:
                break
            elif word in ("endfor", "endif"):
                depth -= 1
        elif not text.startswith("|"):
            break
        at += 1
    return at


def _row_follows(lines: list[Line], at: int) -> bool:
    while at < len(lines) and lines[at].text.startswith("{%"):
        at += 1
    return at < len(lines) and lines[at].text.startswith("|")


def _align(cell: Line) -> Align:
    left, right = cell.text.startswith(":"), cell.text.endswith(":")
    return "center" if left and right else "right" if right else "left"


def _fault(controls: ControlLines, code: str, message: str, line: Line, hint: str) -> None:
    controls.findings.append(error(code, message, line.place(controls.file), found=line.text[:80], hint=hint))
