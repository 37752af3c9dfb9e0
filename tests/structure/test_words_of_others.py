"""What the operating system says reaches the user through ``errors.system_says``: in our words, and marked as its own."""

import ast
import errno
from pathlib import Path

import pytest

from reportgen.errors import system_says

PACKAGE = Path(__file__).resolve().parents[2] / "reportgen"
ENTRUSTED = {"errors.py"}


def test_nobody_else_asks_the_system_for_its_words():
    askers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "strerror"
    }
    assert askers <= ENTRUSTED


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "hệ thống báo: ổ đĩa đầy"),
        (PermissionError(errno.EACCES, "Permission denied"), "hệ thống báo: không có quyền"),
        (OSError(errno.ENXIO, "Thiết bị không có"), "hệ thống báo: Thiết bị không có"),
        (OSError("seek"), "hệ thống báo: không rõ lý do"),
    ],
)
def test_what_the_system_says(failure, words):
    assert system_says(failure) == words
