"""Random consistent reports: no check speaks. One fault put in, in any form: that finding, of its class, and no other."""

import importlib.util
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks.figures import check_relations
from reportgen.fields import ListOf, MapOf, Record
from reportgen.figures.model import Indicator
from reportgen.figures.reading import read_figures
from reportgen.figures.relations import Relation
from reportgen.yamltext import parse

SPEC = importlib.util.spec_from_file_location("pieces", Path(__file__).with_name("pieces.py"))
PIECES = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(PIECES)
FORMS = PIECES.FORMS
COMPANY = st.lists(st.sampled_from(sorted(FORMS)).flatmap(FORMS.get), max_size=2)


def declarations(piece, prefix):
    """The piece's indicators and relation as staff type them, every name under ``prefix``."""
    keys = "|".join(sorted(piece.indicators, key=len, reverse=True))
    name = re.compile(rf"(?<=[\[ ])({keys})(?=[\],}} ])")
    rows = []
    for key, (unit, decimals, *more) in piece.indicators.items():
        parts = [f"ten_goi: Số {prefix}{key}", f'don_vi_tinh: "{unit}"', f"so_le: {decimals}", *more]
        named = name.sub(rf"{prefix}\1", ", ".join(parts) + " ")
        rows.append(f"{prefix}{key}: {{{named}}}")
    relation = f"- {{ten_goi: Quan hệ {prefix}, {piece.relation}}}" if piece.relation else ""
    return rows, name.sub(rf"{prefix}\1", relation)


def findings_of(pieces, fault=None):
    """What is found in the report made of ``pieces``; ``fault`` is put into the first."""
    indicators, typed, relations = [], [], []
    for n, piece in enumerate(pieces):
        prefix = f"p{n}_"
        names, relation = declarations(piece, prefix)
        values = {**piece.typed, **(fault.typed if fault and n == 0 else {})}
        if fault and fault.words and n == 0:
            names = [row.replace(*fault.words) for row in names]
            relation = relation.replace(*fault.words)
        indicators += names
        relations += [relation] if relation else []
        typed += [f"{prefix}{key}: {value}" for key, value in values.items()]
    found = []
    declared = MapOf(Record(Indicator)).read(parse("\n".join(indicators), "loai.yml"), found)
    held = ListOf(Record(Relation)).read(parse("\n".join(relations) or "[]", "loai.yml"), found)
    figures = read_figures(parse("\n".join(typed), "bao-cao.yml"), declared, found)
    return found + check_relations(held, figures)


@given(st.lists(st.sampled_from(sorted(FORMS)).flatmap(FORMS.get), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_consistent_report_is_silent(pieces):
    assert findings_of(pieces) == []


@pytest.mark.parametrize("form", sorted(FORMS))
def test_one_fault_is_the_one_finding(form):
    @given(FORMS[form], COMPANY, st.data())
    @settings(max_examples=25, deadline=None)
    def check(piece, company, data):
        fault = data.draw(st.sampled_from(piece.faults))
        findings = findings_of([piece, *company], fault)
        assert [f.code for f in findings] == [fault.code]
        assert "p0_" in findings[0].message

    check()
