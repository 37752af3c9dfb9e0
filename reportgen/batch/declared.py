"""What all documents of a batch share: ``data/hang-loat/<tên>.yml``, a report without the figures of its rows.

    loai: bao-cao-xa                    # data/hang-loat/bao-cao-xa.yml
    co_quan: ubnd-huyen-cam-lo
    ky_bao_cao: năm 2019
    ngay_ban_hanh: 15/3/2019

It stands in a folder of its own because it is no report: ``build --all`` would find it unfinished for ever. It is named after
its type, so that ``reportgen batch bao-cao-xa`` needs no more; a second one (another year) is chosen with ``--chung``.

What differs from row to row stands in columns, and a column is known by its header: the key of a figure, of a word of the
type (``chu_rieng``) or of one of ``FACTS``, or its name (``ten_goi``). So most workbooks need no mapping at all; ``cot`` is for
those whose headers say something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.batch.own_tables.declared import UnitTable, UprightFigures
from reportgen.errors import UsageError
from reportgen.fields import Day, Kind, ListOf, MapOf, Record, Text, declare, load_record
from reportgen.fields.declaring import specs_of
from reportgen.noun import noun, replace
from reportgen.project import Project
from reportgen.report import Report
from reportgen.vietnamese.text import nearest, nfc

FOLDER = "hang-loat"

FACTS: Mapping[str, str] = {
    "so_van_ban": "number",
    "ngay_ban_hanh": "issue_date",
    "nguoi_ky": "signer",
    "kinh_gui": "addressees",
    "trich_yeu": "subject",
    "co_quan": "agency_key",
}
"""Facts of a report a column may give: typed key → attribute. Type, period and layout are those of the whole batch."""


@noun
class BatchBase(Report):
    """The facts all documents share, and how the rows of the workbook are read."""

    sheet: str = declare(
        "trang_tinh", "trang tính", Text(), help="Tên trang tính có các dòng; bỏ trống nếu bảng tính chỉ có một.", default=""
    )
    columns: dict[str, str] = declare(
        "cot",
        "các cột",
        MapOf(Text()),
        help="Mã: tiêu đề cột trong bảng tính, cột có nhóm thì ghi «nhóm > cột». Chỉ ghi những cột có tiêu đề khác tên gọi.",
        default={},
        example='{ho_ngheo: "Hộ nghèo {{ nam }} > Hộ nghèo"}',
    )
    ignored: list[str] = declare(
        "bo_qua_cot", "cột không dùng", ListOf(Text()), help="Tiêu đề các cột biết là không dùng.", default=[]
    )
    unit_tables: dict[str, UnitTable] = declare(
        "bang_don_vi",
        "bảng của từng đơn vị",
        MapOf(Record(UnitTable)),
        help="Mã bảng: trang tính có các dòng của bảng, mỗi đơn vị lấy các dòng của mình.",
        default={},
        example="{chi_tieu_thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}}}",
    )
    upright: UprightFigures | None = declare(
        "so_lieu_doc",
        "số liệu xếp dọc",
        Record(UprightFigures),
        help="Khi mỗi đơn vị một tệp và trong tệp mỗi chỉ tiêu một dòng: tiêu đề cột tên chỉ tiêu và cột giá trị.",
        default=None,
    )
    file_name: str = declare(
        "ten_tep",
        "mẫu tên tệp",
        Text(),
        help="Tên tệp của từng văn bản; mã trong ngoặc nhọn được thay bằng chữ của dòng. Bỏ trống thì lấy chữ riêng đầu tiên.",
        default="",
        example="bao-cao-{ten_xa}",
    )


def load_base(project: Project, type_key: str, name: str = "") -> BatchBase:
    """The base called ``name`` (default: like the type). UsageError LO01, LO02; DataError for the faults of the file."""
    folder = project.data / FOLDER
    wanted = nfc(Path((name or type_key).replace("\\", "/")).name).removesuffix(".yml")
    found = [path for path in sorted(folder.glob("*.yml")) if nfc(path.stem) == wanted]
    if not found:
        raise _missing(project, type_key, wanted)
    base = load_record(BatchBase, found[0], project.shown(found[0]))
    if base.type_key != type_key:
        message = f"{project.shown(found[0])} dùng cho loại «{base.type_key}», không phải «{type_key}»"
        raise UsageError.of("LO02", message, base.at("type_key"), hint=f"reportgen batch {base.type_key} …, hoặc chọn tệp khác: --chung")
    return replace(base, key=found[0].stem, file=found[0])


def _missing(project: Project, type_key: str, wanted: str) -> UsageError:
    if type_key not in project.type_keys():
        close = nearest(type_key, project.type_keys())
        hint = f"có phải «{close}»?" if close else "xem các thư mục trong templates/"
        return UsageError.of("LO01", f"không có loại văn bản «{type_key}»", hint=hint)
    agencies = project.agency_keys()
    lines = f"loai: {type_key}; co_quan: {agencies[0] if agencies else '…'}; ky_bao_cao: …; ngay_ban_hanh: …"
    message = f"chưa có tệp data/{FOLDER}/{wanted}.yml ghi những điều các văn bản dùng chung"
    return UsageError.of("LO01", message, hint=f"tạo tệp ấy, mỗi mục một dòng: {lines}")


def fact_labels() -> dict[str, str]:
    """Key → shown term of the facts a column may give."""
    shown = {spec.key: spec.shown for spec in specs_of(Report)}
    return {key: shown[key] for key in FACTS}


def fact_kind(key: str) -> Kind:
    """How the text of such a column is read."""
    if key == "ngay_ban_hanh":
        return Day()
    kinds = {spec.key: spec.kind for spec in specs_of(Report)}
    return kinds[key] if key == "so_van_ban" else Text()
