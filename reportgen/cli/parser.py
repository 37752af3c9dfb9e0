"""The parser: Vietnamese, strict, and its errors are findings like all others."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from reportgen.cli.argparse_texts import speak_vietnamese
from reportgen.cli.console import columns
from reportgen.errors import UsageError

WIDTH = 96


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as typed in the sources (descriptions and examples keep their lines), not wider than WIDTH."""

    def __init__(self, prog: str):
        super().__init__(prog, max_help_position=30, width=min(columns() - 2, WIDTH))


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError LE03 instead of printing and ending the process."""

    def __init__(self, prog: str, **more):
        speak_vietnamese()
        self.options: list[str] = []
        super().__init__(prog, formatter_class=Formatter, allow_abbrev=False, **more)
        self.color = False  # Python 3.14 colours help by itself; ours is plain everywhere

    def add_argument(self, *names: str, **more):
        """As argparse; remembers the option names so that a misspelt one can be answered with the nearest."""
        self.options += [name for name in names if name.startswith("-")]
        return super().add_argument(*names, **more)

    def parse_args(self, args: Sequence[str] | None = None, namespace=None):
        """As argparse, but an unknown option is answered with the nearest known one."""
        known, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self._refuse_unknown(unknown)
        return known

    def error(self, message: str):
        """UsageError LE03 with where to read more."""
        raise UsageError.of("LE03", message, hint=f"xem cách dùng: {self.prog} --help")

    def _refuse_unknown(self, unknown: Sequence[str]) -> None:
        from reportgen.vietnamese.text import nearest

        word = next((w for w in unknown if w.startswith("-")), unknown[0])
        close = nearest(word.partition("=")[0], self.options) if word.startswith("-") else None
        kind = "tùy chọn" if word.startswith("-") else "tham số"
        hint = f"có phải {close}? " if close else ""
        raise UsageError.of(
            "LE03", f"{self.prog}: không có {kind} {word}", hint=f"{hint}Xem cách dùng: {self.prog} --help"
        )
