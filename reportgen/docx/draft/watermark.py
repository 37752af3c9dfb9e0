"""«DỰ THẢO» across every page, as Word's own watermark does it: a text shape in VML behind the text, held by the header.

A page shows the header of its kind: the usual one, that of a first page (``titlePg``), that of even pages
(``evenAndOddHeaders``). A section without a header of a kind shows the one of the section before. So the first section gets
every kind the document may show, and each header part that is there gets the shape; no page is left without.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportgen.docx.markup import part
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART
from reportgen.docx.xml import NS, Element, SubElement, W, etree, make, parse, qn, serialize

RELATIONS = "word/_rels/document.xml.rels"
SETTINGS = "word/settings.xml"
HEADER_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
WORDS = "DỰ THẢO"
REFERENCE, TYPE, ID = qn("w:headerReference"), qn("w:type"), f"{{{NS['r']}}}id"

SHAPE = """\
<w:r xmlns:w="{w}" xmlns:v="{v}" xmlns:o="{o}"><w:rPr><w:noProof/></w:rPr><w:pict>\
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">\
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>\
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>\
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>\
<v:f eqn="sum @6 0 @5"/></v:formulas>\
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>\
<v:textpath on="t" fitshape="t"/></v:shapetype>\
<v:shape id="ChimDuThao{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;\
margin-top:0;width:400pt;height:115pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" \
fillcolor="silver" stroked="f"><v:fill opacity=".5"/>\
<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{words}"/></v:shape></w:pict></w:r>"""


def with_watermark(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with the words across every page of every section."""
    made = dict(parts)
    root = parse(made[MAIN_PART])
    sections = [s for s in root.iter(qn("w:sectPr")) if s.getparent() is not None and s.getparent().tag != qn("w:sectPrChange")]
    for kind in _kinds(made, sections):
        if sections and not any(ref.get(TYPE, "default") == kind for ref in sections[0].findall(REFERENCE)):
            _add_header(made, sections[0], kind)
    made[MAIN_PART] = serialize(root)
    for number, name in enumerate(_header_parts(made, sections), 1):
        made[name] = _marked(made[name], number)
    return made


def _kinds(parts: Mapping[str, bytes], sections: list[Element]) -> list[str]:
    """The kinds of header some page may show."""
    settings = parse(parts[SETTINGS]) if SETTINGS in parts else None
    has_even = settings is not None and settings.find(qn("w:evenAndOddHeaders")) is not None
    has_first = any(section.find(qn("w:titlePg")) is not None for section in sections)
    return ["default", *(["first"] if has_first else []), *(["even"] if has_even else [])]


def _add_header(parts: dict[str, bytes], section: Element, kind: str) -> None:
    """A new blank header of this kind for the section: part, relationship, content type, reference."""
    number = 1
    while f"word/header{number}.xml" in parts:
        number += 1
    name, key = f"word/header{number}.xml", f"rIdChim{number}"
    parts[name] = part("hdr", "<w:p/>")
    relations = parse(parts[RELATIONS])
    SubElement(relations, f"{{{NS['rel']}}}Relationship", Id=key, Type=HEADER_KIND, Target=f"header{number}.xml")
    parts[RELATIONS] = serialize(relations)
    types = parse(parts[CONTENT_TYPES])
    SubElement(types, f"{{{NS['ct']}}}Override", PartName=f"/{name}", ContentType=HEADER_TYPE)
    parts[CONTENT_TYPES] = serialize(types)
    reference = make("w:headerReference", type=kind)
    reference.set(ID, key)
    section.insert(0, reference)


def _header_parts(parts: Mapping[str, bytes], sections: list[Element]) -> list[str]:
    """The names of the header parts sections point to, each once."""
    targets = {r.get("Id"): r.get("Target", "") for r in parse(parts[RELATIONS])}
    named = [targets.get(ref.get(ID), "") for section in sections for ref in section.findall(REFERENCE)]
    paths = [posixpath.normpath(posixpath.join("/word", target)).lstrip("/") for target in named if target]
    return [path for path in dict.fromkeys(paths) if path in parts]


def _marked(header: bytes, number: int) -> bytes:
    root = parse(header)
    first = next(root.iter(qn("w:p")), None)
    if first is None:
        first = SubElement(root, qn("w:p"))
    shape = SHAPE.format(w=W, v=NS["v"], o=NS["o"], number=number, spid=2048 + number, words=WORDS)
    first.append(etree.fromstring(shape))
    return serialize(root)
