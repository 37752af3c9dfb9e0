"""A project of one's own: agency, one sample type, one sample report, frames, schemas. Its first build succeeds.

The starter files are package data, so that ``init`` works where there is no repository. ``<<name>>`` in them marks
what the answers fill; the words around are ordinary YAML and text.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from reportgen.diagnostics import Place
from reportgen.errors import DataError, UsageError, system_says
from reportgen.noun import noun
from reportgen.pattern import Pattern
from reportgen.project import AGENCIES, Project
from reportgen.scaffold.frames import write_frames
from reportgen.scaffold.made import Made, MadeFile, put
from reportgen.schemas import write_schemas
from reportgen.vietnamese.dates import slash_date
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nfc, slug

TYPE = "bao-cao-thang"
LONGEST_ANSWER = 200

_MARK = Pattern(r"<<(\w+)>>")
_PLAIN = Pattern(r"\w[\w ,()./–-]*\Z")


@noun
class AgencyAnswers:
    """What ``init`` asks, as typed; only the superior and the signer's name may be empty."""

    co_quan: str
    ky_hieu: str
    dia_danh: str
    chuc_vu: str
    co_quan_chu_quan: str = ""
    nguoi_ky: str = ""


def check_new_folder(folder: Path) -> None:
    """UsageError LE21 if ``folder`` is there and not an empty folder."""
    if folder.exists() and not folder.is_dir():
        raise UsageError.of("LE21", f"{folder.name} là một tệp, không phải thư mục", hint="chọn tên thư mục khác")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError.of(
            "LE21", f"thư mục {folder.name} đã có tệp bên trong", hint="chọn một thư mục mới hoặc còn trống"
        )


def init_project(folder: Path, answers: AgencyAnswers, day: datetime.date) -> Made:
    """Make the project in ``folder``; the sample report is of the month of ``day`` and dated that day.

    UsageError: folder in use (LE21), an answer that cannot stand in a document (LE25).
    """
    check_new_folder(folder)
    period = Period("thang", day.year, day.month)
    words = _words(answers, period, day)
    with _whole_or_nothing(folder) as started:
        project = Project(started)
        project.output.mkdir()
        files = [_filled(project, source, target, words) for source, target in _plan(words)]
        files += write_frames(project)
        files += write_schemas(project)
    return Made(period.slug, period.short, tuple(files))


def _words(answers: AgencyAnswers, period: Period, day: datetime.date) -> dict[str, str]:
    above = answers.co_quan_chu_quan or "Lãnh đạo cơ quan"
    return {
        **{key: _scalar(key, value) for key, value in vars(answers).items()},
        "noi_gui": _scalar("co_quan_chu_quan", f"{above} (để báo cáo)"),
        "khoa_co_quan": slug(answers.co_quan),
        "loai": TYPE,
        "ky": period.short,
        "ngay": slash_date(day),
        "ten": period.slug,
    }


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[Path]:
    """A folder beside ``folder`` to work in; it takes that name only when all is done. DataError LE11 if not allowed."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        started = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".dang-tao-"))
    except OSError as failure:
        raise DataError.of("LE11", f"không tạo được thư mục {folder.name}", hint=system_says(failure)) from None
    try:
        yield started
        if folder.is_dir():
            folder.rmdir()
        started.chmod(0o755)
        started.rename(folder)
    finally:
        shutil.rmtree(started, ignore_errors=True)


def _plan(words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Starter file → where it goes."""
    return (
        ("co-quan.yml", f"data/{AGENCIES}/{words['khoa_co_quan']}.yml"),
        ("bao-cao.yml", f"data/{words['ten']}.yml"),
        ("loai.yml", f"templates/{TYPE}/loai.yml"),
        ("noi-dung.md", f"templates/{TYPE}/noi-dung.md"),
        ("huong-dan.md", "HUONG-DAN.md"),
    )


def _filled(project: Project, source: str, target: str, words: dict[str, str]) -> MadeFile:
    text = resources.files("reportgen").joinpath("starter", source).read_text(encoding="utf-8")
    filled = _MARK.sub(lambda mark: words[mark.group(1)], text)
    lines = (line.rstrip() for line in filled.splitlines())
    return put(project.root / target, "\n".join(lines) + "\n", target)


def _scalar(key: str, answer: str) -> str:
    """An answer as one YAML value: plain where it can stand plain, else in single quotes."""
    text = nfc(" ".join(answer.split()))
    if len(text) > LONGEST_ANSWER or not text.isprintable():
        raise UsageError.of(
            "LE25",
            f"giá trị của --{key.replace('_', '-')} quá dài hoặc có ký tự lạ",
            Place(quote=text[:40]),
            hint=f"gõ lại, nhiều nhất {LONGEST_ANSWER} ký tự trên một dòng",
        )
    if not text or _PLAIN.match(text):
        return text
    return "'" + text.replace("'", "''") + "'"
