"""What the tests share: a copy of the project's own examples, and their built files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser):
    parser.addoption("--renew", action="store_true", help="write the golden texts anew; review the diff")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def project_folder(tmp_path) -> Path:
    """A private copy of the checkout's templates and data, to be changed at will."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def copied_project():
    """``copied_project(folder)`` puts a copy of templates and data into ``folder`` and returns it."""
    return copy_project


@pytest.fixture(scope="session")
def built_report(tmp_path_factory):
    """``built_report(name)`` builds an example once a session and returns the path of the .docx."""
    from reportgen.build import build
    from reportgen.project import Project

    folder = copy_project(tmp_path_factory.mktemp("built"))
    done: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in done:
            done[name] = build(Project(folder), name).path
        return done[name]

    return make


def copy_project(folder: Path) -> Path:
    """Copy templates and data of the checkout into ``folder``."""
    for part in ("templates", "data"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "output").mkdir()
    return folder
