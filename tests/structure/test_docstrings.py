"""Every public function, class and method says what goes in and comes out; a method may leave that to the class it overrides."""

import importlib
import inspect
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "reportgen"
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "__main__.py"
]


def public_things(module):
    """(dotted name, thing) of the functions and classes a module defines, and of the methods its classes define."""
    for name, thing in vars(module).items():
        if getattr(thing, "__module__", None) != module.__name__ or not (inspect.isfunction(thing) or inspect.isclass(thing)):
            continue
        if not name.startswith("_") and thing.__name__ == name:
            yield f"{module.__name__}.{name}", thing
        if inspect.isclass(thing):
            for inner, method in vars(thing).items():
                written = inspect.isfunction(getattr(method, "__func__", method)) or isinstance(method, property)
                if written and not inner.startswith("_"):
                    yield f"{module.__name__}.{name}.{inner}", getattr(thing, inner)


@pytest.mark.parametrize("module", MODULES)
def test_public_things_say_what_they_do(module):
    things = dict(public_things(importlib.import_module(module)))
    silent = {name for name, thing in things.items() if not inspect.getdoc(thing)}
    assert silent == set()
