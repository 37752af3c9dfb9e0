"""Documents to mend (those of the layout tests, as whole files), and Word's «accept all» and «reject all» written out."""

from __future__ import annotations

import io
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reportgen.checks.layout.view import View
from reportgen.docx.components import recognise
from reportgen.docx.package import write_package
from reportgen.docx.reader import read_marked
from reportgen.docx.xml import parse, qn, serialize
from reportgen.mending import Options, mend_bytes
from reportgen.mending.case import Case
from reportgen.profile import load_profile

LAYOUT = Path(__file__).parents[1] / "checks" / "layout"
CONTENT_TYPES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/>'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + b"".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'.encode()
        for name, kind in (
            ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    + b"</Types>"
)  # fmt: skip


def load(path):
    """A module of the tests next door: tests run in importlib mode, where neighbours cannot be imported by name."""
    spec = spec_from_file_location(f"mending_{path.stem}", path)
    sys.modules[spec.name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


layout = load(LAYOUT / "conftest.py")
mutations = load(LAYOUT / "test_mutations.py")
PAPERS = {"report": layout.report, "letter": layout.letter, "decision": layout.decision, "party": layout.party}


def packed(paper, **more: bytes) -> bytes:
    """The bytes of a whole file; ``more``: parts to add, dots and slashes written as in the name."""
    parts = {"[Content_Types].xml": CONTENT_TYPES, **paper.package(), **more}
    kinds = [name for name in ("header1", "footer1") if f"word/{name}.xml" not in parts]
    for kind in kinds:
        line = f'<Override PartName="/word/{kind}.xml"'.encode()
        head, _, rest = parts["[Content_Types].xml"].partition(line)
        parts["[Content_Types].xml"] = head + rest.partition(b"/>")[2] if rest else head
    return write_package(parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def decided(data: bytes, keep: str, drop: str) -> bytes:
    """Every tracked change decided: insertions are ``keep`` and deletions ``drop`` (accept all), or the other way round."""
    parts = parts_of(data)
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = parse(content)
            _decide(root, keep, drop)
            parts[name] = serialize(root)
    return write_package(parts)


def _decide(root, keep: str, drop: str) -> None:
    for mark in list(root.iter(qn(drop))):
        mark.getparent().remove(mark)
    for mark in list(root.iter(qn(keep))):
        for child in list(mark):
            mark.addprevious(child)
        mark.getparent().remove(mark)
    for old, new in (("w:delText", "w:t"), ("w:delInstrText", "w:instrText")):
        for text in root.iter(qn(old)):
            text.tag = qn(new)
    for kind in ("rPr", "pPr", "sectPr"):
        for change in list(root.iter(qn(f"w:{kind}Change"))):
            properties = change.getparent()
            properties.remove(change)
            if keep == "w:del":
                _bring_back(properties, change[0])


def _bring_back(properties, old) -> None:
    outside = ("rPr", "sectPr", "headerReference", "footerReference") if properties.tag != qn("w:rPr") else ()
    for child in list(properties):
        if child.tag not in {qn(f"w:{name}") for name in outside}:
            properties.remove(child)
    children = [child for child in old]
    at = sum(1 for child in properties if child.tag.endswith("Reference"))
    properties[at:at] = children


def seen(data: bytes) -> list:
    """What a reader sees: text by looks, setting, sheet; runs that look alike are one."""
    reading = read_marked(parts_of(data), "x").reading
    boxed = [p for box in reading.boxes for p in box.paragraphs]
    shown = [(_alike(p.runs), p.format, p.strokes, p.cell) for p in (*reading.paragraphs, *boxed)]
    margins = [(_alike(p.runs), p.format) for p in reading.margins if p.text]
    return [shown, margins, reading.sections]


def _alike(runs):
    found: list = []
    for run in runs:
        if found and found[-1][1] == run.face:
            found[-1] = (found[-1][0] + run.text, run.face)
        elif run.text:
            found.append((run.text, run.face))
    return found


@pytest.fixture
def papers():
    """The clean documents by name; each call makes a new one."""
    return PAPERS


@pytest.fixture
def pack():
    """``pack(paper)`` → bytes of a whole file."""
    return packed


@pytest.fixture
def members():
    """``members(data)`` → name → bytes."""
    return parts_of


@pytest.fixture
def page():
    """``page(data)`` → what a reader sees."""
    return seen


@pytest.fixture
def accept():
    """Word's «accept all changes»."""
    return lambda data: decided(data, "w:ins", "w:del")


@pytest.fixture
def reject():
    """Word's «reject all changes»."""
    return lambda data: decided(data, "w:del", "w:ins")


@pytest.fixture
def mend():
    """``mend(data, profile, …)`` → the outcome, all rules that can be mended."""

    def run(data: bytes, profile: str = "nd30-2020", **options):
        return mend_bytes(data, Options(**{"profile": profile, "level": "tat-ca", **options}), "thử.docx", name="thử.docx")

    return run


@pytest.fixture
def line():
    """The class of a typed line."""
    return layout.Line


@pytest.fixture
def spoil():
    """Spoils a paper as the cases of the layout tests say."""
    return mutations.spoil




@pytest.fixture
def case(papers):
    """A clean report under the needle."""
    parts = papers["report"]().package()
    marked = read_marked(parts, "thử.docx")
    return Case(parts, marked, View(marked.reading, recognise(marked.reading), load_profile("nd30-2020")))


@pytest.fixture
def cases():
    """``cases(profile)`` → (paper, changes, rules) of the layout tests that spoil something."""
    return lambda profile: [case for case in mutations.cases(profile) if case[2]]
