"""``reportgen watch``: build again after every save."""

from __future__ import annotations

import sys

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call

DESCRIPTION = """\
Dựng lại báo cáo mỗi khi một tệp của nó được lưu: số liệu, bảng tính, lời văn, khung Word.
Còn lỗi thì kể ra và giữ nguyên tệp Word dựng lần trước. Bấm Ctrl+C để dừng."""

EXAMPLES = (
    ("reportgen watch thang-2-2020", "theo dõi và dựng lại báo cáo"),
    ("reportgen watch thang-2-2020 --out D:/van-ban", "ghi kết quả vào thư mục khác"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("name", metavar="TÊN", help="tên báo cáo: tên tệp trong data/ không có đuôi .yml")
    parser.add_argument("--out", metavar="THƯ-MỤC", help="thư mục ghi kết quả (mặc định: output/)")


def run(call: Call) -> Answer:
    """Build now and after every save until Ctrl+C."""
    import os
    import threading
    from pathlib import Path

    from reportgen.preview.files import named, state_of
    from reportgen.preview.session import HELD, saves

    project, name = call.project, call.args.name
    out = Path(os.path.abspath(call.args.out)) if call.args.out else None
    held = False
    try:
        for files in saves(lambda: state_of(project, name), threading.Event(), lambda: held):
            if files:
                print(f"đã lưu {named(project, files)}", flush=True)
            held = bool(HELD & _build(call, name, out))
    except KeyboardInterrupt:
        pass
    return Answer(talk=("Đã dừng theo dõi.",))


def _build(call: Call, name: str, out) -> set[str]:
    """Build once and tell what came of it; the codes of what stood against it. UsageError for a name there is not."""
    from reportgen.build import build
    from reportgen.cli.console import wants_colour, width_of
    from reportgen.cli.findings_text import blocks
    from reportgen.errors import DataError

    try:
        built = build(call.project, name, out=out)
    except DataError as failure:
        findings, line = failure.findings, "còn lỗi, giữ nguyên tệp cũ"
    else:
        findings, line = built.findings, f"{'đã ghi' if built.written else 'không đổi'} {built.shown}"
    look = {"colour": wants_colour(sys.stderr), "width": width_of(sys.stderr)}
    for text in blocks(findings, call.project.root, quiet=call.args.quiet, verbose=call.args.verbose, **look):
        print(text, file=sys.stderr)
    print(line, flush=True)
    return {finding.code for finding in findings if finding.blocks}
