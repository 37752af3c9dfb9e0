"""The number at the head (or foot) of the pages: put in where none is, taken away where it must not be.

A new number stands in the default header of the section: in the blank one it has, else in a part of its own, with its content
type and relationship. References to headers are nothing Word tracks; with a tracking pen the letters of the number are the
tracked change, and rejecting them leaves an empty header nobody sees.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from reportgen.diagnostics import NOWHERE
from reportgen.docx.mend.letters import runs_of
from reportgen.docx.mend.nouns import NumberAdded
from reportgen.docx.mend.parts import rewritten
from reportgen.docx.mend.pen import Pen
from reportgen.docx.mend.properties import set_face, set_format
from reportgen.docx.mend.sections import sections_of
from reportgen.docx.package import CONTENT_TYPES
from reportgen.docx.reader.inline import SIMPLE_FIELD, T
from reportgen.docx.reader.marked import REFERENCE_ID, Marked
from reportgen.docx.reader.parts import Parts
from reportgen.docx.xml import HEADER, NS, Element, etree, make, parse, qn, serialize

OFFICE = NS["r"]
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"header": "hdr", "footer": "ftr"}
OTHER_WORDS = "đầu trang (hoặc chân trang) đã có nội dung khác"
NO_LIST = "tệp thiếu danh sách các phần bên trong; mở bằng Word rồi lưu lại trước"
STRANGE = "số trang nằm chung với chữ khác"


def add_number(
    pen: Pen, package: Mapping[str, bytes], marked: Marked, change: NumberAdded
) -> tuple[str, dict[str, bytes], str]:
    """The name of the part whose tree changed, new parts (header, relationships, content types), and the reason if the
    number cannot be put in.
    """
    root = marked.roots[marked.main]
    sections = sections_of(root)
    part = _default_part(package, marked, sections[: change.index + 1], change.where)
    if part:
        holder = _blank_paragraph(marked.roots[part]) if part in marked.roots else None
        if holder is None:
            return "", {}, OTHER_WORDS
        _write_number(pen, holder, change)
        return part, {}, ""
    if not Parts(package, NOWHERE).name(CONTENT_TYPES):
        return "", {}, NO_LIST
    made = _new_part(pen, change)
    name, key, parts = _registered(package, marked.main, change.where)
    reference = make(f"w:{change.where}Reference", type="default")
    reference.set(REFERENCE_ID, key)
    _put_reference(sections[change.index], reference)
    return marked.main, {**parts, name: serialize(made)}, ""


def take_number(pen: Pen, paragraph: Element) -> str:
    """Remove the PAGE field of a paragraph; the reason if other words stand beside it."""
    shown = "".join(t.text or "" for t in paragraph.iter(T))
    if shown.strip(" -–—") and not shown.strip(" -–—").isdigit():
        return STRANGE
    for field in list(paragraph.iter(SIMPLE_FIELD)):
        _spell_out(field)
    for run in list(runs_of(paragraph)):
        if not pen.tracked:
            run.getparent().remove(run)
            continue
        mark = pen.mark("w:del")
        run.addprevious(mark)
        mark.append(run)
        for old, new in (("w:t", "w:delText"), ("w:instrText", "w:delInstrText")):
            for text in run.iter(qn(old)):
                text.tag = qn(new)
    return ""


def _spell_out(field: Element) -> None:
    """A simple field as the five pieces of a complex one: only runs can be tracked."""
    begin, asked, separate, end = (make("w:r") for _ in range(4))
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        run.append(make("w:fldChar", fldCharType=kind))
    asked.append(make("w:instrText"))
    asked[0].text = field.get(qn("w:instr"), "")
    for piece in (begin, asked, separate, *list(field), end):
        field.addprevious(piece)
    field.getparent().remove(field)


def _default_part(package: Mapping[str, bytes], marked: Marked, sections: list[Element], where: str) -> str:
    """The default header a section shows: its own or that of the nearest section before it; '' where there is none."""
    targets = {key: target for key, (_, target) in Parts(package, NOWHERE).relations(marked.main).items()}
    for section in reversed(sections):
        for reference in section.iterfind(qn(f"w:{where}Reference")):
            if reference.get(qn("w:type"), "default") == "default":
                return targets.get(reference.get(REFERENCE_ID, ""), "")
    return ""


def _blank_paragraph(root: Element) -> Element | None:
    """The first paragraph of a header with nothing in it; None if there is something."""
    content = ("w:t", "w:drawing", "w:pict", "w:object", "w:sdt", "w:tbl", "w:fldSimple", "w:instrText")
    if any(next(root.iter(qn(name)), None) is not None for name in content):
        return None
    return root.find(qn("w:p"))


def _write_number(pen: Pen, paragraph: Element, change: NumberAdded) -> None:
    plain = (("align", change.align), ("left", 0), ("right", 0), ("first", 0), ("before", 0), ("after", 0))
    set_format(pen.properties(paragraph, "w:pPr"), plain)
    holder = paragraph
    if pen.tracked:
        holder = pen.mark("w:ins")
        paragraph.append(holder)
    for piece in _field():
        run = make("w:r")
        properties = make("w:rPr")
        set_face(properties, change.values)
        run.append(properties)
        run.append(piece)
        holder.append(run)


def _field() -> list[Element]:
    begin, separate, end = (make("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    asked, shown = make("w:instrText"), make("w:t")
    asked.text, shown.text = " PAGE ", "2"
    asked.set(f"{{{NS['xml']}}}space", "preserve")
    return [begin, asked, separate, shown, end]


def _new_part(pen: Pen, change: NumberAdded) -> Element:
    root = etree.Element(qn(f"w:{ROOTS[change.where]}"), nsmap={"w": NS["w"], "r": NS["r"]})
    paragraph = make("w:p")
    root.append(paragraph)
    _write_number(Pen() if not pen.tracked else pen, paragraph, change)
    change_of_new = paragraph.find(f"{qn('w:pPr')}/{qn('w:pPrChange')}")
    if change_of_new is not None:
        change_of_new.getparent().remove(change_of_new)
    return root


def _registered(package: Mapping[str, bytes], main: str, where: str) -> tuple[str, str, dict[str, bytes]]:
    """Name and relationship id of a new part, and the parts that list it."""
    folder, document = posixpath.split(main)
    taken = {name.lower() for name in package}
    count = next(n for n in range(1, len(taken) + 2) if f"{folder}/{where}{n}.xml".lower() not in taken)
    name = posixpath.join(folder, f"{where}{count}.xml")
    list_name = posixpath.join(folder, "_rels", f"{document}.rels")
    list_name = Parts(package, NOWHERE).name(list_name) or list_name
    empty = f'{HEADER}<Relationships xmlns="{NS["rel"]}"/>'.encode()
    relations = parse(package.get(list_name, empty))
    keys = {relation.get("Id", "") for relation in relations}
    key = next(f"rIdSoTrang{n}" for n in range(1, len(keys) + 2) if f"rIdSoTrang{n}" not in keys)
    etree.SubElement(
        relations, f"{{{NS['rel']}}}Relationship", Id=key, Type=f"{OFFICE}/{where}", Target=posixpath.basename(name)
    )
    types_name = Parts(package, NOWHERE).name(CONTENT_TYPES)
    types = parse(package[types_name])
    etree.SubElement(types, f"{{{NS['ct']}}}Override", PartName=f"/{name}", ContentType=f"{TYPES}.{where}+xml")
    return name, key, {
        list_name: rewritten(package.get(list_name, empty), relations),
        types_name: rewritten(package[types_name], types),
    }


def _put_reference(section: Element, reference: Element) -> None:
    """References come first in a section; a header before the footers."""
    held = [child for child in section if child.tag.endswith("Reference")]
    if reference.tag == qn("w:footerReference") and held:
        held[-1].addnext(reference)
    else:
        section.insert(0, reference)


