"""``@noun`` is a frozen dataclass in all that others may ask of it."""

from __future__ import annotations

import ast
import dataclasses
import gc
import importlib
import pickle
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reportgen import noun as ours
from reportgen.noun import fields, noun, replace, working

PACKAGE = Path(__file__).resolve().parents[2] / "reportgen"
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
]


@noun
class Base:
    name: str
    places: dict = ours.field(default_factory=dict, kw_only=True, compare=False, repr=False)


@noun
class Child(Base):
    size: int = 3
    tail: tuple = ours.field(default=(), kw_only=True)


@dataclass(frozen=True)
class PlainBase:
    name: str
    places: dict = field(default_factory=dict, kw_only=True, compare=False, repr=False)


@dataclass(frozen=True)
class PlainChild(PlainBase):
    size: int = 3
    tail: tuple = field(default=(), kw_only=True)


@pytest.fixture(params=[(Base, PlainBase), (Child, PlainChild)], ids=["base", "child"])
def pair(request):
    return request.param


def test_it_has_the_fields_of_a_dataclass(pair):
    made, plain = pair
    kept = ("name", "default", "init", "compare", "repr", "kw_only", "type")
    told = [[getattr(f, k) for k in kept] for f in dataclasses.fields(made)]
    assert told == [[getattr(f, k) for k in kept] for f in dataclasses.fields(plain)]
    assert made.__match_args__ == plain.__match_args__


def test_it_is_made_compared_and_shown_like_one():
    made, plain = Child("a", 4, places={"x": 1}), PlainChild("a", 4, places={"x": 1})
    assert repr(made) == repr(plain).replace("PlainChild", "Child")
    assert made == Child("a", size=4) != Child("b", 4) and hash(made) == hash(Child("a", 4))
    assert dataclasses.is_dataclass(Child) and dataclasses.asdict(made) == dataclasses.asdict(plain)
    for changed in (dataclasses.replace(made, size=5), replace(made, size=5)):
        assert changed == Child("a", 5) and changed.places == {"x": 1}
    with pytest.raises(TypeError):
        replace(made, weight=1)
    assert pickle.loads(pickle.dumps(made)) == made
    assert Child("a").places is not Child("a").places


@pytest.mark.parametrize(
    "make",
    [
        lambda: Child(),
        lambda: Child("a", 1, 2),
        lambda: Child("a", name="b"),
        lambda: Child("a", weight=1),
        lambda: Child("a").__setattr__("size", 1),
        lambda: Child("a").__delattr__("size"),
    ],
)
def test_it_refuses_what_one_refuses(make):
    with pytest.raises((TypeError, dataclasses.FrozenInstanceError)):
        make()


@working
class Open:
    size: int
    found: list = ours.field(default_factory=list)


def test_what_is_still_being_made_may_be_changed():
    one = Open(1)
    one.size = 2
    assert one == Open(2) != Open(1) and repr(one) == "Open(size=2, found=[])"
    assert one.found is not Open(2).found
    with pytest.raises(TypeError):
        hash(one)


def test_every_noun_of_ours_passes_for_a_dataclass():
    for module in MODULES:
        if not module.endswith("__main__"):
            importlib.import_module(module)
    nouns = {o for o in gc.get_objects() if isinstance(o, type) and "__noun_fields__" in o.__dict__}
    assert len(nouns) > 100
    for cls in nouns:
        assert [f.name for f in dataclasses.fields(cls)] == list(fields(cls))


def test_a_dataclass_is_written_as_noun_or_working():
    """``@dataclass`` costs up to a millisecond of every start."""
    dear = [
        f"{path.relative_to(PACKAGE)}:{cls.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for cls in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(cls, ast.ClassDef) and any("dataclass" in ast.unparse(made) for made in cls.decorator_list)
    ]
    assert dear == []
