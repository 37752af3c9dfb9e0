"""``reportgen build``: figures in, documents out; nothing is written for a report with an open error."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.answer import CLEAN, FINDINGS, PART_FAILED, Answer, Output
from reportgen.cli.call import Call
from reportgen.diagnostics import Finding
from reportgen.errors import ReportgenError, UsageError

if TYPE_CHECKING:
    from reportgen.build import Built
    from reportgen.drafting import Drafting

MANY = 8
"""Reports from which on several LibreOffices start faster than one works."""

DESCRIPTION = """\
Dựng văn bản Word (.docx) từ số liệu trong data/TÊN.yml và mẫu trong templates/.
Mọi lỗi được kể ra cùng lúc; báo cáo còn lỗi thì không ghi tệp nào.
Tệp đã dựng mà có người sửa bằng Word sau đó thì được giữ nguyên, trừ khi thêm --force."""

EXAMPLES = (
    ("reportgen build thang-2-2020", "dựng một báo cáo, kết quả ở output/thang-2-2020.docx"),
    ("reportgen build thang-2-2020 thang-3-2020 --out D:/van-ban", "dựng hai báo cáo vào thư mục khác"),
    ("reportgen build --all", "dựng mọi báo cáo của dự án"),
    ("reportgen build thang-2-2020 --pdf", "dựng, in thêm bản PDF và xem lại từng trang (cần LibreOffice)"),
    ("reportgen build thang-2-2020 --du-thao", "dựng bản dự thảo khi còn thiếu số: output/thang-2-2020.du-thao.docx"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("names", nargs="*", metavar="TÊN", help="tên báo cáo: tên tệp trong data/ không có đuôi .yml")
    parser.add_argument("--all", action="store_true", help="dựng mọi báo cáo trong data/")
    parser.add_argument("--loai", metavar="LOẠI", help="dùng loại văn bản (thư mục trong templates/) khác với tệp dữ liệu")
    parser.add_argument(
        "--du-thao", action="store_true", help="dựng bản dự thảo: số còn thiếu, chưa chắc in trên nền vàng; tệp TÊN.du-thao.docx"
    )
    parser.add_argument("--chim", action="store_true", help="thêm chữ chìm «DỰ THẢO» trên mọi trang của bản dự thảo")
    parser.add_argument("--lan", metavar="SỐ", default="", help="bản dự thảo lần thứ mấy, in trong dấu dự thảo")
    parser.add_argument("--pdf", action="store_true", help="in thêm bản PDF cạnh tệp Word (cần LibreOffice)")
    parser.add_argument("--pdf-a", action="store_true", help="như --pdf, kiểu PDF/A-2b để lưu trữ lâu dài")
    parser.add_argument("--force", action="store_true", help="ghi đè cả tệp đã có người sửa")
    parser.add_argument("--out", metavar="THƯ-MỤC", help="thư mục ghi kết quả (mặc định: output/)")


def run(call: Call) -> Answer:
    """Build every report named; one that fails does not stop the others."""
    names, drafting = chosen_names(call), drafting_of(call)
    wants_pdf = call.args.pdf or call.args.pdf_a
    if wants_pdf:
        _refuse_without_printer()
    findings = misnamed(call) if call.args.all else []
    files: list[Output] = []
    codes: list[int] = []
    made: list[Built] = []
    for position, name in enumerate(names, 1):
        if len(names) > 1:
            call.tell(f"[{position}/{len(names)}] {name}")
        try:
            built = _build(call, name, drafting)
        except ReportgenError as failure:
            findings += failure.findings
            codes.append(failure.exit_code)
        else:
            findings += built.findings
            files.append(Output(built.shown, _sha256(built.path), built.written, built.name))
            codes.append(CLEAN)
            made.append(built)
    pages = _print(call, made, files, findings, codes) if wants_pdf else _old_papers(made, findings)
    return Answer(
        lines=tuple(line(file) + pages.get(file.path, "") for file in files),
        findings=tuple(findings),
        files=tuple(files),
        exit_code=exit_code(codes),
        talk=_tally(codes[: len(names)]),
    )


def _refuse_without_printer() -> None:
    """Say that LibreOffice is missing before anything is built."""
    from reportgen.pdf.engine import printer

    printer()


def _print(call: Call, built: list[Built], files: list[Output], findings: list[Finding], codes: list[int]) -> dict[str, str]:
    """Print what was built; the PDFs join ``files``, what is wrong with them ``findings`` and ``codes``. How many pages each has."""
    from reportgen.printing import Sheet, print_files
    from reportgen.workers import default_jobs

    sheets = [Sheet(one.path, one.shown, one.profile) for one in built]
    jobs = default_jobs() if len(sheets) >= MANY else 1
    pages: dict[str, str] = {}
    for sheet, made in zip(sheets, print_files(sheets, archive=call.args.pdf_a, force=call.args.force, jobs=jobs), strict=True):
        findings += made.findings
        if isinstance(made, ReportgenError):
            codes.append(made.exit_code)
        else:
            files.append(Output(made.shown, _sha256(made.path), made.written, sheet.path.stem))
            pages[made.shown] = f" ({made.pages} trang)"
    return pages


def _old_papers(built: list[Built], findings: list[Finding]) -> dict[str, str]:
    """Warnings for PDFs of an earlier build that stand beside the new documents: whoever sends them sends old figures."""
    from reportgen.diagnostics import Place, warning

    for one in built:
        if _has_old_paper(one.path):
            shown = f"{one.shown.removesuffix('.docx')}.pdf"
            hint = "thêm --pdf để in lại, hoặc xóa bản PDF ấy"
            findings.append(warning("PDF03", "bản PDF này in từ bản Word trước, số liệu có thể đã cũ", Place(shown), hint=hint))
    return {}


def _has_old_paper(word: Path) -> bool:
    """Whether the PDF beside a document is older than the document."""
    try:
        return word.with_suffix(".pdf").stat().st_mtime_ns < word.stat().st_mtime_ns
    except OSError:
        return False  # there is none


def chosen_names(call: Call) -> list[str]:
    """The names to build, each once. UsageError LE04 if there are none, or both names and ``--all``."""
    names = list(dict.fromkeys(call.args.names))
    if call.args.all == bool(names):
        known = ", ".join(call.project.report_names()[:5])
        message = "đã có --all thì không ghi thêm tên báo cáo" if names else "chưa ghi tên báo cáo cần dựng"
        hint = f"ví dụ: reportgen build {known.split(', ')[0]}" if known else "tạo báo cáo mới: reportgen new --help"
        raise UsageError.of("LE04", message, hint=hint + (f" (đang có: {known})" if known else ""))
    if call.args.all and not (names := call.project.report_names()):
        raise UsageError.of("LE04", "thư mục data chưa có báo cáo nào", hint="tạo báo cáo mới: reportgen new --help")
    return names


def misnamed(call: Call) -> list[Finding]:
    """Warnings LE01 for files of ``data`` that nobody reads because of their ending."""
    from reportgen.diagnostics import Place, warning

    hint = "đổi đuôi tệp thành .yml nếu là báo cáo"
    shown = [call.project.shown(path) for path in call.project.misnamed()]
    return [warning("LE01", "tệp này không được đọc vì không có đuôi .yml", Place(name), hint=hint) for name in shown]


def drafting_of(call: Call) -> Drafting | None:
    """How a draft is wanted, None for a final document. UsageError LE43 for options only a draft has."""
    args = call.args
    if not args.du_thao and (args.chim or args.lan):
        option = "--chim" if args.chim else "--lan"
        raise UsageError.of("LE43", f"{option} chỉ dùng cho bản dự thảo", hint="thêm --du-thao")
    if args.lan and not re.fullmatch(r"[1-9]\d?", args.lan, re.ASCII):
        raise UsageError.of("LE43", f"lần dự thảo «{args.lan}» không phải là số từ 1 đến 99", hint="ví dụ: --du-thao --lan 2")
    if not args.du_thao:
        return None
    from reportgen.drafting import Drafting

    return Drafting(args.chim, int(args.lan or 0))


def exit_code(codes: list[int]) -> int:
    """0 if all were built, 4 if only some were; otherwise the failures' own code where they agree, else 1."""
    if CLEAN in codes:
        return CLEAN if set(codes) == {CLEAN} else PART_FAILED
    return codes[0] if len(set(codes)) == 1 else FINDINGS


def line(file: Output) -> str:
    """What became of one file."""
    return f"đã ghi {file.path}" if file.written else f"không đổi {file.path}"


def _build(call: Call, name: str, drafting: Drafting | None):
    from reportgen.build import build

    args = call.args
    out = Path(os.path.abspath(args.out)) if args.out else None
    return build(call.project, name, type_key=args.loai, out=out, force=args.force, drafting=drafting)


def _sha256(path: Path) -> str:
    from reportgen.output import digest

    return digest(path.read_bytes())


def _tally(codes: list[int]) -> tuple[str, ...]:
    if len(codes) < 2:
        return ()
    good = codes.count(CLEAN)
    return (f"{good}/{len(codes)} báo cáo dựng được",)
