"""The letterhead: names of the offices on the left, Quốc hiệu, Tiêu ngữ, place and date on the right.

Offices build it as a borderless table of one to four rows and two or three columns, seldom with tabs or spaces in
plain paragraphs. It is recognised by the words of the Quốc hiệu (or of the Tiêu ngữ), never by style names; the
side of a line follows from where its cell lies, and in plain paragraphs from the words.
"""

from __future__ import annotations

import re

from reportgen.docx.components.lines import (
    columns_of,
    is_bold,
    is_typed_rule,
    is_upper,
    lines_of,
    opening,
    squeezed,
    typed_stroke,
)
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Reading, Stroke
from reportgen.noun import field, working
from reportgen.pattern import Pattern

LONGEST_LINE = 400
FAR_DOWN = 60
"""A Quốc hiệu below this many paragraphs is not the letterhead of this document but that of an annex."""
PARTY = "dangcongsanvietnam"
NATION, MOTTO = "conghoaxahoichunghia", Pattern(r"doclap\W*tudo\W*hanhphuc")
NUMBER = Pattern(r"s[oố]\s*(?=[:.…/\d]|$)|s[oố]\s+\S*/", re.IGNORECASE)
BARE_NUMBER = Pattern(r"\d*\s*/[A-ZĐ]{2,}[^ ]*-[A-ZĐ]")
SUBJECT = Pattern(r"v\s*/\s*v\b|ve viec\b|v/v", re.IGNORECASE)
DATE = Pattern(r"\bngay\b.*\bthang\b|,\s*ngay\b|\bngay\s*[\d.…/]+|,\s*\d{1,2}/\d{1,2}/\d{4}")
DRAFT = Pattern(r"du ?thao\b")
STAMPS = {"mat": "do_mat", "toimat": "do_mat", "tuyetmat": "do_mat"} | dict.fromkeys(
    ("khan", "thuongkhan", "hoatoc"), "do_khan"
)
RIGHT_WORDS = Pattern(r"ĐẢNG\s+CỘNG\s+SẢN|CỘNG\s+HO|Cộng\s+ho[àò]a?\s+xã|Độc\s+lập\s*[-–]", re.IGNORECASE)
DATE_WORDS = Pattern(r"(?<=\s)(\S+(?: \S+){0,4}),\s*ngày\b")
COMPLETE = Pattern(
    r"\b(TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s+\w|^(BỘ|TỔNG CỤC|CHÍNH PHỦ)\b"
)
OFFICES = (
    "SỞ", "BAN", "PHÒNG", "CHI CỤC", "CỤC", "VỤ", "TRUNG TÂM", "TRƯỜNG", "VĂN PHÒNG", "THANH TRA", "VIỆN", "BỆNH VIỆN",
    "TRẠM", "CÔNG TY", "QUỸ", "HỘI ĐỒNG", "TỔNG CỤC", "KHO BẠC", "ĐÀI", "BÁO", "TỔ CÔNG TÁC", "BẢO TÀNG", "THƯ VIỆN",
)  # fmt: skip


@working
class Letterhead:
    """What was found: components, and the number of the last paragraph that belongs to the letterhead (-1: none)."""

    components: list[Component] = field(default_factory=list)
    end: int = -1


def find_letterhead(reading: Reading) -> Letterhead:
    """The letterhead of the document, empty where nothing of it is found."""
    anchor = _anchor(reading)
    if anchor is None:
        return Letterhead()
    end = _end(reading, anchor)
    zone = [p for p in reading.paragraphs if p.number <= end]
    left, right = _sides(zone, anchor)
    components = [*_left(left), *_right(right)]
    return Letterhead(_with_strokes(components, zone, anchor), end)


def is_number(text: str) -> bool:
    """True for a line «Số: …/…»."""
    return bool(NUMBER.match(text) or BARE_NUMBER.match(text))


def is_place_and_date(text: str) -> bool:
    """True for a line «Hà Tĩnh, ngày … tháng … năm …», also with blanks or with a date in figures."""
    return len(text) < 90 and bool(DATE.search(opening(text)))


def _anchor(reading: Reading) -> Paragraph | None:
    """The paragraph of the Quốc hiệu; of the Tiêu ngữ or of the number where there is none."""
    top = reading.paragraphs[:FAR_DOWN]
    words = [(p, squeezed(p.text)) for p in top]
    nation = next((p for p, w in words if NATION in w or w == PARTY), None)
    motto = next((p for p, w in words if MOTTO.search(w)), None)
    dated = next((p for p in top if p.cell and is_place_and_date(p.text)), None)
    numbered = next((p for p in top if is_number(p.text)), None)
    return nation or motto or dated or numbered


def _end(reading: Reading, anchor: Paragraph) -> int:
    """Number of the last paragraph of the letterhead: its table, then lines that can only belong to it."""
    table = anchor.cell.table if anchor.cell else None
    end = max([anchor.number, *(p.number for p in reading.paragraphs if p.cell and p.cell.table == table)])
    for paragraph in reading.paragraphs[end + 1 :]:
        if _belongs(paragraph):
            end = paragraph.number
        elif not (paragraph.blank or is_typed_rule(paragraph)):
            break
    return end


def _belongs(paragraph: Paragraph) -> bool:
    text = paragraph.text
    first = text.split("\n")[0]
    return (
        is_number(first)
        or is_place_and_date(text)
        or bool(SUBJECT.match(opening(text)))
        or bool(MOTTO.search(squeezed(text)))
    )


def _sides(zone: list[Paragraph], anchor: Paragraph) -> tuple[list[Paragraph], list[Paragraph]]:
    """The lines of the zone, left and right."""
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for line in (line for p in zone for line in lines_of(p)):
        if line.cell and anchor.cell and line.cell.table == anchor.cell.table:
            (right if _is_right(line, anchor) else left).append(line)
        elif line.cell:
            (right if _right_words(line.text) else left).append(line)
        else:
            _share(line, left, right)
    return left, right


def _is_right(line: Paragraph, anchor: Paragraph) -> bool:
    if is_number(anchor.text) and not _right_words(anchor.text):
        return line.cell.left > anchor.cell.centre
    return line.cell.centre > anchor.cell.left


def _right_words(text: str) -> bool:
    words = squeezed(text)
    return (
        NATION in words
        or words == PARTY
        or bool(MOTTO.search(words))
        or (is_place_and_date(text) and not is_number(text))
    )


def _share(line: Paragraph, left: list[Paragraph], right: list[Paragraph]) -> None:
    """Share out a line of a letterhead made with tabs or spaces."""
    typed = line.typed
    found = (RIGHT_WORDS.search(typed) or DATE_WORDS.search(typed)) if len(typed) < LONGEST_LINE else None
    at = found.start() if found else _gap(typed[:LONGEST_LINE])
    if at is None:
        (right if _right_words(line.text) else left).append(line)
        return
    for side, part in zip((left, right), columns_of(line, at), strict=True):
        if part.text:
            side.append(part)


def _gap(typed: str) -> int | None:
    """Where the right column starts: after tabs between two pieces of text."""
    found = re.search(r"\S\s*\t\s*(?=\S)", typed)
    return found.end() if found else None


def _left(lines: list[Paragraph]) -> list[Component]:
    names: list[Paragraph] = []
    found: list[Component] = []
    subject: list[Paragraph] = []
    numbered = False
    for line in lines:
        kind = _left_kind(line, numbered, bool(subject))
        if kind == "ten":
            names.append(line)
        elif kind == "trich_yeu_cv":
            subject.append(line)
        elif kind:
            numbered = numbered or kind == "so_ky_hieu"
            found.append(Component(kind, (line,)))
    if subject:
        found.append(Component("trich_yeu_cv", tuple(subject)))
    return [*_offices(names), *found]


def _left_kind(line: Paragraph, numbered: bool, in_subject: bool) -> str:
    text = line.text
    if not text or is_typed_rule(line):
        return ""
    if is_number(text):
        return "so_ky_hieu"
    if SUBJECT.match(opening(text)):
        return "trich_yeu_cv"
    words = squeezed(text)
    if DRAFT.match(opening(text)):
        return "du_thao"
    if words in STAMPS:
        return STAMPS[words]
    if in_subject and not is_upper(text):
        return "trich_yeu_cv"
    return "" if numbered else "ten"


def _offices(names: list[Paragraph]) -> list[Component]:
    """Superior and issuing body. A superior is upright above the bold name; bold lines are one name over several lines.

    Where no weight tells them apart, a line that is a whole name above a line that opens another office is the superior.
    """
    at = _issuing_start(names)
    upper, own = names[:at], names[at:]
    found = [Component("co_quan_chu_quan", tuple(upper))] if upper else []
    return [*found, Component("co_quan_ban_hanh", tuple(own))] if own else found


def _issuing_start(names: list[Paragraph]) -> int:
    weights = [is_bold(n) for n in names]
    if not names or len(names) == 1:
        return 0
    if True in weights and not weights[0]:
        return weights.index(True)
    for at in range(1, len(names)):
        above, line = names[at - 1].text.upper(), names[at].text.upper()
        if line.startswith(OFFICES) and COMPLETE.search(above) and not above.endswith(("-", "–", ",", " VÀ")):
            return at
    return 0 if weights[0] else 1


def _right(lines: list[Paragraph]) -> list[Component]:
    found: list[Component] = []
    for line in lines:
        words = squeezed(line.text)
        if not words or is_typed_rule(line):
            continue
        if NATION in words:
            found.append(Component("quoc_hieu", (line,)))
        elif words == PARTY:
            found.append(Component("tieu_de_dang", (line,)))
        elif MOTTO.search(words):
            found.append(Component("tieu_ngu", (line,)))
        elif is_place_and_date(line.text):
            found.append(Component("dia_danh", (line,)))
    return found


def _with_strokes(components: list[Component], zone: list[Paragraph], anchor: Paragraph) -> list[Component]:
    """The components with the rules drawn below them: right of the middle the Tiêu ngữ's, left the office's."""
    left, right, below_subject = _strokes(zone, anchor, components)
    lines = {
        "tieu_ngu": right or _underline(components, "tieu_ngu"),
        "tieu_de_dang": right,
        "co_quan_ban_hanh": left or _underline(components, "co_quan_ban_hanh"),
        "trich_yeu_cv": below_subject,
    }
    return [Component(c.kind, c.lines, lines.get(c.kind)) for c in components]


def _strokes(
    zone: list[Paragraph], anchor: Paragraph, components: list[Component]
) -> tuple[Stroke | None, Stroke | None, Stroke | None]:
    subject = next((c.first.number for c in components if c.kind == "trich_yeu_cv"), None)
    sides: dict[str, list[Stroke]] = {"left": [], "right": [], "subject": []}
    for paragraph in (p for p in zone if not DRAFT.match(opening(p.text))):  # the box of a draft mark is no rule
        in_subject = subject is not None and paragraph.number >= subject
        for stroke in (*paragraph.strokes, *_typed_strokes(paragraph)):
            side = _stroke_side(paragraph, stroke, anchor, bool(sides["left"]))
            sides["subject" if side == "left" and in_subject else side].append(stroke)
    return tuple(next(iter(sides[side]), None) for side in ("left", "right", "subject"))


def _typed_strokes(paragraph: Paragraph) -> list[Stroke]:
    return [typed_stroke(line) for line in lines_of(paragraph) if line.text and is_typed_rule(line)]


def _stroke_side(paragraph: Paragraph, stroke: Stroke, anchor: Paragraph, left_taken: bool) -> str:
    if paragraph.cell and anchor.cell and paragraph.cell.table == anchor.cell.table:
        return "right" if _is_right(paragraph, anchor) else "left"
    if stroke.left is not None:
        middle = stroke.left + stroke.length // 2
        return "right" if middle * 2 > (paragraph.room or 1) else "left"
    if _right_words(paragraph.text):
        return "right"
    return "right" if left_taken else "left"


def _underline(components: list[Component], kind: str) -> Stroke | None:
    """An underlined last line standing in for a rule: seen, so that the finding can say so."""
    last = next((c.lines[-1] for c in components if c.kind == kind), None)
    if last is None or not any(r.face.underline for r in last.ink):
        return None
    return Stroke("underline", 0, True, None, is_upper(last.text))
