"""Is the XML still whole whatever the statements do? Asked of the program before anything is printed.

A loop that opens in one table cell and closes in another prints a broken file, one that holds the only
paragraph of a cell prints a file Word calls damaged. Both are seen here: what stands between a statement and
its end must be whole XML (or leave one run and enter another of the same paragraph), and every cell and table
must keep something that no statement can take away.
"""

from __future__ import annotations

from collections.abc import Callable

from reportgen.diagnostics import Finding, Place, error
from reportgen.docx.tags import TC, TR, P, TaggedPart
from reportgen.docx.xml import Element, etree, qn
from reportgen.noun import field, working
from reportgen.pattern import Pattern
from reportgen.program.tags import CLOSES, CONTROL_WORDS, ProgramText, statement_word

_ELEMENT = Pattern(r"<(/?)([\w:]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_NUMBER = Pattern(r"\d+")
ALONE = "lệnh mở và lệnh đóng phải cùng trong một đoạn, hoặc mỗi lệnh một đoạn riêng viết {%p … %} trong cùng một ô"


@working
class _Open:
    """A statement that is still open, and what happened to the elements around it since: those closed, those
    opened.
    """

    word: str
    place: Place
    source: str
    closed: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def walk(self, name: str, closing: bool) -> None:
        """Note that an element ``name`` opens or closes while the statement is open."""
        if not closing:
            self.opened.append(name)
        elif self.opened:
            self.opened.pop()
        else:
            self.closed.append(name)

    @property
    def tears(self) -> bool:
        """Would the XML break, or two paragraphs run together, if what stands in between went away or came
        twice?
        """
        return self.closed != self.opened[::-1] or "w:p" in self.closed


def statement_faults(text: ProgramText) -> list[Finding]:
    """Statements without a partner, and statements that would tear the XML between them."""
    findings: list[Finding] = []
    open_: list[_Open] = []
    for piece in text.pieces:
        if not piece.is_tag:
            if open_:
                _walk(piece.words, open_[-1])
        elif piece.words.startswith("{%"):
            _statement(statement_word(piece.words), piece.words, piece.place, open_, findings)
    findings += [
        error("MAU06", f"lệnh {o.word} chưa có end{o.word}", o.place, found=o.source, hint=ALONE)
        for o in open_
    ]
    return findings


def _walk(xml: str, inner: _Open) -> None:
    for found in _ELEMENT.finditer(xml):
        if not found[3]:
            inner.walk(found[2], bool(found[1]))


def _statement(word: str, source: str, place: Place, open_: list[_Open], findings: list[Finding]) -> None:
    if word in CLOSES.values():
        open_.append(_Open(word, place, source))
        return
    if word not in CONTROL_WORDS:
        findings.append(
            error(
                "MAU07",
                f"không dùng được lệnh «{word or source}»",
                place,
                found=source,
                hint="chỉ có: for … endfor, if … elif … else … endif",
            )
        )
        return
    if not open_ or (word in CLOSES and CLOSES[word] != open_[-1].word):
        findings.append(
            error("MAU06", f"lệnh {word} không khớp với lệnh mở nào", place, found=source, hint=ALONE)
        )
        return
    inner = open_[-1]
    if inner.tears:
        findings.append(
            error(
                "MAU52",
                f"lệnh {inner.word} mở và {word} đóng ở hai chỗ không cùng cấp",
                inner.place,
                found=inner.source,
                hint=ALONE,
            )
        )
    if word not in CLOSES:
        inner.closed, inner.opened = [], []
        return
    open_.pop()
    for name in inner.closed if open_ else ():
        open_[-1].walk(name, True)
    for name in inner.opened if open_ else ():
        open_[-1].walk(name, False)


def emptied_faults(
    root: Element, statement_of: Callable[[Element], tuple[str, Place] | None]
) -> list[Finding]:
    """Cells and tables that could be left with nothing in them; ``statement_of`` says which children are
    statements.
    """
    kinds = (
        (
            TC,
            P,
            "ô này có thể không còn đoạn nào",
            "thêm một đoạn trống ở cuối ô, sau lệnh {%p endif %} hoặc {%p endfor %}",
        ),
        (
            qn("w:tbl"),
            TR,
            "bảng này có thể không còn dòng nào",
            "giữ một dòng ngoài các lệnh {%tr … %}, ví dụ dòng đầu cột",
        ),
        (TR, TC, "dòng này của bảng có thể không còn ô nào", "giữ một ô ngoài các lệnh {%tc … %}"),
    )
    return [
        error("MAU52", f"{message}, khi đó Word báo tệp hỏng", place, hint=hint)
        for holder, needed, message, hint in kinds
        for element in root.iter(holder)
        if (place := _loosest(element, needed, statement_of)) is not None
    ]


def marked_statement(part: TaggedPart) -> Callable[[Element], tuple[str, Place] | None]:
    """Statements of a tagged part: the comments that stand where their paragraph or row was."""

    def statement_of(child: Element) -> tuple[str, Place] | None:
        return part.tags[int(_NUMBER.search(child.text)[0])] if isinstance(child, etree._Comment) else None

    return statement_of


def _loosest(
    holder: Element, needed: str, statement_of: Callable[[Element], tuple[str, Place] | None]
) -> Place | None:
    """The place of a statement that may take away all ``needed`` children of ``holder``; None if one always
    stays.
    """
    depth, place = 0, None
    for child in holder:
        if statement := statement_of(child):
            word = statement_word(statement[0])
            depth += (word in CLOSES.values()) - (word in CLOSES)
            place = place or statement[1]
        elif child.tag == needed and depth == 0:
            return None
    return place
