"""``--pdf``: every document of a run printed beside itself, on its way from the disk to the manifest.

Documents go to LibreOffice in the order of the rows, some dozens in a call, while the next ones are still made; in memory are a
few calls' worth. A document whose PDF stands there, printed from these very bytes and as it was written, is not printed again.
A PDF is known to the ledger before it stands there, as documents are, and names the document it was printed from.

Every PDF is read back. Its pages are judged in full for the documents of the sample, and for each whose pages are broken in
another way than those of any judged before: where a page ends the template no longer decides, the row's own words do.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportgen.batch.ledger import Ledger, Line, compact
from reportgen.batch.manifest import findings_data
from reportgen.batch.options import Wish
from reportgen.batch.writing import FAILED, Written
from reportgen.diagnostics import Finding, Place, any_blocks, error
from reportgen.errors import DataError, system_says
from reportgen.noun import field, working
from reportgen.output import digest, write_atomic
from reportgen.pdf.engine import printed
from reportgen.pdf.pages import breaks_of
from reportgen.printing import judged
from reportgen.profile import Profile

KEPT_TO_ITSELF = ("of", "findings", "judged")
"""What the ledger keeps of a PDF for itself: which pages were looked at differs between a run and one that goes on after it."""


@working
class Paper:
    """The PDFs of a run. ``seen``: the ways pages were broken in the documents judged so far; ``held``: rows under way."""

    folder: Path
    shown: str
    ledger: Ledger
    wish: Wish
    profile: Profile
    held: deque[tuple[Written, Line | None]] = field(default_factory=deque)
    seen: set[tuple] = field(default_factory=set)

    def beside(self, rows: Iterator[Written]) -> Iterator[Written]:
        """The rows with their PDFs, in order; a row whose PDF failed has failed."""
        for _, pdf in printed(self._documents(rows), archive=self.wish.archive, jobs=self.wish.jobs):
            written, line = self.held.popleft()
            if pdf is None:
                yield told(written, line) if line else written
            else:
                yield self._put_down(written, pdf)

    def _documents(self, rows: Iterator[Written]) -> Iterator[tuple[str, bytes | None]]:
        """Every row for the printer, without content where there is nothing to print."""
        for written in rows:
            line, content = self._kept(written), None
            if written.state != FAILED and line is None:
                try:
                    content = (self.folder / f"{written.stem}.docx").read_bytes()
                except OSError as failure:
                    hint = f"đóng tệp trong Word nếu đang mở; {system_says(failure)}"
                    place = Place(f"{self.shown}/{written.stem}.docx")
                    written = failed(written, (error("LE11", "không đọc được văn bản vừa dựng để in", place, hint=hint),))
            self.held.append((written, line))
            yield f"{self.shown}/{written.stem}.docx", content

    def _kept(self, written: Written) -> Line | None:
        """What the ledger says of the PDF, if it need not be printed again."""
        name = f"{written.stem}.pdf"
        line = self.ledger.line(name) if self.wish.resume and written.state != FAILED else None
        if line is None or line.get("of") != written.sha256 or bool(line.get("archive")) != self.wish.archive:
            return None
        if self.wish.judge_all and not line.get("judged"):
            return None
        try:
            same = digest((self.folder / name).read_bytes()) == line["sha256"]
        except OSError:
            return None
        return line if same else None

    def _put_down(self, written: Written, pdf: bytes | DataError) -> Written:
        try:
            if isinstance(pdf, DataError):
                raise pdf
            line, findings = self._looked_at(written, pdf)
            self._refuse_edited(line)
            self.ledger.note([line])
            write_atomic(self.folder / line["file"], pdf, shown=f"{self.shown}/{line['file']}", sync=False)
        except DataError as failure:
            return failed(written, failure.findings)
        return told(written, line, findings)

    def _looked_at(self, written: Written, pdf: bytes) -> tuple[Line, tuple[Finding, ...]]:
        """The line of a PDF that may be written. DataError with what is wrong on its pages."""
        name = f"{written.stem}.pdf"
        shown = f"{self.shown}/{name}"
        breaks = breaks_of(pdf, shown)
        line: Line = {"file": name, "sha256": digest(pdf), "of": written.sha256, "size": len(pdf), "pages": len(breaks)}
        line |= {"archive": True} if self.wish.archive else {}
        if not (self.wish.judge_all or written.judged or breaks not in self.seen):
            return line, ()
        word = (self.folder / f"{written.stem}.docx").read_bytes()
        found = tuple(judged(word, pdf, shown=f"{self.shown}/{written.stem}.docx", pdf_shown=shown, profile=self.profile)[1])
        if any_blocks(found):
            raise DataError(found)
        self.seen.add(breaks)
        line["judged"] = True
        if found:
            line["findings"] = findings_data(found)
        return line, found

    def _refuse_edited(self, line: Line) -> None:
        """DataError LE10 for a PDF that is there and not ours, LE11 for one that cannot be read."""
        name, shown = line["file"], f"{self.shown}/{line['file']}"
        try:
            present = digest((self.folder / name).read_bytes())
        except FileNotFoundError:
            return
        except OSError as failure:
            hint = f"đóng tệp PDF nếu đang mở; {system_says(failure)}"
            raise DataError.of("LE11", f"không đọc được tệp {shown}", Place(shown), hint=hint) from None
        if not (self.wish.force or present == line["sha256"] or self.ledger.is_ours(name, present)):
            hint = "chép bản ấy sang tên khác rồi chạy lại, hoặc thêm --force để ghi đè"
            raise DataError([error("LE10", f"tệp {shown} không phải do chương trình in ra; không ghi đè", Place(shown), hint=hint)])


def told(written: Written, line: Line, findings: tuple[Finding, ...] = ()) -> Written:
    """The row with what the manifest says of its PDF."""
    unit: dict[str, Any] = json.loads(written.line)
    own = line.get("findings", [])
    unit["pdf"] = {key: value for key, value in line.items() if key not in KEPT_TO_ITSELF}
    if own:
        unit["findings"] = [*unit.get("findings", []), *own]
    return written._replace(line=compact(unit), findings=(*written.findings, *findings))


def failed(written: Written, findings: tuple[Finding, ...]) -> Written:
    """The row as one that failed, though its document stands."""
    unit: dict[str, Any] = json.loads(written.line)
    unit |= {"failed": True, "findings": [*unit.get("findings", []), *findings_data(tuple(findings))]}
    return written._replace(state=FAILED, line=compact(unit), findings=tuple(findings))
