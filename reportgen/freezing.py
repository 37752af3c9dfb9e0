"""``reportgen freeze``: the figures of an issued document put on record.

What is recorded is what stands on the pages: the report is made again in memory, its bytes must be those of the file in
``output/``, and only then its figures are written down. A file somebody edited in Word, or one older than its data, is not
what the data say and cannot be recorded; nor can a report that would not build. A record is replaced only by a correction
with a reason (``dinh_chinh`` in the report), and keeps what it said before.
"""

from __future__ import annotations

from reportgen.build import make
from reportgen.diagnostics import Finding, Place, warning
from reportgen.errors import DataError
from reportgen.figures.model import Figure
from reportgen.gathering import issued_of, table_texts
from reportgen.issued import Correction, Issued, IssuedFigure, issued_text
from reportgen.noun import noun, replace
from reportgen.output import digest, write_atomic
from reportgen.preparing import Draft, prepare
from reportgen.project import Project
from reportgen.trace.mentions import mentions_of


@noun
class Frozen:
    """A record that stands now. ``written`` is False if it stood there already, word for word."""

    name: str
    shown: str
    sha256: str
    findings: tuple[Finding, ...]
    written: bool


def freeze(project: Project, name: str) -> Frozen:
    """Record the report ``name`` as issued. DataError: it would not build, LE40 no file, LE41 another file, LE42 frozen before."""
    draft = prepare(project, name)
    path = project.output / f"{draft.report.key}.docx"
    shown = project.shown(path)
    content, findings = make(draft, shown)
    _refuse_another_file(path, shown, content, draft.report.key)
    now = record(draft, shown, digest(content))
    told = [*findings, *_unnumbered(draft)]
    before = issued_of(project, draft.report, told)
    target = project.issued / f"{draft.report.key}.json"
    text = issued_text(_after(before, now, draft) if before else now)
    written = not target.is_file() or target.read_bytes() != text
    if written:
        write_atomic(target, text, shown=project.shown(target))
    return Frozen(draft.report.key, project.shown(target), digest(text), tuple(told), written)


def record(draft: Draft, file: str, sha256: str) -> Issued:
    """The record of a prepared report whose document ``file`` has this hash."""
    report = draft.report
    return Issued(
        report=report.key,
        type_key=report.type_key,
        agency_key=report.agency_key,
        period=draft.period.short,
        number=report.number,
        reference=str(draft.context["so_ky_hieu"]),
        day=report.issue_date,
        subject=str(draft.context["trich_yeu"]),
        file=file,
        sha256=sha256,
        figures={key: _figure(draft, figure) for key, figure in draft.figures.items()},
        tables={key: tuple(rows) for key, rows in table_texts(draft.tables).items()},
    )


def _figure(draft: Draft, figure: Figure) -> IssuedFigure:
    mentions = mentions_of(draft.project, draft.report, draft.type, figure.key, str(figure))
    return IssuedFigure(
        key=figure.key,
        label=figure.label,
        value=figure.value,
        unit=figure.unit,
        decimals=figure.indicator.decimals,
        printed=str(figure),
        approximation=figure.approximation,
        rounded=figure.rounded,
        place=str(figure.place),
        printed_in=tuple(dict.fromkeys(mention.where or mention.place.part for mention in mentions)),
    )


def _refuse_another_file(path, shown: str, content: bytes, name: str) -> None:
    if not path.is_file():
        raise DataError.of("LE40", f"chưa có tệp {shown} để chốt", Place(shown), hint=f"chạy: reportgen build {name}")
    if path.read_bytes() != content:
        hint = f"đưa chỗ đã sửa vào data và lời văn, rồi chạy: reportgen build {name}"
        raise DataError.of("LE41", f"tệp {shown} không đúng với số liệu và lời văn hiện nay", Place(shown), hint=hint)


def _unnumbered(draft: Draft) -> list[Finding]:
    """KY19: what is recorded as issued has no number or no day yet."""
    report = draft.report
    lacks = [said for said, is_there in (("số", report.number), ("ngày ban hành", report.issue_date)) if not is_there]
    if not lacks:
        return []
    message = f"chốt một văn bản chưa có {' và '.join(lacks)}"
    return [warning("KY19", message, report.at("number"), hint="ghi so_van_ban và ngay_ban_hanh, dựng lại rồi chốt lại")]


def _after(before: Issued, now: Issued, draft: Draft) -> Issued:
    """The record that follows ``before``: itself if nothing changed, numbered if that is new, corrected if there is a reason."""
    changed = {key: old.printed for key, old in before.figures.items() if _differs(old, now.figures.get(key))}
    changed |= {f"bang.{key}": "" for key, rows in before.tables.items() if now.tables.get(key) != rows}
    if not changed and (before.sha256 == now.sha256 or not (before.number and before.day)):
        return replace(now, corrections=before.corrections)
    reason = draft.report.correction
    if not reason or any(c.reason == reason for c in before.corrections):
        what = f"{len(changed)} số liệu đã đổi" if changed else "lời văn hoặc cách trình bày đã đổi"
        hint = "nếu văn bản được đính chính, ghi dinh_chinh: lý do (mới) trong tệp báo cáo, dựng lại rồi chốt lại"
        raise DataError.of("LE42", f"báo cáo {now.report} đã chốt; từ đó {what}", draft.report.place, hint=hint)
    return replace(now, corrections=(*before.corrections, Correction(reason, changed)))


def _differs(old: IssuedFigure, new: IssuedFigure | None) -> bool:
    return new is None or (old.value, old.unit, old.printed) != (new.value, new.unit, new.printed)
