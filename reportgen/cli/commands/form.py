"""``reportgen form``: blank workbooks for the units to fill in."""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.cli.answer import Answer, Output
from reportgen.cli.call import Call

DESCRIPTION = """\
Tạo biểu mẫu Excel trống để các đơn vị điền số liệu rồi gửi lại, mỗi đơn vị một tệp.
Cột lấy từ khai báo của bảng; ô nhập được kiểm tra khi gõ, ô tính sẵn công thức, các ô khác khóa.
Các đơn vị khai ở data/don-vi/. Tệp gửi về thì tổng hợp bằng: reportgen rollup"""

EXAMPLES = (
    (
        'reportgen form chi_tieu_xa/ke-hoach-giam-ngheo-huyen --ky "năm 2019"',
        "tạo biểu cho mọi xã, vào output/bieu-mau/chi-tieu-xa.nam-2019/",
    ),
    (
        'reportgen form chi_tieu_xa/ke-hoach-giam-ngheo-huyen --ky "năm 2019" --zip',
        "như trên, nén thành một tệp .zip để gửi",
    ),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("subject", metavar="BẢNG/LOẠI", help="tên bảng và loại văn bản khai bảng đó; loại chỉ có một bảng thì ghi tên loại")
    parser.add_argument("--ky", metavar="KỲ", default="", help="kỳ báo cáo: «năm 2019», «tháng 2/2020», «quý I/2020»")
    parser.add_argument("--don-vi", metavar="TÊN", default="", help="danh sách đơn vị: tên tệp trong data/don-vi/ (mặc định: tệp duy nhất)")
    parser.add_argument("--rieng", metavar="MÃ", nargs="+", default=[], help="chỉ tạo cho các đơn vị có mã này")
    parser.add_argument("--han", metavar="NGÀY", default="", help="hạn gửi, in ở biểu: 10/01/2020")
    parser.add_argument("--zip", action="store_true", help="nén tất cả thành một tệp .zip")
    parser.add_argument("--out", metavar="THƯ-MỤC", help="thư mục ghi kết quả (mặc định: output/bieu-mau/)")
    parser.add_argument("--force", action="store_true", help="ghi đè cả biểu đã có người điền")


def run(call: Call) -> Answer:
    """Write the forms; nothing if the declaration has a fault."""
    from reportgen.noun import replace
    from reportgen.returns.forms import write_forms, write_zip
    from reportgen.returns.subject import find_subject

    args, project = call.args, call.project
    subject = replace(find_subject(project, args.subject, args.ky, args.don_vi, "form"), deadline=_deadline(args.han))
    folder = Path(os.path.abspath(args.out)) if args.out else project.output / "bieu-mau"
    if args.zip:
        path = folder / f"{subject.name}.zip"
        made = [write_zip(subject, args.rieng, path, project.shown(path))]
    else:
        inner = folder / subject.name
        made = list(write_forms(subject, args.rieng, inner, project.shown(inner), args.force))
    files = tuple(Output(project.shown(f.path), f.sha256, f.written) for f in made)
    lines = tuple(f"{'đã ghi' if f.written else 'không đổi'} {f.path}" for f in files)
    count = len(args.rieng) or len(subject.due)
    return Answer(lines=lines, files=files, talk=(f"{count} biểu mẫu, {subject.period}, {subject.units.label}",))


def _deadline(typed: str) -> str:
    """The day as the form prints it. UsageError TH04."""
    from reportgen.errors import UsageError
    from reportgen.vietnamese.dates import DateError, read_day, slash_date

    if not typed:
        return ""
    try:
        return slash_date(read_day(typed))
    except DateError as fault:
        raise UsageError.of("TH04", f"--han: {fault.message}", hint="ví dụ: --han 10/01/2020") from None
