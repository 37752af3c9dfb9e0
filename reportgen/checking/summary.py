"""The summary of a folder as a workbook (.xlsx) or for programs (.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reportgen.checking.nouns import STATES
from reportgen.checking.tally import Tally
from reportgen.sheets import Column, Sheet, write_sheets

SUFFIXES = (".xlsx", ".json")
COMMON = (
    Column("Mã quy tắc", 24), Column("Mức độ", 10), Column("Thành phần", 24), Column("Ví dụ", 60, "long"),
    Column("Số tệp", 9, "number"), Column("Số chỗ", 9, "number"), Column("Căn cứ", 34, "long"),
)  # fmt: skip
FILES = (
    Column("Tệp", 50, "long"), Column("Tình trạng", 15), Column("Loại", 16), Column("Số, ký hiệu", 22),
    Column("Ngày ghi trên văn bản", 34), Column("Kiểm theo", 30), Column("Lỗi", 8, "number"),
    Column("Cảnh báo", 8, "number"), Column("Lưu ý", 8, "number"), Column("Đã chấp nhận", 8, "number"),
    Column("Nặng nhất", 70, "long"),
)  # fmt: skip
KEYS = (
    "file", "state", "kind", "number", "dated", "regime", "errors", "warnings", "infos", "accepted", "gravest"
)  # fmt: skip


def summary_of(tally: Tally, suffix: str) -> bytes:
    """The file with this ending (one of SUFFIXES): the commonest findings first, then one row a document."""
    return workbook(tally) if suffix == ".xlsx" else program_text(tally)


def workbook(tally: Tally) -> bytes:
    """Two sheets: findings by how many files have them, files in the order they were checked."""
    common = ((c.code, c.severity.value, c.part, c.example, c.documents, c.places, c.authority) for c in tally.commonest())
    files = ([name, STATES[state], *rest] for name, state, *rest in tally.rows())
    return write_sheets([Sheet("Lỗi hay gặp", COMMON, common), Sheet("Từng tệp", FILES, files)])


def program_text(tally: Tally) -> bytes:
    """The same as one JSON object, a document a line."""
    head = json.dumps(totals(tally), ensure_ascii=False, indent=1)
    return "".join([head[:-2], ',\n "files": [\n', ",\n".join(_lines(tally)), "\n ]\n}\n"]).encode()


def totals(tally: Tally) -> dict[str, object]:
    """The counts and the commonest findings as plain data."""
    return {
        "documents": tally.documents,
        "clean": tally.clean,
        "with_errors": tally.failed,
        "states": {state: tally.states[state] for state in STATES if tally.states[state]},
        "findings": {name.lower(): count for name, count in sorted(tally.severities.items())},
        "commonest": [
            {
                "code": c.code,
                "severity": c.severity.name.lower(),
                "part": c.part,
                "example": c.example,
                "authority": c.authority,
                "documents": c.documents,
                "places": c.places,
            }
            for c in tally.commonest()
        ],
    }


def _lines(tally: Tally) -> Iterator[str]:
    return ("  " + json.dumps(dict(zip(KEYS, row, strict=True)), ensure_ascii=False) for row in tally.rows())
