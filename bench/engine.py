"""The engine beside its peers: the same three-page report, template compiled, values ready; render, zip, write. By hand:

    python bench/install_peers.py HOME
    HOME/venv/reportgen/bin/python bench/engine.py HOME [--rounds 4] [--count 100] [--warm 20] [--out FOLDER] [--only NAME …]

Every round runs every peer in a process of its own, one after another, forward and then backward, so that a machine whose pace
drifts is unfair to none. Then every file of the last round is opened and its text compared, paragraph by paragraph, with
what our engine wrote. Printed: medians over all documents, the ratios to the first row as medians of the rounds in processor
time, peak memory, size. ``--out`` should lie on a disk in memory: on ext4 making a file costs more after many were deleted.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]

from install_peers import clean, python_of, versions
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PYTHON = {
    "docxtpl, a new object each time": ("docxtpl", "docxtpl_new"),
    "docxtpl, one object reused": ("docxtpl", "docxtpl_reused"),
    "python-docx from scratch": ("python-docx", "python_docx"),
    "reportgen, figures": ("reportgen", "reportgen_figures"),
    "reportgen, finished words": ("reportgen", "reportgen_words"),
    "the floor: deflate and write": ("reportgen", "floor"),
}
NODE = {
    "docxtemplater": "docxtemplater",
    "carbone": "carbone",
    "docx-templates (noSandbox)": "docx_templates",
    "easy-template-x": "easy_template_x",
}
ORDER = [*list(PYTHON)[:3], *NODE, *list(PYTHON)[3:]]
OURS = "reportgen, figures"


def command(home: Path, name: str) -> tuple[list[str], dict[str, str]]:
    """How a peer is started, and what is added to its environment."""
    if name in PYTHON:
        environment, peer = PYTHON[name]
        return [str(python_of(home, environment)), str(HERE / "peers" / "run_python.py"), peer], {}
    peer = NODE[name]
    modules = home / "npm" / peer.replace("_", "-") / "node_modules"
    return ["node", str(HERE / "peers" / "run_node.js"), peer], {"NODE_PATH": str(modules)}


def measure(home: Path, name: str, work: Path, out: Path, count: int, warm: int) -> dict:
    """One run of one peer: what its process printed."""
    folder = folder_of(out, name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    start, more = command(home, name)
    end = ["--work", str(work), "--out", str(folder), "--count", str(count), "--warm", str(warm)]
    told = subprocess.run([*start, *end], env=clean() | more, capture_output=True, text=True, encoding="utf-8", check=False)
    if told.returncode:
        sys.exit(f"{name}: {told.stderr[-2000:]}")
    return json.loads(told.stdout.strip().splitlines()[-1])


def folder_of(out: Path, name: str) -> Path:
    """Where a peer writes."""
    return out / "".join(c if c.isalnum() else "-" for c in name)


def text_of(path: Path) -> list[str]:
    """The paragraphs of a document that say something."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")).strip() for p in root.iter(f"{W}p"))
    return [line for line in lines if line]


def compare(out: Path, names: list[str]) -> str:
    """How many files say the same as ours; ends the run if one does not."""
    ours = {path.name: text_of(path) for path in sorted(folder_of(out, OURS).glob("*.docx"))}
    for name in names:
        files = sorted(folder_of(out, name).glob("*.docx"))
        wrong = [path.name for path in files if text_of(path) != ours[path.name]]
        if wrong or len(files) != len(ours):
            sys.exit(f"{name}: {len(files)} files, other text than ours in {wrong[:5]}: nothing to compare")
    return f"{len(ours)} files of each of {len(names)}: the same text, {len(next(iter(ours.values())))} paragraphs"


def table(taken: dict[str, list[dict]]) -> str:
    """The figures, one row a peer."""
    lines = ["| | ms a document | processor ms | × docxtpl (rounds) | × carbone | × floor | memory MB | file kB |", "|---|--:|--:|--:|--:|--:|--:|--:|"]

    def ratio(first: str, second: str) -> str:
        if first not in taken or second not in taken:
            return ""
        pairs = zip(taken[first], taken[second], strict=True)
        each = [statistics.median(a["processor"]) / statistics.median(b["processor"]) for a, b in pairs]
        return f"{statistics.median(each):.1f} ({min(each):.1f}–{max(each):.1f})"

    for name, runs in taken.items():
        wall = statistics.median(x for run in runs for x in run["wall"])
        processor = statistics.median(x for run in runs for x in run["processor"])
        memory, size = max(run["memory"] for run in runs), runs[-1]["size"] / 1000
        cells = [f"{wall:.2f}", f"{processor:.2f}", ratio(ORDER[0], name), ratio("carbone", name), ratio(name, ORDER[-1])]
        lines.append(f"| {name} | {' | '.join(cells)} | {memory:.0f} | {size:.1f} |")
    return "\n".join(lines).replace(".", ",")


def main() -> None:
    """Draw the templates, measure in rounds, compare the texts, print."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("home", type=Path)
    wanted.add_argument("--rounds", type=int, default=4)
    wanted.add_argument("--count", type=int, default=100)
    wanted.add_argument("--warm", type=int, default=20)
    wanted.add_argument("--out", type=Path)
    wanted.add_argument("--only", nargs="*", default=ORDER)
    given = wanted.parse_args()
    home = given.home.resolve()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(", ".join(f"{name} {version}" for name, version in versions(home).items()))
    with tempfile.TemporaryDirectory(dir=given.out) as place:
        work, out = Path(place, "work"), Path(place, "out")
        work.mkdir()
        from draw import draw

        draw(work, given.count + given.warm)
        names = [name for name in ORDER if name in given.only]
        taken: dict[str, list[dict]] = {name: [] for name in names}
        for number in range(given.rounds):
            for name in names if number % 2 == 0 else reversed(names):
                taken[name].append(measure(home, name, work, out, given.count, given.warm))
            print(f"round {number + 1}: load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else f"round {number + 1}", flush=True)
        print(compare(out, names))
    print(table(taken))


if __name__ == "__main__":
    main()
