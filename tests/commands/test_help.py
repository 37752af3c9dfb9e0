"""Help speaks Vietnamese, shows examples, and costs next to nothing."""

import argparse
import ast
import inspect
import json
import re
import subprocess
import sys

import pytest

from reportgen import __version__
from reportgen.cli.argparse_texts import SENTENCES, translated, translated_plural
from reportgen.cli.commands import COMMANDS, shown_commands
from reportgen.cli.entry import command_parser

SHOWN = [command.name for command in shown_commands()]
HEAVY = {"jinja2", "markupsafe", "yaml", "lxml", "openpyxl", "docx", "docxtpl", "num2words", "decimal"}
ENGLISH = re.compile(
    r"\b(usage|options?|optional|positional|arguments?|show|help message|exit|default|required|choose|choice|invalid|error"
    r"|expected|unrecognized|following|value|command)\b",
    re.IGNORECASE,
)

FOR_PROGRAMMERS = {
    "conflicting option string: %s", "conflicting option strings: %s", ".__call__() not defined",
    "'required' is an invalid argument for positionals", "mutually exclusive arguments must be optional",
    "%r is not callable", "cannot merge actions - two groups are named %r", "dest= is required for options like %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "invalid conflict_resolution value: %r", "cannot have multiple subparser arguments", "conflicting subparser: %s",
    "conflicting subparser alias: %s", 'argument "-" with mode %r',
}  # fmt: skip
"""What argparse says only about a faulty program, never about a command line."""


def argparse_sentences():
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            yield from (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def without_our_words(text):
    """The help without what is typed: options, command lines, program names."""
    lines = (line for line in text.splitlines() if not line.strip().startswith(("reportgen", "eval", "cách dùng")))
    return re.sub(r"--?[a-z][\w-]*|reportgen( [a-z_]+)?|SL\d+|quoc_hieu\.size", "", "\n".join(lines))


def test_every_sentence_of_argparse_has_a_translation():
    assert set(argparse_sentences()) - FOR_PROGRAMMERS - set(SENTENCES) == set()


@pytest.mark.parametrize("english", SENTENCES)
def test_a_translation_keeps_the_blanks_to_fill(english):
    blanks = re.compile(r"%\(\w+\)[rs]|%[rs]")
    assert sorted(blanks.findall(english)) == sorted(blanks.findall(translated(english)))


def test_vietnamese_has_one_form_for_every_number():
    assert translated_plural("expected %s argument", "expected %s arguments", 1) == "cần đúng %s giá trị"
    assert translated_plural("expected %s argument", "expected %s arguments", 3) == "cần đúng %s giá trị"


@pytest.mark.parametrize("argv", [["--help"], ["-h"], *([name, "--help"] for name in SHOWN)])
def test_help_is_vietnamese_with_examples(run, argv):
    said = run(*argv)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("cách dùng: reportgen")
    assert ENGLISH.findall(without_our_words(said.out)) == []
    assert said.out.split("ví dụ:")[1].count("  # ") >= 2
    assert max(map(len, said.out.splitlines())) <= 150


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_command_lines_that_parse(name):
    import shlex

    from reportgen.cli.commands import COMMANDS as known
    from reportgen.cli.entry import _module

    lines = [line for line, _ in _module(name).EXAMPLES]
    assert len(lines) >= 2
    for line in lines:
        words = shlex.split(line.partition("|")[0].removeprefix('eval "$(').removesuffix(')"'))
        assert words[0] == "reportgen" and words[1] in known
        command_parser(words[1]).parse_args(words[2:])


def test_the_overview_names_every_command_but_the_hidden(run):
    out = run("--help").out
    assert all(f"\n  {name} " in out for name in SHOWN)
    assert "__names" not in out


def test_nothing_asked_shows_the_overview_and_is_wrong_use(run):
    said = run()
    assert (said.code, said.out) == (2, "")
    assert "các lệnh:" in said.err


def test_version(run):
    assert run("--version").out == f"reportgen {__version__}\n"


LIST_MODULES = (
    "import sys; from reportgen.cli import main; code = main({argv}); "
    "import json; print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
)


@pytest.mark.parametrize("argv", [["--help"], ["build", "--help"], ["--version"], ["init", "--help"], ["doctor", "-h"]])
def test_help_imports_nothing_heavy(argv):
    done = subprocess.run([sys.executable, "-c", LIST_MODULES.format(argv=argv)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert {module.split(".")[0] for module in json.loads(done.stderr)} & HEAVY == set()
