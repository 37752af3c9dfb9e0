"""A workbook of made-up communes for ``reportgen batch bao-cao-xa``: the same seed gives the same bytes. By hand:

    python bench/make_communes.py --count 10598 --faults 5 --out xa-thu.xlsx
    reportgen batch bao-cao-xa --data xa-thu.xlsx --out van-ban-thu

10.598 is how many communes, wards and townships the country had before 01/7/2025. Names are numbers and the figures are drawn
at random so that they add up; ``--faults`` makes that many rows, evenly spread, in which the two groups do not give the whole.
Other benchmarks take ``rows`` and ``write_communes``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.sheets import Column, Sheet, write_sheets

COMMUNES = 10_598
COLUMNS = (
    Column("TT", 8, "number"),
    Column("Tên xã, thị trấn", 24),
    Column("Tổng số hộ", 14, "number"),
    Column("Hộ nghèo đầu năm", 18, "number"),
    Column("Hộ nghèo chính sách giảm nghèo", 22, "number"),
    Column("Hộ nghèo cứng", 16, "number"),
    Column("Chỉ tiêu hộ giảm", 16, "number"),
)


def rows(count: int = COMMUNES, seed: int = 1, faults: int = 0) -> Iterator[tuple[int | str, ...]]:
    """``count`` communes: ordinal, name, households, poor ones, of these two groups, how many are to leave poverty."""
    draw = random.Random(seed)
    wrong = {count * (n + 1) // (faults + 1) for n in range(faults)}
    for number in range(1, count + 1):
        households = draw.randint(400, 6_000)
        poor = households * draw.randint(5, 180) // 1_000 + 1
        policy = draw.randint(0, poor)
        yield number, f"xã thử nghiệm {number:05d}", households, poor, policy, poor - policy + (number in wrong), draw.randint(0, policy)


def write_communes(path: Path, count: int = COMMUNES, seed: int = 1, faults: int = 0) -> None:
    """The workbook at ``path``."""
    path.write_bytes(write_sheets([Sheet("Xã", COLUMNS, rows(count, seed, faults))]))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=COMMUNES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    write_communes(args.out, args.count, args.seed, args.faults)
    print(f"{args.out}: {args.count} communes", file=sys.stderr)


if __name__ == "__main__":
    main()
