"""Lines typed for the page around the text (addressees, bases, recipients, signers, names): what would print badly is said before.

The page sets the dash before a recipient and the sign after a line; who types them too gets «- - Tỉnh ủy;;». A tag ``{{ … }}`` means
nothing here and would print as it stands; text in an old encoding and letters nobody sees come from copying.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from reportgen.agency import Agency, Signer
from reportgen.diagnostics import Finding, Place, error, warning
from reportgen.fields import Declared
from reportgen.kinds import NONE, Kind
from reportgen.pattern import Pattern
from reportgen.report import Report
from reportgen.vietnamese.legacy import detect
from reportgen.vietnamese.refusal import quoted

_OPENING = Pattern(r"\s*[-–—•●·*+]\s+\S|\s*[-–—•●·]\S")
_CLOSING = {"addressees": Pattern(r"[;,:]\s*\Z"), "legal_bases": Pattern(r"[;,:.]\s*\Z"), "recipients": Pattern(r"[;,:.]\s*\Z")}
_ABBREVIATED = Pattern(r"(\b[A-ZĐ]{1,4}|\bv\.v|\.\.)\.\Z")
"""«TP. HCM.», «v.v.»: a full stop that belongs to the word."""
_TAGS = "{{", "{%", "}}", "%}"
_UNSEEN = frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF)))
LINES = {"addressees": "kính gửi", "legal_bases": "căn cứ", "recipients": "nơi nhận"}
"""The lists, by attribute. The page sets dashes before their lines and signs behind; a single addressee may end in a full stop."""
NAMES = {"name": "tên cơ quan", "parent": "tên cơ quan chủ quản", "place_name": "địa danh"}
WORDS = "words"


def check_typed_lines(report: Report, agency: Agency, form: Kind) -> list[Finding]:
    """DL71 for lines that would print badly, DL72 for one named twice, DL73 for what this kind of document does not print."""
    ours = report if report.recipients else agency
    found = []
    for owner, name in ((report, "addressees"), (report, "legal_bases"), (ours, "recipients")):
        for number, line in enumerate(getattr(owner, name)):
            found += _told(line, LINES[name], owner.at(name, number), name)
    found += _single(report, agency)
    return [*found, *_twice(report, "addressees"), *_twice(ours, "recipients"), *_unused(report, form)]


def check_typed_words(words: Mapping[str, str], report: Report) -> list[Finding]:
    """DL71 for the words of a report's own (``chu_rieng``)."""
    return [
        finding
        for key, text in words.items()
        for finding in _told(text, f"chữ riêng «{key}»", report.at("words", key), WORDS)
    ]


def _single(report: Report, agency: Agency) -> Iterator[Finding]:
    texts: list[tuple[Declared, str, str]] = [(agency, name, what) for name, what in NAMES.items()]
    texts += [(report if report.filing else agency, "filing", "nơi lưu"), (report, "competence", "thẩm quyền")]
    spelled = [signer for signer in (report.signer, report.left_signer) if isinstance(signer, Signer)]
    for signer in (*agency.signers, *spelled):
        texts += [(signer, "title", "chức vụ"), (signer, "name", "họ tên người ký")]
    for owner, name, what in texts:
        yield from _told(getattr(owner, name), what, owner.at(name), "")


def _told(text: str, what: str, place: Place, among: str) -> Iterator[Finding]:
    fault = line_fault(text, among) if text else None
    if fault:
        yield error("DL71", f"{what} {quoted(text)}: {fault[0]}", place, hint=fault[1])


@lru_cache(maxsize=4096)
def line_fault(text: str, among: str = "") -> tuple[str, str] | None:
    """What is wrong with a line and what to do, None for a good one; ``among``: the list it stands in, where it does."""
    if not _UNSEEN.isdisjoint(text):
        return "có ký tự ẩn", "xóa đi rồi gõ lại dòng này"
    if any(brace in text for brace in _TAGS):
        return "thẻ {{ … }} không dùng được ở đây, sẽ in nguyên như vậy", "ghi thẳng chữ cần in"
    if not text.isascii() and detect(text):
        return "viết bằng bảng mã cũ (TCVN3, VNI)", "gõ lại bằng Unicode"
    if among != WORDS and not any(char.isalnum() or char == "_" for char in text):
        return "không có chữ nào", "ghi chữ cần in, hoặc để trống"
    if among in LINES and _OPENING.match(text):
        return "có dấu đầu dòng, trang in đã tự thêm", "bỏ dấu ấy"
    if among in LINES and _CLOSING[among].search(text) and not _ABBREVIATED.search(text):
        return "có dấu ở cuối, trang in đã tự thêm", "bỏ dấu ấy"
    return None


def _twice(owner: Report | Agency, name: str) -> Iterator[Finding]:
    """DL72 for each line that was there before."""
    seen: set[str] = set()
    for number, line in enumerate(getattr(owner, name)):
        bare = " ".join(line.casefold().split())
        if bare in seen:
            yield warning("DL72", f"{LINES[name]} ghi hai lần: {quoted(line)}", owner.at(name, number), hint="bỏ một dòng")
        seen.add(bare)


def _unused(report: Report, form: Kind) -> Iterator[Finding]:
    """DL73: given, but nowhere on the page of this kind of document."""
    unused = []
    if report.left_signer and not form.two_sides:
        unused.append(("left_signer", "nguoi_ky_trai"))
    if report.competence and not form.deciding_line:
        unused.append(("competence", "tham_quyen"))
    for name, key in unused:
        message = f"{form.name} không in «{key}»"
        yield warning("DL73", message, report.at(name), hint="bỏ dòng này, hoặc xem lại loại văn bản")


def check_subject(subject: str, form: Kind, place: Place) -> list[Finding]:
    """DL74: no trích yếu, though this kind of document has one (NĐ30, Phụ lục I, Phần I, II.5)."""
    if subject.strip() or form.subject == NONE:
        return []
    return [warning("DL74", f"{form.name} chưa có trích yếu", place, hint="ghi trich_yeu ở báo cáo hoặc ở loại văn bản")]
