"""The reader of number words, loaded from the file beside the tests (bench/ loads the same file)."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def read_words():
    spec = importlib.util.spec_from_file_location("words_reader", Path(__file__).with_name("words_reader.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read_words
