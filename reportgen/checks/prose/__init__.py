"""Figures inside a document (``check --so-lieu``): do the sentences and tables of a file agree with themselves?

Works on any .docx, ours or foreign; no declaration of figures is needed. Everything said can be recomputed by the reader
from what the page prints: the operands stand in the message. A false alarm is worse than a miss, so a sentence that can be
read two ways is let stand, and a table is believed to be a sum, a share or a formula only where most of it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.checks.prose.nouns import Passage
from reportgen.checks.prose.passages import LONGEST_PARAGRAPH, passages_of
from reportgen.checks.prose.sentences.averages import check_averages
from reportgen.checks.prose.sentences.bases import check_bases
from reportgen.checks.prose.sentences.changes import check_changes
from reportgen.checks.prose.sentences.listed import check_lists
from reportgen.checks.prose.sentences.parts import check_parts
from reportgen.checks.prose.sentences.periods import check_periods
from reportgen.checks.prose.sentences.plans import check_plans
from reportgen.checks.prose.sentences.products import check_products
from reportgen.checks.prose.sentences.ranges import check_ranges
from reportgen.checks.prose.sentences.restated import check_restated, check_slips
from reportgen.checks.prose.sentences.separators import check_separators
from reportgen.checks.prose.sentences.shares import check_shares
from reportgen.checks.prose.tables import check_table, figure_tables
from reportgen.checks.prose.tables.mentioned import check_mentions
from reportgen.diagnostics import Finding, Place, warning
from reportgen.docx.components import Components
from reportgen.docx.reader import Reading
from reportgen.noun import replace
from reportgen.pattern import Pattern

HABIT, MOST_ALIKE = "VB09", 3
MOST_AMOUNTS = 300
"""A paragraph with more numbers is no sentence; nothing is said about it."""
LONGEST = 3_000_000
"""Letters; a thousand pages. Recomputing takes some 7 s a million letters of dense figures."""
_DIGIT = Pattern(r"\d")
IN_SENTENCES = (
    check_separators,
    check_products,
    check_averages,
    check_parts,
    check_shares,
    check_plans,
    check_changes,
    check_bases,
    check_ranges,
    check_restated,
)
ACROSS = (check_periods, check_lists, check_slips)


def check_document_figures(reading: Reading, components: Components, shown: str) -> list[Finding]:
    """Every figure that does not follow from its neighbours, in reading order. ``shown`` names the file.

    A text longer than LONGEST gets one finding (VB15) instead: it is no document of an office.
    """
    if sum(len(paragraph.text) for paragraph in reading.paragraphs) > LONGEST:
        return [warning("VB15", "văn bản quá dài nên không tính lại số liệu", Place(shown), hint="tách văn bản rồi kiểm từng phần")]
    passages = passages_of(reading, components, shown)
    found = [*check_passages(passages), *_unread(passages)]
    tables = figure_tables(reading, shown)
    for table in tables:
        found += check_table(table)
    found += check_mentions(passages, tables)
    return sorted(_told_together(dict.fromkeys(found)), key=lambda f: f.place.paragraph)


def _unread(passages: Sequence[Passage]) -> Iterator[Finding]:
    """VB15 for every paragraph whose numbers were not read."""
    for passage in passages:
        if len(passage.text) > LONGEST_PARAGRAPH:
            message = "đoạn quá dài nên không tính lại số liệu trong đoạn"
            yield warning("VB15", message, passage.place(0, 80), hint="chia đoạn thành nhiều đoạn rồi kiểm lại")


def _told_together(found: Iterable[Finding]) -> Iterator[Finding]:
    """A habit of the whole document (numbers without separators) once for all places; everything else as it is."""
    habits = [f for f in found if f.code == HABIT]
    yield from (f for f in found if f.code != HABIT)
    if len(habits) > MOST_ALIKE:
        first = habits[0]
        message = f"{first.message}; cả văn bản có {len(habits)} chỗ như vậy"
        yield replace(first, message=message, places=tuple(f.place for f in habits))
    else:
        yield from habits


def _odd_digits(passage: Passage) -> bool:
    """True if digits stand in it that were read as no amount; a paragraph too long to be read is not searched."""
    return len(passage.text) <= LONGEST_PARAGRAPH and _DIGIT.search(passage.text) is not None


def check_passages(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Findings of running text."""
    for passage in passages:
        if len(passage.amounts) <= MOST_AMOUNTS and (passage.amounts or _odd_digits(passage)):
            for check in IN_SENTENCES:
                yield from check(passage)
    for check in ACROSS:
        yield from check(passages)
