"""Runs cut where a change begins and ends, so that only the letters concerned change."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from reportgen.docx.mend.letters import Letter, Misfit
from reportgen.docx.reader.inline import RPR, XML_SPACE, R, T
from reportgen.docx.xml import Element, etree


def isolated(letters: Sequence[Letter], start: int, end: int) -> list[Element]:
    """The runs that hold exactly the letters ``start`` to ``end``, in order; runs are cut at both ends where needed.

    After it the letters at and behind ``start`` must be walked anew. Misfit: a place where no run can be cut.
    """
    if end < len(letters) and end > start and letters[end].run is letters[end - 1].run:
        _cut(letters[end])
    first = letters[start]
    runs = list(dict.fromkeys(letter.run for letter in letters[start:end]))
    opens = start == 0 or letters[start - 1].run is not first.run
    runs[0] = first.run if opens else _cut(first)
    return runs


def keep_spaces(node: Element) -> None:
    """Tell Word that spaces at the ends of this text count."""
    text = node.text or ""
    if text != text.strip():
        node.set(XML_SPACE, "preserve")


def drop_if_empty(node: Element) -> None:
    """Remove a text without letters, and its run if nothing else is in it."""
    run = node.getparent()
    if node.text:
        return
    run.remove(node)
    if run.tag == R and all(child.tag == RPR for child in run):
        run.getparent().remove(run)


def _cut(letter: Letter) -> Element:
    """Cut a run before a letter; the new run, which begins with it."""
    run, node = letter.run, letter.node
    if node.getparent() is not run:
        raise Misfit
    made = etree.Element(run.tag, run.attrib, nsmap=run.nsmap)
    properties = run.find(RPR)
    if properties is not None:
        made.append(copy.deepcopy(properties))
    behind = list(node.itersiblings())
    if letter.start and node.tag == T:
        rest = copy.copy(node)
        node.text, rest.text = node.text[: letter.start], node.text[letter.start :]
        keep_spaces(node)
        keep_spaces(rest)
        made.append(rest)
    else:
        made.append(node)
    made.extend(behind)
    run.addnext(made)
    return made
