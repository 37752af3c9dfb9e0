"""Numbers of sections on the page: typed text, or real Word numbering that restarts.

Typed is the default, as offices do it. Real numbering is one multilevel list: Word restarts a level below
every higher one by itself, and shows the numbers of the levels above.

What Word cannot do: count in the letters of Vietnamese law. Its ``lowerLetter`` goes a b c d e f, the law
goes a b c d đ e g; OOXML has no format for that order (``vietnameseCounting`` spells words, and a custom
format is a list Word ignores). So a level counted in letters, and every level below it, stays typed text also
when numbering is automatic, and the template carries a note (MAU56) that says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.diagnostics import Finding, Place, Severity, error
from reportgen.document import Document, Heading, Numbered, controlled
from reportgen.docx.package import CONTENT_TYPES
from reportgen.docx.xml import HEADER, Element, W, etree, parse, qn, serialize
from reportgen.errors import DataError
from reportgen.noun import noun
from reportgen.section_numbers import EXAMPLES, Counter, Scheme, read_scheme
from reportgen.vietnamese.refusal import Refusal

NUMBERING = "word/numbering.xml"
LINKS = "word/_rels/document.xml.rels"
NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
NUMBERING_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
FORMATS = {"I": "upperRoman", "1": "decimal"}


@noun
class Label:
    """The number of one section: ``text`` to type, or ``tag`` that counts while printing, or ``list_level``
    of Word (from 0).

    With both a tag and a list level, Word prints the number and the tag only counts on, for the typed levels
    below.
    """

    text: str = ""
    tag: str = ""
    list_level: int | None = None


class Labels:
    """The labels of a document's sections in order. DataError if the scheme is none, or too short for the
    document.
    """

    def __init__(self, document: Document, samples: Sequence[str], automatic: bool, place: Place):
        self._samples = tuple(samples)
        self._scheme = _scheme(self._samples, place)
        self.automatic = _automatic_levels(self._scheme) if automatic else 0
        self.notes = _notes(self._scheme, self.automatic, place) if automatic else []
        sections = [
            (b, loose) for b, loose in controlled(document.blocks) if isinstance(b, Heading | Numbered)
        ]
        _refuse_too_deep([block for block, _ in sections], self._scheme, place)
        self._counter = None if any(loose for _, loose in sections) else Counter(self._scheme)

    @property
    def scheme(self) -> Scheme:
        """The patterns of the levels."""
        return self._scheme

    def next(self, section: Heading | Numbered) -> Label:
        """The label of the next section; call it once for each, in order."""
        level = section.level
        typed = level > self.automatic
        if self._counter is None:
            filter_ = "_so_muc" if typed else "_dem_muc"
            return Label(
                tag=f"{{{{ {level}|{filter_}('{';'.join(self._samples)}') }}}}",
                list_level=None if typed else level - 1,
            )
        text = self._counter.next_label(level)
        return Label(text=text) if typed else Label(list_level=level - 1)

    def sample(self, level: int) -> str:
        """How a label of this level looks."""
        return self._samples[level - 1]


def with_list(
    numbering: bytes | None, scheme: Scheme, indents: Sequence[Mapping[str, str]]
) -> tuple[bytes, int]:
    """The numbering part with one more list for this scheme, and the number of that list.

    ``indents`` are the attributes of ``w:ind`` by level; deeper levels take the last of them.
    """
    root = parse(numbering or f'{HEADER}<w:numbering xmlns:w="{W}"/>'.encode())
    abstract = _free(root, "w:abstractNum", "w:abstractNumId", 0)
    number = _free(root, "w:num", "w:numId", 1)
    made = etree.fromstring(_abstract_xml(abstract, scheme))
    for level, element in enumerate(made.iter(qn("w:ind"))):
        element.attrib.update(indents[min(level, len(indents) - 1)])
    held = root.findall(qn("w:abstractNum"))
    pictures = root.findall(qn("w:numPicBullet"))
    root.insert(len(pictures) + len(held), made)
    listed = etree.fromstring(
        f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    )
    root.insert(len(pictures) + len(held) + 1 + len(root.findall(qn("w:num"))), listed)
    return serialize(root), number


def announced(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """What tells Word of the numbering part, for a frame that had none: its content type and its relation."""
    if NUMBERING in parts:
        return {}
    types, links = parse(parts[CONTENT_TYPES]), parse(parts[LINKS])
    etree.SubElement(types, qn("ct:Override"), PartName=f"/{NUMBERING}", ContentType=NUMBERING_TYPE)
    used = {link.get("Id") for link in links}
    key = next(f"rIdDanhSo{n}" for n in range(len(used) + 1) if f"rIdDanhSo{n}" not in used)
    etree.SubElement(links, qn("rel:Relationship"), Id=key, Type=NUMBERING_RELATION, Target="numbering.xml")
    return {CONTENT_TYPES: serialize(types), LINKS: serialize(links)}


def _scheme(samples: tuple[str, ...], place: Place) -> Scheme:
    try:
        return read_scheme(samples)
    except Refusal as refusal:
        raise DataError.of("MAU55", refusal.message, place, hint=refusal.hint) from None


def _refuse_too_deep(sections: Sequence[Heading | Numbered], scheme: Scheme, place: Place) -> None:
    known = f"danh_so_muc mới khai {len(scheme)} cấp" if scheme else "loại văn bản chưa khai danh_so_muc"
    found = [
        error(
            "MAU54",
            f"mục cấp {section.level} chưa có cách đánh số: {known}",
            section.place,
            hint=f"khai thêm ở {place.file or 'loai.yml'}, ví dụ {EXAMPLES}",
        )
        for section in sections
        if section.level > len(scheme)
    ]
    if found:
        raise DataError(found)


def _automatic_levels(scheme: Scheme) -> int:
    """How many levels, from the first, Word can count itself."""
    for index, pattern in enumerate(scheme):
        own = [scheme[index - back].counters[-1] for back in range(len(pattern.counters) - 1, -1, -1)]
        shown_as_counted = list(pattern.counters) == own or set(pattern.counters) == {"1"}
        if pattern.has_letters or not shown_as_counted:
            return index
    return len(scheme)


def _notes(scheme: Scheme, automatic: int, place: Place) -> list[Finding]:
    if automatic == len(scheme):
        return []
    return [
        Finding(
            "MAU56",
            Severity.INFO,
            f"từ cấp {automatic + 1} trở xuống, số mục được gõ bằng chữ",
            place,
            hint="Word không tự đánh được thứ tự a, b, c, d, đ, e, g; các cấp trên vẫn đánh số tự động",
        )
    ]


def _abstract_xml(abstract: int, scheme: Scheme) -> str:
    levels = "".join(_level_xml(index, scheme) for index in range(len(scheme)))
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level_xml(index: int, scheme: Scheme) -> str:
    pattern = scheme[index]
    restart = '<w:lvlRestart w:val="0"/>' if pattern.runs_on else ""
    first = index + 1 - len(pattern.counters)
    text = pattern.before + ".".join(f"%{n + 1}" for n in range(first, index + 1)) + pattern.after
    roman_above = any(scheme[n].counters[-1] != "1" for n in range(first, index))
    legal = "<w:isLgl/>" if roman_above and set(pattern.counters) == {"1"} else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[pattern.counters[-1]]}"/>'
        f'{restart}{legal}<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        "<w:pPr><w:ind/></w:pPr></w:lvl>"
    )


def _free(root: Element, name: str, attribute: str, least: int) -> int:
    used = [int(e.get(qn(attribute), "0")) for e in root.findall(qn(name))]
    return max([least - 1, *used]) + 1
