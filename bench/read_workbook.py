"""A workbook of 10.598 rows read: as ``reportgen batch`` streams it, by openpyxl's read-only mode, by calamine. By hand:

    HOME/venv/reportgen/bin/python bench/read_workbook.py HOME [--rounds 7] [--rows 10598]

Each way in a process of its own, in turn, forward and backward; the sum of all numbers must be the same. Printed: medians of
the reading alone and of the whole process, processor time, peak memory. Ours reads exact decimals and knows what a cell is
(a formula without a value, an error, a hidden row); the others hand over what is stored.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]

from install_peers import clean, python_of, versions


def by_reportgen(path: Path) -> int:
    """Rows as the batch takes them."""
    from reportgen.batch.reading import open_rows
    from reportgen.diagnostics import NOWHERE

    total = 0
    with open_rows(path, path.name, "", NOWHERE) as source:
        for number, _, _, values in source.lines(range(1, source.head.columns + 1)):
            if number > 1:
                total += sum(int(getattr(value, "value", value)) for value in values[1:])
    return total


def by_openpyxl(path: Path) -> int:
    """openpyxl's read-only mode, values only."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return sum(sum(row[1:]) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True))


def by_calamine(path: Path) -> int:
    """python-calamine."""
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return int(sum(sum(row[1:]) for row in rows[1:]))


WAYS = {"reportgen batch's reader": by_reportgen, "openpyxl, read-only": by_openpyxl, "python-calamine": by_calamine}


def one(name: str, path: Path) -> None:
    """In a process of its own: read, print."""
    from run_python import peak_mb

    start, used = time.perf_counter(), time.process_time()
    total = WAYS[name](path)
    taken = {"clock": time.perf_counter() - start, "processor": time.process_time() - used, "memory": peak_mb(), "total": total}
    print(json.dumps(taken))


def main() -> None:
    """Write the workbook, read it in rounds, print."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("home", type=Path)
    wanted.add_argument("--rounds", type=int, default=7)
    wanted.add_argument("--rows", type=int, default=10_598)
    wanted.add_argument("--one", nargs=2)
    given = wanted.parse_args()
    if given.one:
        return one(given.one[0], Path(given.one[1]))
    import records

    home = given.home.resolve()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(", ".join(f"{name} {version}" for name, version in versions(home).items()))
    taken: dict[str, list[dict]] = {name: [] for name in WAYS}
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "xa.xlsx")
        records.write_workbook(path, given.rows)
        for number in range(given.rounds):
            for name in WAYS if number % 2 == 0 else reversed(WAYS):
                start = time.perf_counter()
                command = [str(python_of(home, "reportgen")), __file__, str(home), "--one", name, str(path)]
                told = subprocess.run(command, env=clean(), capture_output=True, text=True, check=True)
                taken[name].append(json.loads(told.stdout) | {"whole": time.perf_counter() - start})
        size = path.stat().st_size / 1e6
    totals = {run["total"] for runs in taken.values() for run in runs}
    if len(totals) != 1:
        sys.exit(f"the sums differ: {totals}")
    print(f"{given.rows} rows × 31 columns, {size:.1f} MB; the same sum every time, {totals.pop()}".replace(".", ","))
    print("| | read s | processor s | whole process s | memory MB | × openpyxl (processor) |\n|---|--:|--:|--:|--:|--:|")
    for name, runs in taken.items():
        cells = [f"{statistics.median(run[key] for run in runs):.2f}" for key in ("clock", "processor", "whole")]
        memory = max(run["memory"] for run in runs)
        ratio = statistics.median(b["processor"] / a["processor"] for a, b in zip(runs, taken["openpyxl, read-only"], strict=True))
        print(f"| {name} | {' | '.join(cells)} | {memory:.0f} | {ratio:.1f} |".replace(".", ","))


if __name__ == "__main__":
    main()
