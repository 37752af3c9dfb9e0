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
from typing import Any

from reportgen.diagnostics import Finding, Place, error
from reportgen.doubt import Doubtful, Missing, is_doubtful, marked
from reportgen.errors import DataError
from reportgen.noun import field, working
from reportgen.section_numbers import Counter, read_scheme
from reportgen.vietnamese.refusal import Refusal, quoted
from reportgen.vietnamese.text import nearest

MOST_FINDINGS = 100


class _Faulty(str):
    """The value of a tag that already has its finding."""


FAULTY = _Faulty()


@working
class Run:
    """One document being rendered: where its tags stand, what is left of its budget, what was found."""

    place_of: Callable[[int], Place]
    rows_left: int
    findings: list[Finding] = field(default_factory=list)
    counter: Counter | None = None

    def fault(self, code: str, message: str, line: int, hint: str = "", found: str = "") -> _Faulty:
        """Note a finding; the run goes on, unless there are too many to be of use."""
        self.findings.append(error(code, message, self.place_of(line), found=found, hint=hint))
        if len(self.findings) >= MOST_FINDINGS:
            raise DataError(self.findings)
        return FAULTY


def printed(value: Any, run: Run, line: int) -> str:
    """The words of a value; text, whole numbers of loops and things that print themselves (figures) have
    words.
    """
    if type(value) is str:
        return value
    if is_doubtful(value):
        return marked(str(value))
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if _has_words(value):
        return str(value)
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
        raise DataError(run.findings)
    return tuple(value)


def member(value: Any, run: Run, line: int, key: str | int) -> Any:
    """One column of a row, or one item of a list."""
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
        if _is_figure(value)
        else "viết tên, không có dấu chấm"
    )
    return run.fault("MAU34", f"giá trị này không có mục con «{key}»", line, hint, str(key))


def filtered(value: Any, run: Run, line: int, name: str, *arguments: Any) -> Any:
    """The value after one of our filters."""
    if value is FAULTY:
        return FAULTY
    if value is None:
        return run.fault("MAU35", *_wordless_then_line(value, line))
    if isinstance(value, Missing):
        return value
    from reportgen.program.filter_table import FILTERS  # ten modules that only templates with filters need

    try:
        made = FILTERS[name](value, *arguments)
        return Doubtful(made) if is_doubtful(value) and not is_doubtful(made) else made
    except Refusal as refusal:
        return run.fault("MAU40", f"bộ lọc {name}: {refusal.message}", line, refusal.hint, name)


def present(value: Any) -> bool:
    """The test ``co_so_lieu``: there is a value, be it 0."""
    return value is not None and value is not FAULTY and not isinstance(value, Missing)


def truth(value: Any, run: Run, line: int) -> bool:
    """Is there something, and is it not 0? (Nothing can go wrong here; the run and the line are not asked.)"""
    if isinstance(value, Missing):
        return False
    if _is_figure(value):
        return bool(value.value)
    return (
        bool(value) if value is None or isinstance(value, str | int | Decimal | Sequence | Mapping) else True
    )


def compared(left: Any, run: Run, line: int, operator: str, right: Any) -> bool:
    """``left operator right`` by exact value; figures of different units and values of different kinds do not
    compare.
    """
    if left is FAULTY or right is FAULTY or _lacks(left, run, line) or _lacks(right, run, line):
        return False
    if operator in ("in", "notin"):
        return _is_among(left, run, line, right) == (operator == "in")
    one, other = _comparable(left), _comparable(right)
    if one is None or other is None or type(one) is not type(other):
        run.fault(
            "MAU39",
            "hai vế này không so sánh được với nhau",
            line,
            "so sánh số liệu với số, hoặc chữ với chữ; xem số liệu có để trống không bằng «is co_so_lieu»",
            f"{_shown(left)} {operator} {_shown(right)}",
        )
        return False
    units = {unit for unit in (getattr(left, "unit", ""), getattr(right, "unit", "")) if unit}
    if len(units) > 1 and _is_figure(left) and _is_figure(right):
        run.fault(
            "MAU39",
            f"so sánh hai số liệu khác đơn vị: {_shown(left)} và {_shown(right)}",
            line,
            "khai hai số liệu cùng một đơn vị tính",
        )
        return False
    return _OPERATORS[operator](one, other)


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


class _Markup(str):
    """Text that is markup already: Jinja escapes everything but what says so by this method."""

    __slots__ = ()

    def __html__(self) -> str:
        return str.__str__(self)


_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a > b,
    "gteq": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "lteq": lambda a, b: a <= b,
}


def _lacks(value: Any, run: Run, line: int) -> bool:
    """Is this a figure a draft has no value for? It remembers the condition that had to do without it."""
    if isinstance(value, Missing):
        value.asked.append(run.place_of(line))
    return isinstance(value, Missing)


def _is_among(left: Any, run: Run, line: int, right: Any) -> bool:
    if isinstance(right, Sequence) and isinstance(left, str) and all(isinstance(item, str) for item in right):
        return left in right
    run.fault(
        "MAU39", "«in» chỉ dùng để tìm chữ trong chữ, hoặc trong danh sách các chữ", line, "", _shown(left)
    )
    return False


def _comparable(value: Any) -> Decimal | str | None:
    """The exact number or the text that stands for the value in a comparison; None if it has neither."""
    value = value.value if _is_figure(value) else value
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return str.__str__(value) if isinstance(value, str) else None


def _is_figure(value: Any) -> bool:
    return isinstance(getattr(value, "value", None), Decimal)


def _has_words(value: Any) -> bool:
    own = type(value).__str__ is not object.__str__
    return own and not isinstance(value, Decimal | datetime.date | Sequence | Mapping | BaseException)


def _shown(value: Any) -> str:
    return (
        "(để trống)"
        if value is None
        else quoted(str(value))
        if isinstance(value, str) or _has_words(value)
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
    return f"giá trị {_shown(value)} không in được", "chỉ in số liệu và chữ"


def _wordless_then_line(value: Any, line: int) -> tuple[str, int, str]:
    message, hint = _wordless(value)
    return message, line, hint
