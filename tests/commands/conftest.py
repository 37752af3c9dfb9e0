"""``run``: the program as a user calls it, in a project of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli import main
from reportgen.noun import noun


@noun
class Said:
    """What a call ended with and printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys):
    """``run("build", "x", folder=…)``: exit code, standard output, standard error."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "110")

    def call(*argv: str, folder: Path | None = None) -> Said:
        if folder:
            monkeypatch.chdir(folder)
        code = main(list(argv))
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call


@pytest.fixture
def new_project(tmp_path, run) -> Path:
    """A project fresh from ``reportgen init``."""
    folder = tmp_path / "dự án mới"
    said = run(
        "init", str(folder), "--co-quan", "Sở Tài chính", "--ky-hieu", "STC", "--dia-danh", "Hà Tĩnh",
        "--chuc-vu", "Giám đốc", "--co-quan-chu-quan", "UBND tỉnh Hà Tĩnh",
    )  # fmt: skip
    assert said.code == 0, said.err
    return folder
