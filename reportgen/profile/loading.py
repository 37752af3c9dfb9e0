"""From the files of ``profiles/`` to a Profile: find, inherit, complete, choose by date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.errors import DataError
from reportgen.fields import load_record
from reportgen.profile.declared import (
    ALIGNMENTS,
    NUMBER_POSITIONS,
    ComponentChoice,
    PageChoice,
    ProfileFile,
    RulesFile,
)
from reportgen.profile.names import HEADING_KINDS, STYLE_NAMES
from reportgen.profile.nouns import ComponentStyle, Page, Profile, Rule
from reportgen.profile.rules import inherited, own_rules
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.text import nearest

PROFILE_FOLDER = Path(__file__).resolve().parent.parent / "profiles"
RULES_SUFFIX = ".quy-tac.yml"
COMPONENTS = frozenset(STYLE_NAMES) | {component for _, component in HEADING_KINDS}
WITHOUT_VALUES = frozenset({"ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu", "bang_so_lieu"})
TEXTS = (
    "quoc_hieu", "tieu_ngu", "nhan_kinh_gui", "nhan_noi_nhan", "nhan_noi_luu", "tien_to_cong_van", "cuoi_can_cu",
    "cuoi_can_cu_cuoi", "ket_thuc",
)  # fmt: skip


def profile_keys() -> tuple[str, ...]:
    """The profiles there are, sorted: one for each ``profiles/<mã>.yml``."""
    return tuple(sorted(f.stem for f in PROFILE_FOLDER.glob("*.yml") if not f.name.endswith(RULES_SUFFIX)))


@cache
def load_profile(key: str) -> Profile:
    """The profile ``key``, completed from its parents. DataError: TT20, TT22 … TT25 and faults of YAML."""
    line = _lineage(key)
    _refuse_unknown_components(line)
    styles = _styles(line)
    page = _page(line, styles)
    texts = {name: text for file in reversed(line) for name, text in file.texts.items()}
    _refuse_missing([name for name in TEXTS if name not in texts], line[0])
    return Profile(key, line[0].name, page, styles, _rules(key, line), texts)


def profile_for(day: datetime.date, scope: str = "nha_nuoc", place: Place = NOWHERE) -> str:
    """The key of the profile in force on ``day`` for ``scope``; if none, DataError TT21 at ``place``."""
    for key in profile_keys():
        validity = _file(key).validity
        if (
            validity
            and validity.scope == scope
            and validity.first <= day <= (validity.last or datetime.date.max)
        ):
            return key
    raise DataError.of(
        "TT21",
        f"Chưa có thể thức nào cho văn bản ban hành ngày {slash_date(day)}"
        + ("" if scope == "nha_nuoc" else f" trong phạm vi «{scope}»")
        + ".",
        place,
        hint=f"Xem lại ngày ban hành, hoặc ghi rõ «the_thuc: …» (có: {', '.join(profile_keys())}).",
    )


@cache
def _file(key: str, place: Place = NOWHERE) -> ProfileFile:
    path = PROFILE_FOLDER / f"{key}.yml"
    if key not in profile_keys():
        close = nearest(key, profile_keys())
        raise DataError.of(
            "TT20",
            f"Không có thể thức «{key}».",
            place,
            hint=(f"Có phải «{close}»? " if close else "")
            + f"Các thể thức có sẵn: {', '.join(profile_keys())}.",
        )
    return load_record(ProfileFile, path, f"profiles/{path.name}")


def _lineage(key: str) -> list[ProfileFile]:
    """The file of ``key``, then its parents, nearest first."""
    line = [_file(key)]
    seen = {key}
    while line[-1].parent:
        parent = line[-1].parent
        place = line[-1].at("parent")
        if parent in seen:
            raise DataError.of("TT24", f"Thể thức «{key}» kế thừa vòng quanh qua «{parent}».", place)
        seen.add(parent)
        line.append(_file(parent, place))
    return line


def _rules(key: str, line: list[ProfileFile]) -> tuple[Rule, ...]:
    """The rules of the oldest parent, changed by each descendant in turn."""
    rules: tuple[Rule, ...] = ()
    for each in [*reversed([file.parent for file in line if file.parent]), key]:
        path = PROFILE_FOLDER / f"{each}{RULES_SUFFIX}"
        if path.exists():
            declared = load_record(RulesFile, path, f"profiles/{path.name}")
            rules = inherited(rules, declared, own_rules(declared))
    return rules


def _styles(line: list[ProfileFile]) -> dict[str, ComponentStyle]:
    styles: dict[str, ComponentStyle] = {}
    missing = []
    for component in sorted(COMPONENTS - WITHOUT_VALUES):
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
    wanted = [name for name in Page.__dataclass_fields__ if name not in ("number_size_pt", "authority")]
    _refuse_missing([f"trang.{name}" for name in wanted if name not in given], line[0])
    given["number_position"] = NUMBER_POSITIONS[given["number_position"]]
    return Page(number_size_pt=styles["so_trang"].size_pt, **given)


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
