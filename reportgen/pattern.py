"""``Pattern``: a regular expression that is compiled when it is first used.

The package holds some two hundred patterns, and Python takes 0,1 to 1 ms to compile one: at import that was a tenth of a
cold build, most of it for patterns the run never came to. So a module says ``Pattern(…)`` where it would say
``re.compile(…)``; a test in ``tests/structure`` keeps it so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Lazy:
    """Has every attribute of the compiled pattern, from the first one asked for on as its own."""

    def __init__(self, pattern: str, flags: int = 0):
        self._source = (pattern, flags)
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(*self._source)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found

    def __repr__(self) -> str:
        return f"Pattern{self._source}"


if TYPE_CHECKING:
    Pattern = re.compile
else:
    Pattern = _Lazy
