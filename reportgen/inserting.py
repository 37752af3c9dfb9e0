"""Pictures and sub-documents a report declares for its ``mau.docx``: found, read, guarded.

They stand beside the report's other files (``data/<tên>/``) and nowhere else. A page with one of them takes docxtpl's full
render, some fifty times slower, and the build says so (MAU70): batches of such pages are for small numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from reportgen.context import TERMS
from reportgen.diagnostics import Finding, Place, Severity, error, warning
from reportgen.docx.word_template import DOCUMENT
from reportgen.docx.word_template.full import PICTURE, Insert
from reportgen.errors import DataError
from reportgen.report import Report
from reportgen.template import Template

LARGEST = 20_000_000
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
DOCUMENTS = (".docx",)


def inserts_of(report: Report, folder: Path, taken: Iterable[str]) -> list[Insert]:
    """Every picture and document of the report with its bytes; ``folder``: the report's own; ``taken``: names in use.

    DataError with every fault: MAU71 not there, too large or of a kind that is not set in; MAU74 a name already taken.
    """
    findings: list[Finding] = []
    found = []
    names = set(taken)
    for name, kind, file, width, place in _declared(report):
        if name in TERMS or name in names:
            findings.append(error("MAU74", f"tên «{name}» đã có nghĩa khác", place, found=name, hint="đặt tên khác cho hình hay tài liệu này"))
        names.add(name)
        content = _content(folder, file, PICTURES if kind == PICTURE else DOCUMENTS, place, findings)
        found.append(Insert(name, kind, content, width, place))
    if findings:
        raise DataError(findings)
    return found


def used_inserts(template: Template, inserts: Iterable[Insert]) -> list[Insert]:
    """Those the page has a tag for."""
    sources = [program.source for _, program in template.programs]
    return [insert for insert in inserts if any(f"{insert.name}|_bang(" in source for source in sources)]


def told(inserts: Sequence[Insert], used: Sequence[Insert], file: str) -> Iterator[Finding]:
    """That the page takes the full render, and what was declared for nothing; ``used``: the inserts the page has a tag for."""
    for insert in inserts:
        if insert in used:
            continue
        yield warning("MAU72", f"«{insert.name}» được khai mà mẫu không dùng", insert.place, found=insert.name,
                      hint="thêm thẻ vào mẫu, hoặc bỏ dòng này")  # fmt: skip
    if used:
        message = f"mẫu có hình hoặc tài liệu con ({', '.join(insert.name for insert in used)}), nên in bằng docxtpl, chậm hơn"
        yield Finding("MAU70", Severity.INFO, message, Place(file))


def _declared(report: Report) -> Iterator[tuple[str, str, str, int, Place]]:
    for name, picture in report.pictures.items():
        yield name, PICTURE, picture.file, picture.width_mm, picture.at("file")
    for name, file in report.documents.items():
        yield name, DOCUMENT, file, 0, report.at("documents", name)


def _content(folder: Path, file: str, kinds: tuple[str, ...], place: Place, findings: list[Finding]) -> bytes:
    """The bytes of a file of the report's folder; b"" after a finding."""
    wanted = PurePosixPath(file)
    path = folder / wanted
    inside = not wanted.is_absolute() and ".." not in wanted.parts and path.resolve().is_relative_to(folder.resolve())
    if not inside:
        message, hint = f"«{file}» nằm ngoài thư mục của báo cáo", f"chép tệp vào data/{folder.name}/ rồi chỉ ghi tên tệp"
    elif path.suffix.lower() not in kinds:
        message, hint = f"không chèn được tệp kiểu «{path.suffix}»", f"dùng tệp {', '.join(kinds)}"
    elif not path.is_file():
        message, hint = f"không có tệp «{file}»", f"chép tệp vào data/{folder.name}/"
    elif path.stat().st_size > LARGEST:
        message, hint = f"tệp «{file}» quá lớn (trên {LARGEST // 1_000_000} MB)", "nén hình trong Word hoặc chọn hình nhỏ hơn"
    else:
        return path.read_bytes()
    findings.append(error("MAU71", message, place, found=file, hint=hint))
    return b""
