"""From a raw cell of the XML to the value Excel shows for it.

A number is taken from its typed text, never through binary: «4.10» is 4.1 exactly. Only where the file stores more than the
fifteen digits Excel shows (0.30000000000000004) is it cut to those fifteen, as Excel does (0,3).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from reportgen.diagnostics import Place
from reportgen.noun import field, noun
from reportgen.pattern import Pattern
from reportgen.sources.formats import ShownForm
from reportgen.sources.grid import Cell, Kind, column_letters
from reportgen.sources.guises import CutText, Guise, cut_figure
from reportgen.sources.parts import plain_text
from reportgen.sources.sheet_rows import RawCell
from reportgen.sources.xml_events import PartFault

LARGEST = Decimal(10**18)
DIGITS = 15

At: TypeAlias = "tuple[str, str, int, int]"

_NUMBER = Pattern(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
_DAY_TEXT = Pattern(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_EPOCH, _EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
_GENERAL = ShownForm()
_CUT = Guise(struck=True)
_TEXT, _NUMBER_KIND = Kind.TEXT, Kind.NUMBER


@noun
class Meanings:
    """What the raw cells of one sheet mean: the book's shared texts and styles, its calendar, where the sheet stands.

    ``marks``: the styles in which a text is struck or cannot be seen.
    """

    file: str
    sheet: str
    strings: list[str]
    forms: list[ShownForm]
    from_1904: bool = False
    marks: Mapping[str, Guise] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(self.file, 0, 0, f"{self.sheet}!{column_letters(column)}{row}")

    def cell(self, raw: RawCell, row: int, column: int) -> Cell:
        """The cell with its meaning. PartFault, naming it, if it is not made as a cell is."""
        kind, style, text, formula = raw
        at = (self.file, self.sheet, row, column)
        try:
            if kind == "n" and text:
                form = self.form(style) if style else _GENERAL
                return _number_cell(text, form, at, formula, self.from_1904)
            if kind == "s" or kind == "inlineStr":
                said = self.text(kind, text)
                guise = _CUT if type(said) is CutText else self.marks.get(style, False)
                return Cell(_TEXT, at, said, False, None, guise, formula)
            return self._rarer(kind, text or "", formula, at)
        except PartFault as fault:
            raise PartFault(fault.why, self.place(row, column).cell) from None

    def text(self, kind: str, text: str | None) -> str:
        """The text of a cell of text. PartFault if it points to a shared text that is not there."""
        if kind != "s":
            said = plain_text(text or "")
            return cut_figure(said) if type(text) is CutText else said
        try:
            number = int(text or "")
            if number >= 0:
                return self.strings[number]
        except (ValueError, IndexError):
            pass
        raise PartFault(f"ô trỏ tới chữ thứ {(text or '')[:20]} không có")

    def form(self, style: str) -> ShownForm:
        """What a style shows."""
        try:
            return self.forms[int(style)]
        except (ValueError, IndexError):
            return _GENERAL

    def _rarer(self, kind: str, text: str, formula: bool, at: At) -> Cell:
        if kind == "str":
            if formula and not text:  # a stored empty text is an answer
                return Cell(Kind.BLANK, at, None, False, None, False, True)
            return Cell(Kind.TEXT, at, plain_text(text), False, None, False, formula)
        if not text.strip():
            return Cell(Kind.UNCOMPUTED if formula else Kind.BLANK, at, None, False, None, False, formula)
        if kind == "b":
            truth = "TRUE" if text.strip() in ("1", "true") else "FALSE"
            return Cell(Kind.TRUTH, at, truth, False, None, False, formula)
        if kind == "d":
            return Cell(Kind.DAY, at, _typed_day(text), False, None, False, formula)
        if kind == "e":
            return Cell(Kind.ERROR, at, plain_text(text), False, None, False, formula)
        raise PartFault(f"ô có kiểu lạ «{kind[:20]}»")


def exact_number(text: str) -> Decimal:
    """The number a cell stores, exactly as typed; beyond fifteen digits what Excel shows. PartFault for no number."""
    typed = text.strip()
    if not _NUMBER.fullmatch(typed):
        raise PartFault(f"«{typed[:20]}» không phải là số")
    number = Decimal(typed)
    if len(typed) > DIGITS and not typed.lstrip("+-").isdigit() and -300 < number.adjusted() < 300:
        return Decimal(f"{float(number):.{DIGITS}g}")
    return number


def _number_cell(text: str, form: ShownForm, at: At, formula: bool, from_1904: bool) -> Cell:
    if len(text) <= DIGITS and text.isascii() and text.replace(".", "", 1).isdigit():
        value = Decimal(text)  # nearly all of them; nothing to check, nothing to cut
    else:
        value = exact_number(text)
        if not -LARGEST < value < LARGEST and not form.day:
            return Cell(Kind.ERROR, at, "số quá lớn", False, None, False, formula)
    if form.day:
        return _day_cell(value, at, formula, from_1904)
    if form.scaled:
        percent, decimals, guise = form.seen_as(value)
        return Cell(_NUMBER_KIND, at, _plain(value.scaleb(2) if percent else value), percent, decimals, guise, formula)
    if form is not _GENERAL:
        return Cell(
            _NUMBER_KIND, at, _plain(value.scaleb(2) if form.percent else value), form.percent, form.decimals, False, formula
        )
    return Cell(_NUMBER_KIND, at, _plain(value), False, None, False, formula)


def _plain(number: Decimal) -> Decimal:
    """Without an exponent and without zeros at the end of the decimals; what is smaller than 1e-40 is nothing."""
    text = str(number)
    if text.isdigit() or ("." in text and text[-1] != "0" and "E" not in text):
        return number
    if number.adjusted() < -40:
        return Decimal(0)
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else Decimal(text)


def _day_cell(value: Decimal, at: At, formula: bool, from_1904: bool) -> Cell:
    """A day, or a time without one (None); a number that is no day is an error of the sheet."""
    if not 0 <= value < 2_958_466:  # 31 December 9999
        return Cell(Kind.ERROR, at, "ngày không có thật", False, None, False, formula)
    days = int(value)
    if from_1904:
        day = _EPOCH_1904 + datetime.timedelta(min(days, 2_957_003))
    else:
        day = _EPOCH + datetime.timedelta(days + (days < 60)) if days else None  # Excel has a 29 February 1900
    return Cell(Kind.DAY, at, day, False, None, False, formula)


def _typed_day(text: str) -> datetime.date | None:
    match = _DAY_TEXT.fullmatch(text.strip())
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
