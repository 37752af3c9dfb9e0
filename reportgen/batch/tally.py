"""The count of a run, and what is kept of it for the end."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from reportgen.batch.ledger import Ledger
from reportgen.batch.options import MOST_KEPT, Outcome
from reportgen.batch.writing import FAILED, KEPT, MADE, Written
from reportgen.diagnostics import Finding, Place, Severity, warning
from reportgen.noun import field, working

MOST_NAMED = 5
NOT_WRITTEN = ("LE10", "LE11")
"""What stands there is somebody's own work, or open in Word: the row is good, and nobody should be told to delete the file."""


def stem_of(name: str) -> str:
    """The name of a document or of its PDF, without the ending."""
    return name.rpartition(".")[0]


def some_of(names: list[str]) -> str:
    """The first few names, for a message."""
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


def is_stale(ledger: Ledger, name: str) -> bool:
    """True for a PDF that was printed from another document than the one that stands beside it now."""
    line = ledger.line(name) if name.endswith(".pdf") else None
    word = ledger.line(f"{stem_of(name)}.docx") if line else None
    return bool(line and word and line.get("of") != word["sha256"])


@working
class Tally:
    """``shared``: findings of the shared files; ``notes``: of header and rows passed over, still growing while rows stream."""

    folder: str
    shared: tuple[Finding, ...]
    notes: list[Finding]
    states: dict[str, int] = field(default_factory=lambda: {MADE: 0, KEPT: 0, FAILED: 0})
    failures: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    failed_stems: set[str] = field(default_factory=set)
    files: list[tuple[str, str, bool]] = field(default_factory=list)

    def add(self, written: Written) -> None:
        """Count one entry."""
        self.states[written.state] += 1
        if written.state == FAILED:
            if not written.sha256 and not any(finding.code in NOT_WRITTEN for finding in written.findings):
                self.failed_stems.add(written.stem)
            if len(self.failures) < MOST_KEPT:
                self.failures.extend(written.findings)
        elif len(self.remarks) < MOST_KEPT:
            self.remarks.extend(written.findings)

    @property
    def done(self) -> int:
        """Entries so far."""
        return sum(self.states.values())

    @property
    def changed(self) -> int:
        """Documents made anew."""
        return self.states[MADE]

    @property
    def failed(self) -> int:
        """Entries that failed."""
        return self.states[FAILED]

    @property
    def counts(self) -> dict[str, int]:
        """For the manifest: not how many were made now and how many kept, for that differs from run to run."""
        return {"total": self.done, "good": self.done - self.failed, "failed": self.failed}

    def tell_old(self, ledger: Ledger, folder: Path, claimed: Container[str], whole: bool) -> None:
        """Findings for documents of earlier runs that no row stands behind any more: whoever sends the folder sends them too."""
        ours = {name for name in ledger.last if (folder / name).exists()}
        failed = sorted(name for name in ours if stem_of(name) in self.failed_stems)
        gone = sorted(name for name in ours if stem_of(name) not in claimed) if whole else []
        stale = sorted(name for name in ours - {*failed, *gone} if is_stale(ledger, name))
        for names, what in ((failed, "của lần dựng trước, nay dòng ấy có lỗi"), (gone, "của lần dựng trước, nay không còn dòng nào")):
            if names:
                hint = "đừng gửi các tệp này đi; xóa chúng nếu không cần"
                self.notes.append(warning("LO25", f"{len(names)} tệp {what}: {some_of(names)}", Place(self.folder), hint=hint))
        if stale:
            hint = "chạy lại với --pdf để in lại, hoặc xóa các bản PDF ấy"
            message = f"{len(stale)} bản PDF in từ văn bản trước lần sửa này, số liệu đã cũ: {some_of(stale)}"
            self.notes.append(warning("PDF03", message, Place(self.folder), hint=hint))

    def outcome(self) -> Outcome:
        """The whole of it."""
        notes = tuple(dict.fromkeys([*self.shared, *self.notes]))
        kept = tuple(f for f in dict.fromkeys(self.remarks) if f.severity is not Severity.ERROR or f.accepted)
        return Outcome(
            self.folder, self.states[MADE], self.states[KEPT], self.failed, notes, kept, tuple(self.failures), tuple(self.files)
        )
