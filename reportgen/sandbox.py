"""The one door to Jinja, and three walls behind it: templates come by mail, so they may do almost nothing.

First, Jinja only reads: what it has read is told again in a short list of nodes (``program.tree``), and all else is a
fault. Second, those nodes are run by ``program.running``; there is no code made from a template, no call, no attribute, so
there is nothing to break out of. Third, every value goes through a function of ours on its way to the page, into a loop,
into a comparison (``program.values``): it counts, it refuses what has no words, and it knows the line.

The third wall is also where figures are kept right: a binary float never compares (``4.1`` in a tag is the
decimal typed), figures of two units never compare, an absent figure never prints as a blank.

Why Jinja does not run them: it did, in its immutable sandbox, and a page of seventy tags took 0,9 ms, most of it for
calls through three layers per value. Its reader is what we want of it: everybody's notation, exact messages.

Most programs never come to Jinja: what is plain (names, ``if``, ``for``) is read by ``program.plain`` into the same nodes.
So Jinja, and the tree, are imported when the first program asks for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import DataError
from reportgen.noun import noun
from reportgen.program import values
from reportgen.program.needs import Fault, Needs
from reportgen.program.nodes import Body
from reportgen.program.plain import read_plain
from reportgen.program.running import Cast, Page, Step, interleaved, steps
from reportgen.program.tags import Program, ProgramText, split_tags
from reportgen.program.unprintable import unprintable
from reportgen.vietnamese.text import nearest

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_TAGS = 5_000
MOST_ROWS = 200_000
MOST_CHARACTERS = 30_000_000
_ESCAPES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))


@noun
class _Read:
    """A program read: its nodes, and what it needs of its data; no nodes if it is faulty."""

    needs: Needs
    body: Body = ()


def check(program: Program) -> list[Finding]:
    """Everything wrong with a program that can be seen without data; empty if it can run."""
    return _findings(program, _compiled(program.source, program.own).needs)


def names(program: Program) -> dict[str, Place]:
    """The names the program needs from its data, each with the place it is first used. DataError if it is
    faulty.
    """
    needs = _compiled(program.source, program.own).needs
    if needs.faults:
        raise DataError(_findings(program, needs))
    return {name: program.place_of(line) for name, line in needs.names.items()}


def run(program: Program, context: Mapping[str, Any], *, escape: bool = True) -> str:
    """The text of the program with its names filled from ``context``, & < > escaped for XML unless told
    otherwise.

    DataError with all findings of the run: unknown names, values without words, faulty filters, loops without
    end.
    """
    page = _filled(program, context, str)
    page.count()
    words = page.words()
    return "".join(interleaved(page.statics, map(escaped, words) if escape else words))


def encoded(program: Program, context: Mapping[str, Any]) -> bytes | None:
    """``run(program, context)`` in UTF-8, several times as fast; None if it holds a character no page can hold.

    The words of all values are escaped, looked through and encoded together, U+0000 between them.
    """
    page = _filled(program, context, str.encode)
    found = page.words()
    words = escaped("\0".join(found)).encode("utf-8", "surrogatepass")
    pieces = words.split(b"\0") if found else []
    if len(pieces) != len(found) or unprintable(words) or _has_odd_text(program.source):
        return None
    content = b"".join(interleaved(page.statics, pieces))
    if len(content) > MOST_CHARACTERS:
        page.count()
    return content


def ready(program: Program) -> None:
    """Prepare the program as ``encoded`` runs it, so that the first document costs what the others cost."""
    _ready(program.source, program.own, str.encode)


def _filled(program: Program, context: Mapping[str, Any], cast: Cast) -> Page:
    """The page made of the program. DataError with all findings of the run."""
    needs, made = _ready(program.source, program.own, cast)
    if needs.faults:
        raise DataError(_findings(program, needs))
    if not needs.names.keys() <= context.keys() or not needs.targets.keys().isdisjoint(context):
        _refuse_names(program, needs, context)
    page = Page(context, values.Run(program, MOST_ROWS), MOST_CHARACTERS)
    for step in made:
        step(page)
    return page


def escaped(words: str) -> str:
    """Words for XML, as Jinja's autoescape writes them."""
    for sign, written in _ESCAPES:
        if sign in words:
            words = words.replace(sign, written)
    return words


def render_text(source: str, context: Mapping[str, Any], place: Place) -> str:
    """A short text with tags (a subject line) filled in, as plain text; every finding stands at ``place``."""
    text = ProgramText()
    for words, is_tag in split_tags(source):
        if is_tag:
            text.tag(words, place)
        elif "{{" in words or "{%" in words or "{#" in words:
            text.findings.append(
                error("MAU04", "thẻ mở mà chưa đóng", place, found=words[:80], hint="thêm }} sau tên")
            )
        else:
            text.text(words)
    if text.findings:
        raise DataError(text.findings)
    return run(text.program(), context, escape=False)


def _findings(program: Program, needs: Needs) -> list[Finding]:
    return [error(f.code, f.message, program.place_of(f.line), found=f.found, hint=f.hint) for f in needs.faults]


@lru_cache(maxsize=128)
def _ready(source: str, own: frozenset[int], cast: Cast) -> tuple[Needs, list[Step]]:
    """What the program needs, and the program as it runs: made once per process and way of preparing its text."""
    read = _compiled(source, own)
    return read.needs, steps(read.body, cast)


@lru_cache(maxsize=128)
def _has_odd_text(source: str) -> bool:
    return unprintable(source.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=128)
def _compiled(source: str, own: frozenset[int]) -> _Read:
    """The program read, once per process."""
    if source.count("{%") + source.count("{{") > MOST_TAGS:
        return _faulty(Fault("MAU37", f"mẫu có hơn {MOST_TAGS} thẻ", 1, "chia văn bản thành nhiều mẫu"))
    if plain := read_plain(source):
        return _Read(plain.needs, plain.body)
    return _read_by_jinja(source, own)


def _read_by_jinja(source: str, own: frozenset[int]) -> _Read:
    from jinja2 import TemplateSyntaxError

    from reportgen.program.tree import retold

    try:
        body, needs = retold(_environment().parse(source), own)
    except TemplateSyntaxError as trouble:
        loose = Fault(
            "MAU06",
            "lệnh mở và lệnh đóng không khớp nhau",
            trouble.lineno,
            "mỗi if có một endif, mỗi for có một endfor",
        )
        return _faulty(*(_syntax_faults(source) or [loose]))
    except (RecursionError, ValueError):
        return _faulty(
            *(_syntax_faults(source) or [Fault("MAU30", "mẫu quá phức tạp", 1, "bớt các lệnh lồng nhau")])
        )
    return _Read(needs) if needs.faults else _Read(needs, body)


def _faulty(*faults: Fault) -> _Read:
    return _Read(Needs(faults=list(faults)))


def _syntax_faults(source: str) -> list[Fault]:
    """Every tag that is not understood by itself: Jinja stops at the first."""
    from jinja2 import TemplateSyntaxError

    from reportgen.program.syntax import misunderstanding, single_tags

    faults = []
    for line, tag, whole in single_tags(source):
        try:
            _environment().parse(whole)
        except (TemplateSyntaxError, RecursionError, ValueError):
            message, hint = misunderstanding(tag)
            faults.append(Fault("MAU30", message, line, hint, tag[:80]))
    return faults


@cache
def _environment() -> Environment:
    from jinja2 import Environment

    return Environment(autoescape=True, keep_trailing_newline=True, cache_size=0)


def _refuse_names(program: Program, needs: Needs, context: Mapping[str, Any]) -> None:
    """Raise what is wrong: names nobody fills, and loops that would hide a name; all of them at once."""
    unknown = [name for name in needs.names if name not in context]
    hidden = [name for name in needs.targets if name in context]
    place_of = program.place_of
    raise DataError([
        *(error("MAU31", f"không có tên «{name}»", place_of(needs.names[name]), found=name, hint=_guess(name, context))
          for name in unknown),
        *(error("MAU41", f"tên vòng lặp «{name}» trùng với một tên đã có", place_of(needs.targets[name]), found=name,
                hint="đặt tên khác sau chữ for, ví dụ dong")
          for name in hidden),
    ])  # fmt: skip


def _guess(name: str, known: Iterable[str]) -> str:
    close = nearest(name, known)
    return f"có phải «{close}»?" if close else "khai tên này ở mục chi_tieu của loại văn bản hoặc của báo cáo"

