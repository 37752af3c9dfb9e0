"""``reportgen list``: the reports of a project, and how far each has come."""

from __future__ import annotations

import dataclasses

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call
from reportgen.cli.table import columns

DESCRIPTION = """\
Liệt kê các báo cáo của dự án: tên, loại, kỳ, ngày ban hành, tình trạng (thiếu số liệu, dự thảo,
đã chốt), số liệu còn thiếu, đã dựng hay chưa."""

EXAMPLES = (
    ("reportgen list", "xem mọi báo cáo của dự án"),
    ("reportgen list --json", "lấy danh sách cho chương trình khác"),
)

HEADINGS = ("TÊN", "LOẠI", "KỲ BÁO CÁO", "NGÀY BAN HÀNH", "TÌNH TRẠNG", "SỐ LIỆU", "VĂN BẢN")


def add_arguments(parser) -> None:
    """No options of its own."""


def run(call: Call) -> Answer:
    """One row a report. Faulty reports are rows too: the list itself does not fail."""
    from reportgen.cli.commands.build import misnamed
    from reportgen.listing import list_reports

    rows, strays = list_reports(call.project), tuple(misnamed(call))
    data = {"reports": [dataclasses.asdict(row) for row in rows]}
    if not rows:
        return Answer(talk=("thư mục data chưa có báo cáo nào; tạo mới: reportgen new --help",), findings=strays, data=data)
    cells = [(r.name, r.type, r.period, r.issue_date, r.state, r.figures, r.document) for r in rows]
    return Answer(lines=tuple(columns([HEADINGS, *cells])), findings=strays, data=data)
