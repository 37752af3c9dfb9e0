"""What is left to do, unit by unit, the most urgent first: the page a district official opens the reconciliation for.

One line a unit: where it stands, what to do, and words ready to be copied into a letter or a chat to the unit. Units nothing
came from stand first, then those that must send again, then those to be asked, then those whose figures were only repaired.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.diagnostics import Finding, Place
from reportgen.noun import noun
from reportgen.returns.rolling import Rolled
from reportgen.returns.wording import to_the_unit
from reportgen.vietnamese.text import sentence_case

MISSING, AGAIN, STRAY, PART = "Chưa gửi", "Phải gửi lại", "Không nhận", "Đã lấy, có chỗ không nhận"
ASK, LOOK, SEE, MENDED, GOOD = "Đã lấy, cần hỏi lại", "Đã lấy, cần xem", "Cần xem", "Đã lấy, có sửa", "Đã lấy"
STATES = (MISSING, AGAIN, STRAY, PART, ASK, LOOK, SEE, MENDED, GOOD)
"""In order of urgency. Units due are «Chưa gửi», «Phải gửi lại» or one of «Đã lấy»; the rest came from nobody who is due."""
NO_UNIT = "(chưa rõ đơn vị)"
OURS = frozenset({"TH24", "TH25", "TH26", "TH41"})
"""Doubts that are for the district itself to look at; there is nothing to ask the unit."""
PUT_THERE = frozenset({"TH36", "TH38"})
"""Doubts about what somebody put into a cell by hand, be it a calculated one: only who did it can answer."""
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


@noun
class _Said:
    """What was said of a unit: kept out, doubted, and those of the doubts it can answer."""

    refused: list[Finding]
    doubtful: list[Finding]
    asked: list[Finding]


def agenda(rolled: Rolled) -> list[Duty]:
    """A line for every unit due, and for every other one something came from; by urgency, then in the order of the units."""
    refused, doubtful = by_unit(rolled.refused), by_unit(rolled.doubtful)
    due, computed = rolled.subject.due, _computed(rolled)
    others = [unit for unit in dict.fromkeys([*refused, *doubtful]) if unit not in due]
    duties = []
    for unit in (*due, *others):
        doubts = doubtful.get(unit, [])
        asked = [f for f in doubts if f.code in PUT_THERE or not (f.code in OURS or f.place in computed)]
        duties.append(_duty(unit, rolled, _Said(refused.get(unit, []), doubts, by_urgency(asked))))
    return sorted(duties, key=lambda duty: STATES.index(duty.state))


def _computed(rolled: Rolled) -> set[Place]:
    """The cells of calculated columns: locked in our forms, so their doubts are none of the unit's."""
    rows = [row for book in rolled.books for row in book.rows if row.row]
    cells = [(row.place, cell.place) for row in rows for key, cell in row.row.cells.items() if key in rolled.subject.formulas]
    return {place for of_row, place in cells if place != of_row}


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


def _duty(unit: str, rolled: Rolled, said: _Said) -> Duty:
    its = rolled.subject.units.units.get(unit)
    row = rolled.rows.get(unit)
    repaired = len(row.repairs) if row else 0
    name = sentence_case(its.name) if its else NO_UNIT
    files = ", ".join(dict.fromkeys(_files(unit, rolled, (*said.refused, *said.doubtful))))
    state = _state(unit, rolled, said, repaired)
    told = {AGAIN: said.refused, PART: [*said.refused, *said.asked], ASK: said.asked}.get(state, [])
    message = _message(its.name, state, told, rolled) if its and told else ""
    if state is MISSING:
        message = f"Đề nghị {its.name} gửi {_form(rolled)}."
    return Duty(name, state, _action(state, said), message, len(said.refused), repaired, len(said.doubtful), files)


def _state(unit: str, rolled: Rolled, said: _Said, repaired: int) -> str:
    """Where a unit stands, by what the table took of it: the same facts the summary counts."""
    if unit in rolled.missing:
        return MISSING
    if unit in rolled.kept_out:
        return AGAIN
    if not rolled.takes(unit):
        return STRAY if said.refused else SEE
    if said.refused:
        return PART
    if said.doubtful:
        return ASK if said.asked else LOOK
    return MENDED if repaired else GOOD


def _action(state: str, said: _Said) -> str:
    """What the district is to do."""
    count = len(said.refused)
    if state is AGAIN and count == 1:
        return f"Chưa lấy số: {said.refused[0].hint or said.refused[0].message}."
    return {
        MISSING: "Nhắc đơn vị gửi biểu.",
        AGAIN: f"Chưa lấy số: {count} chỗ không nhận được. Gửi lời ở cột bên cho đơn vị; có biểu mới thì chạy lại.",
        STRAY: f"{count} chỗ không nhận, chưa rõ của đơn vị phải gửi nào: xem trang «Không nhận», hỏi người gửi; tệp thừa thì bỏ ra.",
        PART: f"Số của đơn vị đã lấy vào bảng. Ngoài ra có {count} chỗ không nhận: xem trang «Không nhận», hỏi lại nếu cần.",
        ASK: f"Số đã lấy vào bảng. Hỏi lại đơn vị {len(said.asked)} chỗ; đúng thì không phải làm gì thêm.",
        LOOK: f"Số đã lấy vào bảng. Tự xem {len(said.doubtful)} chỗ ở trang «Cần xem lại»; không phải hỏi đơn vị.",
        SEE: f"Xem {len(said.doubtful)} chỗ ở trang «Cần xem lại».",
        MENDED: "Không phải làm gì; xem trang «Đã sửa» nếu cần.",
        GOOD: "Không phải làm gì.",
    }[state]


def _message(name: str, state: str, findings: list[Finding], rolled: Rolled) -> str:
    """Words to the unit: every place by its cell, the first ``MOST`` of them."""
    once = list(dict.fromkeys((spot_of(finding.place), to_the_unit(finding)) for finding in findings))
    said = [f"{number}) {f'{spot}: ' if spot else ''}{message}" for number, (spot, message) in enumerate(once[:MOST], 1)]
    more = f"; và {len(once) - MOST} chỗ khác" if len(once) > MOST else ""
    asked = "xem lại và gửi lại" if state is AGAIN else "xác nhận"
    return f"Đề nghị {name} {asked} {_form(rolled)}: {'; '.join(said)}{more}."


def _form(rolled: Rolled) -> str:
    return f"biểu «{rolled.subject.table.label}», {rolled.subject.period}"


def _files(unit: str, rolled: Rolled, findings: Iterable[Finding]) -> Iterable[str]:
    if unit in rolled.rows:
        yield rolled.rows[unit].place.file
    for finding in findings:
        if finding.place.file:
            yield finding.place.file
