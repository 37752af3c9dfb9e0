"""``reportgen __names``: what may stand next on the command line, one a line, for the shell scripts. Fast, silent.

Only folder listings are read, never a data file: completion must answer before the finger leaves the Tab key.
"""

from __future__ import annotations

import argparse

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call
from reportgen.cli.commands import COMMANDS, shown_commands

DESCRIPTION = "In các từ có thể đứng tiếp theo trên dòng lệnh."
EXAMPLES = (
    ("reportgen __names", "các lệnh"),
    ("reportgen __names --words build", "các báo cáo và tùy chọn của lệnh build"),
)

AFTER_OPTION = {"--from": "reports", "--the-thuc": "profiles", "--loai": "types", "--du-an": "", "--out": ""}
AFTER_COMMAND = {"build": "reports", "batch": "types", "freeze": "reports", "explain": "reports", "completion": "shells"}


def add_arguments(parser) -> None:
    """Everything typed so far, options included."""
    parser.add_argument("--words", nargs=argparse.REMAINDER, default=[], help="các từ đã gõ")


def run(call: Call) -> Answer:
    """The candidates for the word after those typed."""
    from reportgen.cli.entry import split

    before, name, rest = split(call.args.words)
    last = (before + ([name] if name else []) + rest)[-1:]
    if last and last[0] in AFTER_OPTION:
        return Answer(lines=tuple(_listing(call, AFTER_OPTION[last[0]])))
    if not name:
        return Answer(lines=tuple(c.name for c in shown_commands()))
    if name not in COMMANDS:
        return Answer()
    return Answer(lines=(*_listing(call, AFTER_COMMAND.get(name, "")), *_options(name)))


def _options(name: str) -> list[str]:
    from reportgen.cli.entry import command_parser

    return [option for option in command_parser(name).options if option.startswith("--")]


def _listing(call: Call, what: str) -> list[str]:
    if what == "shells":
        from reportgen.cli.completion_scripts import SCRIPTS

        return list(SCRIPTS)
    if what == "profiles":
        from reportgen.profile import profile_keys

        return list(profile_keys())
    if what not in ("reports", "types"):
        return []
    project = call.project
    return project.report_names() if what == "reports" else project.type_keys()
