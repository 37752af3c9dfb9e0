"""Rows from .csv, and from .xls and .ods through LibreOffice, where the machine has it."""

import subprocess

import pytest

from reportgen.errors import ReportgenError
from reportgen.preparing import prepare
from reportgen.project import Project
from reportgen.sources.office import office_program

NEEDS_OFFICE = pytest.mark.skipif(not office_program(), reason="máy này không có LibreOffice")


def source(change, plan, name):
    change(plan / "data" / "kh.yml", "xa.xlsx!Chỉ tiêu", name)


def test_a_csv_with_two_header_levels(plan, seed, change):
    rows = [*seed.HEADERS, seed.LETTERS, *map(seed.cells_of, seed.ROWS), seed.cells_of(seed.TOTAL)]
    text = "\n".join(";".join(row) for row in rows)
    (plan / "data" / "kh" / "xa.csv").write_text(text, "utf-8")
    source(change, plan, "xa.csv")
    findings = prepare(Project(plan), "kh").findings
    assert [(f.place.line, f.place.column, f.code) for f in findings] == [
        (6, 7, "SL31"), (6, 9, "SL31"), (6, 11, "SL31"), (6, 13, "SL32"), (7, 13, "SL32"), (14, 9, "SL31"),
    ]  # fmt: skip


@NEEDS_OFFICE
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_older_and_foreign_workbooks(plan, change, tmp_path, suffix):
    folder = plan / "data" / "kh"
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    call = [
        office_program(),
        "--headless",
        profile,
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(folder / "xa.xlsx"),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    (folder / "xa.xlsx").unlink()
    source(change, plan, f"xa.{suffix}!Chỉ tiêu")
    findings = prepare(Project(plan), "kh").findings
    assert [(str(f.place), f.code) for f in findings][:2] == [
        (f"xa.{suffix}!Chỉ tiêu!G8", "SL31"), (f"xa.{suffix}!Chỉ tiêu!I8", "SL31"),
    ]  # fmt: skip
    assert len(findings) == 6
    assert sorted(p.name for p in folder.iterdir()) == [f"xa.{suffix}"]


def test_without_libreoffice_the_refusal_says_how_to_save(plan, change, monkeypatch):
    monkeypatch.setattr("reportgen.sources.office.office_program", lambda: "")
    (plan / "data" / "kh" / "xa.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    source(change, plan, "xa.xls!Chỉ tiêu")
    with pytest.raises(ReportgenError) as refusal:
        prepare(Project(plan), "kh")
    finding = next(f for f in refusal.value.findings if f.code == "BT04")
    assert "máy này chưa cài" in finding.message and "Excel Workbook (*.xlsx)" in finding.hint


@NEEDS_OFFICE
def test_a_broken_workbook_is_refused(plan, change):
    (plan / "data" / "kh" / "xa.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 2000)
    source(change, plan, "xa.xls!Chỉ tiêu")
    with pytest.raises(ReportgenError) as refusal:
        prepare(Project(plan), "kh")
    assert {"BT07", "BT16", "BT08"} & {f.code for f in refusal.value.findings}


def test_a_conversion_that_does_not_end_is_stopped(plan, change, monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr("reportgen.sources.office.office_program", lambda: str(slow))
    monkeypatch.setattr("reportgen.sources.office.SECONDS", 0.2)
    (plan / "data" / "kh" / "xa.ods").write_bytes(b"PK")
    source(change, plan, "xa.ods!Chỉ tiêu")
    with pytest.raises(ReportgenError) as refusal:
        prepare(Project(plan), "kh")
    assert "giây" in next(f for f in refusal.value.findings if f.code == "BT07").message
