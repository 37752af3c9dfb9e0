"""The sheet and its letters: paper, orientation, margins, typeface, encoding, colour (Mục I.1-I.4)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.ops import TOLERANCE, from_fact, passes
from reportgen.checks.layout.page_numbers import shown_numbers
from reportgen.checks.layout.view import Fact, Fault, Special, View, quoted
from reportgen.docx.reader import Run, Section, mm
from reportgen.pattern import Pattern
from reportgen.profile import Rule
from reportgen.vietnamese.legacy import detect

DARKEST = 0x33
"""A colour whose channels all stay at or below this is black to the eye (text taken from web pages is #222222, #333333)."""
FORMULAS = "cambriamath"
COLOURED = ("do_khan", "do_mat", "thu_hoi", "ban_sao", "du_thao")
"""Marks that are stamps: red by rule (Mục III.2.b) or as the signing program sets them."""
PRIVATE = Pattern("[\ue000-\uf8ff]")
SAMPLE = 2000
"""Letters of a paragraph that tell its encoding; the weighing of words costs 0,1 ms each."""
UNICODE = Pattern("[\u0102-\u01b0\u1ea0-\u1ef9]")
"""Letters only Unicode has: the old codes put all of theirs below U+0100."""
SIDES = ("top", "bottom", "left", "right")


def paper(view: View, rule: Rule) -> Iterator[Fault]:
    """A4 upright or across; TT01 also allows A5."""
    sizes = rule.value if isinstance(rule.value[0], tuple) else (rule.value,)
    slack = TOLERANCE["paper"]
    for width, height in dict.fromkeys(_paper(s) for s in view.reading.sections):
        if not any(abs(width - w) <= slack and abs(height - h) <= slack for w, h in map(sorted, sizes)):
            shown = " hoặc ".join("{} x {}".format(*map(words.number, size)) for size in sizes)
            found = f"khổ giấy {words.number(width)} x {words.number(height)} mm"
            yield Fault(found, f"phải là {shown} mm", "Trang giấy")


def orientation(view: View, rule: Rule) -> Iterator[Fault]:
    """Upright; across only where the pages hold a table."""
    for section in view.reading.sections:
        if section.landscape and not _holds_table(view, section):
            yield Fault(
                "giấy đặt ngang",
                "phải đặt đứng; chỉ đặt ngang trang có bảng",
                f"Phần (section) thứ {section.index + 1}",
            )


def margin(view: View, rule: Rule) -> Iterator[Fault]:
    """One margin of every upright section (pages turned across have theirs turned with them)."""
    side = rule.prop.removeprefix("margin_")
    bare = [s for s in view.reading.sections if not s.has_margins]
    if bare:
        yield Fault("tệp không khai báo lề trang", words.allowed(rule), words.SIDES[rule.prop])
    sections = [s for s in view.reading.sections if not s.landscape and s.has_margins]
    values = dict.fromkeys(mm(abs(getattr(s, side))) for s in sections)
    wrong = [value for value in values if not passes(view, rule, value)]
    if len(wrong) == 1:
        yield from_fact(rule, Fact(wrong[0], "Trang giấy"))
    elif wrong:
        shown = words.joined((w.quantize(Decimal("0.1")) for w in wrong), " và ")
        yield Fault(f"{words.SIDES[rule.prop]} {shown} mm", words.allowed(rule), "Trang giấy")


def family(view: View, rule: Rule) -> Iterator[Fault]:
    """Every letter in the typeface of the rule."""
    wanted = _plain_name(f"{rule.value}")
    for name, run, part, at in _fonts(view):
        if not _plain_name(name).startswith((wanted, FORMULAS)):
            yield Fault(f"phông chữ {name}", f"phải là {rule.value}", part, quoted(run.text), paragraph=at)


def any_unicode_family(view: View, rule: Rule) -> Iterator[Fault]:
    """TT01: any Vietnamese Unicode typeface; names of the old encodings are not."""
    for name, run, part, at in _fonts(view):
        if _plain_name(name).startswith((".vn", "vni-")):
            yield Fault(f"phông chữ {name}", "phải là phông chữ tiếng Việt Unicode", part, quoted(run.text), paragraph=at)


def encoding(view: View, rule: Rule) -> Iterator[Fault]:
    """Unicode with composed letters; judged by the text, never by the font's name; said once per document, with the count.

    A fifth of real papers hold some loose marks and nobody sees them in print, but no search finds such a word and no list
    sorts it: it stays the error the decree makes of it, in one line, and ``fix`` mends all of them without losing a letter.
    """
    boxed = (p for box in view.reading.boxes for p in box.paragraphs)
    broken = [p for p in (*view.reading.paragraphs, *boxed, *view.reading.margins) if p.decomposed]
    if broken:
        found = f"chữ có dấu rời (tổ hợp) ở {len(broken)} đoạn"
        yield Fault(
            found,
            "phải là Unicode dựng sẵn (TCVN 6909:2001)",
            view.part_of(broken[0]),
            quoted(broken[0].text),
            paragraph=broken[0].number,
        )
    old = next(((p, kind) for p in view.reading.paragraphs if (kind := _legacy(p.text))), None)
    if old:
        shown = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}.get(old[1], old[1])
        yield Fault(
            f"chữ mã cũ {shown}",
            "phải là Unicode (TCVN 6909:2001)",
            view.part_of(old[0]),
            quoted(old[0].text),
            paragraph=old[0].number,
        )


def colour(view: View, rule: Rule) -> Iterator[Fault]:
    """Black; the automatic colour counts as black."""
    seen: set[str] = set()
    stamps = {line.number for c in view.of(*COLOURED) for line in c.lines}
    for run, where, at in _inked(view):
        value = run.face.colour
        if value not in seen and at not in stamps and not _is_black(value):
            seen.add(value)
            part = _part(view, where, at)
            yield Fault(f"màu chữ #{value.upper()}", "phải là màu đen", part, quoted(run.text), paragraph=at)


def sizes_match(view: View, rule: Rule) -> Iterator[Fault]:
    """The sizes of the letterhead grow and shrink together; sizes outside their own range are another rule's matter."""
    found = {kind: c.size_pt for kind in rule.value[0] if (c := view.one(kind))}
    if len(found) < len(rule.value[0]) or any(found[k] not in {s[k] for s in rule.value} for k in found):
        return
    if not any(all(found[k] == wanted[k] for k in found) for wanted in rule.value):
        wanted_sizes = " hoặc ".join(_sizes(wanted) for wanted in rule.value)
        yield Fault(_sizes(found), f"phải là {wanted_sizes}", "Phần đầu văn bản")


def _sizes(sizes: dict[str, Decimal]) -> str:
    return ", ".join(f"{words.SHOWN[kind].lower()} {words.number(size)}" for kind, size in sizes.items())


def _paper(section: Section) -> tuple[Decimal, Decimal]:
    return tuple(
        sorted((mm(section.width).quantize(Decimal("0.1")), mm(section.height).quantize(Decimal("0.1"))))
    )


def _holds_table(view: View, section: Section) -> bool:
    bordered = {t.index for t in view.reading.tables if t.bordered}
    return any(
        p.section == section.index and p.cell and p.cell.table in bordered for p in view.reading.paragraphs
    )


def _inked(view: View) -> Iterator[tuple[Run, str, int]]:
    """Every run with letters or digits, where it stands, and the number of its paragraph; of margins only what is printed."""
    numbered = bool(shown_numbers(view))
    for run, paragraph, where in view.lettered:
        if numbered or where != "Đầu trang, chân trang" or "PAGE" not in paragraph.fields:
            yield run, where, paragraph.number


def _fonts(view: View) -> Iterator[tuple[str, Run, str, int]]:
    """Each typeface in use, with the first letters set in it; one serves ASCII, the other all other letters."""
    seen: set[str] = set()
    for run, where, at in _inked(view):
        low, high = run.face.font, run.face.font_high
        if low in seen and high in seen:
            continue
        for name, plain in ((low, True), (high, False)):
            if name not in seen and (low == high or any((c < "\x80") == plain for c in run.text if c.isalnum())):
                seen.add(name)
                yield name, run, _part(view, where, at), at


def _part(view: View, where: str, at: int) -> str:
    return view.part_at(at) or where


def _plain_name(name: str) -> str:
    """«Times New Roman Bold» opens like «Times New Roman»: a face of the same family."""
    return name.casefold().replace(" ", "")


def _is_black(value: str) -> bool:
    if value == "auto":
        return True
    try:
        channels = [int(value[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return value in ("black", "windowtext")
    return all(channel <= DARKEST for channel in channels)


def _legacy(text: str) -> str:
    text = text[:SAMPLE]
    if text.isascii():
        return ""
    is_private = max(text) >= "\ue000" and PRIVATE.search(text)
    if UNICODE.search(text) and not is_private:
        return ""
    if is_private:
        return "riêng của phông chữ"
    return detect(text) or ""


SPECIAL: dict[str, Special] = {
    "page.size": paper,
    "page.orientation": orientation,
    "page.font.family": family,
    "tt01.page.font.family": any_unicode_family,
    "page.font.encoding": encoding,
    "hd36.page.font": encoding,
    "page.font.color": colour,
    "page.size_consistency": sizes_match,
} | {f"page.margin.{side}": margin for side in SIDES}
