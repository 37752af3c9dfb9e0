"""One cold ``reportgen build`` beside the shortest docxtpl script that fills the same file. By hand:

    python bench/cold_start.py [--runs 21] [--project FOLDER] [--report NAME]

The report is built once; its file with tags in place of the values becomes the template of the docxtpl script, and the
values become a YAML file that the script reads with ``yaml.safe_load``. Then both run in turn, each in a process of its
own and with the page caches warm, so that a machine whose pace drifts is unfair to neither; likewise ``reportgen
--help`` beside ``python -c pass``. Printed: medians of the processor time (user + system) and of the clock, and the
median of the ratios pair by pair. Needs reportgen and docxtpl in the Python that runs it. The script checks nothing
and judges nothing: the ratio is the price of all our checks.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping
from html import escape, unescape
from importlib.metadata import version
from pathlib import Path

from reportgen.preparing import prepare
from reportgen.project import Project

ROOT = Path(__file__).resolve().parents[1]
REPORTGEN = "import sys; from reportgen.cli import main; sys.exit(main())"
DOCXTPL = """\
import sys

import yaml
from docxtpl import DocxTemplate

with open("gia-tri.yml", encoding="utf-8") as stream:
    values = yaml.safe_load(stream)
document = DocxTemplate("mau.docx")
document.render(values, autoescape=True)
document.save(sys.argv[1])
"""
DOCUMENT = "word/document.xml"
_TEXT = re.compile(r"(<w:t[^>]*>)([^<]*)(</w:t>)")


def values_of(context: Mapping[str, object]) -> dict[str, str]:
    """Every name of the page with its words; each line of a list under a name of its own."""
    values: dict[str, str] = {}
    for name, value in context.items():
        if isinstance(value, (list, tuple)):
            values |= {f"{name}_{number}": str(line) for number, line in enumerate(value, 1)}
        else:
            values[name] = str(value)
    return values


def tagged(document: str, values: Mapping[str, str]) -> str:
    """The main part with a tag wherever one of the values stands; longer values first."""
    names: dict[str, str] = {}
    for name, words in values.items():
        if len(words.strip()) > 1:
            names.setdefault(words, name)
    ways = "|".join(re.escape(words) for words in sorted(names, key=len, reverse=True))
    value = re.compile(rf"(?<!\w)(?:{ways})(?!\w)")

    def with_tags(text: re.Match[str]) -> str:
        words = value.sub(lambda found: f"{{{{ {names[found[0]]} }}}}", unescape(text[2]))
        return f'<w:t xml:space="preserve">{escape(words, quote=False)}{text[3]}'

    return _TEXT.sub(with_tags, document)


def words_of(path: Path) -> list[str]:
    """The texts of a Word file, in order, without the empty ones."""
    with zipfile.ZipFile(path) as package:
        return [unescape(found[2]) for found in _TEXT.finditer(package.read(DOCUMENT).decode()) if found[2]]


def lay_out(folder: Path, project: Path, report: str) -> int:
    """The template, the values and the script of the other side; the count of its tags."""
    run([sys.executable, "-P", "-c", REPORTGEN, "--du-an", str(project), "build", report, "--out", str(folder)], folder)
    built = folder / f"{report}.docx"
    values = values_of(prepare(Project(project), report).context)
    (folder / "gia-tri.yml").write_text(
        "".join(f"{name}: {json.dumps(words, ensure_ascii=False)}\n" for name, words in values.items()), encoding="utf-8"
    )
    (folder / "dien.py").write_text(DOCXTPL, encoding="utf-8")
    with zipfile.ZipFile(built) as source, zipfile.ZipFile(folder / "mau.docx", "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == DOCUMENT:
                content = tagged(content.decode(), values).encode()
                tags = content.count(b"{{ ")
            target.writestr(name, content)
    run([sys.executable, "dien.py", "thu.docx"], folder)
    if words_of(folder / "thu.docx") != words_of(built):
        sys.exit("the docxtpl script does not make the same text: nothing to compare")
    return tags


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Processor seconds (0 where the system does not tell) and clock seconds of one process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if hasattr(os, "wait4"):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode, processor = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    else:
        process.wait()
        processor = 0.0
    clock = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command[-4:])} ended with {process.returncode}")
    return processor, clock


def in_turn(first: list[str], second: list[str], folder: Path, runs: int) -> list[list[tuple[float, float]]]:
    """``runs`` measured runs of both commands, one after the other, after one that does not count.

    «{n}» in a command is the number of the run: no build finds its file there already.
    """
    taken: list[list[tuple[float, float]]] = [[], []]
    for number in range(-1, runs):
        for command, times in zip((first, second), taken, strict=True):
            spent = run([word.replace("{n}", str(number)) for word in command], folder)
            if number >= 0:
                times.append(spent)
    return taken


def tell(name: str, other: str, taken: list[list[tuple[float, float]]]) -> None:
    """Three lines: ours, theirs, the ratio."""
    for label, times in zip((name, other), taken, strict=True):
        processor, clock = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
        print(f"  {label:<24} processor {processor:6.0f} ms   clock {clock:6.0f} ms")
    kinds = [kind for kind in (0, 1) if taken[1][0][kind]]
    ratios = [statistics.median(a[kind] / b[kind] for a, b in zip(*taken, strict=True)) for kind in kinds]
    print(f"  {'ratio':<24} " + "   ".join(f"{('processor', 'clock')[k]} {r:6.2f}   " for k, r in zip(kinds, ratios, strict=True)))


def main() -> None:
    """Lay out, measure, print."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--runs", type=int, default=21)
    wanted.add_argument("--project", type=Path, default=ROOT)
    wanted.add_argument("--report", default="thang-2-2020")
    given = wanted.parse_args()
    libraries = ("docxtpl", "python-docx", "jinja2", "lxml", "pyyaml")
    print(f"{platform.platform()}, Python {platform.python_version()}, reportgen {version('reportgen')}")
    print(", ".join(f"{name} {version(name)}" for name in libraries) + f"; {given.runs} pairs")
    with tempfile.TemporaryDirectory() as place:
        folder, project = Path(place), given.project.resolve()
        tags = lay_out(folder, project, given.report)
        ours = [sys.executable, "-P", "-c", REPORTGEN]
        build = [*ours, "--du-an", str(project), "build", given.report, "--out", str(folder / "ra-{n}")]
        print(f"one build of {given.report} ({tags} tags in the docxtpl template)")
        tell("reportgen build", "docxtpl script", in_turn(build, [sys.executable, "dien.py", "ra-{n}.docx"], folder, given.runs))
        print("the help page")
        tell("reportgen --help", "python -c pass", in_turn([*ours, "--help"], [sys.executable, "-c", "pass"], folder, given.runs))


if __name__ == "__main__":
    main()
