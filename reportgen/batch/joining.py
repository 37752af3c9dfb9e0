"""All documents of a batch in one .docx, to be printed at one go: a section for each unit, page numbers from 1 again.

The documents come from one template, so styles, headers and settings are the same parts; the bodies are put behind each other,
each ending in its own section. What would be wrong in silence is refused: numbers that Word counts by itself would go on through
all units, and bookmarks or parts that differ cannot stand twice under one name. Those go into a .zip.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.archive import join, pack
from reportgen.batch.plan import Plan
from reportgen.diagnostics import Place
from reportgen.docx.package import read_package
from reportgen.docx.sections import LOW
from reportgen.docx.xml import Element, W, etree, make, parse, qn, serialize
from reportgen.errors import UsageError

MOST = 300
"""Word itself labours with more; they are printed from the .zip or in parts (``--where``)."""
DOCUMENT, CORE = "word/document.xml", "docProps/core.xml"
OWN = frozenset({DOCUMENT, CORE})
_ZIP = "dùng --zip để gói các tệp riêng vào một tệp .zip"


def joined(folder: Path, names: Iterable[str], plan: Plan) -> bytes:
    """The bytes of the joined document. UsageError LO40 where the documents cannot stand in one file, LO41 for too many."""
    listed = list(names)
    if len(listed) > MOST:
        hint = f"gộp từng phần bằng --where hoặc --limit, hay {_ZIP}"
        raise UsageError.of("LO41", f"gộp được nhiều nhất {MOST} văn bản vào một tệp Word, ở đây có {len(listed)}", hint=hint)
    if not listed:
        raise UsageError.of("LO40", "không có văn bản nào dựng được để gộp")
    if plan.kind.numbering == "tu_dong":
        hint = f"đổi danh_so thành go_tay ở loai.yml, hoặc {_ZIP}"
        raise UsageError.of("LO40", "không gộp được vì số mục do Word tự đánh sẽ chạy tiếp từ đơn vị này sang đơn vị khác", hint=hint)
    first: Mapping[str, bytes] = {}
    root = body = None
    for name in listed:
        package = read_package((folder / name).read_bytes(), name)
        own = parse(package[DOCUMENT], Place(name))
        _refuse_unfit(package, first, own, name)
        if body is None:
            first, root, body = package, own, own.find(qn("w:body"))
            continue
        _end_section(body)
        body.extend(list(own.find(qn("w:body"))))
    _restart(body[-1])
    members = [pack(part, serialize(root) if part == DOCUMENT else content) for part, content in first.items()]
    return join(members)


def _refuse_unfit(package: Mapping[str, bytes], first: Mapping[str, bytes], root: Element, name: str) -> None:
    """LO40 for a document that cannot share a file with the others."""
    marks = [mark for mark in root.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) != "_GoBack"]
    counted = next(root.iter(qn("w:numId")), None) is not None
    other = first and {part for part in {*package, *first} - OWN if package.get(part) != first.get(part)}
    why = "có dấu trang (bookmark)" if marks else "có danh sách do Word tự đánh số" if counted else ""
    why = why or (f"có phần riêng ngoài thân văn bản ({sorted(other)[0]})" if other else "")
    if why:
        raise UsageError.of("LO40", f"không gộp được vì {name} {why}", Place(name), hint=_ZIP)


def _end_section(body: Element) -> None:
    """Turn the section of the end of the document into the section of its last paragraph."""
    section = body[-1]
    body.remove(section)
    _restart(section)
    last = body[-1]
    if last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        last = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr>{LOW}</w:pPr></w:p>')
        body.append(last)
    properties = last.find(qn("w:pPr"))
    if properties is None:
        properties = make("w:pPr")
        last.insert(0, properties)
    change = properties.find(qn("w:pPrChange"))
    properties.append(section) if change is None else change.addprevious(section)


AFTER_NUMBERS = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")


def _restart(section: Element) -> None:
    """A section on a new page that counts its pages from 1 (unless the frame says another number)."""
    kind = section.find(qn("w:type"))
    if kind is not None:
        kind.set(qn("w:val"), "nextPage")
    numbers = section.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = make("w:pgNumType")
        later = next((child for child in section if etree.QName(child).localname in AFTER_NUMBERS), None)
        section.append(numbers) if later is None else later.addprevious(numbers)
    if numbers.get(qn("w:start")) is None:
        numbers.set(qn("w:start"), "1")
