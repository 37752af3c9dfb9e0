"""Documents of every kind, made from a few words: ``document(…)`` → what the page says and what was found."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.build import make
from reportgen.preparing import prepare
from reportgen.project import Project

AGENCIES = {
    "so": "ten_co_quan: Sở Tài chính\nco_quan_chu_quan: UBND tỉnh Hà Tĩnh\nky_hieu: STC\ndia_danh: Hà Tĩnh\n"
    "nguoi_ky: [{chuc_vu: Giám đốc}, {chuc_vu: Phó Giám đốc, quyen_han_ky: [KT. Giám đốc]}]\nnoi_nhan: [Lãnh đạo Sở]\n",
    "mat-tran": "ten_co_quan: Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh\nten_tren_van_ban: [Ban Thường trực]\n"
    "he_thong: mttq\nco_quan_chu_quan: Ủy ban MTTQ Việt Nam tỉnh Hà Tĩnh\nky_hieu: MTTQ-BTT\ndia_danh: Hà Tĩnh\n"
    "nguoi_ky: [{chuc_vu: Chủ tịch, quyen_han_ky: [TM. Ban Thường trực]}]\nnoi_nhan: [Ban Thường trực]\n",
    "tinh-uy": "ten_co_quan: Văn phòng\nhe_thong: dang\nco_quan_chu_quan: Tỉnh uỷ Hà Tĩnh\nky_hieu: VPTU\ndia_danh: Hà Tĩnh\n"
    "nguoi_ky: [{chuc_vu: Chánh Văn phòng}, {chuc_vu: Phó Chánh Văn phòng, quyen_han_ky: [K/T Chánh Văn phòng]}]\n"
    "noi_nhan: [Thường trực Tỉnh uỷ]\nnoi_luu: Văn phòng Tỉnh uỷ\n",
}
LONG = "Nội dung thực hiện trong kỳ được các đơn vị triển khai đúng thời hạn, phân công rõ người, rõ việc và rõ kết quả"


@pytest.fixture
def project(tmp_path) -> Project:
    """A project with one agency of each sort and no types but those the test writes."""
    for part in ("data/co-quan", "templates", "output"):
        (tmp_path / part).mkdir(parents=True)
    for name, text in AGENCIES.items():
        (tmp_path / f"data/co-quan/{name}.yml").write_text(text, "utf-8")
    return Project(tmp_path)


@pytest.fixture
def document(project):
    """``document("báo cáo", "so", "06/10/2025", kinh_gui=[…])`` → Made. ``type_``: further lines of loai.yml."""

    def make_it(
        name,
        agency="so",
        day="06/10/2025",
        *,
        body=None,
        subject="Kết quả thực hiện",
        scheme="[]",
        type_="",
        **report,
    ):
        folder = project.templates / "loai"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "loai.yml").write_text(
            f"ten_loai: {name}\ntrich_yeu: {subject}\ndanh_so_muc: {scheme}\n{type_}", "utf-8"
        )
        end = "." if agency == "tinh-uy" else "./."
        (folder / "noi-dung.md").write_text(body or f"{LONG}.\n\n{LONG}{end}\n", "utf-8")
        lines = [f"{key}: {value}" for key, value in ({"ky_bao_cao": "năm 2010"} | report).items()]
        text = "\n".join([f"loai: loai\nco_quan: {agency}\nngay_ban_hanh: {day}", *lines]) + "\n"
        (project.data / "van-ban.yml").write_text(text, "utf-8")
        return Made(project)

    return make_it


class Made:
    """One document, prepared and made when asked."""

    def __init__(self, project: Project):
        self.draft = prepare(project, "van-ban")
        self.content, self.findings = make(self.draft, "van-ban.docx")

    @property
    def codes(self) -> list[str]:
        """The codes found, gravest first."""
        return [finding.code for finding in self.findings]

    @property
    def lines(self) -> list[str]:
        """The paragraphs of the page, in order."""
        with zipfile.ZipFile(BytesIO(self.content)) as package:
            page = package.read("word/document.xml").decode()
        paragraphs = re.findall(r"<w:p>.*?</w:p>", page, re.DOTALL)
        return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", p)) for p in paragraphs]


@pytest.fixture
def samples() -> list[str]:
    """The sample reports of the checkout, one of each kind."""
    return sorted(p.stem for p in (Path(__file__).resolve().parents[2] / "data").glob("mau-*.yml"))
