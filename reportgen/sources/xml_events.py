"""Reading one XML part of a workbook as it streams by: expat, with nothing allowed that a spreadsheet has no use for.

No DOCTYPE (so no entities), no encoding but UTF-8, no nesting without end. ``parse`` feeds the blocks of a part to
functions that are called for the elements they know; all others only count towards the depth. Prefixes are dropped:
``x:row`` and ``row`` are the same element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers import expat

from reportgen.sources.zipguard import ZipFault

DEEPEST = 64
MAX_TEXT = 4_000_000
"""Characters of one element's text; a cell holds 32.767."""

_CODES = expat.errors.codes
_WORDS = {
    _CODES[expat.errors.XML_ERROR_NO_ELEMENTS]: "một phần bên trong trống hoặc bị cắt cụt",
    _CODES[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "một phần bên trong bị cắt cụt",
    _CODES[expat.errors.XML_ERROR_TAG_MISMATCH]: "thẻ mở và thẻ đóng bên trong không khớp nhau",
    _CODES[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "một thuộc tính bên trong ghi hai lần",
    _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "một phần bên trong có chữ thừa ở cuối",
    _CODES[expat.errors.XML_ERROR_INVALID_TOKEN]: "có ký tự không dùng được bên trong",
    _CODES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: "có ký hiệu «&…;» không khai bên trong",
}
"""expat's number → why a part is no XML; expat's own words are English."""

Starts = Mapping[str, Callable[[dict[str, str]], object]]
Ends = Mapping[str, Callable[[], object]]


class PartFault(Exception):
    """The part is no sound XML, or says what no spreadsheet says; ``where`` names the cell if there is one."""

    def __init__(self, why: str, where: str = ""):
        super().__init__(why)
        self.why, self.where = why, where


def parse(blocks: Iterable[bytes], starts: Starts, ends: Ends, text: Callable[[str], object] | None = None) -> None:
    """Call ``starts`` (with the attributes) and ``ends`` for the elements of a part. Raises PartFault, ZipFault.

    ``text`` gets every piece of character data; whoever wants it must know which element is open.
    """
    for _ in feed(blocks, *_counted(starts, ends), text):
        pass


def feed(
    blocks: Iterable[bytes],
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    text: Callable[[str], object] | None = None,
) -> Iterator[None]:
    """Parse one block at a time: what the functions found so far can be taken after each. They watch the depth themselves."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = _declared, _doctype
    if text:
        parser.CharacterDataHandler = text
    first = True
    try:
        for block in blocks:
            if first and (block[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in block[:4]):
                raise ZipFault("encoding")
            first = False
            parser.Parse(block, False)
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as failure:
        words = _WORDS.get(failure.code, "mã XML bên trong viết sai")
        raise PartFault(f"{words}, dòng {failure.lineno}, cột {failure.offset + 1} của mã XML") from None


def _counted(starts: Starts, ends: Ends) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise PartFault("XML lồng quá sâu")
        called = starts.get(name.rpartition(":")[2])
        if called:
            called(attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        called = ends.get(name.rpartition(":")[2])
        if called:
            called()

    return start, end


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in ("utf-8", "us-ascii", "ascii"):
        raise ZipFault("encoding")


def _doctype(*_: object) -> None:
    raise ZipFault("doctype")


def local(attributes: Mapping[str, str], name: str) -> str:
    """An attribute whatever its prefix (``r:id``); '' if there is none."""
    found = attributes.get(name)
    if found is not None:
        return found
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "")


def truth(value: str | None) -> bool:
    """«1», «true» and «on» of an attribute."""
    return value in ("1", "true", "on")
