"""Characters no page can hold: XML has no way of writing them, and Word refuses the whole file."""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, error
from reportgen.pattern import Pattern

_UNPRINTABLE = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BYTES = bytes(b for b in range(1, 32) if b not in b"\t\n\r")
_MARKUP = Pattern(r"<[^>]*>")
_AROUND = 30


def unprintable(data: bytes) -> bool:
    """Is there such a character in this UTF-8 (surrogates passed)? U+0000 is not looked for."""
    if len(data.translate(None, _BYTES)) != len(data):
        return True
    if b"\xef\xbf" not in data and b"\xed" not in data:
        return False
    return bool(_UNPRINTABLE.search(data.replace(b"\0", b"").decode("utf-8", "surrogatepass")))


def unprintable_finding(content: str, file: str) -> Finding:
    """What to say of a part of ``file`` with such a character (MAU44), with the words around it."""
    found = _UNPRINTABLE.search(content)
    at = found.start() if found else 0
    words = _UNPRINTABLE.sub("□", _MARKUP.sub("", content[max(0, at - _AROUND) : at + _AROUND]))
    return error(
        "MAU44",
        "một giá trị có ký tự điều khiển không in được",
        Place(file, quote=words),
        found=words,
        hint="gõ lại giá trị này trong tệp dữ liệu; thường do chép từ chương trình khác",
    )
