"""A frame and a body text become one Template: the page of the one, the words of the other, the places of both.

The frame's document part, its headers and footers (where they hold tags) and the file properties become programs; every
other member is taken over compressed, byte for byte. What depends on the profile is not decided here: the indents of
the rule lines come as names (``ke_tieu_ngu`` …) that are filled per document from the widths of its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportgen import sandbox
from reportgen.archive import Member, pack, packed_members
from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.document import Document
from reportgen.docx.body import BodyWriter
from reportgen.docx.numbering import NUMBERING, Labels, announced, with_list
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART, read_package
from reportgen.docx.properties import core_program
from reportgen.docx.runs import Styles
from reportgen.docx.structure import emptied_faults, marked_statement, statement_faults
from reportgen.docx.tags import TaggedPart, has_tags, program_text, tagged_part
from reportgen.docx.xml import Element, make, parse, qn
from reportgen.errors import DataError
from reportgen.profile import STYLE_ALIASES, STYLE_NAMES
from reportgen.program.tags import ProgramText, split_tags
from reportgen.template import Template

CORE = "docProps/core.xml"
STYLES = "word/styles.xml"
RULES = ("ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu")
A4_TEXT_WIDTH = 9071
PROPERTIES_LABEL = "thuộc tính tệp"
PART_LABELS = {"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích"}
AFTER_INDENT = frozenset(
    qn(f"w:{name}")
    for name in (
        "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip


def compile_template(
    frame: bytes,
    body: Document,
    *,
    frame_file: str,
    scheme: Sequence[str] = (),
    automatic: bool = False,
    scheme_place: Place = NOWHERE,
) -> Template:
    """The template of this frame and this body text.

    ``scheme`` are samples of section numbers by level; ``automatic`` asks for real Word numbering; ``scheme_place`` is
    where the scheme was typed. DataError with every finding of frame, text and tags; ``notes`` of the template do not block.
    """
    parts = read_package(frame, frame_file)
    findings: list[Finding] = []
    labels = Labels(body, scheme, automatic, scheme_place)
    page = tagged_part(parts[MAIN_PART], frame_file)
    ids = style_ids(parts.get(STYLES, b""))
    _indent_rules(page, ids)
    _refuse_slots(page)
    page.findings += emptied_faults(page.root, marked_statement(page))
    numbering, number = with_list(parts.get(NUMBERING), labels.scheme, labels.automatic) if labels.automatic else (None, 0)
    writer = BodyWriter(body, Styles(ids, Place(frame_file), findings), labels, text_width(page.root), number)
    programs = {MAIN_PART: program_text(page, writer.write), **other_programs(parts, frame_file)}
    changed = {NUMBERING: numbering, **announced(parts)} if numbering else {}
    return assembled(frame, frame_file, programs, changed, findings, labels.notes)


def assembled(
    archive: bytes,
    file: str,
    programs: Mapping[str, ProgramText],
    changed: Mapping[str, bytes],
    findings: Iterable[Finding],
    notes: Iterable[Finding] = (),
) -> Template:
    """The template of these programs and the untouched members of the archive. DataError if anything is wrong with them."""
    found = list(findings)
    made = {}
    for name, text in programs.items():
        faults = [*text.findings, *statement_faults(text)]
        made[name] = text.program()
        found += faults or sandbox.check(made[name])
    if found:
        raise DataError(found)
    members = packed_members(archive) | {name: pack(name, content, 9) for name, content in changed.items()}
    kept = [member for name, member in members.items() if name not in made]
    return Template(file, tuple(made.items()), tuple(sorted(kept, key=_reading_order)), tuple(notes))


def other_programs(parts: Mapping[str, bytes], file: str) -> dict[str, ProgramText]:
    """Headers, footers and notes that hold tags, and the file properties."""
    made = {}
    for name, label in labelled_parts(parts):
        if has_tags(parts[name]):
            part = tagged_part(parts[name], file, label)
            part.findings += [*emptied_faults(part.root, marked_statement(part)), *(_stray_slot(place) for place in part.slots)]
            if part.tags or part.findings:
                made[name] = program_text(part)
    if CORE in parts:
        made[CORE] = core_text(file)
    return made


def labelled_parts(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The parts of a page besides its main one, with what staff call them."""
    named = ((name, name.removeprefix("word/").rstrip("0123456789.xml")) for name in sorted(parts) if name.startswith("word/"))
    return [(name, PART_LABELS[kind]) for name, kind in named if kind in PART_LABELS]


def core_text(file: str) -> ProgramText:
    """The file properties, filled from the document: title, issuing body, day."""
    text = ProgramText()
    place = Place(file, part=PROPERTIES_LABEL)
    for piece, is_tag in split_tags(core_program()):
        if is_tag:
            text.tag(piece, place)
        else:
            text.text(piece)
    return text


def style_ids(styles: bytes) -> dict[str, str]:
    """Component → style id in this frame, found by the style's name or alias, capitals ignored."""
    by_name: dict[str, str] = {}
    for style in parse(styles).iter(qn("w:style")) if styles else ():
        for said in (style.find(qn("w:name")), style.find(qn("w:aliases"))):
            for name in (said.get(qn("w:val"), "") if said is not None else "").split(","):
                by_name.setdefault(name.strip().casefold(), style.get(qn("w:styleId"), ""))
    found = {}
    for component, (_, name) in STYLE_NAMES.items():
        for wanted in (name, STYLE_ALIASES.get(component, name)):
            if wanted.casefold() in by_name:
                found.setdefault(component, by_name[wanted.casefold()])
    return found


def text_width(root: Element) -> int:
    """Twips between the margins of the section the body stands in (the last one of the frame)."""
    sections = list(root.iter(qn("w:sectPr")))
    if not sections:
        return A4_TEXT_WIDTH
    size, margin = sections[-1].find(qn("w:pgSz")), sections[-1].find(qn("w:pgMar"))
    if size is None or margin is None:
        return A4_TEXT_WIDTH
    width, left, right = (e.get(qn(f"w:{n}"), "0") for e, n in ((size, "w"), (margin, "left"), (margin, "right")))
    return max(int(width) - int(left) - int(right), 1000)


def _indent_rules(page: TaggedPart, ids: Mapping[str, str]) -> None:
    """The rule paragraphs get their indents per document, from the names the rules are called by."""
    rules = {ids[component]: component for component in RULES if component in ids}
    for style in list(page.root.iter(qn("w:pStyle"))):
        component = rules.get(style.get(qn("w:val"), ""))
        if component:
            properties = style.getparent()
            for old in properties.findall(qn("w:ind")):
                properties.remove(old)
            side = page.mark(f"{{{{ {component} }}}}", Place(page.file, part=STYLE_NAMES[component][1]))
            _insert_indent(properties, make("w:ind", left=side, right=side, firstLine="0"))


def _insert_indent(properties: Element, indent: Element) -> None:
    for child in properties:
        if child.tag in AFTER_INDENT:
            child.addprevious(indent)
            return
    properties.append(indent)


def _refuse_slots(page: TaggedPart) -> None:
    place = Place(page.file)
    if not page.slots:
        page.fault("MAU51", "khung không có chỗ đặt nội dung", place, "thêm một đoạn chỉ có {{p noi_dung }}")
    for extra in page.slots[1:]:
        page.fault("MAU51", "khung có hơn một chỗ đặt nội dung", extra, "chỉ giữ một đoạn {{p noi_dung }}")


def _stray_slot(place: Place) -> Finding:
    return error("MAU51", "nội dung không đặt được ở đây", place, hint="{{p noi_dung }} chỉ đặt trong thân văn bản")


def _reading_order(member: Member) -> tuple[bool, bool, str]:
    return (member.name != CONTENT_TYPES, not member.name.startswith("_rels/"), member.name)
