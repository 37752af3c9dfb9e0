"""The mouth: the only room that reads the command line, prints and ends the process.

``main`` is light on purpose: a command's module, and every library it needs, is imported only when that
command runs, so that ``reportgen --help`` costs little more than starting Python. Even the entry is imported inside
``main``: whoever presses Ctrl-C while modules are still being loaded is answered like anybody else.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

STOPPED = 130
"""What a shell reports of a program ended by Ctrl-C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: the process's own) and return the exit code; 130 for Ctrl-C, at any moment."""
    try:
        from reportgen.cli.entry import run_line

        return run_line(argv)
    except KeyboardInterrupt:
        return _stopped()


def _stopped() -> int:
    try:
        reconfigure = getattr(sys.stderr, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr, flush=True)
    except (KeyboardInterrupt, OSError):
        pass  # pressed again, or nobody reads: there is nothing more to say
    return STOPPED


__all__ = ["main"]
