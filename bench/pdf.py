"""Printing N documents to PDF: reportgen's engine beside LibreOffice's own best, with the same number of processes.

    python bench/pdf.py FILE.docx [--count 100] [--rounds 3] [--jobs 2]

LibreOffice's best is its own ``--convert-to`` on the same files, split evenly over as many processes, each with a profile of
its own that has been used before. Both write the same PDFs; rounds are interleaved; the ratio is taken inside each round.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from reportgen.pdf.engine import printed, printer, target


def bare(program: str, content: bytes, count: int, jobs: int, folder: Path) -> float:
    """Seconds LibreOffice alone takes."""
    shutil.rmtree(folder / "ra", ignore_errors=True)
    shares = []
    for job in range(jobs):
        share = folder / f"nguon-{job}"
        share.mkdir(parents=True, exist_ok=True)
        for number in range(job, count, jobs):
            (share / f"{number}.docx").write_bytes(content)
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
    assert made == count, f"LibreOffice made {made} of {count}"
    return seconds


def ours(content: bytes, count: int, jobs: int) -> float:
    """Seconds the engine takes."""
    start = time.perf_counter()
    made = list(printed(((f"{n}.docx", content) for n in range(count)), jobs=jobs))
    seconds = time.perf_counter() - start
    assert all(isinstance(pdf, bytes) for _, pdf in made)
    return seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    content, program = args.file.read_bytes(), printer()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare(program, content, args.jobs, args.jobs, folder)
        for job in range(args.jobs):
            shutil.rmtree(folder / f"nguon-{job}")
        rows = []
        for number in range(args.rounds):
            first = number % 2 == 0
            one = ours(content, args.count, args.jobs) if first else 0.0
            other = bare(program, content, args.count, args.jobs, folder)
            one = one or ours(content, args.count, args.jobs)
            rows.append((one, other))
            print(f"round {number + 1}: reportgen {one:.1f} s, LibreOffice alone {other:.1f} s, throughput ratio {other / one:.2f}")
    ratio = statistics.median(other / one for one, other in rows)
    each = [1000 * statistics.median(column) / args.count for column in zip(*rows, strict=True)]
    print(f"{args.count} documents, {args.jobs} processes: {each[0]:.0f} ms against {each[1]:.0f} ms a document; ratio {ratio:.2f} (target 0.90)")


if __name__ == "__main__":
    main()
