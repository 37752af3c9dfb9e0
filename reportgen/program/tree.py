"""What Jinja has read, told again in the few nodes that run (``program.nodes``); all else is a fault.

Names, members of rows, our filters, ``for`` and ``if``: no calls, no arithmetic, no imports, no macros, so
there is nothing to attack with and no constant to fold into a gigabyte. Jinja's own nodes are told apart by the names of
their classes, so that this room needs no Jinja.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.pattern import Pattern
from reportgen.program.arguments import accepts, documented
from reportgen.program.filter_table import FILTERS
from reportgen.program.needs import Fault, Needs
from reportgen.program.nodes import (
    AnyOf,
    Body,
    Both,
    Choice,
    Chosen,
    Compared,
    Condition,
    Filtered,
    Item,
    Literal,
    Loop,
    Member,
    Name,
    Not,
    Own,
    Position,
    Present,
    Printed,
    Statement,
    Truth,
    Value,
)  # fmt: skip
from reportgen.program.refusals import EXPRESSIONS, STATEMENTS
from reportgen.vietnamese.text import nearest

DEEPEST_LOOPS = 3
DEEPEST = 12

LOOP_WORDS = ("index", "first", "last", "length")
TESTS = ("co_so_lieu",)
OWN_FILTERS = {"_so_muc": "label", "_dem_muc": "counted", "_bang": "ruled", "_chu": "styled"}
_DIGIT = Pattern(r"\d")
_NOTHING = Literal(None)
"""Stands where a fault was found; a program with faults is never run."""

Node = Any


def retold(tree: Node, own: frozenset[int]) -> tuple[Body, Needs]:
    """A template parsed by Jinja as nodes of ours, and what it needs; ``own`` are the lines of tags we wrote ourselves."""
    teller = _Teller(own)
    return teller.body(tree.body), teller.needs


class _Teller:
    """Walks a parsed template; every method returns the node of ours that stands for the one of Jinja."""

    def __init__(self, own: frozenset[int]):
        self.needs = Needs()
        self.own = own
        self.scope: list[str] = []
        self.counting = False
        self.depth = 0

    def body(self, body: list[Node]) -> Body:
        """Jinja's nodes of a block as ours; what we do not know of is a fault of ``needs``."""
        made: list[Statement] = []
        self.depth += 1
        if self.depth > DEEPEST:
            self._fault(
                "MAU37", "các lệnh if, for lồng nhau quá sâu", body[0], f"nhiều nhất {DEEPEST - 1} lớp"
            )
        else:
            for statement in body:
                made += self._statement(statement)
        self.depth -= 1
        return tuple(made)

    def _statement(self, node: Node) -> list[Statement]:
        kind = type(node).__name__
        if kind == "Output":
            return [n.data if type(n).__name__ == "TemplateData" else self._printed(n) for n in node.nodes]
        if kind == "If":
            return [Choice(self._branches(node))]
        if kind == "For":
            return self._for(node)
        word = STATEMENTS.get(kind, "lệnh này")
        self._fault(
            "MAU07", f"không dùng được lệnh «{word}»", node, "chỉ có for … endfor và if … elif … else … endif", word
        )
        return []

    def _branches(self, node: Node) -> tuple[tuple[Condition | None, Body], ...]:
        made: list[tuple[Condition | None, Body]] = [(self._condition(node.test), self.body(node.body))]
        for branch in node.elif_:
            made += self._branches(branch)
        if node.else_:
            made.append((None, self.body(node.else_)))
        return tuple(made)

    def _for(self, node: Node) -> list[Statement]:
        if node.recursive or type(node.target).__name__ != "Name":
            self._fault(
                "MAU32",
                "vòng lặp chỉ có dạng {% for dong in danh_sach %}",
                node,
                "một tên sau for, một tên sau in",
            )
            return []
        name = node.target.name
        if name.startswith("_") or name == "loop":
            self._fault("MAU43", f"tên vòng lặp «{name}» không dùng được", node, "đặt tên khác, ví dụ dong")
        depth = len(self.scope)
        if depth >= DEEPEST_LOOPS:
            self._fault(
                "MAU37",
                f"vòng lặp lồng nhau quá {DEEPEST_LOOPS} lớp",
                node,
                "tách thành bảng hoặc đoạn riêng",
            )
            return []
        self.needs.targets.setdefault(name, node.lineno)
        items = self._value(node.iter)
        self.scope.append(name)
        self.counting = False  # «loop» has no value yet while the items are being chosen
        kept = self._condition(node.test) if node.test else None
        self.counting = True
        body = self.body(node.body)
        self.scope.pop()
        self.counting = bool(self.scope)
        otherwise = self.body(node.else_) if node.else_ else ()
        return [Loop(depth, items, node.iter.lineno, body, kept, otherwise)]

    def _printed(self, node: Node) -> Statement:
        if type(node).__name__ == "Filter" and node.name in OWN_FILTERS and node.lineno in self.own:
            if type(node.node).__name__ == "Const":
                of: Value = Literal(node.node.value)
            else:  # a text somebody named must be there; what we named ourselves may begin with an underscore
                of = self._value(node.node) if OWN_FILTERS[node.name] == "styled" else self._own_name(node.node)
            return Own(OWN_FILTERS[node.name], of, tuple(argument.value for argument in node.args), node.lineno)
        return Printed(self._value(node), node.lineno)

    def _own_name(self, node: Node) -> Value:
        """A name of a tag that we wrote ourselves: it may begin with an underscore."""
        return Name(node.name)

    def _condition(self, node: Node) -> Condition:
        """A node that is true or false."""
        match type(node).__name__:
            case "And":
                return Both(self._condition(node.left), self._condition(node.right))
            case "Or":
                return AnyOf(self._condition(node.left), self._condition(node.right))
            case "Not":
                return Not(self._condition(node.node))
            case "Compare":
                return self._compared(node)
            case "Test":
                return self._tested(node)
        return Truth(self._value(node), node.lineno)

    def _compared(self, node: Node) -> Condition:
        if len(node.ops) != 1:
            self._fault("MAU32", "mỗi lần chỉ so sánh hai vế", node, "nối bằng and: a > 1 and a < 5")
            return Present(_NOTHING)
        operand = node.ops[0]
        return Compared(self._side(node.expr), operand.op, self._side(operand.expr), _line(node))

    def _side(self, node: Node) -> Value:
        kind = type(node).__name__
        if kind == "Const" and isinstance(node.value, int | float | str) and not isinstance(node.value, bool):
            return Literal(_exact(node.value))
        if kind == "Neg" and isinstance(getattr(node.node, "value", None), int | float):
            return Literal(_exact(-node.node.value))
        if kind == "List" and all(type(item).__name__ == "Const" for item in node.items):
            return Literal(tuple(item.value for item in node.items))
        return self._value(node)

    def _tested(self, node: Node) -> Condition:
        if node.name not in TESTS or node.args or node.kwargs:
            self._fault("MAU33", f"không có phép thử «is {node.name}»", node, f"chỉ có: is {TESTS[0]}", node.name)
        return Present(self._value(node.node))

    def _value(self, node: Node) -> Value:
        """A node that stands for something from the data."""
        match type(node).__name__:
            case "Name":
                return self._name(node)
            case "Getattr" | "Getitem":
                return self._member(node)
            case "Filter":
                return self._filtered(node)
            case "CondExpr":
                return self._either(node)
        return self._refused(node)

    def _name(self, node: Node) -> Value:
        name = node.name
        if name.startswith("_"):
            return self._fault("MAU43", f"tên bắt đầu bằng gạch dưới «{name}» không được dùng", node, "", name)
        if name == "loop" and self.counting:
            return self._fault(
                "MAU32", "loop chỉ dùng với .index, .first, .last, .length", node, "ví dụ {{ loop.index }}"
            )
        if name in self.scope:
            return Item(len(self.scope) - 1 - self.scope[::-1].index(name))
        self.needs.names.setdefault(name, node.lineno)
        return Name(name)

    def _member(self, node: Node) -> Value:
        by_name = type(node).__name__ == "Getattr"
        key = node.attr if by_name else getattr(node.arg, "value", None)
        if not isinstance(key, str | int) or isinstance(key, bool) or str(key).startswith("_"):
            return self._fault(
                "MAU43",
                "không được lấy mục con này",
                node,
                "sau dấu chấm chỉ viết tên cột của bảng",
                str(key),
            )
        if self.counting and getattr(node.node, "name", "") == "loop":
            if by_name and key in LOOP_WORDS:
                return Position(len(self.scope) - 1, str(key))
            return self._fault(
                "MAU32", f"không có loop.{key}", node, f"chỉ có: {', '.join(LOOP_WORDS)}", str(key)
            )
        return Member(self._value(node.node), key, node.lineno)

    def _filtered(self, node: Node) -> Value:
        filter_ = FILTERS.get(node.name)
        if filter_ is None:
            close = nearest(node.name, FILTERS)
            hint = f"có phải «{close}»?" if close else f"các bộ lọc: {', '.join(FILTERS)}"
            return self._fault("MAU33", f"không có bộ lọc «{node.name}»", node, hint, node.name)
        if (
            node.node is None
            or node.kwargs
            or node.dyn_args
            or node.dyn_kwargs
            or not accepts(filter_, node.args)
        ):
            return self._fault(
                "MAU33",
                f"bộ lọc «{node.name}» viết sai phần trong ngoặc",
                node,
                documented(filter_),
                node.name,
            )
        arguments = tuple(argument.value for argument in node.args)
        return Filtered(self._value(node.node), node.name, arguments, node.lineno)

    def _either(self, node: Node) -> Value:
        if node.expr2 is None:
            return self._fault("MAU32", "thiếu phần else", node, "viết đủ: {{ 'tăng' if a > b else 'giảm' }}")
        return Chosen(self._condition(node.test), self._branch(node.expr1), self._branch(node.expr2))

    def _branch(self, node: Node) -> Value:
        is_words = type(node).__name__ == "Const" and isinstance(node.value, str)
        return Literal(node.value) if is_words and not _DIGIT.search(node.value) else self._value(node)

    def _refused(self, node: Node) -> Value:
        kind = type(node).__name__
        if kind == "Const":
            return self._fault(
                "MAU45",
                "số hoặc chữ gõ thẳng trong thẻ",
                node,
                "trong thẻ chỉ viết tên số liệu",
                str(node.value)[:40],
            )
        message, hint = EXPRESSIONS.get(
            kind, ("không dùng được cách viết này trong thẻ", "một thẻ chỉ gồm tên")
        )
        return self._fault("MAU32", message, node, hint)

    def _fault(self, code: str, message: str, node: Node, hint: str = "", found: str = "") -> Literal:
        self.needs.faults.append(Fault(code, message, _line(node), hint or "", found))
        return _NOTHING


def _exact(constant: float | str) -> Decimal | str:
    """A number typed in a tag as the decimal that was typed: 4.1 is 4.1."""
    return constant if isinstance(constant, str) else Decimal(repr(constant))


def _line(node: Node) -> int:
    """The line of a node; some nodes have none but their children do."""
    return node.lineno or next((_line(child) for child in node.iter_child_nodes()), 1)
