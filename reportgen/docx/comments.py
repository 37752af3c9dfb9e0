"""Comments in a Word file: ``with_comments`` puts remarks beside the paragraphs they are about, in a copy of the package.

Nothing else changes: comments that are there keep their numbers, their words and whatever newer Words hang on them. Ours
have an author and no date, so the same remarks make the same bytes. A comment covers the whole paragraph: findings are
about paragraphs, and a range over some letters would have to cut runs apart.

Word allows no comments in headers, footers and text boxes; remarks about those hang on the nearest paragraph of the body.

A copy made here carries a digest of itself (an XML comment in the part of the comments, which Word drops when somebody
saves the file): so a copy a person has worked on is known from one that may be made anew (``is_own_copy``).
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Mapping, Sequence

from reportgen.diagnostics import NOWHERE, Place
from reportgen.docx.package import CONTENT_TYPES, write_package
from reportgen.docx.reader import Marked
from reportgen.docx.xml import HEADER, NS, Element, SubElement, etree, make, parse, qn, serialize
from reportgen.noun import noun
from reportgen.pattern import Pattern

AUTHOR, INITIALS = "reportgen", "rg"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
STAMP = Pattern(rb"<!--reportgen ([0-9a-f]{64})-->")
CONTROL = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SIZE, MARK_SIZE = "20", "16"
BOLD_UP_TO = 1
"""The first line of a remark is bold."""


@noun
class Remark:
    """What is said about a paragraph (its number as the reader gave it; -1: the document as a whole), line by line."""

    paragraph: int
    lines: tuple[str, ...]


def with_comments(package: Mapping[str, bytes], marked: Marked, remarks: Sequence[Remark], place: Place = NOWHERE) -> bytes:
    """The bytes of a copy of ``package`` with one comment for each remark, none without remarks; ``marked`` is its reading.

    The trees of ``marked`` are changed.
    DataError TT10: a part that has to be extended is broken.
    """
    body = marked.roots[marked.main].find(qn("w:body"))
    order = {element: at for at, element in enumerate(body.iter(qn("w:p")))}
    anchored = [(_anchor(marked, order, remark.paragraph), remark) for remark in remarks]
    anchored = sorted(((a, r) for a, r in anchored if a is not None), key=lambda pair: order[pair[0]])
    if not anchored:
        return b""
    parts = dict(package)
    name, comments = _comments_part(parts, marked.main, place)
    for number, (paragraph, remark) in enumerate(anchored, _first_free(comments, body)):
        comments.append(_comment(number, remark))
        _mark(paragraph, number)
    parts[marked.main] = serialize(marked.roots[marked.main])
    parts[name] = serialize(comments)
    parts[name] = parts[name].replace(HEADER.encode(), f"{HEADER}<!--reportgen {_digest(parts)}-->\n".encode(), 1)
    return write_package(parts)


def is_own_copy(package: Mapping[str, bytes]) -> bool:
    """True if the package was made here and nobody has changed it since."""
    for name, content in package.items():
        stamp = STAMP.search(content[:400]) if name.endswith(".xml") else None
        if stamp:
            bare = content.replace(stamp[0] + b"\n", b"", 1)
            return _digest({**package, name: bare}) == stamp[1].decode()
    return False


def _digest(parts: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name}\0{len(parts[name])}\0".encode() + parts[name])
    return whole.hexdigest()


def _anchor(marked: Marked, order: Mapping[Element, int], number: int) -> Element | None:
    """The paragraph of the body a remark hangs on: the one meant, or the one its text box hangs on, else the first."""
    element = marked.elements.get(number)
    if element is not None:
        outer = [e for e in (element, *element.iterancestors(qn("w:p"))) if e in order]
        if outer:
            return outer[-1]
    return next(iter(order), None)


def _comments_part(parts: dict[str, bytes], main: str, place: Place) -> tuple[str, Element]:
    """Name and root of the part that holds the comments; made, related and declared if there is none."""
    folder, file = posixpath.split(main)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    relations = parse(parts[path], place) if path in parts else etree.Element(f"{{{NS['rel']}}}Relationships", nsmap={None: NS["rel"]})
    names = {name.lower(): name for name in parts}
    for relation in relations:
        if relation.get("Type", "").endswith("/comments") and relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            if target.lower() in names:
                return names[target.lower()], parse(parts[names[target.lower()]], place)
    name = _free(names, folder)
    taken = {relation.get("Id") for relation in relations}
    new = next(f"rIdNhanXet{n}" for n in range(1, len(taken) + 2) if f"rIdNhanXet{n}" not in taken)
    SubElement(relations, f"{{{NS['rel']}}}Relationship", Id=new, Type=KIND, Target=posixpath.basename(name))
    parts[path] = serialize(relations)
    _declare(parts, name, place)
    return name, make("w:comments")


def _free(names: Iterable[str], folder: str) -> str:
    wanted = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(1000))
    return next(name for name in wanted if name.lower() not in names)


def _declare(parts: dict[str, bytes], name: str, place: Place) -> None:
    types = parse(parts[CONTENT_TYPES], place)
    SubElement(types, f"{{{NS['ct']}}}Override", PartName=f"/{name}", ContentType=TYPE)
    parts[CONTENT_TYPES] = serialize(types)


def _first_free(comments: Element, body: Element) -> int:
    """A number above all that comments have, or that ranges left behind by lost comments still have."""
    names = [qn(f"w:comment{end}") for end in ("RangeStart", "RangeEnd", "Reference")]
    ids = [element.get(qn("w:id"), "") for element in (*comments, *body.iter(*names))]
    return 1 + max((int(found) for found in ids if found.isascii() and found.isdigit()), default=-1)


def _comment(number: int, remark: Remark) -> Element:
    comment = make("w:comment", id=str(number), author=AUTHOR, initials=INITIALS)
    for at, line in enumerate(remark.lines or ("",)):
        paragraph = SubElement(comment, qn("w:p"))
        if at == 0:
            reference = _run(paragraph, MARK_SIZE)
            SubElement(reference, qn("w:annotationRef"))
        run = _run(paragraph, SIZE, bold=at < BOLD_UP_TO)
        text = SubElement(run, qn("w:t"))
        text.text = CONTROL.sub("", line)
        text.set(qn("xml:space"), "preserve")
    return comment


def _run(paragraph: Element, size: str, bold: bool = False) -> Element:
    run = SubElement(paragraph, qn("w:r"))
    properties = SubElement(run, qn("w:rPr"))
    if bold:
        SubElement(properties, qn("w:b"))
    SubElement(properties, qn("w:sz")).set(qn("w:val"), size)
    return run


def _mark(paragraph: Element, number: int) -> None:
    """The range over all of the paragraph, and the reference after it."""
    start = 1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0
    while start < len(paragraph) and paragraph[start].tag == qn("w:commentRangeStart"):
        start += 1
    paragraph.insert(start, make("w:commentRangeStart", id=str(number)))
    paragraph.append(make("w:commentRangeEnd", id=str(number)))
    SubElement(_run(paragraph, MARK_SIZE), qn("w:commentReference")).set(qn("w:id"), str(number))
