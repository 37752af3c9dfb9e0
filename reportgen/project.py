"""A project: the folder with ``templates/`` and ``data/`` in it, and what its files are called.

Every path is made here; rooms below get paths, rooms above get names.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.agency import Agency, load_agency
from reportgen.diagnostics import NOWHERE, Place
from reportgen.doctype import DocumentType, load_type, type_keys
from reportgen.errors import DataError, UsageError
from reportgen.noun import noun
from reportgen.report import Report, load_report
from reportgen.vietnamese.text import nearest, nfc

AGENCIES = "co-quan"
FRAMES = "khung"
SCHEMAS = "schema"
ISSUED = "da-ban-hanh"
UNITS = "don-vi"
MISNAMED = (".yaml", ".yml.txt", ".yaml.txt")


@noun
class Project:
    """The folder a command works in. ``root`` is absolute."""

    root: Path

    @property
    def data(self) -> Path:
        """Reports, agencies, spreadsheets."""
        return self.root / "data"

    @property
    def templates(self) -> Path:
        """Document types and Word frames."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """Where built documents go."""
        return self.root / "output"

    @property
    def issued(self) -> Path:
        """What was issued: one frozen snapshot a report."""
        return self.data / ISSUED

    @property
    def units(self) -> Path:
        """Lists of the units that send in workbooks."""
        return self.data / UNITS

    def shown(self, path: Path) -> str:
        """A path as staff read it: relative to the project, forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def report_names(self) -> list[str]:
        """Names of all reports, sorted."""
        return sorted(nfc(p.stem) for p in self.data.glob("*.yml"))

    def agency_keys(self) -> list[str]:
        """Keys of all agencies, sorted."""
        return sorted(nfc(p.stem) for p in (self.data / AGENCIES).glob("*.yml"))

    def type_keys(self) -> list[str]:
        """Names of all document types, sorted."""
        return type_keys(self.templates)

    def report(self, name: str) -> Report:
        """The report called ``name``. UsageError with the nearest name if there is none; DataError for its faults."""
        path = self.report_path(name)
        return load_report(path, self.shown(path))

    def report_path(self, name: str) -> Path:
        """The data file of the report ``name``; a path typed by mistake (``data/x.yml``) is understood."""
        typed = nfc(Path(name.replace("\\", "/")).name)
        wanted = typed.removesuffix(".yml").removesuffix(".yaml")
        for path in self.data.glob("*.yml"):
            if nfc(path.stem) == wanted:
                return path
        raise UsageError.of("LE01", f"không có báo cáo tên «{name}» trong thư mục data", hint=self._about(wanted))

    def _about(self, wanted: str) -> str:
        """What to do for a report that is not there: it is misnamed, or another is meant."""
        for path in self.misnamed():
            if nfc(path.name).lower().startswith(f"{wanted.lower()}."):
                return f"tệp {self.shown(path)} phải có đuôi .yml: đổi tên thành {wanted}.yml"
        close = nearest(wanted, self.report_names()) or nearest(Path(wanted).stem, self.report_names())
        return (f"có phải «{close}»? " if close else "") + "Xem tên: reportgen list"

    def misnamed(self) -> list[Path]:
        """Files of ``data`` that were meant as reports but that nobody reads for their ending: .yaml, .yml.txt (Notepad)."""
        return sorted(path for path in self.data.glob("*.[yY]*") if path.name.lower().endswith(MISNAMED) and path.is_file())

    def agency(self, key: str, place: Place = NOWHERE) -> Agency:
        """The agency ``key``, named at ``place``. DataError if there is none or its file has faults."""
        for path in (self.data / AGENCIES).glob("*.yml"):
            if nfc(path.stem) == key:
                return load_agency(path, self.shown(path))
        close = nearest(key, self.agency_keys())
        hint = f"có phải «{close}»?" if close else f"tạo tệp data/{AGENCIES}/{key}.yml"
        raise DataError.of("DL42", f"không có cơ quan «{key}»", place, hint=hint)

    def document_type(self, key: str, place: Place = NOWHERE) -> DocumentType:
        """The document type ``key``, named at ``place``. DataError if there is none or its file has faults."""
        if key not in self.type_keys():
            close = nearest(key, self.type_keys())
            hint = f"có phải «{close}»?" if close else f"tạo thư mục templates/{key} với tệp loai.yml"
            raise DataError.of("DL41", f"không có loại văn bản «{key}»", place, hint=hint)
        return load_type(self.templates, key, self.root)

    def attachments(self, report: Report) -> Path:
        """The folder of the report's own text and spreadsheets (it need not exist)."""
        return self.data / report.key


def find_project(start: Path) -> Project:
    """The project ``start`` lies in: the nearest folder upwards holding ``data`` and ``templates``. UsageError if none."""
    for folder in (start, *start.parents):
        if (folder / "data").is_dir() and (folder / "templates").is_dir():
            return Project(folder)
    raise UsageError.of(
        "LE02",
        f"thư mục {start} không phải dự án reportgen (cần có hai thư mục data và templates)",
        hint="chuyển vào thư mục dự án, hoặc tạo dự án mới: reportgen init TÊN-THƯ-MỤC",
    )
