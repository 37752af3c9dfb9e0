"""The noun ``Template``: a kind of document ready to be printed, and ``render``, which prints one.

A template is made once (``docx.compile``, ``docx.word_template``) and never changes. It holds the parts that
ask for data as programs and everything else as compressed bytes, so a document costs one run of Jinja and one
deflate. It pickles: a worker process gets the sources and compiles them once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen import sandbox
from reportgen.archive import Member, join, pack
from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import DataError, collecting
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.program.tags import Program

_UNPRINTABLE = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNPRINTABLE_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r")
_MARKUP = Pattern(r"<[^>]*>")
_AROUND = 30


@noun
class Template:
    """``programs``: part name → program; ``members``: the untouched parts; ``notes``: findings that do not
    block.
    """

    file: str
    programs: tuple[tuple[str, Program], ...]
    members: tuple[Member, ...]
    notes: tuple[Finding, ...] = ()


def render(template: Template, context: Mapping[str, Any]) -> bytes:
    """The finished .docx for these names. DataError with the findings of all parts; same input, same
    bytes.
    """
    findings: list[Finding] = []
    members = list(template.members)
    for name, program in template.programs:
        with collecting(findings):
            content = sandbox.run(program, context)
            members.append(pack(name, _encoded(content, template.file)))
    if findings:
        raise DataError(findings)
    return join(members)


def names(template: Template) -> dict[str, Place]:
    """Every name the template needs from its data, with the place it is first used."""
    found: dict[str, Place] = {}
    for _, program in template.programs:
        found = sandbox.names(program) | found
    return found


def _encoded(content: str, file: str) -> bytes:
    """UTF-8 for the package. DataError (MAU44) if a value brought a character no page can hold."""
    data = content.encode("utf-8", "surrogatepass")
    odd = len(data.translate(None, _UNPRINTABLE_BYTES)) != len(data)
    if not odd and b"\xef\xbf" not in data and b"\xed" not in data:
        return data
    found = _UNPRINTABLE.search(content)
    if not found:
        return data
    around = content[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    words = _UNPRINTABLE.sub("□", _MARKUP.sub("", around))
    raise DataError(
        [
            error(
                "MAU44",
                "một giá trị có ký tự điều khiển không in được",
                Place(file, quote=words),
                found=words,
                hint="gõ lại giá trị này trong tệp dữ liệu; thường do chép từ chương trình khác",
            )
        ]
    )
