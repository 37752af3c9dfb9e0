"""What was mended and what was left, as lines a văn thư reads: by part of the page, before → after, rule and article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportgen.checking.grouping import NAMES, OF_THE_TEXT, TEXT, part_of, split, told
from reportgen.diagnostics import Severity
from reportgen.mending.nouns import Left, Mend, Mended

MOST_LEFT = 30
"""Lines of what is left; ``reportgen check`` shows them all, with places."""


def lines_of(mended: Mended) -> list[str]:
    """The whole story of one file; the first line says it in short."""
    lines = [headline(mended)]
    for part, mends in _by_part(mended.mends).items():
        lines.append(f"  {part}:")
        lines += [f"    {line}" for line in _mend_lines(mends)]
    if mended.left:
        lines.append("  Phải sửa tay:")
        lines += [f"    {line}" for line in _left_lines(mended.left)]
    return lines


def headline(mended: Mended) -> str:
    """«bao-cao.docx: đã sửa 12 chỗ, còn 3 điểm phải sửa tay (theo Nghị định 30/2020/NĐ-CP)»."""
    done = f"sửa {len(mended.mends)} chỗ" if mended.mends else "không có gì để sửa"
    rest = f", còn {len(mended.left)} điểm phải sửa tay" if mended.left else ""
    return f"{mended.shown}: {done}{rest} (theo {mended.regime}: {mended.why})"


def data_of(mended: Mended) -> dict[str, object]:
    """The same for programs."""
    return {
        "file": mended.shown,
        "regime": mended.regime,
        "mended": [
            {
                "code": m.code,
                "part": m.part,
                "quote": m.quote,
                "before": m.before,
                "after": m.after,
                "authority": m.authority,
            }
            for m in mended.mends
        ],
        "left": [
            {
                "code": left.finding.code,
                "severity": left.finding.severity.name.lower(),
                "message": left.finding.message,
                "reason": left.reason,
            }
            for left in mended.left
        ],
    }


def errors_left(mended: Mended) -> bool:
    """True if an error of the regulation stays."""
    return any(left.finding.severity is Severity.ERROR for left in mended.left)


def _by_part(mends: Iterable[Mend]) -> dict[str, list[Mend]]:
    """The mends by the part of the page from the top down; paragraphs of the text together."""
    parts: dict[str, list[Mend]] = {}
    for mend in mends:
        name = split(mend.part)[0]
        parts.setdefault(TEXT if name in OF_THE_TEXT else name, []).append(mend)
    return dict(sorted(parts.items(), key=lambda part: NAMES.index(part[0]) if part[0] in NAMES else len(NAMES)))


def _mend_lines(mends: list[Mend]) -> Iterable[str]:
    """Equal changes once, with their count and the words of the first."""
    counts = Counter((m.code, m.before, m.after) for m in mends)
    said: set[tuple[str, str, str]] = set()
    for mend in mends:
        key = (mend.code, mend.before, mend.after)
        if key in said:
            continue
        said.add(key)
        many = f" ({counts[key]} chỗ)" if counts[key] > 1 else ""
        quoted = mend.quote and mend.quote not in mend.before and len(mend.quote) > 1
        words = f" ở «{mend.quote}»" if quoted else ""
        source = f"{mend.code}; {mend.authority}" if mend.authority else mend.code
        yield f"{mend.before} → {mend.after}{words}{many}  [{source}]"


def _left_lines(left: tuple[Left, ...]) -> Iterable[str]:
    for item in left[:MOST_LEFT]:
        finding, part = item.finding, part_of(item.finding)
        yield f"{part}: {told(finding, part)}  [{finding.code}]"
        yield f"  vì: {item.reason}"
    if len(left) > MOST_LEFT:
        yield f"… và {len(left) - MOST_LEFT} điểm nữa: xem bằng reportgen check"
