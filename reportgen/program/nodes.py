"""What a program says, once it is read: values, conditions, statements. Whoever reads (``plain``, ``tree``) makes these, and
``running`` runs them; there is no other way onto a page, and nothing here can call, import, assign or reach an attribute.

Loops are numbered by depth, 0 the outermost, so that a name is looked up where it stands before anything runs.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from reportgen.noun import noun


@noun
class Name:
    """A name of the document's data."""

    name: str


@noun
class Item:
    """What the loop at this depth is at."""

    depth: int


@noun
class Position:
    """``loop.index`` and its like: ``word`` is index, first, last or length."""

    depth: int
    word: str


@noun
class Member:
    """``of.key``: one column of a row, or one item of a list."""

    of: Value
    key: str | int
    line: int


@noun
class Filtered:
    """``of|name(arguments)``; the arguments are constants."""

    of: Value
    name: str
    arguments: tuple[Any, ...]
    line: int


@noun
class Chosen:
    """``one if condition else other``."""

    condition: Condition
    one: Value
    other: Value


@noun
class Literal:
    """A constant of a comparison, or words without digits."""

    value: Any


Value: TypeAlias = Name | Item | Position | Member | Filtered | Chosen | Literal


@noun
class Truth:
    """Is there something, and is it not 0?"""

    of: Value
    line: int


@noun
class Present:
    """``of is co_so_lieu``."""

    of: Value


@noun
class Compared:
    """``left operator right``; operators are named as Jinja names them: eq, ne, gt, gteq, lt, lteq, in, notin."""

    left: Value
    operator: str
    right: Value
    line: int


@noun
class Not:
    """The contrary."""

    of: Condition


@noun
class Both:
    """``one and other``; the other is not asked if the one does not hold."""

    one: Condition
    other: Condition


@noun
class AnyOf:
    """``one or other``; the other is not asked if the one holds."""

    one: Condition
    other: Condition


Condition: TypeAlias = Truth | Present | Compared | Not | Both | AnyOf


@noun
class Printed:
    """``{{ of }}``."""

    of: Value
    line: int


@noun
class Own:
    """A tag this program wrote itself: ``function`` is label, counted or ruled (see ``values``)."""

    function: str
    of: Any
    arguments: tuple[Any, ...]
    line: int


@noun
class Choice:
    """``if``: the body of the first condition that holds; a condition of None always does."""

    branches: tuple[tuple[Condition | None, Body], ...]


@noun
class Loop:
    """``for``: its ``body`` for each of the items that are ``kept`` (None: all); ``otherwise`` if there was none."""

    depth: int
    items: Value
    line: int
    body: Body
    kept: Condition | None = None
    otherwise: Body = ()


Statement: TypeAlias = str | Printed | Own | Choice | Loop
Body: TypeAlias = tuple[Statement, ...]
