"""What our filters take behind their value, as their definitions say it; asked only for templates with filters."""

from __future__ import annotations

import inspect
from typing import Any


def documented(filter_: Any) -> str:
    """What a filter says of itself."""
    return inspect.getdoc(filter_) or ""


def accepts(filter_: Any, arguments: list[Any]) -> bool:
    """Are these constants of the number and kinds the filter takes behind its value?"""
    if any(type(argument).__name__ != "Const" for argument in arguments):
        return False
    parameters = list(inspect.signature(filter_).parameters.values())[1:]
    needed = sum(p.default is p.empty for p in parameters)
    if not needed <= len(arguments) <= len(parameters):
        return False
    return all(
        type(argument.value).__name__ in str(parameter.annotation).split(" | ")
        for argument, parameter in zip(arguments, parameters, strict=False)
    )
