"""The usual pieces of a paper of an office: letterheads in many shapes, closings, bodies of several kinds."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def _neighbour(name: str):
    """A module beside this one: tests run in importlib mode, where neighbours cannot be imported by name."""
    key = f"foreign_{name}"
    if key not in sys.modules:
        spec = spec_from_file_location(key, Path(__file__).with_name(f"{name}.py"))
        sys.modules[key] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[key])
    return sys.modules[key]


make = _neighbour("maker")
line, mid, table, drawn, body = make.line, make.mid, make.table, make.drawn, make.body

SUPERIOR, OFFICE = "UBND TỈNH LÂM ĐỒNG", "SỞ CÔNG THƯƠNG"
NUMBER, DATE = "Số:           /BC-SCT", "Lâm Đồng, ngày       tháng 3 năm 2026"
HEAD = {
    "co_quan_chu_quan": SUPERIOR,
    "co_quan_ban_hanh": OFFICE,
    "quoc_hieu": make.NATION,
    "tieu_ngu": make.MOTTO,
    "so_ky_hieu": NUMBER,
    "dia_danh": DATE,
}


def names(rule: str = "") -> list[str]:
    """Superior (upright) and office (bold) with a rule below."""
    return [mid(SUPERIOR), mid(OFFICE, b=True, inner=rule or drawn(20))]


def nation(rule: str = "") -> list[str]:
    """Quốc hiệu and tiêu ngữ with a rule below."""
    return [mid(make.NATION, b=True), mid(make.MOTTO, 14, b=True, inner=rule or drawn(60))]


def number(text: str = NUMBER) -> str:
    return mid(text, before=6)


def date(text: str = DATE) -> str:
    return mid(text, 14, i=True, before=6)


def one_by_two() -> str:
    return table([["".join([*names(), number()]), "".join([*nation(), date()])]])


def two_by_two(**how) -> str:
    return table([["".join(names()), "".join(nation())], [number(), date()]], **how)


def three_by_two() -> str:
    return table([[names()[0], nation()[0]], [names()[1], nation()[1]], [number(), date()]])


def four_by_two() -> str:
    return table([[names()[0], nation()[0]], [names()[1], nation()[1]], ["", ""], [number(), date()]])


def one_by_three() -> str:
    return table([["".join([*names(), number()]), "", "".join([*nation(), date()])]], (60, 5, 95))


def two_by_three() -> str:
    return table([["".join(names()), "", "".join(nation())], [number(), "", date()]], (60, 5, 95))


def three_by_three() -> str:
    return table([[names()[0], "", nation()[0]], [names()[1], "", nation()[1]], [number(), "", date()]], (60, 5, 95))


def four_by_three() -> str:
    rows = [[names()[0], "", nation()[0]], [names()[1], "", nation()[1]], ["", "", ""], [number(), "", date()]]
    return table(rows, (60, 5, 95))


def floating() -> str:
    return two_by_two(more=make.FLOATING)


def share_of_the_page() -> str:
    return two_by_two(width='w:w="5000" w:type="pct"', more='<w:tblLayout w:type="fixed"/>')


def borders_switched_off() -> str:
    return two_by_two(more=make.RULED, cell=make.SWITCHED_OFF)


def two_tables() -> str:
    return table([["".join(names()), "".join(nation())]]) + table([[number(), date()]])


def spaces() -> str:
    """Two columns by runs of spaces; the rules are typed."""
    pairs = ((SUPERIOR, make.NATION, 13, {"b": True}), (OFFICE, make.MOTTO, 14, {"b": True}), (NUMBER, DATE, 13, {}))
    return "".join(line(f"{left}            {right}", size, **look) for left, right, size, look in pairs)


def tabs() -> str:
    """Two columns by tabs, each column in its own runs."""
    pairs = ((SUPERIOR, make.NATION, {}, {"b": True}), (OFFICE, make.MOTTO, {"b": True}, {"b": True}), (NUMBER, DATE, {}, {"i": True}))
    return "".join(
        line("", 13, inner=make.run(left, 13, **one) + make.run("\t\t") + make.run(right, 13, **two)) for left, right, one, two in pairs
    )


def text_boxes() -> str:
    """Each column in a text box of its own, hanging on blank paragraphs."""
    left, right = "".join([*names(), number()]), "".join([*nation(), date()])
    sides = [
        make.boxed(text, width, 24, False, f"<wp:posOffset>{round(at * 36000)}</wp:posOffset>")
        for text, width, at in ((left, 60, 0), (right, 100, 62))
    ]
    return line("", inner=sides[0]) + line("", inner=sides[1]) + line() * 4


def frames() -> str:
    """Each line in a frame (``w:framePr``)."""
    left = [line(text, 13, "center", setting='<w:framePr w:w="3500" w:hAnchor="margin" w:xAlign="left"/>', b=bold)
            for text, bold in ((SUPERIOR, False), (OFFICE, True), (NUMBER, False))]  # fmt: skip
    right = [line(text, 13, "center", setting='<w:framePr w:w="5500" w:hAnchor="margin" w:xAlign="right"/>', **look)
             for text, look in ((make.NATION, {"b": True}), (make.MOTTO, {"b": True}), (DATE, {"i": True}))]  # fmt: skip
    return "".join([*left, *right])


LETTERHEADS = (
    one_by_two, two_by_two, three_by_two, four_by_two, one_by_three, two_by_three, three_by_three, four_by_three, floating,
    share_of_the_page, borders_switched_off, two_tables, spaces, tabs, text_boxes, frames,
)  # fmt: skip

ITEMS = ("- UBND tỉnh;", "- Lãnh đạo Sở;", "- Lưu: VT, KHTC.")
SIGNER = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Bình")
FOOT = {
    "noi_nhan_nhan": "Nơi nhận:",
    "noi_nhan": "- UBND tỉnh;|- Lãnh đạo Sở;",
    "noi_luu": "- Lưu: VT, KHTC.",
    "quyen_han_ky": "KT. GIÁM ĐỐC",
    "chuc_vu": "PHÓ GIÁM ĐỐC",
    "nguoi_ky": "Nguyễn Thị Bình",
}


def recipients(items: tuple[str, ...] = ITEMS) -> str:
    return line("Nơi nhận:", 12, b=True, i=True) + "".join(line(item, 11) for item in items)


def signer(lines: tuple[str, ...] = SIGNER, gap: str = "") -> str:
    room = gap or "".join(line("", 14, "center") for _ in range(5))
    return "".join(mid(text, 14, b=True) for text in lines[:-1]) + room + mid(lines[-1], 14, b=True)


def foot_one_by_two(items=ITEMS, lines=SIGNER) -> str:
    return table([[recipients(items), signer(lines)]], (80, 80))


def foot_one_by_three() -> str:
    return table([[recipients(), "", signer()]], (75, 5, 80))


def foot_two_by_two() -> str:
    return table([[recipients(), "".join(mid(text, 14, b=True) for text in SIGNER[:-1])], ["", line() * 4 + mid(SIGNER[-1], 14, b=True)]], (80, 80))


def foot_in_paragraphs() -> str:
    return "".join(line(text, 14, "right", b=True) for text in SIGNER[:-1]) + line() * 4 + line(SIGNER[-1], 14, "right", b=True) + recipients()


def foot_recipients_first() -> str:
    return recipients() + "".join(line(text, 14, "right", b=True) for text in SIGNER[:-1]) + line() * 4 + line(SIGNER[-1], 14, "right", b=True)


FEET = (foot_one_by_two, foot_one_by_three, foot_two_by_two, foot_in_paragraphs, foot_recipients_first)

TITLE = mid("BÁO CÁO", 14, b=True, before=12) + mid("Kết quả thực hiện nhiệm vụ tháng 3 năm 2026", 14, b=True, inner=drawn(50))
TEXT = (
    "Thực hiện chương trình công tác năm, trong tháng Sở đã phối hợp với các địa phương kiểm tra 24 cơ sở kinh doanh, xử lý 03 "
    "trường hợp vi phạm, tổng số tiền xử phạt là 45.500.000 đồng, nộp ngân sách nhà nước đầy đủ."
)
END = body("Sở Công Thương báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.")
