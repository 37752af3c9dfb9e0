"""The terminal: UTF-8 whatever it was, colour only where it is wanted, results and talk on their own streams."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, TextIO

from reportgen.cli.answer import CLEAN, FINDINGS, PART_FAILED, PIPE_CLOSED, Answer
from reportgen.errors import system_says

if TYPE_CHECKING:
    from pathlib import Path

USUAL_COLUMNS = 80


def use_utf8() -> str:
    """Make both streams write UTF-8 and return what standard output was set to.

    A Windows console set to cp1252 or cp1258 would fail on Vietnamese.
    """
    before = getattr(sys.stdout, "encoding", None) or ""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # started without a console (pythonw), or closed by the shell
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    return before


def wants_colour(stream: TextIO) -> bool:
    """True on a terminal that shows ANSI colours, unless NO_COLOR is set (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return sys.platform != "win32" or any(name in os.environ for name in ("WT_SESSION", "TERM", "ANSICON"))


def width_of(stream: TextIO) -> int:
    """Columns to fold long lines at; 0 (never) if the stream is no terminal."""
    return max(60, columns() - 1) if stream.isatty() else 0


def columns() -> int:
    """Columns of the terminal (COLUMNS, if it is set, counts more), as ``shutil`` finds them without the packers it imports."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL_COLUMNS
    except (AttributeError, ValueError, OSError):  # no terminal, or no stream at all
        return USUAL_COLUMNS


def printed(answer: Answer, command: str, root: Path | None, args: Namespace) -> int:
    """Print the answer; its exit code, or another where the answer could not be put down (a full disk, a closed pipe)."""
    try:
        show(answer, command, root, args)
        sys.stdout.flush()
    except OSError as failure:
        if failure.errno in (errno.EPIPE, errno.EINVAL):  # Windows calls a pipe nobody reads an invalid argument
            return unread()
        return unwritten(failure, answer.exit_code)
    return answer.exit_code


def unread() -> int:
    """The reader went away (reportgen list | more, closed): nothing to say, and nobody to say it to."""
    _let_go()
    return PIPE_CLOSED


def unwritten(failure: OSError, exit_code: int = CLEAN) -> int:
    """The result could not be written where standard output goes; said on standard error. ``exit_code``, but never «clean»."""
    _let_go(sys.stdout)
    from reportgen.cli.findings_text import block
    from reportgen.diagnostics import error

    message = f"không ghi được kết quả ra nơi nhận ({system_says(failure)})"
    told = error("LE12", message, hint="ghi vào ổ đĩa còn chỗ, hoặc xem trên màn hình")
    try:
        print(*block(told, None, colour=False), sep="\n", file=sys.stderr, flush=True)
    except OSError:
        _let_go()
    return exit_code or FINDINGS


def _let_go(*streams: TextIO) -> None:
    """Point the streams (default: both) at nothing: Python would write once more, and complain once more, at the end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in streams or (sys.stdout, sys.stderr):
        try:
            os.dup2(nothing, stream.fileno())
        except (AttributeError, OSError, ValueError):
            continue  # no stream, or none of the system's
    os.close(nothing)


def show(answer: Answer, command: str, root: Path | None, args: Namespace) -> None:
    """Print the answer: JSON for programs, or talk and findings on stderr and results on stdout."""
    if args.json and not answer.printed:
        from reportgen.cli.json_text import json_text

        print(json_text(answer, command))
        return
    if answer.findings:
        from reportgen.cli.findings_text import blocks, summary

        look = {"colour": wants_colour(sys.stderr), "width": width_of(sys.stderr)}
        for line in blocks(answer.findings, root, quiet=args.quiet, verbose=args.verbose, **look):
            print(line, file=sys.stderr)
    for line in answer.lines:
        print(line)
    if args.quiet:
        return
    for line in answer.talk:
        print(line, file=sys.stderr)
    if answer.findings:
        print(summary(answer.findings, answer.files, partly=answer.exit_code == PART_FAILED), file=sys.stderr)
