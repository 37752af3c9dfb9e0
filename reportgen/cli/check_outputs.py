"""Where the results of ``reportgen check`` go: the screen, pages and copies beside the documents, one log, one summary."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from reportgen.checking.files import MARKED, PAGE, Source, base_of, beside
from reportgen.checking.files import shown as shown_as
from reportgen.checking.nouns import Checked
from reportgen.checking.products import put
from reportgen.checking.sarif import Sarif
from reportgen.checking.summary import SUFFIXES, summary_of
from reportgen.checking.tally import Tally
from reportgen.cli import check_json
from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call
from reportgen.cli.check_text import Look, document_lines, next_lines, row, total_lines
from reportgen.cli.commands import COMMANDS
from reportgen.cli.console import wants_colour, width_of
from reportgen.cli.progress import ProgressLine
from reportgen.diagnostics import Finding, Place, warning
from reportgen.errors import ReportgenError, UsageError
from reportgen.noun import noun
from reportgen.output import digest, write_output

FULL_UP_TO = 3
"""So many documents are shown in full; more of them in one line each."""


@noun
class Plan:
    """What is written: ``sarif`` and ``summary`` are paths, '' for none, «-» for standard output."""

    out: Path | None
    base: Path
    html: bool
    comments: bool
    sarif: str
    summary: str
    force: bool


def plan(args: Namespace, documents: Sequence[Source]) -> Plan:
    """What the options ask for. UsageError KT06 for those that do not go together."""
    summary = args.tong_hop or ""
    if summary and not summary.lower().endswith(SUFFIXES):
        raise UsageError.of("KT06", f"--tong-hop ghi tệp .xlsx hoặc .json, không ghi {summary}", hint="ví dụ: --tong-hop ket-qua.xlsx")
    if args.sarif == "-" and args.json:
        raise UsageError.of("KT06", "--json và --sarif cùng in ra màn hình", hint="ghi tên tệp cho một trong hai: --sarif ket-qua.sarif")
    out = Path(os.path.abspath(args.out)) if args.out else None
    if out is not None and out.exists() and not out.is_dir():
        raise UsageError.of("KT06", f"--out phải là thư mục, {args.out} là tệp", hint="ví dụ: --out ket-qua")
    return Plan(out, base_of(documents), args.html, args.comments, args.sarif or "", summary, args.force)


class Outputs:
    """Takes the outcomes one by one and keeps none of them; use it in ``with``."""

    def __init__(self, call: Call, chosen: Plan, tally: Tally, documents: int):
        self.call, self.plan, self.tally = call, chosen, tally
        self.remarks: list[Finding] = []
        self.refused = 0
        self.silent = chosen.sarif == "-"
        verbose = call.args.verbose
        self.full = documents <= FULL_UP_TO or verbose
        self.documents, self.made = documents, []
        self.look = Look(width_of(sys.stdout), wants_colour(sys.stdout), verbose)
        self._open = ExitStack()
        self.sarif = self._open.enter_context(Sarif()) if chosen.sarif else None
        # Rows on the terminal are progress enough; the line is for whoever sends them elsewhere.
        quiet = call.args.quiet or sys.stdout.isatty() or documents <= FULL_UP_TO
        self.progress = self._open.enter_context(ProgressLine("tệp", quiet=quiet))

    def __enter__(self) -> Outputs:
        if self.call.args.json:
            print(check_json.opening())
        return self

    def __exit__(self, *failure: object) -> None:
        self._open.close()

    def take(self, source: Source, checked: Checked) -> None:
        """Write what was made of one document, and say what was found."""
        made = self._products(source, checked)
        if self.documents <= FULL_UP_TO:
            self.made += made
        self.progress.show(self.tally.documents, self.documents, self.tally.failed)
        if self.sarif:
            self.sarif.add(checked)
        if self.call.args.json:
            print(check_json.document(checked, made, self.tally.documents == 1), end="", flush=True)
        elif not self.silent:
            self._say(checked, made)

    def answer(self, exit_code: int) -> Answer:
        """The log, the summary, the last lines."""
        if self.sarif and self.silent:
            sys.stdout.write(self.sarif.content().decode())
        last = [file for path, content in self._at_end() if (file := self._write(Path(path), content, write_output))]
        code = max(exit_code, self.refused)
        if self.call.args.json:
            print("\n" + "\n".join(check_json.closing(self.tally, last, self.remarks, code)))
            return Answer(exit_code=code, printed=True)
        lines = [] if self.silent or self.tally.documents < 2 else list(total_lines(self.tally, self.look))
        lines += [line(file) for file in last if not self.silent]
        return Answer(tuple(lines), findings=tuple(self.remarks), files=(*self.made, *last), exit_code=code)

    def _say(self, checked: Checked, made: Sequence[Output]) -> None:
        if not self.full:
            lines = [] if self.call.args.quiet and not checked.failed else [row(checked, self.look)]
        else:
            lines = [""] if self.tally.documents > 1 else []
            lines += document_lines(checked, self.look)
            if not made and not self.call.args.quiet:
                lines += next_lines(checked, COMMANDS)
            lines += [line(file) for file in made]
        if lines:
            print("\n".join(lines), flush=True)

    def _products(self, source: Source, checked: Checked) -> list[Output]:
        wanted = (
            (self.plan.html, PAGE, checked.page.encode()),
            (self.plan.comments, MARKED, checked.marked),
        )
        made = (
            self._write(beside(source, suffix, self.plan.out, self.plan.base), content, put)
            for asked, suffix, content in wanted
            if asked and content
        )
        self._warn_of_old(source, checked)
        return [file for file in made if file]

    def _warn_of_old(self, source: Source, checked: Checked) -> None:
        """A copy with comments from before, of a document that now has nothing to remark on: it would mislead."""
        old = beside(source, MARKED, self.plan.out, self.plan.base)
        if self.plan.comments and not checked.marked and checked.regime and old.exists():
            message = "bản nhận xét cũ không còn đúng: văn bản nay không có điểm nào phải nhận xét"
            self.remarks.append(warning("KT07", message, Place(_shown(old)), hint="xóa bản nhận xét cũ"))

    def _at_end(self) -> Iterator[tuple[str, bytes]]:
        if self.sarif and not self.silent:
            yield self.plan.sarif, self.sarif.content()
        if self.plan.summary:
            yield self.plan.summary, summary_of(self.tally, Path(self.plan.summary).suffix.lower())

    def _write(self, path: Path, content: bytes, writer: Callable[..., bool]) -> Output | None:
        """Put a file down; what stands in the way is told at the end and stops nothing else."""
        shown = _shown(path)
        try:
            written = writer(path, content, shown=shown, force=self.plan.force)
        except ReportgenError as failure:
            self.remarks += failure.findings
            self.refused = max(self.refused, failure.exit_code)
            return None
        return Output(shown, digest(path.read_bytes()), written)


def line(file: Output) -> str:
    """What became of one file."""
    return f"{'đã ghi' if file.written else 'không đổi'} {file.path}"


def _shown(path: Path) -> str:
    here = Path.cwd()
    return shown_as(path.relative_to(here) if path.is_relative_to(here) else path)
