"""Two hundred workbooks with a known list of faults, and the table of what was found and what was missed.

    python tests/returns/two_hundred.py        # prints the table that stands in docs/tong-hop.md
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).resolve().parents[2])]

from faults import DOUBTFUL, FAULTS, REFUSED, REPAIRED, clean  # noqa: E402
from workbooks import TABLE, TYPE, Sent, clean_row, save, unit_names, write_project  # noqa: E402

from reportgen.project import Project  # noqa: E402
from reportgen.returns.outliers import Former, with_outliers  # noqa: E402
from reportgen.returns.rolling import Rolled, roll_up  # noqa: E402
from reportgen.returns.subject import find_subject  # noqa: E402

EACH = 3
COUNT = max(200, EACH * len(FAULTS) + 5)
MISSING = "thiếu"
SAME_AGAIN = "mọi số giống hệt kỳ trước"


def build(folder: Path, seed: int = 2019):
    """The project, the workbooks, what is expected of each: (fault, list, place, code); the figures of the year before."""
    rng = random.Random(seed)
    units = unit_names(COUNT + 4)
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
    last = [key for key in units][-4:]
    expected += _besides(folder, units, last, rng)
    return expected, former, sent_of


def _besides(folder: Path, units: dict[str, str], last: list[str], rng: random.Random):
    """Faults that take more than one file, or none: twins, duplicates that differ, a lock, nothing sent."""
    twin, rival, absent, open_one = last
    row = clean_row(rng)
    for name in ("a", "b"):
        save(Sent(twin, units[twin], dict(row), file=f"trung-{name}.xlsx"), folder / "bieu")
    yield "hai biểu giống hệt", DOUBTFUL, "trung-a.xlsx!Biểu 1!B9", "TH26"
    for name in ("c", "d"):
        save(Sent(rival, units[rival], clean_row(rng), file=f"khac-{name}.xlsx"), folder / "bieu")
        yield "hai biểu khác nhau", REFUSED, f"khac-{name}.xlsx!Biểu 1!B9", "TH15"
    yield "chưa gửi", MISSING, absent, ""
    save(Sent(open_one, units[open_one], clean_row(rng), file="dang-mo.xlsx"), folder / "bieu")
    (folder / "bieu" / "~$dang-mo.xlsx").write_bytes(b"\x05Nguoi dung")
    yield "tệp đang mở trong Excel", DOUBTFUL, "~$dang-mo.xlsx", "TH25"


def rolled(folder: Path, former: dict) -> Rolled:
    """The workbooks rolled up against the year before."""
    subject = find_subject(Project(folder), f"{TABLE}/{TYPE}", "năm 2019", "", "rollup")
    return with_outliers(roll_up(folder / "bieu", subject), Former(former, "năm 2018"), 50)


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
        result = rolled(Path(name), before)
        print("\n".join(table(wanted, result)))
        for line in compared(wanted, result)[1:]:
            print(*line, sep="\n", file=sys.stderr)
