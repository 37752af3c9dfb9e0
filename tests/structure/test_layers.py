"""The house as its imports show it: floors that never look up, one door per library, small rooms."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "reportgen"

FLOORS = [
    {"noun", "pattern", "diagnostics", "errors"},
    {"vietnamese", "yamltext", "fields", "filters", "doubt", "archive", "section_numbers"},
    {"figures", "tables", "document", "body_text", "profile", "report", "doctype", "agency", "kinds", "reforms", "issued", "program", "sandbox", "template"},
    {"sources", "sheets", "docx", "pdf"},
    {"checks"},
    {"workers", "returns", "batch", "checking", "mending", "project", "output", "context", "preparing", "preparing_tables", "gathering", "inserting", "past", "drafting", "freezing", "signing", "build", "printing", "preview", "clock", "scaffold", "trace", "schemas", "doctor", "listing", "codes"},
    {"cli", "web", "__main__"},
]
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}

DOORS = {
    "yaml": {"reportgen.yamltext"},
    "jinja2": {"reportgen.sandbox"},
    "markupsafe": {"reportgen.sandbox"},
    "lxml": {"reportgen.docx.xml"},
    "deflate": {"reportgen.archive"},
    "docx": {"reportgen.docx.word_template"},
    "docxtpl": {"reportgen.docx.word_template"},
    "pypdfium2": {"reportgen.pdf.pages"},
    "pypdf": {"reportgen.pdf.pages"},
    "num2words": {"reportgen.vietnamese.words"},
    "argparse": {"reportgen.cli"},
    "distributed": {"reportgen.batch.cluster"},
}
"""Library → the modules (or packages) that may import it."""

STANDARD_OR_OURS = {"reportgen", "__future__"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(p): p for p in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(p.read_text(encoding="utf-8")) for name, p in MODULES.items()}


def imports(tree: ast.AST):
    """Every imported module name, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_every_room_has_a_floor():
    assert {room(m) for m in MODULES} - {""} <= set(FLOOR)


@pytest.mark.parametrize("module", [m for m in MODULES if room(m)])
def test_a_room_imports_only_from_its_floor_or_below(module):
    above = [
        target
        for target in imports(TREES[module])
        if target.startswith("reportgen.") and FLOOR[room(target)] > FLOOR[room(module)]
    ]
    assert above == []


def test_no_import_cycle():
    graph = {m: {t for t in imports(TREES[m]) if t in MODULES and t != m} for m in MODULES}
    state: dict[str, int] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        if state.get(module) == 2:
            return
        assert state.get(module) != 1, " -> ".join([*path[path.index(module) :], module])
        state[module] = 1
        for target in sorted(graph[module]):
            visit(target, (*path, module))
        state[module] = 2

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library):
    users = {
        module for module, tree in TREES.items() if any(t.split(".")[0] == library for t in imports(tree))
    }
    strangers = {u for u in users if not any(u == door or u.startswith(f"{door}.") for door in DOORS[library])}
    assert strangers == set()


def test_no_library_comes_in_unannounced():
    import sys

    known = set(sys.stdlib_module_names) | STANDARD_OR_OURS | set(DOORS)
    assert {t.split(".")[0] for tree in TREES.values() for t in imports(tree)} <= known


@pytest.mark.parametrize("module", MODULES)
def test_rooms_and_functions_stay_small(module):
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 300
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > 50
    ]
    assert long == []


@pytest.mark.parametrize("module", MODULES)
def test_public_things_say_what_they_are(module):
    tree = TREES[module]
    assert ast.get_docstring(tree), "the module has no docstring"
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_clock_is_read_in_one_place():
    readers = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "today", "utcnow", "time_ns"}
        and getattr(node.value, "id", getattr(node.value, "attr", "")) in {"date", "datetime", "time"}
    }
    assert readers <= {"reportgen.clock"}


def test_no_pattern_is_compiled_before_it_is_used():
    """Two hundred patterns compiled at import were a tenth of a cold build; see ``reportgen.pattern``."""
    early = [
        f"{module}:{call.lineno}"
        for module, tree in TREES.items()
        for statement in tree.body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile"
    ]
    assert early == []
