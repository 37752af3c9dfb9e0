"""Where the text puts its data tables: ``[[chi_tieu_xa]]`` in the running text, appendices after the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reportgen.diagnostics import Finding, error, warning
from reportgen.document import Block, Control, DataTable, Document, Table, controlled
from reportgen.noun import noun, replace
from reportgen.tables.declared import TableType
from reportgen.vietnamese.numerals import roman
from reportgen.vietnamese.text import nearest

APPENDIX = "Phụ lục"


@noun
class Placed:
    """A text without the lines of its appendices, and these in the order of their numbers."""

    document: Document
    appendices: tuple[DataTable, ...] = ()


def appendix_names(keys: list[str], sample: str = "I") -> dict[str, str]:
    """«Phụ lục» for a single appendix; «Phụ lục I», «Phụ lục II» … for several (NĐ30, PL I, Phần I, Mục III.1.a).

    ``sample`` «1»: counted in figures, as the Party does (HD05 Phần II, II.1.1).
    """
    several, number = len(keys) > 1, roman if sample == "I" else str
    return {key: f"{APPENDIX} {number(n)}" if several else APPENDIX for n, key in enumerate(keys, start=1)}


def place_tables(document: Document, tables: Mapping[str, TableType], sink: list[Finding]) -> Placed:
    """The text and its appendices, which stand in the order declared whether the text has a line for them or not.

    Unknown or badly placed tables are BG05, tables that would be printed nowhere BG06.
    """
    kept: list[Block] = []
    lines: dict[str, DataTable] = {}
    for block, loose in controlled(document.blocks):
        if isinstance(block, DataTable):
            fault = _fault(block, tables.get(block.key), loose, tables)
            if fault:
                sink.append(fault)
                continue
            lines.setdefault(block.key, block)
            if tables[block.key].is_appendix:
                continue
        kept.append(block)
    looped = {word for block in document.blocks for word in _looped(block)}
    sink += [
        _forgotten(k, t)
        for k, t in tables.items()
        if not t.is_appendix and k not in lines and k not in looped
    ]
    appendices = (lines.get(k) or DataTable(k, t.place) for k, t in tables.items() if t.is_appendix)
    return Placed(replace(document, blocks=tuple(kept)), tuple(appendices))


def never_looped(tables: Mapping[str, TableType], used: Iterable[str]) -> list[Finding]:
    """Findings BG06 for tables that a type drawn in Word names nowhere: it prints tables row by row, and no appendices."""
    known = set(used)
    hint = "mẫu Word in bảng bằng vòng lặp {{%tr for dong in {} %}}; bảng kẻ theo khai báo cần lời văn noi-dung.md"
    return [
        warning("BG06", f"bảng «{table.label}» ({key}) không được in", table.place, hint=hint.format(key))
        for key, table in tables.items()
        if key not in known
    ]


def _looped(block: Block) -> set[str]:
    """The words of the control lines of a block: a table may also be used row by row."""
    rows = block.rows if isinstance(block, Table) else (block,)
    sources = (row.source for row in rows if isinstance(row, Control))
    return {word for source in sources for word in re.findall(r"\w+", source)}


def _fault(
    block: DataTable, table: TableType | None, loose: bool, tables: Mapping[str, TableType]
) -> Finding | None:
    if table is None:
        close = nearest(block.key, tables)
        known = f"các bảng đã khai: {', '.join(tables)}" if tables else "khai bảng ở mục bang của loai.yml"
        hint = f"có phải «{close}»?" if close else known
        return error("BG05", f"không có bảng «{block.key}»", block.place, found=block.key, hint=hint)
    if loose and (table.is_appendix or table.is_landscape):
        what = "phụ lục" if table.is_appendix else "bảng trên trang ngang"
        hint = "đưa dòng [[…]] ra ngoài các lệnh {% %}"
        return error("BG05", f"{what} «{block.key}» đặt trong lệnh if hoặc for", block.place, hint=hint)
    return None


def _forgotten(key: str, table: TableType) -> Finding:
    hint = f"thêm vào lời văn một dòng [[{key}]]"
    return warning(
        "BG06", f"bảng «{table.label}» ({key}) không được đặt ở đâu nên không in", table.place, hint=hint
    )
