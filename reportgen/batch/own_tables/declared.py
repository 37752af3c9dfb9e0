"""What a batch base says of the tables and figures of each unit: the keys ``bang_don_vi`` and ``so_lieu_doc``.

    bang_don_vi:
      chi_tieu_thon:                      # a table of the type (bang: in loai.yml)
        trang_tinh: Thôn                  # another sheet of the workbook with the rows
        cot_don_vi: {ten_xa: Xã}          # a row belongs to the unit whose «ten_xa» stands in its column «Xã»
        cot: {so_ho: Số hộ dân cư}        # headers that are not the titles of the declaration

With a folder of workbooks every unit has its own sheet «Thôn», so ``cot_don_vi`` is not needed; where the column is there
all the same, it must name the unit the workbook is about.

Two keys (``{ten_huyen: Huyện, ten_xa: Xã}``) for names that come twice in a province. A unit and its rows are held together by
equal names and nothing else: two communes of one district may differ by a single accent.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.context import period_words
from reportgen.diagnostics import Finding, error
from reportgen.doctype import DocumentType
from reportgen.errors import collecting
from reportgen.fields import Declared, MapOf, Text, declare
from reportgen.noun import noun, replace
from reportgen.preparing_tables import Tables, worded
from reportgen.report import Report
from reportgen.tables.declared import TableType
from reportgen.tables.declaring import faults_of
from reportgen.tables.formulas import read_formulas
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.text import nearest

EXAMPLE = "bang_don_vi: {{{key}: {{trang_tinh: …, cot_don_vi: {{{word}: …}}}}}}"


@noun
class UnitTable(Declared):
    """Where the rows of a table stand that each unit has its own of."""

    sheet: str = declare("trang_tinh", "trang tính", Text(), help="Trang tính có các dòng của bảng.", example="Thôn")
    keys: dict[str, str] = declare(
        "cot_don_vi",
        "cột ghi đơn vị",
        MapOf(Text()),
        help="Mã chữ riêng: tiêu đề cột ghi chữ ấy ở trang tính này; dòng thuộc đơn vị có chữ giống hệt. Bỏ trống khi mỗi đơn vị "
        "một tệp.",
        default={},
        example="{ten_xa: Xã}",
    )
    columns: dict[str, str] = declare(
        "cot",
        "các cột",
        MapOf(Text()),
        help="Mã cột: tiêu đề cột trong trang tính; chỉ ghi những cột có tiêu đề khác ở loại văn bản.",
        default={},
        example="{so_ho: Số hộ dân cư}",
    )


@noun
class UprightFigures(Declared):
    """A workbook of one unit in which the figures stand one below the other."""

    name_header: str = declare(
        "cot_ten", "cột tên chỉ tiêu", Text(), help="Tiêu đề cột ghi tên gọi hoặc mã của chỉ tiêu, chữ riêng.", default="Chỉ tiêu"
    )
    value_header: str = declare("cot_gia_tri", "cột giá trị", Text(), help="Tiêu đề cột ghi số liệu.", default="Giá trị")


def with_unit_tables(
    tables: Tables, kind: DocumentType, unit_tables: Mapping[str, UnitTable], period: Period, base: Report, opens: int, sink: list[Finding]
) -> Tables:
    """The tables all units share and, declared only, those each has its own of; in the order of the type."""
    words = period_words(period, opens)
    own: dict[str, TableType] = {}
    for key in unit_tables:
        if key in kind.tables:
            with collecting(sink):
                own[key] = worded(kind.tables[key], words, base.rounding)
                faults_of(own[key], sink)
                read_formulas(own[key], sink)
    declared = {key: own.get(key) or tables.declared.get(key) for key in kind.tables}
    loops = {**tables.loops, **{key: [] for key in own}}
    return replace(tables, declared={key: table for key, table in declared.items() if table}, loops=loops)


def shared_only(kind: DocumentType, unit_tables: Mapping[str, UnitTable], base: Report, sink: list[Finding]) -> DocumentType:
    """The type without the tables each unit has its own of. Findings LO50: a table named wrongly, twice, or nowhere."""
    file = base.place.file or "tệp chung"
    for key, table in unit_tables.items():
        if key not in kind.tables:
            close = nearest(key, kind.tables)
            hint = f"có phải «{close}»?" if close else "khai bảng ở mục bang của loai.yml"
            sink.append(error("LO50", f"loại văn bản không có bảng «{key}»", table.place, found=key, hint=hint))
        elif key in base.tables:
            hint = "bỏ một trong hai: bang là bảng chung của mọi văn bản, bang_don_vi là bảng riêng của từng đơn vị"
            sink.append(error("LO50", f"bảng «{key}» có cả ở bang và ở bang_don_vi", table.place, hint=hint))
        for word in table.keys:
            if word not in kind.words:
                close = nearest(word, kind.words)
                hint = f"có phải «{close}»?" if close else "cot_don_vi: mã của một chữ riêng (chu_rieng), rồi tiêu đề cột ở trang tính này"
                message = f"bảng «{key}»: loại văn bản không có chữ riêng «{word}»"
                sink.append(error("LO50", message, table.at("keys", word), found=word, hint=hint))
    for key, table in kind.tables.items():
        if key not in unit_tables and key not in base.tables:
            hint = f"ghi ở {file}: " + EXAMPLE.format(key=key, word=next(iter(kind.words), "ten_don_vi"))
            sink.append(error("LO50", f"chưa ghi số liệu của bảng «{table.label}» ({key}) lấy ở trang tính nào", base.place, hint=hint))
    return replace(kind, tables={key: table for key, table in kind.tables.items() if key in base.tables and key not in unit_tables})
