"""``reportgen build``: from a report's name to a finished file, judged before it is put down.

The order is the safety: load and check everything, compile, render in memory, read the bytes back as if they
were somebody else's, judge them, and only then write. An error anywhere leaves the output folder untouched.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.body_text import load as load_body
from reportgen.checks.layout import Expected, judge
from reportgen.checks.letterhead import check_names
from reportgen.checks.template import check_typed_digits, check_typed_digits_in_word
from reportgen.checks.units import check_units
from reportgen.diagnostics import Finding, Severity, any_blocks
from reportgen.doctype import BODY, WORD
from reportgen.docx.compile import compile_template
from reportgen.docx.frame import make_frame
from reportgen.docx.frame_shape import frame_name, shape_of
from reportgen.docx.package import read_package
from reportgen.doubt import unmarked
from reportgen.drafting import Drafting, unanswered
from reportgen.errors import DataError, collecting
from reportgen.kinds import find_kind
from reportgen.noun import noun, replace
from reportgen.output import write_output
from reportgen.preparing import Draft, prepare
from reportgen.project import FRAMES, Project
from reportgen.tables.placing import never_looped, place_tables
from reportgen.template import Template, names, render

if TYPE_CHECKING:
    from reportgen.docx.word_template.full import Insert
    from reportgen.profile import Profile

DRAFT_SUFFIX = ".du-thao"


NO_OFFICIAL_PAGE = "TT45"
"""The judge's word for a page without the parts of an official document: of a stranger's file a remark, of ours an error."""


@noun
class Built:
    """A finished file. ``written`` is False if the same bytes were there already."""

    name: str
    path: Path
    shown: str
    findings: tuple[Finding, ...]
    written: bool
    profile: Profile | None = None


def build(
    project: Project,
    name: str,
    *,
    type_key: str | None = None,
    out: Path | None = None,
    force: bool = False,
    drafting: Drafting | None = None,
) -> Built:
    """Build the report ``name`` into ``out`` (default ``output/``). ReportgenError with all findings; then nothing is written.

    ``drafting``: make a draft, ``<name>.du-thao.docx``, that marks what is missing or doubtful.
    """
    draft = prepare(project, name, type_key=type_key, as_draft=drafting is not None)
    folder = out or project.output
    suffix = f"--{type_key}" if type_key and type_key != draft.report.type_key else ""
    path = folder / f"{draft.report.key}{suffix}{DRAFT_SUFFIX if drafting else ''}.docx"
    shown = project.shown(path)
    content, findings = make(draft, shown, drafting)
    written = write_output(path, content, shown=shown, force=force)
    return Built(draft.report.key, path, shown, findings, written, draft.profile)


def make(draft: Draft, shown: str, drafting: Drafting | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """The finished bytes and every finding that does not block. DataError otherwise."""
    findings = list(draft.findings)
    with collecting(findings):
        template = make_template(draft, findings)
        content = print_page(draft, template, findings)
        findings += template.notes
        if drafting:
            findings += unanswered(draft.context)
            content = drawn_as_draft(content, shown, draft, drafting)
        findings += judged_page(content, shown, draft, drafting is not None)
    if any_blocks(findings):
        raise DataError(findings)
    return content, tuple(findings)


def print_page(draft: Draft, template: Template, findings: list[Finding]) -> bytes:
    """The finished bytes; a report with pictures or documents of its own takes docxtpl's full render, and ``findings`` say so."""
    report = draft.report
    if not report.pictures and not report.documents:
        return render(template, draft.context)
    from reportgen.docx.word_template.full import render_full
    from reportgen.inserting import told, used_inserts

    word = draft.type.file(WORD)
    inserts = _inserts(draft)
    drawn = word.read_bytes() if word else b""
    used = used_inserts(template, inserts)
    findings += told(inserts, used, draft.project.shown(word) if word else report.key)
    if not used:
        return render(template, draft.context)
    return render_full(template, drawn, used, draft.context, file=draft.project.shown(word))


def _inserts(draft: Draft) -> list[Insert]:
    from reportgen.inserting import inserts_of

    return inserts_of(draft.report, draft.project.attachments(draft.report), draft.context)


def judged_page(content: bytes, shown: str, draft: Draft, as_draft: bool = False) -> list[Finding]:
    """What the layout judge says of the finished bytes, read back as if they were somebody else's."""
    judged = judge(read_package(content, shown), draft.profile, shown=shown, expected=expected(draft, as_draft))
    return [replace(f, severity=Severity.ERROR) if f.code == NO_OFFICIAL_PAGE else f for f in judged]


def drawn_as_draft(content: bytes, shown: str, draft: Draft, drafting: Drafting) -> bytes:
    """The finished bytes with the marks of a draft."""
    from reportgen.docx.draft.drawing import as_draft

    return as_draft(content, shown, draft.profile, times=drafting.times, watermark=drafting.watermark)


def make_template(draft: Draft, findings: list[Finding]) -> Template:
    """The compiled template of the report's type: one Word file, or a frame with the body text set into it.

    A text of the report's own (``data/<tên>/noi-dung.md``) stands before that of its type. Figures typed by hand in the
    text land in ``findings``. DataError with every fault of frame and text.
    """
    kind, project = draft.type, draft.project
    findings += check_units(draft.indicators.values())
    own = project.attachments(draft.report) / BODY
    body = own if own.is_file() else kind.file(BODY)
    word = kind.file(WORD)
    if word and not own.is_file():
        from reportgen.docx.word_template import compile_word_template

        drawn = word.read_bytes()
        inserted = {**dict.fromkeys(draft.report.pictures, "hinh"), **dict.fromkeys(draft.report.documents, "tai_lieu")}
        template = compile_word_template(drawn, file=project.shown(word), inserts=inserted)
        findings += check_typed_digits_in_word(drawn, project.shown(word), kind.allowed_digits)
        findings += never_looped(draft.tables.declared, names(template))
        return template
    if body is None:
        hint = f"tạo tệp templates/{kind.key}/{BODY}, hoặc vẽ {WORD} trong Word"
        raise DataError.of("DL47", f"loại văn bản «{kind.key}» chưa có lời văn", kind.place, hint=hint)
    shown = project.shown(body)
    text = load_body(body, shown)
    findings += check_typed_digits(text, kind.allowed_digits)
    placed = place_tables(text, draft.tables.declared, faults := [])
    if any_blocks(faults):
        raise DataError(faults)
    findings += faults
    frame, frame_shown = frame_of(draft, findings)
    findings += check_names(draft.agency, draft.profile)
    return compile_template(
        frame,
        placed.document,
        frame_file=frame_shown,
        scheme=kind.heading_scheme,
        automatic=kind.numbering == "tu_dong",
        scheme_place=kind.at("heading_scheme"),
        tables=draft.tables.declared,
        appendices=placed.appendices,
        profile=draft.profile.key,
    )


def frame_of(draft: Draft, findings: list[Finding]) -> tuple[bytes, str]:
    """The frame's bytes and its name for messages: the type's own, else that of its shape in the project, else made afresh.

    Where the project has frames of this profile but not this one, ``findings`` get a hint (DL49): what staff changed in
    the others is not on this page.
    """
    folder = draft.project.templates / FRAMES
    own = draft.type.frame
    shape = shape_of(draft.form, draft.type.heading_scheme)
    path = folder / (own if own.endswith(".docx") else f"{own}.docx" if own else frame_name(shape, draft.profile))
    if path.is_file():
        return path.read_bytes(), draft.project.shown(path)
    if own:
        known = ", ".join(sorted(p.name for p in folder.glob("*.docx"))) or "chưa có khung nào"
        raise DataError.of("DL48", f"không có khung «{path.name}» trong templates/{FRAMES}", draft.type.at("frame"), hint=known)
    if any(folder.glob(f"{draft.profile.key}*.docx")):
        message = f"chưa có khung «{path.name}», nên dùng khung do chương trình tạo, không theo các khung đã sửa"
        hint = f"tạo khung này để sửa trong Word: reportgen frame --the-thuc {draft.profile.key}"
        findings.append(Finding("DL49", Severity.INFO, message, draft.type.place, hint=hint))
    return make_frame(draft.profile, shape), f"khung {draft.profile.name}"


def expected(draft: Draft, as_draft: bool = False) -> Expected:
    """What the page must say, for the judge: it knows the texts, so a lost or changed one is seen."""
    names = {
        "quoc_hieu", "tieu_ngu", "tieu_de_dang", "so_ky_hieu", "ten_loai", "chuc_vu", "nguoi_ky", "chuc_vu_trai", "nguoi_ky_trai"
    }  # fmt: skip
    texts = {name: str(draft.context[name]) for name in names if draft.context[name]}
    form, subject = draft.form, unmarked(str(draft.context["trich_yeu"]))
    if form.is_letter:
        texts["trich_yeu_cv"] = f"{draft.profile.texts['tien_to_cong_van']} {subject}"
    elif subject:
        texts["trich_yeu"] = str(subject)
    if form.dated:
        texts["dia_danh"] = str(draft.context["dia_danh_ngay_thang"])
    return Expected(
        texts=texts,
        named=not form.is_letter if form.printed or form.is_letter else None,
        kept_together=draft.type.file(WORD) is None,
        draft=as_draft,
        kind=form.name,
        own_code="" if find_kind(form.name, draft.profile.kind_list) else form.code,
    )
