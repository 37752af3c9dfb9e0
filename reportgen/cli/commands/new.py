"""``reportgen new``: the next period's report from one that is there."""

from __future__ import annotations

from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call

DESCRIPTION = """\
Tạo báo cáo kỳ mới từ một báo cáo đã có: chép lời văn, chuyển kỳ báo cáo, bỏ trống mọi số liệu,
ngày ban hành và số văn bản. Bảng tính đi kèm không được chép: số liệu cũ không theo sang kỳ mới."""

EXAMPLES = (
    ("reportgen new thang-3-2020 --from thang-2-2020", "tạo báo cáo tháng sau"),
    ("reportgen new --from thang-2-2020", "như trên, tên đặt theo kỳ"),
    ("reportgen new thang-5-2020 --from thang-2-2020 --ky \"tháng 5/2020\"", "tạo báo cáo cho một kỳ nêu rõ"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("name", nargs="?", metavar="TÊN", help="tên báo cáo mới (bỏ trống: đặt theo kỳ báo cáo)")
    parser.add_argument("--from", dest="source", metavar="TÊN-CŨ", required=True, help="báo cáo đã có để làm theo")
    parser.add_argument("--ky", metavar="KỲ", help="kỳ báo cáo mới, ví dụ «tháng 3/2020» (mặc định: kỳ liền sau)")


def run(call: Call) -> Answer:
    """Copy, empty, move on; then say what is left to do."""
    from reportgen.scaffold import new_report

    made = new_report(call.project, call.args.name, call.args.source, call.args.ky)
    files = tuple(Output(f.shown, f.sha256, name=made.name) for f in made.files)
    return Answer(
        lines=tuple(f"đã ghi {f.path}" for f in files),
        talk=(*made.notes, f"điền số liệu vào {files[0].path}, rồi: reportgen build {made.name}"),
        files=files,
        data={"name": made.name, "period": made.period, "notes": list(made.notes)},
    )
