"""The page as measured on the PDF against the rules of the profile: paper, white margins, level lines, page numbers.

A measure is only held against a rule where the paper can show it: the white at a side is what the widest lines leave, so a margin
that is too narrow is seen wherever text reaches into it, one too wide only where lines that fill their room stop short of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from reportgen.checks.layout.words import SHOWN
from reportgen.checks.pages.setting import TWIP, Letter, Setting, Stretch
from reportgen.diagnostics import Finding, Severity
from reportgen.pdf.pages import Page
from reportgen.profile import Rule

PAPER = "trang_giay"
SIDES = {"margin_left": "lề trái", "margin_right": "lề phải", "margin_top": "lề trên", "margin_bottom": "lề dưới"}
SLACK = 150
"""Hundredths of a millimetre: a letter hangs over its line's end, or begins behind it, by up to this much."""
PAPER_SLACK = 100
LEVEL = 250
"""Lines of two columns are level if their feet are no further apart: half a line."""
CENTRED = 500
FILLED_LINES = 3
"""Lines of a paragraph from which its first and last but one certainly fill their room."""


def paper(setting: Setting) -> Iterator[Finding]:
    """Every page has the size the profile gives, upright or across."""
    rule = _rule(setting, PAPER, "paper")
    if rule is None or not isinstance(rule.value, tuple):
        return
    sizes = [rule.value] if not isinstance(rule.value[0], tuple) else list(rule.value)
    for page in setting.printed.pages:
        own = sorted((page.width, page.height))
        if not any(all(abs(a - b * 100) <= PAPER_SLACK for a, b in zip(own, sorted(size), strict=True)) for size in sizes):
            message = f"Khổ giấy in ra {mm(own[0])} x {mm(own[1])} mm, không phải khổ {setting.profile_name} quy định."
            yield setting.finding("PDF12", Severity.ERROR, message, page.number, authority=rule.authority)
            return


def margins(setting: Setting) -> Iterator[Finding]:
    """The white at the four sides of upright pages is what the profile allows. Tables may have set their own width."""
    measured: dict[str, tuple[int, int]] = {}
    for page in setting.printed.pages:
        section = setting.sections.get(page.number)
        letters = [letter for stretch in _running(setting, page.number) for letter in stretch.letters if letter.page == page.number]
        if section is None or section.landscape or not letters:
            continue
        for side, white in _white(page, letters).items():
            measured[side] = min(measured.get(side, (white, page.number)), (white, page.number))
    for side, (white, number) in measured.items():
        rule = _rule(setting, PAPER, side)
        least, most = _bounds(rule)
        if rule is None or least is None:
            continue
        too_narrow, too_wide = white < least - SLACK, most is not None and white > most + SLACK and _is_filled(setting, side)
        if too_narrow or too_wide:
            allowed = mm(least) if least == most or most is None else f"{mm(least)} đến {mm(most)}"
            message = f"Đo trên trang in, {SIDES[side]} {mm(white)} mm; quy định {allowed} mm."
            yield setting.finding("PDF12", rule.severity, message, number, authority=rule.authority)


def level(setting: Setting) -> Iterator[Finding]:
    """Lines that stand side by side in the diagram stand level on the paper."""
    right = "tieu_de_dang" if setting.components.one("tieu_de_dang") else "quoc_hieu"
    left = "co_quan_chu_quan" if setting.components.one("co_quan_chu_quan") else "co_quan_ban_hanh"
    pairs = [(left, right)] if setting.profile else []
    if _rule(setting, "dia_danh", "position", "same_as"):
        pairs.append(("so_ky_hieu", "dia_danh"))
    signed = next((kind for kind in ("quyen_han_ky", "chuc_vu") if setting.components.one(kind)), "")
    if signed and setting.profile and any(rule.code.endswith("label_position") for rule in setting.profile.rules):
        pairs.append(("noi_nhan_nhan", signed))
    for one, other in pairs:
        here, there = (setting.of(setting.components.one(kind)) for kind in (one, other))
        if kept_apart(one, here, there):
            continue
        if here and there and here[0].first_page == there[0].first_page:
            apart = abs(_foot(here[0]) - _foot(there[0]))
            if apart > LEVEL:
                message = f"{SHOWN[one]} và {SHOWN[other]} không ngang hàng trên trang in (lệch {mm(apart)} mm)."
                yield setting.finding("PDF18", Severity.WARNING, message, here[0].first_page, quote=here[0].paragraph.text)


def under_each_other(setting: Setting) -> Iterator[Finding]:
    """Tiêu ngữ stands right under quốc hiệu and in the middle below it; trích yếu under tên loại."""
    for upper, lower in (("quoc_hieu", "tieu_ngu"), ("ten_loai", "trich_yeu")):
        above, below = (setting.of(setting.components.one(kind)) for kind in (upper, lower))
        if not (setting.profile and above and below) or above[0].first_page != below[0].first_page:
            continue
        if _foot(below[0]) <= _foot(above[-1]) or abs(_middle(above[0]) - _middle(below[0])) > CENTRED:
            message = f"{SHOWN[lower]} không đứng giữa, dưới {SHOWN[upper].lower()} trên trang in."
            yield setting.finding("PDF18", Severity.WARNING, message, above[0].first_page, quote=below[0].paragraph.text)


def page_numbers(setting: Setting) -> Iterator[Finding]:
    """From the second page on each upright page of the first section has its number where the profile puts it; the first has none."""
    rule = _rule(setting, "so_trang", "position")
    if rule is None or rule.value not in ("header-center", "footer-right"):
        return
    for page in setting.printed.pages:
        section = setting.sections.get(page.number)
        if section is None or section.index or section.landscape or page.number == 1:
            continue
        box = _number_box(page, section, at_top=rule.value == "header-center")
        place = "giữa lề trên" if rule.value == "header-center" else "góc phải lề dưới"
        message = ""
        if box is None:
            message = f"Trang in không có số trang ở {place}."
        elif rule.value == "header-center" and abs((box[0] + box[1]) / 2 - _centre(page, section)) > CENTRED:
            message = f"Số trang không nằm ở {place} trên trang in."
        elif rule.value == "footer-right" and page.width - section.right * TWIP - box[1] > CENTRED:
            message = f"Số trang không nằm ở {place} trên trang in."
        if message:
            yield setting.finding("PDF19", Severity.WARNING, message, page.number, authority=rule.authority)


def kept_apart(kind: str, here: list[Stretch], there: list[Stretch]) -> bool:
    """Nơi nhận of minutes stands below two signatures, in a row of its own (NĐ30 Phụ lục III, Mẫu 1.10): nothing to be level with."""
    cells = [stretches[0].paragraph.cell for stretches in (here, there) if stretches]
    in_one_row = len(cells) == 2 and all(cells) and (cells[0].table, cells[0].row) == (cells[1].table, cells[1].row)
    return kind == "noi_nhan_nhan" and not in_one_row


def mm(hundredths: float) -> str:
    """Millimetres with one decimal, as they are written."""
    return f"{hundredths / 100:.1f}".replace(".", ",").removesuffix(",0")


def _rule(setting: Setting, component: str, prop: str, op: str = "") -> Rule | None:
    rules = setting.profile.rules_of(component) if setting.profile else ()
    return next((rule for rule in rules if rule.prop == prop and (not op or rule.op == op)), None)


def _bounds(rule: Rule | None) -> tuple[int | None, int | None]:
    """Least and most, in hundredths of a millimetre."""
    if rule is None or rule.op not in ("eq", "range", "min", "max"):
        return None, None
    low, high = rule.value if isinstance(rule.value, tuple) else (rule.value, rule.value)
    return (None if rule.op == "max" else int(low * 100)), (None if rule.op == "min" else int(high * 100))


def _running(setting: Setting, page: int) -> Iterator[Stretch]:
    """The paragraphs outside tables that stand on a page."""
    for stretches in setting.stretches.values():
        yield from (s for s in stretches if not s.paragraph.cell and s.first_page <= page <= s.last_page)


def _white(page: Page, letters: list[Letter]) -> dict[str, int]:
    return {
        "margin_left": min(letter.box[0] for letter in letters),
        "margin_right": page.width - max(letter.box[2] for letter in letters),
        "margin_top": min(letter.box[1] for letter in letters),
        "margin_bottom": page.height - max(letter.box[3] for letter in letters),
    }


def _is_filled(setting: Setting, side: str) -> bool:
    """Whether some line is known to reach the margin of this side: only long justified paragraphs fill their room."""
    if side not in ("margin_left", "margin_right"):
        return False
    return any(
        s.paragraph.format.align == "justify" and not s.paragraph.format.left and not s.paragraph.format.right
        and s.lines_on(s.first_page) >= FILLED_LINES
        for page in setting.printed.pages
        for s in _running(setting, page.number)
    )  # fmt: skip


def _foot(stretch: Stretch) -> float:
    """Where the letters of its first line stand, from the top of the page."""
    first = stretch.letters[0]
    line = [letter.box[3] for letter in stretch.letters if letter.page == first.page and letter.box[1] < first.box[3]]
    return median(line)


def _middle(stretch: Stretch) -> float:
    return (min(letter.box[0] for letter in stretch.letters) + max(letter.box[2] for letter in stretch.letters)) / 2


def _centre(page: Page, section) -> float:
    return (section.left * TWIP + page.width - section.right * TWIP) / 2


def _number_box(page: Page, section, *, at_top: bool) -> tuple[int, int] | None:
    """Left and right end of the digits in the top or the bottom margin; None if there are none."""
    limit = abs(section.top) * TWIP if at_top else page.height - abs(section.bottom) * TWIP
    digits = [
        box
        for letter, box in zip(page.letters, page.boxes, strict=True)
        if letter.isdigit() and (box[3] <= limit + SLACK if at_top else box[1] >= limit - SLACK)
    ]
    return (min(box[0] for box in digits), max(box[2] for box in digits)) if digits else None
