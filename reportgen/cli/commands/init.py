"""``reportgen init``: a project of one's own, whose first build succeeds."""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call
from reportgen.errors import UsageError

DESCRIPTION = """\
Tạo một dự án mới: thông tin cơ quan, khung Word, một loại báo cáo mẫu và một báo cáo mẫu dựng được ngay.
Thiếu thông tin nào thì hỏi lần lượt từng câu; chạy không có bàn phím thì phải ghi đủ các tùy chọn."""

EXAMPLES = (
    ("reportgen init bao-cao-so", "tạo dự án trong thư mục bao-cao-so, trả lời vài câu hỏi"),
    (
        (
            'reportgen init bao-cao-so --co-quan "Sở Tài chính" --co-quan-chu-quan "UBND tỉnh Hà Tĩnh" --ky-hieu STC '
            '--dia-danh "Hà Tĩnh" --chuc-vu "Giám đốc"'
        ),
        "tạo dự án, không hỏi gì",
    ),
)

# option, question, needed, default offered when asking
QUESTIONS = (
    ("co_quan", "Tên cơ quan (ví dụ: Sở Tài chính)", True, ""),
    ("co_quan_chu_quan", "Cơ quan chủ quản, để trống nếu không có (ví dụ: UBND tỉnh Hà Tĩnh)", False, ""),
    ("ky_hieu", "Ký hiệu cơ quan (ví dụ: STC)", True, ""),
    ("dia_danh", "Địa danh trước ngày tháng (ví dụ: Hà Tĩnh)", True, ""),
    ("chuc_vu", "Chức vụ người ký", True, "Giám đốc"),
    ("nguoi_ky", "Họ tên người ký, để trống nếu chưa biết", False, ""),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("folder", metavar="THƯ-MỤC", help="thư mục của dự án, chưa có hoặc còn trống")
    parser.add_argument("--co-quan", metavar="TÊN", help="tên cơ quan ban hành, viết thường")
    parser.add_argument("--co-quan-chu-quan", metavar="TÊN", help="cơ quan cấp trên trực tiếp, nếu có")
    parser.add_argument("--ky-hieu", metavar="CHỮ", help="chữ viết tắt của cơ quan trong số, ký hiệu")
    parser.add_argument("--dia-danh", metavar="TÊN", help="địa danh đứng trước ngày tháng")
    parser.add_argument("--chuc-vu", metavar="CHỨC-VỤ", help="chức vụ người ký")
    parser.add_argument("--nguoi-ky", metavar="HỌ-TÊN", help="họ tên người ký; không có thì chừa trống")


def run(call: Call) -> Answer:
    """Ask what is missing, write the project, say what to type next."""
    from reportgen.clock import today
    from reportgen.scaffold import AgencyAnswers, check_new_folder, init_project

    folder = Path(os.path.abspath(call.args.folder))
    check_new_folder(folder)
    answers = AgencyAnswers(**collected(call))
    made = init_project(folder, answers, today())
    files = tuple(Output(f.shown, f.sha256) for f in made.files)
    steps = (
        f"đã tạo dự án trong {call.args.folder}",
        f"bước tiếp: cd {typed(call.args.folder)}",
        f"           reportgen build {made.name}",
        f"số liệu trong data/{made.name}.yml là số mẫu: thay bằng số thật trước khi dùng; đọc thêm HUONG-DAN.md",
    )
    return Answer(
        lines=tuple(f"đã ghi {f.path}" for f in files), talk=steps, files=files, data={"name": made.name}
    )


def typed(folder: str) -> str:
    """A folder as it must be typed on a command line."""
    return f'"{folder}"' if " " in folder else folder


def collected(call: Call) -> dict[str, str]:
    """Every answer, from options or the keyboard. UsageError LE20 naming all options still missing."""
    answers: dict[str, str] = {}
    missing: list[str] = []
    for key, question, needed, default in QUESTIONS:
        typed = getattr(call.args, key)
        if typed is None and call.can_ask:
            typed = _asked(call, question, needed, default)
        if needed and not (typed or "").strip():
            missing.append("--" + key.replace("_", "-"))
        answers[key] = (typed or "").strip()
    if missing:
        raise UsageError.of(
            "LE20",
            f"thiếu thông tin để tạo dự án: {', '.join(missing)}",
            hint="ghi thêm các tùy chọn đó; xem ví dụ: reportgen init --help",
        )
    return answers


def _asked(call: Call, question: str, needed: bool, default: str) -> str:
    answer = call.ask(question, default)
    if needed and not answer:
        answer = call.ask(f"{question}, không để trống được", default)
    return answer
