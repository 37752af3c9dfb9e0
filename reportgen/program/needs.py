"""What a template asks of its data, and what it may not say: facts about a program, by line."""

from __future__ import annotations

from reportgen.noun import field, noun, working


@noun
class Fault:
    """Something a template may not say, on a line of the program."""

    code: str
    message: str
    line: int
    hint: str = ""
    found: str = ""


@working
class Needs:
    """What a tree asks of its data: the names it reads and the names its loops take, each with its line."""

    names: dict[str, int] = field(default_factory=dict)
    targets: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
