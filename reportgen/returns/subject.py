"""What a form is about: the table of a type of document, for a period. Shared by the way out and the way back."""

from __future__ import annotations

import hashlib
import json

from reportgen.context import period_words
from reportgen.diagnostics import NOWHERE, Finding
from reportgen.doctype import DocumentType
from reportgen.errors import DataError, UsageError
from reportgen.noun import noun
from reportgen.preparing_tables import worded
from reportgen.project import Project
from reportgen.returns.units import UnitList, load_units
from reportgen.tables.declared import TableType
from reportgen.tables.declaring import faults_of
from reportgen.tables.formulas import Formula, read_formulas
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.vietnamese.text import nearest, nfc

EXAMPLE = 'reportgen {} chi_tieu_xa/ke-hoach-giam-ngheo-huyen --ky "năm 2019"'


@noun
class Subject:
    """A declared table with the names of the period filled in, its formulas, who sends it in, and by when (10/01/2020)."""

    type_key: str
    table_key: str
    table: TableType
    formulas: dict[str, Formula]
    period: Period
    units: UnitList
    deadline: str = ""

    @property
    def digest(self) -> str:
        """The state of the declaration: another one means another form."""
        said = [
            (key, column.path, column.kind, column.measure, column.decimals, column.formula, column.symbol)
            for key, column in self.table.columns.items()
        ]
        text = json.dumps([self.type_key, self.table_key, said], ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]

    @property
    def due(self) -> dict:
        """The units that must send the table in for this period, in order."""
        return self.units.due_on(self.period.window(1).last_day)

    @property
    def name(self) -> str:
        """A piece of a file name: chi-tieu-xa.nam-2019."""
        return f"{self.table_key.replace('_', '-')}.{self.period.slug}"


def find_subject(project: Project, text: str, period: str, units: str, command: str) -> Subject:
    """The subject typed as ``table/type`` (or type/table, or a type with one table). UsageError TH02, DataError for faults."""
    kind, table_key = _table(project, text, command)
    when = _period(period, command)
    table = worded(kind.tables[table_key], period_words(when, kind.cutoff or 1), "")
    findings: list[Finding] = []
    faults_of(table, findings)
    formulas = read_formulas(table, findings)
    if not table.label_column:
        hint = "bảng phải có một cột chữ ghi tên đơn vị (kieu_cot: chu)"
        raise UsageError.of("TH02", f"bảng «{table_key}» không có cột ghi tên đơn vị", table.place, hint=hint)
    if findings:
        raise DataError(findings)
    return Subject(kind.key, table_key, table, formulas, when, find_units(project, units))


def find_units(project: Project, name: str) -> UnitList:
    """The list of units called ``name``, or the only one. UsageError TH03."""
    files = {nfc(path.stem): path for path in sorted(project.units.glob("*.yml"))}
    known = ", ".join(files)
    if not files:
        hint = f"khai các đơn vị ở {project.shown(project.units)}/TÊN.yml, xem docs/tong-hop.md"
        raise UsageError.of("TH03", "dự án chưa có danh sách đơn vị", hint=hint)
    wanted = name.removesuffix(".yml") or (next(iter(files)) if len(files) == 1 else "")
    if wanted in files:
        return load_units(files[wanted], project.shown(files[wanted]))
    close = nearest(wanted, files) if wanted else None
    message = f"không có danh sách đơn vị «{wanted}»" if wanted else "có nhiều danh sách đơn vị, chưa rõ dùng danh sách nào"
    raise UsageError.of("TH03", message, hint=f"có phải «{close}»?" if close else f"ghi thêm --don-vi TÊN; đang có: {known}")


def _table(project: Project, text: str, command: str) -> tuple[DocumentType, str]:
    parts = [part for part in nfc(text).replace("\\", "/").split("/") if part]
    types = project.type_keys()
    type_key = next((part for part in parts if part in types), "")
    if not type_key or len(parts) > 2:
        close = next(filter(None, (nearest(part, types) for part in parts)), None)
        hint = f"có phải «{close}»? " if close else ""
        raise UsageError.of("TH02", f"«{text}» không chỉ ra bảng nào", hint=f"{hint}Ví dụ: {EXAMPLE.format(command)}")
    kind = project.document_type(type_key, NOWHERE)
    tables = dict(kind.tables)
    if not tables:
        raise UsageError.of("TH02", f"loại văn bản «{type_key}» không khai bảng nào", hint="khai bảng ở mục bang của loai.yml")
    wanted = next((part for part in parts if part != type_key), next(iter(tables)) if len(tables) == 1 else "")
    if wanted not in tables:
        close = nearest(wanted, tables) if wanted else None
        hint = f"có phải «{close}»?" if close else f"các bảng: {', '.join(tables)}"
        raise UsageError.of("TH02", f"loại «{type_key}» không có bảng «{wanted}»" if wanted else "chưa ghi tên bảng", hint=hint)
    return kind, wanted


def _period(text: str, command: str) -> Period:
    if not text:
        raise UsageError.of("TH04", "chưa ghi kỳ báo cáo", hint=f"ví dụ: {EXAMPLE.format(command)}")
    try:
        return read_period(text)
    except PeriodError as fault:
        raise UsageError.of("TH04", fault.message, hint=fault.hint) from None
