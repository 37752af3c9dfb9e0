"""``reportgen check`` beside python-docx, and a folder of a thousand documents. By hand:

    python bench/check_speed.py [--runs 15] [--files 1000] [--jobs 2] [--page-copies 2]

First part: one document of about ten pages, its text cut into four or five runs a paragraph as Word leaves it, is judged
(read, recognised, every rule) and, in turn, merely opened by python-docx and walked run by run through paragraphs and
tables. Once in one warm process, once each in a process of its own. Printed: medians and the median of the ratios pair by
pair.

Second part: so many files, made of the project's own examples with numbers, dates, sizes and margins changed, are checked
as a folder with a summary. Printed: time, files a second, and the largest memory of the command and of its workers, for a
tenth of the files and for all of them: it should not grow.
"""

from __future__ import annotations

import argparse
import copy
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
from docx.shared import Mm, Pt

from reportgen.build import build
from reportgen.checking import Options, check_file
from reportgen.project import Project

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("thang-2-2020", "nam-2020-quang-tri", "mau-quyet-dinh", "mau-cong-van", "mau-ke-hoach", "mau-to-trinh")
LONG = "nam-2020-quang-tri"
PIECES = 5
REPORTGEN = "import sys; from reportgen.cli import main; sys.exit(main())"
WALK = """
import sys, docx
document = docx.Document(sys.argv[1])
n = sum(len(run.text) for paragraph in document.paragraphs for run in paragraph.runs)
for table in document.tables:
    for row in table.rows:
        for cell in row.cells:
            n += sum(len(run.text) for paragraph in cell.paragraphs for run in paragraph.runs)
"""


def ten_pages(source: Path, target: Path, copies: int) -> None:
    """The example with its body repeated, and its runs cut as Word cuts them."""
    document = docx.Document(source)
    body = [p for p in document.paragraphs if len(p.text) > 60]
    for _ in range(copies - 1):
        for paragraph in body:
            body[-1]._p.addnext(copy.deepcopy(paragraph._p))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            _cut(run)
    document.save(target)


def _cut(run) -> None:
    text = run.text
    if len(text) < PIECES * 8 or run._r.xpath("./*[not(self::w:t or self::w:rPr)]"):
        return
    size = len(text) // PIECES + 1
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    run.text = parts[0]
    last = run._r
    for part in parts[1:]:
        twin = copy.deepcopy(run._r)
        last.addnext(twin)
        docx.text.run.Run(twin, run._parent).text = part
        last = twin


def seconds(function: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def pairs(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Median seconds of both, and the median of their ratios, run in turn."""
    ours(), theirs()
    times = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(a / b for a, b in times),
    )


def one_document(folder: Path, project: Project, runs: int, copies: int) -> None:
    """The first part."""
    path = folder / "muoi-trang.docx"
    ten_pages(build(project, LONG, out=folder / "goc").path, path, copies)
    walk = compile(WALK, "walk", "exec")

    def theirs() -> None:
        sys.argv = ["walk", str(path)]
        exec(walk, {})

    checked = check_file(path)
    document = docx.Document(path)
    n_runs = sum(len(p.runs) for p in document.paragraphs)
    letters = sum(len(p.text) for p in document.paragraphs)
    print(f"document: {len(document.paragraphs)} paragraphs, {n_runs} runs, {letters} letters; {len(checked.findings)} findings")
    report("warm", pairs(lambda: check_file(path), theirs, runs))
    report("warm, --so-lieu", pairs(lambda: check_file(path, Options(figures=True)), theirs, runs))
    ours = [sys.executable, "-c", REPORTGEN, "check", str(path)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    cold = pairs(
        lambda: subprocess.run(ours, **quiet), lambda: subprocess.run([sys.executable, "-c", WALK, str(path)], **quiet), runs
    )
    report("cold process", cold)


def report(what: str, measured: tuple[float, float, float]) -> None:
    """One line of the first part."""
    ours, theirs, ratio = measured
    print(f"{what}: check {ours * 1000:.0f} ms, python-docx open and walk {theirs * 1000:.0f} ms, ratio {ratio:.2f}")


def varied(source: Path, target: Path, chance: random.Random) -> None:
    """A copy with a margin, some sizes and the date changed."""
    document = docx.Document(source)
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Mm(chance.choice((15, 20, 20, 25))), Mm(chance.choice((15, 20, 20)))
    for paragraph in document.paragraphs:
        if chance.random() < 0.05:
            for run in paragraph.runs:
                run.font.size = Pt(chance.choice((12, 13, 14, 15)))
    document.save(target)


def folder_of(folder: Path, project: Project, files: int, jobs: int) -> None:
    """The second part."""
    sources = [build(project, name, out=folder / "goc").path for name in EXAMPLES]
    chance = random.Random(5)
    many = folder / "nhieu"
    many.mkdir()
    variants = []
    for number in range(60):
        variants.append(folder / f"{number}.docx")
        varied(chance.choice(sources), variants[-1], chance)
    contents = [path.read_bytes() for path in variants]
    for number in range(files):
        place = many / f"phong-{number % 10}"
        place.mkdir(exist_ok=True)
        (place / f"van-ban-{number:04}.docx").write_bytes(contents[number % len(contents)])
    small = folder / "it"
    small.mkdir()
    for path in sorted(many.rglob("*.docx"))[: files // 10]:
        (small / path.name).write_bytes(path.read_bytes())
    for where, count in ((small, files // 10), (many, files)):
        command = [sys.executable, "-c", REPORTGEN, "check", str(where), "--jobs", str(jobs), "--tong-hop", str(folder / f"{count}.xlsx")]
        taken, command_kb = measured(command)
        print(
            f"folder of {count}, --jobs {jobs}: {taken:.1f} s, {count / taken:.0f} files/s, "
            f"largest process {command_kb / 1024:.0f} MB, summary {(folder / f'{count}.xlsx').stat().st_size // 1024} KB"
        )


def measured(command: list[str]) -> tuple[float, int]:
    """Seconds, and the largest resident memory in KB of the command or one of its workers, in a fresh parent of its own."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    start = time.perf_counter()
    said = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(said.stdout)


def main() -> None:
    """Both parts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--page-copies", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, project = Path(name), Project(ROOT)
        one_document(folder, project, args.runs, args.page_copies)
        if args.files:
            folder_of(folder, project, args.files, args.jobs)


if __name__ == "__main__":
    main()
