"""Both workbooks or neither: whether each may be written is found out before the first is.

A new table beside an old reconciliation that says «ĐỦ 9/9» is worse than no table. What can be known beforehand (a person's
edit, a file that is open or may not be written) keeps both out; a disk that fills up in between cannot be known, and is said as it is.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import ReportgenError, UsageError
from reportgen.noun import noun
from reportgen.output import LEDGER, NEW, TEMPORARY, digest, refused, write_output

_TOGETHER = "bảng tổng hợp và tệp đối chiếu chỉ được ghi cùng nhau; xử lý tệp kia rồi tổng hợp lại"


@noun
class Target:
    """A file to be written: where, what messages call it, its bytes."""

    path: Path
    shown: str
    content: bytes


@noun
class File:
    """A file that stands as it was made; ``written`` is False if the very same bytes were there."""

    shown: str
    sha256: str
    written: bool


@noun
class Put:
    """What became of the files: those that stand, why the others do not, and the exit code that goes with it (0: all stand)."""

    files: tuple[File, ...] = ()
    faults: tuple[Finding, ...] = ()
    exit_code: int = 0


def put_down(targets: Sequence[Target], force: bool) -> Put:
    """Write every file, or none where it is known that one may not be (LE10, LE11, TH40). Nothing is raised."""
    failures = [failure for target in targets if (failure := _obstacle(target, force))]
    if failures:
        faults = [finding for failure in failures for finding in failure.findings]
        spared = [target.shown for target in targets if not any(finding.place.file == target.shown for finding in faults)]
        faults += [error("TH40", f"không ghi {shown} vì tệp đi cùng không ghi được", Place(shown), hint=_TOGETHER) for shown in spared]
        return Put(faults=tuple(faults), exit_code=max(failure.exit_code for failure in failures))
    files: list[File] = []
    for target in targets:
        try:
            written = write_output(target.path, target.content, shown=target.shown, force=force)
        except ReportgenError as failure:
            return _stopped(targets, files, failure)
        files.append(File(target.shown, digest(target.content), written))
    return Put(tuple(files))


def _obstacle(target: Target, force: bool) -> ReportgenError | None:
    """Why a file may not be written, as far as that shows before it is tried."""
    path, shown = target.path, target.shown
    try:
        present = path.read_bytes() if os.path.lexists(path) else None
        if present == target.content:
            return None
        if present is not None:
            if not force and _remembered(path) != digest(present):
                return _edited(shown)
            _try_to_open(path)
        _try_folder(path.parent)
    except OSError as failure:
        return refused(shown, failure)
    return None


def _edited(shown: str) -> UsageError:
    hint = "chép bản đã sửa sang tên khác rồi tổng hợp lại, hoặc thêm --force để ghi đè"
    return UsageError.of("LE10", f"tệp {shown} đã được người khác sửa sau lần tổng hợp trước; không ghi đè", Place(shown), hint=hint)


def _remembered(path: Path) -> str:
    """The digest of the file when we wrote it last; '' if we know of none."""
    try:
        known = json.loads((path.parent / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(known.get(path.name, "")) if isinstance(known, dict) else ""


def _try_to_open(path: Path) -> None:
    """OSError if the file cannot be replaced: open in Excel on Windows, or guarded by the system."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as failure:
        if os.name == "nt" or failure.errno != errno.EACCES:  # elsewhere a file is replaced by right of its folder
            raise


def _try_folder(folder: Path) -> None:
    """OSError if no file can be made in the folder, or in the nearest one that is there."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    name = folder / f"{TEMPORARY}{os.urandom(8).hex()}"
    os.close(os.open(name, NEW, 0o600))
    name.unlink()


def _stopped(targets: Sequence[Target], files: Iterable[File], failure: ReportgenError) -> Put:
    """A failure nobody could foresee: what stands on the disk now is looked at, not supposed."""
    done = {file.shown: file for file in files}
    for target in targets:
        if target.shown not in done and _stands(target):
            done[target.shown] = File(target.shown, digest(target.content), True)
    faults = list(failure.findings)
    if done:
        hint = "sửa chỗ lỗi trên rồi tổng hợp lại ngay; trước đó không dùng hai tệp này cùng nhau"
        faults += [_left_behind(target, tuple(done), hint) for target in targets if target.shown not in done]
    return Put(tuple(done.values()), tuple(faults), failure.exit_code)


def _left_behind(target: Target, new: Sequence[str], hint: str) -> Finding:
    old = "còn là bản của lần trước" if os.path.lexists(target.path) else "chưa có"
    return error("TH40", f"đã ghi {', '.join(new)} nhưng {target.shown} {old}: hai tệp không đi với nhau", Place(target.shown), hint=hint)


def _stands(target: Target) -> bool:
    try:
        return target.path.read_bytes() == target.content
    except OSError:
        return False
