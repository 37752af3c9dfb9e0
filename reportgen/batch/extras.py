"""What a run puts beside its documents: a summary for Excel and, if asked for, all documents in one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportgen.batch.manifest import MANIFEST, units_of
from reportgen.batch.options import Wish
from reportgen.batch.plan import Plan
from reportgen.batch.tally import Tally
from reportgen.diagnostics import Finding, Place, warning
from reportgen.output import digest, write_atomic
from reportgen.project import Project
from reportgen.sheets import Column, Sheet, write_sheets

SUMMARY = "tong-hop.xlsx"
JOINED = "gop.docx"
ZIPPED = "gop.zip"
ALL = (
    Column("TT", 6, "number"),
    Column("Đơn vị", 32),
    Column("Dòng trong bảng tính", 26),
    Column("Tệp", 36),
    Column("Kết quả", 12),
    Column("Ghi chú", 70, "long"),
)
PRINTED = (Column("Bản PDF", 36), Column("Số trang", 10, "number"))
FAULTS = (Column("Đơn vị", 32), Column("Ô", 26), Column("Mã", 10), Column("Lỗi", 70, "long"), Column("Cách sửa", 50, "long"))


def write_extras(project: Project, wish: Wish, plan: Plan, folder: Path, tally: Tally) -> None:
    """Write the summary and the joined files; their names and hashes go to the tally."""
    manifest = folder / MANIFEST
    _put(project, folder / SUMMARY, summary(manifest, printed=wish.pdf), tally)
    if wish.joined:
        from reportgen.batch.joining import joined

        _put(project, folder / JOINED, joined(folder, _files(manifest), plan), tally)
    if wish.zipped:
        from reportgen.batch.zipping import write_zip

        path = folder / ZIPPED
        sha256, written = write_zip(path, folder, [*_files(manifest), *_papers(manifest), SUMMARY], shown=project.shown(path))
        tally.files.append((project.shown(path), sha256, written))
    tally.notes += _joined_notes(project, wish, folder, tally)


def _joined_notes(project: Project, wish: Wish, folder: Path, tally: Tally) -> Iterator[Finding]:
    """What nobody sees of a joined file: that documents are missing from it, or that it is of an earlier run and now stale."""
    made = [name for name, asked in ((JOINED, wish.joined), (ZIPPED, wish.zipped)) if asked]
    left = [name for name, asked in ((JOINED, wish.joined), (ZIPPED, wish.zipped)) if not asked and (folder / name).is_file()]
    place = Place(project.shown(folder))
    if made and tally.failed:
        hint = "sửa các dòng có lỗi rồi chạy lại; các tệp ấy được dựng lại cho đủ"
        good = tally.done - tally.failed
        yield warning("LO26", f"{', '.join(made)} mới có {good}/{tally.done} văn bản: thiếu các dòng có lỗi", place, hint=hint)
    if left and (tally.changed or tally.failed):
        hint = "chạy lại với --gop, --zip để dựng lại, hoặc xóa các tệp ấy"
        yield warning("LO26", f"{', '.join(left)} là của lần dựng trước, số liệu có thể đã cũ", place, hint=hint)


def _put(project: Project, path: Path, content: bytes, tally: Tally) -> None:
    shown = project.shown(path)
    fresh = not path.is_file() or path.read_bytes() != content
    if fresh:
        write_atomic(path, content, shown=shown)
    tally.files.append((shown, digest(content), fresh))


def _files(manifest: Path) -> list[str]:
    return [unit["file"] for unit in units_of(manifest) if "file" in unit]


def _papers(manifest: Path) -> list[str]:
    return [unit["pdf"]["file"] for unit in units_of(manifest) if "pdf" in unit]


def summary(manifest: Path, *, printed: bool = False) -> bytes:
    """A workbook with a line for each unit, and one with the faults, for those who mend the data.

    ``printed``: with two more columns, the PDF and its pages.
    """
    columns = (*ALL[:4], *PRINTED, *ALL[4:]) if printed else ALL
    return write_sheets([Sheet("Văn bản", columns, _rows(manifest, printed)), Sheet("Cần sửa", FAULTS, _faults(manifest))])


def _rows(manifest: Path, printed: bool) -> Iterator[tuple[Any, ...]]:
    for number, unit in enumerate(units_of(manifest), 1):
        told = "\n".join(finding["message"] for finding in unit.get("findings", ()))
        paper = unit.get("pdf", {})
        extra = (paper.get("file"), paper.get("pages")) if printed else ()
        state = "lỗi" if unit.get("failed") else "được"
        yield number, unit["unit"], unit["row"], unit.get("file"), *extra, state, told or None


def _faults(manifest: Path) -> Iterator[tuple[Any, ...]]:
    for unit in units_of(manifest, "failed"):
        for finding in unit.get("findings", ()) if unit.get("failed") else ():
            yield unit["unit"], finding.get("place"), finding["code"], finding["message"], finding.get("hint")
