"""The first wall around templates: the parsed tree is rebuilt from a short list of nodes, all else is a
fault.

Names, members of rows, our filters, ``for`` and ``if``: no calls, no arithmetic, no imports, no macros, so
there is nothing to attack with and no constant to fold into a gigabyte. The node classes are handed in by
``sandbox``, the door to Jinja; nodes are told apart by the names of their classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.pattern import Pattern
from reportgen.program.arguments import accepts, documented
from reportgen.program.filter_table import FILTERS
from reportgen.program.needs import Fault, Needs
from reportgen.program.refusals import EXPRESSIONS, STATEMENTS
from reportgen.vietnamese.text import nearest

if TYPE_CHECKING:
    from types import ModuleType

DEEPEST_LOOPS = 3
DEEPEST = 12

RUN = "_dot_chay"
LOOP_WORDS = ("index", "first", "last", "length")
TESTS = ("co_so_lieu",)
OWN_FILTERS = {"_so_muc": "label", "_dem_muc": "counted", "_bang": "ruled"}
CALLED = ("printed", "looped", "member", "filtered", "truth", "compared", "label", "counted", "ruled")
_DIGIT = Pattern(r"\d")

Node = Any


def rebuild(tree: Node, nodes: ModuleType, own: frozenset[int]) -> Needs:
    """Rebuild a parsed template in place; ``own`` are the lines of tags we wrote ourselves."""
    needs = Needs()
    _Rebuilder(nodes, needs, own, tree.environment).body(tree.body)
    return needs


class _Rebuilder:
    """Walks a parsed template and rebuilds every expression from what is allowed; all else becomes a fault.

    ``printed``, ``truth`` … of a node is the node in the form that prints, that decides, and so on.
    """

    def __init__(self, nodes: ModuleType, needs: Needs, own: frozenset[int], environment: Any):
        self.nodes = nodes
        self.environment = environment
        self.needs = needs
        self.own = own
        self.scope: list[str] = []
        self.counting = False
        self.depth = 0

    def body(self, body: list[Node]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            self._fault(
                "MAU37", "các lệnh if, for lồng nhau quá sâu", body[0], f"nhiều nhất {DEEPEST - 1} lớp"
            )
        else:
            for statement in body:
                self._statement(statement)
        self.depth -= 1

    def _statement(self, node: Node) -> None:
        kind = type(node).__name__
        if kind == "Output":
            node.nodes = [n if type(n).__name__ == "TemplateData" else self._printed(n) for n in node.nodes]
        elif kind == "If":
            self._if(node)
        elif kind == "For":
            self._for(node)
        else:
            word = STATEMENTS.get(kind, "lệnh này")
            self._fault(
                "MAU07",
                f"không dùng được lệnh «{word}»",
                node,
                "chỉ có for … endfor và if … elif … else … endif",
                word,
            )

    def _if(self, node: Node) -> None:
        node.test = self._truth(node.test)
        self.body(node.body)
        for branch in node.elif_:
            self._if(branch)
        if node.else_:
            self.body(node.else_)

    def _for(self, node: Node) -> None:
        if node.recursive or type(node.target).__name__ != "Name":
            self._fault(
                "MAU32",
                "vòng lặp chỉ có dạng {% for dong in danh_sach %}",
                node,
                "một tên sau for, một tên sau in",
            )
            return
        name = node.target.name
        if name.startswith("_") or name == "loop":
            self._fault("MAU43", f"tên vòng lặp «{name}» không dùng được", node, "đặt tên khác, ví dụ dong")
        if len(self.scope) >= DEEPEST_LOOPS:
            self._fault(
                "MAU37",
                f"vòng lặp lồng nhau quá {DEEPEST_LOOPS} lớp",
                node,
                "tách thành bảng hoặc đoạn riêng",
            )
            return
        self.needs.targets.setdefault(name, node.lineno)
        node.iter = self._call("looped", self._value(node.iter))
        self.scope.append(name)
        self.counting = False  # «loop» has no value yet while the items are being chosen
        node.test = node.test and self._truth(node.test)
        self.counting = True
        self.body(node.body)
        self.scope.pop()
        self.counting = bool(self.scope)
        if node.else_:
            self.body(node.else_)

    def _printed(self, node: Node) -> Node:
        if type(node).__name__ == "Filter" and node.name in OWN_FILTERS and node.lineno in self.own:
            return self._call(OWN_FILTERS[node.name], node.node, *node.args)
        return self._call("printed", self._value(node))

    def _truth(self, node: Node) -> Node:
        """A node that is true or false."""
        match type(node).__name__:
            case "And" | "Or":
                node.left, node.right = self._truth(node.left), self._truth(node.right)
                return node
            case "Not":
                node.node = self._truth(node.node)
                return node
            case "Compare":
                return self._compared(node)
            case "Test":
                return self._tested(node)
        return self._call("truth", self._value(node))

    def _compared(self, node: Node) -> Node:
        if len(node.ops) != 1:
            return self._fault("MAU32", "mỗi lần chỉ so sánh hai vế", node, "nối bằng and: a > 1 and a < 5")
        operand = node.ops[0]
        left, right = self._side(node.expr), self._side(operand.expr)
        return self._call("compared", left, self._const(operand.op, node.lineno), right)

    def _side(self, node: Node) -> Node:
        kind = type(node).__name__
        if kind == "Const" and isinstance(node.value, int | float | str) and not isinstance(node.value, bool):
            return node
        if kind == "Neg" and isinstance(getattr(node.node, "value", None), int | float):
            return node
        if kind == "List" and all(type(item).__name__ == "Const" for item in node.items):
            return node
        return self._value(node)

    def _tested(self, node: Node) -> Node:
        if node.name not in TESTS or node.args or node.kwargs:
            return self._fault(
                "MAU33", f"không có phép thử «is {node.name}»", node, f"chỉ có: is {TESTS[0]}", node.name
            )
        node.node = self._value(node.node)
        return node

    def _value(self, node: Node) -> Node:
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

    def _name(self, node: Node) -> Node:
        if node.name.startswith("_"):
            return self._fault(
                "MAU43", f"tên bắt đầu bằng gạch dưới «{node.name}» không được dùng", node, "", node.name
            )
        if node.name == "loop" and self.counting:
            return self._fault(
                "MAU32", "loop chỉ dùng với .index, .first, .last, .length", node, "ví dụ {{ loop.index }}"
            )
        if node.name not in self.scope:
            self.needs.names.setdefault(node.name, node.lineno)
        return node

    def _member(self, node: Node) -> Node:
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
                return node
            return self._fault(
                "MAU32", f"không có loop.{key}", node, f"chỉ có: {', '.join(LOOP_WORDS)}", str(key)
            )
        return self._call("member", self._value(node.node), self._const(key, node.lineno))

    def _filtered(self, node: Node) -> Node:
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
        name = self._const(node.name, node.lineno)
        return self._call("filtered", self._value(node.node), name, *node.args)

    def _either(self, node: Node) -> Node:
        if node.expr2 is None:
            return self._fault("MAU32", "thiếu phần else", node, "viết đủ: {{ 'tăng' if a > b else 'giảm' }}")
        node.test = self._truth(node.test)
        node.expr1, node.expr2 = self._branch(node.expr1), self._branch(node.expr2)
        return node

    def _branch(self, node: Node) -> Node:
        is_words = type(node).__name__ == "Const" and isinstance(node.value, str)
        return node if is_words and not _DIGIT.search(node.value) else self._value(node)

    def _refused(self, node: Node) -> Node:
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

    def _call(self, function: str, value: Node, *more: Node) -> Node:
        """The node that calls a function of ``values``; ``sandbox`` hands it the run."""
        arguments = [self._const(value.lineno, value.lineno), *more]
        return self.nodes.Filter(
            value, function, arguments, [], None, None, lineno=value.lineno, environment=self.environment
        )

    def _const(self, value: Any, line: int) -> Node:
        return self.nodes.Const(value, lineno=line, environment=self.environment)

    def _fault(self, code: str, message: str, node: Node, hint: str = "", found: str = "") -> Node:
        self.needs.faults.append(Fault(code, message, _line(node), hint or "", found))
        return node


def _line(node: Node) -> int:
    """The line of a node; some nodes have none but their children do."""
    return node.lineno or next((_line(child) for child in node.iter_child_nodes()), 1)
