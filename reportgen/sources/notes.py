"""What people attached to cells: comments (Excel 365 calls them notes) and the threads that Excel keeps a plain copy of."""

from __future__ import annotations

from reportgen.pattern import Pattern
from reportgen.sources.grid import MAX_COLUMNS, MAX_ROWS, column_number
from reportgen.sources.parts import plain_text, related_parts
from reportgen.sources.xml_events import parse
from reportgen.sources.zipguard import GuardedZip

MOST = 1_000
LONGEST = 2_000
_ADDRESS = Pattern(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_THREAD = Pattern(r"\[Threaded comment\].*?(?:Comment|Bình luận|Nhận xét|Chú thích):\s*", 0)
_THREAD_ROUGHLY = Pattern(r"\[Threaded comment\][^\n]*\n+", 0)


def read_notes(archive: GuardedZip, sheet: str) -> dict[tuple[int, int], str]:
    """The notes of the sheet in the part ``sheet``: (row, column) → text, at most ``MOST``; blank ones left out."""
    found: dict[tuple[int, int], str] = {}
    for part in related_parts(archive, sheet, "comments"):
        for ref, text in _said(archive, part):
            match = _ADDRESS.fullmatch(ref)
            at = (int(match[2]), column_number(match[1])) if match else (0, 0)
            if text and 0 < at[0] <= MAX_ROWS and at[1] <= MAX_COLUMNS and len(found) < MOST:
                found[at] = text
    return found


def _said(archive: GuardedZip, part: str) -> list[tuple[str, str]]:
    said: list[tuple[str, list[str]]] = []
    state = {"t": False, "rPh": False}

    def text(piece: str) -> None:
        if state["t"] and said and sum(map(len, said[-1][1])) < LONGEST:
            said[-1][1].append(piece)

    starts = {
        "comment": lambda attributes: said.append((attributes.get("ref", ""), [])),
        "t": lambda _: state.update(t=not state["rPh"]),
        "rPh": lambda _: state.update(rPh=True),
    }
    ends = {"t": lambda: state.update(t=False), "rPh": lambda: state.update(rPh=False)}
    if archive.has(part):
        parse(archive.blocks(part), starts, ends, text)
    return [(ref, _own_words(plain_text("".join(pieces)))) for ref, pieces in said[:MOST]]


def _own_words(text: str) -> str:
    """A note in one line, without what Excel writes before a thread's words."""
    for opening in (_THREAD, _THREAD_ROUGHLY):
        if match := opening.match(text.replace("\n", " ") if opening is _THREAD else text):
            text = text[match.end() :]
            break
    return " ".join(text.split())
