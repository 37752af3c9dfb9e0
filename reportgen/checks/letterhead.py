"""What stands around the text: a name of an office that breaks badly in the letterhead, a document nobody is sent.

NĐ30, Phụ lục I, Phần I, II.2: the name of the body is printed in full as it was founded; the name of the one above it may
shorten common phrases (UBND). Word breaks a long name wherever the column ends; two or three lines that each make sense are
the office's own to choose (``ten_tren_van_ban``). II.9: every document says who receives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reportgen.agency import Agency
from reportgen.diagnostics import Finding, Severity, warning
from reportgen.docx.metrics import wrap
from reportgen.docx.rules import letterhead_left_mm
from reportgen.profile import ComponentStyle, Profile
from reportgen.report import Report
from reportgen.vietnamese.text import upper

MOST_LINES = 3
"""Lines of a name a reader still takes in at once; more is a block beside the two lines of the Quốc hiệu."""


def check_names(agency: Agency, profile: Profile) -> Iterator[Finding]:
    """Warnings DL70: a name of more than three lines that Word breaks itself, a line typed that does not fit the column."""
    room = letterhead_left_mm(profile)
    name, parent = profile.styles["co_quan_ban_hanh"], profile.styles["co_quan_chu_quan"]
    split = "chia tên thành hai, ba dòng có nghĩa ở ten_tren_van_ban"
    for number, line in enumerate(agency.name_lines):
        lines = lines_of(line, name, room)
        if len(lines) > 1:
            message = f"dòng «{line}» của tên cơ quan dài quá, Word ngắt thành {len(lines)} dòng"
            yield warning("DL70", message, agency.at("name_lines", number), hint="chia lại các dòng ở ten_tren_van_ban")
    if not agency.name_lines and len(lines := lines_of(agency.name, name, room)) > MOST_LINES:
        message = f"tên cơ quan chiếm {len(lines)} dòng ở đầu trang: {_shown(lines)}"
        yield warning("DL70", message, agency.at("name"), hint=split)
    yield from _other_name(agency)
    if len(lines := lines_of(agency.parent, parent, room)) > MOST_LINES:
        message = f"tên cơ quan chủ quản chiếm {len(lines)} dòng ở đầu trang: {_shown(lines)}"
        yield warning("DL70", message, agency.at("parent"), hint="viết tắt những cụm từ thông dụng, ví dụ UBND, HĐND")


def _other_name(agency: Agency) -> Iterator[Finding]:
    """DL70: the lines of the letterhead do not say the name; the name above is the name itself.

    The body above may have been taken off its end: «Ban Thường trực», under «Ủy ban MTTQ Việt Nam xã Đức Thọ».
    """
    whole, above = _bare(agency.name), _bare(agency.parent)
    printed = _bare(" ".join(agency.name_lines))
    rest = whole.removeprefix(f"{printed} ")
    if printed and whole != printed and not (rest != whole and above.startswith(rest)):
        message = f"ten_tren_van_ban ghi «{' '.join(agency.name_lines)}», khác ten_co_quan «{agency.name}»"
        yield warning("DL70", message, agency.at("name_lines"), hint="ghi đủ tên cơ quan, chỉ chia thành từng dòng")
    if above and above == whole:
        message = "co_quan_chu_quan trùng ten_co_quan"
        yield warning("DL70", message, agency.at("parent"), hint="ghi cơ quan cấp trên trực tiếp, hoặc để trống")


def _bare(name: str) -> str:
    return " ".join(upper(name).split())


def check_recipients(report: Report, agency: Agency, printed: list[str]) -> Iterator[Finding]:
    """DL65: nobody receives the document (a warning); an empty list where those of the agency print (worth knowing).

    ``printed``: the recipients the page shows.
    """
    place = report.at("recipients")
    if not printed:
        hint = "thêm noi_nhan: rồi mỗi nơi một dòng «- …», ở tệp này hoặc ở tệp cơ quan"
        yield warning("DL65", "chưa có nơi nhận: trang in chỉ có dòng «Lưu»", place, hint=hint)
    elif not report.recipients and "recipients" in report.places and agency.recipients:
        hint = "bỏ dòng noi_nhan, hoặc kể nơi nhận của văn bản này"
        message = "noi_nhan để danh sách trống, nên in nơi nhận thường dùng của cơ quan"
        yield Finding("DL65", Severity.INFO, message, place, hint=hint)


@lru_cache(maxsize=256)
def lines_of(text: str, style: ComponentStyle, column_mm: Decimal) -> list[str]:
    """The lines Word makes of a name, in capitals, in a column of the letterhead."""
    room = column_mm - style.left_mm - style.right_mm
    return wrap(upper(text), room, style.size_pt, bold=style.bold, italic=style.italic)


def _shown(lines: list[str]) -> str:
    return " / ".join(lines)
