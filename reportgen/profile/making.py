"""From the YAML files of ``profiles/`` to a Profile: find, inherit, complete."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.errors import DataError
from reportgen.fields import load_record
from reportgen.noun import fields
from reportgen.profile.compiled import RULES_SUFFIX, Days, keys_of
from reportgen.profile.declared import (
    ALIGNMENTS,
    NUMBER_POSITIONS,
    ComponentChoice,
    PageChoice,
    ProfileFile,
    RulesFile,
)
from reportgen.profile.names import HEADING_KINDS, STYLE_NAMES, components_of
from reportgen.profile.nouns import ComponentStyle, Page, Profile, Rule
from reportgen.profile.rules import inherited, own_rules
from reportgen.vietnamese.text import nearest

COMPONENTS = frozenset(STYLE_NAMES) | {component for _, component in HEADING_KINDS}
WITHOUT_VALUES = frozenset({"ke_tieu_ngu", "ke_tieu_de_dang", "ke_co_quan", "ke_trich_yeu", "bang_so_lieu"})
TEXTS = (
    "mau_so", "mau_so_cong_van", "nhan_kinh_gui", "cuoi_kinh_gui", "cuoi_kinh_gui_cuoi", "nhan_noi_nhan", "nhan_noi_luu",
    "tien_to_cong_van", "cuoi_can_cu", "cuoi_can_cu_cuoi", "ket_thuc", "so_phu_luc",
)  # fmt: skip
HEAD_TEXTS = {"quoc_hieu": ("quoc_hieu", "tieu_ngu"), "dang": ("tieu_de_dang", "sao_co_quan", "gach_trich_yeu")}


def make_profile(folder: Path, key: str) -> Profile:
    """The profile ``key``, completed from its parents. DataError: TT20, TT22 … TT25 and faults of YAML."""
    line = _lineage(folder, key)
    _refuse_unknown_components(line)
    letterhead = _first(file.letterhead for file in line) or "quoc_hieu"
    styles = _styles(line, letterhead)
    page = _page(line, styles)
    texts = {name: text for file in reversed(line) for name, text in file.texts.items()}
    _refuse_missing([name for name in (*TEXTS, *HEAD_TEXTS[letterhead]) if name not in texts], line[0])
    kinds = _first(file.kind_list for file in line) or "nd30"
    return Profile(key, line[0].name, page, styles, _rules(folder, key, line), texts, letterhead, kinds)


def days_of_all(folder: Path) -> dict[str, Days]:
    """Key → days of every profile that says when it is in force. DataError with the faults of YAML."""
    said = ((key, _file(folder, key).validity) for key in keys_of(folder))
    return {key: Days(days.first, days.last, days.scope) for key, days in said if days}


def sources(folder: Path, key: str) -> list[str]:
    """The names of all files a profile is made from, or would be made from if they were there."""
    line = _lineage(folder, key)
    keys = [key, *(file.parent for file in line if file.parent), *(file.rules_of for file in line if file.rules_of)]
    return [name for each in keys for name in (f"{each}.yml", f"{each}{RULES_SUFFIX}")]


@cache
def _file(folder: Path, key: str, place: Place = NOWHERE) -> ProfileFile:
    path = folder / f"{key}.yml"
    if key not in keys_of(folder):
        close = nearest(key, keys_of(folder))
        raise DataError.of(
            "TT20",
            f"Không có thể thức «{key}».",
            place,
            hint=(f"Có phải «{close}»? " if close else "")
            + f"Các thể thức có sẵn: {', '.join(keys_of(folder))}.",
        )
    return load_record(ProfileFile, path, f"profiles/{path.name}")


def _lineage(folder: Path, key: str) -> list[ProfileFile]:
    """The file of ``key``, then its parents, nearest first."""
    line = [_file(folder, key)]
    seen = {key}
    while line[-1].parent:
        parent = line[-1].parent
        place = line[-1].at("parent")
        if parent in seen:
            raise DataError.of("TT24", f"Thể thức «{key}» kế thừa vòng quanh qua «{parent}».", place)
        seen.add(parent)
        line.append(_file(folder, parent, place))
    return line


def _rules(folder: Path, key: str, line: list[ProfileFile]) -> tuple[Rule, ...]:
    """The rules of the oldest parent, changed by each descendant in turn."""
    rules: tuple[Rule, ...] = ()
    keys = [key, *(file.parent for file in line if file.parent)]
    for file, own in reversed(list(zip(line, keys, strict=True))):
        path = folder / f"{file.rules_of or own}{RULES_SUFFIX}"
        if path.exists():
            declared = load_record(RulesFile, path, f"profiles/{path.name}")
            rules = inherited(rules, declared, own_rules(declared))
    return rules


def _styles(line: list[ProfileFile], letterhead: str) -> dict[str, ComponentStyle]:
    styles: dict[str, ComponentStyle] = {}
    missing = []
    foreign = frozenset(STYLE_NAMES) - frozenset(components_of(letterhead))
    for component in sorted(COMPONENTS - WITHOUT_VALUES - foreign):
        given = _given(file.components[component] for file in line if component in file.components)
        if "size_pt" not in given:
            missing.append(f"{component}.co_chu")
            continue
        given["align"] = ALIGNMENTS[given.get("align", "trai")]
        styles[component] = ComponentStyle(component, **given)
    _refuse_missing(missing, line[0])
    return styles


def _page(line: list[ProfileFile], styles: dict[str, ComponentStyle]) -> Page:
    given = _given(file.page for file in line)
    wanted = [name for name in fields(Page) if name not in ("number_size_pt", "authority")]
    _refuse_missing([f"trang.{name}" for name in wanted if name not in given], line[0])
    given["number_position"] = NUMBER_POSITIONS[given["number_position"]]
    return Page(number_size_pt=styles["so_trang"].size_pt, **given)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _given(records: Iterable[ComponentChoice | PageChoice]) -> dict:
    """What was typed, the nearest record first."""
    given: dict = {}
    for record in records:
        for name in record.places:
            if "." not in name:
                given.setdefault(name, getattr(record, name))
    return given


def _refuse_unknown_components(line: list[ProfileFile]) -> None:
    findings: list[Finding] = []
    for file in line:
        for component in file.components:
            if component not in COMPONENTS:
                close = nearest(component, COMPONENTS)
                hint = f"Có phải «{close}»?" if close else ""
                place = file.at("components", component)
                findings.append(error("TT22", f"Không có thành phần «{component}».", place, hint=hint))
    if findings:
        raise DataError(findings)


def _refuse_missing(names: list[str], file: ProfileFile) -> None:
    if names:
        message = f"Thể thức «{file.name}» còn thiếu: {', '.join(names)}."
        raise DataError.of(
            "TT23", message, file.place, hint="Ghi thêm, hoặc kế thừa một thể thức đã đủ (ke_thua)."
        )
