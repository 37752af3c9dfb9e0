"""Blank forms of all units of a list: one workbook each, in a folder or in one zip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.archive import Member, join, pack
from reportgen.errors import UsageError
from reportgen.noun import noun
from reportgen.output import digest, write_atomic, write_output
from reportgen.returns.blank import blank_form
from reportgen.returns.subject import Subject
from reportgen.vietnamese.text import nearest


@noun
class Made:
    """A file that was written; ``written`` is False if the very same bytes were there."""

    path: Path
    sha256: str
    written: bool


def chosen_units(subject: Subject, keys: list[str]) -> dict:
    """The units forms are made for: those due for the period, or the ones named. UsageError TH03."""
    due = subject.due
    for key in keys:
        if key not in due:
            close = nearest(key, due)
            hint = f"có phải «{close}»?" if close else f"các đơn vị của {subject.period}: {', '.join(due)}"
            message = f"không có đơn vị «{key}» trong {subject.period}"
            if key in subject.units.units:
                message += " (đơn vị chưa thành lập hoặc đã nhập vào đơn vị khác)"
            raise UsageError.of("TH03", message, hint=hint)
    if not due:
        raise UsageError.of("TH03", f"không đơn vị nào có trong {subject.period}", hint="xem tu_ngay, den_ngay của các đơn vị")
    return {key: due[key] for key in keys} if keys else due


def file_name(subject: Subject, unit_key: str) -> str:
    """The name of a unit's form, the same every time: chi-tieu-xa.nam-2019.cam-tuyen.xlsx."""
    return f"{subject.name}.{unit_key.replace('_', '-')}.xlsx"


def write_forms(subject: Subject, keys: list[str], folder: Path, shown: str, force: bool = False) -> Iterator[Made]:
    """One workbook a unit, into ``folder``. UsageError LE10 before a form somebody has filled in would be overwritten."""
    for key, unit in chosen_units(subject, keys).items():
        name = file_name(subject, key)
        content = blank_form(subject, key, unit)
        written = write_output(folder / name, content, shown=f"{shown}/{name}", force=force)
        yield Made(folder / name, digest(content), written)


def write_zip(subject: Subject, keys: list[str], path: Path, shown: str) -> Made:
    """All workbooks in one zip. Same declaration, same bytes."""
    content = join(_members(subject, keys))
    if path.is_file() and path.read_bytes() == content:
        return Made(path, digest(content), False)
    write_atomic(path, content, shown=shown)
    return Made(path, digest(content), True)


def _members(subject: Subject, keys: list[str]) -> Iterator[Member]:
    for key, unit in chosen_units(subject, keys).items():
        yield pack(file_name(subject, key), blank_form(subject, key, unit))
