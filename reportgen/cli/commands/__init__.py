"""The commands: a name, one line for the overview, and the module that does it (imported only when it runs).

A command's module has ``DESCRIPTION`` (what it does, for its help), ``EXAMPLES`` (two or more pairs of command line
and meaning), ``add_arguments(parser)`` and ``run(call) -> Answer``.
"""

from __future__ import annotations

from reportgen.noun import noun


@noun
class Command:
    """One row of the overview. ``hidden`` commands serve the shell, not people."""

    name: str
    summary: str
    hidden: bool = False

    @property
    def module(self) -> str:
        """Where it is done."""
        return "reportgen.cli.commands." + self.name.lstrip("_")


COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("build", "dựng văn bản Word từ số liệu"),
        Command("batch", "dựng hàng loạt: mỗi dòng của bảng tính một văn bản"),
        Command("check", "kiểm tra thể thức của văn bản Word bất kỳ"),
        Command("fix", "sửa thể thức của văn bản Word bất kỳ"),
        Command("form", "tạo biểu mẫu Excel cho các đơn vị điền"),
        Command("rollup", "tổng hợp các biểu Excel đơn vị gửi về"),
        Command("preview", "xem trước trong trình duyệt, tự đổi theo khi lưu tệp"),
        Command("watch", "dựng lại mỗi khi một tệp của báo cáo được lưu"),
        Command("list", "liệt kê các báo cáo và tình trạng của chúng"),
        Command("freeze", "chốt số liệu của báo cáo đã ban hành"),
        Command("new", "tạo báo cáo kỳ mới từ một báo cáo đã có"),
        Command("init", "tạo dự án mới cho một cơ quan"),
        Command("frame", "tạo khung Word theo thể thức đã quy định"),
        Command("schema", "ghi tệp gợi ý cho trình soạn thảo (JSON Schema)"),
        Command("explain", "giải thích một số liệu, một mã lỗi hay một quy tắc"),
        Command("doctor", "kiểm tra máy tính đã đủ điều kiện chưa"),
        Command("completion", "in mã tự điền lệnh cho bash, zsh, fish, powershell"),
        Command("__names", "in các tên để tự điền", hidden=True),
    )
}


def shown_commands() -> list[Command]:
    """The commands people may use, in the order of the overview."""
    return [command for command in COMMANDS.values() if not command.hidden]
