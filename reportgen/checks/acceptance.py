"""Why deviations in a table are let stand: reasons by cell, by column, or by column and row."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import NOWHERE, Finding, Place, Severity, error
from reportgen.noun import replace
from reportgen.pattern import Pattern
from reportgen.tables.content import Row, TableContent
from reportgen.vietnamese.text import nearest

_CELL = Pattern(r"[A-Z]{1,3}[1-9]\d*")


class Acceptances:
    """The reasons a report gives for one table, and which of them were needed."""

    def __init__(self, content: TableContent, reasons: Mapping[str, str], places: Mapping[str, Place]):
        self._content, self._reasons, self._places = content, reasons, places
        self._used: set[str] = set()

    def applied(self, finding: Finding, row: Row, key: str) -> Finding:
        """The finding with the reason given for its cell, if there is one."""
        for name in _names(row, key, finding.place):
            if name in self._reasons:
                self._used.add(name)
                return replace(finding, accepted=finding.accepted or self._reasons[name])
        return finding

    def leftovers(self) -> list[Finding]:
        """Findings for reasons that name no cell (BG22) and for those nothing needed (SL38)."""
        known = self._known()
        return [self._leftover(name, known) for name in self._reasons if name not in self._used]

    def _leftover(self, name: str, known: set[str]) -> Finding:
        place = self._places.get(name, NOWHERE)
        table = f"bảng «{self._content.key}»"
        if name in known:
            message = f"{table}, «{name}»: số liệu đã khớp, không cần «chap_nhan» nữa"
            return Finding("SL38", Severity.INFO, message, place, hint="xóa dòng ấy ở chap_nhan")
        close = nearest(name, known)
        hint = f"có phải «{close}»?" if close else "ghi ô (K15), mã cột, hoặc mã cột và dòng (ty_le.tong)"
        return error("BG22", f"{table} không có ô hay cột «{name}»", place, found=name, hint=hint)

    def _known(self) -> set[str]:
        names = set(self._content.table.columns)
        for row in self._content.rows:
            for key, cell in row.cells.items():
                names |= set(_names(row, key, cell.place))
        return names


def _names(row: Row, key: str, place: Place) -> list[str]:
    """What a report may call a cell, the closest name first."""
    address = place.cell.rpartition("!")[2]
    ordered = [f"{key}.dong_{row.order}"] if row.order else []
    return [*([address] if _CELL.fullmatch(address) else []), f"{key}.{row.slug}", *ordered, key]
