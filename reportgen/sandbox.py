"""The one door to Jinja, and three walls behind it: templates come by mail, so they may do almost nothing.

First, the tree of a template is rebuilt from a short list of nodes (``program.tree``). Second, every value
goes through a function of ours on its way to the page, into a loop, into a comparison (``program.values``):
it counts, it refuses what has no words, and it knows the line. Third, Jinja's own immutable sandbox runs the
result.

The second wall is also where figures are kept right: a binary float never compares (``4.1`` in a tag is the
decimal typed), figures of two units never compare, an absent figure never prints as a blank.

Most programs never come to Jinja: what is plain (names, ``if``, ``for``) is read and run by ``program.plain``, which can do
nothing else. So Jinja, and the tree, are imported when the first program asks for more.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.diagnostics import NOWHERE, Finding, Place, error
from reportgen.errors import DataError
from reportgen.noun import noun
from reportgen.program import values
from reportgen.program.needs import Fault, Needs
from reportgen.program.plain import Body, read_plain, run_plain
from reportgen.program.tags import Program, ProgramText, split_tags
from reportgen.vietnamese.text import nearest

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TAGS = 5_000
MOST_ROWS = 200_000
MOST_CHARACTERS = 30_000_000


@noun
class _Compiled:
    """A program ready to run: ``plain`` or, if it is not, Jinja's ``template``; neither if it is faulty."""

    needs: Needs
    plain: Body | None = None
    template: Any = None


def check(program: Program) -> list[Finding]:
    """Everything wrong with a program that can be seen without data; empty if it can run."""
    return _findings(program, _compiled(program.source, program.own, True))


def names(program: Program) -> dict[str, Place]:
    """The names the program needs from its data, each with the place it is first used. DataError if it is
    faulty.
    """
    place_of = _places(program)
    return {name: place_of(line) for name, line in _sound(program).needs.names.items()}


def run(program: Program, context: Mapping[str, Any], *, escape: bool = True) -> str:
    """The text of the program with its names filled from ``context``, & < > escaped for XML unless told
    otherwise.

    DataError with all findings of the run: unknown names, values without words, faulty filters, loops without
    end.
    """
    ready = _sound(program, escape)
    _refuse_names(program, ready.needs, context)
    state = values.Run(_places(program), MOST_ROWS)
    room = MOST_CHARACTERS
    pieces: list[str] = []
    for piece in _pieces(ready, context, state, escape):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            state.fault("MAU38", "văn bản dài quá mức cho phép", 0, "kiểm tra các vòng for lồng nhau")
            break
    if state.findings:
        raise DataError(state.findings)
    return "".join(pieces)


def _pieces(ready: _Compiled, context: Mapping[str, Any], state: values.Run, escape: bool) -> Iterator[str]:
    if ready.plain is not None:
        return run_plain(ready.plain, context, state, escaped if escape else str)
    from reportgen.program.tree import RUN

    return ready.template.root_render_func(ready.template.new_context({**context, RUN: state}))


def escaped(words: str) -> str:
    """Words for XML, as Jinja's autoescape writes them: what is markup already says so by ``__html__``."""
    if hasattr(words, "__html__"):
        return words.__html__()
    for sign, written in (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;")):
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


def _sound(program: Program, escape: bool = True) -> _Compiled:
    ready = _compiled(program.source, program.own, escape)
    if ready.needs.faults:
        raise DataError(_findings(program, ready))
    return ready


def _findings(program: Program, compiled: _Compiled) -> list[Finding]:
    place_of = _places(program)
    return [error(f.code, f.message, place_of(f.line), found=f.found, hint=f.hint) for f in compiled.needs.faults]


@lru_cache(maxsize=128)
def _compiled(source: str, own: frozenset[int], escape: bool) -> _Compiled:
    """The program compiled, once per process and way of escaping."""
    if source.count("{%") + source.count("{{") > MOST_TAGS:
        return _faulty(Fault("MAU37", f"mẫu có hơn {MOST_TAGS} thẻ", 1, "chia văn bản thành nhiều mẫu"))
    if plain := read_plain(source):
        return _Compiled(plain.needs, plain.body)
    return _compiled_by_jinja(source, own, escape)


def _compiled_by_jinja(source: str, own: frozenset[int], escape: bool) -> _Compiled:
    from jinja2 import TemplateSyntaxError, nodes

    from reportgen.program.tree import rebuild

    environment = _environment(escape)
    try:
        tree = environment.parse(source)
        needs = rebuild(tree, nodes, own)
        if needs.faults:
            return _Compiled(needs)
        code = environment.compile(tree)
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
    return _Compiled(needs, template=environment.template_class.from_code(environment, code, {}))


def _faulty(*faults: Fault) -> _Compiled:
    return _Compiled(Needs(faults=list(faults)))


def _syntax_faults(source: str) -> list[Fault]:
    """Every tag that is not understood by itself: Jinja stops at the first."""
    from jinja2 import TemplateSyntaxError

    from reportgen.program.syntax import misunderstanding, single_tags

    faults = []
    for line, tag, whole in single_tags(source):
        try:
            _environment(True).parse(whole)
        except (TemplateSyntaxError, RecursionError, ValueError):
            message, hint = misunderstanding(tag)
            faults.append(Fault("MAU30", message, line, hint, tag[:80]))
    return faults


@cache
def _environment(escape: bool) -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from reportgen.program.tree import CALLED, RUN, TESTS

    def with_run(call: Callable) -> Callable:
        @pass_context
        def called(context, value, line, *more):
            return call(value, context.parent[RUN], line, *more)

        return called

    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=escape, keep_trailing_newline=True, cache_size=0,
        optimized=False,  # programs hold no constants worth folding, and looking for them takes a fifth of the compiling
    )  # fmt: skip
    made.globals = {}
    made.tests = dict.fromkeys(TESTS, values.present)
    made.filters = {name: with_run(getattr(values, name)) for name in CALLED}
    return made


def _refuse_names(program: Program, needs: Needs, context: Mapping[str, Any]) -> None:
    """Names nobody fills, and loops that would hide a name; all of them at once."""
    unknown = [name for name in needs.names if name not in context]
    hidden = [name for name in needs.targets if name in context]
    if not unknown and not hidden:
        return
    place_of = _places(program)
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


def _places(program: Program) -> Callable[[int], Place]:
    """From a line of the program to the place of the tag on it; line 0 is the whole file."""

    def place_of(line: int) -> Place:
        at = bisect.bisect_right(program.places, line, key=lambda pair: pair[0]) - 1
        if at >= 0:
            return program.places[at][1]
        return Place(program.places[0][1].file) if program.places else NOWHERE

    return place_of
