"""``reportgen check``: any official document against the regulation; one, several, or a folder of thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.cli.answer import CLEAN, FINDINGS, MISSING_TOOL, Answer
from reportgen.cli.call import Call
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.checking.files import Source
    from reportgen.checking.nouns import Checked, Options
    from reportgen.checking.tally import Tally
    from reportgen.checking.work import Task
    from reportgen.diagnostics import Finding

DESCRIPTION = """\
Kiểm tra thể thức và kỹ thuật trình bày của văn bản Word bất kỳ (.docx, .doc), không cần dự án.
Quy định được chọn theo ngày và cơ quan ghi trên văn bản: Nghị định 30/2020/NĐ-CP, Thông tư 01/2011/TT-BNV, hướng dẫn của
Văn phòng Trung ương Đảng, thể thức của Mặt trận. Tệp được kiểm không bao giờ bị sửa.
Mã thoát: 0 không có lỗi, 1 còn lỗi (cảnh báo không tính, trừ khi thêm --nghiem), 2 gõ sai lệnh, 3 thiếu LibreOffice để đọc .doc."""

EXAMPLES = (
    ("reportgen check bao-cao.docx", "kiểm một văn bản"),
    ("reportgen check bao-cao.docx --html --comments", "thêm trang xem lỗi và bản Word có nhận xét từng chỗ"),
    ("reportgen check van-ban/2026 --jobs 4 --tong-hop ket-qua.xlsx", "kiểm cả thư mục, ghi bảng tổng hợp"),
    ("reportgen check bao-cao.docx --muc tat-ca --so-lieu", "kiểm kỹ nhất, tính lại cả số liệu trong văn bản"),
)
SARIF_SUFFIXES = (".sarif", ".json")


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("files", nargs="*", metavar="TỆP", help="tệp .docx hoặc .doc, thư mục, hoặc mẫu tên như *.docx")
    parser.add_argument("--the-thuc", metavar="MÃ", default="", help="kiểm theo thể thức này, ví dụ nd30-2020 (mặc định: theo ngày ghi trên văn bản)")
    parser.add_argument(
        "--muc", choices=("bat-buoc", "thong-le", "tat-ca"), default="",
        help="bat-buoc: chỉ lỗi; thong-le: thêm cảnh báo (mặc định); tat-ca: thêm lưu ý",
    )  # fmt: skip
    parser.add_argument("--nghiem", action="store_true", help="cảnh báo cũng làm mã thoát là 1")
    parser.add_argument("--so-lieu", action="store_true", help="tính lại số liệu trong bảng và trong câu văn")
    parser.add_argument("--html", action="store_true", help="ghi trang TÊN.kiem-tra.html: lỗi đặt cạnh từng thành phần")
    parser.add_argument("--comments", action="store_true", help="ghi bản TÊN.nhan-xet.docx có nhận xét ở từng chỗ")
    parser.add_argument("--sarif", nargs="?", const="-", metavar="TỆP", help="ghi kết quả dạng SARIF 2.1.0 (không ghi tên tệp thì in ra)")
    parser.add_argument("--tong-hop", metavar="TỆP", help="ghi bảng tổng hợp .xlsx hoặc .json: từng tệp, lỗi hay gặp nhất")
    parser.add_argument("--out", metavar="THƯ-MỤC", help="thư mục ghi các tệp kết quả (mặc định: cạnh văn bản)")
    parser.add_argument("--jobs", metavar="SỐ", type=int, default=0, help="số tiến trình chạy cùng lúc (mặc định: theo số lõi của máy)")
    parser.add_argument("--force", action="store_true", help="ghi đè cả tệp kết quả đã có người sửa")


def run(call: Call) -> Answer:
    """Check every document meant; a broken one never stops the others."""
    from reportgen.checking.files import sources
    from reportgen.checking.tally import Tally
    from reportgen.checking.work import Task
    from reportgen.cli.check_outputs import FULL_UP_TO, Outputs, plan
    from reportgen.noun import replace

    options = options_of(call)
    _mend_sarif(call.args)
    if not call.args.files:
        raise UsageError.of("KT06", "chưa ghi tệp hay thư mục cần kiểm", hint="ví dụ: reportgen check bao-cao.docx")
    documents = sources(call.args.files)
    _settings_read(documents)
    options = replace(options, foreseen=len(documents) <= FULL_UP_TO and not call.args.json)
    chosen = plan(call.args, documents)
    with Tally() as tally, Outputs(call, chosen, tally, len(documents)) as outputs:
        for source, checked in zip(documents, _outcomes(call, [Task(s, options) for s in documents]), strict=True):
            tally.add(checked)
            outputs.take(source, checked)
        return outputs.answer(exit_code(tally, call.args.nghiem))


def options_of(call: Call) -> Options:
    """How the documents are to be checked. UsageError KT03, KT06."""
    from reportgen.checking.nouns import Options
    from reportgen.checking.regime import known_profile

    args = call.args
    if args.jobs < 0:
        raise UsageError.of("KT06", f"--jobs nhận số từ 1 trở lên, không nhận {args.jobs}", hint="ví dụ: --jobs 2")
    return Options(known_profile(args.the_thuc), args.muc, args.so_lieu, drawn=args.html, marked=args.comments)


def exit_code(tally: Tally, strict: bool) -> int:
    """1 if an error stands open (``strict``: or a warning), 3 if all that is wrong is a missing LibreOffice, else 0."""
    from reportgen.checking.nouns import NO_TOOL

    missing = tally.states[NO_TOOL]
    if tally.failed > missing or (strict and tally.warned):
        return FINDINGS
    return MISSING_TOOL if missing else CLEAN


def _mend_sarif(args) -> None:
    """«--sarif a.docx»: the word after it is a document, for no log is called that."""
    if args.sarif and args.sarif != "-" and not args.sarif.lower().endswith(SARIF_SUFFIXES):
        args.files, args.sarif = [args.sarif, *args.files], "-"


def _outcomes(call: Call, tasks: list[Task]) -> Iterator[Checked]:
    """The outcomes in order, with as many hands as asked for; few documents need only one."""
    from reportgen.checking.crew import outcomes
    from reportgen.workers import default_jobs

    return outcomes(tasks, call.args.jobs or (default_jobs() if len(tasks) >= MANY else 1))


def _settings_read(documents: list[Source]) -> None:
    """Faults of the settings above the documents are told before anything is checked. DataError with all of them."""
    from reportgen.checking.acceptance import settings_for
    from reportgen.errors import DataError, collecting

    faults: list[Finding] = []
    for source in {source.path.absolute().parent: source for source in documents}.values():
        with collecting(faults):
            settings_for(source.path.absolute())
    if faults:
        raise DataError(faults)


MANY = 20
"""From so many documents on a second process is worth its start."""


