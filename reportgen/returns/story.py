"""``reportgen rollup`` from folder to files: both workbooks are made whole before the first is written, and both are written or neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import UsageError
from reportgen.noun import noun
from reportgen.project import Project
from reportgen.returns.district import district_book
from reportgen.returns.opening import is_folder
from reportgen.returns.outliers import Former, read_former, with_outliers
from reportgen.returns.putting import File, Target, put_down
from reportgen.returns.reconciliation import name_of, reconciliation_book
from reportgen.returns.rolling import Rolled, roll_up
from reportgen.returns.subject import Subject, find_subject
from reportgen.vietnamese.periods import Period, PeriodError

FOLDER = "tong-hop"
BESIDE = ".doi-chieu.xlsx"


@noun
class Wanted:
    """What a call asks for, as typed: the table, the period, the list of units, and how far off is worth saying; ``jobs`` 0: as many as pay."""

    subject: str
    period: str
    units: str = ""
    percent: int = 50
    force: bool = False
    jobs: int = 0


@noun
class Done:
    """What a call came to; ``findings`` are all of it in the order to be read.

    ``exit_code`` is 0 unless a file could not be written; then ``findings`` end with the reason.
    """

    rolled: Rolled
    files: tuple[File, ...]
    findings: tuple[Finding, ...]
    exit_code: int = 0


def roll_up_folder(
    project: Project, wanted: Wanted, folder: Path, out: Path | None, former: Path | None, watch: Callable[[int, int], object]
) -> Done:
    """Read, combine, compare, write. UsageError TH02–TH05, DataError TH05, TH18; files that may not be written are said in ``Done``."""
    subject = find_subject(project, wanted.subject, wanted.period, wanted.units, "rollup")
    if wanted.percent < 0:
        raise UsageError.of("TH05", f"--nguong {wanted.percent} phải từ 0 trở lên", hint="ví dụ: --nguong 30")
    if wanted.jobs < 0:
        raise UsageError.of("TH05", f"--jobs nhận số từ 1 trở lên, không nhận {wanted.jobs}", hint="ví dụ: --jobs 2")
    if not is_folder(folder):
        raise UsageError.of("TH05", f"không có thư mục {folder}", hint="ghi thư mục chứa các biểu gửi về")
    target = out or project.output / FOLDER / f"{subject.name}.xlsx"
    if target.suffix.lower() != ".xlsx":
        raise UsageError.of("TH05", f"tệp kết quả {target.name} phải có đuôi .xlsx", hint=f"ví dụ: --out {target.stem}.xlsx")
    beside = target.with_name(target.stem + BESIDE)
    earlier = _former(project, subject, wanted, former, target)
    read = roll_up(folder, subject, watch, frozenset((target, beside)), wanted.jobs)
    rolled = with_outliers(read, earlier, wanted.percent)
    made = {target: district_book(rolled), beside: reconciliation_book(rolled)}
    put = put_down([Target(path, project.shown(path), content) for path, content in made.items()], wanted.force)
    return Done(rolled, put.files, (*all_findings(rolled), *put.faults), put.exit_code)


def all_findings(rolled: Rolled) -> tuple[Finding, ...]:
    """What is missing, then what was kept out, then what to look at."""
    missing = [
        error("TH20", f"chưa có biểu của {name_of(rolled, unit)}", Place(), hint="nhắc đơn vị gửi; xem trang «Còn thiếu» của tệp đối chiếu")
        for unit in rolled.missing
    ]
    return (*missing, *(finding for _, finding in rolled.refused), *(finding for _, finding in rolled.doubtful))


def _former(project: Project, subject: Subject, wanted: Wanted, path: Path | None, target: Path) -> Former | None:
    """The table of the last period: the file named, or what was rolled up then if it lies where we put it."""
    periods = _earlier(subject.period)
    subjects = [find_subject(project, wanted.subject, period.short, wanted.units, "rollup") for period in periods]
    if path is None:
        ours = [(target.with_name(f"{its.name}.xlsx"), its) for its in subjects]
        path, subjects = next(((found, [its]) for found, its in ours if found.is_file()), (None, []))
        if path is None:
            return None
    elif not path.is_file():
        raise UsageError.of("TH05", f"không có tệp {path}", hint="xem lại đường dẫn sau --ky-truoc")
    return read_former(path, project.shown(path), [*subjects, subject])


def _earlier(period: Period) -> list[Period]:
    found = []
    for step in ("previous", "same_last_year"):
        try:
            found.append(getattr(period, step))
        except PeriodError:
            continue  # before the first year there is nothing to compare with
    return list(dict.fromkeys(found))
