"""Every code and every layout rule can be explained; nothing is explained that does not exist."""

import ast
import re
from pathlib import Path

import pytest

import reportgen
from reportgen.codes import TABLES, explanations, known_codes, page_of
from reportgen.codes.rule_words import PROPERTIES
from reportgen.codes.rules import all_rules, component_name, demand

PACKAGE = Path(reportgen.__file__).parent
CODE = re.compile(r"(DL|KY|SL|BT|BG|MAU|LE|TT|LO|TH|KT|VB|PDF|XT)\d\d\Z")
SOURCES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}


def used_codes():
    """Every string in the sources that is a code, outside of the tables."""
    for tree in SOURCES.values():
        if "CODES" in defined(tree):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value):
                yield node.value


def defined(tree):
    """Names a module binds with an annotation or plainly, at its top."""
    for node in tree.body:
        targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        yield from (t.id for t in targets if isinstance(t, ast.Name))


def test_every_table_is_listed():
    modules = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path, tree in SOURCES.items()
        if "CODES" in defined(tree)
    }
    assert modules == set(TABLES)


def test_every_code_used_is_explained_and_no_other():
    assert set(used_codes()) - set(explanations()) == set()
    assert set(explanations()) - set(used_codes()) == set()


@pytest.mark.parametrize("code, text", explanations().items())
def test_an_explanation_is_a_few_sentences(code, text):
    assert CODE.match(code)
    assert 60 <= len(text) <= 600
    assert text.endswith((".", "»", ")", ":"))


def test_no_code_is_explained_twice():
    from importlib import import_module

    listed = [code for table in TABLES for code in import_module(table).CODES]
    assert len(listed) == len(set(listed))


def test_every_layout_rule_is_worded():
    for _, rule in all_rules():
        assert rule.prop in PROPERTIES, rule.code
        assert component_name(rule.component) != rule.component, rule.code
        assert "Decimal" not in demand(rule), rule.code


@pytest.mark.parametrize(
    "code, expected",
    [
        ("DL11", "Một khóa chỉ được ghi một lần"),
        ("dl11", "Sai: ho_ngheo: 120"),
        ("LE10", "--force"),
        ("quoc_hieu.size", "cỡ chữ: từ 12 đến 13 pt"),
        ("quoc_hieu.size", "Căn cứ: NĐ30 PL I, Phần I, Mục II.1.a"),
        ("quoc_hieu.size", "Sai: 15 pt."),
        ("co_quan_ban_hanh.rule_length", "từ 1/3 đến 1/2 độ dài chữ"),
        ("quoc_hieu.bold", "phải có chữ đậm"),
        ("page_number.position", "giữa lề trên"),
        ("noi_nhan.item_size", "cỡ chữ: 11 pt"),
    ],
)
def test_a_page_says(run, code, expected):
    said = run("explain", code)
    assert (said.code, said.err) == (0, "")
    assert expected in said.out


def test_codes_are_explained_outside_of_a_project(run, tmp_path):
    assert run("explain", "SL02", folder=tmp_path).code == 0


def test_unknown_codes_have_no_page():
    assert page_of("SL99") is None and page_of("") is None
    assert "SL02" in known_codes() and "quoc_hieu.size" in known_codes()
