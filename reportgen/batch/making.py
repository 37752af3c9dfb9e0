"""What a worker does: some rows in, as many documents or findings out. All it needs comes with the task.

A document of a batch is the document ``build`` would make of the same figures, byte for byte. The documents of the sample are
made both ways, short and long, and read back by the layout judge; should the two ways differ, the run stops: that would be a
fault of ours and no document of it could be trusted.

Workers of this machine set the documents aside (see there) and give back their names: the process that started the batch moves
them, for it alone knows what a person has edited since, and half a file of a worker that is killed never stands among the
documents. Workers of a cluster need no disk in common; they give back the bytes.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportgen.batch.aside import PLAN, set_aside
from reportgen.batch.nouns import Columns, Made, Row
from reportgen.batch.own_tables.report import without_echo
from reportgen.batch.plan import Plan
from reportgen.batch.row_report import row_report
from reportgen.batch.swift.page import Ready, SwiftPage
from reportgen.build import judged_page
from reportgen.diagnostics import Finding, any_blocks, error
from reportgen.errors import DataError, collecting, system_says
from reportgen.preparing import Draft, prepare_report
from reportgen.template import render

MOST_READY = 4
"""Plans with columns a worker keeps: one, or the last few workbooks of a folder."""


class Task(NamedTuple):
    """Rows of one workbook with the plan they follow. ``judged``: which of them are read back; ``shown``: names of the files.

    ``key`` stands for plan and columns: a worker that has seen it has them ready. ``aside``: the folder for finished documents, ''
    where they are given back as bytes; then the packed ``plan`` comes with the task, else it is there as a file (``PLAN``): it is
    fifty times as long as the rows, and asked for once. ``columns``: packed too.
    """

    key: str
    plan: bytes
    columns: bytes
    rows: tuple[Row, ...]
    shown: tuple[str, ...]
    judged: tuple[bool, ...]
    aside: str = ""


def packed(thing: Plan | Columns) -> bytes:
    """A plan, or columns, as they travel."""
    return pickle.dumps(thing, protocol=5)


def make_rows(task: Task) -> list[Made]:
    """A document, or its findings, for every row of the task, in order."""
    if not task.rows:
        return []
    plan, page, columns = opened(task)
    made = []
    for ready, row, shown, judged in zip(page.contexts(task.rows), task.rows, task.shown, task.judged, strict=True):
        one = make_row(plan, ready, columns, row, shown, judged)
        made.append(set_aside(one, task.aside, shown) if task.aside else one)
    return made


def awake() -> None:
    """Nothing: a worker that is asked for it has imported all it needs by then."""


_READY: dict[str, tuple[Plan, SwiftPage, Columns]] = {}


def opened(task: Task) -> tuple[Plan, SwiftPage, Columns]:
    """The plan of a task, the short way through its rows, and their columns; made ready once per worker."""
    ready = _READY.get(task.key)
    if ready is None:
        plan = _unpacked(task.plan or _plan_aside(task))
        columns = pickle.loads(task.columns)
        ready = plan, SwiftPage(plan, columns), columns
        if len(_READY) >= MOST_READY:
            _READY.pop(next(iter(_READY)))
        _READY[task.key] = ready
    return ready


def _plan_aside(task: Task) -> bytes:
    """The packed plan of the run, as its key says it is: what lies in a folder others may write to is not unpacked unseen.

    DataError LE11 if it is another, torn or gone.
    """
    try:
        found = Path(task.aside, PLAN).read_bytes()
    except OSError as failure:
        raise DataError.of("LE11", f"không đọc được {PLAN} của lần chạy này", hint=system_says(failure)) from None
    if key_of(found, task.columns) != task.key:
        hint = "chạy lại lệnh này, ghi vào thư mục khác bằng --out"
        raise DataError.of("LE11", f"tệp {PLAN} của lần chạy này đã bị thay trong lúc chạy", hint=hint)
    return found


def key_of(plan: bytes, columns: bytes) -> str:
    """What stands for this plan and these columns, both packed; no two of them have the same."""
    return digest(plan + columns)


@lru_cache(maxsize=2)
def _unpacked(plan: bytes) -> Plan:
    return pickle.loads(plan)


def make_row(plan: Plan, ready: Ready | None, columns: Columns, row: Row, shown: str, judged: bool) -> Made:
    """One document, the short way if the row is in order (``ready``)."""
    try:
        content = render(plan.template, ready.context) if ready else None
    except DataError:
        content = None  # the long way says it with its place
    if content is None or ready is None:
        return make_long(plan, columns, row, shown, judged)
    if judged:
        same = make_long(plan, columns, row, shown, True)
        if same.content is not None and same.content != content:
            raise RuntimeError(f"{columns.place(row.number, 1)}: the short way made another document than the long way")
        return same
    return Made(content, digest(content), ready.findings)


def make_long(plan: Plan, columns: Columns, row: Row, shown: str, judged: bool) -> Made:
    """One document as ``build`` makes it, with everything there is to say."""
    own = row_report(plan.base, columns, row)
    sink: list[Finding] = list(own.findings)
    content = None
    with collecting(sink):
        draft = prepare_report(plan.project, own.report, cells=own.cells)
        sink += draft.findings
        _refuse_other_layout(plan, draft, sink)
        if not any_blocks(sink):
            content = render(plan.template, draft.context)
            if judged:
                sink += judged_page(content, shown, draft)
    findings = tuple(dict.fromkeys(without_echo(sink, row)))
    if content is None or any_blocks(findings):
        return Made(None, "", findings)
    return Made(content, digest(content), findings)


def _refuse_other_layout(plan: Plan, draft: Draft, sink: list[Finding]) -> None:
    """LO24 for a row whose date or agency asks for another layout than that of the batch."""
    if draft.profile.key != plan.profile.key:
        message = f"dòng này thuộc thể thức {draft.profile.name}, cả đợt dựng theo {plan.profile.name}"
        place = draft.report.at("issue_date") if "issue_date" in draft.report.places else draft.report.at("agency_key")
        hint = "ghi the_thuc ở tệp chung, hoặc dựng riêng các dòng ấy với một tệp chung khác"
        sink.append(error("LO24", message, place, hint=hint))


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
