"""The noun ``Template``: a kind of document ready to be printed, and ``render``, which prints one.

A template is made once (``docx.compile``, ``docx.word_template``) and never changes. It holds the parts that ask for data
as programs and everything else as compressed bytes. ``render`` is the fast path, for one document as for thousands: the
first one prepares the template (its programs as functions, its unchanged parts as one block that every file begins with),
after that a document costs one run of its programs and the compression of what they wrote.

A template pickles as what it is made of, not as what was prepared. A worker process that gets one prepares it at its first
document; programs are kept by their source, so that even a template sent again with every task is compiled once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen import sandbox
from reportgen.archive import FAST, Member, Opening, join, opening, pack
from reportgen.diagnostics import Finding, Place
from reportgen.errors import DataError
from reportgen.noun import fields, noun, worked_out
from reportgen.program.tags import Program
from reportgen.program.unprintable import unprintable_finding


@noun
class Template:
    """``programs``: part name → program; ``members``: the untouched parts; ``notes``: findings that do not
    block.
    """

    file: str
    programs: tuple[tuple[str, Program], ...]
    members: tuple[Member, ...]
    notes: tuple[Finding, ...] = ()

    @worked_out
    def opening(self) -> Opening:
        """The untouched parts as every document of this template begins."""
        return opening(self.members)

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in fields(type(self))}


def render(template: Template, context: Mapping[str, Any]) -> bytes:
    """The finished .docx for these names. DataError with the findings of all parts; same input, same
    bytes.
    """
    findings: list[Finding] = []
    made: list[Member] = []
    for name, program in template.programs:
        try:
            made.append(pack(name, _content(program, context, template.file), FAST))
        except DataError as faulty:
            findings += faulty.findings
    if findings:
        raise DataError(findings)
    return join(made, template.opening)


def ready(template: Template) -> None:
    """Prepare the template now. Nobody needs to: the first ``render`` does it; a parent may before it forks."""
    for _, program in template.programs:
        sandbox.ready(program)
    assert template.opening


def names(template: Template) -> dict[str, Place]:
    """Every name the template needs from its data, with the place it is first used."""
    found: dict[str, Place] = {}
    for _, program in template.programs:
        found = sandbox.names(program) | found
    return found


def _content(program: Program, context: Mapping[str, Any], file: str) -> bytes:
    """One part of the package. DataError (MAU44) if a value brought a character no page can hold."""
    content = sandbox.encoded(program, context)
    if content is None:
        raise DataError([unprintable_finding(sandbox.run(program, context), file)])
    return content
