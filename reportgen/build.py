"""``reportgen build``: from a report's name to a finished file, judged before it is put down.

The order is the safety: load and check everything, compile, render in memory, read the bytes back as if they
were somebody else's, judge them, and only then write. An error anywhere leaves the output folder untouched.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.body_text import load as load_body
from reportgen.checks.layout import Expected, judge
from reportgen.checks.template import check_typed_digits
from reportgen.diagnostics import Finding, any_blocks
from reportgen.doctype import BODY, WORD
from reportgen.docx.compile import compile_template
from reportgen.docx.frame import make_frame
from reportgen.docx.package import read_package
from reportgen.errors import DataError, collecting
from reportgen.noun import noun
from reportgen.output import write_output
from reportgen.preparing import Draft, prepare
from reportgen.project import FRAMES, Project
from reportgen.template import Template, render


@noun
class Built:
    """A finished file. ``written`` is False if the same bytes were there already."""

    name: str
    path: Path
    shown: str
    findings: tuple[Finding, ...]
    written: bool


def build(project: Project, name: str, *, type_key: str | None = None, out: Path | None = None, force: bool = False) -> Built:
    """Build the report ``name`` into ``out`` (default ``output/``). ReportgenError with all findings; then nothing is written."""
    draft = prepare(project, name, type_key=type_key)
    folder = out or project.output
    suffix = f"--{type_key}" if type_key and type_key != draft.report.type_key else ""
    path = folder / f"{draft.report.key}{suffix}.docx"
    shown = project.shown(path)
    content, findings = make(draft, shown)
    written = write_output(path, content, shown=shown, force=force)
    return Built(draft.report.key, path, shown, findings, written)


def make(draft: Draft, shown: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The finished bytes and every finding that does not block. DataError otherwise."""
    findings = list(draft.findings)
    with collecting(findings):
        template = make_template(draft, findings)
        content = render(template, draft.context)
        findings += template.notes
        findings += judge(read_package(content, shown), draft.profile, shown=shown, expected=expected(draft))
    if any_blocks(findings):
        raise DataError(findings)
    return content, tuple(findings)


def make_template(draft: Draft, findings: list[Finding]) -> Template:
    """The compiled template of the report's type: one Word file, or a frame with the body text set into it.

    A text of the report's own (``data/<tên>/noi-dung.md``) stands before that of its type. Figures typed by hand in the
    text land in ``findings``. DataError with every fault of frame and text.
    """
    kind, project = draft.type, draft.project
    own = project.attachments(draft.report) / BODY
    body = own if own.is_file() else kind.file(BODY)
    word = kind.file(WORD)
    if word and not own.is_file():
        from reportgen.docx.word_template import compile_word_template

        return compile_word_template(word.read_bytes(), file=project.shown(word))
    if body is None:
        hint = f"tạo tệp templates/{kind.key}/{BODY}, hoặc vẽ {WORD} trong Word"
        raise DataError.of("DL47", f"loại văn bản «{kind.key}» chưa có lời văn", kind.place, hint=hint)
    shown = project.shown(body)
    text = load_body(body, shown)
    findings += check_typed_digits(text, kind.allowed_digits)
    frame, frame_shown = frame_of(draft)
    return compile_template(
        frame,
        text,
        frame_file=frame_shown,
        scheme=kind.heading_scheme,
        automatic=kind.numbering == "tu_dong",
        scheme_place=kind.at("heading_scheme"),
    )


def frame_of(draft: Draft) -> tuple[bytes, str]:
    """The frame's bytes and its name for messages: the type's own, else the profile's in the project, else made afresh."""
    folder = draft.project.templates / FRAMES
    own = draft.type.frame
    path = folder / (own if own.endswith(".docx") else f"{own or draft.profile.key}.docx")
    if path.is_file():
        return path.read_bytes(), draft.project.shown(path)
    if own:
        known = ", ".join(sorted(p.name for p in folder.glob("*.docx"))) or "chưa có khung nào"
        raise DataError.of("DL48", f"không có khung «{path.name}» trong templates/{FRAMES}", draft.type.at("frame"), hint=known)
    return make_frame(draft.profile), f"khung {draft.profile.name}"


def expected(draft: Draft) -> Expected:
    """What the page must say, for the judge: it knows the texts, so a lost or changed one is seen."""
    names = {"quoc_hieu", "tieu_ngu", "so_ky_hieu", "ten_loai", "trich_yeu", "chuc_vu", "nguoi_ky"}
    texts = {name: str(draft.context[name]) for name in names if draft.context[name]}
    texts["dia_danh"] = str(draft.context["dia_danh_ngay_thang"])
    return Expected(texts=texts, kept_together=draft.type.file(WORD) is None)
