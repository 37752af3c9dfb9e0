"""Reading .csv: UTF-8 or UTF-16 with its mark, and one separator that fits every line. Nothing is guessed.

``Na Ư,4,16`` is three cells to a machine and two to its writer. So the separator must cut every line into the same number
of cells (at least two), and only one of ; tab , may do so; otherwise the file is refused with the line that does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError, system_says
from reportgen.noun import noun
from reportgen.sources.grid import MAX_COLUMNS, MAX_ROWS, Book, Cell, Grid, Kind
from reportgen.vietnamese.text import nfc

MAX_BYTES = 10_000_000
SEPARATORS = {";": "chấm phẩy", "\t": "Tab", ",": "phẩy"}
_SAVE_AS_UTF8 = "trong Excel chọn Lưu thành (Save as), kiểu «CSV UTF-8», hoặc dùng tệp .xlsx"


@noun
class Line:
    """One record: its cells and the line it starts on."""

    number: int
    cells: tuple[str, ...]


def load_csv(path: Path, shown: str) -> Book:
    """The file as a book with one sheet, all cells text. Raises DataError (BT05, BT06, BT20, BT21, BT22)."""
    place = Place(shown)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except PermissionError:
        hint = "đóng tệp trong Excel rồi chạy lại"
        raise DataError.of(
            "BT05", "không được phép đọc tệp, có thể đang mở trong chương trình khác", place, hint=hint
        ) from None
    except OSError as failure:
        raise DataError.of("BT05", f"không đọc được tệp ({system_says(failure)})", place) from None
    if len(data) > MAX_BYTES:
        raise DataError.of(
            "BT06", f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB", place, hint="tách phần cần dùng ra tệp nhỏ"
        )
    return Book(shown, (_grid(_lines(_decoded(data, place), place), shown),))


def _decoded(data: bytes, place: Place) -> str:
    """The text, NFC. Raises DataError (BT20) for any other encoding."""
    marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    encoding = marks.get(data[:2], "utf-8-sig")
    try:
        text = nfc(data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        message = "tệp không theo mã UTF-8 nên chữ tiếng Việt đã hoặc sẽ bị sai"
        raise DataError.of("BT20", message, Place(place.file, line), hint=_SAVE_AS_UTF8) from None
    if "\0" in text:
        raise DataError.of("BT20", "tệp không phải là văn bản UTF-8", place, hint=_SAVE_AS_UTF8)
    if not text.strip():
        raise DataError.of("BT21", "tệp trống", place, hint="kiểm tra lại tệp đã lưu")
    return text


def _lines(text: str, place: Place) -> list[Line]:
    """The records, cut by the only separator that fits. Raises DataError (BT21)."""
    declared, text, first = _declared(text)
    tried = {}
    for separator in [declared] if declared else SEPARATORS:
        records = [
            record for record in _records(text, separator, place, first) if any(map(str.strip, record.cells))
        ]
        tried[separator] = records
    fitting = [
        s for s, records in tried.items() if records and _width(records) > 1 and _misfit(records) is None
    ]
    if len(fitting) == 1:
        return tried[fitting[0]]
    if fitting:
        names = " và ".join(f"dấu {SEPARATORS[s]}" for s in fitting)
        hint = "thêm dòng «sep=;» vào đầu tệp nếu các ô ngăn nhau bằng dấu chấm phẩy, hoặc dùng tệp .xlsx"
        raise DataError.of(
            "BT21", f"các ô có thể ngăn nhau bằng {names}, không rõ là dấu nào", place, hint=hint
        )
    raise _no_separator(tried, place)


def _declared(text: str) -> tuple[str, str, int]:
    """Excel's own first line «sep=;»: the separator, the rest of the text, the number of its first line."""
    head, _, rest = text.partition("\n")
    head = head.rstrip("\r")
    if head.lower().startswith("sep=") and head[4:] in SEPARATORS:
        return head[4:], rest, 2
    return "", text, 1


def _width(records: list[Line]) -> int:
    return max(len(record.cells) for record in records)


def _misfit(records: list[Line]) -> Line | None:
    """The first record that is not as wide as the first one."""
    return next((record for record in records if len(record.cells) != len(records[0].cells)), None)


def _no_separator(tried: dict[str, list[Line]], place: Place) -> DataError:
    separator, records = next(((s, r) for s, r in tried.items() if r and len(r[0].cells) > 1), ("", []))
    line = _misfit(records) if records else None
    if line is None:
        hint = "mỗi dòng cần ít nhất hai ô, ngăn nhau bằng dấu chấm phẩy; hoặc dùng tệp .xlsx"
        return DataError.of("BT21", "không thấy dấu ngăn giữa các ô", place, hint=hint)
    message = f"dòng này có {len(line.cells)} ô, dòng đầu có {len(records[0].cells)} ô (ngăn bằng dấu {SEPARATORS[separator]})"
    hint = "số thập phân có dấu phẩy phải đặt trong nháy kép, hoặc ngăn các ô bằng dấu chấm phẩy; tốt nhất dùng tệp .xlsx"
    return DataError.of("BT21", message, Place(place.file, line.number), hint=hint)


def _records(text: str, separator: str, place: Place, first: int) -> Iterator[Line]:
    """The records of the text; quotes may hold separators and line breaks. Raises DataError (BT22) for a quote left open."""
    line, start, cells, cell, position, quoted, fresh = first, first, [], [], 0, False, True
    while position < len(text):
        char = text[position]
        if quoted:
            if char == '"' and text[position + 1 : position + 2] == '"':
                cell.append('"')
                position += 1
            elif char == '"':
                quoted = False
            else:
                cell.append(char)
        elif char == '"' and fresh:
            quoted, fresh, cell = True, False, []
        elif char == separator:
            cells.append("".join(cell))
            cell, fresh = [], True
        elif char in "\r\n":
            yield Line(start, (*cells, "".join(cell)))
            cells, cell, fresh = [], [], True
            position += text[position : position + 2] == "\r\n"
            start = line + 1
        else:
            cell.append(char)
            fresh = fresh and char.isspace()
        line += text[position : position + 1] in ("\n", "\r")
        position += 1
    if quoted:
        raise DataError.of(
            "BT22",
            "dấu nháy kép mở ở dòng này không đóng",
            Place(place.file, start),
            hint='thêm dấu " cuối ô',
        )
    if cells or cell:
        yield Line(start, (*cells, "".join(cell)))


def _grid(records: list[Line], shown: str) -> Grid:
    if len(records) > MAX_ROWS or _width(records) > MAX_COLUMNS:
        message = f"tệp có hơn {MAX_ROWS} dòng hoặc {MAX_COLUMNS} cột"
        raise DataError.of("BT06", message, Place(shown), hint="tách phần cần dùng ra tệp nhỏ")
    cells = {}
    for row, record in enumerate(records, 1):
        for column, text in enumerate(record.cells, 1):
            if text.strip():
                cells[row, column] = Cell(Kind.TEXT, Place(shown, record.number, column), text.strip())
    lines = {row: record.number for row, record in enumerate(records, 1)}
    return Grid(shown, "", cells, len(records), _width(records), lines=lines)
