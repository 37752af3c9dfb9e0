"""What happens to every value on its way from the data to the page: the rebuilt templates call these
functions.

Each takes the value, the ``Run`` and the line of the tag. What cannot be done is a finding of the run and
yields ``FAULTY``, which prints nothing and loops over nothing, so that one run collects the faults of all
tags.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any, NoReturn

from reportgen.diagnostics import Finding, Place, error
from reportgen.doubt import Doubtful, Missing, is_doubtful, marked
from reportgen.errors import DataError
from reportgen.program.formatted import runs_of
from reportgen.program.tags import Program
from reportgen.section_numbers import Counter, read_scheme
from reportgen.vietnamese.refusal import Refusal, quoted
from reportgen.vietnamese.text import nearest

MOST_FINDINGS = 100
_WORDLESS = (Decimal, datetime.date, Sequence, Mapping, BaseException)
_MAY_BE_EMPTY = (str, int, Decimal, Sequence, Mapping)


class _Faulty(str):
    """The value of a tag that already has its finding."""


FAULTY = _Faulty()


class Run:
    """One document being rendered: whose tags they are, what is left of its budget, what was found."""

    __slots__ = ("counter", "faults", "program", "rows_left")

    def __init__(self, program: Program, rows_left: int):
        self.program, self.rows_left = program, rows_left
        self.faults: list[tuple[int, Finding]] = []
        self.counter: Counter | None = None

    def place_of(self, line: int) -> Place:
        """Where the tag on this line was typed."""
        return self.program.place_of(line)

    def fault(self, code: str, message: str, line: int, hint: str = "", found: str = "") -> _Faulty:
        """Note a finding; the run goes on, unless there are too many to be of use."""
        self.faults.append((line, error(code, message, self.place_of(line), found=found, hint=hint)))
        if len(self.faults) >= MOST_FINDINGS:
            self.stop()
        return FAULTY

    def stop_if_faulty(self) -> None:
        """End the run if anything was found."""
        if self.faults:
            self.stop()

    def stop(self) -> NoReturn:
        """End the run at once with what was found, in the order of the text."""
        raise DataError([finding for _, finding in sorted(self.faults, key=itemgetter(0))])


def printed(value: Any, run: Run, line: int) -> str:
    """The words of a value; text, whole numbers of loops and things that print themselves (figures) have
    words.
    """
    if type(value) is str:
        return value
    if getattr(value, "unconfirmed", False):
        return marked(str(value))
    if _prints(type(value)):
        return str(value)
    if isinstance(value, str):
        return str.__str__(value)
    message, hint = _wordless(value)
    return run.fault("MAU35", message, line, hint)


def looped(value: Any, run: Run, line: int) -> tuple[Any, ...]:
    """The items of a list; they are taken off the budget of the run."""
    if value is FAULTY:
        return ()
    if isinstance(value, str) or not isinstance(value, Sequence):
        run.fault(
            "MAU36",
            "sau «in» không phải là một danh sách",
            line,
            "chỉ lặp được qua danh sách, ví dụ noi_nhan",
        )
        return ()
    run.rows_left -= len(value)
    if run.rows_left < 0:
        run.fault("MAU38", "vòng lặp chạy quá nhiều lần", line, "kiểm tra các vòng for lồng nhau")
        run.stop()
    return tuple(value)


def member(value: Any, run: Run, line: int, key: str | int) -> Any:
    """One column of a row, or one item of a list."""
    if type(value) is dict and key in value:  # the usual row
        return value[key]
    if value is FAULTY:
        return FAULTY
    if isinstance(value, Mapping):
        if key in value:
            return value[key]
        close = nearest(str(key), map(str, value))
        hint = f"có phải «{close}»?" if close else f"chỉ có: {', '.join(map(str, value))}"[:200]
        return run.fault("MAU34", f"không có mục «{key}» trong dòng này", line, hint, str(key))
    if isinstance(key, int) and isinstance(value, Sequence) and not isinstance(value, str):
        if 0 <= key < len(value):
            return value[key]
        return run.fault(
            "MAU34", f"danh sách chỉ có {len(value)} mục, không có mục thứ {key + 1}", line, "", str(key)
        )
    hint = (
        "số liệu gọi bằng tên là đủ; chỉ in con số thì viết |so_tran"
        if is_figure(value)
        else "viết tên, không có dấu chấm"
    )
    return run.fault("MAU34", f"giá trị này không có mục con «{key}»", line, hint, str(key))


def filtered(value: Any, run: Run, line: int, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """The value after one of our filters, ``call``."""
    if value is FAULTY or isinstance(value, Missing):
        return value
    if value is None:
        return run.fault("MAU35", *_wordless_then_line(value, line))
    try:
        made = call(value, *arguments)
    except Refusal as refusal:
        return run.fault("MAU40", f"bộ lọc {name}: {refusal.message}", line, refusal.hint, name)
    return Doubtful(made) if getattr(value, "unconfirmed", False) and not is_doubtful(made) else made


def filter_called(name: str) -> Callable[..., Any]:
    """One of our filters. (They are ten modules, which only templates with filters need.)"""
    from reportgen.program.filter_table import FILTERS

    return FILTERS[name]


def present(value: Any) -> bool:
    """The test ``co_so_lieu``: there is a value, be it 0."""
    return value is not None and value is not FAULTY and not isinstance(value, Missing)


def truth(value: Any, run: Run, line: int) -> bool:
    """Is there something, and is it not 0? (Nothing can go wrong here; the run and the line are not asked.)"""
    if isinstance(value, Missing):
        return False
    if is_figure(value):
        return bool(value.value)
    return bool(value) if value is None or isinstance(value, _MAY_BE_EMPTY) else True


def label(level: int, run: Run, line: int, samples: str) -> str:
    """The number of the next section, counted while the page is made."""
    if run.counter is None:
        run.counter = Counter(read_scheme(tuple(samples.split(";"))))
    try:
        return run.counter.next_label(level)
    except Refusal as refusal:
        return run.fault("MAU08", refusal.message, line, refusal.hint)


def counted(level: int, run: Run, line: int, samples: str) -> str:
    """Count the next section like ``label``, but print nothing: Word prints the number."""
    label(level, run, line, samples)
    return ""


def ruled(value: Any, run: Run, line: int, width: int, styles: str) -> Any:
    """A data table set into the page. ``width`` in twips; ``styles``: the ids of its styles in this frame, apart by «;».

    What it writes is markup of our own and not escaped again; only tags this program wrote can ask for it.
    """
    write = getattr(type(value), "ruled", None)
    if write is None:
        return run.fault("MAU31", "chưa có số liệu cho bảng này", line, "khai số liệu của bảng ở mục bang của báo cáo")
    try:
        return _Markup(write(value, width, styles.split(";")))
    except Refusal as refusal:
        return run.fault("BG20", refusal.message, line, refusal.hint)


def styled(value: Any, run: Run, line: int, look: str) -> Any:
    """A text with marks (``formatted``) as runs of its own; figures and plain texts are printed as ever. Only tags this program
    wrote can ask for it; ``look`` is the ``w:rPr`` of the tag.
    """
    return _Markup(runs_of("" if value is FAULTY else printed(value, run, line), look))


class _Markup(str):
    """Text that is markup already: Jinja escapes everything but what says so by this method."""

    __slots__ = ()

    def __html__(self) -> str:
        return str.__str__(self)


def is_figure(value: Any) -> bool:
    """Has it an exact value of its own?"""
    return isinstance(getattr(value, "value", None), Decimal)


@cache
def _prints(kind: type) -> bool:
    """Do things of this kind say themselves what they print? Whole numbers of loops and what has words of its own."""
    if issubclass(kind, int):
        return kind is not bool
    return kind.__str__ is not object.__str__ and not issubclass(kind, _WORDLESS)


def shown(value: Any) -> str:
    """A value as a message quotes it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return (
        "(để trống)"
        if value is None
        else quoted(str(value))
        if isinstance(value, str) or (_prints(type(value)) and not isinstance(value, int))
        else repr(value)[:40]
    )


def _wordless(value: Any) -> tuple[str, str]:
    if value is None:
        return (
            "chưa có giá trị để in",
            "điền số liệu, hoặc đặt câu này trong {% if tên is co_so_lieu %} … {% endif %}",
        )
    if isinstance(value, datetime.date):
        return "ngày chưa có cách viết", "thêm |ngay_day_du hoặc |ngay_gach"
    if isinstance(value, Mapping):
        return "đây là một dòng gồm nhiều mục, không in được", f"chọn một mục: {', '.join(map(str, value))}"[
            :200
        ]
    if isinstance(value, Sequence):
        return "đây là một danh sách, không in được", "lặp qua từng mục bằng {% for … %}, hoặc thêm |liet_ke"
    if isinstance(value, Decimal | float):
        return f"giá trị thô {value} chưa có đơn vị và cách viết", "khai nó thành một chỉ tiêu ở mục chi_tieu"
    return f"giá trị {shown(value)} không in được", "chỉ in số liệu và chữ"


def _wordless_then_line(value: Any, line: int) -> tuple[str, int, str]:
    message, hint = _wordless(value)
    return message, line, hint
