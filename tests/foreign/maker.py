"""Word files the way people make them, written as Word writes them: every run says its font and size again.

The pieces are strings of WordprocessingML: ``line`` a paragraph, ``table`` a table, ``page`` the section at the end,
``package`` the parts of the file. Nothing here uses the code that makes our own frames.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

MM = 1440 / 25.4
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


def run(text: str, size: float = 14, *, b=False, i=False, u=False, font="Times New Roman", more="") -> str:
    """A run with a tab for ``\\t`` and a line break for ``\\n``."""
    face = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    face += ("<w:b/><w:bCs/>" if b else "") + ("<w:i/><w:iCs/>" if i else "") + more
    face += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' + ('<w:u w:val="single"/>' if u else "")
    pieces = text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        f'<w:r w:rsidRPr="00A1B2C3"><w:rPr>{face}</w:rPr>{marks.get(piece) or words(piece)}</w:r>' for piece in pieces if piece
    )


def words(text: str) -> str:
    """A piece of text in a run."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def line(text: str = "", size: float = 14, align: str = "left", *, before=0, first=0, inner="", setting="", **look) -> str:
    """A paragraph; ``inner``: raw content after its text; ``setting``: raw paragraph properties in front."""
    indent = f'<w:ind w:firstLine="{round(first * MM)}"/>' if first else ""
    properties = f'{setting}<w:spacing w:before="{before * 20}" w:after="0"/>{indent}<w:jc w:val="{align}"/>'
    mark = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    return f'<w:p w:rsidR="00112233"><w:pPr>{properties}{mark}</w:pPr>{run(text, size, **look) if text else ""}{inner}</w:p>'


def mid(text: str, size: float = 13, **look) -> str:
    """A centred line."""
    return line(text, size, "center", **look)


def body(text: str, **look) -> str:
    """A paragraph of running text."""
    return line(text, 14, "both", before=6, first=12.7, **look)


def cut(text: str, pieces: int, **look) -> str:
    """Running text cut into runs as Word leaves it after years of editing."""
    step = max(1, len(text) // pieces)
    return body("", inner="".join(run(text[n : n + step], **look) for n in range(0, len(text), step)))


def table(rows: list[list[str]], widths: tuple[float, ...] = (62, 98), *, width='w:w="0" w:type="auto"', more="", cell="", row="") -> str:
    """A table; a cell is the XML of its paragraphs. ``more``, ``cell``, ``row``: raw properties of each."""
    grid = "".join(f'<w:gridCol w:w="{round(w * MM)}"/>' for w in widths)
    body_ = ""
    for cells in rows:
        wide = iter(widths)
        body_ += f"<w:tr>{row}" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{round(next(wide) * MM)}" w:type="dxa"/>{cell}</w:tcPr>{inner or "<w:p/>"}</w:tc>'
            for inner in cells
        ) + "</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblW {width}/>{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body_}</w:tbl>"


EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
RULED = "<w:tblBorders>" + "".join(f'<w:{e} w:val="single" w:sz="4"/>' for e in EDGES) + "</w:tblBorders>"
SWITCHED_OFF = "<w:tcBorders>" + "".join(f'<w:{e} w:val="nil"/>' for e in EDGES[:4]) + "</w:tcBorders>"
FLOATING = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:tblpXSpec="center" w:tblpY="1"/>'


WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def anchored(width: float, height: float, shape: str, across: str = "<wp:align>center</wp:align>") -> str:
    """A floating ``w:drawing`` of one shape, as complete as Word wants it."""
    size = f'cx="{round(width * 36000)}" cy="{round(height * 36000)}"'
    moved = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{across}</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>230000'
        f'</wp:posOffset></wp:positionV><wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name="Shape 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{WPS}"><wps:wsp>'
        f"{shape.format(moved=moved)}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def twice(choice: str, old: str) -> str:
    """A run with a drawing and its copy for old Words."""
    fallback = f"<mc:Fallback>{old}</mc:Fallback>" if old else ""
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>{fallback}</mc:AlternateContent></w:r>'


def drawn(mm: float, *, geometry='<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', fallback=True, height=0.0, across="") -> str:
    """A line shape: DrawingML with the same line in VML for old Words; ``across``: its place, else centred."""
    line_ = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    shape = f"<wps:cNvCnPr/><wps:spPr>{{moved}}{geometry}{line_}</wps:spPr><wps:bodyPr/>"
    return twice(anchored(mm, height, shape, across or "<wp:align>center</wp:align>"), vml(mm) if fallback else "")


def vml(mm: float) -> str:
    """A line of old Words."""
    return f'<w:pict><v:line from="10pt,2pt" to="{10 + mm * 72 / 25.4:.1f}pt,2pt"/></w:pict>'


def boxed(inner: str, width: float = 30, height: float = 8, framed: bool = True, across: str = "") -> str:
    """A run with a text box holding the paragraphs ``inner``, stored twice."""
    text = f"<w:txbxContent>{inner}</w:txbxContent>"
    fill = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>' if framed else "<a:noFill/>"
    shape = (
        '<wps:cNvSpPr txBox="1"/><wps:spPr>{moved}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525">{fill}</a:ln></wps:spPr><wps:txbx>{text.replace("{", "{{").replace("}", "}}")}</wps:txbx><wps:bodyPr lIns="0" rIns="0"/>'
    )
    stroked = "" if framed else ' stroked="f"'
    old = f'<w:pict><v:rect style="width:{width}mm;height:{height}mm"{stroked}><v:textbox>{text}</v:textbox></v:rect></w:pict>'
    return twice(anchored(width, height, shape, across or "<wp:align>center</wp:align>"), old)


def picture(width: float = 30, height: float = 20, floating: bool = True) -> str:
    """A run with a picture, such as a signature or a stamp."""
    frame = "anchor" if floating else "inline"
    return (
        f'<w:r><w:drawing><wp:{frame}><wp:extent cx="{round(width * 36000)}" cy="{round(height * 36000)}"/><a:graphic>'
        f"<a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r>"
    )


def field(instruction: str, result: str, size: float = 14) -> str:
    """A complex field."""
    face = f'<w:rPr><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    steps = (
        '<w:fldChar w:fldCharType="begin"/>', f"<w:instrText> {instruction} </w:instrText>", '<w:fldChar w:fldCharType="separate"/>',
        words(result), '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    return "".join(f"<w:r>{face}{step}</w:r>" for step in steps)


def page(*, margins=(20, 20, 30, 20), size=(11906, 16838), refs="", title=True, kind="") -> str:
    """The section properties; margins: top, bottom, left, right in mm, or None for a file without them."""
    edges = zip(("top", "bottom", "left", "right"), margins or (), strict=False)
    margin = " ".join(f'w:{side}="{round(mm * MM)}"' for side, mm in edges)
    margin = f'<w:pgMar {margin} w:header="720" w:footer="720" w:gutter="0"/>' if margins else ""
    first = "<w:titlePg/>" if title else ""
    return f'<w:sectPr>{refs}{kind}<w:pgSz w:w="{size[0]}" w:h="{size[1]}"/>{margin}{first}</w:sectPr>'


def part(root: str, inner: str) -> bytes:
    """A part with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:{root} {XMLNS} mc:Ignorable="">{inner}</w:{root}>'.encode()


def rels(**targets: tuple[str, str]) -> bytes:
    """A part of relationships: id → (kind, target); a target of «https:» leads outside."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{NAMES["r"]}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for key, (kind, target) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE_RELS}">{inner}</Relationships>'.encode()


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" '
    'w:hAnsi=".VnTime"/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>'
)
THEME = (
    f'<?xml version="1.0"?><a:theme xmlns:a="{NAMES["a"]}"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
).encode()


def numbered(number: int, level: int = 0) -> str:
    """The paragraph property of an automatic number."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def package(*pieces: str, section: str | None = None, main="word/document.xml", settings="", styles=STYLES, **margins: str) -> dict[str, bytes]:
    """The parts of a file. ``margins``: header1="…", footer2="…", the XML of their paragraphs, related as rIdheader1 …"""
    folder, name = main.rsplit("/", 1) if "/" in main else ("", main)
    prefix = f"{folder}/" if folder else ""
    inner = "".join(pieces) + (page() if section is None else section)
    related = {f"rId{key}": (key.rstrip("0123456789"), f"{key}.xml") for key in margins}
    overrides = "".join(
        f'<Override PartName="/{prefix}{key}" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for key, kind in ((name, "document.main"), ("styles.xml", "styles"), ("numbering.xml", "numbering"), ("settings.xml", "settings"))
    ) + "".join(f'<Override PartName="/{prefix}{key}.xml" ContentType="{WORD_TYPE}.{key.rstrip("0123456789")}+xml"/>' for key in margins)
    types = (
        f'<?xml version="1.0"?><Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": rels(rId1=("officeDocument", main)),
        main: part("document", f"<w:body>{inner}</w:body>"),
        f"{prefix}_rels/{name}.rels": rels(
            rId1=("styles", "styles.xml"), rId2=("numbering", "numbering.xml"), rId3=("theme", "theme/theme1.xml"),
            rId4=("settings", "settings.xml"), **related,
        ),
        f"{prefix}styles.xml": part("styles", styles),
        f"{prefix}numbering.xml": part("numbering", NUMBERING),
        f"{prefix}theme/theme1.xml": THEME,
        f"{prefix}settings.xml": part("settings", settings),
        **{f"{prefix}{key}.xml": part("hdr" if key.startswith("header") else "ftr", xml) for key, xml in margins.items()},
    }


def reference(where: str, kind: str, key: str) -> str:
    """The section's word for a header or footer."""
    return f'<w:{where}Reference w:type="{kind}" r:id="rId{key}"/>'
