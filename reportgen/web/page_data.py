"""What the page of the preview is told, as plain data."""

from __future__ import annotations

from typing import Any

from reportgen.diagnostics import Finding, Severity
from reportgen.preview.session import View
from reportgen.preview.spots import Shown, Spot

CLASSES = {Severity.ERROR: "loi", Severity.WARNING: "canh-bao", Severity.INFO: "luu-y"}


def data_of(view: View, name: str) -> dict[str, Any]:
    """The view for the page's script."""
    pages = view.pages
    return {
        "name": name,
        "version": view.version,
        "stale": view.stale,
        "crashed": view.crashed,
        "changed": view.changed,
        "pages": len(pages.pictures) if pages else 0,
        "width": pages.width if pages else 0,
        "height": pages.height if pages else 0,
        "findings": [_finding(f, s) for f, s in zip(view.findings, view.spots, strict=True)],
        "figures": [_figure(shown) for shown in pages.figures] if pages else [],
    }


def _finding(finding: Finding, spots: tuple[Spot, ...]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "kind": "chap-nhan" if finding.accepted else CLASSES[finding.severity],
        "severity": "đã chấp nhận" if finding.accepted else finding.severity.value,
        "message": finding.message,
        "place": str(finding.place),
        "quote": finding.place.quote,
        "found": finding.found,
        "expected": finding.expected,
        "authority": finding.authority,
        "hint": finding.accepted or finding.hint,
        "spots": [_spot(spot) for spot in spots],
    }


def _figure(shown: Shown) -> dict[str, Any]:
    return {
        "key": shown.key,
        "label": shown.label,
        "printed": shown.printed,
        "source": shown.source,
        "spots": [_spot(spot) for spot in shown.spots],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"page": spot.page, "box": list(spot.box)}
