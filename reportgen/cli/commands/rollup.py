"""``reportgen rollup``: returned workbooks in, the district's table and a reconciliation workbook out."""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.cli.answer import CLEAN, FINDINGS, Answer, Output
from reportgen.cli.call import Call

DESCRIPTION = """\
Tổng hợp các biểu Excel đơn vị gửi về (.xlsx, .xls, .ods, .csv) thành bảng của cấp trên, kèm một tệp đối chiếu:
đơn vị nào chưa gửi, ô nào đã sửa, chỗ nào không nhận và vì sao, số nào lệch nhiều so với kỳ trước.
Không đoán số: chỗ nào không chắc thì không nhận và nói rõ cách xử lý. Một tệp hỏng không ảnh hưởng các tệp khác.
Hai tệp kết quả được ghi cùng nhau: một tệp không ghi được (đã có người sửa, đang mở) thì không ghi tệp nào.
Mã thoát 0 khi đủ mọi đơn vị và không có gì bị từ chối, 1 khi chưa đủ."""

EXAMPLES = (
    (
        'reportgen rollup D:/bieu-xa chi_tieu_xa/ke-hoach-giam-ngheo-huyen --ky "năm 2019"',
        "tổng hợp các biểu trong thư mục, kết quả ở output/tong-hop/",
    ),
    (
        'reportgen rollup D:/bieu-xa chi_tieu_xa/ke-hoach-giam-ngheo-huyen --ky "năm 2019" --ky-truoc data/ke-hoach-2018/xa.xlsx',
        "như trên, so với bảng kỳ trước",
    ),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("folder", metavar="THƯ-MỤC", help="thư mục chứa các biểu gửi về (kể cả thư mục con)")
    parser.add_argument("subject", metavar="BẢNG/LOẠI", help="tên bảng và loại văn bản khai bảng đó")
    parser.add_argument("--ky", metavar="KỲ", default="", help="kỳ báo cáo: «năm 2019», «tháng 2/2020», «quý I/2020»")
    parser.add_argument("--don-vi", metavar="TÊN", default="", help="danh sách đơn vị: tên tệp trong data/don-vi/ (mặc định: tệp duy nhất)")
    parser.add_argument("--ky-truoc", metavar="TỆP", help="bảng tổng hợp kỳ trước để so (mặc định: kết quả tổng hợp kỳ trước nếu có)")
    parser.add_argument("--nguong", metavar="%", type=int, default=50, help="lệch quá bao nhiêu phần trăm so với kỳ trước thì nêu ra (50)")
    parser.add_argument("--out", metavar="TỆP", help="tệp .xlsx của bảng tổng hợp; tệp đối chiếu ghi cạnh đó")
    parser.add_argument("--jobs", metavar="SỐ", type=int, default=0, help="số tiến trình cùng đọc (mặc định: ít biểu thì 1, nhiều thì số nhân của máy)")
    parser.add_argument("--force", action="store_true", help="ghi đè cả tệp đã có người sửa")


def run(call: Call) -> Answer:
    """Write both workbooks or neither; what was missing, refused or not written is said and ends with another code than 0."""
    from reportgen.cli.progress import ProgressLine
    from reportgen.returns.reconciliation import summary
    from reportgen.returns.story import Wanted, roll_up_folder

    args = call.args
    out = Path(os.path.abspath(args.out)) if args.out else None
    former = Path(os.path.abspath(args.ky_truoc)) if args.ky_truoc else None
    wanted = Wanted(args.subject, args.ky, args.don_vi, args.nguong, args.force, args.jobs)
    with ProgressLine("tệp", quiet=args.quiet or args.json) as line:
        done = roll_up_folder(call.project, wanted, Path(os.path.abspath(args.folder)), out, former, line.show)
    files = tuple(Output(file.shown, file.sha256, file.written) for file in done.files)
    lines = tuple(f"{'đã ghi' if f.written else 'không đổi'} {f.path}" for f in files)
    counts = summary(done.rolled)
    return Answer(
        lines=lines,
        talk=tuple(f"{words}: {count}" + (f" ({note})" if note and count else "") for words, count, note in counts),
        findings=done.findings,
        files=files,
        data={"summary": {words: count for words, count, _ in counts}, "missing": list(done.rolled.missing)},
        exit_code=done.exit_code or (CLEAN if done.rolled.is_complete else FINDINGS),
    )
