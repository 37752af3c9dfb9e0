"""A frame and a body text become one Template: the page of the one, the words of the other, the places of
both.

The frame's document part, its headers and footers (where they hold tags) and the file properties become
programs; every other member is taken over compressed, byte for byte. What depends on the profile is not
decided here: the indents of the rule lines come as names (``ke_tieu_ngu`` …) that are filled per document
from the widths of its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportgen import sandbox
from reportgen.archive import Member, pack, packed_members
from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.document import DataTable, Document
from reportgen.docx.body import BodyWriter
from reportgen.docx.frame_facts import heading_indents, style_ids, style_size, text_width
from reportgen.docx.numbering import NUMBERING, Labels, announced, with_list
from reportgen.docx.package import CONTENT_TYPES, MAIN_PART, read_package
from reportgen.docx.properties import core_program
from reportgen.docx.runs import Styles
from reportgen.docx.structure import emptied_faults, marked_statement, statement_faults
from reportgen.docx.tags import TaggedPart, has_tags, program_text, tagged_part
from reportgen.docx.xml import Element, make, parse, qn
from reportgen.errors import DataError
from reportgen.profile import STYLE_NAMES
from reportgen.program.tags import ProgramText, split_tags
from reportgen.tables.declared import TableType
from reportgen.template import Template

if TYPE_CHECKING:
    from reportgen.docx.placed_tables import TableWriter

NO_TABLES: Mapping[str, TableType] = MappingProxyType({})
CORE = "docProps/core.xml"
STYLES = "word/styles.xml"
RULES = ("ke_tieu_ngu", "ke_tieu_de_dang", "ke_co_quan", "ke_trich_yeu")
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
    tables: Mapping[str, TableType] = NO_TABLES,
    appendices: tuple[DataTable, ...] = (),
    profile: str = "",
) -> Template:
    """The template of this frame and this body text.

    ``scheme`` are samples of section numbers by level; ``automatic`` asks for real Word numbering;
    ``scheme_place`` is where the scheme was typed. DataError with every finding of frame, text and tags;
    ``notes`` of the template do not block. ``tables`` are the data tables the text places, ``appendices`` those that
    stand after the signature (``tables.placing`` takes them out of the text). ``profile`` is the key of the layout the frame
    was made in: the document says it in its properties, for whoever checks it before it has a date.
    """
    parts = read_package(frame, frame_file)
    findings: list[Finding] = []
    labels = Labels(body, scheme, automatic, scheme_place)
    page = tagged_part(parts[MAIN_PART], frame_file)
    sheet = parse(parts[STYLES]) if STYLES in parts else None
    ids = style_ids(sheet)
    _indent_rules(page, ids)
    _refuse_slots(page)
    page.findings += emptied_faults(page.root, marked_statement(page))
    numbering, number = (
        with_list(parts.get(NUMBERING), labels.scheme[: labels.automatic], heading_indents(sheet, ids))
        if labels.automatic
        else (None, 0)
    )
    styles, width = Styles(ids, Place(frame_file), findings), text_width(page.root)
    placed = _table_writer(page, body, appendices, tables, styles)
    writer = BodyWriter(body, styles, labels, width, placed, number, style_size(sheet, ids.get("bang_chu", "")))
    main = program_text(page, writer.write, placed.write_appendices if placed else None)
    programs = {MAIN_PART: main, **other_programs(parts, frame_file, profile)}
    changed = {NUMBERING: numbering, **announced(parts)} if numbering else {}
    return assembled(frame, frame_file, programs, changed, findings, [*labels.notes, *writer.notes])


def _table_writer(
    page: TaggedPart,
    body: Document,
    appendices: tuple[DataTable, ...],
    tables: Mapping[str, TableType],
    styles: Styles,
) -> TableWriter | None:
    """The writer of the data tables; None, and none of its modules loaded, for a text without any."""
    if not appendices and not any(isinstance(block, DataTable) for block in body.blocks):
        return None
    from reportgen.docx.placed_tables import table_writer

    return table_writer(page, body.blocks, appendices, tables, styles)


def assembled(
    archive: bytes,
    file: str,
    programs: Mapping[str, ProgramText],
    changed: Mapping[str, bytes],
    findings: Iterable[Finding],
    notes: Iterable[Finding] = (),
) -> Template:
    """The template of these programs and the untouched members of the archive. DataError if anything is wrong
    with them.
    """
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


def other_programs(parts: Mapping[str, bytes], file: str, profile: str = "") -> dict[str, ProgramText]:
    """Headers, footers and notes that hold tags, and the file properties."""
    made = {}
    for name, label in labelled_parts(parts):
        if has_tags(parts[name]):
            part = tagged_part(parts[name], file, label)
            part.findings += [
                *emptied_faults(part.root, marked_statement(part)),
                *(_stray_slot(place) for place in part.slots),
            ]
            if part.tags or part.findings:
                made[name] = program_text(part)
    if CORE in parts:
        made[CORE] = core_text(file, profile)
    return made


def labelled_parts(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The parts of a page besides its main one, with what staff call them."""
    named = (
        (name, name.removeprefix("word/").rstrip("0123456789.xml"))
        for name in sorted(parts)
        if name.startswith("word/")
    )
    return [(name, PART_LABELS[kind]) for name, kind in named if kind in PART_LABELS]


def core_text(file: str, profile: str = "") -> ProgramText:
    """The file properties, filled from the document: title, issuing body, day; the key of its layout is the template's own."""
    text = ProgramText()
    place = Place(file, part=PROPERTIES_LABEL)
    for piece, is_tag in split_tags(core_program(profile)):
        if is_tag:
            text.tag(piece, place)
        else:
            text.text(piece)
    return text


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
    return error(
        "MAU51", "nội dung không đặt được ở đây", place, hint="{{p noi_dung }} chỉ đặt trong thân văn bản"
    )


def _reading_order(member: Member) -> tuple[bool, bool, str]:
    return (member.name != CONTENT_TYPES, not member.name.startswith("_rels/"), member.name)
