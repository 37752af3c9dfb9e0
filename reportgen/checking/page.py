"""The page of findings (``--html``): the document drawn as its parts in order, what is wrong with each beside it.

One file for one document, complete in itself: style inside, no scripts, nothing fetched. All words of the document are
escaped. Long stretches without findings fold away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from reportgen.checking.grouping import part_of, places, told, values, where, worded
from reportgen.checking.nouns import JUDGED, STATES, Checked
from reportgen.checking.page_style import STYLE
from reportgen.checking.placing import Drawn, Drawing, Note, drawing_of
from reportgen.checks.layout.words import BODY
from reportgen.diagnostics import Finding, Severity
from reportgen.vietnamese.text import slug

HEAD_LEFT = ("co_quan_chu_quan", "co_quan_ban_hanh", "so_ky_hieu", "trich_yeu_cv", "do_mat", "do_khan", "du_thao")
HEAD_RIGHT = ("tieu_de_dang", "quoc_hieu", "tieu_ngu", "dia_danh")
CLOSING_LEFT = ("noi_nhan_nhan", "noi_nhan", "noi_luu", "ky_hieu_soan_thao")
CLOSING_RIGHT = ("quyen_han_ky", "chuc_vu", "chuc_danh_khac", "nguoi_ky")
TITLE = ("ten_loai", "trich_yeu", "kinh_gui", "kinh_gui_muc", "tham_quyen", "can_cu")
SECTIONS = (
    ("head", (*HEAD_LEFT, *HEAD_RIGHT)),
    ("title", TITLE),
    ("text", tuple(BODY)),
    ("closing", (*CLOSING_LEFT, *CLOSING_RIGHT)),
)
FOLDED_FROM = 4
"""So many clean paragraphs in a row, or more, are folded."""
OPENING = 90
MOST_LINKS = 60
"""Links to the other places of one finding."""


def page_of(checked: Checked) -> str:
    """The HTML of one document's outcome; ``checked.elements`` are drawn."""
    drawing = drawing_of(checked.elements, checked.open)
    title = escape(checked.shown)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="vi"><head><meta charset="utf-8"><title>Kiểm tra thể thức: {title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{STYLE}</style></head><body>",
        *_header(checked),
        *_navigation(drawing),
        "<main>",
        *_general(drawing.general),
        *_paper(drawing),
        *_accepted(checked.accepted),
        "</main>",
        f"<footer>{escape(_footnote(checked))}</footer>",
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def _header(checked: Checked) -> Iterator[str]:
    about = checked.about
    yield f"<header><h1>{escape(checked.shown)}</h1>"
    for text in (" · ".join(filter(None, (about.kind, about.number, about.dated))), about.subject):
        if text:
            yield f"<p>{escape(text)}</p>"
    if checked.regime:
        yield f"<p>Kiểm theo <b>{escape(checked.regime.name)}</b>: {escape(checked.regime.why)}</p>"
    chips = [f'<span class="chip {slug(word)}">{count} {word}</span>' for word, count in worded(checked.open).items()]
    if checked.state != JUDGED:
        chips.insert(0, f'<span class="chip luu-y">{STATES[checked.state]}</span>')
    elif not chips:
        chips = ['<span class="chip sach">không có gì phải sửa</span>']
    yield f'<div class="chips">{"".join(chips)}</div></header>'


def _navigation(drawing: Drawing) -> Iterator[str]:
    """Jump links: the parts with findings, with their numbers."""
    counted: dict[str, list[int]] = {}
    for note in sorted(_notes(drawing), key=lambda note: note.number):
        counted.setdefault(part_of(note.finding), []).append(note.number)
    links = (
        f'<a href="#f{numbers[0]}">{escape(name)} <b>{len(numbers)}</b></a>' for name, numbers in counted.items()
    )
    if counted:
        yield f"<nav>{''.join(links)}</nav>"


def _notes(drawing: Drawing) -> Iterator[Note]:
    yield from drawing.general
    for part in drawing.parts:
        yield from part.notes


def _general(notes: Sequence[Note]) -> Iterator[str]:
    if notes:
        yield "<h2>Trang giấy và toàn văn bản</h2>"
        yield f'<div class="general">{"".join(_note(note, []) for note in notes)}</div>'


def _paper(drawing: Drawing) -> Iterator[str]:
    """The sheet, cut before every part with notes, so that notes may run on beside what follows without any."""
    others: dict[int, list[Drawn]] = {}
    for part in drawing.parts:
        for number in part.marks:
            others.setdefault(number, []).append(part)
    ids = {id(part): f"p{at}" for at, part in enumerate(drawing.parts)}
    severities = {note.number: note.finding.severity for note in _notes(drawing)}
    links = {number: [ids[id(part)] for part in met[1:]] for number, met in others.items()}
    rows: list[tuple[list[str], str]] = []
    for parts, shape in _rows(drawing.parts):
        paper = _SHAPES[shape](parts, ids, severities)
        notes = _beside(parts, links)
        if notes or not rows:
            rows.append(([paper], notes))
        else:
            rows[-1][0].append(paper)
    for at, (papers, notes) in enumerate(rows):
        ends = f"{' first' if at == 0 else ''}{' last' if at == len(rows) - 1 else ''}"
        yield f'<div class="row{ends}"><div class="paper">{"".join(papers)}</div><div class="notes">{notes}</div></div>'


def _beside(parts: Sequence[Drawn], links: dict[int, list[str]]) -> str:
    beside = sorted(((note, part.element.text) for part in parts for note in part.notes), key=lambda pair: pair[0].number)
    return "".join(_note(note, links[note.number], text) for note, text in beside)


def _rows(parts: Sequence[Drawn]) -> Iterator[tuple[list[Drawn], str]]:
    """The parts cut into rows: both heads in two columns, each marked part alone, clean stretches together."""
    rest = list(parts)
    for name, kinds in SECTIONS:
        here = [part for part in rest if part.element.kind in kinds]
        rest = [part for part in rest if part.element.kind not in kinds]
        if not here:
            continue
        if name in ("head", "closing"):
            yield here, name
        else:
            yield from _cut(here)
    yield from _cut(rest)


def _cut(parts: Sequence[Drawn]) -> Iterator[tuple[list[Drawn], str]]:
    for clean, run in groupby(parts, key=lambda part: not part.marks and part.element.kind in BODY):
        stretch = list(run)
        if clean and len(stretch) >= FOLDED_FROM:
            yield stretch, "folded"
        else:
            yield from (([part], "plain") for part in stretch)


def _plain(parts: Sequence[Drawn], ids: dict[int, str], severities: dict[int, Severity]) -> str:
    return "".join(_part(part, ids, severities) for part in parts)


def _folded(parts: Sequence[Drawn], ids: dict[int, str], severities: dict[int, Severity]) -> str:
    opening = escape(parts[0].element.text[:OPENING])
    return f"<details><summary>{len(parts)} đoạn không có lỗi: {opening} …</summary>{_plain(parts, ids, severities)}</details>"


def _columns(left: Sequence[str], extra: str):
    def draw(parts: Sequence[Drawn], ids: dict[int, str], severities: dict[int, Severity]) -> str:
        sides = ([p for p in parts if p.element.kind in left], [p for p in parts if p.element.kind not in left])
        columns = "".join(f"<div>{_plain(side, ids, severities)}</div>" for side in sides)
        return f'<div class="two {extra}">{columns}</div>'

    return draw


_SHAPES = {
    "plain": _plain,
    "folded": _folded,
    "head": _columns(HEAD_LEFT, "head"),
    "closing": _columns(CLOSING_LEFT, "closing"),
}


def _part(part: Drawn, ids: dict[int, str], severities: dict[int, Severity]) -> str:
    element = part.element
    worst = min((severities[n] for n in part.marks), key=lambda s: s.rank, default=None)
    classes = ["part", element.kind, *(["body"] if element.kind in BODY else [])]
    if part.missing:
        return f'<div class="part missing" id="{ids[id(part)]}">{escape(element.name)}: không thấy{_marks(part, severities)}</div>'
    if worst:
        classes += ["marked", slug(worst.value)]
    name = f' title="{escape(element.name)}"'
    return f'<div class="{" ".join(classes)}" id="{ids[id(part)]}"{name}>{escape(element.text)}{_marks(part, severities)}</div>'


def _marks(part: Drawn, severities: dict[int, Severity]) -> str:
    return "".join(f'<a class="mark {slug(severities[n].value)}" href="#f{n}">{n}</a>' for n in part.marks)


def _note(note: Note, others: Sequence[str], beside: str = "") -> str:
    """One card; words that stand ``beside`` it anyway are not said again."""
    finding, part = note.finding, part_of(note.finding)
    kind = slug(finding.severity.value)
    lines = [f'<p class="said"><span class="mark {kind}">{note.number}</span> {escape(part)}: {escape(told(finding, part))}</p>']
    lines += [f'<p class="more">{text}</p>' for text in _more(finding, part, others, beside)]
    return f'<div class="note {kind}" id="f{note.number}">{"".join(lines)}</div>'


def _more(finding: Finding, part: str, others: Sequence[str], beside: str) -> Iterator[str]:
    at, quote = where(finding, part), places(finding)[0].quote
    if beside.startswith(quote.rstrip("…")):
        quote = ""
    if at or quote:
        yield escape(f"{at} «{quote}»".strip() if quote else at)
    if values(finding, part):
        yield escape(values(finding, part))
    if others:
        links = ", ".join(f'<a href="#{target}">{n}</a>' for n, target in enumerate(others[:MOST_LINKS], 2))
        yield f"cùng lỗi ở chỗ {links}{' …' if len(others) > MOST_LINKS else ''}"
    if finding.hint:
        yield escape(f"Cách sửa: {finding.hint}")
    yield f'<span class="code">{escape(" · ".join(filter(None, (finding.authority, finding.code))))}</span>'


def _accepted(findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield '<section class="accepted"><h2>Đã biết và được chấp nhận</h2><ul>'
        yield from (f"<li>{escape(f.message)} <i>{escape(f.accepted)}</i> ({escape(f.code)})</li>" for f in findings)
        yield "</ul></section>"


def _footnote(checked: Checked) -> str:
    hidden = sum(checked.hidden.values())
    more = f"; {hidden} điểm nhẹ hơn không hiện ở mức kiểm tra này" if hidden else ""
    return f"reportgen check{more}"
