"""``reportgen doctor``: does this machine have what reportgen needs?"""

from __future__ import annotations

import dataclasses
import os

from reportgen.cli.answer import CLEAN, MISSING_TOOL, Answer
from reportgen.cli.call import Call
from reportgen.cli.table import columns
from reportgen.errors import UsageError

DESCRIPTION = """\
Kiểm tra máy: Python, các thư viện, phông chữ, LibreOffice, bảng mã của cửa sổ lệnh, dự án và quyền ghi.
Mã thoát 0 nếu dùng được, 3 nếu thiếu thứ bắt buộc."""

EXAMPLES = (
    ("reportgen doctor", "kiểm tra máy và dự án ở thư mục hiện tại"),
    ("reportgen doctor --json", "lấy kết quả để gửi người hỗ trợ"),
)


def add_arguments(parser) -> None:
    """No options of its own."""


def run(call: Call) -> Answer:
    """One line a check: fine, worth knowing, or missing."""
    from reportgen.doctor import examine

    checks = examine(_root(call), os.environ, encoding=call.encoding)
    bad = any(check.state == "thiếu" for check in checks)
    verdict = "còn thiếu thứ bắt buộc, xem các dòng «thiếu» ở trên" if bad else "máy dùng được reportgen"
    return Answer(
        lines=(*columns((c.state, c.what, c.found) for c in checks),),
        talk=(verdict,),
        data={"checks": [dataclasses.asdict(c) for c in checks]},
        exit_code=MISSING_TOOL if bad else CLEAN,
    )


def _root(call: Call):
    try:
        return call.project.root
    except UsageError:
        # No project is a thing to report about this machine, not a reason to stop.
        return None
