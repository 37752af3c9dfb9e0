"""Formulas of columns: written in column symbols («2 - 8») or in column keys, kept as trees over keys.

A number in a formula is a column or a number? In «2 / 1 * 100» the first two are columns because the table has columns
of those symbols, and 100 is a number because it has none of that. Where that would not do (a table with a column «100»)
the formula is written in keys: as soon as a key stands in it, every number is a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from reportgen.diagnostics import Finding, error
from reportgen.figures.expressions import (
    Call,
    Name,
    Negative,
    Number,
    Operation,
    Tree,
    names_in,
    parse_formula,
)
from reportgen.figures.sizes import check_size
from reportgen.figures.tokens import ExpressionError, Token, tokens
from reportgen.noun import noun
from reportgen.tables.declared import Column, TableType

SHOWN_SIGNS = {"*": "×", "/": "/"}


@noun
class Formula:
    """A column's formula: ``source`` in keys, its tree, and how the letter row prints it («2-8»; '' if it does not)."""

    source: str
    tree: Tree
    shown: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys of the columns it uses."""
        return tuple(dict.fromkeys(names_in(self.tree)))

    @property
    def is_additive(self) -> bool:
        """True if it holds for sums of rows as well: columns added, subtracted, or multiplied by a number."""
        return is_additive(self.tree)


def read_formulas(table: TableType, sink: list[Finding]) -> dict[str, Formula]:
    """The formulas by column, each after those it needs; what is wrong with them goes to ``sink``."""
    found = {}
    for key, column in table.columns.items():
        if column.formula:
            formula = _read(column, table.columns, sink)
            if formula:
                found[key] = formula
    return {key: found[key] for key in _ordered(found, table, sink)}


def in_keys(text: str, columns: Mapping[str, Column]) -> str:
    """The expression with keys in place of symbols. Raises ExpressionError (BG03) for a name that is no column."""
    words = tokens(text)[:-1]
    symbols = {bare(column.symbol): key for key, column in columns.items() if column.symbol}
    names = [word.text for word in words if word.kind == "name" and not _is_call(text, word)]
    by_key = any(name in columns for name in names)
    for name in names:
        if name not in columns and (by_key or name not in symbols):
            raise ExpressionError(
                f"công thức «{text}» gọi cột «{name}» không có", _columns_hint(columns), "BG03"
            )
    written, at = [], 0
    counts = _decimals_of_rounding(text, words)
    for word in words:
        written.append(text[at : word.at])
        is_column = (
            word.kind in ("name", "number") and not by_key and word.text in symbols and word.at not in counts
        )
        written.append(symbols[word.text] if is_column and not _is_call(text, word) else word.text)
        at = word.at + len(word.text)
    return "".join(written)


def bare(symbol: str) -> str:
    """A column symbol without its brackets: «(3)» → 3."""
    return symbol.strip().removeprefix("(").removesuffix(")").strip()


def is_additive(tree: Tree) -> bool:
    """True if the tree is a sum of columns with whole or fractional factors, so that it holds for column sums."""
    match tree:
        case Name():
            return True
        case Negative(inner=inner):
            return is_additive(inner)
        case Operation(sign="+" | "-", left=left, right=right):
            return is_additive(left) and is_additive(right)
        case Operation(sign="*", left=left, right=right):
            return (is_additive(left) and _is_constant(right)) or (_is_constant(left) and is_additive(right))
        case Operation(sign="/", left=left, right=right):
            return is_additive(left) and _is_constant(right)
        case Call(function="tong", arguments=parts):
            return all(is_additive(part) for part in parts)
    return False


def _is_constant(tree: Tree) -> bool:
    return not list(names_in(tree))


def _read(column: Column, columns: Mapping[str, Column], sink: list[Finding]) -> Formula | None:
    place = column.at("formula")
    try:
        source = in_keys(column.formula, columns)
        tree = parse_formula(source)
        _refuse_words(tree, columns)
        check_size(tree, column.measure, lambda key: columns[key].measure)
        return Formula(source, tree, _shown(source, tree, column, columns))
    except ExpressionError as fault:
        sink.append(fault.finding(place))
    return None


def _refuse_words(tree: Tree, columns: Mapping[str, Column]) -> None:
    names = list(names_in(tree))
    words = [key for key in names if not columns[key].is_number]
    if words:
        raise ExpressionError(f"cột «{words[0]}» không phải cột số", "công thức chỉ dùng các cột số", "BG03")
    if not names:
        raise ExpressionError("công thức không dùng cột nào", _columns_hint(columns), "BG03")


def _shown(source: str, tree: Tree, column: Column, columns: Mapping[str, Column]) -> str:
    """How the letter row prints the formula: by default only plain sums and differences of columns with symbols."""
    wanted = column.shows_formula
    if wanted is None:
        wanted = is_additive(tree) and not _numbers_in(tree)
    if not wanted or not column.symbol:
        return ""
    parts = []
    for word in tokens(source)[:-1]:
        named = columns.get(word.text) if word.kind == "name" else None
        if named and not named.symbol:
            return ""
        parts.append(named.symbol if named else SHOWN_SIGNS.get(word.sign, word.text))
    return "".join(parts)


def _numbers_in(tree: Tree) -> bool:
    match tree:
        case Number():
            return True
        case Negative(inner=inner):
            return _numbers_in(inner)
        case Operation(left=left, right=right):
            return _numbers_in(left) or _numbers_in(right)
        case Call(arguments=parts):
            return any(_numbers_in(part) for part in parts)
    return False


def _decimals_of_rounding(text: str, words: list[Token]) -> set[int]:
    """Where numbers stand that say to how many decimals ``lam_tron`` rounds: never columns."""
    found, open_calls = set(), []
    for before, word in zip([None, *words], words, strict=False):
        if word.sign == "(":
            open_calls.append([before.text if before and _is_call(text, before) else "", 1])
        elif word.sign == ")" and open_calls:
            open_calls.pop()
        elif word.sign == "," and open_calls:
            open_calls[-1][1] += 1
        elif open_calls and open_calls[-1] == ["lam_tron", 2]:
            found.add(word.at)
    return found


def _is_call(text: str, word: Token) -> bool:
    return word.kind == "name" and text[word.at + len(word.text) :].lstrip().startswith("(")


def _columns_hint(columns: Mapping[str, Column]) -> str:
    shown = [
        f"{column.symbol or key} ({column.title})" for key, column in columns.items() if column.is_number
    ]
    return "các cột số: " + ", ".join(shown[:8])


def _ordered(found: Mapping[str, Formula], table: TableType, sink: list[Finding]) -> list[str]:
    needs = {key: [name for name in formula.needs if name in found] for key, formula in found.items()}
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as failure:
        circle = " → ".join(failure.args[1][::-1])
        place = table.columns[failure.args[1][0]].at("formula")
        hint = "một trong các cột này phải lấy số từ bảng tính, không tính từ cột kia"
        sink.append(error("SL13", f"công thức các cột vòng quanh nhau: {circle}", place, hint=hint))
        return []
