"""Profiles made ready: ``profiles/<mã>.json`` holds what the YAML files of a profile and its parents come to.

Reading 500 rules from YAML takes longer than building a report. So the result is kept beside the sources, with the
SHA-256 of each of them: a file that no longer fits its sources, or whose records have other fields than ours, is
passed over and the YAML is read. It can be missing or stale, never wrong; a test holds ours to be current and equal,
and ``pytest tests/profile --renew`` writes them anew. Numbers stand as typed and are read as Decimal.

``hieu-luc.json`` holds the days of all profiles likewise, so that choosing one by its date reads none of the others.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Severity
from reportgen.noun import fields, noun
from reportgen.profile.nouns import ComponentStyle, Page, Profile, Rule, Value

RULES_SUFFIX = ".quy-tac.yml"
READY_SUFFIX = ".json"
DAYS_FILE = "hieu-luc.json"
COLUMNS = {cls.__name__: list(fields(cls)) for cls in (Page, ComponentStyle, Rule, Profile)}


@noun
class Days:
    """The days a profile is in force, and the kind of bodies it is for; no last day: still in force."""

    first: datetime.date
    last: datetime.date | None
    scope: str

    def hold(self, day: datetime.date, scope: str) -> bool:
        """True if the profile is the one for a document of that day and body."""
        return self.scope == scope and self.first <= day <= (self.last or datetime.date.max)


def keys_of(folder: Path) -> tuple[str, ...]:
    """The profiles there are, sorted: one for each ``<mã>.yml``."""
    return tuple(sorted(f.stem for f in folder.glob("*.yml") if not f.name.endswith(RULES_SUFFIX)))


def read_ready(folder: Path, key: str) -> Profile | None:
    """The profile ``key`` as it was made ready; None if there is no file that fits the sources beside it."""
    held = _current(folder, f"{key}{READY_SUFFIX}")
    if not held or held["columns"] != COLUMNS:
        return None
    styles = (ComponentStyle(*row) for row in held["styles"])
    return Profile(
        key=key,
        page=Page(*held["page"]),
        styles={style.component: style for style in styles},
        rules=tuple(_rule(row) for row in held["rules"]),
        **held["rest"],
    )


def read_days(folder: Path) -> dict[str, Days] | None:
    """Key → days of the profiles that a date chooses, sorted by key; None if that is not known for today's files."""
    held = _current(folder, DAYS_FILE)
    if not held or set(held["sources"]) != {f"{key}.yml" for key in keys_of(folder)}:
        return None
    day = datetime.date.fromisoformat
    return {key: Days(day(first), day(last) if last else None, scope) for key, (first, last, scope) in held["days"].items()}


def ready_text(profile: Profile, folder: Path, sources: Iterable[str]) -> str:
    """What stands in the file of a profile made from these files of ``folder``; one style or rule a line."""
    apart = {"key", "page", "styles", "rules"}
    rest = {name: getattr(profile, name) for name in COLUMNS["Profile"] if name not in apart}
    return _file_text({
        "sources": _text(digests(folder, sources)),
        "columns": _text(COLUMNS),
        "rest": _text(rest),
        "page": _row(profile.page),
        "styles": _lines(_row(style) for style in profile.styles.values()),
        "rules": _lines(_row(rule) for rule in profile.rules),
    })  # fmt: skip


def days_text(days: Mapping[str, Days], folder: Path) -> str:
    """What stands in the file of the days."""
    rows = {key: [d.first.isoformat(), d.last.isoformat() if d.last else "", d.scope] for key, d in days.items()}
    sources = digests(folder, (f"{key}.yml" for key in keys_of(folder)))
    return _file_text({"sources": _text(sources), "days": _text(rows)})


def _current(folder: Path, name: str) -> dict | None:
    """What a ready file holds, if its sources are still those it was made from."""
    path = folder / name
    if not path.is_file():
        return None
    held = json.loads(path.read_text(encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)
    return held if held["sources"] == digests(folder, held["sources"]) else None


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of each file, however its lines end; '' for one that is not there."""
    return {name: _digest(folder / name) for name in names}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest() if path.is_file() else ""


def _rule(row: list) -> Rule:
    named = dict(zip(COLUMNS["Rule"], row, strict=True))
    return Rule(**named | {"value": _value(named["value"]), "severity": Severity[named["severity"]]})


def _value(held: Any) -> Value:
    if isinstance(held, list):
        return tuple(_value(item) for item in held)
    return {key: _value(item) for key, item in held.items()} if isinstance(held, dict) else held


def _file_text(parts: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f'"{name}": {text}' for name, text in parts.items()) + "\n}\n"


def _row(record: Page | ComponentStyle | Rule) -> str:
    return _text([getattr(record, name) for name in COLUMNS[type(record).__name__]])


def _lines(rows: Iterable[str]) -> str:
    return "[\n" + ",\n".join(rows) + "\n]"


def _text(value: Any) -> str:
    """JSON, with a Decimal written as the number it was typed."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Severity):
        return _text(value.name)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_text(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_text(key)}: {_text(item)}' for key, item in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)
