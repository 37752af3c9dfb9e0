"""Whose a returned workbook is: by the hidden sheet of a form, by the line «Đơn vị báo cáo: …», by the name of its file."""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, error
from reportgen.pattern import Pattern
from reportgen.returns.heading_lines import FIRST_ROWS, line_after
from reportgen.returns.identity import Identity, read_identity
from reportgen.returns.subject import Subject
from reportgen.returns.units import match_unit, nearest_unit, own_name
from reportgen.sources.grid import Book, Grid
from reportgen.sources.headers import Header
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import slug

_LINE = Pattern(r"\s*(?:don vi bao cao|don vi gui|ten don vi|don vi lap bieu|don vi lap)\s*:?\s*")


def unit_of_heading(
    book: Book, grid: Grid, header: Header, identity: Identity, subject: Subject, sink: list[Finding]
) -> str:
    """Whose book it is by its hidden sheet and its heading; '' if neither says. Findings TH09, TH10."""
    known = subject.units.units
    if identity.unit and identity.unit not in known:
        hint = f"thêm đơn vị này vào danh sách đơn vị; {nearest_unit(identity.unit, known)}".rstrip("; ")
        sink.append(error("TH09", f"biểu mẫu của đơn vị «{identity.unit}» không có trong danh sách", Place(book.file), hint=hint))
        return ""
    said = line_after(grid, header.row, _LINE)
    if not said or not said[0].strip(" .…_"):
        return identity.unit
    match = match_unit(said[0], known)
    if match is None:
        if not identity.unit:
            sink.append(error("TH09", f"không có đơn vị {quoted(said[0])} trong danh sách", said[1], hint=nearest_unit(said[0], known)))
        return identity.unit
    if identity.unit and match.key != identity.unit:
        message = f"biểu mẫu được cấp cho {known[identity.unit].name}, nhưng ghi đơn vị báo cáo là {known[match.key].name}"
        hint = "mỗi đơn vị phải dùng biểu mẫu của mình; hỏi lại đơn vị gửi"
        sink.append(error("TH10", message, said[1], found=said[0], hint=hint))
    return match.key


def unit_said(book: Book, subject: Subject) -> str:
    """Whose a book is that could not be used, as far as it says: for naming who is to be asked, never for figures."""
    identity = read_identity(book) or Identity()
    lines = (line_after(grid, min(grid.rows, FIRST_ROWS), _LINE) for grid in book.grids if not grid.hidden)
    match = next((match_unit(said[0], subject.units.units) for said in lines if said), None)
    if match:
        return match.key
    return identity.unit if identity.unit in subject.units.units else ""


def unit_of_file(file: str, subject: Subject) -> str:
    """The one unit whose form this is by its file's name, or whose name stands in it; '' if none or several.

    «cam-thanh» may be Cam Thanh or Cam Thành, and says nothing; in «cam-thanh-tay» only the longer name counts.
    """
    stem = slug(file.rpartition("/")[2].rpartition(".")[0])
    ours, (due, names) = f"{slug(subject.name)}-", _names(subject)
    if stem.startswith(ours) and (key := stem.removeprefix(ours).replace("-", "_")) in due:
        return key
    within = f"-{stem}-"
    found = [(key, name) for name, key in names if name in within]
    whole = {key for key, name in found if not any(name != longer and name in longer for _, longer in found)}
    return whole.pop() if len(whole) == 1 else ""


_LAST: list[tuple[Subject, frozenset[str], list[tuple[str, str]]]] = []
"""The subject asked for last, the very one: (it, the keys of its units, their names as they stand in names of files)."""


def _names(subject: Subject) -> tuple[frozenset[str], list[tuple[str, str]]]:
    if not _LAST or _LAST[0][0] is not subject:
        due = subject.due
        spelt = [(f"-{slug(name.replace('_', ' '))}-", key) for key, unit in due.items() for name in (key, unit.name, own_name(unit.name))]
        _LAST[:] = [(subject, frozenset(due), spelt)]
    return _LAST[0][1:]
