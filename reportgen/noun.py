"""``@noun``: a frozen dataclass whose making costs a fiftieth.

``@dataclass(frozen=True)`` writes six methods as text and compiles them for every class, about 0,6 ms a class on an office
PC; with some 150 nouns that was a quarter of a second before the first line of work, more than all other start-up
together. The same six methods can be written once, over the names of the fields. The module ``dataclasses`` itself
brings ``inspect``, ``ast`` and ``dis`` along, as much again as starting Python; it is imported when somebody asks a noun
to be one of its own (``dataclasses.asdict``, ``is_dataclass``, type checkers and tests do).

``@working`` is the same for what is still being collected (a part whose tags are being found, the state of a run): it may
be changed and is not hashed. ``field``, ``fields`` and ``replace`` are those of ``dataclasses``, for these classes only.

Not for classes with ``ClassVar``, ``InitVar`` or ``KW_ONLY``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C", bound=type)
T = TypeVar("T")

_FIELDS = "__noun_fields__"
_MISSING: Any = object()


class Field:
    """What ``field`` says of an attribute."""

    def __init__(self, default: Any, make: Callable[[], Any], kw_only: bool, compare: bool, repr: bool, metadata: Mapping):
        self.default, self.make = default, make
        self.kw_only, self.compare, self.repr, self.metadata = kw_only, compare, repr, metadata


PLAIN = Field(_MISSING, _MISSING, False, True, True, {})


def field(
    *,
    default: Any = _MISSING,
    default_factory: Callable[[], Any] = _MISSING,
    kw_only: bool = False,
    compare: bool = True,
    repr: bool = True,
    metadata: Mapping | None = None,
) -> Any:
    """As in ``dataclasses``: an attribute with more to say than its default."""
    return Field(default, default_factory, kw_only, compare, repr, metadata or {})


def fields(cls: type) -> Mapping[str, Field]:
    """Name → what was said of it, inherited fields first. KeyError if the class is no noun."""
    return cls.__dict__[_FIELDS]


def replace(record: T, /, **changes: Any) -> T:
    """A copy of the noun with some fields changed."""
    cls, state = record.__class__, record.__dict__
    return cls(**{name: state[name] for name in cls.__dict__[_FIELDS]} | changes)


class worked_out:
    """Like ``property`` for what never changes: worked out when first asked for, then kept beside the fields.

    It is no field: it does not count when nouns are compared, and ``replace`` works it out anew. (``functools`` has the
    same with a lock, which costs more than what is worked out here.)
    """

    def __init__(self, work: Callable[[Any], Any]):
        self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, record: Any, cls: type | None = None) -> Any:
        if record is None:
            return self
        value = record.__dict__[self.name] = self.work(record)
        return value


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def noun(cls: C) -> C:
    """The class as a frozen dataclass with ``__init__``, ``__eq__``, ``__hash__``, ``__repr__`` and no way to change it."""
    _set_new(cls, {"__setattr__": _refuse_set, "__delattr__": _refuse_delete})
    compared = _made(cls)

    def __hash__(self):
        mine = self.__dict__
        return hash(tuple(mine[name] for name in compared))

    if cls.__dict__.get("__hash__") is None:
        cls.__hash__ = __hash__
    return cls


@dataclass_transform(field_specifiers=(field,))
def working(cls: C) -> C:
    """The class as a dataclass with ``__init__``, ``__eq__``, ``__repr__``, not hashable."""
    _made(cls)
    cls.__hash__ = None
    return cls


def _made(cls: type) -> tuple[str, ...]:
    """Give the class what nouns and working classes share; the names of the fields that are compared."""
    said = _fields_of(cls)
    compared = tuple(name for name, its in said.items() if its.compare)
    shown = tuple(name for name, its in said.items() if its.repr)

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        mine, its = self.__dict__, other.__dict__
        return all(mine[name] == its[name] for name in compared)

    def __repr__(self):
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={self.__dict__[name]!r}' for name in shown)})"

    _set_new(cls, {"__eq__": __eq__, "__repr__": __repr__})
    cls.__init__ = _initialiser(cls, said)
    cls.__match_args__ = tuple(name for name, its in said.items() if not its.kw_only)
    setattr(cls, _FIELDS, said)
    cls.__dataclass_fields__ = _WhenAsked(cls)
    return compared


def _set_new(cls: type, methods: dict[str, object]) -> None:
    """Add the methods the class does not write itself."""
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)


class _WhenAsked:
    """Stands for ``__dataclass_fields__``, by which ``dataclasses`` knows its own, until they are looked up."""

    def __init__(self, cls: type):
        self.cls = cls

    def __get__(self, instance: object, owner: type | None = None):
        import dataclasses

        for name in self.cls.__annotations__:
            its = self.cls.__dict__[_FIELDS][name]
            named = {"default": its.default, "default_factory": its.make}
            given = {key: value for key, value in named.items() if value is not _MISSING}
            its = dataclasses.field(**given, kw_only=its.kw_only, compare=its.compare, repr=its.repr, metadata=its.metadata)
            setattr(self.cls, name, its)
        dataclasses.dataclass(init=False, repr=False, eq=False)(self.cls)  # puts the fields where this object stood
        return self.cls.__dict__["__dataclass_fields__"]


def _fields_of(cls: type) -> dict[str, Field]:
    """Name → what was said of it; inherited fields first, as dataclasses order them."""
    said: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        said |= base.__dict__.get(_FIELDS, {})
    own = cls.__dict__
    for name in cls.__annotations__:
        default = own.get(name, PLAIN)
        said[name] = default if isinstance(default, Field) else Field(default, _MISSING, False, True, True, {})
    return said


def _initialiser(cls: type, said: dict[str, Field]):
    """``__init__`` over the fields' names: positional ones in order, the rest by keyword, defaults where silent.

    Two short ways for the two usual calls: only positional values, and every field by keyword.
    """
    positional = [name for name, its in said.items() if not its.kw_only]
    plain = {name: its.default for name, its in said.items() if its.default is not _MISSING}
    made_anew = [(name, its.make) for name, its in said.items() if its.make is not _MISSING]
    names = said.keys()
    after = hasattr(cls, "__post_init__")
    behind: dict[int, dict[str, object] | None] = {}

    def rest(count: int) -> dict[str, object] | None:
        """The defaults of what is silent after ``count`` positional values; None if that takes more than defaults."""
        silent = names - positional[:count]
        simple = count <= len(positional) and silent <= plain.keys()
        behind[count] = {name: plain[name] for name in silent} if simple else None
        return behind[count]

    def __init__(self, *args, **named):
        state = self.__dict__
        count = len(args)
        if not named and (silent := behind[count] if count in behind else rest(count)) is not None:
            state.update(zip(positional, args))
            if silent:
                state.update(silent)
        elif not args and named.keys() == names:
            state.update(named)
        else:
            state.update(plain)
            _place_by_position(cls, positional, args, named)
            state.update(named)
            for name, make in made_anew:
                if name not in state:
                    state[name] = make()
            if state.keys() != names:
                raise TypeError(f"{cls.__qualname__}: {_mismatch(names, state.keys())}")
        if after:
            self.__post_init__()

    return __init__


def _place_by_position(cls: type, positional: list[str], args: tuple, named: dict[str, object]) -> None:
    """Add the positional values to the named ones. TypeError if there are too many, or one is named as well."""
    if len(args) > len(positional):
        raise TypeError(f"{cls.__qualname__} takes {len(positional)} positional arguments, {len(args)} given")
    for name, value in zip(positional, args, strict=False):
        if name in named:
            raise TypeError(f"{cls.__qualname__}: «{name}» is given twice")
        named[name] = value


def _mismatch(names: Set[str], given: Set[str]) -> str:
    missing, unknown = sorted(names - given), sorted(given - names)
    return f"missing {missing}" if missing else f"unknown {unknown}"


def _refuse_set(self, name, value):
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self, name):
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")
