"""Who signs: as the report says, else as the kind of document has it, else the first signer of the issuing body."""

from __future__ import annotations

from reportgen.agency import Agency, Signer
from reportgen.errors import DataError
from reportgen.kinds import Kind
from reportgen.report import Report
from reportgen.vietnamese.text import nearest


def signer_of(report: Report, agency: Agency, form: Kind) -> Signer:
    """The signer: spelled out in the report, or named there by office or name. DataError DL45 if there is none, or several."""
    if isinstance(report.signer, Signer):
        return report.signer
    if not report.signer and form.offices:
        return Signer(title=form.offices[0])
    offices = [signer.title for signer in agency.signers]
    if not report.signer and agency.signers:
        return agency.signers[0]
    wanted = report.signer.casefold()
    named = [signer for signer in agency.signers if wanted in (signer.title.casefold(), signer.name.casefold())]
    if len({signer.name for signer in named}) > 1:
        raise _several(report, named)
    if named and wanted:
        return named[0]
    close = nearest(report.signer, offices)
    known = ", ".join(offices) or "chưa khai người ký nào"
    message = (
        f"cơ quan «{agency.name}» không có người ký giữ chức «{report.signer}»"
        if report.signer
        else "chưa có người ký"
    )
    hint = f"có phải «{close}»?" if close else f"các chức vụ đã khai: {known}"
    raise DataError.of("DL45", message, report.at("signer"), hint=hint)


def _several(report: Report, named: list[Signer]) -> DataError:
    """Two deputies of the same title: whoever stands first in the file need not be the one who signs."""
    names = ", ".join(signer.name or "(chưa ghi họ tên)" for signer in named)
    hint = f"ghi họ tên người ký, ví dụ: nguoi_ky: {next(signer.name for signer in named if signer.name)}"
    message = f"có {len(named)} người ký giữ chức «{report.signer}»: {names}"
    return DataError.of("DL45", message, report.at("signer"), hint=hint)


def left_signer_of(report: Report, form: Kind) -> Signer | None:
    """Who signs on the left of a document two sides sign; None where one signs, or nobody is known."""
    if not form.two_sides or isinstance(report.left_signer, Signer):
        return report.left_signer if form.two_sides else None
    title = report.left_signer or (form.offices[1] if len(form.offices) > 1 else "")
    return Signer(title=title) if title else None
