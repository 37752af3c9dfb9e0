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
    """A small project to be changed at will: the report ``thang-2-2020`` with its agency and its types."""
    return copy_project(tmp_path, only="thang-2-2020", types="bao-cao-giam-ngheo-thang*")


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


def copy_project(folder: Path, only: str = "*", types: str = "*") -> Path:
    """Copy templates and data of the checkout into ``folder``; ``only`` and ``types`` are patterns of reports and types."""
    for source in sorted((ROOT / "data").glob("co-quan")) + sorted((ROOT / "data").glob(only)) + sorted((ROOT / "data").glob(f"{only}.yml")):
        place(source, folder / "data" / source.name)
    for source in sorted((ROOT / "templates").glob("khung")) + sorted((ROOT / "templates").glob(types)):
        place(source, folder / "templates" / source.name)
    (folder / "output").mkdir()
    return folder


def place(source: Path, target: Path) -> None:
    """Copy a file or a folder, once."""
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
