"""The test's own modules beside it, and a project with the real example of a district."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def district(tmp_path, copied_project):
    """A copy of the project with the plan of Cam Lộ, its units and the table of its communes."""
    folder = copied_project(tmp_path, only="ke-hoach-cam-lo-2019", types="ke-hoach-giam-ngheo-huyen")
    shutil.copytree(Path(__file__).resolve().parents[2] / "data" / "don-vi", folder / "data" / "don-vi")
    return folder


@pytest.fixture(scope="session")
def faulty(tmp_path_factory):
    """The workbooks with known faults, made once: (folder, what is expected, the year before, what was sent)."""
    import two_hundred

    folder = tmp_path_factory.mktemp("hai-tram")
    return folder, *two_hundred.build(folder)


@pytest.fixture
def run(monkeypatch, capsys):
    """``run("rollup", …, folder=…)``: exit code, standard output, standard error."""
    from reportgen.cli import main

    monkeypatch.setenv("NO_COLOR", "1")

    def call(*argv, folder):
        monkeypatch.chdir(folder)
        code = main([str(word) for word in argv])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call
