"""Built files and frames obey the Office Open XML schema, as an independent validator reads it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
audit = pytest.importorskip("openxml_audit")


def faults(path: Path) -> list[str]:
    """What the validator has against the file."""
    return [str(fault) for fault in audit.OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("name", sorted(p.stem for p in (ROOT / "data").glob("*.yml")))
def test_the_built_file_is_valid(name, built_report):
    assert faults(built_report(name)) == []


def test_the_validator_sees_a_fault(built_report, tmp_path):
    import zipfile

    spoilt = tmp_path / "hong.docx"
    with zipfile.ZipFile(built_report("thang-2-2020")) as good, zipfile.ZipFile(spoilt, "w") as bad:
        for name in good.namelist():
            part = good.read(name)
            bad.writestr(name, part.replace(b"<w:body>", b"<w:body><w:bogus/>") if name == "word/document.xml" else part)
    assert faults(spoilt) != []
