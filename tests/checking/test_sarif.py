"""SARIF 2.1.0: what the standard requires of a log, and that it says what the command says."""

import json

import pytest

from reportgen.checking import Checked
from reportgen.checking.sarif import Sarif
from reportgen.diagnostics import Place, error, warning
from reportgen.noun import replace

REQUIRED = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]},
                                                "defaultConfiguration": {
                                                    "properties": {"level": {"enum": ["none", "note", "warning", "error"]}}
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {"artifactLocation": {"required": ["uri"]}},
                                            }
                                        }
                                    },
                                },
                                "suppressions": {"items": {"required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The fields and words the standard (OASIS SARIF 2.1.0, 3.13-3.35) requires of what we write."""


@pytest.fixture
def validate():
    jsonschema = pytest.importorskip("jsonschema")
    return lambda log: jsonschema.validate(log, REQUIRED, jsonschema.Draft202012Validator)


def test_the_log_of_a_run(run, clean, faulty, tmp_path, validate):
    said = run("check", ".", "--sarif", "ket-qua.sarif")
    assert said.code == 1 and "đã ghi ket-qua.sarif" in said.out
    log = json.loads((tmp_path / "ket-qua.sarif").read_text(encoding="utf-8"))
    validate(log)
    results = log["runs"][0]["results"]
    codes = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert {result["ruleId"] for result in results} == set(codes) >= {"page.margin.left", "noi_dung.align"}
    assert all(codes[result["ruleIndex"]] == result["ruleId"] for result in results)
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert uris == {"van%20ban/loi.docx"}
    align = next(result for result in results if result["ruleId"] == "noi_dung.align")
    assert len(align["locations"]) == 2


def test_to_the_screen(run, faulty, validate):
    said = run("check", "--sarif", "van ban/loi.docx")
    validate(json.loads(said.out))
    assert said.code == 1


def test_a_word_after_the_option_that_is_a_document_is_never_overwritten(run, faulty):
    before = faulty.read_bytes()
    run("check", "--sarif", "van ban/loi.docx", "van ban/loi.docx")
    assert faulty.read_bytes() == before


def test_nothing_found_is_a_log_too(run, clean, validate):
    log = json.loads(run("check", "sach.docx", "--sarif").out)
    validate(log)
    assert log["runs"][0]["results"] == []


def test_what_was_accepted_is_suppressed_with_its_reason(validate):
    let_stand = replace(error("so.size", "Số, ký hiệu: cỡ chữ 15.", Place("a.docx", part="Số, ký hiệu")), accepted="quy chế")
    with Sarif() as sarif:
        sarif.add(Checked("a.docx", (let_stand, warning("x.y", "Văn bản: z."))))
        log = json.loads(sarif.content())
    validate(log)
    first, second = log["runs"][0]["results"]
    assert first["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "quy chế"}]
    assert (first["level"], second["level"]) == ("error", "warning")
    assert "suppressions" not in second
