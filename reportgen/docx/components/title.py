"""Type name and subject, Kính gửi, and the legal bases: what stands between the letterhead and the body."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.docx.components.letterhead_lines import is_number, is_place_and_date
from reportgen.docx.components.lines import (
    is_bold,
    is_centred,
    is_italic,
    is_typed_rule,
    is_upper,
    lines_of,
    opening,
    squeezed,
    typed_stroke,
)
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Stroke
from reportgen.kinds import kinds_of
from reportgen.pattern import Pattern

OTHER_TYPES = ("phiếu trình", "thông tư", "nghị định", "luật", "pháp lệnh", "điều lệ", "nội quy")
TYPE_NAMES = (*(kind.name for key in ("nd30", "dang") for kind in kinds_of(key).values() if kind.printed), *OTHER_TYPES)
FOLDED_TYPES = tuple(dict.fromkeys(squeezed(name) for name in TYPE_NAMES))
ADDRESSED = Pattern(r"kinh (gui|trinh)\b")
BASIS = Pattern(r"-?\s*(can cu|theo de nghi|xet de nghi|thuc hien|tren co so|tiep theo|xet to trinh)\b")
DECIDING = Pattern(r"(quyet dinh|quyet nghi|chi thi)\s*:?$")
DECISIONS = ("quyetdinh", "nghiquyet")
LONGEST_TITLE = 90
MOST_BASES = 60
STRAYS = 4
FAR_BELOW = 2
"""Blank paragraphs between type name and subject that do not yet part them."""
ITEM = Pattern(r"[-–+•*]\s*")


def find_title(after: list[Paragraph]) -> tuple[list[Component], set[int]]:
    """Type name and subject at the head of ``after``, and the numbers of the paragraphs they (and their rule) take."""
    at = next(
        (i for i, p in enumerate(after) if not (p.blank or is_typed_rule(p) or BASIS.match(opening(p.text)))),
        None,
    )
    if at is None or (after[at].cell and after[at].cell.columns > 1):
        return [], set()
    first = at
    if not _is_type_name(next(lines_of(after[at]))):
        at = _behind_strays(after, at)
        if at is None:
            return [], set()
    name, *rest = lines_of(after[at])
    subject, end = _subject(after, at, [line for line in rest if line.text])
    stroke, end = _rule(after, at, end)
    found = [Component("ten_loai", (name,))]
    if subject:
        found.append(Component("trich_yeu", tuple(subject), stroke))
    return found, {p.number for p in after[first:end]}


def _behind_strays(after: list[Paragraph], at: int) -> int | None:
    """Index of a type name that stands behind a few short stray lines («(Bản dự kiến)», a code of a form); None if none does."""
    for index, paragraph in enumerate(after[at : at + STRAYS], at):
        if paragraph.cell or len(paragraph.text) > LONGEST_TITLE:
            return None
        if is_type_name(next(lines_of(paragraph)).text) and (is_centred(paragraph) or is_bold(paragraph)):
            return index
    return None


def is_type_name(text: str) -> bool:
    """True if the text is the name of a type of document («BÁO CÁO», «Quyết định»), whatever its capitals."""
    return squeezed(text).rstrip(":.") in FOLDED_TYPES


def begins_type(text: str) -> bool:
    """True if the text opens with the name of a type («BÁO CÁO KẾT QUẢ …»)."""
    return squeezed(text).startswith(FOLDED_TYPES)


def own_number(after: list[Paragraph], titled: set[int]) -> list[Component]:
    """The number of a document that has it below its title («HỢP ĐỒNG», «Số: …/HĐ-…»), as contracts do."""
    if not titled:
        return []
    below = [p for p in after if p.text and p.number > min(titled)][: len(titled) + 2]
    return [Component("so_ky_hieu", (p,)) for p in below if is_number(p.text) and is_centred(p) and not p.cell and p.number not in titled][:1]


def find_addressees(after: list[Paragraph]) -> tuple[list[Component], set[int]]:
    """Kính gửi and its items, and the numbers of the paragraphs they take; only its first place in ``after`` counts."""
    at = next((i for i, p in enumerate(after) if ADDRESSED.match(opening(p.text))), None)
    if at is None or any(_opens_body(p) for p in after[:at]):
        return [], set()
    first, *broken = lines_of(after[at])
    items = [line for line in broken if line.text]
    taken = {after[at].number}
    for paragraph in after[at + 1 :]:
        same_table = paragraph.cell and after[at].cell and paragraph.cell.table == after[at].cell.table
        bare = not items and first.text.rstrip().endswith(":") and 0 < len(paragraph.text) < 120
        if BASIS.match(opening(paragraph.text)) or not (same_table or ITEM.match(paragraph.text) or bare):
            if paragraph.blank and not items:
                continue
            break
        taken.add(paragraph.number)
        items += [line for line in lines_of(paragraph) if line.text]
    return [Component("kinh_gui", (first,)), *(Component("kinh_gui_muc", (line,)) for line in items)], taken


def find_bases(body: list[Paragraph], decision: bool) -> tuple[list[Component], set[int]]:
    """Căn cứ, the line of competence above them and «QUYẾT ĐỊNH:» below; and the paragraphs they take.

    In a report «Căn cứ …, Sở báo cáo như sau:» is an opening sentence, not a basis: outside decisions a single
    paragraph counts only if it is slanted or ends with «;».
    """
    found: list[Component] = []
    bases: list[Paragraph] = []
    lines = list(_upto_body(body))
    decided = next((i for i, p in enumerate(lines[:MOST_BASES]) if _decides(p)), -1) if decision else -1
    for index, paragraph in enumerate(lines):
        words = opening(paragraph.text)
        if (
            BASIS.match(words)
            and not paragraph.text.endswith(":")
            and (bases or words.lstrip("- ").startswith("can cu"))
        ):
            bases.append(paragraph)
        elif _decides(paragraph):
            found.append(Component("dong_quyet_dinh", (paragraph,)))
        elif decision and is_upper(paragraph.text) and (is_centred(paragraph) or is_bold(paragraph)):
            found.append(Component("tham_quyen", (paragraph,)))
        elif bases and index < decided and paragraph.text.endswith((";", ",", ".")):
            bases.append(paragraph)  # a basis in other words («Xét …», «Sau khi …»), above the line that decides
        elif not paragraph.blank:
            break
    if not decision and not any(is_italic(p) or p.text.endswith(";") for p in bases):
        bases = []
    found += [Component("can_cu", (p,)) for p in bases]
    return found, {line.number for c in found for line in c.lines}


def _decides(paragraph: Paragraph) -> bool:
    return bool(DECIDING.match(opening(paragraph.text))) and is_upper(paragraph.text)


def is_decision(type_name: str) -> bool:
    """True for a Quyết định or Nghị quyết."""
    return squeezed(type_name).startswith(DECISIONS)


def _is_type_name(line: Paragraph) -> bool:
    text = line.text
    if is_type_name(text):
        return True
    if len(text) > LONGEST_TITLE or not (is_centred(line) and is_upper(text)):
        return False
    return is_bold(line) or squeezed(text).startswith(FOLDED_TYPES)


def _subject(after: list[Paragraph], at: int, lines: list[Paragraph]) -> tuple[list[Paragraph], int]:
    """Lines of the subject, and the index of the paragraph after the last of them."""
    end = at + 1
    if any(p.strokes for p in after[at : at + 1]) and lines:
        return lines, end
    for index, paragraph in enumerate(after[at + 1 :], at + 1):
        if paragraph.blank and not lines and not paragraph.strokes and index - at <= FAR_BELOW:
            continue
        if (
            (paragraph.cell and paragraph.cell.columns > 1)
            or paragraph.blank
            or is_typed_rule(paragraph)
            or not _is_subject(paragraph, bool(lines))
        ):
            break
        lines += [line for line in lines_of(paragraph) if line.text and not is_typed_rule(line)]
        end = index + 1
        if paragraph.strokes:
            break
    return lines, end


def _is_subject(paragraph: Paragraph, more: bool) -> bool:
    words = opening(paragraph.text)
    if ADDRESSED.match(words) or is_number(paragraph.text) or is_place_and_date(paragraph.text):
        return False
    if more and (is_upper(paragraph.text) or BASIS.match(words) or (words.startswith("(") and not is_bold(paragraph))):
        return False
    return is_centred(paragraph) or (not more and is_bold(paragraph) and len(paragraph.text) < 400)


def _rule(after: list[Paragraph], at: int, end: int) -> tuple[Stroke | None, int]:
    """The rule below the title: drawn on its lines or on the blank paragraphs after them, or typed."""
    for paragraph in after[at:end]:
        if strokes := (*paragraph.strokes, *_typed(paragraph)):
            return strokes[0], end
    for index in range(end, len(after)):
        paragraph = after[index]
        if not paragraph.blank and not is_typed_rule(paragraph):
            drawn = (s for s in paragraph.strokes if s.kind in ("drawing", "vml"))
            return next(drawn, None), end  # a shape hangs on the line below as often as on the title
        if strokes := (*paragraph.strokes, *_typed(paragraph)):
            return strokes[0], index + 1
    return None, end


def _typed(paragraph: Paragraph) -> Iterator[Stroke]:
    return (typed_stroke(line) for line in lines_of(paragraph) if line.text and is_typed_rule(line))


def _opens_body(paragraph: Paragraph) -> bool:
    """True for a paragraph of running text: nothing before it can still be the head of the document."""
    return len(paragraph.text) > 150 and paragraph.cell is None


def _upto_body(body: list[Paragraph]) -> Iterator[Paragraph]:
    return (p for p in body if p.cell is None)
