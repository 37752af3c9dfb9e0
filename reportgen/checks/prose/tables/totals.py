"""Rows of sums: «Tổng cộng» at the bottom or the top, «Cộng» below a group, I = 1 + 2 + 3.

What a total adds up is not declared, so every way is tried: the rows above since the last sum, all rows above or below, only
those of the top level, only the leaves, the sums before. The way most columns confirm is believed; then the columns that
fail it are faults. Without one column that confirms it, a total is believed only where nothing else can be meant: a row
that says «Tổng cộng» over or under rows of one level, in a column of counts or money. A row that merely has rows of a lower
level under it («I» over «1», «2») needs more: two columns, or a sister row that sums in the same column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.prose.judging import Nature, Outcome
from reportgen.checks.prose.nouns import Amount
from reportgen.checks.prose.tables.judged import holds, judged_sum
from reportgen.checks.prose.tables.nouns import Column, Fault, FigureTable, Row
from reportgen.noun import field, noun
from reportgen.pattern import Pattern

MOST_ROWS = 2000
MOST_WORK = 20_000
MOST_SHOWN = 6
_LEVEL = Pattern(r"tiêu chí|điểm|bậc|(?<!\w)lần(?!\w)|(?<!\w)độ(?!\w)|tầng|(?<!\w)cấp(?!\w)|loại|năm|tháng")
_SUM = Pattern(r"(?<!\w)số(?!\w)|tổng|cộng|kinh phí|vốn|tiền|diện tích|sản lượng|dự toán|thực hiện|kế hoạch|nam|nữ|hộ|người|quyết toán|giá trị|thu|chi|giao|giải ngân")
_UNIT_TITLE = Pattern(r"(?:^|/ )(?:đvt|đơn vị tính)\W*\Z")
RANK = 1


@noun
class _Way:
    """A target row and the rows it may add up, judged column by column. ``strict``: it says that it is a total."""

    target: Row
    members: tuple[Row, ...]
    strict: bool
    right: tuple[int, ...] = ()
    wrong: dict[int, Outcome] = field(default_factory=dict)

    @property
    def exact(self) -> int:
        """How many columns it gives to the last digit."""
        return len([c for c in self.right if c not in self.wrong])


def total_faults(table: FigureTable) -> list[Fault]:
    """The faults of all rows of sums."""
    rows = [r for r in table.rows if any(c.amount or c.nil for c in r.cells.values())]
    if len(rows) > MOST_ROWS or len(rows) * sum(r.total for r in rows) > MOST_WORK:
        return []
    columns = [c for c in table.columns if c.adds]
    chosen = [way for at in range(len(rows)) if (way := _best(table, columns, rows, at))]
    confirmed = _confirmed(chosen)
    return [fault for way in chosen for fault in _faults(table, way, confirmed, rows)]


def _best(table: FigureTable, columns: Sequence[Column], rows: Sequence[Row], at: int) -> _Way | None:
    """The way of summing most columns confirm; the fewest failures among equals."""
    row = rows[at]
    members = dict.fromkeys(tuple(r.index for r in m) for m in _ways(rows, at) if len(m) > 1)
    by_index = {r.index: r for r in rows} if members else {}
    chosen = [tuple(by_index[i] for i in m) for m in members]
    tried = [_judge(table, columns, row, m, row.total) for m in chosen if _one_unit(table, row, m)]
    tried = [way for way in tried if way.right or way.wrong]
    return max(tried, key=lambda way: (way.exact, len(way.right), -len(way.wrong)), default=None)


def _ways(rows: Sequence[Row], at: int) -> Iterator[list[Row]]:
    """The sets of rows a row may add up, the likeliest first."""
    if not rows[at].total:
        yield _children(rows, at)
        return
    above, below = rows[:at], rows[at + 1 :]
    since = list(above)
    for i in range(len(above) - 1, -1, -1):
        if above[i].total:
            since = above[i + 1 :]
            break
    for side in (since, above, _until_total(below), below):
        plain = [r for r in side if not r.total and not r.partial]
        yield _top(plain)
        yield _leaves(rows, plain)
        yield plain
    yield [r for r in above if r.total]
    yield [r for r in below if r.total]


def _until_total(rows: Sequence[Row]) -> list[Row]:
    stop = next((i for i, r in enumerate(rows) if r.total), len(rows))
    return list(rows[:stop])


def _top(rows: Sequence[Row]) -> list[Row]:
    top = min((r.level for r in rows), default=0)
    return [r for r in rows if r.level == top]


def _leaves(rows: Sequence[Row], chosen: Sequence[Row]) -> list[Row]:
    after = {a.index: b for a, b in zip(rows, rows[1:], strict=False)}
    return [r for r in chosen if not (r.index in after and after[r.index].level > r.level and not after[r.index].total)]


def _children(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows one level below, up to the next of its own level."""
    level, found = rows[at].level, []
    for row in rows[at + 1 :]:
        if row.total or row.level <= level:
            break
        if row.partial:
            return []
        found.append(row)
    return _top(found)


def _judge(table: FigureTable, columns: Sequence[Column], row: Row, members: tuple[Row, ...], strict: bool) -> _Way:
    right, wrong = [], {}
    for column in columns:
        target = row.amount(column.index)
        cells = [m.cells.get(column.index) for m in members]
        if target is None or any(c is not None and c.amount is None and c.text and not c.nil for c in cells):
            continue
        given = [c.amount for c in cells if c is not None and c.amount]
        if len(given) < 2:
            continue
        outcome = judged_sum(given, target, table.vi)
        if holds(outcome):
            right.append(column.index)
        if outcome is not None:
            wrong[column.index] = outcome
    return _Way(row, members, strict, tuple(right), wrong)


def _confirmed(ways: Sequence[_Way]) -> set[int]:
    """Columns in which some row of sums is right."""
    return {column for way in ways for column in way.right}


def _faults(table: FigureTable, way: _Way, confirmed: set[int], rows: Sequence[Row]) -> Iterator[Fault]:
    failing = [c for c, outcome in way.wrong.items() if not holds(outcome)]
    if not _believed(way, failing, confirmed, rows):
        return
    for column, outcome in way.wrong.items():
        if holds(outcome) or way.right or column in confirmed or _plainly(table, way, column):
            if outcome.nature is Nature.ARITHMETIC and _averages(way, table.column(column), bool(table.unit)):
                continue
            yield _fault(table, way, column, outcome)


def _believed(way: _Way, failing: Sequence[int], confirmed: set[int], rows: Sequence[Row]) -> bool:
    """True if the row is a sum of these rows."""
    if way.strict:
        return len(way.right) >= len(failing) or (len(failing) == 1 and _flat(way, rows)) or set(failing) <= confirmed
    if not failing:
        return bool(way.right)
    if not way.right and not _near_miss(way, failing[0]):
        return False
    return len(way.right) >= 2 * len(failing) or (len(way.right) >= len(failing) and set(failing) <= confirmed) or (
        not way.right and len(failing) == 1 and set(failing) <= confirmed
    )


def _near_miss(way: _Way, column: int) -> bool:
    """The sum and the printed number differ in one digit, or in two that changed places."""
    target = way.target.amount(column)
    if target is None:
        return False
    step = max(target.decimals, *(m.amount(column).decimals for m in way.members if m.amount(column)))
    computed = way.wrong[column].computed.nominal * 10**step
    one, other = str(computed), str(int(target.value.scaleb(step)))
    if len(one) != len(other) or len(one) < 3:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(wrong) == 1 or (len(wrong) == 2 and sorted(one) == sorted(other))


def _one_unit(table: FigureTable, row: Row, members: Sequence[Row]) -> bool:
    """True unless a column of units says that the rows count different things."""
    units = next((c.index for c in table.columns if c.sort == "text" and _UNIT_TITLE.search(c.title.lower())), None)
    said = {r.texts.get(units, "") for r in (row, *members)} - {""}
    return len(said) <= 1


def _flat(way: _Way, rows: Sequence[Row]) -> bool:
    """True if every other row is a member, all of one level: «Tổng cộng» can mean nothing else."""
    others = [r for r in rows if r.index != way.target.index]
    plain = not any(r.total for r in others)
    return plain and len(way.members) == len(others) and len({r.level for r in others}) == 1


def _plainly(table: FigureTable, way: _Way, column: int) -> bool:
    """True if the column holds counts or money by its title or the table's unit."""
    return way.strict and bool(table.column(column).title)


def _averages(way: _Way, column: Column, in_unit: bool) -> bool:
    """True if the target lies among its members: then it is rather an average or a level, unless its title says a sum."""
    target = way.target.amount(column.index)
    values = [a.value for m in way.members if (a := m.amount(column.index))]
    if target is None or any(v < 0 for v in values) or target.value > max(values):
        return False
    title = column.title.lower()
    return not way.right or _LEVEL.search(title) is not None or (not in_unit and _SUM.search(title) is None and target.value >= min(values))


def _fault(table: FigureTable, way: _Way, column: int, outcome: Outcome) -> Fault:
    members = [m for m in way.members if m.amount(column)]
    label = f"Cộng {len(members)} dòng" if outcome.nature is not Nature.DOT else "Cộng các dòng"
    cells = frozenset((r.index, column) for r in (way.target, *members))
    return Fault(way.target.cells[column], label, _working(members, column), outcome, cells, RANK)


def _working(members: Sequence[Row], column: int) -> str:
    shown = [_typed(m.amount(column)) for m in members]
    if len(shown) > MOST_SHOWN:
        shown = [*shown[: MOST_SHOWN - 1], "…", shown[-1]]
    return " + ".join(shown)


def _typed(amount: Amount | None) -> str:
    typed = amount.typed if amount else "0"
    return f"({typed})" if typed.startswith("-") else typed
