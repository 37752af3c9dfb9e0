"""``reportgen completion``: the script that lets a shell complete our commands."""

from __future__ import annotations

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call
from reportgen.cli.completion_scripts import SCRIPTS

DESCRIPTION = """\
In mã để cửa sổ lệnh tự điền lệnh, tùy chọn và tên báo cáo khi nhấn phím Tab.
Dòng đầu của mã nói cách cài."""

EXAMPLES = (
    ('eval "$(reportgen completion bash)"', "dùng ngay trong bash"),
    ("reportgen completion powershell | Out-String | Invoke-Expression", "dùng ngay trong PowerShell"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("shell", metavar="LOẠI", choices=tuple(SCRIPTS), help=", ".join(SCRIPTS))


def run(call: Call) -> Answer:
    """The script on standard output."""
    script = SCRIPTS[call.args.shell]
    return Answer(lines=(script.rstrip(),), data={"script": script})
