"""Emptying a report's YAML without retyping it: comments, order, blank lines and keys stay as staff left them.

Writing the parsed tree back would lose every comment, so values are cut out of the text at the places the reader
gives. Cutting text can go wrong where the text is unusual; the result is therefore read again, and if a single
value survived nothing is written (LE26): last month's figure under this month's name is the worst this tool could do.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Place
from reportgen.errors import DataError
from reportgen.pattern import Pattern
from reportgen.yamltext import Mapping, Node, Scalar, Sequence, is_blank, parse

FIGURES, TABLES, RELATIONS, PERIOD = "so_lieu", "bang", "kiem_tra", "ky_bao_cao"
BLANKED = frozenset(("ngay_ban_hanh", "so_van_ban", "dinh_chinh"))
OF_RELATION = frozenset(("chap_nhan",))
OF_TABLE = frozenset(("dong", "tong", "chap_nhan"))
"""What a relation, and a table, say about the figures of this one period; the rest of them is how to check and read."""

_KEY = Pattern(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^:]+?)\s*:(?=\s|$)""")
_BLOCK_TEXT = Pattern(r"[>|][0-9+-]*\s*(#.*)?$")


def emptied(text: str, shown: str, period: str = "") -> str:
    """The text of a report file with figures, typed rows, reasons, date and number emptied, and its ``period`` replaced.

    Without ``period`` the period stays as it is. DataError LE26 if a value could not be cut out; DataError of the YAML
    reader if the text is not YAML.
    """
    before = parse(text, shown)
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    cuts = [(place, last, "") for place, last, _ in _facts(before, len(lines))]
    if period:
        cuts += [(place, last, period) for key, _, place, last in _entries(before, len(lines)) if key == PERIOD]
    for place, last, value in sorted(cuts, key=lambda cut: (cut[0].line, cut[0].column), reverse=True):
        _cut(lines, place, last, value)
    result = "\n".join(lines) + "\n"
    _prove(before, result, shown, period)
    return result.replace("\n", "\r\n") if "\r\n" in text else result


def _facts(tree: Node, count: int) -> Iterator[tuple[Place, int, Node]]:
    """Every value that belongs to the old document alone: its key's place, its last line, the value."""
    for key, node, place, last in _entries(tree, count):
        if key in BLANKED:
            yield place, last, node
        elif key == FIGURES:
            yield from ((where, end, value) for _, value, where, end in _entries(node, last))
        elif key == TABLES:
            yield from (fact for _, table, _, end in _entries(node, last) for fact in _among(table, end, OF_TABLE))
        elif key == RELATIONS and isinstance(node, Sequence):
            ends = [item.place.line - 1 for item in node.items[1:]] + [last]
            for item, end in zip(node.items, ends, strict=True):
                yield from _among(item, max(end, item.place.line), OF_RELATION)


def _among(node: Node, last: int, keys: frozenset[str]) -> Iterator[tuple[Place, int, Node]]:
    return ((place, end, value) for key, value, place, end in _entries(node, last) if key in keys)


def _entries(node: Node, last: int) -> Iterator[tuple[str, Node, Place, int]]:
    """Key, value, place of the key and last line of each entry; ``last`` is the last line of the whole mapping."""
    if not isinstance(node, Mapping):
        return
    keys = list(node.entries)
    starts = [node.key_places[key].line for key in keys]
    ends = [max(start, following - 1) for start, following in zip(starts, [*starts[1:], last + 1], strict=True)]
    for key, end in zip(keys, ends, strict=True):
        yield key, node.entries[key], node.key_places[key], end


def _cut(lines: list[str], place: Place, last: int, value: str) -> None:
    """Replace the value of the key at ``place``; comments on its lines and between them stay."""
    row = place.line - 1
    line, start = lines[row], place.column - 1
    key = _KEY.match(line, start)
    if key is None:
        return
    head, rest = line[: key.end()], line[key.end() :]
    if _in_flow(line, start):
        lines[row] = head + " " + value + _after_flow_value(rest)
        return
    comment, quote = _comment(rest)
    following = list(_kept(lines[row + 1 : last], line, quote))
    lines[row:last] = [(f"{head} {value}" if value else head) + (f"  {comment}" if comment else ""), *following]


def _kept(lines: list[str], above: str, quote: str) -> Iterator[str]:
    """Of the lines of a value: its comments and the blank lines; text that only looks like a comment goes."""
    block_indent = _indent(above) if _BLOCK_TEXT.search(above) else None
    blanks: list[str] = []
    for line in lines:
        if quote:
            quote = _comment(line, quote)[1]
        elif not line.strip():
            blanks.append(line)
        elif block_indent is not None and _indent(line) > block_indent:
            blanks.clear()
        else:
            block_indent = _indent(line) if _BLOCK_TEXT.search(line) and not _is_comment(line) else None
            quote = "" if _is_comment(line) else _comment(line)[1]
            if _is_comment(line):
                yield from blanks
                yield line
            blanks.clear()
    yield from blanks


def _comment(text: str, quote: str = "") -> tuple[str, str]:
    """The comment that ends a line, and the quotation mark still open at its end. ``quote``: open at its start."""
    for position, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and (text[:position].rstrip()[-1:] or ":") in "{[,:-":
            quote = char
        elif char == "#" and (position == 0 or text[position - 1] in " \t"):
            return text[position:].rstrip(), ""
    return "", quote


def _in_flow(line: str, start: int) -> bool:
    before = line[:start]
    return before.count("{") > before.count("}")


def _after_flow_value(rest: str) -> str:
    """What follows a one-line value inside braces, from the comma or brace that ends it."""
    text = rest.lstrip()
    if text[:1] in "\"'" and text:
        close = text.find(text[0], 1)
        return text[close + 1 :].lstrip() if close > 0 else ""
    depth = 0
    for position, char in enumerate(text):
        if char in ",}]" and depth == 0:
            return text[position:]
        depth += (char in "{[") - (char in "}]")
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _prove(before: Node, text: str, shown: str, period: str) -> None:
    """Read the result: nothing that belonged to the old period may be left, nothing else may be gone."""
    try:
        after = parse(text, shown)
    except DataError:
        raise _unusual(Place(shown)) from None
    left = [place for place, _, value in _facts(after, 0) if not is_blank(value)]
    wanted = _remains(before)
    if period and PERIOD in wanted:
        wanted[PERIOD] = period
    if left or _remains(after) != wanted:
        raise _unusual(left[0] if left else Place(shown))


def _unusual(place: Place) -> DataError:
    return DataError.of(
        "LE26",
        "không tự bỏ trống được số liệu của báo cáo cũ vì cách viết lạ",
        place,
        hint="trong báo cáo cũ, viết mỗi số liệu một dòng «mã: giá trị» rồi chạy lại",
    )


def _remains(tree: Node) -> dict[str, object]:
    """All that must be the same before and after, without places."""
    return {key: None if key in BLANKED else _of_key(key, node) for key, node, _, _ in _entries(tree, 0)}


def _of_key(key: str, node: Node) -> object:
    if key == FIGURES and isinstance(node, Mapping):
        return list(node.entries)
    if key == TABLES and isinstance(node, Mapping):
        return {name: _plain(table, OF_TABLE) for name, table in node.entries.items()}
    return _plain(node, OF_RELATION if key == RELATIONS else frozenset())


def _plain(node: Node, without: frozenset[str] = frozenset()) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item, without) for item in node.items]
    return {key: _plain(value) for key, value in node.entries.items() if key not in without}
