"""Mended files are valid Word files, and an office suite reads them."""

import shutil
import subprocess

import pytest

FAULTS = (
    "quoc_hieu.size = 15; drop ke_tieu_ngu; drop ke_trich_yeu; margin.top = 12; noi_dung[0].italic = True; "
    'dia_danh.text = "Hà Tĩnh,ngày 5 tháng 2 năm 2020"; noi_dung[2].first = 4; noi_dung[3].colour = "FF0000"; '
    'page.number_at = "footer"; noi_dung[4].text = "Ho\\u0323c sinh  nghe\\u0300o , cận nghèo."'
)


@pytest.fixture
def spoilt(papers, pack, spoil, line):
    """A report with many faults."""
    paper = papers["report"]()
    spoil(paper, FAULTS, line)
    return pack(paper)


@pytest.mark.parametrize("tracked", [False, True])
def test_the_schema_of_word_has_nothing_new_to_say(spoilt, mend, tmp_path, tracked):
    audit = pytest.importorskip("openxml_audit")

    def complaints(content):
        path = tmp_path / "x.docx"
        path.write_bytes(content)
        return {error.description for error in audit.OpenXmlValidator().validate(str(path)).errors}

    out = mend(spoilt, tracked=tracked)
    assert len({m.code for m in out.mends}) >= 9
    assert complaints(out.content) - complaints(spoilt) == set()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_what_another_program_saved_is_mended_and_stays_mended(spoilt, mend, tmp_path):
    """Saved again by LibreOffice, which writes everything its own way: a realistic stranger."""
    path, out = tmp_path / "la.docx", tmp_path / "luu"
    path.write_bytes(spoilt)
    office = ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless", "--convert-to"]
    call = [*office, "docx:MS Word 2007 XML", "--outdir", str(out), str(path)]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    stranger = (out / "la.docx").read_bytes()
    assert stranger != spoilt
    out = mend(stranger)
    assert {m.code for m in out.mends} >= {"quoc_hieu.size", "page.margin.top", "tieu_ngu.rule_present", "dia_danh.day_zero"}
    assert {m.code for m in out.mends} & {item.finding.code for item in out.left} == set()
    assert mend(out.content).content == out.content
