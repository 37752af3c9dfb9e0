"""``manifest.json``: what a run made, of what, with which versions. The same input gives the same bytes: no time stands in it.

It is written line by line beside its place while the run goes on, one unit a line, and renamed when the run is through; it never
stands half finished and never stands in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from reportgen import __version__
from reportgen.batch.ledger import compact
from reportgen.batch.options import cannot_write
from reportgen.diagnostics import Finding, Place, Severity, in_order
from reportgen.errors import DataError, system_says
from reportgen.output import TEMPORARY

MANIFEST = "manifest.json"
LIBRARIES = ("jinja2", "lxml", "deflate", "docxtpl", "python-docx")


class ManifestWriter:
    """Use it in ``with``; ``finish`` puts the manifest in its place, anything else leaves the one before."""

    def __init__(self, folder: Path, head: Mapping[str, Any]):
        self.folder, self.head, self.first = folder, head, True
        self.path = folder / f"{TEMPORARY}{MANIFEST}"

    def __enter__(self) -> ManifestWriter:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.stream = self.path.open("w", encoding="utf-8", newline="\n")
        except OSError as failure:
            hint = f"{system_says(failure)}; dùng --out với một thư mục của mình"
            raise DataError.of("LE11", f"không ghi được vào thư mục {self.folder.name}", hint=hint) from None
        whole = json.dumps(self.head, ensure_ascii=False, indent=1)
        self.stream.write(whole.removesuffix("\n}") + ',\n "documents": [')
        return self

    def add(self, text: str) -> None:
        """One unit, as ``compact`` wrote it. PartFailed LE11 if the system refuses."""
        try:
            self.stream.write(("\n  " if self.first else ",\n  ") + text)
        except OSError as failure:
            raise cannot_write(self.folder.name, failure) from None
        self.first = False

    def finish(self, counts: Mapping[str, Any]) -> str:
        """Close the list, add the counts, put the file in its place; its SHA-256."""
        tail = json.dumps(counts, ensure_ascii=False, indent=1)
        try:
            self.stream.write("\n ],\n" + tail.removeprefix("{\n").removesuffix("\n}") + "\n}\n")
            self.stream.flush()
            os.fsync(self.stream.fileno())
            self.stream.close()
            os.replace(self.path, self.folder / MANIFEST)
        except OSError as failure:
            raise cannot_write(self.folder.name, failure) from None
        with (self.folder / MANIFEST).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def __exit__(self, *_: object) -> None:
        if not self.stream.closed:
            with suppress(OSError):  # what it still holds is of no use to anybody
                self.stream.close()
            self.path.unlink(missing_ok=True)


def versions() -> dict[str, str]:
    """The versions a document's bytes may depend on."""
    found = {"reportgen": __version__, "python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def findings_data(findings: tuple[Finding, ...]) -> list[dict[str, str]]:
    """Findings as plain data, in reading order; what is empty is left out."""
    return [
        {
            name: text
            for name, text in (
                ("code", finding.code),
                ("severity", finding.severity.name.lower()),
                ("place", str(finding.place)),
                ("message", finding.message),
                ("hint", finding.hint),
                ("accepted", finding.accepted),
            )
            if text
        }
        for finding in in_order(findings)
    ]


def findings_again(told: Iterable[Mapping[str, str]]) -> tuple[Finding, ...]:
    """Findings from what ``findings_data`` made of them; a place is no more than its words."""
    return tuple(
        Finding(
            one["code"], Severity[one["severity"].upper()], one["message"], Place(one.get("place", "")),
            hint=one.get("hint", ""), accepted=one.get("accepted", ""),
        )
        for one in told
    )  # fmt: skip


def units_of(path: Path, naming: str = "") -> Iterator[dict[str, Any]]:
    """The units of a finished manifest, one by one, without reading it as a whole; only those that say ``naming``."""
    asked = f'"{naming}":' if naming else ""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            text = line.strip().removesuffix(",")
            if asked in line and line.startswith("  {") and text.endswith("}"):
                yield json.loads(text)


def unit_line(unit: str, place: str, **more: Any) -> str:
    """One unit as a line."""
    return compact({"unit": unit, "row": place, **more})
