"""Which rows of a sheet are units: not the letters under the header, not the totals, not what stands below the table.

Whatever is left out is said. A row behind a gap is taken if it holds a number where figures stand, for it may be data somebody
pushed down; one with words only, or one that begins like a note, is a signature or a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.batch.nouns import FIGURE, Columns, Row, Value
from reportgen.batch.reading import Source
from reportgen.diagnostics import Finding, Place, Severity, warning
from reportgen.noun import field, working
from reportgen.pattern import Pattern
from reportgen.sources.grid import Cell
from reportgen.sources.tables import numbers_columns
from reportgen.vietnamese.text import fold

_TOTAL = Pattern(
    r"(?:tong|cong|tong cong|tong so|cong chung|(?:toan|ca) (?:huyen|tinh|xa|quoc|thanh pho|thi xa|quan))[\s:.]*|(?:tong cong|tong so)\W.*"
)
_NOTE = Pattern(r"(?i)(?:ghi chú|nguồn|lưu ý|chú thích)\s*:|\*|người lập")
"""A note right under the last row; any other row of words without figures may be a unit that sent none."""
SYMBOL_ROWS = 2
MOST_TOLD = 5
"""A note about many rows names so many of them."""
ORDINALS = frozenset({"tt", "stt", "so tt", "so thu tu"})
"""Headers of ordinals, folded: a row with nothing in any other column names no unit."""


@working
class PassedOver:
    """Rows that are left out: one note for all totals, one for all words, from the first on with the count so far.

    The notes grow in their place in ``sink``: a run may end (``--limit``) before the last row is read.
    """

    sink: list[Finding]
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    shown: dict[str, list[tuple[str, Place]]] = field(default_factory=dict)

    def total(self, lead: str, number: int, place: Place) -> None:
        """A total row."""
        self._tell("bỏ qua dòng tổng «{}»", "bỏ qua {} dòng tổng: {}", lead, number, place)

    def words(self, lead: str, number: int, place: Place) -> None:
        """A row of words below the table."""
        self._tell("dòng chữ dưới bảng không được lấy: «{}»", "{} dòng chữ dưới bảng không được lấy: {}", lead, number, place)

    def _tell(self, alone: str, together: str, lead: str, number: int, place: Place) -> None:
        at, count = self.notes.get(alone, (len(self.sink), 0))
        shown = self.shown.setdefault(alone, [])
        self.notes[alone] = at, count + 1
        if count < MOST_TOLD:
            shown.append((f"«{lead[:60]}» (dòng {number})", place))
        if not count:
            self.sink.append(Finding("LO14", Severity.INFO, alone.format(lead[:60]), place))
            return
        which = ", ".join(words for words, _ in shown) + (" …" if count >= MOST_TOLD else "")
        places = tuple(its for _, its in shown)
        self.sink[at] = Finding("LO14", Severity.INFO, together.format(count + 1, which), places[0], places=places)


def unit_rows(source: Source, columns: Columns, sink: list[Finding]) -> Iterator[Row]:
    """The rows that are units, as they stream by; what is passed over goes to ``sink``."""
    figures = [n for n, (target, _) in enumerate(columns.found) if target.kind == FIGURE]
    named = [n for n, (target, _) in enumerate(columns.found) if target.kind == FIGURE or fold(target.label) not in ORDINALS]
    has_ordinals = len(named) < len(columns.found)
    last, gap_told, passed = columns.header_row, False, PassedOver(sink)
    for number, hidden, lead, values in source.lines([column for _, column in columns.found]):
        if number <= columns.header_row or _blank(values):
            continue
        if number <= columns.header_row + SYMBOL_ROWS and numbers_columns(source.head, number):
            last = number
            continue
        if is_total(lead):
            passed.total(lead, number, columns.place(number, 1))
            last = number
            continue
        is_apart = number > last + 1
        is_words = is_apart or is_note(lead) or (has_ordinals and _blank(tuple([values[n] for n in named])))
        if is_words and figures and not any(_holds_number(values[n]) for n in figures):
            passed.words(lead, number, columns.place(number, 1))
            last = number if not (lead or is_apart) else last  # an ordinal waiting for its unit leaves no gap
            continue
        if is_apart and not gap_told:
            hint = "xóa dòng trống ở giữa bảng; nếu dòng này không phải số liệu, xóa nó đi"
            place = columns.place(number, 1)
            sink.append(warning("LO14", f"trước dòng {number} có dòng trống; các dòng sau đó vẫn được lấy", place, hint=hint))
            gap_told = True
        last = number
        yield Row(number, values, hidden)


def is_total(lead: str) -> bool:
    """True for the words of a total row; the first letter tells it of most names, and folding ten thousand takes its time."""
    return (lead[:1] in "tTcC" or not lead[:1].isascii()) and bool(_TOTAL.fullmatch(fold(lead)))


def is_note(lead: str) -> bool:
    """True for the words of a note right under the last row."""
    return bool(_NOTE.match(lead))


def _blank(values: tuple[Value, ...]) -> bool:
    for value in values:
        if value is not None and not (isinstance(value, str) and not value.strip()):
            return False
    return True


def _holds_number(value: Value) -> bool:
    if isinstance(value, str):
        return any(char.isdigit() for char in value)
    return value is not None and (not isinstance(value, Cell) or value.value is not None or value.formula)
