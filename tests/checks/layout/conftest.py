"""A whole official document typed out in code: what it says and how it looks, ready to be spoilt in one place.

The OOXML is written by hand, apart from the code that makes our own frames: a mistake made in both places would
otherwise go unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import pytest

from reportgen.checks.layout import judge
from reportgen.docx.components import recognise
from reportgen.docx.reader import read_pages
from reportgen.profile import load_profile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MM = 1440 / 25.4
LONG = (
    "Công tác giảm nghèo được cấp ủy, chính quyền các cấp quan tâm; trong tháng đã hỗ trợ 276 hộ xây nhà mới, chi trả cho "
    "2.035 đối tượng, tỷ lệ hộ nghèo giảm còn 4,53%, đời sống của người dân tiếp tục được cải thiện."
)


@dataclass
class Line:
    """One paragraph: text and look; sizes and spaces in pt, indents in mm. ``raw`` is put in after the text."""

    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: int = 240
    line_rule: str = "auto"
    font: str = ""
    colour: str = ""
    top_border: str = ""
    keep_next: bool = False
    style: str = ""
    number: str = ""
    raw: str = ""
    section: str = ""
    """The properties of the section that ends with this paragraph."""

    def xml(self) -> str:
        border = f'<w:pBdr><w:top w:val="{self.top_border}" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>' if self.top_border else ""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        keep = "<w:keepNext/>" if self.keep_next else ""
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.number}"/></w:numPr>' if self.number else ""
        twips = {"firstLine" if self.first >= 0 else "hanging": abs(self.first), "left": self.left, "right": self.right}
        indents = "".join(f' w:{k}="{round(v * MM)}"' for k, v in twips.items() if v)
        spacing = (
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f'w:line="{self.line}" w:lineRule="{self.line_rule}"/>'
        )
        properties = f'{style}{keep}{number}{border}{spacing}<w:ind{indents}/><w:jc w:val="{self.align}"/>'
        return f"<w:p><w:pPr>{properties}{self.face()}{self.section}</w:pPr>{self.runs()}{self.raw}</w:p>"

    def face(self) -> str:
        font = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}"/>' if self.font else ""
        on = "".join(f"<w:{tag}/>" for tag, yes in (("b", self.bold), ("i", self.italic)) if yes)
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        under = '<w:u w:val="single"/>' if self.underline else ""
        return f'<w:rPr>{font}{on}{colour}<w:sz w:val="{round(self.size * 2)}"/>{under}</w:rPr>'

    def runs(self) -> str:
        pieces = self.text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
        marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
        return "".join(
            f"<w:r>{self.face()}{marks.get(p) or _text(p)}</w:r>" for p in pieces if p
        )


@dataclass
class Paper:
    """A document by its parts; every part is a line or a list of lines, in the order of the page."""

    profile: str
    parts: dict[str, Line | list[Line]]
    margins: dict[str, float] = field(default_factory=lambda: {"top": 20, "bottom": 20, "left": 30, "right": 20})
    width: float = 210
    height: float = 297
    columns: tuple[float, float] = (62, 98)
    title_page: bool = True
    page_number: Line = field(default_factory=lambda: Line("", 14, align="center"))
    number_at: str = "header"
    section_extra: str = ""
    table_extra: str = ""
    whole: list | None = None
    """Lines and tables of a document laid out another way, instead of ``parts``."""

    def __getitem__(self, name: str) -> Line | list[Line]:
        return self.parts[name]

    def lines(self, *names: str) -> list[Line]:
        found = []
        for name in names:
            part = self.parts.get(name)
            found += part if isinstance(part, list) else [part] if part else []
        return found

    def body_xml(self) -> str:
        if self.whole is not None:
            return "".join(piece.xml() if isinstance(piece, Line) else piece for piece in self.whole) + self.section()
        head = self.table(
            [
                [
                    self.lines("co_quan_chu_quan", "co_quan_ban_hanh", "ke_co_quan"),
                    self.lines("quoc_hieu", "tieu_ngu", "ke_tieu_ngu"),
                ],
                [self.lines("so_ky_hieu", "trich_yeu_cv"), self.lines("dia_danh")],
            ]
        )
        middle = self.lines(
            "tren", "ten_loai", "trich_yeu", "ke_trich_yeu", "kinh_gui", "kinh_gui_muc", "tham_quyen", "can_cu", "quyet_dinh"
        )
        body = "".join(line.xml() for line in [*middle, *self.lines("noi_dung")])
        foot = self.table(
            [
                [
                    self.lines("noi_nhan_nhan", "noi_nhan", "noi_luu"),
                    self.lines("quyen_han_ky", "chuc_vu", "cho_ky", "nguoi_ky"),
                ]
            ]
        )
        after = "".join(line.xml() for line in self.lines("phu_luc"))
        return head + body + self.table_extra + foot + after + self.section()

    def table(self, rows: list[list[list[Line]]], columns: tuple[float, ...] = ()) -> str:
        columns = columns or self.columns
        grid = "".join(f'<w:gridCol w:w="{round(w * MM)}"/>' for w in columns)
        cells = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{round(w * MM)}" w:type="dxa"/></w:tcPr>'
                + ("".join(line.xml() for line in lines) or "<w:p/>")
                + "</w:tc>"
                for w, lines in zip(columns, row, strict=True)
            )
            + "</w:tr>"
            for row in rows
        )
        margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>'

    def section(self) -> str:
        sides = "".join(f' w:{k}="{round(v * MM)}"' for k, v in self.margins.items())
        margins = f'<w:pgMar{sides} w:header="567" w:footer="567" w:gutter="0"/>' if self.margins else ""
        title = "<w:titlePg/>" if self.title_page else ""
        size = f'<w:pgSz w:w="{round(self.width * MM)}" w:h="{round(self.height * MM)}"/>'
        number = f'<w:{self.number_at}Reference w:type="default" r:id="rId9"/>'
        return f"<w:sectPr>{number}{size}{margins}{self.section_extra}{title}</w:sectPr>"

    def package(self) -> dict[str, bytes]:
        part = self.number_at
        return {
            "word/document.xml": _xml("document", f"<w:body>{self.body_xml()}</w:body>"),
            "word/styles.xml": _xml("styles", STYLES),
            "word/numbering.xml": _xml("numbering", NUMBERING),
            f"word/{part}1.xml": _xml("hdr" if part == "header" else "ftr", page_number(self.page_number)),
            "word/_rels/document.xml.rels": _rels(
                rId1=("styles", "styles.xml"), rId2=("numbering", "numbering.xml"), rId9=(part, f"{part}1.xml")
            ),
            "_rels/.rels": _rels(rId1=("officeDocument", "word/document.xml")),
        }

    def findings(self, **more):
        return judge(self.package(), load_profile(self.profile), shown="thử.docx", **more)

    def codes(self, **more) -> list[str]:
        return [finding.code for finding in self.findings(**more)]


def drawn(length: float, room: float = 0, *, fallback: bool = True, dashed: bool = False) -> str:
    """A run with a line shape in the middle of ``room`` mm as Word stores it: DrawingML, and the same line in VML."""
    left = round((room - length) / 2 * 36000)
    emu = round(length * 36000)
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    shape = (
        f'<wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:extent cx="{emu}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/>'
        f"<a:ln>{dash}</a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    again = f"<mc:Fallback>{vml(length)}</mc:Fallback>" if fallback else ""
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>{again}</mc:AlternateContent></w:r>'


def vml(length: float) -> str:
    """The line of older Words."""
    return f'<w:pict><v:line from="100pt,2pt" to="{100 + length * 72 / 25.4:.2f}pt,2pt"/></w:pict>'


def boxed(text: str) -> str:
    """A text box beside the line, stored twice."""
    box = f"<w:txbxContent><w:p><w:r>{_text(text)}</w:r></w:p></w:txbxContent>"
    choice = f'<w:drawing><wp:anchor><wp:extent cx="900000" cy="300000"/><wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing>'
    fallback = f"<w:pict><v:rect><v:textbox>{box}</v:textbox></v:rect></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
    '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Dam"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Nhe"><w:name w:val="Nhe"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def page_number(line: Line) -> str:
    """A header paragraph with a PAGE field."""
    face = line.face()
    field_ = "".join(
        f"<w:r>{face}{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE \\* MERGEFORMAT</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'<w:p><w:pPr><w:jc w:val="{line.align}"/></w:pPr>{field_}</w:p>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _xml(root: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'.encode()


def _rels(**targets: tuple[str, str]) -> bytes:
    inner = "".join(f'<Relationship Id="{k}" Type="{RELS}/{kind}" Target="{to}"/>' for k, (kind, to) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


def body_line(text: str, **more) -> Line:
    """A paragraph of running text."""
    return Line(text, **{"align": "both", "first": 12.7, "before": 6, **more})


def rule_line(length: float, room: float) -> Line:
    """A blank paragraph whose top border is ``length`` mm long, in the middle of ``room`` mm."""
    side = (room - length) / 2
    return Line("", 2, align="center", top_border="single", left=side, right=side, line=40, line_rule="exact")


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
        body_line("Sở Lao động - Thương binh và Xã hội báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.", keep_next=True),
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
        "trich_yeu": Line("Kết quả thực hiện Chương trình giảm nghèo tháng 2/2020", 14, bold=True, align="center"),
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
        "tham_quyen": Line("GIÁM ĐỐC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", 14, bold=True, align="center", before=6),
        "can_cu": [body_line(text + end, italic=slant) for text, end in zip(bases, ends, strict=True)],
        "quyet_dinh": Line("QUYẾT ĐỊNH:", 14, bold=True, align="center", before=6),
        "noi_dung": [
            body_line("Điều 1. Thành lập Tổ công tác", bold=True),
            body_line("1. Tổ công tác có 05 người."),
            body_line("2. Tổ công tác làm việc kiêm nhiệm."),
            body_line("Điều 2. Tổ chức thực hiện", bold=True),
            body_line("Trưởng các phòng thuộc Sở và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
        ],
    }
    paper["noi_nhan"].insert(0, Line("- Như Điều 2;", 11, keep_next=True))
    return paper


@pytest.fixture
def papers():
    """The clean documents by name; each call makes a new one."""
    return {"report": report, "letter": letter, "decision": decision}


@pytest.fixture
def line():
    """The class of a typed line, to put more of them on a paper."""
    return Line


@pytest.fixture
def shapes():
    """Writers of drawn things by name: drawn, vml, boxed, body_line, rule_line."""
    return {"drawn": drawn, "vml": vml, "boxed": boxed, "body_line": body_line, "rule_line": rule_line, "long": LONG}


@pytest.fixture
def reading():
    """``reading(paper)`` → (what stands on its pages, its parts)."""

    def read(paper):
        pages = read_pages(paper.package(), "thử.docx")
        return pages, recognise(pages)

    return read
