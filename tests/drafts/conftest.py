"""The example report with figures taken away or put in doubt, and its draft read back."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from reportgen.build import build
from reportgen.drafting import Drafting
from reportgen.errors import ReportgenError
from reportgen.project import Project

NAME = "thang-2-2020"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Desk:
    """One project with the example report; its data changed line by line."""

    def __init__(self, folder: Path):
        self.folder, self.project = folder, Project(folder)
        self.data = folder / f"data/{NAME}.yml"

    def change(self, old: str, new: str, file: str = "") -> None:
        path = self.folder / file if file else self.data
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def draft(self, **how):
        return build(self.project, NAME, drafting=Drafting(**how))

    def final(self):
        return build(self.project, NAME)

    def refused(self, make) -> list[str]:
        with pytest.raises(ReportgenError) as caught:
            make()
        return [f.code for f in caught.value.findings if f.blocks]

    def part(self, built, name: str = "word/document.xml") -> str:
        with zipfile.ZipFile(built.path) as package:
            return package.read(name).decode("utf-8")

    def parts(self, built) -> dict[str, str]:
        with zipfile.ZipFile(built.path) as package:
            return {name: package.read(name).decode("utf-8") for name in package.namelist() if name.endswith((".xml", ".rels"))}

    def words(self, built) -> str:
        return re.sub("<[^>]+>", "", self.part(built).replace("</w:p>", "\n"))

    def on_yellow(self, built) -> list[str]:
        """The texts of highlighted runs."""
        runs = re.findall(r"<w:r>(.*?)</w:r>", self.part(built), re.DOTALL)
        return [re.sub("<[^>]+>", "", run) for run in runs if '<w:highlight w:val="yellow"/>' in run]


@pytest.fixture
def desk(project_folder) -> Desk:
    return Desk(project_folder)
