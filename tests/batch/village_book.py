"""The workbook of the example with villages: ``data/bao-cao-xa-thon/xa.xlsx``. By hand, to write it again:

    python -m tests.batch.village_book

The communes and their figures are those of ``data/bao-cao-xa/xa.xlsx``, from the district's plan of 2019. No source tells of the
villages, so they are numbers, and the commune's figures are shared out among them: weights that differ, the largest rest first.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.project import Project
from reportgen.sheets import Column, Sheet, write_sheets
from reportgen.sources.books import READERS

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "data/bao-cao-xa-thon/xa.xlsx"
WIDTHS = (6, 24, 14, 18, 22, 16, 16)
VILLAGE_COLUMNS = (
    Column("Xã, thị trấn", 24), Column("Thôn, khu phố", 18), Column("Tổng số hộ", 14, "number"),
    Column("Hộ nghèo đầu năm", 18, "number"), Column("Hộ giảm", 14, "number"),
)  # fmt: skip


def communes() -> list[tuple]:
    """Header and rows of the sheet with the communes."""
    path = ROOT / "data/bao-cao-xa/xa.xlsx"
    (grid,) = READERS[".xlsx"](path, Project(ROOT).shown(path)).grids
    rows = [tuple(grid.at(row, column).value for column in range(1, grid.columns + 1)) for row in range(1, grid.rows + 1)]
    return [rows[0], *(tuple(int(v) if not isinstance(v, str) else v for v in row) for row in rows[1:])]


def shared(total: int, weights: list[int]) -> list[int]:
    """``total`` in whole parts by weight, the largest rests rounded up."""
    exact = [total * weight for weight in weights]
    parts = [one // sum(weights) for one in exact]
    most = sorted(range(len(weights)), key=lambda n: (-(exact[n] % sum(weights)), n))
    for n in most[: total - sum(parts)]:
        parts[n] += 1
    return parts


def villages() -> list[tuple]:
    """The villages of all communes; where few households leave poverty, none may in a village without poor ones."""
    rows = []
    for number, name, households, poor, _, _, leaving in communes()[1:]:
        count = 5 + number % 4
        weights = [7 + (n * 5 + number * 3) % 9 for n in range(count)]
        poverty = shared(poor, [weight * (3 + (n + number) % 4) for n, weight in enumerate(weights)])
        kind = "Khu phố" if name.startswith("thị trấn") else "Thôn"
        parts = zip(shared(households, weights), poverty, shared(leaving, poverty), strict=True)
        rows += [(name, f"{kind} {n}", *part) for n, part in enumerate(parts, 1)]
    return rows


def village_book() -> bytes:
    """The whole workbook."""
    header, *rows = communes()
    columns = tuple(Column(title, width, "text" if n == 1 else "number") for n, (title, width) in enumerate(zip(header, WIDTHS, strict=True)))
    return write_sheets([Sheet("Xã", columns, rows), Sheet("Thôn", VILLAGE_COLUMNS, villages())])


if __name__ == "__main__":
    BOOK.parent.mkdir(exist_ok=True)
    BOOK.write_bytes(village_book())
