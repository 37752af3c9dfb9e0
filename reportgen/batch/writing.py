"""Putting documents down, whole, known to the ledger before they stand there, and never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reportgen.batch.aside import clear_aside, discard, put_in_place
from reportgen.batch.ledger import Ledger
from reportgen.batch.making import digest
from reportgen.batch.manifest import findings_again, findings_data, unit_line
from reportgen.batch.nouns import Entry, Made
from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import DataError, system_says
from reportgen.noun import replace
from reportgen.output import write_atomic

MADE, KEPT, FAILED = "made", "kept", "failed"
OWN = ("mark", "row")
"""What the ledger keeps for itself; the manifest says where the row stands now."""


class Written(NamedTuple):
    """What became of an entry: MADE, KEPT or FAILED; its line of the manifest; its findings; the document that stands there."""

    state: str
    line: str
    findings: tuple[Finding, ...]
    stem: str
    sha256: str = ""
    judged: bool = False


def write_all(
    folder: Path, shown: str, ledger: Ledger, pairs: Sequence[tuple[Entry, Made | None]], force: bool
) -> Iterator[Written]:
    """Write the documents of a handful of entries; ``None`` stands for one that was not made (kept, or faulty before)."""
    ready = [_judged(folder, shown, ledger, entry, made, force) for entry, made in pairs]
    lines = [
        None if made is None else {"file": f"{entry.stem}.docx", "mark": entry.mark, "row": str(entry.place), **_told(entry, made)}
        for entry, made in ready
    ]
    ledger.note([line for line in lines if line])
    for (entry, made), line in zip(ready, lines, strict=True):
        yield _write(folder, shown, ledger, entry, made, line)


def _judged(
    folder: Path, shown: str, ledger: Ledger, entry: Entry, made: Made | None, force: bool
) -> tuple[Entry, Made | None]:
    """The pair, with the document taken away where there is none or a person's file stands in its place."""
    if made is None:
        return entry, None
    if made.content is None and not made.aside:
        return _with(entry, made.findings), None
    name = f"{entry.stem}.docx"
    path = os.path.join(folder, name)
    if not os.path.lexists(path):
        return entry, made
    try:
        with open(path, "rb") as stream:
            present = digest(stream.read())
    except OSError as failure:
        hint = f"đóng tệp trong Word nếu đang mở; {system_says(failure)}"
        return _left(entry, made, error("LE11", f"không đọc được tệp {shown}/{name}", entry.place, hint=hint)), None
    if force or present == made.sha256 or ledger.is_ours(name, present):
        return entry, made
    return _left(entry, made, _not_ours(f"{shown}/{name}", ledger.line(name), made)), None


def _not_ours(file: str, line: Mapping[str, object] | None, made: Made) -> Finding:
    """LE10 for a file that is kept: somebody's own, or ours and edited since; then also whether its figures are old by now."""
    hint = "chép bản đã sửa sang tên khác rồi dựng lại, hoặc thêm --force để ghi đè"
    if line is None:
        return error("LE10", f"tệp {file} có sẵn từ trước, không do lệnh này dựng; không ghi đè", Place(file), hint=hint)
    stale = "" if line.get("sha256") == made.sha256 else ", mà số liệu hay mẫu nay cũng đã khác lần ấy: bản đang có là số cũ"
    return error("LE10", f"tệp {file} đã được người khác sửa sau lần dựng trước{stale}; không ghi đè", Place(file), hint=hint)


def _left(entry: Entry, made: Made, finding: Finding) -> Entry:
    """The entry of a document that is not put down."""
    if made.aside:
        discard(made.aside)
    return _with(entry, [finding])


def _with(entry: Entry, findings: Sequence[Finding]) -> Entry:
    return Entry(entry.row, entry.unit, entry.place, entry.stem, entry.mark, None, entry.judged, tuple(findings))


def _told(entry: Entry, made: Made) -> dict[str, object]:
    """What ledger and manifest say of a document, in the same words."""
    said: dict[str, object] = {"sha256": made.sha256, "size": made.size or len(made.content or b"")}
    if entry.judged:
        said["judged"] = True
    if made.findings:
        said["findings"] = findings_data(made.findings)
    return said


def _write(
    folder: Path, shown: str, ledger: Ledger, entry: Entry, made: Made | None, line: dict[str, object] | None
) -> Written:
    place, name = str(entry.place), f"{entry.stem}.docx"
    if entry.kept is not None:
        said = {key: value for key, value in entry.kept.items() if key not in OWN}
        findings = _of_unit(findings_again(entry.kept.get("findings", ())), entry)
        return Written(KEPT, unit_line(entry.unit, place, **said), findings, entry.stem, str(entry.kept["sha256"]), entry.judged)
    if made is None or line is None:
        findings = entry.findings
        text = unit_line(entry.unit, place, failed=True, findings=findings_data(findings))
        return Written(FAILED, text, _of_unit(findings, entry), entry.stem)
    try:
        if made.content is None:
            put_in_place(made.aside, os.path.join(folder, name), f"{shown}/{name}")
        else:
            write_atomic(folder / name, made.content, shown=f"{shown}/{name}", sync=False)
    except DataError as failure:
        ledger.note_again(name)
        text = unit_line(entry.unit, place, failed=True, findings=findings_data(failure.findings))
        return Written(FAILED, text, failure.findings, entry.stem)
    said = {key: value for key, value in line.items() if key not in OWN}
    findings = _of_unit(made.findings, entry)
    return Written(MADE, unit_line(entry.unit, place, **said), findings, entry.stem, made.sha256, entry.judged)


def _of_unit(findings: Sequence[Finding], entry: Entry) -> tuple[Finding, ...]:
    """The findings with the unit they are about, where their place does not tell: a formula of the type, a line of the base."""
    book, shown = entry.place.file, f"{entry.unit} ({entry.place})"
    return tuple(
        finding if finding.place.file.startswith(book) else replace(finding, message=f"{shown}: {finding.message}")
        for finding in findings
    )


def clear_torn(folder: Path, prefix: str) -> None:
    """Remove what a run that was killed left half written."""
    clear_aside(folder)
    if folder.is_dir():
        for path in folder.glob(f"{prefix}*"):
            discard(str(path))

