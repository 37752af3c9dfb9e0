"""Paragraphs and runs of WordprocessingML as program text: what body blocks and table cells have in
common.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from reportgen.diagnostics import Finding, Place, error
from reportgen.document import Inline, Inlines, Tag, Text
from reportgen.docx.xml import esc
from reportgen.noun import noun, working
from reportgen.pattern import Pattern
from reportgen.profile import STYLE_NAMES
from reportgen.program.tags import ProgramText

_SPACES = Pattern(r"[ \t]{2,}|\t")


@working
class Styles:
    """Style ids of a frame by component key; styles a body needs and the frame lacks are findings."""

    ids: Mapping[str, str]
    place: Place
    findings: list[Finding]

    def id(self, component: str) -> str:
        """The id of the component's style in this frame; a finding if there is none."""
        name = STYLE_NAMES[component][1]
        found = self.ids.get(component, "")
        if not found and all(f.found != name for f in self.findings):
            self.findings.append(
                error(
                    "MAU53",
                    f"khung thiếu kiểu «{name}»",
                    self.place,
                    found=name,
                    hint="trong Word, tạo kiểu (Style) đúng tên này, hoặc tạo lại khung từ thể thức",
                )
            )
        return found

    def has(self, component: str) -> bool:
        """Does the frame have this style?"""
        return component in self.ids


@noun
class OwnTag(Tag):
    """A tag this program wrote: the number of a section, counted while printing."""


def open_paragraph(text: ProgramText, style: str, more: str = "") -> None:
    """The start of a paragraph in this style; ``more`` is what else its properties hold."""
    text.text(f'<w:p><w:pPr><w:pStyle w:val="{esc(style)}"/>{more}</w:pPr>')


def write_runs(text: ProgramText, inlines: Inlines, look: str = "") -> None:
    """The pieces of a paragraph as runs, a new run wherever the emphasis changes. A line break in a text
    breaks the line. ``look``: markup every run's properties end with.
    """
    trimmed = _trimmed(inlines)
    for (bold, italic), pieces in groupby(trimmed, key=lambda piece: (piece.bold, piece.italic)):
        marks = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{look}"
        text.text(f'<w:r>{f"<w:rPr>{marks}</w:rPr>" if marks else ""}<w:t xml:space="preserve">')
        for piece in pieces:
            _write_piece(text, piece)
        text.text("</w:t></w:r>")


def _write_piece(text: ProgramText, piece: Inline) -> None:
    if isinstance(piece, OwnTag):
        text.own_tag(piece.source, piece.place)
    elif isinstance(piece, Tag):
        text.tag(piece.source, piece.place)
    else:
        words = esc(_SPACES.sub(" ", piece.text)).replace("{", "&#123;")
        text.text(words.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">'))


def _trimmed(inlines: Inlines) -> list[Inline]:
    """Without white space at the two ends of the paragraph."""
    kept = list(inlines)
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip(" \t"), kept[0].bold, kept[0].italic)
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip(" \t"), kept[-1].bold, kept[-1].italic)
    return [piece for piece in kept if isinstance(piece, Tag) or piece.text]
