"""Findings as people read them: one block each, sorted, accepted ones apart, a count at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen.cli.answer import Output
from reportgen.cli.excerpt import excerpt
from reportgen.diagnostics import Finding, Severity, any_blocks, in_order

COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}
ACCEPTED = "Đã biết và được chấp nhận:"


def blocks(
    findings: Iterable[Finding],
    root: Path | None,
    *,
    colour: bool,
    quiet: bool = False,
    verbose: bool = False,
    width: int = 0,
) -> list[str]:
    """The lines to print, folded at ``width`` columns if that is given. ``quiet`` keeps only what forbids writing.

    While something forbids writing, what was accepted long ago is only counted, unless ``verbose``.
    """
    ordered = in_order(findings)
    open_ones = [f for f in ordered if not f.accepted and (f.blocks or not quiet)]
    silent = quiet or (any_blocks(ordered) and not verbose)
    accepted = [] if silent else [f for f in ordered if f.accepted]
    lines = [line for f in open_ones for line in block(f, root, colour=colour, width=width)]
    if accepted:
        lines += [ACCEPTED] + [line for f in accepted for line in block(f, None, colour=colour, width=width)]
    return lines


def block(finding: Finding, root: Path | None, *, colour: bool, width: int = 0) -> list[str]:
    """One finding: its place and message, then the details that are known, indented."""
    where = f"{finding.place} " if str(finding.place) else ""
    kind = painted(finding.severity.value, COLOURS[finding.severity], colour)
    details = [
        ("đang ghi", finding.found),
        ("phải là", finding.expected),
        ("đoạn", f"«{finding.place.quote}»" if finding.place.quote else ""),
        ("gợi ý", "" if finding.accepted else finding.hint),
        ("căn cứ", finding.authority),
        ("lý do chấp nhận", finding.accepted),
    ]
    told = [line for name, value in details if value for line in folded(f"    {name}: {value}", width)]
    head = folded(f"{where}{kind} {finding.code}: {finding.message}", width)
    return [*head, *excerpt(finding.place, root), *told]


def folded(line: str, width: int) -> list[str]:
    """A line cut at blanks to ``width`` columns, what follows indented deeper; as it is if ``width`` is 0."""
    if not width or len(line) <= width:
        return [line]
    import textwrap

    deeper = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.wrap(line, width, subsequent_indent=deeper, break_long_words=False, break_on_hyphens=False)


def summary(findings: Sequence[Finding], files: Sequence[Output], *, partly: bool = False) -> str:
    """The last line: counts by severity, and that nothing was written where that is so; ``partly``: some of it was."""
    once = in_order(findings)
    counted = Counter(f.severity for f in once if not f.accepted)
    parts = [f"{counted[s]} {s.value}" for s in Severity if counted[s]]
    accepted = sum(1 for f in once if f.accepted)
    if accepted:
        parts.append(f"{accepted} điểm đã chấp nhận")
    return ", ".join(parts) + ("" if files or partly else "; không ghi tệp nào")


def painted(text: str, style: str, colour: bool) -> str:
    """``text`` in an ANSI style, or as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
