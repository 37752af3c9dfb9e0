"""Where the parts of the document stand on the paper: inside the margins, on one line, in their box of the diagram."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.layout.words import SHOWN
from reportgen.checks.pages.setting import TWIP, Letter, Setting, Stretch
from reportgen.diagnostics import Finding, Severity

OVER = 150
"""Hundredths of a millimetre a letter may stand outside the margin: italics and cell borders hang over by as much."""
AUTHORITY = "NĐ30 Phụ lục I, Phần I, Mục IV (sơ đồ bố trí)"
CENTRED = 400
SAME_LEVEL = 600


def inside_margins(setting: Setting) -> Iterator[Finding]:
    """No letter of the text beyond the left, right or bottom margin of its section."""
    for page in setting.printed.pages:
        section = setting.sections.get(page.number)
        inner = [letter for letter in _text(setting) if letter.page == page.number]
        if section is None or not inner:
            continue
        left, right = section.left * TWIP, page.width - section.right * TWIP
        sides = [
            ("trái", left - min(letter.box[0] for letter in inner)),
            ("phải", max(letter.box[2] for letter in inner) - right),
        ]
        for side, over in sides:
            if over > OVER:
                message = f"Chữ lấn ra ngoài lề {side} {_mm(over)} mm."
                yield setting.finding("PDF12", Severity.WARNING, message, page.number, hint="thu hẹp bảng, hoặc đặt bảng trên trang ngang")


def one_line(setting: Setting) -> Iterator[Finding]:
    """Quốc hiệu and tiêu ngữ stand on one line each."""
    for kind in ("quoc_hieu", "tieu_ngu", "tieu_de_dang"):
        for stretch in setting.of(setting.components.one(kind)):
            if stretch.lines_on(stretch.first_page) > 1:
                message = f"{SHOWN[kind]} bị ngắt thành nhiều dòng khi in."
                yield setting.finding("PDF13", Severity.ERROR, message, stretch.first_page, quote=stretch.paragraph.text, authority=AUTHORITY)


def boxes(setting: Setting) -> Iterator[Finding]:
    """The parts of the letterhead and the closing stand on the side of the page the diagram gives them."""
    sides = {
        "quoc_hieu": "phải", "tieu_ngu": "phải", "tieu_de_dang": "phải", "co_quan_ban_hanh": "trái", "so_ky_hieu": "trái",
        "dia_danh": "phải", "ten_loai": "giữa", "noi_nhan_nhan": "trái", "chuc_vu": "phải", "nguoi_ky": "phải",
    }  # fmt: skip
    for kind, side in sides.items():
        stretches = setting.of(setting.components.one(kind))
        if stretches and not _stands(setting, stretches, side):
            message = f"{SHOWN[kind]} không đứng ở {'giữa' if side == 'giữa' else 'bên ' + side} trang in."
            yield setting.finding("PDF18", Severity.WARNING, message, stretches[0].first_page, quote=stretches[0].paragraph.text, authority=AUTHORITY)


def _stands(setting: Setting, stretches: list[Stretch], side: str) -> bool:
    page = setting.printed.pages[stretches[0].first_page - 1]
    section = setting.sections[page.number]
    middle = (section.left * TWIP + page.width - section.right * TWIP) / 2
    letters = [letter for stretch in stretches for letter in stretch.letters if letter.page == page.number]
    centre = (min(letter.box[0] for letter in letters) + max(letter.box[2] for letter in letters)) / 2
    if side == "giữa":
        return abs(centre - middle) <= CENTRED
    return centre < middle if side == "trái" else centre > middle


def _text(setting: Setting) -> Iterator[Letter]:
    for stretches in setting.stretches.values():
        for stretch in stretches:
            yield from stretch.letters


def _mm(hundredths: float) -> str:
    return f"{hundredths / 100:.1f}".replace(".", ",")
