"""Does a report carry what its kind of document must carry (NĐ30, Phụ lục III; the Party's guide)?"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.agency import Agency
from reportgen.diagnostics import Finding, error, warning
from reportgen.doctype import DocumentType
from reportgen.errors import DataError
from reportgen.kinds import ALWAYS, Kind, find_kind, nearest_kind
from reportgen.noun import replace
from reportgen.profile import Profile
from reportgen.report import Report


def kind_of(type_: DocumentType, kind_list: str) -> Kind:
    """The kind of a type of document, under its own code if it declares one; a kind of its own needs one.

    DataError DL60 for a name that is in no list and has no ``ky_hieu_loai``.
    """
    known = find_kind(type_.kind, kind_list)
    if known:
        return replace(known, code=type_.symbol or known.code)
    if type_.symbol:
        return Kind(type_.kind, type_.symbol)
    close = nearest_kind(type_.kind, kind_list)
    hint = f"có phải «{close}»? " if close else ""
    raise DataError.of(
        "DL60",
        f"«{type_.kind}» không phải tên loại văn bản trong danh mục",
        type_.at("kind"),
        hint=f"{hint}Loại riêng của cơ quan, ngành thì ghi thêm chữ viết tắt ở ky_hieu_loai.",
    )


def check_carried(report: Report, agency: Agency, form: Kind, profile: Profile) -> Iterator[Finding]:
    """What the kind must carry and the report does not say."""
    name = form.name
    if form.addressees == ALWAYS and not report.addressees:
        hint = "thêm kinh_gui: rồi mỗi nơi một dòng «- …»"
        yield error("DL61", f"{name} chưa có nơi kính gửi", report.at("type_key"), hint=hint)
    if (
        form.is_letter
        and "{don_vi}" in profile.texts["mau_so_cong_van"]
        and not (report.drafting_unit or agency.drafting_unit)
    ):
        hint = "thêm don_vi_soan_thao: chữ viết tắt của phòng, ban soạn thảo"
        yield error(
            "DL62", f"{name} chưa có đơn vị soạn thảo trong số, ký hiệu", report.at("type_key"), hint=hint
        )
    if form.bases == ALWAYS and not report.legal_bases:
        hint = "thêm can_cu: rồi mỗi căn cứ một dòng «- Căn cứ …»"
        yield warning("DL63", f"{name} chưa có căn cứ ban hành", report.at("type_key"), hint=hint)
    if form.two_sides and not report.left_signer and len(form.offices) < 2:
        hint = "thêm nguoi_ky_trai: chức vụ của người ký bên trái"
        yield error(
            "DL64", f"{name} do hai bên ký mà chưa có người ký bên trái", report.at("type_key"), hint=hint
        )
