"""The filters templates may use, by name: every public function of ``reportgen.filters``."""

from __future__ import annotations

from collections.abc import Mapping
from types import FunctionType

from reportgen import filters

FILTERS: Mapping[str, FunctionType] = {
    name: made
    for name, made in vars(filters).items()
    if isinstance(made, FunctionType) and not name.startswith("_") and made.__module__ == filters.__name__
}
