"""A clean document has no finding; spoilt in one place, exactly the rule for that place speaks.

The cases are lines of ``cases/<profile>.txt``: «paper | changes | rules». Changes: ``part.field = value`` (``part[2]``
the third line of a part, ``part[*]`` all of them; ``page``, ``margin`` and ``number`` are the sheet, its margins and
the page number), ``drop part``, ``box part 30 x 8: text="KHẨN", …`` (a text box hanging on it; ``open box``: without a line
around it), ``foot: text="…"`` (the footer of page 1), ``copy`` (a copy on paper), ``rule part 40 of 98`` (a rule line of 40 mm in a room of 98 mm), ``add part after
other: text="…"``, ``heading "Chương I"``, ``annex``, ``annexes``, ``annex counted on``.
"""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from reportgen.checks.layout import status
from reportgen.checks.layout.words import bare
from reportgen.profile import load_profile

CHILDREN = {
    "tt01-2011": ("nd30-2020",),
    "mttq": ("nd30-2020",),
    "mttq-2013": ("mttq", "tt01-2011", "nd30-2020"),
    "hd36-2018": ("hd05-2026",),
}
"""Profiles that take rules over from others, which have the cases."""
FOLDER = Path(__file__).with_name("cases")
NEW, OLD, PARTY, FRONT = "nd30-2020", "tt01-2011", "hd05-2026", "mttq"
CHANGE = re.compile(r"""(?:[^;"']|"[^"]*"|'[^']*')+""")
SET = re.compile(r"(\w+)(?:\[(-?\d+|\*)\])?\.(\w+) = (.+)", re.DOTALL)
OTHER_HEADING = ("muc_la_ma.", "phan.", "muc.")
"""Headings put in the place of «1.» leave «1.1.» and «2.» without their parent."""


def cases(profile):
    for line in (FOLDER / f"{profile}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            paper, changes, codes = line.split(" | ")
            yield paper, changes, tuple(codes.split()) if codes != "nothing" else ()


CASES = [(profile, *case) for profile in (NEW, OLD, PARTY, FRONT, "hd36-2018") for case in cases(profile)]


def spoil(paper, changes, line):
    for change in (c.strip() for c in CHANGE.findall(changes)):
        if found := SET.fullmatch(change):
            set_value(paper, *found.groups())
        else:
            verb, _, rest = change.partition(" ")
            VERBS[verb.rstrip(":")](paper, change if verb.startswith("annex") else rest, line)


def set_value(paper, part, at, name, text):
    value = ast.literal_eval(text)
    if part == "margin":
        paper.margins[name] = value
        return
    owners = {"page": [paper], "number": [paper.page_number]}.get(part) or paper.lines(part)
    for owner in owners if at == "*" else [owners[int(at or 0)]]:
        assert hasattr(owner, name), name
        setattr(owner, name, value)


def drop(paper, rest, line):
    for part in rest.split(", "):
        name, _, at = part.rstrip("]").partition("[")
        if at:
            del paper[name][int(at)]
        else:
            del paper.parts[name]


def rule(paper, rest, line):
    part, length, _, room = rest.split()
    owner = paper[part]
    owner.left = owner.right = (float(room) - float(length)) / 2


def add(paper, rest, line):
    places, _, values = rest.partition(": ")
    part, _, after = places.split()
    paper.parts[part] = [*(paper.lines(part) if part == after else []), line(**fields(values))]


def fields(values):
    return ast.literal_eval("{" + re.sub(r"(\w+)=", r'"\1": ', values) + "}")


def box(paper, rest, line, framed=True):
    places, _, values = rest.partition(": ")
    part, width, _, height = places.split()
    paper.lines(part)[0].raw += ooxml_of(line).boxed(line(**fields(values)), float(width), float(height), framed)


def open_box(paper, rest, line):
    box(paper, rest.removeprefix("box "), line, framed=False)


def foot(paper, rest, line):
    paper.first_foot.append(line(**fields(rest)))


def copy(paper, rest, line):
    paper.parts["phu_luc"] = [
        line("", 13, top_border="single"),
        line("SAO Y", 14, bold=True, align="center"),
        line("Số: 25/SY-SLĐTBXH", 13),
        line("Hà Tĩnh, ngày 25 tháng 02 năm 2020", 14, italic=True),
    ]


def ooxml_of(line):
    return sys.modules[line.__module__]


def heading(paper, rest, line):
    look = {"size": 14, "bold": True, "align": "center", "before": 6}
    paper["noi_dung"][1:2] = [line(text, **look) for text in (ast.literal_eval(rest), "KẾT QUẢ THỰC HIỆN")]


def annex(paper, change, line):
    start = paper.section()
    paper.section_extra = "" if change.endswith("counted on") else '<w:pgNumType w:start="1"/>'
    lines = [line("", section=start)]
    for number in (" I", " II") if change == "annexes" else ("",):
        lines += [
            line(f"Phụ lục{number}", bold=True, align="center"),
            line("DANH SÁCH HỘ NGHÈO", bold=True, align="center"),
            line(
                "(Kèm theo Báo cáo số       /BC-SLĐTBXH ngày       tháng 02 năm 2020)",
                italic=True,
                align="center",
            ),
            line("", 2, align="center", top_border="single", left=60, right=60, line=40, line_rule="exact"),
            line("Danh sách các hộ nghèo của tỉnh./.", first=12.7, align="both"),
        ]
    paper.parts["phu_luc"] = lines
    paper["noi_dung"][0].text += " (có Phụ lục kèm theo)."


VERBS = {"drop": drop, "rule": rule, "add": add, "heading": heading, "annex": annex, "annexes": annex, "box": box,
         "open": open_box, "foot": foot, "copy": copy}  # fmt: skip


@pytest.mark.parametrize("profile", [NEW, OLD])
@pytest.mark.parametrize("name", ["report", "letter", "decision"])
def test_a_clean_document_has_no_finding(papers, profile, name):
    assert [finding.message for finding in papers[name](profile).findings()] == []


@pytest.mark.parametrize("profile", [PARTY, "hd36-2018"])
@pytest.mark.parametrize("name", ["party", "party_letter", "party_decision", "party_minutes"])
def test_a_clean_party_document_has_no_finding(papers, profile, name):
    assert [finding.message for finding in papers[name](profile).findings()] == []


@pytest.mark.parametrize("profile", [FRONT, "mttq-2013"])
@pytest.mark.parametrize("name", ["front", "front_letter"])
def test_a_clean_document_of_the_front_has_no_finding(papers, profile, name):
    assert [finding.message for finding in papers[name](profile).findings()] == []


@pytest.mark.parametrize(
    ("profile", "name", "changes", "codes"), CASES, ids=[f"{c[0][:4]} {c[1]}: {c[2]}" for c in CASES]
)
def test_one_fault_one_rule(papers, line, profile, name, changes, codes):
    paper = papers[name](profile)
    spoil(paper, changes, line)
    found = set(paper.codes())
    if codes and codes[0].startswith(OTHER_HEADING):
        found -= {"bo_cuc.sequence"}
    assert found == set(codes)


def renamed(code, codes):
    """The code of a rule in another profile: its own, or the one that profile gave the same demand; '' if it has none."""
    names = (code, *(f"{mark}.{bare(code)}" for mark in ("hd36", "mttq", "tt01")))
    return next((name for name in names if name in codes), "")


def inherited_cases(child, parents):
    """For each rule a profile takes over the first of its parents' cases that spoils it, in the child's codes."""
    codes = {rule.code for rule in load_profile(child).rules}
    seen = {code for case in CASES if case[0] == child for code in case[3]}
    for parent in parents:
        for profile, paper, changes, spoilt in CASES:
            wanted = {name for code in spoilt if (name := renamed(code, codes))}
            if profile == parent and wanted - seen:
                seen |= wanted
                yield child, parent, paper, changes, wanted


INHERITED = [case for child, parents in CHILDREN.items() for case in inherited_cases(child, parents)]


@pytest.mark.parametrize("child", CHILDREN)
def test_rules_taken_over_speak_as_in_the_parent(papers, line, child):
    """The papers are the parent's, so what the child says of them unspoilt is left out; and what only the child demands."""
    wrong = []
    for _, parent, name, changes, codes in (case for case in INHERITED if case[0] == child):
        paper = papers[name](parent)
        paper.profile = child
        spoil(paper, changes, line)
        said_unspoilt = unspoilt(papers, name, parent, child)
        found = set(paper.codes()) - said_unspoilt
        if any(code.startswith(OTHER_HEADING) for code in codes):
            found -= {"bo_cuc.sequence"}
        if codes - said_unspoilt - found or (found - codes) & shared_rules(child, parent):
            wrong.append((name, changes, codes, found))
    assert wrong == []


UNSPOILT = {}


def unspoilt(papers, name, parent, child):
    """What a child says of its parent's clean paper."""
    key = (name, parent, child)
    if key not in UNSPOILT:
        paper = papers[name](parent)
        paper.profile = child
        UNSPOILT[key] = set(paper.codes())
    return UNSPOILT[key]


@cache
def shared_rules(child, parent):
    """The rules that demand the same under both."""
    rules = {rule.code: rule for rule in load_profile(parent).rules}
    return {r.code for r in load_profile(child).rules if r.code in rules and (r.op, r.value) == (rules[r.code].op, rules[r.code].value)}


@pytest.mark.parametrize("profile", [NEW, PARTY, *CHILDREN])
def test_every_rule_is_spoilt_by_some_case_and_obeyed_by_another(profile):
    """A rule that never fails, or never passes, is no rule: its cases show both."""
    judged = {rule.code for rule in load_profile(profile).rules if status(rule) in ("special", "compared")}
    own = [case for case in CASES if case[0] == profile]
    spoilt = {code for case in own for code in case[3]} | {code for case in INHERITED if case[0] == profile for code in case[4]}
    assert judged - spoilt == set()
    always = [code for code in judged if own and all(code in case[3] for case in own)]
    assert always == []
