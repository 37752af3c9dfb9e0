"""From bytes to a clean text: UTF-8 only, bounded, in NFC, without characters that no page can hold."""

from __future__ import annotations

import unicodedata

from reportgen.diagnostics import Finding, Place
from reportgen.pattern import Pattern
from reportgen.yamltext import refusals

MAX_CHARACTERS = 5_000_000
MAX_MARKS = 30
"""Combining marks on one letter: Unicode's stream-safe limit. Normalising a longer run takes n² time."""

_LINE_BREAK = Pattern("\r\n|[\n\r\x85\u2028\u2029]")

# What YAML 1.1 calls unprintable, plus a byte order mark inside the text.
_FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MAYBE_MARKS = Pattern(rf"[^\s\w!-~]{{{MAX_MARKS + 1},}}")


def decode(raw: bytes, file: str) -> tuple[str, Finding | None]:
    """The text of a file's bytes (UTF-8, BOM allowed), or '' and the reason why not."""
    if len(raw) > MAX_CHARACTERS:
        return "", refusals.too_large(file, MAX_CHARACTERS)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:200]:
        return "", refusals.utf16(file)
    if raw[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return "", refusals.office_file(file)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as failure:
        return "", refusals.not_utf8(file, raw[: failure.start].count(b"\n") + 1)


def clean(text: str, file: str) -> tuple[str, Finding | None]:
    """The text in NFC; or the text as it is, and why it cannot be read."""
    if len(text) > MAX_CHARACTERS:
        return text, refusals.too_large(file, MAX_CHARACTERS)
    fault = faulty_character(text)
    if fault:
        index, message = fault
        above = lines_of(text[:index])
        line = lines_of(text[index : index + 200])[0]
        quote = (above[-1][-80:] + line[:80]).strip()
        return text, refusals.bad_character(message, Place(file, len(above), len(above[-1]) + 1, quote=quote))
    return unicodedata.normalize("NFC", text), None


def lines_of(text: str) -> list[str]:
    """The lines of a text, as YAML breaks them."""
    odd = any(sign in text for sign in "\r\x85\u2028\u2029")
    return _LINE_BREAK.split(text) if odd else text.split("\n")


def faulty_character(text: str) -> tuple[int, str] | None:
    """Index and description of the first character that cannot stand in a text, or None."""
    usual = text.replace("\n", "").replace("\r", "").isprintable()
    if not usual and (bad := _FORBIDDEN.search(text)):
        return bad.start(), f"Có ký tự không dùng được trong văn bản (mã U+{ord(bad.group()):04X})."
    if not text.isascii():
        for run in _MAYBE_MARKS.finditer(text):
            if _longest_pile(run.group()) > MAX_MARKS:
                return run.start(), "Có quá nhiều dấu chồng lên một chữ."
    return None


def _longest_pile(run: str) -> int:
    longest = pile = 0
    for character in run:
        pile = pile + 1 if unicodedata.combining(character) else 0
        longest = max(longest, pile)
    return longest
