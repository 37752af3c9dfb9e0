"""Files as people make them, and what is recognised in them."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reportgen.docx.components import recognise
from reportgen.docx.package import read_foreign, write_package
from reportgen.docx.reader import read_marked


def _pieces():
    """The module beside this one: tests run in importlib mode, where neighbours cannot be imported by name."""
    if "foreign_pieces" not in sys.modules:
        spec = spec_from_file_location("foreign_pieces", Path(__file__).with_name("pieces.py"))
        sys.modules["foreign_pieces"] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules["foreign_pieces"])
    return sys.modules["foreign_pieces"]


PIECES = _pieces()


@pytest.fixture
def pieces():
    """The usual pieces; ``pieces.make`` writes others."""
    return PIECES


@pytest.fixture
def make():
    """The writer of paragraphs, tables, shapes, packages."""
    return PIECES.make


@pytest.fixture
def parts_of():
    """``parts_of(*pieces)`` → the components of a file made of these pieces (or of a whole package)."""

    def read(*given, **how):
        parts = given[0] if given and isinstance(given[0], dict) else PIECES.make.package(*given, **how)
        return recognise(read_marked(read_foreign(write_package(parts), "thử.docx"), "thử.docx").reading)

    return read


@pytest.fixture
def texts():
    """``texts(parts, kinds)`` → kind → its texts, joined by «|», for the kinds asked for that are there."""

    def found(parts, kinds):
        return {kind: "|".join(c.text for c in parts.of(kind)) for kind in kinds if parts.of(kind)}

    return found
