"""``reportgen batch``: a document for every row of a workbook."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.answer import CLEAN, FINDINGS, PART_FAILED, Answer, Output
from reportgen.cli.call import Call
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.batch import Outcome, Progress, Wish

MOST_REMARKS, MOST_FAILURES = 20, 100
"""What is shown of a run; all of it stands in the summary and in the manifest."""

DESCRIPTION = """\
Dựng hàng loạt: mỗi dòng của bảng tính (hoặc mỗi bảng tính trong một thư mục) thành một văn bản.
Những điều các văn bản dùng chung (cơ quan, kỳ, ngày, người ký) ghi một lần ở data/hang-loat/LOẠI.yml.
Dòng nào có lỗi thì được báo kèm ô sai, các dòng khác vẫn dựng. Chạy lại chỉ dựng những gì thiếu hoặc đã đổi;
tệp đã có người sửa bằng Word thì được giữ nguyên, trừ khi thêm --force."""

EXAMPLES = (
    ("reportgen batch bao-cao-xa --data data/bao-cao-xa/xa.xlsx", "mỗi xã trong bảng tính một báo cáo, ở output/bao-cao-xa"),
    ('reportgen batch bao-cao-xa --data xa.xlsx --where "ho_ngheo > 50"', "chỉ các xã có hơn 50 hộ nghèo"),
    ('reportgen batch bao-cao-xa --data xa.xlsx --ten "{ten_xa}-{nam}" --zip', "đặt tên tệp theo mẫu, gói cả đợt vào gop.zip"),
    ("reportgen batch bao-cao-xa --data xa.xlsx --pdf", "in thêm bản PDF của từng văn bản"),
    ("reportgen batch bao-cao-xa-thon --data data/bao-cao-xa-thon/xa.xlsx", "mỗi xã một báo cáo có bảng các thôn của xã (bang_don_vi)"),
    ("reportgen batch bao-cao-xa --data tra-ve --out D:/bao-cao", "mỗi bảng tính trong thư mục tra-ve một báo cáo"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("type", metavar="LOẠI", help="loại văn bản: tên thư mục trong templates/")
    parser.add_argument("--data", metavar="TỆP", required=True, help="bảng tính có các dòng, hoặc thư mục các bảng tính gửi về")
    parser.add_argument("--chung", metavar="TÊN", default="", help="tệp chung trong data/hang-loat/ (mặc định: trùng tên loại)")
    parser.add_argument("--out", metavar="THƯ-MỤC", help="thư mục ghi kết quả (mặc định: output/TÊN)")
    parser.add_argument("--ten", metavar="MẪU", default="", help='mẫu tên tệp, ví dụ "bao-cao-{ten_xa}"')
    parser.add_argument("--where", metavar="ĐIỀU-KIỆN", action="append", default=[], help='chỉ dựng các dòng này: "ho_ngheo > 50"')
    parser.add_argument("--limit", metavar="SỐ", default="", help="chỉ dựng ngần ấy dòng đầu")
    parser.add_argument("--jobs", metavar="SỐ", default="", help="số tiến trình cùng làm (mặc định: số nhân của máy)")
    parser.add_argument("--cluster", metavar="ĐỊA-CHỈ", default="", help="làm trên cụm máy dask, ví dụ tcp://10.0.0.5:8786")
    parser.add_argument("--dung-lai", action="store_true", help="dựng lại tất cả, kể cả văn bản không đổi")
    parser.add_argument("--resume", action="store_true", help="chỉ dựng những gì thiếu hoặc đã đổi (mặc định là vậy)")
    parser.add_argument("--soat-het", action="store_true", help="soát thể thức từng văn bản (chậm), không chỉ văn bản mẫu")
    parser.add_argument("--pdf", action="store_true", help="in thêm bản PDF cạnh mỗi tệp Word và xem lại trang in (cần LibreOffice)")
    parser.add_argument("--pdf-a", action="store_true", help="như --pdf, kiểu PDF/A-2b để lưu trữ lâu dài")
    parser.add_argument("--gop", action="store_true", help="thêm gop.docx: cả đợt trong một tệp Word để in")
    parser.add_argument("--zip", action="store_true", help="thêm gop.zip: cả đợt trong một tệp nén")
    parser.add_argument("--force", action="store_true", help="ghi đè cả tệp đã có người sửa")


def run(call: Call) -> Answer:
    """Make the batch; 0 if every row became a document, 4 if some did, 1 if none did (or there was none)."""
    from reportgen.batch.running import run_batch
    from reportgen.cli.progress import ProgressLine

    wish = wish_of(call)
    if wish.pdf:
        from reportgen.pdf.engine import printer

        printer()  # said before anything is made
    with ProgressLine("văn bản", quiet=call.args.quiet or call.args.json) as line:
        outcome = run_batch(call.project, wish, _watcher(line) if line.active else None)
    good = outcome.made + outcome.kept
    code = FINDINGS if not good else PART_FAILED if outcome.failed else CLEAN
    remarks, failures = outcome.remarks, outcome.failures
    if not (call.args.json or call.args.verbose):
        remarks, failures = remarks[:MOST_REMARKS], failures[:MOST_FAILURES]
    return Answer(
        lines=tuple(f"{'đã ghi' if written else 'không đổi'} {path}" for path, _, written in outcome.files),
        talk=(*_cut(outcome, len(remarks), len(failures)), *tally_text(outcome)),
        findings=(*outcome.notes, *remarks, *failures),
        files=tuple(Output(path, sha256, written) for path, sha256, written in outcome.files),
        data={"folder": outcome.folder, "made": outcome.made, "kept": outcome.kept, "failed": outcome.failed},
        exit_code=code,
    )


def wish_of(call: Call) -> Wish:
    """What the command line asks for. UsageError LO42 for a number that is none."""
    from reportgen.batch import Wish
    from reportgen.workers import default_jobs

    args = call.args
    return Wish(
        type_key=args.type,
        data=_absolute(args.data),
        base=args.chung,
        out=_absolute(args.out) if args.out else None,
        name=args.ten,
        where=tuple(args.where),
        limit=_count("--limit", args.limit),
        jobs=_count("--jobs", args.jobs) or default_jobs(),
        cluster=args.cluster,
        resume=not args.dung_lai,
        force=args.force,
        judge_all=args.soat_het,
        joined=args.gop,
        zipped=args.zip,
        pdf=args.pdf or args.pdf_a,
        archive=args.pdf_a,
    )


def _cut(outcome: Outcome, remarks: int, failures: int) -> tuple[str, ...]:
    """That not all is shown, and where the rest is."""
    if len(outcome.failures) > failures:
        return (f"chỉ hiện {failures} lỗi đầu; đủ ở {outcome.folder}/tong-hop.xlsx, trang «Cần sửa»",)
    return (f"chỉ hiện {remarks} điểm cần xem đầu; đủ ở {outcome.folder}/tong-hop.xlsx",) if len(outcome.remarks) > remarks else ()


def tally_text(outcome: Outcome) -> tuple[str, ...]:
    """The last lines for people: how many were made, kept, failed, and where they are."""
    parts = [f"{outcome.made} văn bản mới dựng" if outcome.made else "", f"{outcome.kept} không đổi" if outcome.kept else ""]
    parts += [f"{outcome.failed} dòng có lỗi" if outcome.failed else ""]
    said = ", ".join(part for part in parts if part) or "không có dòng nào để dựng"
    return (f"{outcome.folder}: {said}",)


def _watcher(line) -> Callable[[Progress], None]:
    return lambda progress: line.show(progress.done, progress.total, progress.failed)


def _absolute(typed: str) -> Path:
    return Path(os.path.abspath(typed))


def _count(option: str, typed: str) -> int:
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed) < 1_000_000):
        raise UsageError.of("LO42", f"{option} phải là số nguyên từ 1 trở lên, không phải «{typed}»", hint=f"ví dụ: {option} 2")
    return int(typed)
