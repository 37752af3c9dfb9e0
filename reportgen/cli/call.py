"""One call of the program: what was typed, the project it works in, and how to ask or tell on the way."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from reportgen.diagnostics import Place
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.project import Project


class Call:
    """Given to a command's ``run``. The project is looked for when first asked for.

    ``encoding`` is what the terminal was set to before we switched it to UTF-8.
    """

    def __init__(self, args: argparse.Namespace, encoding: str = ""):
        self.args = args
        self.encoding = encoding
        self._project: Project | None = None

    @property
    def start(self) -> Path:
        """The folder the call starts from: ``--du-an`` or the current one. UsageError LE02 if it is not there."""
        from pathlib import Path

        typed = getattr(self.args, "du_an", None)
        if typed is None:
            return Path.cwd()
        folder = Path(os.path.abspath(typed))
        if not folder.is_dir():
            raise UsageError.of(
                "LE02", f"không có thư mục {typed}", Place(typed), hint="xem lại đường dẫn sau --du-an"
            )
        return folder

    @property
    def project(self) -> Project:
        """The project of the call. UsageError LE02 if there is none."""
        if self._project is None:
            from reportgen.project import find_project

            self._project = find_project(self.start)
        return self._project

    @property
    def root(self) -> Path | None:
        """The project's folder if it has been found, for quoting lines of its files."""
        return self._project.root if self._project else None

    @property
    def can_ask(self) -> bool:
        """True if somebody sits at the keyboard."""
        return sys.stdin is not None and sys.stdin.isatty() and not getattr(self.args, "json", False)

    def ask(self, question: str, default: str = "") -> str:
        """The answer typed to ``question`` (``default`` for an empty one). The question goes to standard error."""
        shown = f"{question} [{default}]: " if default else f"{question}: "
        print(shown, end="", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip() or default

    def tell(self, line: str) -> None:
        """A line of progress on standard error, only for somebody who watches."""
        if sys.stderr.isatty() and not self.args.quiet and not self.args.json:
            print(line, file=sys.stderr, flush=True)
