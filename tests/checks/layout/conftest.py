"""The clean documents the layout tests start from: a report, a công văn, a quyết định.

They are typed out in code, apart from the code that makes our own frames: a mistake made in both places would
otherwise go unseen.
"""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reportgen.docx.components import recognise
from reportgen.docx.reader import read_pages


def _writer():
    """The module beside this one: tests run in importlib mode, where neighbours cannot be imported by name."""
    spec = spec_from_file_location("layout_ooxml", Path(__file__).with_name("ooxml.py"))
    sys.modules[spec.name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ooxml = _writer()
Line, Paper, LONG, body_line, rule_line = (
    ooxml.Line,
    ooxml.Paper,
    ooxml.LONG,
    ooxml.body_line,
    ooxml.rule_line,
)


def report(profile: str = "nd30-2020") -> Paper:
    """A clean report of two pages."""
    old = profile == "tt01-2011"
    items = ["- UBND tỉnh (để báo cáo);", "- Phòng LĐTBXH các huyện;"]
    body = [
        body_line(LONG),
        body_line("1. Kết quả thực hiện", bold=True, keep_next=True),
        body_line("1.1. Hỗ trợ nhà ở: " + LONG),
        body_line("- Huyện Kỳ Anh: " + LONG),
        body_line("- Huyện Hương Khê: " + LONG),
        body_line("1.2. Hỗ trợ thu nhập: " + LONG),
        body_line("2. Nhiệm vụ tháng 3", bold=True, keep_next=True),
        body_line("a) Tiếp tục tuyên truyền chính sách giảm nghèo;"),
        body_line("b) Phối hợp với các đoàn thể kiểm tra, giám sát."),
        *[body_line(LONG) for _ in range(12)],
        body_line(
            "Sở Lao động - Thương binh và Xã hội báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.",
            keep_next=True,
        ),
    ]
    parts = {
        "co_quan_chu_quan": Line("UBND TỈNH HÀ TĨNH", 13, align="center"),
        "co_quan_ban_hanh": [
            Line("SỞ LAO ĐỘNG - THƯƠNG", 13, bold=True, align="center"),
            Line("BINH VÀ XÃ HỘI", 13, bold=True, align="center"),
        ],
        "ke_co_quan": rule_line(23, 62),
        "quoc_hieu": Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True, align="center"),
        "tieu_ngu": Line("Độc lập - Tự do - Hạnh phúc", 14, bold=True, align="center"),
        "ke_tieu_ngu": rule_line(60.5, 98),
        "so_ky_hieu": Line("Số:       /BC-SLĐTBXH", 13, align="center", before=6),
        "dia_danh": Line("Hà Tĩnh, ngày 21 tháng 02 năm 2020", 14, italic=True, align="center", before=6),
        "ten_loai": Line("BÁO CÁO", 14, bold=True, align="center", before=18),
        "trich_yeu": Line(
            "Kết quả thực hiện Chương trình giảm nghèo tháng 2/2020", 14, bold=True, align="center"
        ),
        "ke_trich_yeu": rule_line(55, 160),
        "noi_dung": body,
        "noi_nhan_nhan": Line("Nơi nhận:", 12, bold=True, italic=True, keep_next=True),
        "noi_nhan": [Line(text, 11, keep_next=True) for text in items],
        "noi_luu": Line("- Lưu: VT, BTXH.", 11, keep_next=True),
        "quyen_han_ky": Line("KT. GIÁM ĐỐC", 14, bold=True, align="center", keep_next=True),
        "chuc_vu": Line("PHÓ GIÁM ĐỐC", 14, bold=True, align="center", keep_next=True),
        "cho_ky": [Line("", 14, align="center", keep_next=True) for _ in range(5)],
        "nguoi_ky": Line("Nguyễn Văn A", 14, bold=True, align="center"),
    }
    paper = Paper(profile, parts)
    if old:
        paper.number_at, paper.page_number = "footer", Line("", 14, align="right")
    return paper


def letter(profile: str = "nd30-2020") -> Paper:
    """A clean công văn to two addressees."""
    paper = report(profile)
    for name in ("ten_loai", "trich_yeu", "ke_trich_yeu"):
        del paper.parts[name]
    paper.parts |= {
        "so_ky_hieu": Line("Số:       /SLĐTBXH-BTXH", 13, align="center", before=6),
        "trich_yeu_cv": Line("V/v báo cáo kết quả giảm nghèo tháng 2/2020", 12, align="center", before=6),
        "kinh_gui": Line("Kính gửi:", 14, left=55.3, first=-20.3, before=6),
        "kinh_gui_muc": [
            Line("- Ủy ban nhân dân tỉnh;", 14, left=55.5, first=-2.9, before=3),
            Line("- Sở Tài chính.", 14, left=55.5, first=-2.9, before=3),
        ],
    }
    paper["noi_nhan"].insert(0, Line("- Như trên;", 11, keep_next=True))
    return paper


def decision(profile: str = "nd30-2020") -> Paper:
    """A clean quyết định."""
    paper = report(profile)
    slant = profile == "nd30-2020"
    paper["so_ky_hieu"].text = "Số: 07/QĐ-SLĐTBXH"
    paper["ten_loai"].text = "QUYẾT ĐỊNH"
    paper["trich_yeu"].text = "Về việc thành lập Tổ công tác giảm nghèo năm 2020"
    ends = ";", ";", "." if slant else ","
    bases = ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Nghị định số 136/2013/NĐ-CP ngày 21/10/2013 của Chính phủ",
             "Theo đề nghị của Trưởng phòng Bảo trợ xã hội"]  # fmt: skip
    paper.parts |= {
        "tham_quyen": Line(
            "GIÁM ĐỐC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", 14, bold=True, align="center", before=6
        ),
        "can_cu": [body_line(text + end, italic=slant) for text, end in zip(bases, ends, strict=True)],
        "quyet_dinh": Line("QUYẾT ĐỊNH:", 14, bold=True, align="center", before=6),
        "noi_dung": [
            body_line("Điều 1. Thành lập Tổ công tác", bold=True),
            body_line("1. Tổ công tác có 05 người."),
            body_line("2. Tổ công tác làm việc kiêm nhiệm."),
            body_line("Điều 2. Tổ chức thực hiện", bold=True),
            body_line(
                "Trưởng các phòng thuộc Sở và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."
            ),
        ],
    }
    paper["noi_nhan"].insert(0, Line("- Như Điều 2;", 11, keep_next=True))
    return paper


def party(profile: str = "hd05-2026") -> Paper:
    """A clean report of a Party office."""
    paper = report(profile)
    paper.margins, paper.columns = {"top": 20, "bottom": 20, "left": 30, "right": 15}, (80, 85)
    for name in ("quoc_hieu", "ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu"):
        del paper.parts[name]
    centred = {"align": "center"}
    paper.parts |= {
        "co_quan_chu_quan": Line("TỈNH UỶ HÀ TĨNH", **centred),
        "co_quan_ban_hanh": Line("VĂN PHÒNG", bold=True, **centred),
        "ke_co_quan": Line("*", **centred),
        "tieu_ngu": Line("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True, **centred),
        "ke_tieu_ngu": rule_line(72.9, 85),
        "so_ky_hieu": Line("Số 05-BC/VPTU", **centred),
        "dia_danh": Line("Hà Tĩnh, ngày 05 tháng 6 năm 2026", italic=True, **centred),
        "ten_loai": Line("BÁO CÁO", 16, bold=True, before=18, **centred),
        "trich_yeu": Line("kết quả thực hiện Chương trình giảm nghèo năm 2026", 15, bold=True, **centred),
        "ke_trich_yeu": Line("-----", **centred),
        "noi_dung": [
            Line(text, align="both", first=10, before=6, line=360, line_rule="exact", keep_next=True)
            for text in (LONG, "1. " + LONG, "2. " + LONG, *[LONG] * 12, "Trên đây là báo cáo của Văn phòng Tỉnh uỷ.")
        ],
        "noi_nhan_nhan": Line("Nơi nhận:", underline=True),
        "noi_nhan": [Line("- Thường trực Tỉnh uỷ;", 12)],
        "noi_luu": Line("- Lưu Văn phòng Tỉnh uỷ.", 12),
        "quyen_han_ky": Line("K/T CHÁNH VĂN PHÒNG", bold=True, **centred),
        "chuc_vu": Line("PHÓ CHÁNH VĂN PHÒNG", **centred),
    }
    return paper


def party_letter(profile: str = "hd05-2026") -> Paper:
    """A clean công văn of a Party office."""
    paper = party(profile)
    for name in ("ten_loai", "trich_yeu", "ke_trich_yeu"):
        del paper.parts[name]
    paper.parts |= {
        "so_ky_hieu": Line("Số 138-CV/VPTU", align="center"),
        "trich_yeu_cv": Line("về việc báo cáo kết quả giảm nghèo", 12, italic=True, align="center"),
        "kinh_gui": Line("Kính gửi:", 14, italic=True, left=55.3, first=-20.3, before=6),
        "kinh_gui_muc": [Line(f"- {name};", 14, left=55.5, first=-2.9, before=3) for name in ("Ban Tổ chức", "Ban Nội chính")],
    }
    paper["noi_nhan"].insert(0, Line("- Như trên;", 12))
    return paper


def party_decision(profile: str = "hd05-2026") -> Paper:
    """A clean quyết định of a Party office, with a chapter, a section, an article and a point."""
    paper = party(profile)
    look = {"align": "both", "first": 10, "before": 6, "line": 360, "line_rule": "exact"}
    middle = {**look, "first": 0, "align": "center", "bold": True}
    paper["so_ky_hieu"].text = "Số 05-QĐ/VPTU"
    paper["ten_loai"].text = "QUYẾT ĐỊNH"
    paper["trich_yeu"].text = "về việc thành lập Tổ công tác giảm nghèo"
    paper.parts |= {
        "can_cu": [Line(text, **look) for text in ("- Căn cứ Luật Đầu tư công năm 2024;", "- Căn cứ Điều lệ Đảng;",
                                                   "- Xét đề nghị của Trưởng phòng Tổng hợp.")],
        "quyet_dinh": Line("QUYẾT ĐỊNH:", 14, **middle),
        "noi_dung": [
            Line("Chương I", **middle), Line("QUY ĐỊNH CHUNG", **middle),
            Line("Mục 1", **middle), Line("TỔ CÔNG TÁC", **middle),
            Line("Điều 1. Thành lập Tổ công tác", **look | {"bold": True}), Line(LONG, **look),
            Line("a) Tổ công tác có 05 người;", **look), Line("b) Tổ công tác làm việc kiêm nhiệm.", **look),
            Line("Quyết định này có hiệu lực kể từ ngày ký.", **look),
        ],
    }  # fmt: skip
    return paper


def party_minutes(profile: str = "hd05-2026") -> Paper:
    """Clean minutes of a Party office: who took them signs on the left, who chaired on the right."""
    paper = party(profile)
    paper["so_ky_hieu"].text, paper["ten_loai"].text = "Số 05-BB/VPTU", "BIÊN BẢN"
    paper["trich_yeu"].text = "hội nghị công chức, người lao động"
    del paper.parts["quyen_han_ky"]
    room = [Line("", align="center") for _ in range(5)]
    paper.parts |= {
        "noi_nhan_nhan": [Line("NGƯỜI GHI BIÊN BẢN", align="center"), *room, Line("Trần Thị B", bold=True, align="center"),
                          *([paper["noi_nhan_nhan"]])],
        "chuc_vu": Line("CHỦ TRÌ HỘI NGHỊ", align="center"),
    }  # fmt: skip
    return paper


def front(profile: str = "mttq") -> Paper:
    """A clean report of the Front."""
    paper = report("nd30-2020" if profile == "mttq" else "tt01-2011")
    paper.profile = profile
    paper["co_quan_chu_quan"].text = "ỦY BAN MTTQ VIỆT NAM TỈNH HÀ TĨNH"
    paper["co_quan_chu_quan"].size = 12 if profile == "mttq" else 13
    paper.parts["co_quan_ban_hanh"] = Line("BAN THƯỜNG TRỰC", 13, bold=True, align="center")
    paper["ke_co_quan"].left = paper["ke_co_quan"].right = (62 - 18) / 2
    paper["so_ky_hieu"].text = "Số:       /BC-MTTQ-BTT"
    paper["quyen_han_ky"].text, paper["chuc_vu"].text = "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"
    paper["noi_luu"].text = "- Lưu: VT, MTTQ."
    return paper


def front_letter(profile: str = "mttq") -> Paper:
    """A clean công văn of the Front."""
    paper, plain = front(profile), letter("nd30-2020" if profile == "mttq" else "tt01-2011")
    for name in ("ten_loai", "trich_yeu", "ke_trich_yeu"):
        del paper.parts[name]
    paper.parts |= {name: plain[name] for name in ("trich_yeu_cv", "kinh_gui", "kinh_gui_muc")}
    paper["so_ky_hieu"].text = "Số:       /MTTQ-BTT"
    paper["noi_nhan"].insert(0, Line("- Như trên;", 11, keep_next=True))
    return paper


@pytest.fixture
def papers():
    """The clean documents by name; each call makes a new one."""
    return {
        "report": report, "letter": letter, "decision": decision, "party": party, "party_letter": party_letter,
        "party_decision": party_decision, "party_minutes": party_minutes, "front": front, "front_letter": front_letter,
    }  # fmt: skip


@pytest.fixture(name="ooxml")
def the_writer():
    """The writer of parts: xml, rel, rels, read, page_number."""
    return ooxml


@pytest.fixture
def line():
    """The class of a typed line, to put more of them on a paper."""
    return Line


@pytest.fixture
def shapes():
    """Writers of drawn things by name: drawn, vml, boxed, body_line, rule_line."""
    return {
        "drawn": ooxml.drawn,
        "vml": ooxml.vml,
        "boxed": ooxml.boxed,
        "body_line": body_line,
        "rule_line": rule_line,
        "long": LONG,
    }


@pytest.fixture
def reading():
    """``reading(paper)`` → (what stands on its pages, its parts)."""

    def read(paper):
        pages = read_pages(paper.package(), "thử.docx")
        return pages, recognise(pages)

    return read
