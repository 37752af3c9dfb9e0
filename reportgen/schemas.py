"""JSON Schemas for editors: ``data/schema/``, generated from the declarations, so they cannot say something else.

A report of one type gets its own schema, in which ``so_lieu`` names every figure of the type with its label, unit and
decimals: an editor then completes the names and says what each means.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportgen.agency import Agency
from reportgen.batch.declared import BatchBase
from reportgen.doctype import DocumentType
from reportgen.fields.schema import json_schema
from reportgen.figures.comparing import with_comparisons
from reportgen.figures.model import Indicator
from reportgen.output import digest, write_atomic
from reportgen.project import SCHEMAS, Project
from reportgen.report import Report
from reportgen.returns.units import UnitList

GENERAL = {
    "co-quan": (Agency, "Cơ quan ban hành (data/co-quan/*.yml)"),
    "loai": (DocumentType, "Loại văn bản (templates/*/loai.yml)"),
    "don-vi": (UnitList, "Danh sách đơn vị (data/don-vi/*.yml)"),
    "bao-cao": (Report, "Báo cáo (data/*.yml)"),
    "hang-loat": (BatchBase, "Những điều cả đợt dùng chung (data/hang-loat/*.yml)"),
}


def schemas(project: Project) -> dict[Path, bytes]:
    """Every schema of the project, by path. DataError if a type has faults."""
    texts = {name: json_schema(cls, title) for name, (cls, title) in GENERAL.items()}
    for key in project.type_keys():
        texts[key] = report_schema(project.document_type(key))
    return {project.data / SCHEMAS / f"{name}.json": _bytes(text) for name, text in texts.items()}


def report_schema(kind: DocumentType) -> dict[str, Any]:
    """The schema of reports of one type: ``loai`` fixed, its figures listed, own indicators still allowed."""
    schema = json_schema(Report, f"Báo cáo loại «{kind.key}»: {kind.description or kind.kind}".strip(": "))
    indicators = with_comparisons(dict(kind.indicators), [])
    listed = {key: _figure(indicator) for key, indicator in indicators.items()}
    figures = schema["properties"]["so_lieu"]
    schema["properties"]["so_lieu"] = {
        **{k: figures[k] for k in ("title", "description") if k in figures},
        "type": ["object", "null"],
        "properties": listed,
        "additionalProperties": {"$ref": "#/$defs/so_lieu"},
    }
    schema["$defs"] = {**schema.get("$defs", {}), "so_lieu": figure_value()}
    return {**schema, "allOf": [_only_known(list(listed))]}


def _only_known(keys: list[str]) -> dict[str, Any]:
    """A report without indicators of its own may name the type's figures only."""
    return {
        "if": {"not": {"required": ["chi_tieu"]}},
        "then": {"properties": {"so_lieu": {"propertyNames": {"enum": keys}}}},
    }


def figure_value() -> dict[str, Any]:
    """What may be typed for one figure: a number, nothing yet, or a mapping. An editor sees 26.140 as a number."""
    from reportgen.figures.typed import FigureEntry

    inner = json_schema(FigureEntry, "")
    mapping = {k: v for k, v in inner.items() if k not in ("$schema", "title", "$defs")}
    return {"anyOf": [{"type": ["number", "string", "null"]}, mapping]}


def _figure(indicator: Indicator) -> dict[str, Any]:
    """Unit, decimals and duty in words, for the editor's tooltip."""
    words = [
        f"Đơn vị tính: {indicator.unit}" if indicator.unit else "",
        f"{indicator.decimals} chữ số sau dấu phẩy" if indicator.decimals else "số nguyên",
        f"tính tự động: {indicator.formula}" if indicator.formula else "",
        "lấy từ báo cáo của kỳ khác, chỉ gõ khi không có báo cáo ấy" if indicator.is_quoted else "",
        indicator.period,
        "" if indicator.required else "không bắt buộc",
        indicator.note,
    ]
    told = "; ".join(word for word in words if word)
    return {"title": indicator.label, "description": f"{told[:1].upper()}{told[1:]}.", "$ref": "#/$defs/so_lieu"}


def stale_schemas(project: Project) -> list[str]:
    """Schema files that are missing or say something else than the declarations, as shown to staff."""
    return [project.shown(path) for path, text in schemas(project).items() if _present(path) != text]


def write_schemas(project: Project) -> tuple:
    """Write every schema; a file already right is left alone."""
    from reportgen.scaffold.made import MadeFile

    made = []
    for path, text in schemas(project).items():
        shown = project.shown(path)
        fresh = _present(path) != text
        if fresh:
            write_atomic(path, text, shown=shown)
        made.append(MadeFile(shown, digest(text), fresh))
    return tuple(made)


def _present(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _bytes(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
