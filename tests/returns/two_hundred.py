"""Two hundred workbooks with a known list of faults, and the table of what was found and what was missed.

    python tests/returns/two_hundred.py        # prints the table that stands in docs/tong-hop.md
    python tests/returns/two_hundred.py 2      # the same, read by two processes
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])]

from faults import DOUBTFUL, REFUSED, REPAIRED, clean  # noqa: E402
from faults import FAULTS as PLAIN_FAULTS  # noqa: E402
from odd_faults import ODD_FAULTS  # noqa: E402
from workbooks import COLUMNS, TABLE, TYPE, Sent, clean_row, save, unit_names, write_project  # noqa: E402

from reportgen.project import Project  # noqa: E402
from reportgen.returns.outliers import Former, with_outliers  # noqa: E402
from reportgen.returns.rolling import Rolled, roll_up  # noqa: E402
from reportgen.returns.subject import find_subject  # noqa: E402

FAULTS = PLAIN_FAULTS | ODD_FAULTS
EACH = 2
COUNT = max(200, EACH * len(FAULTS) + 5)
MISSING = "thiếu"
BESIDES = ("twin", "rival", "absent", "open", "upper", "lower")
"""Units whose faults take more than one file, or none."""
SAME_AGAIN = "mọi số giống hệt kỳ trước"


def build(folder: Path, seed: int = 2020):
    """The project, the workbooks, what is expected of each: (fault, list, place, code); the figures of the year before."""
    rng = random.Random(seed)
    units = unit_names(COUNT + len(BESIDES))
    write_project(folder, units)
    kinds = [kind for kind in FAULTS for _ in range(EACH)]
    kinds += ["sạch"] * (COUNT - len(kinds))
    rng.shuffle(kinds)
    expected, former, sent_of = [], {}, {}
    for number, ((unit, name), kind) in enumerate(zip(units.items(), kinds, strict=False), 1):
        sent = Sent(unit, name, clean_row(rng), file=f"{number:03d}-{unit.replace('_', '-')}.xlsx")
        former[unit] = {key: sent.row[key] for key in ("dan_so", "ho_ngheo", "ho_giam", "ty_le_nuoc", "kinh_phi")}
        former[unit]["dan_so"] -= kind != SAME_AGAIN  # no other commune is quite the same a year later
        expected += [(kind, *rest) for rest in FAULTS.get(kind, clean)(sent)]
        sent_of[unit] = sent
        save(sent, folder / "bieu")
    last = list(units)[-len(BESIDES) :]
    expected += _besides(folder, units, last, rng)
    return expected, former, sent_of


def _besides(folder: Path, units: dict[str, str], last: list[str], rng: random.Random):
    """Faults that take more than one file, or one of several units, or none."""
    of = dict(zip(BESIDES, last, strict=True))
    row = clean_row(rng)
    for name in ("bieu-trung.xlsx", "bieu-trung (1).xlsx"):
        save(Sent(of["twin"], units[of["twin"]], dict(row), file=name), folder / "bieu")
    yield "hai biểu giống hệt («(1)»)", DOUBTFUL, "bieu-trung (1).xlsx!Biểu 1!B9", "TH26"
    for name in ("c", "d"):
        save(Sent(of["rival"], units[of["rival"]], clean_row(rng), file=f"khac-{name}.xlsx"), folder / "bieu")
        yield "hai biểu khác nhau", REFUSED, f"khac-{name}.xlsx!Biểu 1!B9", "TH15"
    yield "chưa gửi", MISSING, of["absent"], ""
    save(Sent(of["open"], units[of["open"]], clean_row(rng), file="dang-mo.xlsx"), folder / "bieu")
    (folder / "bieu" / "~$dang-mo.xlsx").write_bytes(b"\x05Nguoi dung")
    yield "tệp đang mở trong Excel", DOUBTFUL, "~$dang-mo.xlsx", "TH25"
    yield from _two_in_one(folder, units, of["upper"], of["lower"], rng)


def _two_in_one(folder: Path, units: dict[str, str], upper: str, lower: str, rng: random.Random):
    """Two units in one book, their poor households in one merged cell."""
    below = clean_row(rng)
    sent = Sent(upper, units[upper], clean_row(rng), file="hai-xa.xlsx", unit_line="Biểu của cụm xã")
    sent.after = [[{**below, "tt": 2, "don_vi": units[lower]}.get(key) for key in COLUMNS]]
    sent.change.append(lambda book, sheet: sheet.merge_cells("D9:D10"))
    save(sent, folder / "bieu")
    for row in (9, 10):
        yield "ô gộp cho hai đơn vị", REFUSED, sent.cell(row, 4), "TH37"


def rolled(folder: Path, former: dict, jobs: int = 1) -> Rolled:
    """The workbooks rolled up against the year before, by so many processes."""
    subject = find_subject(Project(folder), f"{TABLE}/{TYPE}", "năm 2019", "", "rollup")
    return with_outliers(roll_up(folder / "bieu", subject, jobs=jobs), Former(former, "năm 2018"), 50)


def said(result: Rolled) -> list[tuple[str, str, str]]:
    """What was said of the workbooks: (list, place, code)."""
    return [
        *((REPAIRED, str(repair.place), "") for repair in result.repairs),
        *((REFUSED, str(finding.place), finding.code) for _, finding in result.refused),
        *((DOUBTFUL, str(finding.place), finding.code) for _, finding in result.doubtful),
        *((MISSING, unit, "") for unit in result.missing),
    ]


def compared(expected, result: Rolled):
    """(rows of the table, what was missed, what was invented)."""
    found = Counter(said(result))
    wanted = Counter(rest for _, *rest in ((kind, *map(tuple, [rest])) for kind, *rest in expected) for rest in rest)
    rows = {}
    for kind, *rest in expected:
        line = rows.setdefault(kind, [0, 0, set()])
        line[0] += 1
        line[1] += tuple(rest) in found
        line[2].add(f"{rest[0]} {rest[2]}".strip())
    return rows, sorted((wanted - found).elements()), sorted((found - wanted).elements())


def table(expected, result: Rolled) -> list[str]:
    """The table in Markdown."""
    rows, missed, invented = compared(expected, result)
    silent = [kind for kind in FAULTS if kind not in rows]
    lines = ["| Lỗi cài vào | Kết quả phải có | Số chỗ | Tìm thấy | Bỏ sót |", "|---|---|---:|---:|---:|"]
    lines += [f"| {kind} | {', '.join(sorted(how))} | {n} | {hit} | {n - hit} |" for kind, (n, hit, how) in sorted(rows.items())]
    lines += [f"| {kind} | lấy đúng, không nói gì | {EACH} tệp | | |" for kind in silent]
    lines.append(f"| **Cộng** | | {len(expected)} | {len(expected) - len(missed)} | {len(missed)} |")
    return [*lines, "", f"Báo thừa (không cài mà vẫn nói): {len(invented)}."]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        wanted, before, _ = build(Path(name))
        result = rolled(Path(name), before, int(sys.argv[1]) if len(sys.argv) > 1 else 1)
        print("\n".join(table(wanted, result)))
        for line in compared(wanted, result)[1:]:
            print(*line, sep="\n", file=sys.stderr)
