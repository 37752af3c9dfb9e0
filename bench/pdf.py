"""Printing N documents to PDF: reportgen's engine beside LibreOffice's own best, with the same number of processes.

    python bench/pdf.py FILE.docx [--count 100] [--rounds 3] [--jobs 2]            the engine alone
    python bench/pdf.py xa.xlsx [--rounds 3] [--jobs 2]       the whole ``batch bao-cao-xa --pdf``, beside the PDFs of its documents

``bench/make_communes.py`` makes the workbook. The whole command reads rows, checks figures, makes, writes, prints, reads back and
judges; LibreOffice beside it only prints what the command made.

LibreOffice's best is its own ``--convert-to`` on the same files, split evenly over as many processes, each with a profile of
its own that has been used before. Both write the same PDFs; rounds are interleaved; the ratio is taken inside each round.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportgen.pdf.engine import printed, printer, target

ROOT = Path(__file__).resolve().parents[1]


def bare(program: str, contents: list[bytes], jobs: int, folder: Path) -> float:
    """Seconds LibreOffice alone takes."""
    shutil.rmtree(folder / "ra", ignore_errors=True)
    shares = []
    for job in range(jobs):
        share = folder / f"nguon-{job}"
        share.mkdir(parents=True, exist_ok=True)
        for number in range(job, len(contents), jobs):
            (share / f"{number}.docx").write_bytes(contents[number])
        shares.append(sorted(map(str, share.glob("*.docx"))))
    start = time.perf_counter()
    running = [
        subprocess.Popen(
            [program, f"-env:UserInstallation={(folder / f'ho-so-{job}').as_uri()}", "--headless", "--norestore",
             "--convert-to", target(False), "--outdir", str(folder / "ra"), *files],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for job, files in enumerate(shares)
    ]  # fmt: skip
    for process in running:
        process.wait()
    seconds = time.perf_counter() - start
    made = len(list((folder / "ra").glob("*.pdf")))
    assert made == len(contents), f"LibreOffice made {made} of {len(contents)}"
    return seconds


def ours(contents: list[bytes], jobs: int) -> float:
    """Seconds the engine takes."""
    start = time.perf_counter()
    made = list(printed(((f"{n}.docx", content) for n, content in enumerate(contents)), jobs=jobs))
    seconds = time.perf_counter() - start
    assert all(isinstance(pdf, bytes) for _, pdf in made)
    return seconds


def whole_batch(book: Path, jobs: int, folder: Path) -> float:
    """Seconds the command takes, starting Python included."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "reportgen", "--du-an", str(ROOT), "batch", "bao-cao-xa", "--data", str(book), "--out", str(folder)]
    start = time.perf_counter()
    subprocess.run([*command, "--pdf", "--jobs", str(jobs)], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    assert len(list(folder.glob("*.pdf"))) == len(list(folder.glob("*.docx")))
    return seconds


def processor() -> float:
    """Processor seconds of this process and all it has waited for: what counts on a machine that is busy with other work."""
    return sum(os.times()[:4])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows, count = compared(args, Path(name))
    ratio = statistics.median(other / one for one, other in rows)
    each = [1000 * statistics.median(column) / count for column in zip(*rows, strict=True)]
    print(f"{count} documents, {args.jobs} processes: {each[0]:.0f} ms against {each[1]:.0f} ms a document; ratio {ratio:.2f} (target 0.90)")


def compared(args: argparse.Namespace, folder: Path) -> tuple[list[tuple[float, float]], int]:
    """Seconds of ours and of LibreOffice alone in each round, and how many documents there were."""
    of_book, batch = args.file.suffix == ".xlsx", folder / "batch"
    if of_book:
        whole_batch(args.file, args.jobs, batch)
        contents = [path.read_bytes() for path in sorted(batch.glob("*.docx"))]
    else:
        contents = [args.file.read_bytes()] * args.count
    program = printer()
    bare(program, contents[: args.jobs], args.jobs, folder)
    for job in range(args.jobs):
        shutil.rmtree(folder / f"nguon-{job}")
    rows = []
    for number in range(args.rounds):
        turns = [lambda: whole_batch(args.file, args.jobs, batch) if of_book else ours(contents, args.jobs)]
        turns.append(lambda: bare(program, contents, args.jobs, folder))
        order = (0, 1) if number % 2 == 0 else (1, 0)
        taken, spent = {}, {}
        for turn in order:
            before = processor()
            taken[turn], spent[turn] = turns[turn](), processor() - before
        rows.append((taken[0], taken[1]))
        print(f"round {number + 1}: reportgen {taken[0]:.1f} s, LibreOffice alone {taken[1]:.1f} s, throughput ratio {taken[1] / taken[0]:.2f}", end="; ")
        print(f"processor {spent[0]:.1f} s and {spent[1]:.1f} s, ratio {spent[1] / spent[0]:.2f}", flush=True)
    return rows, len(contents)


if __name__ == "__main__":
    main()
