"""``reportgen batch``: rows in one by one, documents out as they are done, in the order of the rows.

Rows, tasks, documents and lines of the manifest stream: what is in memory is ``AHEAD`` handfuls for each worker, whatever the number
of documents. The order of what is written down is that of the sheet, so runs with one worker and with many differ in time only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from itertools import chain, islice
from pathlib import Path

from reportgen.batch.aside import clear_aside, open_aside
from reportgen.batch.books import Taken, books_of, count_rows, row_of, rows_of
from reportgen.batch.choosing import chooser, read_tests
from reportgen.batch.columns import targets_of
from reportgen.batch.declared import BatchBase, load_base
from reportgen.batch.flow import Flow
from reportgen.batch.hands import FEW, chosen_hands, local_hands
from reportgen.batch.inputs import hashes, shared_files, static_digest
from reportgen.batch.ledger import Ledger, open_ledger, settle
from reportgen.batch.lock import only_run
from reportgen.batch.making import make_rows, packed
from reportgen.batch.manifest import MANIFEST, ManifestWriter, versions
from reportgen.batch.naming import ROW, NamePattern, name_pattern
from reportgen.batch.nouns import Columns, Entry
from reportgen.batch.options import EVERY, Outcome, PartFailed, Progress, Watch, Wish
from reportgen.batch.plan import Plan, make_plan, refuse_far_files
from reportgen.batch.tally import Tally
from reportgen.batch.tasks import Common, is_due, tasks_of
from reportgen.batch.writing import Written, clear_torn, write_all
from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.errors import DataError
from reportgen.output import TEMPORARY
from reportgen.project import Project
from reportgen.workers import streamed

AHEAD = 16
"""Handfuls under way for each process: with fewer, the one that writes runs out of work to help with and waits (a fifth of its time)."""


def run_batch(project: Project, wish: Wish, watch: Watch | None = None) -> Outcome:
    """Make the documents of a batch. ReportgenError for what stops all of them.

    Nothing is written then, but for PartFailed, after which what was made stays. A row that fails stops no other; it is in
    ``Outcome.failures`` and in the manifest.
    """
    base = load_base(project, wish.type_key, wish.base)
    books, from_folder = books_of(project, wish.data)
    with local_hands(wish, books, base.sheet) as hands:
        return _prepared(project, wish, base, (books, from_folder), hands, watch)


def _prepared(project: Project, wish: Wish, base: BatchBase, found: tuple[list[Path], bool], hands: Executor, watch: Watch | None) -> Outcome:
    """The run, after all that can end it before a document is made."""
    books, from_folder = found
    plan = make_plan(project, base)
    if wish.cluster:
        refuse_far_files(plan)
    pattern = name_pattern(*_pattern_text(wish, plan))
    notes: list[Finding] = []
    notes += _open_elsewhere(project, books)
    targets = targets_of(plan.base, plan.kind, plan.indicators)
    taken = _taken(plan, books, from_folder, targets, notes)
    begun = list(islice(taken, 1))  # a header nobody can read ends the run before anything is written
    for one in begun:
        if one.columns:
            read_tests(wish.where, one.columns)
    folder = wish.out or project.output / base.key
    with only_run(folder, project.shown(folder)):
        try:
            return _run(project, wish, plan, (books, chain(begun, taken), notes), pattern, folder, hands, watch)
        finally:
            hands.shutdown(wait=True, cancel_futures=True)  # nobody writes any more
            clear_aside(folder)


def _run(
    project: Project, wish: Wish, plan: Plan, data: tuple, pattern: NamePattern, folder: Path, local: Executor, watch: Watch | None
) -> Outcome:
    """The run itself, alone in its folder; ``data``: the workbooks, their rows, what is said of them."""
    books, taken, notes = data
    shown = project.shown(folder)
    clear_torn(folder, TEMPORARY)
    ledger = open_ledger(folder)
    shared = hashes(project, shared_files(project, plan, books))
    flow = Flow(wish, pattern, fixed_names(plan), ledger, static_digest(plan, shared, wish), notes=notes)
    entries = flow.entries(taken, _chooser(wish))
    tally = Tally(shown, plan.findings, notes)
    head = {"reportgen": versions(), "type": wish.type_key, **_head(project, plan, wish, books, shared)}
    total = count_rows(books, plan.base.sheet) if watch else 0
    total = min(total, wish.limit) if wish.limit else total
    first = list(islice(entries, FEW))
    try:
        with ManifestWriter(folder, head) as manifest, chosen_hands(wish, local, len(first)) as (hands, jobs):
            rows = _written(plan, chain(first, entries), hands, jobs, folder, shown, ledger, wish)
            for written in _printed(rows, plan, wish, folder, shown, ledger):
                tally.add(written)
                manifest.add(written.line)
                if watch:
                    watch(Progress(tally.done, tally.failed, total))
            hands.shutdown(wait=False)  # they end while the rest is written
            tally.files.append((f"{shown}/{MANIFEST}", manifest.finish(tally.counts), True))
    finally:
        ledger.close()
    return _finish(project, wish, plan, folder, flow, tally)


def _finish(project: Project, wish: Wish, plan: Plan, folder: Path, flow: Flow, tally: Tally) -> Outcome:
    """What comes after the last document: the summary, the joined files, the ledger in order."""
    from reportgen.batch.extras import write_extras

    whole = not (wish.where or wish.limit)
    if not tally.done:
        hint = "xem lại điều kiện --where" if wish.where else "xem lại bảng tính và trang tính: chưa có dòng số liệu nào"
        tally.notes.append(error("LO16", "không có dòng nào để dựng", Place(project.shown(wish.data)), hint=hint))
    tally.tell_old(settle(flow.ledger, folder), folder, flow.names.rows, whole)
    flow.names.rows.clear()
    try:
        write_extras(project, wish, plan, folder, tally)
    except DataError as failure:
        raise PartFailed(failure.findings) from None  # the documents stand there all the same
    return tally.outcome()


def _open_elsewhere(project: Project, books: list[Path]) -> Iterator[Finding]:
    """LO28 for a workbook that is open in Excel or LibreOffice: what is typed there and not saved yet is not in the file."""
    for book in books:
        if any((book.parent / name).exists() for name in (f"~${book.name}", f".~lock.{book.name}#")):
            hint = "lưu và đóng tệp ấy rồi chạy lại"
            yield warning("LO28", "bảng tính đang mở ở máy nào đó; số liệu lấy theo lần lưu gần nhất", Place(project.shown(book)), hint=hint)


def _pattern_text(wish: Wish, plan: Plan):
    known = {**{key: label for key, label in plan.kind.words.items()}, "so_van_ban": "số văn bản", "kinh_gui": "nơi kính gửi"}
    known |= {ROW: "số dòng trong bảng tính", "loai": "loại văn bản", "nam": "năm của kỳ báo cáo"}
    first = next(iter(plan.kind.words), "")
    text = wish.name or plan.base.file_name or (f"{{{first}}}" if first else f"{{loai}}-{{{ROW}}}")
    return text, known, Place("--ten") if wish.name else plan.base.at("file_name")


def fixed_names(plan: Plan) -> dict[str, str]:
    """What a file name may say that is the same in every row, or stands for a column the sheet does not have."""
    blank = dict.fromkeys((*plan.kind.words, "so_van_ban", "kinh_gui"), "")
    return {**blank, **dict(plan.base.words), "loai": plan.kind.key, "nam": plan.dates["nam"]}


def _taken(plan: Plan, books: list[Path], from_folder: bool, targets, notes: list[Finding]) -> Iterator[Taken]:
    for book in books:
        if from_folder:
            yield row_of(plan, book, targets, notes)
        else:
            yield from rows_of(plan, book, targets, notes)


def _chooser(wish: Wish) -> Callable[[Columns], Callable]:
    def choose(columns: Columns) -> Callable:
        tests = read_tests(wish.where, columns)
        return chooser(tests, columns) if tests else lambda row: True

    return choose


def _head(project: Project, plan: Plan, wish: Wish, books: list[Path], shared: list) -> dict[str, object]:
    chosen = {"where": list(wish.where)} if wish.where else {}
    chosen |= {"limit": wish.limit} if wish.limit else {}
    sample = "all" if wish.judge_all else f"first, every {EVERY}th, longest texts"
    profile = {"profile": plan.profile.key, "layout_judged": sample}
    return {**chosen, **profile, "data": hashes(project, books), "inputs": shared}


def _written(plan: Plan, entries, hands: Executor, jobs: int, folder: Path, shown: str, ledger, wish: Wish):
    """Entries through the workers and onto the disk, in order."""
    handfuls: deque[list[Entry]] = deque()
    common = packed(plan)
    aside = "" if wish.cluster else open_aside(folder, common, shown)
    tasks = tasks_of(Common(common, shown, aside), entries, handfuls)
    try:
        for made in streamed(hands, make_rows, tasks, AHEAD * jobs):
            done = iter(made)
            pairs = [(entry, next(done) if is_due(entry) else None) for entry in handfuls.popleft()]
            yield from write_all(folder, shown, ledger, pairs, wish.force)
    except BrokenExecutor as failure:
        hint = "chạy lại lệnh này: các văn bản đã dựng được giữ nguyên; nếu lặp lại, giảm số tiến trình: --jobs 1"
        message = "một tiến trình làm việc bị hệ thống dừng giữa chừng (thường do hết bộ nhớ)"
        raise PartFailed.of("LO30", message, hint=hint) from failure


def _printed(rows: Iterator[Written], plan: Plan, wish: Wish, folder: Path, shown: str, ledger: Ledger) -> Iterator[Written]:
    """The rows as they are, or with a PDF beside each document."""
    if not (wish.pdf or wish.archive):
        return rows
    from reportgen.batch.paper import Paper

    return Paper(folder, shown, ledger, wish, plan.profile).beside(rows)
