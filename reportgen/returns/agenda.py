"""What is left to do, unit by unit, the most urgent first: the page a district official opens the reconciliation for.

One line a unit: where it stands, what to do, and words ready to be copied into a letter or a chat to the unit. Units nothing
came from stand first, then those that must send again, then those to be asked, then those whose figures were only repaired.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Finding, Place
from reportgen.noun import noun
from reportgen.returns.rolling import Rolled
from reportgen.vietnamese.text import sentence_case

MISSING, AGAIN, ASK, MENDED, GOOD = "Chưa gửi", "Phải gửi lại", "Đã lấy, cần hỏi lại", "Đã lấy, có sửa", "Đã lấy"
STATES = (MISSING, AGAIN, ASK, MENDED, GOOD)
"""In order of urgency."""
NO_UNIT = "(chưa rõ đơn vị)"
OURS = frozenset({"TH24", "TH25", "TH26"})
"""Doubts that are for the district itself to look at; there is nothing to ask the unit."""
URGENT = ("TH22", "TH35", "TH32", "BG12", "TH31", "TH29", "TH27", "TH11", "TH08", "TH30", "TH36", "TH23", "TH21", "TH38", "BT14")
"""Doubts from «the figure is likely wrong» to «look at it»; all others come after."""
MOST = 6
"""Places a message to a unit names one by one."""


@noun
class Duty:
    """One line: whose, where it stands, what to do, what to tell the unit; how many places of each kind; its files."""

    name: str
    state: str
    action: str
    message: str
    refused: int
    repaired: int
    doubtful: int
    files: str


def agenda(rolled: Rolled) -> list[Duty]:
    """A line for every unit due, and for every other one something came from; by urgency, then in the order of the units."""
    refused, doubtful = by_unit(rolled.refused), by_unit(rolled.doubtful)
    due = rolled.subject.due
    others = [unit for unit in dict.fromkeys([*refused, *doubtful]) if unit not in due]
    duties = [_duty(unit, rolled, refused.get(unit, []), doubtful.get(unit, [])) for unit in (*due, *others)]
    return sorted(duties, key=lambda duty: STATES.index(duty.state))


def by_unit(pairs: Iterable[tuple[str, Finding]]) -> dict[str, list[Finding]]:
    """The findings of every unit."""
    found: dict[str, list[Finding]] = {}
    for unit, finding in pairs:
        found.setdefault(unit, []).append(finding)
    return found


def by_urgency(findings: Iterable[Finding]) -> list[Finding]:
    """Doubts, the gravest first."""
    return sorted(findings, key=lambda finding: URGENT.index(finding.code) if finding.code in URGENT else len(URGENT))


def spot_of(place: Place) -> str:
    """A place as somebody sees it who has the workbook open: «ô D10, trang «Biểu nhập»»."""
    sheet, mark, cell = place.cell.rpartition("!")
    if mark:
        return f"ô {cell} trang «{sheet}»"
    return f"dòng {place.line}" if place.line else ""


def _duty(unit: str, rolled: Rolled, refused: list[Finding], doubtful: list[Finding]) -> Duty:
    its = rolled.subject.units.units.get(unit)
    repaired = sum(repair.unit == unit for repair in rolled.repairs)
    asked = by_urgency(finding for finding in doubtful if finding.code not in OURS)
    name = sentence_case(its.name) if its else NO_UNIT
    files = ", ".join(dict.fromkeys(_files(unit, rolled, (*refused, *doubtful))))
    state = _state(unit, rolled, refused, asked, repaired)
    action, told = _words(state, refused, asked)
    message = _message(its.name, told, rolled) if its and told else ""
    if state is MISSING:
        message = f"Đề nghị {its.name} gửi {_form(rolled)}."
    return Duty(name, state, action, message, len(refused), repaired, len(doubtful), files)


def _state(unit: str, rolled: Rolled, refused: list[Finding], asked: list[Finding], repaired: int) -> str:
    if unit in rolled.missing:
        return MISSING
    if refused:
        return AGAIN
    if asked:
        return ASK
    return MENDED if repaired else GOOD


def _words(state: str, refused: list[Finding], asked: list[Finding]) -> tuple[str, list[Finding]]:
    """What to do, and the findings to be told to the unit."""
    if state is MISSING:
        return "Nhắc đơn vị gửi biểu.", []
    if state is AGAIN and len(refused) == 1:
        why = refused[0].hint or refused[0].message
        return f"Chưa lấy số: {why}.", refused
    if state is AGAIN:
        return f"Chưa lấy số: {len(refused)} chỗ không nhận được. Gửi lời ở cột bên cho đơn vị; có biểu mới thì chạy lại.", refused
    if state is ASK:
        return f"Số đã lấy vào bảng. Hỏi lại đơn vị {len(asked)} chỗ; đúng thì không phải làm gì thêm.", asked
    return ("Không phải làm gì; xem trang «Đã sửa» nếu cần." if state is MENDED else "Không phải làm gì."), []


def _message(name: str, findings: list[Finding], rolled: Rolled) -> str:
    """Words to the unit: every place by its cell, the first ``MOST`` of them."""
    once = list(dict.fromkeys((spot_of(finding.place), finding.message) for finding in findings))
    said = [f"{number}) {f'{spot}: ' if spot else ''}{message}" for number, (spot, message) in enumerate(once[:MOST], 1)]
    more = f"; và {len(once) - MOST} chỗ khác" if len(once) > MOST else ""
    asked = "xem lại và gửi lại" if any(finding.blocks for finding in findings) else "xác nhận"
    return f"Đề nghị {name} {asked} {_form(rolled)}: {'; '.join(said)}{more}."


def _form(rolled: Rolled) -> str:
    return f"biểu «{rolled.subject.table.label}», {rolled.subject.period}"


def _files(unit: str, rolled: Rolled, findings: Iterable[Finding]) -> Iterable[str]:
    if unit in rolled.rows:
        yield rolled.rows[unit].place.file
    for finding in findings:
        if finding.place.file:
            yield finding.place.file
