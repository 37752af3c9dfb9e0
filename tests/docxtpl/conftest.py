"""Lets the tests of this folder import its drawings by name."""

import importlib.util
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def load(name):
    """A module of this folder (the tests are no package)."""
    spec = importlib.util.spec_from_file_location(f"docxtpl_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CONSTRUCTS = load("constructs").CONSTRUCTS


def pytest_generate_tests(metafunc):
    if "construct" in metafunc.fixturenames:
        metafunc.parametrize("construct", CONSTRUCTS)


@pytest.fixture(scope="session")
def pages():
    return load("pages")


@pytest.fixture
def drawing(construct):
    return CONSTRUCTS[construct]
