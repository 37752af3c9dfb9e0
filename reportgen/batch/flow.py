"""From rows to entries: what each is called, whether it is there already, whether its page is read back.

The layout of a page is decided by the template, so it is judged once for the template and on a sample: the first document, every
``EVERY`` manieth, and each whose names and facts are a fifth longer than any before, for it is length that breaks a line where
none was broken. The choice looks at the rows alone, so it is the same however many workers there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from reportgen.batch.books import Taken
from reportgen.batch.ledger import Ledger, Line
from reportgen.batch.making import digest
from reportgen.batch.naming import ROW, NamePattern, Names
from reportgen.batch.nouns import FIGURE, WORD, Columns, Entry, Row, settled
from reportgen.batch.options import EVERY, Wish
from reportgen.batch.own_tables.report import tables_text
from reportgen.batch.row_report import text_of
from reportgen.diagnostics import Finding, Place, warning
from reportgen.noun import field, noun, working
from reportgen.sources.grid import Cell

LONGER = 6, 5
"""A text counts as longer than all before from this ratio on."""

MOST_TWINS = 50
"""Notes of units that come twice; a sheet with more of them is told well enough."""

Choose = Callable[[Row], "bool | Finding"]


@working
class Flow:
    """What is known while rows go by.

    ``static``: a digest of all that is not the row; ``count``: entries so far; ``notes``: what is said of rows that does not end
    them; ``units``: the names so far.
    """

    wish: Wish
    pattern: NamePattern
    fixed: Mapping[str, str]
    ledger: Ledger
    static: bytes
    names: Names = field(default_factory=Names)
    longest: int = 0
    count: int = 0
    spots: Spots | None = None
    notes: list[Finding] = field(default_factory=list)
    units: dict[tuple[str, ...], Place] = field(default_factory=dict)

    def entries(self, taken: Iterator[Taken], choose: Callable[[Columns], Choose]) -> Iterator[tuple[Columns | None, Entry]]:
        """The entries of the rows chosen, at most ``limit`` of them."""
        known: Columns | None = None
        chosen: Choose = lambda row: True  # noqa: E731 - replaced with the first columns
        for one in taken:
            if one.row is None:
                self.count += 1
                yield None, Entry(Row(0, ()), one.book, Place(one.book), findings=one.findings)
            else:
                if one.columns is not known:
                    known, chosen = one.columns, choose(one.columns)
                verdict = chosen(one.row)
                if verdict is not False:
                    yield known, self.entry(known, one.row, verdict)
            if self.wish.limit and self.count >= self.wish.limit:
                return

    def entry(self, columns: Columns, row: Row, verdict: bool | Finding) -> Entry:
        """One row as an entry."""
        self.count += 1
        spots = self.spots if self.spots and self.spots.columns is columns else self.look_at(columns)
        texts, unread = spots.texts_of(row)
        words = [texts[key] for key in spots.words]
        unit = next((text for text in words if any(map(str.isalpha, text))), next(filter(None, words), ""))
        place = columns.place(row.number, spots.name)
        stem = self.pattern.filled({**self.fixed, **texts, ROW: str(row.number)})
        fault = verdict if isinstance(verdict, Finding) else self.names.claim(stem, place)
        judged = self.is_judged(sum(map(len, texts.values())))
        self.note_twin(tuple([word for word in words if any(map(str.isalpha, word))]), place)
        if fault:
            told = tuple(unread) if unread and not stem else (fault,)
            return Entry(row, unit or str(place), place, findings=told)
        mark = hashlib.sha256(self.static + spots.content_of(row).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return Entry(row, unit or stem, place, stem, mark, self.kept(f"{stem}.docx", mark, judged, str(place), columns.beside), judged)

    def note_twin(self, names: tuple[str, ...], place: Place) -> None:
        """LO27 for a unit that had a row before: an ordinal in the file name tells two documents apart that should be one."""
        before = self.units.setdefault(names, place)
        if before is not place and names and len(self.notes) < MOST_TWINS:
            hint = "xóa dòng thừa; nếu là hai đơn vị khác nhau, ghi rõ tên (thêm tên huyện)"
            self.notes.append(warning("LO27", f"«{', '.join(names)}» đã có một dòng ở {before}", place, hint=hint))

    def look_at(self, columns: Columns) -> Spots:
        """What is the same of these columns for every row, found once."""
        self.spots = spots_of(columns, self.pattern)
        return self.spots

    def is_judged(self, length: int) -> bool:
        """Whether the document with this much text is one of the sample."""
        is_longer = length > self.longest and length * LONGER[1] >= self.longest * LONGER[0]
        self.longest = max(self.longest, length)
        return self.wish.judge_all or is_longer or self.count % EVERY == 1

    def kept(self, name: str, mark: str, judged: bool, place: str, beside: tuple[str, ...] = ()) -> Line | None:
        """The line of the file if it need not be made again: made of the same, and still as it was written.

        What there was to say of it must still stand at the same cells, which of the sheets ``beside`` nobody can tell.
        """
        line = self.ledger.line(name) if self.wish.resume else None
        if line is None or line.get("mark") != mark or (judged and not line.get("judged")):
            return None
        if line.get("findings") and line.get("row") != place:
            return None
        if beside and any(finding.get("place", "").startswith(beside) for finding in line.get("findings", ())):
            return None
        try:
            content = (self.ledger.path.parent / name).read_bytes()
        except OSError:
            return None
        return line if digest(content) == line["sha256"] else None


@noun
class Spots:
    """Where the words of a row stand.

    ``texts``: position among the values, key, column; ``words``: keys of the unit's words; ``name``: the column a fault of the file
    name is shown at; ``keys``: the keys of all columns, as text.
    """

    columns: Columns
    texts: tuple[tuple[int, str, int], ...]
    words: tuple[str, ...]
    name: int
    keys: str

    def texts_of(self, row: Row) -> tuple[dict[str, str], list[Finding]]:
        """What the row says in words, by key; what cannot be read as words is blank, with the finding that says why."""
        found: list[Finding] = []
        place, values = self.columns.place, row.values
        return {key: text_of(values[n], key, place(row.number, column), found) for n, key, column in self.texts}, found

    def content_of(self, row: Row) -> str:
        """All of a row that may change its document, as text; where it stands is no part of it."""
        values = [settled(value) if isinstance(value, Cell) else value for value in row.values]
        return f"({row.hidden!r}, {self.keys}, {values!r}){tables_text(self.columns, row)}"


def spots_of(columns: Columns, pattern: NamePattern) -> Spots:
    """Where the words of the rows of these columns stand.

    A fault of the file name is shown at the first column the pattern uses, else at the first there is.
    """
    used = [column for target, column in columns.found if target.key in pattern.parts[1::2]]
    words = [(target.key, column) for target, column in columns.found if target.kind == WORD]
    first = used or [column for _, column in words] or [column for _, column in columns.found] or [1]
    texts = tuple((n, target.key, column) for n, (target, column) in enumerate(columns.found) if target.kind != FIGURE)
    return Spots(columns, texts, tuple(key for key, _ in words), first[0], repr(columns.keys))
