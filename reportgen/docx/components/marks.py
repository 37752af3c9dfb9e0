"""Elements of their own that stand anywhere on the first or last page: stamps in boxes, contact line, copies, signatures' images.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.2-III.4 and Phần II. What a stamp of rubber leaves on paper is in no file;
what is typed or drawn is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.docx.components.letterhead_lines import DRAFT, is_number, is_place_and_date, stamp_of
from reportgen.docx.components.lines import is_upper, lines_of, opening
from reportgen.docx.components.nouns import Component
from reportgen.docx.reader import Paragraph, Reading
from reportgen.pattern import Pattern

HEAD = 60
"""A box that hangs on one of the first paragraphs is on page 1."""
LONGEST_MARK = 30
LONGEST_CONTACT = 400
LONGEST_COPY = 40
ADDRESS = Pattern(r"[-*]?\s*(dia chi|tru so|d/c)\s*(lien he)?\s*:")
WIRES = Pattern(r"\b(dien thoai|sdt|dt|tel|fax|e-?mail|website|web|trang thong tin dien tu|cong thong tin dien tu)\s*[:.]")


def stamps_in_boxes(reading: Reading) -> list[Component]:
    """Stamps in text boxes of page 1: độ khẩn, độ mật, phạm vi lưu hành, dự thảo, a digital signature."""
    found = []
    for box in reading.boxes:
        lines = [line for p in box.paragraphs for line in lines_of(p) if line.text] if box.anchor < HEAD else []
        kind = stamp_of(" ".join(line.text for line in lines)) if lines else ""
        if not kind and lines and DRAFT.match(opening(lines[0].text)) and len(lines[0].text) <= LONGEST_MARK:
            kind = "du_thao"
        if kind:
            found.append(Component(kind, tuple(lines)))
    return found


def limits_on_circulation(paragraphs: Iterable[Paragraph]) -> list[Component]:
    """«XEM XONG TRẢ LẠI», «LƯU HÀNH NỘI BỘ» typed as lines of their own outside the letterhead."""
    return [Component("pham_vi_luu_hanh", (p,)) for p in paragraphs if is_upper(p.text) and stamp_of(p.text) == "pham_vi_luu_hanh"]


def contact_line(reading: Reading, after: Iterable[Paragraph]) -> list[Component]:
    """Address, telephone, e-mail of the office: in the footers that are shown, or below the signature."""
    lines = [*(p for p in reading.margins if "PAGE" not in p.fields), *after]
    found = [p for p in lines if p.text and is_contact(p.text)]
    return [Component("lien_he", tuple(found), _above(found[0], lines))] if found else []


def is_contact(text: str) -> bool:
    """True for a line of contact data."""
    if len(text) > LONGEST_CONTACT:
        return False
    words = opening(text)
    return bool(ADDRESS.match(words)) or (len(WIRES.findall(words)) > 1) or bool(WIRES.match(words))


def copies(after: list[Paragraph]) -> Iterator[Component]:
    """The form of a copy below the signature («SAO Y») and the number the copy has."""
    forms = [p for p in after if len(p.text) < LONGEST_COPY and stamp_of(p.text) == "ban_sao"]
    if not forms:
        return
    yield from (Component("ban_sao", (p,)) for p in forms)
    yield from (Component("ban_sao_so", (p,)) for p in after if is_number(p.text) and not is_place_and_date(p.text))


def signature_images(signers: Iterable[Paragraph]) -> list[Component]:
    """Pictures among the lines of the signature: the first one the signature, a second one the stamp."""
    lines = [p for p in signers for _ in range(min(p.pictures, 2))]
    kinds = ("chu_ky_so_ca_nhan", "dau_chu_ky_so_co_quan")
    return [Component(kind, (line,)) for kind, line in zip(kinds, lines, strict=False)]


def _above(first: Paragraph, lines: list[Paragraph]):
    """The rule above the contact line: on it, or on the line above."""
    at = lines.index(first)
    for paragraph in lines[max(at - 1, 0) : at + 1]:
        if paragraph.strokes:
            return paragraph.strokes[0]
    return None
