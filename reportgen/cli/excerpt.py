"""Two lines of a person's own file under a finding: the line meant and a mark under the place."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Place

TEXT_FILES = (".yml", ".yaml", ".md", ".csv")
LONGEST = 100


def excerpt(place: Place, root: Path | None) -> list[str]:
    """The line ``place`` points at and a caret below; nothing for places outside the project's text files."""
    if root is None or not place.line or not place.file.endswith(TEXT_FILES):
        return []
    line = _line(root / place.file, place.line)
    if not line.strip():
        return []
    shown, column = _window(line, place.column)
    margin = f"{place.line:>5} | "
    marked = [margin + shown]
    if column:
        marked.append(" " * (len(margin) - 2) + "| " + _below(shown, column) + "^")
    return marked


def _line(path: Path, number: int) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        # The excerpt is a courtesy; the finding itself says what is wrong with an unreadable file.
        return ""
    return lines[number - 1] if number <= len(lines) else ""


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around ``column`` (from 1), and the column in that part."""
    if len(line) <= LONGEST:
        return line, column
    start = max(0, min(column - LONGEST // 2, len(line) - LONGEST))
    cut = line[start : start + LONGEST]
    head, tail = "…" if start else "", "…" if start + LONGEST < len(line) else ""
    return head + cut + tail, max(0, column - start + len(head)) if column else 0


def _below(line: str, column: int) -> str:
    return "".join("\t" if c == "\t" else " " for c in line[: column - 1])
