"""The staff's page on checking: its commands run as printed, its output and settings are those of the program."""

import re
import shutil

import pytest


@pytest.fixture(scope="module")
def manual(root) -> str:
    return (root / "docs" / "kiem-tra.md").read_text(encoding="utf-8")


def blocks(manual: str, kind: str = "") -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", manual, re.DOTALL | re.MULTILINE)


@pytest.fixture
def desk(paper, pieces, tmp_path):
    """The documents the page speaks of."""
    paper("bao-cao.docx", section=pieces.make.page(margins=(20, 20, 20, 20)))
    shutil.copytree(tmp_path, tmp_path / "van-ban", dirs_exist_ok=True, ignore=shutil.ignore_patterns("van-ban"))
    return tmp_path


def test_every_command_runs(run, manual, desk):
    commands = [line for block in blocks(manual) for line in block.splitlines() if line.startswith("reportgen ")]
    assert len(commands) >= 6
    for command in commands:
        said = run(*command.split()[1:])
        assert said.code == 1, command
        assert said.err == "", command


def test_the_output_is_that_of_the_program(run, manual, desk):
    shown = next(block for block in blocks(manual) if block.startswith("bao-cao.docx"))
    lines = [line for line in shown.splitlines() if line and line != "…" and "chưa hiện" not in line]
    said = run("check", "bao-cao.docx").out.splitlines()
    assert [line for line in lines if line not in said] == []


def test_the_settings_hold(run, manual, desk):
    (desk / "kiem-tra.yml").write_text(blocks(manual, "yaml")[0], encoding="utf-8")
    assert "In trên giấy đã có tiêu đề" in run("check", "bao-cao.docx").out
