"""The table staff read (docs/nhan-dien.md) names every part that can be recognised, and no other."""

import re

KEY = re.compile(r"`([a-z_0-9]+)`")
MADE = re.compile(r"\"((?:[a-z]+_)*[a-z]+)\"")
NOT_PARTS = {"line", "box", "more", "style"}


def test_the_table_names_every_kind(root):
    table = (root / "docs" / "nhan-dien.md").read_text(encoding="utf-8")
    named = set(KEY.findall(table)) - NOT_PARTS
    sources = "".join(p.read_text(encoding="utf-8") for p in (root / "reportgen" / "docx" / "components").glob("*.py"))
    known = set(MADE.findall(sources))
    assert named - known == set()
    made = set(re.findall(r"Component\(\s*\"([a-z_]+)\"", sources)) | set(re.findall(r"return \"([a-z]+_[a-z_]+)\"", sources))
    assert made - named == set()
