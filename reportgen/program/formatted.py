"""Text with marks of its own: ``**đậm**``, ``*nghiêng*``, line breaks and tabs, set into a page drawn in Word.

docxtpl's users build such text in Python (``RichText``, ``Listing``); ours type it. A tag ``{{r x }}`` prints the marks as
runs of the look the tag has. Anywhere else the text is the text as typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.pattern import Pattern

_MARKED = Pattern(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", 16)  # re.DOTALL: a mark may run over a line break
_LOOK = Pattern(r"<w:rPr>(?P<first>(?:<w:rStyle[^>]*/>)?(?:<w:rFonts[^>]*/>)?)(?P<rest>.*)</w:rPr>\Z", 16)
_OLD = {"b": Pattern(r"<w:b(?:Cs)?(?: [^>]*)?/>"), "i": Pattern(r"<w:i(?:Cs)?(?: [^>]*)?/>")}
_OPEN = '<w:t xml:space="preserve">'


def runs_of(text: str, look: str) -> str:
    """The runs of the text. ``look``: the ``w:rPr`` of the tag they stand for."""
    return "".join(_run(words, _look(look, marks)) for words, marks in stretches(text))


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """The text in stretches of one look each: (words, «», «b», «i» or «bi»)."""
    at = 0
    for found in _MARKED.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], ""
        yield found[2], {1: "i", 2: "b", 3: "bi"}[len(found[1])]
        at = found.end()
    if at < len(text):
        yield text[at:], ""


def _run(words: str, look: str) -> str:
    return f"<w:r>{look}{_OPEN}{_broken(words)}</w:t></w:r>"


def _broken(words: str) -> str:
    """The words for a ``w:t``, its line breaks and tabs as Word has them."""
    written = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        written = written.replace(sign, f"</w:t>{element}{_OPEN}")
    return written


def _look(properties: str, marks: str) -> str:
    """The properties of a run with bold and italic as marked, in the order the schema wants."""
    found = _LOOK.match(properties)
    if not found or not marks:
        return properties if found else ""
    rest = found["rest"]
    for mark in marks:
        rest = _OLD[mark].sub("", rest)
    return f"<w:rPr>{found['first']}{''.join(f'<w:{m}/><w:{m}Cs/>' for m in marks)}{rest}</w:rPr>"
