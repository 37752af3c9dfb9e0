"""The next period's report: text and settings of the old one, none of its figures."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import NOWHERE, Place
from reportgen.doctype import BODY
from reportgen.errors import UsageError
from reportgen.project import Project
from reportgen.scaffold.emptying import PERIOD, emptied
from reportgen.scaffold.made import Made, MadeFile, put
from reportgen.scaffold.names import report_name
from reportgen.vietnamese.periods import Period, PeriodError, read_period
from reportgen.yamltext import Mapping, Node, Scalar, is_blank, load

SHEETS = (".xlsx", ".csv")


def new_report(project: Project, name: str | None, source: str, period: str | None = None) -> Made:
    """Make ``data/<name>.yml`` and its text from the report ``source``, moved to ``period`` (default: the next one).

    A report without a period stays without; it must be given a name. UsageError: unknown source (LE01), unsafe name
    (LE22), name taken (LE23), period unreadable (LE24), no name to be had (LE27). DataError: the source cannot be read,
    or not be emptied (LE26). Nothing is written then.
    """
    path = project.report_path(source)
    shown = project.shown(path)
    tree = load(path, shown)
    old = _old_period(tree, shown, asked=period)
    new = _period(period, NOWHERE) if period else _named_period(name) or _following(old)
    name = report_name(project, name or _moved_name(path.stem, old, new))
    text = emptied(path.read_bytes().decode("utf-8-sig"), shown, new.short if new else "")
    body = _body(project, path, tree)
    files = [_put(project, project.data / f"{name}.yml", text)]
    if body:
        files.append(_put(project, project.data / name / BODY, body.read_bytes()))
    return Made(name, new.short if new else "", tuple(files), tuple(_notes(project, path, name, old)))


def _put(project: Project, path: Path, content: str | bytes) -> MadeFile:
    return put(path, content, project.shown(path))


def _named_period(name: str | None) -> Period | None:
    """The period a name is made of (thang-5-2027), so that file and text never speak of two; None if it is made of none."""
    try:
        return read_period(name) if name else None
    except PeriodError:
        return None


def _old_period(tree: Node, shown: str, *, asked: str | None) -> Period | None:
    """The source's period; None if it has none, or one nobody understands while another is ``asked`` for."""
    node = tree.entries.get(PERIOD) if isinstance(tree, Mapping) else None
    if node is None and asked:
        message = f"báo cáo cũ không có dòng {PERIOD}, không chuyển sang kỳ «{asked}» được"
        raise UsageError.of("LE24", message, Place(shown), hint=f"thêm dòng {PERIOD}: vào báo cáo cũ, hoặc bỏ --ky")
    if not isinstance(node, Scalar) or is_blank(node):
        return None
    try:
        return read_period(node.text)
    except PeriodError:
        return None if asked else _period(node.text, node.place)


def _period(text: str, place: Place) -> Period:
    try:
        return read_period(text)
    except PeriodError as failure:
        raise UsageError.of("LE24", failure.message, place, hint=failure.hint) from None


def _following(old: Period | None) -> Period | None:
    try:
        return old.next if old else None
    except PeriodError as failure:
        raise UsageError.of("LE24", failure.message, hint=failure.hint) from None


def _moved_name(name: str, old: Period | None, new: Period | None) -> str:
    """«giam-ngheo-thang-2-2020» becomes «giam-ngheo-thang-3-2020»; a name without its period gets the new one."""
    if new is None:
        raise UsageError.of(
            "LE27", f"báo cáo «{name}» không có kỳ, không tự đặt tên báo cáo mới được",
            hint=f"ghi tên mới: reportgen new TÊN --from {name}",
        )  # fmt: skip
    return name.replace(old.slug, new.slug) if old and old.slug in name else new.slug


def _body(project: Project, source: Path, tree: Mapping) -> Path | None:
    """The text to copy: the old report's own, else its type's; None for a type drawn in Word."""
    own = project.data / source.stem / BODY
    kind = tree.entries.get("loai")
    if own.is_file() or not isinstance(kind, Scalar):
        return own if own.is_file() else None
    return project.document_type(kind.text, kind.place).file(BODY)


def _notes(project: Project, source: Path, name: str, old: Period | None) -> list[str]:
    sheets = sorted(p.name for p in (project.data / source.stem).glob("*") if p.suffix.lower() in SHEETS)
    notes = [f"bảng tính {sheet} không được chép: đặt bảng của kỳ mới vào data/{name}/" for sheet in sheets]
    for path in (project.data / f"{name}.yml", project.data / name / BODY):
        lines = path.read_text(encoding="utf-8-sig").splitlines() if old and path.is_file() else []
        stale = [str(n) for n, line in enumerate(lines, 1) if old.short in line or old.long in line]
        if stale:
            notes.append(f"còn nhắc kỳ cũ ở {project.shown(path)}, dòng {', '.join(stale)}: xem lại")
    return notes
