"""The pages as LibreOffice prints them: how many, in which fonts, saying what the file says."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(p.stem for p in (ROOT / "data").glob("*.yml"))
PAGES = {"thang-2-2020": 2, "nam-2020-quang-nam": 2, "nam-2020-quang-tri": 7, "ke-hoach-cam-lo-2019": 5, "ke-hoach-mttq-ha-tinh-2024": 5, "mau-ke-hoach": 2, "mau-mttq-ke-hoach": 2, "mau-dang-bao-cao": 2}
"""How many pages; the samples of each kind fit on one unless they are here."""
STATE_HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY_HEAD = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
TIMES = ("TimesNewRoman", "LiberationSerif")

soffice = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(soffice is None, reason="máy này không có LibreOffice")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory, built_report):
    """``pdf(name)`` prints an example once and returns the path of the PDF."""
    folder = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in done:
            call = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(built_report(name))]
            subprocess.run(call, check=True, capture_output=True, timeout=180)
            done[name] = folder / f"{name}.pdf"
        return done[name]

    return make


def reader(path: Path):
    return pytest.importorskip("pypdf").PdfReader(path)


@pytest.mark.parametrize("name", NAMES)
def test_page_count(name, pdf):
    assert len(reader(pdf(name)).pages) == (PAGES.get(name, 1) if name.startswith("mau-") else PAGES[name])


@pytest.mark.parametrize("name", NAMES)
def test_one_face_and_it_is_embedded(name, pdf):
    fonts = {}
    for page in reader(pdf(name)).pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"].get_object()
            fonts[str(font["/BaseFont"])] = any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
    assert fonts and all(fonts.values())
    assert [f for f in fonts if not any(t in f.replace(" ", "") for t in TIMES)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_a4(name, pdf):
    for page in reader(pdf(name)).pages:
        width, height = sorted(float(x) / 72 * 25.4 for x in page.mediabox[2:])
        assert (round(width), round(height)) == (210, 297)


@pytest.mark.parametrize("name", NAMES)
def test_the_words_come_out_whole(name, pdf):
    text = " ".join(" ".join(page.extract_text().split()) for page in reader(pdf(name)).pages)
    assert text == unicodedata.normalize("NFC", text)
    for words in (*(PARTY_HEAD if "dang" in name.split("-") else STATE_HEAD), "Nơi nhận:"):
        assert words in text


def test_number_and_date_stand_on_one_line(pdf):
    lines = reader(pdf("thang-2-2020")).pages[0].extract_text(extraction_mode="layout").splitlines()
    assert [line for line in lines if "/BC-SLĐTBXH" in line and "ngày 21 tháng 02 năm 2020" in line]


def test_page_one_has_no_number_and_page_two_has_it_at_the_foot(pdf):
    first, second = reader(pdf("thang-2-2020")).pages
    last_line = [line.strip() for line in second.extract_text(extraction_mode="layout").splitlines() if line.strip()][-1]
    assert last_line == "2"
    assert "1" not in [line.strip() for line in first.extract_text().splitlines()]
