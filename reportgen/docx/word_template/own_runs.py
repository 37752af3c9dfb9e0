"""Tags that own a run, a paragraph, a row or a cell, made ready on the tree before docxtpl's patterns see them.

docxtpl cuts a run at ``{%r … %}`` and drops the look of what follows it; a remark ``{#p … #}`` takes its whole paragraph,
other words and all. Here a run is cut into runs of the same look, and a remark that is not alone is a finding.
"""

from __future__ import annotations

import copy

from reportgen.diagnostics import Place
from reportgen.docx.tags import TC, TR, P, R, T, TaggedPart, holds_only, own_texts, refuse_company
from reportgen.docx.xml import Element, qn
from reportgen.pattern import Pattern

RUN_TAG = Pattern(r"(\{%r\s.*?%\}|\{\{r\s.*?\}\})")
_MARKED = Pattern(r"\{\{r\s+(\w+)\s*\}\}")
OWN_RUN = "\ufdd4"
"""Stands before a tag that writes whole runs in the place of its own."""
_REMARK = Pattern(r"\{#(p|tr|tc)\s.*?#\}")
_HOLDERS = {"tr": TR, "tc": TC}
_LOOK = qn("w:rPr")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def cut_runs(paragraph: Element) -> None:
    """Give every ``{%r … %}`` and ``{{r … }}`` of the paragraph a run of its own, of the look it was typed in.

    A ``{{r x }}`` becomes the sign OWN_RUN and ``{{ x }}``: it will write runs of its own.
    """
    for text in own_texts(paragraph):
        run = text.getparent()
        if run.tag == R and RUN_TAG.search(text.text or ""):
            for made in _cut(run):
                run.addprevious(made)
            run.getparent().remove(run)
    for text in own_texts(paragraph):
        found = _MARKED.fullmatch(text.text or "")
        if found:
            text.text = f"{OWN_RUN}{{{{ {found[1]} }}}}"


def _cut(run: Element) -> list[Element]:
    """The runs that stand in the place of this one."""
    groups: list[list[Element]] = [[]]
    for child in run:
        if child.tag == _LOOK:
            continue
        if child.tag != T or not RUN_TAG.search(child.text or ""):
            groups[-1].append(child)
            continue
        for at, piece in enumerate(RUN_TAG.split(child.text)):
            if at % 2:
                groups += [[_text(child, piece)], []]
            elif piece:
                groups[-1].append(_text(child, piece))
    return [_run(run, group) for group in groups if group]


def _text(like: Element, words: str) -> Element:
    made = copy.copy(like)
    made.text = words
    made.set(_PRESERVE, "preserve")
    return made


def _run(like: Element, children: list[Element]) -> Element:
    made = like.makeelement(like.tag, dict(like.attrib))
    look = like.find(_LOOK)
    made.extend([copy.deepcopy(each) for each in ([] if look is None else [look]) + children])
    return made


def drop_remark(part: TaggedPart, paragraph: Element, words: str, place: Place) -> bool:
    """Take away what a remark ``{#p … #}``, ``{#tr … #}``, ``{#tc … #}`` owns; False if there is none in the paragraph."""
    found = _REMARK.search(words)
    if not found:
        return False
    holder = paragraph if found[1] == "p" else next(paragraph.iterancestors(_HOLDERS[found[1]]), None)
    lone = _REMARK.fullmatch(words.strip())
    if holder is None or lone is None:
        refuse_company(part, found.group(), place)
    elif holder is paragraph or holds_only(part, holder, lone, place):
        _remove(holder)
    return True


def _remove(holder: Element) -> None:
    """Take the element away; the only paragraph of a cell is emptied instead, for a cell must keep one."""
    parent = holder.getparent()
    if holder.tag == P and parent.tag == TC and sum(child.tag == P for child in parent) == 1:
        for text in own_texts(holder):
            text.text = ""
    else:
        parent.remove(holder)
