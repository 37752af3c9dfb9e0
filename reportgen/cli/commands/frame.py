"""``reportgen frame``: Word frames made from the layout profiles."""

from __future__ import annotations

from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call

DESCRIPTION = """\
Tạo khung Word (phần đầu, phần cuối, lề, kiểu chữ) theo thể thức, ghi vào templates/khung/: khung chung, và khung riêng
cho các kiểu văn bản của dự án (công văn, quyết định, biên bản, đề mục «I.» …).
Khung là tệp Word bình thường: cơ quan mở ra sửa được. Khung đã có người sửa thì được giữ nguyên,
trừ khi thêm --force."""

EXAMPLES = (
    ("reportgen frame", "tạo khung theo thể thức hiện hành của các cơ quan trong dự án"),
    ("reportgen frame --the-thuc nd30-2020 --force", "tạo lại khung theo Nghị định 30, bỏ các sửa đổi trong Word"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("--the-thuc", metavar="MÃ", help="chỉ một thể thức, ví dụ nd30-2020 (mặc định: thể thức hiện hành của các cơ quan)")
    parser.add_argument("--force", action="store_true", help="ghi đè cả khung đã có người sửa")


def run(call: Call) -> Answer:
    """Write the frames of all profiles, or of one."""
    from reportgen.scaffold import write_frames

    made = write_frames(call.project, call.args.the_thuc, force=call.args.force)
    files = tuple(Output(f.shown, f.sha256, f.written) for f in made)
    return Answer(
        lines=tuple(f"{'đã ghi' if f.written else 'không đổi'} {f.path}" for f in files),
        files=files,
    )
