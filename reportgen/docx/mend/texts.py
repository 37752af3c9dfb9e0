"""Letters put in, taken away, replaced: as few as can be, in the run they belong to.

Words are compared, not letters, so that a reader of tracked changes sees «tháng 3» become «tháng 03» and not a lone «0». Not
touched: results of fields (Word writes them anew), content controls that are locked or bound to data, paragraphs with
somebody else's tracked changes (which of the two texts should be mended?).
"""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.docx.mend.letters import Letter, Misfit, letters_of, walked
from reportgen.docx.mend.pen import Pen, changed_by_others, is_ours
from reportgen.docx.mend.runs import drop_if_empty, isolated, keep_spaces
from reportgen.docx.reader.inline import RPR, T
from reportgen.docx.xml import Element, make, qn
from reportgen.pattern import Pattern

TAB, DELETED = qn("w:tab"), qn("w:delText")
WORDS = Pattern(r"\w+|\s+|[^\w\s]")
CALCULATED = "chữ do Word tự tính (trường), sửa tay sẽ bị ghi đè"
UNDECIDED = "đoạn đang có sửa đổi theo dõi (Track Changes) chưa duyệt"
LOCKED = "chữ nằm trong ô nội dung bị khóa hoặc lấy từ dữ liệu"
NOT_LETTERS = "chỗ này không phải là chữ gõ"


def replace(pen: Pen, paragraph: Element, typed: str, start: int, end: int, right: str, edited: bool = False) -> str:
    """Make the letters ``start`` to ``end`` of the paragraph read ``right``; the reason if it cannot be done safely.

    ``edited``: letters behind ``end`` were changed already, so only those up to it must still read as typed.
    """
    letters = list(walked(paragraph)) if edited else letters_of(paragraph, typed)
    if edited and "".join(letter.text for letter in letters[:end]) != typed[:end]:
        raise Misfit
    if any(letter.marked for letter in letters):
        raise Misfit  # composed first, then read again
    steps = list(_steps(typed[start:end], right, start))
    reason = changed_by_others(paragraph) and UNDECIDED or _forbidden(letters, steps)
    if not reason:
        for step in reversed(steps):
            _write(pen, paragraph, *step)
    return reason


def compose(pen: Pen, paragraph: Element, typed: str) -> str:
    """Letters with loose marks become single ones; the reason if it cannot be done safely."""
    letters_of(paragraph, typed)
    letters = list(walked(paragraph))
    if pen.tracked and changed_by_others(paragraph):
        return UNDECIDED
    for start, end in reversed(list(_loose(letters))):
        raw = "".join((letter.node.text or "")[letter.start : letter.end] for letter in letters[start:end])
        _write(pen, paragraph, start, end, unicodedata.normalize("NFC", raw))
    return ""


def _steps(old: str, new: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """The smallest changes word by word: (start, end, what stands there then)."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    starts = [offset]
    for word in before:
        starts.append(starts[-1] + len(word))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield starts[i1], starts[i2], "".join(after[j1:j2])


def _forbidden(letters: Sequence[Letter], steps: Sequence[tuple[int, int, str]]) -> str:
    for start, end, _ in steps:
        touched = letters[start:end] or letters[max(start - 1, 0) : start + 1]
        if not touched or any(letter.node.tag not in (T, TAB) for letter in letters[start:end]):
            return NOT_LETTERS
        if any(letter.calculated for letter in touched):
            return CALCULATED
        if any(_locked(letter.run) for letter in touched):
            return LOCKED
    return ""


def _locked(run: Element) -> bool:
    for control in run.iterancestors(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        for child in properties if properties is not None else ():
            if child.tag == qn("w:dataBinding") or child.get(qn("w:val")) in ("contentLocked", "sdtContentLocked"):
                return True
    return False


def _write(pen: Pen, paragraph: Element, start: int, end: int, new: str) -> None:
    letters = list(walked(paragraph))
    model = _model(letters, start, end)
    if pen.tracked and not is_ours(model.run):
        _write_tracked(pen, letters, start, end, new, model)
    else:
        _write_plain(letters, start, end, new, model)


def _model(letters: Sequence[Letter], start: int, end: int) -> Letter:
    """The letter whose run new letters join: the first that goes, else the one before, else the one after."""
    candidates = [*letters[start:end], *letters[max(start - 1, 0) : start], *letters[end : end + 1]]
    return next((letter for letter in candidates if letter.node.tag == T), candidates[0])


def _write_plain(letters: Sequence[Letter], start: int, end: int, new: str, model: Letter) -> None:
    before = start > 0 and model is letters[start - 1]
    put_in = model.end if before else model.start
    gone: dict[Element, list[Letter]] = {model.node: []}
    for letter in letters[start:end]:
        gone.setdefault(letter.node, []).append(letter)
    for node, taken in gone.items():
        if node.tag == TAB:
            node.getparent().remove(node)
            continue
        text = node.text or ""
        low, high = (taken[0].start, taken[-1].end) if taken else (put_in, put_in)
        node.text = text[:low] + (new if node is model.node else "") + text[high:]
        keep_spaces(node)
        drop_if_empty(node)


def _write_tracked(pen: Pen, letters: Sequence[Letter], start: int, end: int, new: str, model: Letter) -> None:
    look = model.run.find(RPR)
    look = copy.deepcopy(look) if look is not None else None
    if end > start:
        runs = isolated(letters, start, end)
        last = [_deleted(pen, run) for run in runs][-1]
    elif start > 0:
        last = isolated(letters, start - 1, start)[-1]
    else:
        last = None
    if not new:
        return
    inserted = _inserted(pen, new, look)
    if last is not None:
        last.addnext(inserted)
    else:
        letters[0].run.addprevious(inserted)


def _deleted(pen: Pen, run: Element) -> Element:
    mark = pen.mark("w:del")
    run.addprevious(mark)
    mark.append(run)
    for text in run.iter(T):
        text.tag = DELETED
    return mark


def _inserted(pen: Pen, text: str, look: Element | None) -> Element:
    mark, run, node = pen.mark("w:ins"), make("w:r"), make("w:t")
    if look is not None:
        for change in look.findall(qn("w:rPrChange")):
            look.remove(change)
        run.append(look)
    node.text = text
    keep_spaces(node)
    run.append(node)
    mark.append(run)
    return mark


def _loose(letters: Sequence[Letter]) -> Iterator[tuple[int, int]]:
    """Stretches of letters that are not single letters in the file; a mark that opens a run goes with the letter before it."""
    at = 0
    while at < len(letters):
        letter = letters[at]
        raw = (letter.node.text or "")[letter.start : letter.end] if letter.node.tag == T else ""
        mark_next = at + 1 < len(letters) and unicodedata.combining(letters[at + 1].text) and letters[at + 1].node.tag == T
        if mark_next and letter.node.tag == T and len(unicodedata.normalize("NFC", letter.text + letters[at + 1].text)) == 1:
            yield at, at + 2
            at += 2
            continue
        if unicodedata.normalize("NFC", raw) != raw:
            yield at, at + 1
        at += 1
