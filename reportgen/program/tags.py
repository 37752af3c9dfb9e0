"""A program: text with Jinja tags in it, where the place of every tag is known.

The trick that keeps places exact: a tag is written with a line break behind its opening braces, so it owns a
line of the program that nothing else shares. Jinja allows the break, the page never sees it, and whatever
Jinja says about line 212 is said about ``noi-dung.md:41:17`` or about «đoạn 12» of a frame, without a map of
blocks.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.noun import field, noun, working
from reportgen.pattern import Pattern

TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
OPENING = Pattern(r"\{[{%#]")
STATEMENT = Pattern(r"\{%[-+]?\s*(\w*)(.*?)[-+]?%\}\Z", re.DOTALL)

LONGEST_TAG = 400
CONTROL_WORDS = ("for", "if", "elif", "else", "endfor", "endif")
CLOSES = {"endfor": "for", "endif": "if"}

_CURLY_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "′": "'"})
_STRING = Pattern(r"'[^']*'|\"[^\"]*\"")
_DECIMAL_COMMA = Pattern(r"(?<![\w.])\d+,\d+(?![\w.])")
_ONE_GROUP = Pattern(r"(?<![\w.])\d{1,3}(\.\d{3})+(?![\w.])")
_PRIVATE = Pattern(r"(?<!\w)_\w*")


@noun
class Program:
    """Jinja source, and for each line that holds a tag the place the tag was typed at.

    ``own`` are the lines of tags this program wrote itself (numbers of headings, indents of rules).
    """

    source: str
    places: tuple[tuple[int, Place], ...] = ()
    own: frozenset[int] = frozenset()

    def place_of(self, line: int) -> Place:
        """Where the tag on this line was typed; for line 0, and before the first tag, the whole file."""
        at = bisect.bisect_right(self.places, line, key=lambda pair: pair[0]) - 1
        if at >= 0:
            return self.places[at][1]
        return Place(self.places[0][1].file) if self.places else NOWHERE


@noun
class Piece:
    """A stretch of text, or one tag with the place it was typed at; ``own`` tags are written by this
    program.
    """

    words: str
    is_tag: bool = False
    place: Place = NOWHERE
    own: bool = False


@working
class ProgramText:
    """Collects text and tags in the order of the page and makes the Program; faults of tags gather in
    ``findings``.
    """

    findings: list[Finding] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def text(self, words: str) -> None:
        """Literal text; it must hold no tag."""
        self.pieces.append(Piece(words))

    def tag(self, source: str, place: Place = NOWHERE) -> None:
        """A tag somebody typed at ``place``, braces included."""
        self.findings.extend(tag_faults(source, place))
        self.pieces.append(Piece(source, True, place))

    def own_tag(self, source: str, place: Place = NOWHERE) -> None:
        """A tag of our own making; it may use the inner filters that typed tags may not."""
        self.pieces.append(Piece(source, True, place, own=True))

    def extend(self, other: ProgramText) -> None:
        """Everything another text collected, after what is here."""
        self.findings.extend(other.findings)
        self.pieces.extend(other.pieces)

    def program(self) -> Program:
        """What was collected so far, every tag on a line of its own."""
        written: list[str] = []
        places: list[tuple[int, Place]] = []
        own: set[int] = set()
        line = 1
        for piece in self.pieces:
            if piece.is_tag:
                places.append((line + 1, piece.place))
                own.update((line + 1,) if piece.own else ())
                cut = 3 if piece.words[:3] in ("{%-", "{%+") else 2
                written.append(f"{piece.words[:cut]}\n{piece.words[cut:]}")
                line += 1
            else:
                written.append(piece.words)
            line += piece.words.count("\n")
        return Program("".join(written), tuple(places), frozenset(own))


def split_tags(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its tags, in order: (piece, is it a tag)."""
    at = 0
    for found in TAG.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def statement_word(tag: str) -> str:
    """The first word of a ``{% … %}`` tag: for, if, endif …"""
    found = STATEMENT.match(tag)
    return found.group(1) if found else ""


def straight_quotes(tag: str) -> str:
    """The tag with the quotes Word bends while typing made straight again, and no-break spaces made plain."""
    return tag.translate(_CURLY_QUOTES).replace("\N{NO-BREAK SPACE}", " ")


def tag_faults(tag: str, place: Place) -> list[Finding]:
    """What can be seen wrong in a tag without understanding it."""
    inside = tag[2:-2].strip()
    if len(tag) <= LONGEST_TAG and inside.isidentifier() and not inside.startswith("_") and tag.startswith("{{"):
        return []  # a name and nothing else: the usual tag
    shown = tag if len(tag) < 80 else tag[:77] + "…"
    if len(tag) > LONGEST_TAG:
        return [
            error(
                "MAU30",
                f"thẻ dài quá {LONGEST_TAG} ký tự",
                place,
                found=shown,
                hint="thẻ chỉ nên là một tên số liệu; phần tính toán khai ở loai.yml",
            )
        ]
    found = []
    for sees, code, message, hint in _FAULTS:
        if words := sees(tag):
            found.append(error(code, message.format(words), place, found=shown, hint=hint))
    return found


def _curly(tag: str) -> str:
    return "".join(dict.fromkeys(c for c in tag if ord(c) in _CURLY_QUOTES))


def _raw(tag: str) -> str:
    word = statement_word(tag)
    return word if word in ("raw", "endraw") else ""


def _outside_strings(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def sees(tag: str) -> str:
        found = pattern.search(_STRING.sub("''", tag))
        return found.group().strip(" .") if found else ""

    return sees


_FAULTS: tuple[tuple[Callable[[str], str], str, str, str], ...] = (
    (_curly, "MAU12", "trong thẻ có dấu nháy cong {}", "gõ lại bằng dấu nháy thẳng: ' hoặc \""),
    (
        lambda tag: OPENING.search(tag[2:-2]) and "{{",
        "MAU04",
        "thẻ mở hai lần mà chưa đóng",
        "mỗi thẻ mở bằng {{ thì đóng bằng }} rồi mới mở thẻ khác",
    ),
    (_raw, "MAU07", "không dùng được lệnh «{}»", "chỉ có: for … endfor, if … elif … else … endif"),
    (
        _outside_strings(_ONE_GROUP),
        "MAU42",
        "số «{}» trong thẻ đọc được hai cách (dấu chấm ngăn nghìn hay phần lẻ)",
        "trong thẻ gõ số liền, không có dấu ngăn: 1000",
    ),
    (
        _outside_strings(_DECIMAL_COMMA),
        "MAU42",
        "số «{}» trong thẻ dùng dấu phẩy",
        "trong thẻ, phần lẻ viết sau dấu chấm: 4.5",
    ),
    (
        _outside_strings(_PRIVATE),
        "MAU43",
        "tên bắt đầu bằng dấu gạch dưới «{}» không được dùng trong mẫu",
        "chỉ dùng tên số liệu và tên có trong danh sách của lệnh «reportgen explain MAU31»",
    ),
)
