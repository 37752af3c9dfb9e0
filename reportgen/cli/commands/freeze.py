"""``reportgen freeze``: put the figures of an issued report on record."""

from __future__ import annotations

from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call

DESCRIPTION = """\
Chốt một báo cáo đã ban hành: ghi lại từng số liệu như đã in vào data/da-ban-hanh/TÊN.json.
Từ đó báo cáo các kỳ sau lấy số ở đây, và số nào bị sửa về sau thì chương trình báo.
Tệp Word trong output phải đúng với số liệu hiện nay, và không còn lỗi nào."""

EXAMPLES = (
    ("reportgen freeze thang-2-2020", "chốt báo cáo tháng 2/2020 sau khi ban hành"),
    ("reportgen freeze thang-1-2020 thang-2-2020", "chốt hai báo cáo"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("names", nargs="+", metavar="TÊN", help="tên báo cáo đã ban hành")


def run(call: Call) -> Answer:
    """Record every report named; one that fails does not stop the others."""
    from reportgen.cli.commands.build import exit_code
    from reportgen.errors import ReportgenError
    from reportgen.freezing import freeze

    findings, files, codes = [], [], []
    for name in dict.fromkeys(call.args.names):
        try:
            frozen = freeze(call.project, name)
        except ReportgenError as failure:
            findings += failure.findings
            codes.append(failure.exit_code)
        else:
            findings += frozen.findings
            files.append(Output(frozen.shown, frozen.sha256, frozen.written, frozen.name))
            codes.append(0)
    lines = tuple(f"{'đã chốt' if file.written else 'không đổi'} {file.path}" for file in files)
    return Answer(lines=lines, findings=tuple(findings), files=tuple(files), exit_code=exit_code(codes))
