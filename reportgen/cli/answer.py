"""What a command gives back: findings, files, lines for people, data for programs. The entry prints it."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding
from reportgen.noun import field, noun

CLEAN, FINDINGS, WRONG_USE, MISSING_TOOL, PART_FAILED, PIPE_CLOSED = 0, 1, 2, 3, 4, 141


@noun
class Output:
    """A file the command made. ``path`` as shown to staff; ``written`` is False if the very same bytes were there."""

    path: str
    sha256: str
    written: bool = True
    name: str = ""


@noun
class Answer:
    """``lines`` go to standard output, ``talk`` to standard error; ``data`` is what ``--json`` adds for programs.

    ``printed``: the command has printed its JSON itself, a piece at a time; only findings are left to be shown.
    """

    lines: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    files: tuple[Output, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict)
    exit_code: int = CLEAN
    printed: bool = False
