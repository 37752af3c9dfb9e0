"""From ``argv`` to an exit code.

The command line is cut at the first word that is not an option: what stands before are options of the program,
then comes the command, the rest is the command's own. So only one command's parser, and only its imports, are ever
made; argparse's subparsers would need all of them.

This is the only place that catches a ReportgenError. Anything else is a bug and keeps its traceback.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import sys
from collections.abc import Sequence

from reportgen import __version__
from reportgen.cli.answer import CLEAN, WRONG_USE, Answer
from reportgen.cli.call import Call
from reportgen.cli.commands import COMMANDS, shown_commands
from reportgen.cli.console import printed, unread, use_utf8
from reportgen.cli.parser import Parser
from reportgen.errors import ReportgenError, UsageError

PROGRAM = "reportgen"
ABOUT = "Từ số liệu ra văn bản hành chính đúng thể thức (Nghị định 30/2020/NĐ-CP)."
TAKES_VALUE = ("--du-an",)
HELP = frozenset(("-h", "--help"))


def run_line(argv: Sequence[str] | None = None) -> int:
    """Run one command line (default: the process's own) and return the exit code."""
    if argv is None:
        _collect_seldom()
    encoding = use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words, encoding)
    except BrokenPipeError:
        return unread()


def _collect_seldom() -> None:
    """Set the garbage collector to the size of our work.

    It would walk through all modules a dozen times while they are loaded, a fifth of the time of a build, and find
    nothing. One build keeps some 50.000 objects, so it ends before the first collection; batches are still collected.
    At the end there is nothing to collect for: the process is over.
    """
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)


def _run(words: list[str], encoding: str) -> int:
    before, name, rest = split(words)
    call = Call(argparse.Namespace(command=name, json="--json" in words, quiet=False, verbose=False), encoding)
    try:
        answer = _answer(call, before, name, rest)
    except ReportgenError as failure:
        answer = Answer(findings=failure.findings, exit_code=failure.exit_code)
    return printed(answer, name, call.root, call.args)


def _answer(call: Call, before: list[str], name: str, rest: list[str]) -> Answer:
    top = program_parser()
    if not HELP.isdisjoint(before) or (not name and not before):
        return _help(top, WRONG_USE if not before else CLEAN)
    if "--version" in before:
        return Answer(lines=(f"{PROGRAM} {__version__}",))
    top.parse_args(before, call.args)
    if not name:
        return _help(top, WRONG_USE)
    module = _module(name)
    parser = command_parser(name)
    if not HELP.isdisjoint(rest):
        return _help(parser, CLEAN)
    parser.parse_args(rest, call.args)
    return module.run(call)


def _help(parser: Parser, exit_code: int) -> Answer:
    """Help that was asked for is a result; help because nothing was asked is talk."""
    text = (parser.format_help().rstrip(),)
    return Answer(lines=text) if exit_code == CLEAN else Answer(talk=text, exit_code=exit_code)


def split(words: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """The program's options, the command, the command's own words. The command is empty if there is none."""
    position = 0
    while position < len(words) and words[position].startswith("-"):
        position += 2 if words[position] in TAKES_VALUE else 1
    before, rest = list(words[:position]), list(words[position:])
    return before, rest[0] if rest else "", rest[1:]


def program_parser() -> Parser:
    """The parser of what stands before the command; its help is the overview."""
    overview = "\n".join(f"  {c.name:<12}{c.summary}" for c in shown_commands())
    parser = Parser(
        PROGRAM,
        usage=f"{PROGRAM} [tùy chọn] LỆNH …",
        description=f"{ABOUT}\n\ncác lệnh:\n{overview}",
        epilog=examples(
            ("reportgen build thang-2-2020", "dựng báo cáo có số liệu trong data/thang-2-2020.yml"),
            ("reportgen build --help", "xem cách dùng của một lệnh"),
        ),
    )
    parser.add_argument("--version", action="store_true", help="hiện số phiên bản rồi thôi")
    add_common(parser)
    return parser


def command_parser(name: str) -> Parser:
    """The parser of one command."""
    module = _module(name)
    parser = Parser(f"{PROGRAM} {name}", description=module.DESCRIPTION, epilog=examples(*module.EXAMPLES))
    module.add_arguments(parser)
    add_common(parser)
    return parser


def add_common(parser: Parser) -> None:
    """Options every command has; they may stand before the command or after it."""
    silent = argparse.SUPPRESS
    parser.add_argument("--du-an", metavar="THƯ-MỤC", default=silent, help="thư mục dự án (mặc định: thư mục hiện tại)")
    parser.add_argument("--json", action="store_true", default=silent, help="in kết quả dạng JSON cho chương trình khác")
    parser.add_argument("-q", "--quiet", action="store_true", default=silent, help="chỉ in kết quả và lỗi")
    parser.add_argument("-v", "--verbose", action="store_true", default=silent, help="in thêm chi tiết")


def examples(*pairs: tuple[str, str]) -> str:
    """The worked examples at the end of a help: the meaning, then the command line as it is typed."""
    return "ví dụ:\n" + "\n".join(f"  # {meaning}\n  {line}" for line, meaning in pairs)


def _module(name: str):
    if name not in COMMANDS:
        from reportgen.vietnamese.text import nearest

        close = nearest(name, [c.name for c in shown_commands()])
        hint = f"có phải «{close}»? " if close else ""
        raise UsageError.of("LE03", f"không có lệnh «{name}»", hint=f"{hint}Xem các lệnh: {PROGRAM} --help")
    return importlib.import_module(COMMANDS[name].module)
