"""Which column gives what: headers held against the keys and names of the type, once for the whole batch.

A header is equal to a key or a name, or it is not: no likeness, no «contains» (diacritics, capitals and spare blanks do
not count). What a row must have and no column gives is an error before anything is made; a column nobody asks for is said,
because it may be the misspelt header of one that is optional.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.batch.declared import BatchBase, fact_labels
from reportgen.batch.headless import tell_headless
from reportgen.batch.nouns import COMPUTED, FACT, FIGURE, WORD, Columns, Target
from reportgen.batch.own_tables.beside import tell_hidden
from reportgen.batch.quotes import headers_of_quote, without_quotes
from reportgen.diagnostics import Finding, Severity, error, warning
from reportgen.doctype import DocumentType
from reportgen.figures.model import Indicator
from reportgen.sandbox import render_text
from reportgen.sources.grid import Grid
from reportgen.sources.headers import DEEPEST, Titles
from reportgen.vietnamese.refusal import quoted
from reportgen.vietnamese.text import fold, nearest, nearest_few
from reportgen.yamltext import Mapping as Group
from reportgen.yamltext import is_blank

SILENT = frozenset({"tt", "stt", "so tt", "so thu tu", "ghi chu", "ky hieu cot"})
"""Headers every office table has and no document asks for, folded."""


def targets_of(base: BatchBase, kind: DocumentType, indicators: Mapping[str, Indicator]) -> list[Target]:
    """Everything a column may give: words of the type, figures in declared order, facts of a report."""
    typed = base.figures.entries if isinstance(base.figures, Group) else {}
    given = {key for key, node in typed.items() if not is_blank(node)}
    words = [Target(key, WORD, label, key not in base.words) for key, label in kind.words.items()]
    figures = [_figure(key, indicator, key in given) for key, indicator in indicators.items()]
    return words + figures + [Target(key, FACT, label) for key, label in fact_labels().items()]


def _figure(key: str, indicator: Indicator, given: bool) -> Target:
    if indicator.formula:
        return Target(key, COMPUTED, indicator.label)
    also = headers_of_quote(indicator) if indicator.is_quoted else ()
    required = indicator.required and not given and not indicator.source
    return Target(key, FIGURE, indicator.label, required, also, indicator.is_quoted)


def find_columns(
    head: Grid, base: BatchBase, targets: list[Target], words: Mapping[str, object], sink: list[Finding]
) -> Columns | None:
    """The columns of a sheet; None after an error. ``words``: names the texts of ``cot`` may use (``{{ nam }}``)."""
    said = said_headers(base, targets, words, sink)
    titles = Titles(head)
    rows = {row: _claims(titles, row, targets, said) for row in range(1, min(head.rows, DEEPEST) + 1)}
    best = _header_row(rows)
    if best is None:
        names = ", ".join(quoted(target.label) for target in targets[:4])
        hint = f"dòng tiêu đề phải nằm trong {DEEPEST} dòng đầu; ghi tiêu đề ở mục cot của {base.place.file or 'tệp chung'}"
        message = f"không thấy dòng tiêu đề nào có tên hay mã của chỉ tiêu ({names} …)"
        sink.append(error("LO10", message, head.place(1, 1), hint=hint))
        return None
    before = len(sink)
    claims = rows[best]
    _refuse_twice(head, best, claims, sink)
    found = tuple((t, claims[t.key][0]) for t in targets if claims.get(t.key) and t.kind != COMPUTED)
    _tell_missing(titles, best, base, targets, claims, said, sink)
    _tell_unused(titles, best, base, targets, claims, sink)
    tell_headless(head, titles, best, sink)
    if any(finding.blocks for finding in sink[before:]):
        return None
    tell_hidden(head, best, sorted(column for _, column in found), sink)
    blank = tuple(target.key for target in targets if target.quoted and target.key not in claims)
    return Columns(head.file, head.name, best, found, is_text=bool(head.lines), blank=blank)


def said_headers(base: BatchBase, targets: list[Target], words: Mapping[str, object], sink: list[Finding]) -> dict[str, str]:
    """The header texts of ``cot``, names filled in."""
    keys = [target.key for target in targets]
    said = {}
    for key, text in base.columns.items():
        place = base.at("columns", key)
        if key not in keys:
            close = nearest(key, keys)
            hint = f"có phải «{close}»?" if close else "ghi mã của một chỉ tiêu hoặc một chữ riêng của loại văn bản"
            sink.append(error("LO13", f"mục cot: không có gì mang mã «{key}»", place, found=key, hint=hint))
        else:
            said[key] = render_text(text, words, place) if "{" in text else text
    return said


def _claims(titles: Titles, row: int, targets: list[Target], said: Mapping[str, str]) -> dict[str, list[int]]:
    """Target key → columns whose header in this row says so."""
    folded: dict[str, list[int]] = {}
    own = titles.texts(row)
    for column, _, its in titles.titles(row):
        folded.setdefault(its, []).append(column)
    claims: dict[str, list[int]] = {}
    for target in targets if own else ():
        text = said.get(target.key)
        if text is not None:
            found = columns_under(titles, row, text)
        else:
            ways = (folded.get(fold(" ".join(name.split()))) for name in (target.key, target.label, *target.also))
            found = next(filter(None, ways), [])
        if found:
            claims[target.key] = found
    return claims if any(column in own for columns in claims.values() for column in columns) else {}


def columns_under(titles: Titles, row: int, text: str) -> list[int]:
    """Columns whose headers end at ``row`` under this text: «Hộ nghèo», or with its groups «Đầu năm > Hộ nghèo»."""
    *above, leaf = (fold(" ".join(part.split())) for part in text.split(" > "))
    found = [column for column, _, its in titles.titles(row) if its == leaf]
    for wanted in above:
        found = [c for c in found if any(titles.group(r, c) == wanted for r in range(max(1, row - 3), row))]
    return found


def _header_row(rows: Mapping[int, Mapping[str, list[int]]]) -> int | None:
    """The row that most targets are found in; of several in a stack of merged headers the last."""
    best = max(rows, key=lambda row: len(rows[row]), default=None)
    if best is None or not rows[best]:
        return None
    while best + 1 in rows and len(rows[best + 1]) == len(rows[best]):
        best += 1
    return best


def _refuse_twice(head: Grid, row: int, claims: Mapping[str, list[int]], sink: list[Finding]) -> None:
    owners: dict[int, str] = {}
    for key, columns in claims.items():
        if len(columns) > 1:
            where = ", ".join(str(head.place(row, column).cell or f"cột {column}") for column in columns)
            hint = f"ghi rõ ở mục cot: {key}: «tiêu đề nhóm > tiêu đề cột»"
            sink.append(error("LO11", f"«{key}» có ở nhiều cột: {where}", head.place(row, columns[1]), hint=hint))
        elif owners.setdefault(columns[0], key) != key:
            message = f"«{owners[columns[0]]}» và «{key}» cùng lấy một cột"
            sink.append(error("LO11", message, head.place(row, columns[0]), hint="ghi rõ từng cột ở mục cot"))


def _tell_missing(
    titles: Titles, row: int, base: BatchBase, targets: list[Target], claims: Mapping, said: Mapping[str, str], sink: list[Finding]
) -> None:
    taken = {column for columns in claims.values() for column in columns}
    texts = [title for column, title, _ in titles.titles(row) if column not in taken]
    place = titles.grid.place(row, 1)
    lacking = [target for target in targets if target.quoted and target.required and target.key not in claims]
    if lacking:
        sink.append(without_quotes(lacking, place))
    for target in targets:
        wanted = said.get(target.key)
        if target.key in claims or not (wanted or target.required) or (target in lacking and not wanted):
            continue
        close = _same_words(wanted or target.label, texts)
        hint = f"có phải cột «{close}»? Nếu phải, ghi ở mục cot: {target.key}: {close}" if close else ""
        hint = hint or f"thêm cột «{target.label}», hoặc ghi một lần cho mọi văn bản ở {base.place.file or 'tệp chung'}"
        said_as = f" có tiêu đề «{wanted}»" if wanted else ""
        sink.append(error("LO13", f"không thấy cột{said_as} cho «{target.label}» ({target.key})", place, hint=hint))


def _tell_unused(
    titles: Titles, row: int, base: BatchBase, targets: list[Target], claims: Mapping[str, list[int]], sink: list[Finding]
) -> None:
    computed = {target.key for target in targets if target.kind == COMPUTED}
    used = {column for key, columns in claims.items() for column in columns if key not in computed}
    worked_out = {column: key for key, columns in claims.items() for column in columns if key in computed}
    free = {target.label for target in targets if target.key not in claims}
    ignored = {fold(" ".join(text.split())) for text in base.ignored}
    for column, title, its in titles.titles(row):
        if column in used or its in SILENT | ignored:
            continue
        place = titles.grid.place(row, column)
        if column in worked_out:
            message = f"cột «{title}» không được lấy: {worked_out[column]} tính theo công thức"
            sink.append(Finding("LO12", Severity.INFO, message, place))
            continue
        close = nearest(title, free)
        hint = f"có phải «{close}»? " if close else ""
        hint += f"Nếu không dùng, ghi ở {base.place.file or 'tệp chung'}: bo_qua_cot: [{title}]"
        sink.append(warning("LO12", f"cột «{title}» không được dùng", place, found=title, hint=hint))


def _same_words(wanted: str, texts: list[str]) -> str | None:
    """The title that says the same with other letters. «Hộ nghèo cuối năm» is near «Hộ nghèo đầu năm» and is another figure:

    whoever follows such a hint prints it, so every word must have its like in the other.
    """

    def each_has_like(one: str, other: str) -> bool:
        return all(nearest(word, other.split()) for word in one.split())

    return next((text for text in nearest_few(wanted, texts) if each_has_like(wanted, text) and each_has_like(text, wanted)), None)
