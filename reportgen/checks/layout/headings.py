"""Headings (Mục II.6.đ, V.6): their place, and numbering without gaps or repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportgen.checks.layout import words
from reportgen.checks.layout.facts import facts
from reportgen.checks.layout.ops import from_fact
from reportgen.checks.layout.view import QUOTE, Fault, Special, View, fault
from reportgen.docx.components import Component
from reportgen.docx.components.lines import is_upper
from reportgen.docx.components.title import is_decision
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.profile import Rule
from reportgen.vietnamese.numerals import LETTERS, letter, letter_value, roman_value

NUMBERED = (
    "phan_chuong",
    "muc_so",
    "muc_la_ma",
    "muc_chu_hoa",
    "dieu",
    "khoan",
    "khoan_tieu_de",
    "muc_thap_phan",
    "tieu_muc",
)
TITLE_BELOW = {"phan_chuong": "phan_chuong_ten", "muc_so": "muc_ten"}
QUOTATION = ("”", '"', "»")
LONGEST_TITLE = 120
WHOSE_TASK = Pattern(
    r"((sở|bộ (?!máy|phận|tiêu|thủ)|ban (?!hành)|cục|chi cục|công an|thanh tra|văn phòng|phòng (?!chống|ngừa)|trung tâm"
    r"|[uủ][ỷy]? ban|ubnd|hđnd|mặt trận|đài|kho bạc|thuế|hội (nông|liên|cựu|chữ|phụ)|liên đoàn|trường (?!hợp)|giám đốc|chủ tịch"
    r"|thủ trưởng|trưởng phòng|các (sở|ban|phòng|cơ quan|đơn vị|địa phương|xã|ngành|trường|hội|tổ chức)"
    r"|giao|đề nghị|yêu cầu|đối với)\s*\w)",
    re.IGNORECASE,
)
"""How a line begins that says who is to do what follows."""
RUNS_ON = ("dieu",)
"""Articles count through all chapters of a document."""


@noun
class Numbered:
    """The number of one heading: its level, its value, and the number it must continue («1.2» continues 1)."""

    level: str
    value: int
    label: str
    prefix: int | None = None


def own_line(kind: str) -> Special:
    """«Chương I», «Mục 1»: alone on its line, in the middle."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        for component in view.of(kind):
            if component.first.format.align != "center":
                yield fault(component, "không căn giữa", "phải ở dòng riêng, căn giữa")
            elif re.match(r"\s*[.:]?\s+\S", _after_label(component)):
                yield fault(component, "tiêu đề cùng dòng với số", "số ở dòng riêng, tiêu đề ở dòng dưới")

    return check


def title_below(kind: str) -> Special:
    """The title on the next line, in the middle."""

    def check(view: View, rule: Rule) -> Iterator[Fault]:
        for component in view.of(kind):
            if component.first.format.align != "center":
                yield fault(component, "không căn giữa", "phải ở dòng tiếp theo, căn giữa")

    return check


def label_bold(view: View, rule: Rule) -> Iterator[Fault]:
    """«Điều 1.» (and its title) bold; the text that follows is not judged."""
    for component in view.of("dieu"):
        run = component.runs[0] if component.runs else None
        if run and run.face.bold != rule.value:
            yield fault(component, "chữ «Điều» và số không in đậm", "phải in đậm")


def article_case(view: View, rule: Rule) -> Iterator[Fault]:
    """«Điều», not «ĐIỀU»."""
    for component in view.of("dieu"):
        if not component.label.startswith("Điều"):
            yield fault(component, f"«{component.label}»", "phải viết «Điều …»")


def roman_case(view: View, rule: Rule) -> Iterator[Fault]:
    """The title after a Roman number in capitals; below «A.», «B.» in capitals the next level may be in small letters."""
    if any(is_upper(component.text) for component in view.of("muc_chu_hoa")):
        return
    for component in view.of("muc_la_ma"):
        title = component.text[len(component.label) :]
        if any(c.isalpha() for c in title) and not is_upper(title):
            yield fault(component, "tiêu đề viết thường", "phải viết hoa toàn bộ")


def quoted_numbers(view: View) -> frozenset[int]:
    """Numbers of the paragraphs inside «“…”»: text another document is to get, numbered as it will be there."""
    inside, found = False, set()
    for component in view.body:
        if inside:
            found.add(component.first.number)
        opens, closes = component.text.rfind("“"), component.text.rfind("”")
        if opens >= 0 or closes >= 0:
            inside = opens > closes
    return frozenset(found) if not inside else frozenset()


def untitled_weight(view: View, rule: Rule) -> Iterator[Fault]:
    """A numbered paragraph without a title is not bold; a short bold one is its own title."""
    for measured in facts(view, "khoan", "bold"):
        if measured.value != rule.value and len(measured.quote) >= QUOTE:
            yield from_fact(rule, measured)


def titled_weight(view: View, rule: Rule) -> Iterator[Fault]:
    """A title after a number is bold; a long line without a stop is more likely text."""
    foreign = quoted_numbers(view)
    for component in view.of("khoan_tieu_de"):
        long = len(component.text) > LONGEST_TITLE or component.text.endswith(QUOTATION) or _names_office(component)
        if long or component.first.number in foreign or any(run.face.bold == rule.value for run in component.runs):
            continue
        yield fault(component, words.found("bold", not rule.value), words.allowed(rule))


def _names_office(component: Component) -> bool:
    """True for «1. Sở Tài chính», «2. Giao Công an tỉnh»: whom the task is for, not a title of the text below."""
    return bool(WHOSE_TASK.match(component.text[len(component.label) :].strip()))


def letters_in_order(view: View, rule: Rule) -> Iterator[Fault]:
    """Points run a b c d đ e g h …: no f, j, w, z; no gaps."""
    last, foreign = 0, quoted_numbers(view)
    for component in view.body:
        if component.first.number in foreign:
            continue
        if component.kind != "diem":
            last = 0 if component.kind in NUMBERED else last
            continue
        text = component.label[0]
        value = letter_value(text) if text in LETTERS else 0
        if value != last + 1 and not (value == 1 and last > 1):
            after = f"sau điểm {letter(last)})" if last else "ở đầu danh sách"
            yield fault(component, f"điểm {text}) đứng {after}", f"phải là {letter(last + 1)})")
        last = value or last + 1


def in_sequence(view: View, rule: Rule) -> Iterator[Fault]:
    """Numbers at one level follow each other; a level starts anew below a new heading of a higher level."""
    open_levels: list[Numbered] = []
    counts: dict[str, Numbered] = {}
    waiting: dict[str, list[int]] = {}
    foreign = quoted_numbers(view)
    below = False
    for component in view.body:
        below = below or component.kind == "diem"
        if component.kind not in NUMBERED or component.first.number in foreign:
            continue
        here = _numbered(component)
        if here is None:
            continue
        before = _step(open_levels, here, counts)
        open_levels.append(here)
        counts[here.level] = here
        wrong = _wrong_step(before, here, waiting.setdefault(here.level, []), below) or _wrong_prefix(open_levels, here)
        below = False
        if wrong:
            yield fault(
                component, f"mục «{component.label}» {wrong}", "số mục liên tục, không thiếu, không trùng"
            )


def _numbered(component: Component) -> Numbered | None:
    """The number of a heading, None where its label is no number («Phần thứ nhất»)."""
    label = component.label.split("\n")[0].rstrip(".:)/ ")
    if component.kind in ("muc_thap_phan", "tieu_muc"):
        numbers = [int(n) for n in label.split(".")]
        return Numbered(f"1.{len(numbers)}", numbers[-1], component.label, numbers[-2])
    words = label.split()
    value = _value(words[-1]) if words else None
    kind = {"khoan_tieu_de": "khoan"}.get(component.kind, component.kind)
    level = kind + words[0].lower() if kind in ("phan_chuong", "muc_so") else kind
    return None if value is None else Numbered(level, value, component.label)


def _value(word: str) -> int | None:
    readers: tuple[Callable[[str], int], ...] = (int, roman_value, lambda w: letter_value(w.lower()))
    for read in readers:
        try:
            return read(word)
        except ValueError:
            continue
    return None


def _step(open_levels: list[Numbered], here: Numbered, counts: dict[str, Numbered]) -> Numbered | None:
    """The number before on this level, None if the level opens here; deeper levels are closed."""
    at = next((i for i, number in enumerate(open_levels) if number.level == here.level), None)
    if at is None:
        return counts.get(here.level) if here.level in RUNS_ON else None
    before = open_levels[at]
    del open_levels[at:]
    return before


def _wrong_step(before: Numbered | None, here: Numbered, waiting: list[int], below: bool) -> str:
    """What is wrong with the step; ``waiting``: last numbers of lists that a list inside them, numbered alike, broke off.

    ``below``: points (a, b …) came since, so a new 1 may be a list inside one of them.
    """
    if before is None:
        return "" if here.value == 1 else "là mục đầu tiên của cấp này"
    if here.value == before.value + 1:
        return ""
    if here.value == 1:
        waiting.append(before.value)
        return "" if before.value > 1 or below else f"đứng sau mục «{before.label}»"
    if here.value - 1 in waiting:
        del waiting[waiting.index(here.value - 1) :]
        return ""
    return f"đứng sau mục «{before.label}»"


def _wrong_prefix(open_levels: list[Numbered], here: Numbered) -> str:
    """«1.2.» below «2.» does not continue it."""
    if here.prefix is None:
        return ""
    depth = int(here.level.removeprefix("1."))
    parent = "khoan" if depth == 2 else f"1.{depth - 1}"
    above = next((number for number in open_levels if number.level == parent), None)
    return "" if above is None or above.value == here.prefix else f"nằm trong mục «{above.label}»"


def _after_label(component: Component) -> str:
    found = re.match(r"\S+\s+(thứ\s+)?\S+", component.text)
    return component.text[found.end() :] if found else ""


def titled(view: View, rule: Rule) -> Iterator[Fault]:
    """Phần, chương, mục have a title; điều too, but in decisions, whose sample forms (Mẫu 1.2, 1.3) have none."""
    name = view.one("ten_loai")
    decides = name is not None and is_decision(name.text)
    for component, after in zip(view.body, [*view.body[1:], None], strict=False):
        below = TITLE_BELOW.get(component.kind)
        untitled = below and not _after_label(component).strip(" .:") and (after is None or after.kind != below)
        if component.kind == "dieu" and not decides:
            rest = component.text[len(component.label) :].strip()
            untitled = not rest or (rest.endswith((".", ";", ":")) and not component.runs[-1].face.bold)
        if untitled:
            yield fault(component, f"«{component.label}» không có tiêu đề", "phần, chương, mục, điều phải có tiêu đề")


SPECIAL: dict[str, Special] = {
    "phan.title_required": titled,
    "phan.own_line": own_line("phan_chuong"),
    "phan.title_position": title_below("phan_chuong_ten"),
    "muc.own_line": own_line("muc_so"),
    "muc.title_position": title_below("muc_ten"),
    "dieu.bold": label_bold,
    "dieu.case": article_case,
    "muc_la_ma.case": roman_case,
    "diem.order": letters_in_order,
    "khoan.style_untitled": untitled_weight,
    "khoan.style_titled": titled_weight,
    "bo_cuc.sequence": in_sequence,
}
