"""The whole ``reportgen batch`` beside the bare loops of its peers, and how it grows. By hand:

    HOME/venv/reportgen/bin/python bench/whole_batch.py HOME [--rounds 4] [--rows 2000] [--count 60] [--out FOLDER]
    HOME/venv/reportgen/bin/python bench/whole_batch.py HOME --growth [--rounds 3] [--out FOLDER]
    HOME/venv/reportgen/bin/python bench/whole_batch.py HOME --two [--rounds 5] [--rows 10000] [--out FOLDER]

A row of ours is read from a workbook, its 30 derived figures are worked out, its relations and texts checked; the document is
rendered, written whole or not at all, its SHA-256 noted, a manifest and a summary made. The time is that of the whole command,
starting Python included. The peers' loops (see ``engine.py``) get finished words, fill, write, and check nothing.

``--growth``: 1, 100, 1.000 and 10.000 documents with one process and with two: time, processor time, memory of all processes
together. «more» is what a document more costs, measured between a row of the table and the one before.

``--two``: how many times as long as two processes one takes; and beside it what this machine can give at best: the same rows as
two batches of half as many that know nothing of each other, run at the same time.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]

import processes
import records
from engine import measure
from install_peers import python_of, versions

REPORTGEN = "import sys; from reportgen.cli import main; sys.exit(main())"
LOOPS = ("docxtpl, a new object each time", "carbone", "easy-template-x")
GROWTH = (1, 100, 1_000, 10_000)


def batch(home: Path, work: Path, rows: int, jobs: int, into: str = "ra") -> processes.Taken:
    """One run of the command over a workbook of ``rows`` rows, into an empty folder."""
    book, out = work / f"xa-{rows}.xlsx", work / into
    if not book.exists():
        records.write_workbook(book, rows)
    shutil.rmtree(out, ignore_errors=True)
    command = [str(python_of(home, "reportgen")), "-P", "-c", REPORTGEN, "--du-an", str(work / "du-an"), "batch", "bao-cao-xa"]
    taken = processes.run([*command, "--data", str(book), "--out", str(out), "--jobs", str(jobs), "--quiet"])
    made = len(list(out.glob("*.docx")))
    if made != rows:
        sys.exit(f"{made} documents of {rows}")
    return taken


def beside_peers(home: Path, work: Path, rounds: int, rows: int, count: int) -> None:
    """The table of targets (b): milliseconds a document, and ratios inside each round."""
    from draw import draw

    drawn = work / "mau"
    drawn.mkdir()
    draw(drawn, count + 20)
    loops: dict[str, list[dict]] = {name: [] for name in LOOPS}
    ours: dict[int, list[processes.Taken]] = {1: [], 2: []}
    for number in range(rounds):
        turns = [*LOOPS, 1, 2]
        for name in turns if number % 2 == 0 else reversed(turns):
            if isinstance(name, int):
                ours[name].append(batch(home, work, rows, name))
            else:
                loops[name].append(measure(home, name, drawn, work / "peers", count, 20))
        print(f"round {number + 1}{_load()}", flush=True)
    print("| | ms a document | processor ms | times our processor time, 1 process (rounds) |\n|---|--:|--:|--:|")
    each = [taken["processor"] / rows * 1000 for taken in ours[1]]
    for name, runs in loops.items():
        medians = [statistics.median(run["processor"]) for run in runs]
        ratios = [theirs / mine for theirs, mine in zip(medians, each, strict=True)]
        wall = statistics.median(statistics.median(run["wall"]) for run in runs)
        _row(name, f"{wall:.2f}", f"{statistics.median(medians):.2f}", _spread(ratios))
    for jobs, runs in ours.items():
        clock, used = (statistics.median(taken[key] for taken in runs) / rows * 1000 for key in ("clock", "processor"))
        _row(f"reportgen batch --jobs {jobs}", f"{clock:.2f}", f"{used:.2f}", "")
    both = [one["clock"] / two["clock"] for one, two in zip(ours[1], ours[2], strict=True)]
    print(f"one process takes {_spread(both)} times as long as two ({rows} documents, whole command)")


def growth(home: Path, work: Path, rounds: int) -> None:
    """The table of targets (c)."""
    taken = {(rows, jobs): [] for jobs in (1, 2) for rows in GROWTH}
    for number in range(rounds):
        for rows, jobs in taken if number % 2 == 0 else reversed(taken):
            taken[rows, jobs].append(batch(home, work, rows, jobs))
        print(f"round {number + 1}{_load()}", flush=True)
    print("| documents | processes | clock s | processor s | ms a document | more: processor ms | memory MB |\n|--:|--:|--:|--:|--:|--:|--:|")
    for (rows, jobs), runs in taken.items():
        clock, used, memory = (statistics.median(one[key] for one in runs) for key in ("clock", "processor", "memory"))
        fewer = taken.get((GROWTH[GROWTH.index(rows) - 1], jobs)) if rows > 1 else None
        more = ""
        if fewer:
            span = rows - GROWTH[GROWTH.index(rows) - 1]
            more = f"{statistics.median((a['processor'] - b['processor']) / span for a, b in zip(runs, fewer, strict=True)) * 1000:.2f}"
        _row(str(rows), str(jobs), f"{clock:.2f}", f"{used:.2f}", f"{clock / rows * 1000:.2f}", more, f"{memory:.0f}")


def two_processes(home: Path, work: Path, rounds: int, rows: int) -> None:
    """One process, two, and two batches of half the rows side by side: the ratios inside each round."""
    found: dict[str, list[float]] = {"two processes": [], "two batches apart": []}
    batch(home, work, rows // 2, 1)
    for number in range(rounds):
        turns = ["one", *found]
        clock = {}
        for name in turns if number % 2 == 0 else reversed(turns):
            if name == "two batches apart":
                with ThreadPoolExecutor(2) as both:
                    clock[name] = max(both.map(lambda into: batch(home, work, rows // 2, 1, into)["clock"], ("ra-1", "ra-2")))
            else:
                clock[name] = batch(home, work, rows, 1 if name == "one" else 2)["clock"]
        for name, ratios in found.items():
            ratios.append(clock["one"] / clock[name])
        print(f"round {number + 1}{_load()}: {', '.join(f'{name} {seconds:.2f} s' for name, seconds in clock.items())}", flush=True)
    for name, ratios in found.items():
        print(f"one process takes {_spread(ratios)} times as long as {name} ({rows} documents, whole command)")


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |".replace(".", ","))


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _load() -> str:
    return f": load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def main() -> None:
    """Lay out, measure, print."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("home", type=Path)
    wanted.add_argument("--rounds", type=int, default=4)
    wanted.add_argument("--rows", type=int, default=2000)
    wanted.add_argument("--count", type=int, default=60)
    wanted.add_argument("--growth", action="store_true")
    wanted.add_argument("--two", action="store_true")
    wanted.add_argument("--out", type=Path)
    given = wanted.parse_args()
    home = given.home.resolve()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(", ".join(f"{name} {version}" for name, version in versions(home).items()))
    with tempfile.TemporaryDirectory(dir=given.out) as place:
        work = Path(place)
        shutil.copytree(records.PROJECT, work / "du-an")
        if given.growth:
            growth(home, work, given.rounds)
        elif given.two:
            two_processes(home, work, given.rounds, given.rows)
        else:
            beside_peers(home, work, given.rounds, given.rows, given.count)


if __name__ == "__main__":
    main()
