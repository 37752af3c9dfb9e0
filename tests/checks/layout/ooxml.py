"""A writer of small Word files for the tests: what a line says and how it looks, drawn lines, tables, the page.

The OOXML is written by hand, apart from the code that makes our own frames: a mistake made in both places would
otherwise go unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportgen.checks.layout import judge
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
        border = (
            f'<w:pBdr><w:top w:val="{self.top_border}" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
            if self.top_border
            else ""
        )
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        keep = "<w:keepNext/>" if self.keep_next else ""
        number = (
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.number}"/></w:numPr>' if self.number else ""
        )
        twips = {
            "firstLine" if self.first >= 0 else "hanging": abs(self.first),
            "left": self.left,
            "right": self.right,
        }
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
        return "".join(f"<w:r>{self.face()}{marks.get(p) or _text(p)}</w:r>" for p in pieces if p)


@dataclass
class Paper:
    """A document by its parts; every part is a line or a list of lines, in the order of the page."""

    profile: str
    parts: dict[str, Line | list[Line]]
    margins: dict[str, float] = field(
        default_factory=lambda: {"top": 20, "bottom": 20, "left": 30, "right": 20}
    )
    width: float = 210
    height: float = 297
    columns: tuple[float, float] = (62, 98)
    title_page: bool = True
    page_number: Line = field(default_factory=lambda: Line("", 14, align="center"))
    number_at: str = "header"
    section_extra: str = ""
    header: float = 10
    first_foot: list[Line] = field(default_factory=list)
    """What stands in the footer of the first page."""
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
            return (
                "".join(piece.xml() if isinstance(piece, Line) else piece for piece in self.whole)
                + self.section()
            )
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
            "tren",
            "ten_loai",
            "trich_yeu",
            "ke_trich_yeu",
            "kinh_gui",
            "kinh_gui_muc",
            "tham_quyen",
            "can_cu",
            "quyet_dinh",
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
        margins = f'<w:pgMar{sides} w:header="{round(self.header * MM)}" w:footer="567" w:gutter="0"/>' if self.margins else ""
        title = "<w:titlePg/>" if self.title_page else ""
        size = f'<w:pgSz w:w="{round(self.width * MM)}" w:h="{round(self.height * MM)}"/>'
        number = f'<w:{self.number_at}Reference w:type="default" r:id="rId9"/>'
        number += '<w:footerReference w:type="first" r:id="rId8"/>' if self.first_foot else ""
        return f"<w:sectPr>{number}{size}{margins}{self.section_extra}{title}</w:sectPr>"

    def package(self) -> dict[str, bytes]:
        part = self.number_at
        foot = {"word/footer8.xml": xml("ftr", "".join(line.xml() for line in self.first_foot))} if self.first_foot else {}
        related = {"rId8": ("footer", "footer8.xml")} if foot else {}
        return foot | {
            "word/document.xml": xml("document", f"<w:body>{self.body_xml()}</w:body>"),
            "word/styles.xml": xml("styles", STYLES),
            "word/numbering.xml": xml("numbering", NUMBERING),
            f"word/{part}1.xml": xml("hdr" if part == "header" else "ftr", page_number(self.page_number)),
            "word/_rels/document.xml.rels": rels(
                rId1=("styles", "styles.xml"),
                rId2=("numbering", "numbering.xml"),
                rId9=(part, f"{part}1.xml"),
                **related,
            ),
            "_rels/.rels": rels(rId1=("officeDocument", "word/document.xml")),
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


def boxed(line: Line | str, width: float = 25, height: float = 8, framed: bool = True) -> str:
    """A text box of so many mm beside the line, stored twice."""
    inner = f"<w:p><w:r>{_text(line)}</w:r></w:p>" if isinstance(line, str) else line.xml()
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    extent = f'<wp:extent cx="{round(width * 36000)}" cy="{round(height * 36000)}"/>'
    edge = '<wps:spPr><a:ln w="9525"><a:solidFill/></a:ln></wps:spPr>' if framed else "<wps:spPr><a:ln><a:noFill/></a:ln></wps:spPr>"
    choice = f"<w:drawing><wp:anchor>{extent}{edge}<wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing>"
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


def xml(root: str, inner: str) -> bytes:
    """A part with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'.encode()


def rel(key: str, kind: str, target: str) -> bytes:
    """One relationship."""
    return f'<Relationship Id="{key}" Type="{RELS}/{kind}" Target="{target}"/>'.encode()


def rels(**targets: tuple[str, str]) -> bytes:
    """A part of relationships."""
    inner = b"".join(rel(key, kind, to) for key, (kind, to) in targets.items())
    return (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + inner
        + b"</Relationships>"
    )


def read(package: dict[str, bytes]):
    """What stands on the pages of a package."""
    return read_pages(package, "thử.docx")


def body_line(text: str, **more) -> Line:
    """A paragraph of running text."""
    return Line(text, **{"align": "both", "first": 12.7, "before": 6, **more})


def rule_line(length: float, room: float) -> Line:
    """A blank paragraph whose top border is ``length`` mm long, in the middle of ``room`` mm."""
    side = (room - length) / 2
    return Line("", 2, align="center", top_border="single", left=side, right=side, line=40, line_rule="exact")
