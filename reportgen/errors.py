"""The one tree of exceptions for what a user can cause and mend.

Every error carries findings, so that a command can show all of a run at once. Only ``reportgen.cli`` catches
them; anything outside this tree is a bug of ours and keeps its traceback.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from reportgen.diagnostics import NOWHERE, Finding, Place, error


class ReportgenError(Exception):
    """Base of the tree. ``exit_code`` is what the command ends with (0 clean, 1 findings, 2 wrong use, 3 missing tool, 4 part of a batch)."""

    exit_code = 1

    def __init__(self, findings: Iterable[Finding]):
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("; ".join(f"{f.place}: {f.message}" for f in self.findings))

    def __reduce__(self):
        """An error comes back whole from another process."""
        return type(self), (self.findings,)

    @classmethod
    def of(cls, code: str, message: str, place: Place = NOWHERE, **more: str) -> ReportgenError:
        """The error that carries this single finding."""
        return cls([error(code, message, place, **more)])


class DataError(ReportgenError):
    """A data file, spreadsheet, template or document is not what it must be."""


class UsageError(ReportgenError):
    """The command was called the wrong way: unknown name, option or file."""

    exit_code = 2


class MissingToolError(ReportgenError):
    """Something the machine lacks (LibreOffice, a font)."""

    exit_code = 3


@contextmanager
def collecting(into: list[Finding]) -> Iterator[None]:
    """Run a block; the findings of a ReportgenError raised in it land in ``into`` and the run goes on."""
    try:
        yield
    except ReportgenError as failure:
        into.extend(failure.findings)


_SYSTEM = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không được phép",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.EEXIST: "đã có tệp mang tên này",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EBUSY: "tệp đang bận",
    errno.EIO: "đọc, ghi ổ đĩa bị lỗi",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy không có địa chỉ này",
    errno.ELOOP: "liên kết chỉ vòng quanh",
}


def system_says(failure: OSError) -> str:
    """«hệ thống báo: ổ đĩa đầy»: why the operating system refused, in our words; in its own where we have none."""
    return f"hệ thống báo: {_SYSTEM.get(failure.errno or 0) or failure.strerror or 'không rõ lý do'}"
