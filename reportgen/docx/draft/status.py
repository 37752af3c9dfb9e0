"""The status of a file in its properties: Word and the file manager show it beside the title."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.docx.draft.seen import CORE
from reportgen.docx.xml import NS, SubElement, parse, serialize

STATUS = "Dự thảo"
_STATUS = f"{{{NS['cp']}}}contentStatus"


def with_status(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the status «Dự thảo» in the core properties."""
    if CORE not in parts:
        return dict(parts)
    root = parse(parts[CORE])
    status = root.find(_STATUS)
    if status is None:
        status = SubElement(root, _STATUS)
    status.text = STATUS
    return {**parts, CORE: serialize(root)}
