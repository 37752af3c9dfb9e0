"""What the kind of document named on the page carries: its code in the number, its line of place and date."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout.document import mandatory
from reportgen.checks.layout.ops import judge_rule, pattern
from reportgen.checks.layout.reference import listed_code, named_form, reference
from reportgen.checks.layout.view import Fault, Special, View, fault
from reportgen.kinds import NONE, Kind, find_kind, kinds_of
from reportgen.noun import replace
from reportgen.pattern import Pattern
from reportgen.profile import Rule


ANY_CODE = Pattern(r"\(NQ\|[^)]*\)-")
"""The listed codes in the form of a number: a type in no list (lịch công tác, đề cương) has a code of its own."""


def kind_on(view: View) -> Kind | None:
    """The kind the maker named, else the one the type name on the page says; None if that is in no list."""
    title = view.one("ten_loai")
    name = view.expected.kind or (title.text if title else "")
    return find_kind(name, view.profile.kind_list)


def code_fits(view: View) -> Iterator[Fault]:
    """The code in the number is that of the type named below it; a code nobody knows is left to the form of the number."""
    kind, ref = kind_on(view), reference(view)
    if kind is None or ref is None:
        return
    written = ref.symbol.strip().replace("–", "-").replace("/", "-").split("-")[0].strip()
    known = {other.code for other in kinds_of(view.profile.kind_list).values() if other.code}
    if written in known and written != kind.code:
        yield fault(
            ref.component, f"ký hiệu «{written}» ở {kind.name}", f"{kind.name} ghi ký hiệu «{kind.code}»"
        )


def type_name(view: View, rule: Rule) -> Iterator[Fault]:
    """Every kind that prints its name does."""
    kind = kind_on(view)
    if view.one("ten_loai") is None and not view.is_letter and (kind is None or kind.printed):
        yield Fault("không thấy tên loại văn bản", "phải ghi tên loại (trừ công văn)", "Tên loại văn bản")


def main_elements(view: View, rule: Rule) -> Iterator[Fault]:
    """The mandatory parts; a subject only where the sample form has one (Mẫu 1.8 and 1.10 have none)."""
    kind = kind_on(view)
    without = ("trich_yeu",) if kind and kind.subject == NONE else ()
    return mandatory(view, replace(rule, value=tuple(part for part in rule.value if part not in without)))


def dated(view: View, rule: Rule) -> Iterator[Fault]:
    """Place and date, but for kinds whose sample form has none (minutes: NĐ30, Phụ lục III, Mẫu 1.9)."""
    kind = kind_on(view)
    if view.one("dia_danh") is None and (kind is None or kind.dated):
        yield Fault(
            "không thấy địa danh, thời gian", "thành phần này bắt buộc phải có", "Địa danh, thời gian"
        )


def form_of_named(view: View, rule: Rule) -> Iterator[Fault]:
    """The form of the number with a code of the kind; a kind without one (thư công) is left alone."""
    kind = kind_on(view)
    if kind is None and view.one("ten_loai"):
        yield from named_form(view, replace(rule, value=ANY_CODE.sub("(?:[A-ZĐ][A-Za-zĐđ]*)-", f"{rule.value}", count=1)))
    elif kind is None or kind.code or kind.is_letter:
        yield from named_form(view, rule)


def party_form(view: View, rule: Rule) -> Iterator[Fault]:
    """The Party's form of the number; a type in no list brings its own code."""
    component = view.one("so_ky_hieu")
    if component and not pattern(f"{rule.value}").search(listed_code(view, component.text)):
        yield from judge_rule(view, rule)


SPECIAL: dict[str, Special] = {
    "the_thuc.main_elements": main_elements,
    "ten_loai.present": type_name,
    "dia_danh.present": dated,
    "so.form_named": form_of_named,
    "hd05.so.form": party_form,
}
