"""A copy of the project that a test may change."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project_copy(tmp_path):
    """The example project, without what is built and tested."""
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / "du-an" / folder)
    return tmp_path / "du-an"


@pytest.fixture
def edited(project_copy):
    """``edited(file, old, new)`` saves a file the way editors do: a new file in the place of the old."""

    def save(file, old, new):
        path = project_copy / file
        words = path.read_text(encoding="utf-8")
        assert old in words
        beside = path.with_suffix(".tmp")
        beside.write_text(words.replace(old, new, 1), encoding="utf-8")
        beside.replace(path)

    return save
