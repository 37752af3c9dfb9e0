"""Inside a paragraph: words, tags and emphasis, each with the line and column it was typed at.

Emphasis may run over the line breaks of one paragraph, a tag may not run over any. ``*`` with a space on both
sides is a star; every other star opens or closes; ``\\*`` is always a star.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.diagnostics import Finding, Place, error
from reportgen.document import Inline, Inlines, Tag, Text
from reportgen.noun import field, noun, working
from reportgen.pattern import Pattern
from reportgen.program.tags import tag_faults

_TOKEN = Pattern(
    r"\\(?P<escaped>[^\w\s])"
    r"|(?P<tag>\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})"
    r"|(?P<open>\{[{%#])"
    r"|(?P<close>[}%#]\})"
    r"|(?P<stars>\*{1,3})"
)
_PIPE = Pattern(r"\\.|\{\{.*?\}\}|\{%.*?%\}|(?P<pipe>\|)")


@noun
class Line:
    """A line of the file, or a part of it: its words, its number, and the column of its first character."""

    text: str
    number: int
    column: int = 1

    def part(self, start: int, end: int | None = None) -> Line:
        """The characters from ``start`` to ``end`` without the white space around them."""
        words = self.text[start:end]
        bare = words.lstrip()
        return Line(bare.rstrip(), self.number, self.column + start + len(words) - len(bare))

    def place(self, file: str, offset: int = 0, quote: str = "") -> Place:
        """Where the character at ``offset`` stands."""
        return Place(file, self.number, self.column + offset, quote=quote)


def read_inlines(lines: Sequence[Line], file: str, findings: list[Finding]) -> Inlines:
    """The pieces of one paragraph (or cell) whose lines are given; lines are joined with a space."""
    reader = _Emphasis(file, findings)
    for index, line in enumerate(lines):
        if index:
            reader.words(" ", line.place(file))
        _read_line(line, reader)
    return reader.finish()


def split_cells(line: Line) -> list[Line]:
    """The cells of a table row that starts with ``|``; a ``|`` inside a tag or after a backslash does not
    cut.
    """
    cuts = [m.start() for m in _PIPE.finditer(line.text) if m.group("pipe")]
    ends = [*cuts[1:], len(line.text)]
    cells = [line.part(start + 1, end) for start, end in zip(cuts, ends, strict=True)]
    return cells[:-1] if len(cells) > 1 and not cells[-1].text else cells


@working
class _Emphasis:
    """Gathers the pieces of one paragraph and knows whether they are bold or italic."""

    file: str
    findings: list[Finding]
    pieces: list[Inline] = field(default_factory=list)
    bold: Place | None = None
    italic: Place | None = None

    def words(self, text: str, place: Place) -> None:
        """Keep words as they read, bold or italic as it stands; an empty text is nothing."""
        if text:
            self.pieces.append(Text(text, self.bold is not None, self.italic is not None, place))

    def tag(self, source: str, place: Place) -> None:
        """Keep a tag ``{{ … }}``; what is wrong inside it goes to the findings."""
        self.findings.extend(tag_faults(source, place))
        self.pieces.append(Tag(source, self.bold is not None, self.italic is not None, place))

    def stars(self, count: int, place: Place) -> None:
        """One star turns italic on or off, two turn bold, three both; ``place`` is where it was opened."""
        if count >= 2:
            self.bold = None if self.bold else place
        if count in (1, 3):
            self.italic = None if self.italic else place

    def finish(self) -> Inlines:
        """The pieces of the paragraph; MAU03 for bold or italic left open."""
        for opened, stars, kind in ((self.bold, "**", "đậm"), (self.italic, "*", "nghiêng")):
            if opened:
                self.findings.append(
                    error(
                        "MAU03",
                        f"chữ {kind} mở bằng {stars} mà chưa đóng trong đoạn này",
                        opened,
                        found=stars,
                        hint=f"thêm {stars} vào cuối phần chữ {kind}; nếu muốn in dấu sao thì gõ \\*",
                    )
                )
        return tuple(self.pieces)


def _read_line(line: Line, reader: _Emphasis) -> None:
    at = 0
    for found in _TOKEN.finditer(line.text):
        reader.words(line.text[at : found.start()], line.place(reader.file, at))
        _read_token(found, line, reader)
        at = found.end()
    reader.words(line.text[at:], line.place(reader.file, at))


def _read_token(found: re.Match[str], line: Line, reader: _Emphasis) -> None:
    words, start = found.group(), found.start()
    place = line.place(reader.file, start)
    if found["escaped"]:
        reader.words(found["escaped"], place)
    elif found["stars"]:
        if _is_star(found, reader):
            reader.words(words, place)
        else:
            reader.stars(len(words), place)
    elif found["open"] or found["close"]:
        reader.findings.append(_torn(words, line, place))
    elif words.startswith("{{"):
        reader.tag(words, place)
    elif words.startswith("{%"):
        reader.findings.append(
            error(
                "MAU05",
                "lệnh {% … %} nằm giữa dòng chữ",
                place,
                found=words,
                hint="cho lệnh này đứng một mình trên một dòng, chữ xuống dòng dưới",
            )
        )


def _is_star(found: re.Match[str], reader: _Emphasis) -> bool:
    """A star that emphasises nothing: a space (or the edge) on both sides, or one that would open onto a
    space.
    """
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    open_now = reader.bold if len(found.group()) == 2 else reader.italic
    if open_now:
        return bool(before.isspace() and after and after.isspace())
    return len(found.group()) == 1 and (not after or after.isspace())


def _torn(braces: str, line: Line, place: Place) -> Finding:
    if braces[0] == "{":
        kind, code = ("ghi chú", "MAU14") if braces == "{#" else ("thẻ", "MAU04")
        end = {"{{": "}}", "{%": "%}", "{#": "#}"}[braces]
        return error(
            code,
            f"{kind} mở bằng {braces} mà chưa đóng trên dòng này",
            place,
            found=line.text[:80],
            hint=f"thêm {end}; cả thẻ phải nằm trên cùng một dòng",
        )
    return error(
        "MAU13",
        f"có dấu đóng {braces} mà không có dấu mở",
        place,
        found=line.text[:80],
        hint="thêm dấu mở, hoặc xóa dấu đóng thừa",
    )
