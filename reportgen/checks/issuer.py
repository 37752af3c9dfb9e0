"""Does the issuing body, and do the bodies it writes to, exist on the day of the document?

A body's own file may say from when to when it exists (``tu_ngay``, ``den_ngay``, ``ke_tiep``); outside of that the
document is refused. Names in letterhead, place, addressees and recipients are held against the list of reforms; a name
may coincide with a new unit's, so those are warnings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from reportgen.agency import Agency
from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.reforms import outdated
from reportgen.vietnamese.dates import slash_date


def check_issuer(
    agency: Agency, day: datetime.date | None, others: Iterable[tuple[str, Place]] = (), day_place: Place | None = None
) -> list[Finding]:
    """Findings about bodies that do not exist on ``day``; ``others`` are further lines (addressees, recipients) with places."""
    if day is None:
        return []
    lines = [(agency.name, agency.at("name")), (agency.parent, agency.at("parent"))]
    lines += [(agency.place_name, agency.at("place_name")), *others]
    found = _validity(agency, day, day_place or agency.place)
    for text, place in lines:
        for old in outdated(text, day):
            follows = f"nay là {old.successor}" if old.successor else ""
            found.append(
                warning(
                    "DL69",
                    f"«{old.name}» không phải tên đang dùng vào ngày {slash_date(day)}",
                    place,
                    found=old.name,
                    expected=old.successor,
                    authority=old.change.authority,
                    hint=follows or "xem lại tên đơn vị",
                )
            )
    return list(dict.fromkeys(found))


def _validity(agency: Agency, day: datetime.date, place: Place) -> list[Finding]:
    early = agency.valid_from and day < agency.valid_from
    late = agency.valid_to and day > agency.valid_to
    if not (early or late):
        return []
    bound = f"từ ngày {slash_date(agency.valid_from)}" if early else f"đến ngày {slash_date(agency.valid_to)}"
    hint = f"cơ quan kế tiếp: {agency.successor}" if late and agency.successor else "xem lại ngày ban hành hoặc chọn cơ quan khác"
    message = f"«{agency.name}» chỉ có {bound}, văn bản ký ngày {slash_date(day)}"
    return [error("DL68", message, place, found=slash_date(day), hint=hint)]
