"""A snapshot as JSON text: Vietnamese keys in a fixed order, numbers as text, a check sum at the end."""

from __future__ import annotations

import datetime
import hashlib
import json
from decimal import Decimal, InvalidOperation
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.issued.nouns import Correction, Issued, IssuedFigure

VERSION = 1
LONGEST = 40
CHECK_SUM = "ma_kiem"
UNTOUCHED = "tệp này do lệnh «reportgen freeze» ghi, không sửa bằng tay; lấy lại bản cũ, hoặc xóa tệp rồi chốt lại"


def issued_text(issued: Issued) -> bytes:
    """The file's bytes: same document, same bytes."""
    contents = _contents(issued)
    return _json({**contents, CHECK_SUM: _check_sum(contents)})


def read_issued(path: Path, shown: str) -> Issued:
    """The snapshot in ``path``. DataError: KY30 not readable, KY31 changed since we wrote it."""
    place = Place(shown)
    try:
        contents = json.loads(path.read_bytes().decode("utf-8"))
        written = contents.pop(CHECK_SUM, "")
        issued = _issued(contents, shown)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, InvalidOperation, RecursionError):
        raise DataError.of("KY30", "không đọc được tệp chốt số liệu", place, hint=UNTOUCHED) from None
    if written != _check_sum(contents):
        raise DataError.of("KY31", "tệp chốt số liệu đã bị sửa sau khi chốt", place, hint=UNTOUCHED)
    return issued


def _contents(issued: Issued) -> dict[str, object]:
    return {
        "phien_ban": VERSION,
        "bao_cao": issued.report,
        "loai": issued.type_key,
        "co_quan": issued.agency_key,
        "ky_bao_cao": issued.period,
        "so_van_ban": issued.number,
        "so_ky_hieu": issued.reference,
        "ngay_ban_hanh": issued.day.isoformat() if issued.day else "",
        "trich_yeu": issued.subject,
        "tep": issued.file,
        "sha256": issued.sha256,
        "so_lieu": {key: _figure_contents(figure) for key, figure in issued.figures.items()},
        "bang": {key: [dict(row) for row in rows] for key, rows in issued.tables.items()},
        "dinh_chinh": [{"ly_do": c.reason, "truoc_day": dict(c.before)} for c in issued.corrections],
    }


def _figure_contents(figure: IssuedFigure) -> dict[str, object]:
    return {
        "ten_goi": figure.label,
        "gia_tri": format(figure.value, "f"),
        "don_vi_tinh": figure.unit,
        "so_le": figure.decimals,
        "xap_xi": figure.approximation,
        "lam_tron": figure.rounded,
        "in_ra": figure.printed,
        "lay_tu": figure.place,
        "in_o": list(figure.printed_in),
    }


def _issued(held: dict, shown: str) -> Issued:
    day = held["ngay_ban_hanh"]
    return Issued(
        report=_text(held["bao_cao"]),
        type_key=_text(held["loai"]),
        agency_key=_text(held["co_quan"]),
        period=_text(held["ky_bao_cao"]),
        number=_text(held["so_van_ban"]),
        reference=_text(held["so_ky_hieu"]),
        day=datetime.date.fromisoformat(day) if day else None,
        subject=_text(held["trich_yeu"]),
        file=_text(held["tep"]),
        sha256=_text(held["sha256"]),
        figures={key: _figure(key, figure) for key, figure in held["so_lieu"].items()},
        tables={key: tuple(_texts(row) for row in rows) for key, rows in held["bang"].items()},
        corrections=tuple(Correction(_text(c["ly_do"]), _texts(c["truoc_day"])) for c in held["dinh_chinh"]),
        shown=shown,
    )


def _figure(key: str, held: dict) -> IssuedFigure:
    value = Decimal(_text(held["gia_tri"]))
    if not value.is_finite() or abs(value.adjusted()) > LONGEST or isinstance(held["so_le"], bool) or not 0 <= held["so_le"] <= 30:
        raise ValueError(key)
    return IssuedFigure(
        key=key,
        label=_text(held["ten_goi"]),
        value=value,
        unit=_text(held["don_vi_tinh"]),
        decimals=int(held["so_le"]),
        printed=_text(held["in_ra"]),
        approximation=_text(held["xap_xi"]),
        rounded=held["lam_tron"] is True,
        place=_text(held["lay_tu"]),
        printed_in=tuple(_text(where) for where in held["in_o"]),
    )


def _texts(held: dict) -> dict[str, str]:
    return {key: _text(value) for key, value in held.items()}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _check_sum(contents: dict[str, object]) -> str:
    return hashlib.sha256(_json(contents)).hexdigest()


def _json(contents: dict[str, object]) -> bytes:
    return (json.dumps(contents, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
