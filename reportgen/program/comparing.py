"""Comparisons in a template: by exact value, and only what may be compared.

A binary float never compares (``4.1`` in a tag is the decimal typed), figures of two units never compare, an absent figure
decides nothing.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from reportgen.doubt import Missing
from reportgen.program.values import FAULTY, Run, is_figure, shown

OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gteq": operator.ge,
    "lt": operator.lt,
    "lteq": operator.le,
}


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
            f"{shown(left)} {operator} {shown(right)}",
        )
        return False
    if right is not other and is_figure(left) and is_figure(right) and _units(left, right) > 1:
        run.fault(
            "MAU39",
            f"so sánh hai số liệu khác đơn vị: {shown(left)} và {shown(right)}",
            line,
            "khai hai số liệu cùng một đơn vị tính",
        )
        return False
    return OPERATORS[operator](one, other)


def _units(left: Any, right: Any) -> int:
    return len({getattr(left, "unit", ""), getattr(right, "unit", "")} - {""})


def _lacks(value: Any, run: Run, line: int) -> bool:
    """Is this a figure a draft has no value for? It remembers the condition that had to do without it."""
    if isinstance(value, Missing):
        value.asked.append(run.place_of(line))
    return isinstance(value, Missing)


def _is_among(left: Any, run: Run, line: int, right: Any) -> bool:
    if isinstance(right, Sequence) and isinstance(left, str) and all(isinstance(item, str) for item in right):
        return left in right
    run.fault(
        "MAU39", "«in» chỉ dùng để tìm chữ trong chữ, hoặc trong danh sách các chữ", line, "", shown(left)
    )
    return False


def _comparable(value: Any) -> Decimal | str | None:
    """The exact number or the text that stands for the value in a comparison; None if it has neither."""
    value = value.value if is_figure(value) else value
    if type(value) is Decimal:
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return str.__str__(value) if isinstance(value, str) else None
