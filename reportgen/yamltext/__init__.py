"""YAML as text: every scalar stays exactly what was typed, and everything knows its line.

The only door to PyYAML.

Why not ``yaml.safe_load``: it turns ``1.411`` into a float, ``010`` into 8, ``12:30`` into 750 and ``no``
into False, reads ``[9,92]`` as two numbers, and lets the last of two equal keys win without a word. Types
come from the declaration of a field (``reportgen.fields``), never from the look of the text.

``characters`` makes a clean text of bytes, ``building`` makes ``nodes`` of the parser's events; ``refusals``
and ``syntax`` say what is wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Finding, Place, in_order
from reportgen.errors import DataError
from reportgen.yamltext.building import Builder, Stop
from reportgen.yamltext.characters import MAX_CHARACTERS, clean, decode
from reportgen.yamltext.nodes import Mapping, Node, Scalar, Sequence, is_blank
from reportgen.yamltext.refusals import unreadable_file

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "is_blank", "load", "parse"]


def load(path: Path, shown: str | None = None) -> Node:
    """Read a YAML file (UTF-8, BOM allowed). ``shown`` is its name in messages (default: relative to cwd)."""
    path = Path(path)
    shown = shown if shown is not None else _shown_path(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_CHARACTERS + 1)
    except (OSError, ValueError) as failure:  # ValueError: a NUL in the path
        raise DataError([unreadable_file(path, shown, failure)]) from None
    text, fault = decode(raw, shown)
    if fault:
        raise DataError([fault])
    return parse(text, shown)


def parse(text: str, file: str) -> Node:
    """The tree of one YAML document. Raises DataError with every fault that could be collected.

    An empty text gives a blank plain scalar. Structural faults (repeated keys, anchors, tags, ``9,92`` in
    brackets) are all reported; the first syntax error ends the reading.
    """
    import yaml  # 25 ms: only commands that read a data file pay for it

    text, fault = clean(text, file)
    if fault:
        raise DataError([fault])
    builder = Builder(text, file)
    try:
        for event in _events(text):
            builder.take(event)
    except Stop:
        pass  # its reason is already among the findings
    except yaml.YAMLError as failure:
        builder.findings.append(_syntax_error(failure, builder))
    if builder.findings:
        raise DataError(in_order(builder.findings))
    return builder.root or Scalar("", True, Place(file, 1, 1))


def _events(text: str) -> Iterator:
    import yaml

    return yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _syntax_error(failure, builder: Builder) -> Finding:
    from reportgen.yamltext.syntax import SyntaxSpot, word_syntax_error  # 5 ms a good file need not pay

    problem, context = getattr(failure, "problem_mark", None), getattr(failure, "context_mark", None)
    at = (problem.line + 1, problem.column + 1) if problem else (1, 1)
    opened = (context.line + 1, context.column + 1) if context else at
    words = f"{getattr(failure, 'context', '') or ''} | {getattr(failure, 'problem', '') or failure}"
    return word_syntax_error(SyntaxSpot(builder.file, builder.lines, words, at, opened, builder.last_quoted))


def _shown_path(path: Path) -> str:
    try:
        path = path.absolute().relative_to(Path.cwd())
    except ValueError:
        pass  # outside the current folder: shown as it was given
    return unicodedata.normalize("NFC", path.as_posix())
