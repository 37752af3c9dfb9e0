"""The parser's complaints in Vietnamese: what is wrong, on which line, what to type instead.

Works on the parser's words (libyaml's and PyYAML's own are both known) and the source lines, not on yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.diagnostics import Finding, Place, error
from reportgen.yamltext import syntax_words as say
from reportgen.yamltext.syntax_words import SyntaxSpot, Wording

_RULES: tuple[tuple[str, Callable[[SyntaxSpot], Wording]], ...] = (
    (r"mapping values are not allowed", say.unquoted_colon),
    (r"could not find expected ':'", say.no_colon),
    (r"quoted scalar.*(unexpected end of stream|document (indicator|separator))", say.open_quote),
    (r"',' or '[\]}]'", say.open_bracket),
    (
        r"alphabetic or numeric character|cannot start any token|node content|keys are not allowed",
        say.first_character,
    ),
    (r"sequence entries are not allowed", say.list_on_line),
    (r"escape|hexdecimal|hexadecimal|Unicode character", say.backslash),
    (r"block scalar", say.block_head),
    (r"document start|directive|incompatible", say.document_line),
    (r"\btag\b", say.tag),
    (r"expected key|expected '-' indicator|expected <block end>", say.misplaced),
)


def word_syntax_error(spot: SyntaxSpot) -> Finding:
    """The finding for a text that is not YAML; ``place.quote`` is the line, the hint says what to type."""
    word = next((word for needle, word in _RULES if re.search(needle, spot.words)), say.not_yaml)
    wording = say.tab(spot) or word(spot)
    line, column = wording.position
    if not spot.line(line).strip():
        line, column = spot.previous() or 1, 1
    place = Place(spot.file, line, column, quote=spot.line(line).strip()[:200])
    return error(wording.code, wording.message, place, hint=wording.hint)
