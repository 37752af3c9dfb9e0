"""``reportgen fix``: mend the layout of any Word document, as far as a program safely can."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.answer import CLEAN, FINDINGS, Answer, Output
from reportgen.cli.call import Call
from reportgen.errors import ReportgenError, UsageError

if TYPE_CHECKING:
    from reportgen.checking.files import Source
    from reportgen.diagnostics import Finding
    from reportgen.mending import Mended, Options

DESCRIPTION = """\
Sửa thể thức, kỹ thuật trình bày của văn bản Word (.docx, .doc): lề, khổ giấy, phông, cỡ chữ, đậm nghiêng, căn lề, giãn dòng,
lùi đầu dòng, số trang, đường kẻ, dấu câu. Bản sửa ghi ra tệp TÊN.da-sua.docx; tệp gốc giữ nguyên.
Không bao giờ sửa con số, tên người, tên cơ quan, lời văn; chỗ nào không sửa thì kể ra cùng lý do.
Mã thoát: 0 không còn lỗi, 1 còn lỗi phải sửa tay, 2 gõ sai lệnh, 3 thiếu LibreOffice để đọc .doc, 4 có tệp không sửa được."""

EXAMPLES = (
    ("reportgen fix bao-cao.docx --thu", "xem trước sẽ sửa những gì, không ghi tệp"),
    ("reportgen fix bao-cao.docx", "sửa, kết quả ở bao-cao.da-sua.docx"),
    ("reportgen fix bao-cao.docx --theo-doi", "sửa thành các sửa đổi chờ duyệt (Track Changes) để xem từng chỗ trong Word"),
    ("reportgen fix bao-cao.docx --tru so.size,noi_nhan.item_size", "không sửa cỡ chữ của số, ký hiệu và nơi nhận"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("files", nargs="*", metavar="TỆP", help="tệp .docx hoặc .doc, thư mục, hoặc mẫu tên như *.docx")
    parser.add_argument("--thu", action="store_true", help="chỉ kể sẽ sửa những gì, không ghi tệp nào")
    parser.add_argument("--theo-doi", action="store_true", help="ghi thành sửa đổi theo dõi (Track Changes) để duyệt trong Word")
    parser.add_argument("--chi", metavar="MÃ,…", default="", help="chỉ sửa các quy tắc này (mã hoặc phần đầu của mã)")
    parser.add_argument("--tru", metavar="MÃ,…", default="", help="không sửa các quy tắc này")
    parser.add_argument("--viet-hoa", action="store_true", help="sửa cả chữ viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP")
    parser.add_argument("--the-thuc", metavar="MÃ", default="", help="sửa theo thể thức này, ví dụ nd30-2020 (mặc định: theo ngày ghi trên văn bản)")
    parser.add_argument(
        "--muc", choices=("bat-buoc", "thong-le", "tat-ca"), default="",
        help="bat-buoc: chỉ sửa lỗi; thong-le: cả cảnh báo (mặc định); tat-ca: cả lưu ý",
    )  # fmt: skip
    parser.add_argument("--out", metavar="NƠI-GHI", default="", help="tệp .docx hoặc thư mục ghi kết quả (mặc định: cạnh văn bản)")
    parser.add_argument("--tai-cho", action="store_true", help="sửa ngay tệp gốc; bản cũ giữ lại thành TÊN.ban-goc.docx")
    parser.add_argument("--force", action="store_true", help="ghi đè cả tệp kết quả đã có người sửa")


def run(call: Call) -> Answer:
    """Mend every document meant; one that cannot be read does not stop the others."""
    from reportgen.checking.files import base_of
    from reportgen.cli.commands.build import exit_code
    from reportgen.mending.telling import data_of, errors_left, lines_of

    options, documents = options_of(call), documents_of(call)
    base = base_of(documents)
    findings: list[Finding] = []
    files: list[Output] = []
    lines: list[str] = []
    codes: list[int] = []
    data: list[dict[str, object]] = []
    for position, source in enumerate(documents, 1):
        if len(documents) > 1:
            call.tell(f"[{position}/{len(documents)}] {source.shown}")
        try:
            mended, written = _mend(call, source, options, base)
        except ReportgenError as failure:
            findings += failure.findings
            codes.append(failure.exit_code)
            continue
        findings += mended.notes
        files += written
        lines += lines_of(mended) if not call.args.quiet else []
        lines += [line(file) for file in written]
        data.append(data_of(mended))
        codes.append(FINDINGS if errors_left(mended) else CLEAN)
    failed = len(documents) - len(data)
    code = exit_code(codes) if failed else (FINDINGS if FINDINGS in codes else CLEAN)
    return Answer(tuple(lines), (), tuple(findings), tuple(files), {"documents": data}, code)


def options_of(call: Call) -> Options:
    """How the documents are to be mended. UsageError KT03, KT24."""
    from reportgen.checking.regime import known_profile
    from reportgen.mending import Options

    args = call.args
    only, but = known_codes_of(args.chi, "--chi"), known_codes_of(args.tru, "--tru")
    return Options(known_profile(args.the_thuc), args.muc, only, but, args.theo_doi, args.viet_hoa)


def known_codes_of(typed: str, option: str) -> tuple[str, ...]:
    """The codes (or beginnings of codes) typed after an option. UsageError KT24 for one no rule begins with."""
    chosen = tuple(code for code in (word.strip() for word in typed.split(",")) if code)
    if not chosen:
        return ()
    from reportgen.checks.wording import checks
    from reportgen.codes import known_codes
    from reportgen.vietnamese.text import nearest

    known = {*known_codes(), *(check.code for check in checks())}
    for code in chosen:
        if not any(name.startswith(code) for name in known):
            close = nearest(code, known)
            hint = f"có phải «{close}»?" if close else "chép mã in trong kết quả reportgen check"
            raise UsageError.of("KT24", f"{option}: không có quy tắc nào có mã «{code}»", hint=hint)
    return chosen


def documents_of(call: Call) -> list[Source]:
    """The documents meant, without files this command wrote unless they are named. UsageError KT01, KT02, KT27."""
    from reportgen.checking.files import sources
    from reportgen.mending.writing import WORD, is_product

    args = call.args
    if not args.files:
        raise UsageError.of("KT27", "chưa ghi tệp cần sửa", hint="ví dụ: reportgen fix bao-cao.docx")
    if args.tai_cho and args.out:
        raise UsageError.of("KT27", "--tai-cho và --out không dùng cùng lúc", hint="bỏ một trong hai")
    named = {Path(word).as_posix() for word in args.files}
    found = [s for s in sources(args.files) if s.shown in named or not is_product(s.path.name)]
    if args.out.lower().endswith(WORD) and len(found) > 1:
        raise UsageError.of("KT27", "--out là một tệp thì chỉ sửa được một văn bản", hint="ghi tên thư mục sau --out")
    return found


def line(file: Output) -> str:
    """What became of one file."""
    return f"đã ghi {file.path}" if file.written else f"không đổi {file.path}"


def _mend(call: Call, source: Source, options: Options, base: Path) -> tuple[Mended, list[Output]]:
    from reportgen.mending import mend_file
    from reportgen.mending.writing import target_of, write_beside, write_in_place
    from reportgen.output import digest

    args = call.args
    mended = mend_file(source.path, options, source.shown)
    if args.thu or not mended.mends:
        return mended, []
    sha = digest(mended.content)
    if args.tai_cho:
        kept = write_in_place(source.path, mended)
        made = [Output(source.shown, sha)]
        return mended, [Output(kept.as_posix(), digest(kept.read_bytes())), *made] if kept else made
    target = target_of(source, mended.suffix, args.out, base)
    written = write_beside(target, mended, force=args.force)
    return mended, [Output(target.as_posix(), sha, written)]
