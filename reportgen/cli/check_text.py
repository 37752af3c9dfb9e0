"""What ``reportgen check`` prints for people: a document with its findings part by part, or a line each for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from reportgen.checking.grouping import Group, groups, places, told, values, where, worded
from reportgen.checking.nouns import JUDGED, STATES, Checked
from reportgen.checking.tally import Tally
from reportgen.cli.findings_text import COLOURS, folded, painted
from reportgen.diagnostics import Finding, Severity
from reportgen.noun import noun

MARGIN = " " * 12
DIM = "2"
USUAL_WIDTH = 120
"""Where the output is no terminal: longer lines are told in two."""
COMMONEST = 10
MOST_ALIKE = 5
"""Findings of one code shown under one heading; figures that do not fit can be a hundred."""


@noun
class Look:
    """How lines are set: ``width`` columns (0: never folded), in colour or not, with hints or not."""

    width: int = 0
    colour: bool = False
    verbose: bool = False


def document_lines(checked: Checked, look: Look) -> Iterator[str]:
    """One document: what it is and what it was held to, its findings from the top of the page down, the count."""
    yield painted(checked.shown, "1", look.colour)
    yield from _head(checked, look)
    for group in groups(checked.open):
        yield ""
        yield painted(group.name, "1", look.colour)
        yield from _group(group, look)
    if checked.accepted:
        yield ""
        yield "Đã biết và được chấp nhận"
        for finding in checked.accepted:
            text = f"  {finding.message.rstrip('.')} [{finding.code}]: {finding.accepted}"
            yield from folded(text, look.width)
    yield ""
    yield count_line(checked)
    if look.verbose and checked.trouble:
        yield from checked.trouble.rstrip().splitlines()


def row(checked: Checked, look: Look) -> str:
    """One document in one line: its counts, its name, what it is."""
    if checked.state != JUDGED:
        state = STATES[checked.state].ljust(22)
        first = checked.findings[0].message if checked.findings else ""
        more = f" (và {len(checked.open) - 1} điểm khác)" if len(checked.open) > 1 else ""
        return f"{painted(state, COLOURS[Severity.WARNING], look.colour)}  {checked.shown}  {first}{more}"
    about = ", ".join(filter(None, (checked.about.kind, checked.regime.key)))
    if not checked.open:
        return f"{'không có lỗi':<22}  {checked.shown}  ({about})"
    counts = [
        painted(f"{n or '-':>4} {word}", COLOURS[severity], look.colour and bool(n))
        for severity, word in ((Severity.ERROR, "lỗi"), (Severity.WARNING, "cảnh báo"))
        for n in (checked.count(severity),)
    ]
    return f"{'  '.join(counts)}  {checked.shown}  ({about})"


def total_lines(tally: Tally, look: Look) -> Iterator[str]:
    """What a folder comes to: files by outcome, then the findings met in most files."""
    yield ""
    states = [f"{count} {STATES[state]}" for state, count in tally.states.most_common() if state != JUDGED]
    faulty = tally.states[JUDGED] - tally.clean
    parts = [f"{tally.clean} không có gì phải sửa", f"{faulty} có lỗi hoặc cảnh báo", *states]
    yield f"{tally.documents} tệp: {', '.join(parts)}"
    commonest = tally.commonest(COMMONEST)
    if commonest:
        yield "Hay gặp nhất:"
    for common in commonest:
        severity = painted(common.severity.value.ljust(9), COLOURS[common.severity], look.colour)
        count = f"{common.documents:>5} tệp, {common.places:>5} chỗ"
        yield from folded(f"{count}  {severity} {common.part}: ví dụ {common.example} [{common.code}]", look.width)


def count_line(checked: Checked) -> str:
    """«5 lỗi, 2 cảnh báo, 1 điểm đã chấp nhận (3 lưu ý chưa hiện: thêm --muc tat-ca)»."""
    parts = [f"{count} {word}" for word, count in worded(checked.open).items()]
    if checked.accepted:
        parts.append(f"{len(checked.accepted)} điểm đã chấp nhận")
    if checked.state != JUDGED:
        parts = [STATES[checked.state], *parts]
    said = ", ".join(parts) or "không có gì phải sửa"
    hidden = [f"{checked.hidden[s.name]} {s.value}" for s in Severity if checked.hidden.get(s.name)]
    if not hidden:
        return said
    needed = "tat-ca" if checked.hidden.get(Severity.INFO.name) else "thong-le"
    return f"{said} (chưa hiện {', '.join(hidden)}: thêm --muc {needed})"


def next_lines(checked: Checked, commands: Container[str]) -> Iterator[str]:
    """What to do next; nothing where there is nothing to do."""
    if checked.state != JUDGED or not checked.open:
        return
    name = f'"{checked.shown}"' if " " in checked.shown else checked.shown
    if "fix" in commands and checked.mendable:
        asked = f" --the-thuc {checked.regime.key}" if checked.regime and "--the-thuc" in checked.regime.why else ""
        yield f"Sửa được {checked.mendable} trong {len(checked.open)} điểm vào một bản mới: reportgen fix {name}{asked}"
    yield f"Ghi nhận xét từng chỗ vào một bản Word: reportgen check {name} --comments"


def _head(checked: Checked, look: Look) -> Iterator[str]:
    about = checked.about
    told_of_itself = " · ".join(filter(None, (about.kind, about.number, about.dated)))
    if told_of_itself:
        yield from folded(f"  {told_of_itself}", look.width)
    if about.subject:
        yield from folded(f"  {about.subject}", look.width)
    if checked.regime:
        yield from folded(f"  Kiểm theo {checked.regime.name} [{checked.regime.key}]: {checked.regime.why}", look.width)
    if checked.settings:
        yield f"  Điều được chấp nhận: theo {checked.settings}"


def _group(group: Group, look: Look) -> Iterator[str]:
    told_of: Counter[str] = Counter()
    for finding in group.findings:
        told_of[finding.code] += 1
        if told_of[finding.code] > MOST_ALIKE and not look.verbose:
            continue
        yield from _finding(finding, group.name, look)
    for code, count in told_of.items():
        if count > MOST_ALIKE and not look.verbose:
            yield f"{MARGIN}… và {count - MOST_ALIKE} điểm nữa cùng mã {code} (xem đủ: thêm -v, hoặc --html)"


def _finding(finding: Finding, part: str, look: Look) -> Iterator[str]:
    """One line where it fits, else what is wrong and, below it, where and by which article."""
    severity = painted(finding.severity.value.ljust(9), COLOURS[finding.severity], look.colour)
    text, details = told(finding, part), _details(finding, part)
    if len(f"{MARGIN}{text} · {details}") <= (look.width or USUAL_WIDTH):
        yield f"  {severity} {text}{painted(f' · {details}', DIM, look.colour)}"
    else:
        first, *more = folded(f"{MARGIN}{text}", look.width)
        yield f"  {severity} {first.lstrip()}"
        yield from more
        yield from (painted(line, DIM, look.colour) for line in folded(MARGIN + details, look.width))
    if look.verbose and finding.hint:
        yield from folded(f"{MARGIN}gợi ý: {finding.hint}", look.width)


def _details(finding: Finding, part: str) -> str:
    words = places(finding)[0].quote
    quote = f"«{words}»" if words and words not in finding.message else ""
    at = where(finding, part)
    return " · ".join(filter(None, (f"{at} {quote}".strip(), values(finding, part), finding.authority, finding.code)))
