"""Mending words, where the regulation leaves one way to write them: signs, blanks, capitals of the head and the closing.

Never touched: digits (but for the zero before a day or a month), names, dates' values, figures; a blank number or day stays
blank. A maker proposes a line; it is taken only if its digits and letters are those of the old one, capitals and marks aside,
and if it obeys the rule it was made for. So a maker that meets a line it was not written for does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportgen.checks.layout.ops import pattern
from reportgen.checks.layout.reference import CODES_BY_CAPITALS
from reportgen.docx.components import Component
from reportgen.docx.components.lines import squeezed
from reportgen.mending.case import Case, wish, wording
from reportgen.mending.nouns import Wish
from reportgen.pattern import Pattern
from reportgen.profile import Rule
from reportgen.vietnamese.text import fold, upper

Maker = Callable[[Case, Rule, str], str]
PADDED = Pattern(r"(\b(?:ngay|thang)\s*)0(?=\d\b)")
FIGURES = Pattern(r"\d+(?:[.,]\d+)*")


def reworded(kinds: tuple[str, ...], make: Maker, *, first_only: bool = False) -> Callable[[Case, Rule], Iterator[Wish]]:
    """A mender that rewrites lines of these components with ``make``."""

    def mend(case: Case, rule: Rule) -> Iterator[Wish]:
        for component in case.view.of(*kinds):
            for line in component.lines[:1] if first_only else component.lines:
                yield from _line(case, rule, component, line, make(case, rule, line.typed.strip()))

    return mend


def _line(case: Case, rule: Rule, component: Component, line, new: str) -> Iterator[Wish]:
    old, start = line.typed.strip(), case.start(line)
    if start is not None and new and new != old and is_same(old, new) and _obeys(rule, component, new):
        yield wish(rule, component, wording(line, start, new), f"«{old}»", f"«{new}»", old)


def is_same(old: str, new: str) -> bool:
    """True if both have the same letters and the same figures in the same order; capitals, marks, and the zero of a day or a
    month aside. Figures keep their separators: «1.005» is neither «1.05» nor «1005».
    """
    return _bare(old) == _bare(new)


def _bare(text: str) -> tuple[str, list[str]]:
    plain = PADDED.sub(r"\1", fold(text))
    return "".join(c for c in plain if c.isalnum()), FIGURES.findall(plain)


def _obeys(rule: Rule, component: Component, new: str) -> bool:
    if rule.op == "regex" and rule.prop == "text" and len(component.lines) == 1:
        return bool(pattern(f"{rule.value}").search(new))
    return rule.op != "eq" or rule.prop != "text" or new == rule.value


def legal_words(case: Case, rule: Rule, old: str) -> str:
    """Quốc hiệu, Tiêu ngữ: the words of the law; the tone mark of HÒA where its writer put it."""
    allowed = rule.value if isinstance(rule.value, tuple) else (f"{rule.value}",)
    same = [words for words in allowed if squeezed(words).replace("-", "") == re.sub(r"[-–—.]", "", squeezed(old))]
    return next((words for words in same if _hoa(words) == _hoa(old)), same[0] if same else "")


def _hoa(words: str) -> bool:
    return "HOÀ" in upper(words)


def motto_capitals(case: Case, rule: Rule, old: str) -> str:
    """The Tiêu ngữ of the profile, if these are its words."""
    words = case.view.profile.texts.get("tieu_ngu", "")
    return words if squeezed(words).replace("-", "") == re.sub(r"[-–—.]", "", squeezed(old)) else ""


def in_capitals(case: Case, rule: Rule, old: str) -> str:
    """All capitals."""
    return upper(old) if rule.value == "upper" else ""


def title_in_capitals(case: Case, rule: Rule, old: str) -> str:
    """All capitals but the label."""
    return upper(old)


def number_prefix(case: Case, rule: Rule, old: str) -> str:
    """«Số» gets its colon, «SỐ:» its small letter; what follows is not touched, the blank for the number stays as wide."""
    found = re.match(r"(s[ốôo]́?)(\s*:)?", old, re.IGNORECASE)
    if found is None:
        return ""
    rest = old[found.end() :]
    return f"Số:{rest if rest.startswith(' ') or not rest else ' ' + rest}"


def number_without_spaces(case: Case, rule: Rule, old: str) -> str:
    """No blanks in the symbol, none between a number that is there and its «/»; the blank of the registry stays."""
    head, slash, symbol = old.partition("/")
    head = re.sub(r"(?<=\d)\s+$", "", head)
    return head + slash + re.sub(r"\s+", "", symbol) if slash else ""


def number_hyphens(case: Case, rule: Rule, old: str) -> str:
    """Long dashes between the groups of the symbol become hyphens."""
    head, slash, symbol = old.partition("/")
    return head + slash + re.sub(r"\s*[–—]\s*", "-", symbol) if slash else ""


def place_comma(case: Case, rule: Rule, old: str) -> str:
    """«địa danh, ngày»: one comma, one blank."""
    return re.sub(r"\s*,?\s*\b(ngày)\b", r", \1", old, count=1, flags=re.IGNORECASE)


def small_day(case: Case, rule: Rule, old: str) -> str:
    """«Ngày» after the place becomes «ngày»."""
    place, word, rest = old.partition("Ngày")
    return f"{place}ngày{rest}" if word and place.strip() else ""


def padded(word: str, numbers: range, zero: bool) -> Maker:
    """A maker that writes the number after ``word`` with or without its zero."""

    def make(case: Case, rule: Rule, old: str) -> str:
        def write(found: re.Match[str]) -> str:
            value = int(found[2])
            digits = f"{value:02d}" if zero else f"{value}"
            return found[1] + (digits if value in numbers else found[2])

        return re.sub(rf"(\b{word}\s*)(\d{{1,2}})(?!\d)", write, old, count=1, flags=re.IGNORECASE)

    return make


def without_stop(case: Case, rule: Rule, old: str) -> str:
    """No sign at the end; dots of an abbreviation or of something left out stay."""
    if re.search(r"(\.\.|…|v\.v|\b[A-ZĐ])\.?$", old):
        return ""
    return re.sub(r"\s*[.;,:]$", "", old)


def letter_prefix(case: Case, rule: Rule, old: str) -> str:
    """«v/v», «V/V:», «V/v.» become «V/v »."""
    return re.sub(r"^v\s*/\s*v\s*[:.]?\s*", "V/v ", old, flags=re.IGNORECASE)


def addressed(case: Case, rule: Rule, old: str) -> str:
    """«Kính gửi» gets its colon."""
    found = re.match(r"k[íi]nh\s+g[ửu]i\s*[:;.]?\s*", old, re.IGNORECASE)
    return f"Kính gửi: {old[found.end() :]}".rstrip() if found else ""


def dashed(case: Case, rule: Rule, old: str) -> str:
    """«-Sở …», «– Sở …», «Sở …;» become «- Sở …»; a line that opens small may go on from the one above and is left."""
    found = re.match(r"[-–—]\s*", old)
    if found is None:
        return f"- {old}" if old[:1].isupper() and old.endswith((";", ".")) else ""
    return f"- {old[found.end() :]}"


def listed_code(case: Case, rule: Rule, old: str) -> str:
    """The code of the type of document as the regulation lists it («qđ» → «QĐ», «CTR» → «CTr»)."""
    head, slash, symbol = old.partition("/")
    group, hyphen, rest = symbol.partition("-")
    right = CODES_BY_CAPITALS.get(group.strip().upper())
    return f"{head}{slash}{right}{hyphen}{rest}" if right and hyphen else ""


def in_brackets(case: Case, rule: Rule, old: str) -> str:
    """«(Kèm theo …)»."""
    return f"({old.strip('() ')})" if old.strip("( ").startswith("Kèm theo") else ""


def sentence_label(case: Case, rule: Rule, old: str) -> str:
    """«CHƯƠNG I», «PHỤ LỤC I» become «Chương I», «Phụ lục I»; the number keeps its capitals."""
    found = re.match(r"(phần|chương|mục|tiểu mục|phụ lục)\b", old, re.IGNORECASE)
    new = found[1].capitalize() + old[found.end() :].rstrip(" :.") if found else ""
    return "" if rule.op == "regex" and not pattern(f"{rule.value}").search(re.sub(r"\b\d+\b", "I", new)) else new


def recipients_label(case: Case, rule: Rule, old: str) -> str:
    """«Nơi nhận:» letter by letter."""
    return f"{rule.value}" if squeezed(old).strip(" :.-") == squeezed(f"{rule.value}").strip(":") else ""


def filing(case: Case, rule: Rule, old: str) -> str:
    """«- Lưu: VT, TH.»: dash, colon and full stop."""
    found = re.match(r"[-–—]?\s*lưu\s*[:;]?\s*", old, re.IGNORECASE)
    if found is None:
        return ""
    new = f"- Lưu: {old[found.end() :].rstrip(' ;,.')}."
    return new if pattern(f"{rule.value}").search(new) else ""


def authority(case: Case, rule: Rule, old: str) -> str:
    """«KT.GIÁM ĐỐC», «K/T GIÁM ĐỐC» become «KT. GIÁM ĐỐC» (Party: «K/T GIÁM ĐỐC»)."""
    found = re.match(r"(T\.?/?M|K\.?/?T|T\.?/?L|T\.?/?U\.?/?Q|Q)\s*[./]?\s*", old, re.IGNORECASE)
    if found is None:
        return ""
    letters = re.sub(r"[^A-Z]", "", found[1].upper())
    sign = next((sign for sign in rule.value if re.sub(r"[^A-Z]", "", sign) == letters), "")
    return f"{sign} {old[found.end() :]}" if sign else ""


def label(pattern_of: str, write: str) -> Maker:
    """A maker that writes the sign after a typed number as the rule wants it."""

    def make(case: Case, rule: Rule, old: str) -> str:
        return re.sub(pattern_of, write, old, count=1)

    return make


LABELS: dict[str, Maker] = {
    "dieu.label": label(r"^([Đđ]iều|ĐIỀU)\s+(\d+)\s*[.:/)]?\s*", r"\1 \2. "),
    "dieu.case": label(r"^(điều|ĐIỀU)(?=\s+\d)", "Điều"),
    "khoan.label": label(r"^(\d{1,3})\s*[.)/]\s*(?=[^\W\d])", r"\1. "),
    "diem.label": label(r"^([a-zđ])\s*[.)/]\s*(?=\w)", r"\1) "),
    "muc_la_ma.label": label(r"^([IVXLC]+)\s*[.)/-]?\s+(?=\w)|^([IVXLC]+)\s*[.)/]\s*(?=\w)", r"\1\2. "),
}
