"""A clean document has no finding; spoilt in one place, exactly the rule for that place speaks.

The cases are lines of ``cases/<profile>.txt``: «paper | changes | rules». Changes: ``part.field = value`` (``part[2]``
the third line of a part, ``part[*]`` all of them; ``page``, ``margin`` and ``number`` are the sheet, its margins and
the page number), ``drop part``, ``rule part 40 of 98`` (a rule line of 40 mm in a room of 98 mm), ``add part after
other: text="…"``, ``heading "Chương I"``, ``annex``, ``annexes``, ``annex counted on``.
"""

import ast
import re
from pathlib import Path

import pytest

from reportgen.checks.layout import status
from reportgen.profile import load_profile

FOLDER = Path(__file__).with_name("cases")
NEW, OLD, PARTY = "nd30-2020", "tt01-2011", "hd05-2026"
CHANGE = re.compile(r"""(?:[^;"']|"[^"]*"|'[^']*')+""")
SET = re.compile(r"(\w+)(?:\[(-?\d+|\*)\])?\.(\w+) = (.+)", re.DOTALL)
OTHER_HEADING = ("muc_la_ma.", "phan.", "muc.")
"""Headings put in the place of «1.» leave «1.1.» and «2.» without their parent."""


def cases(profile):
    for line in (FOLDER / f"{profile}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            paper, changes, codes = line.split(" | ")
            yield paper, changes, tuple(codes.split()) if codes != "nothing" else ()


def shared_with_the_old():
    """Cases of NĐ30 whose rule TT01 has with a code of its own."""
    own = {code for case in cases(OLD) for code in case[2]}
    known = {rule.code for rule in load_profile(OLD).rules} - own
    for paper, changes, codes in cases(NEW):
        if len(codes) == 1 and f"tt01.{codes[0]}" in known:
            yield paper, changes, (f"tt01.{codes[0]}",)


CASES = (
    [(NEW, *c) for c in cases(NEW)]
    + [(OLD, *c) for c in cases(OLD)]
    + [(OLD, *c) for c in shared_with_the_old()]
)
CASES += [(PARTY, *c) for c in cases(PARTY)]


def spoil(paper, changes, line):
    for change in (c.strip() for c in CHANGE.findall(changes)):
        if found := SET.fullmatch(change):
            set_value(paper, *found.groups())
        else:
            verb, _, rest = change.partition(" ")
            {"drop": drop, "rule": rule, "add": add, "heading": heading, "annex": annex, "annexes": annex}[
                verb
            ](paper, change if verb.startswith("annex") else rest, line)


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
    fields = ast.literal_eval("{" + re.sub(r"(\w+)=", r'"\1": ', values) + "}")
    paper.parts[part] = [*(paper.lines(part) if part == after else []), line(**fields)]


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
            line("Danh sách các hộ nghèo của tỉnh./.", first=12.7, align="both"),
        ]
    paper.parts["phu_luc"] = lines
    paper["noi_dung"][0].text += " (có Phụ lục kèm theo)."


@pytest.mark.parametrize("profile", [NEW, OLD])
@pytest.mark.parametrize("name", ["report", "letter", "decision"])
def test_a_clean_document_has_no_finding(papers, profile, name):
    assert [finding.message for finding in papers[name](profile).findings()] == []


def test_a_clean_party_document_has_no_finding(papers):
    assert [finding.message for finding in papers["party"]().findings()] == []


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


@pytest.mark.parametrize("profile", [NEW, OLD])
def test_every_rule_is_spoilt_by_some_case(profile):
    rules = load_profile(profile).rules
    judged = {rule.code for rule in rules if rule.check == "auto" and status(rule) in ("special", "compared")}
    assert judged - {code for case in CASES for code in case[3]} == set()
