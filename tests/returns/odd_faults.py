"""Faults of what is seen, of odd typing, of the book around the table, and of the file: how each is made, and what must be said.

As in ``faults``: a fault changes a ``Sent`` and gives what is expected as (list, place, code).
"""

from __future__ import annotations

import datetime
import re
import zipfile
from io import BytesIO

from faults import DOUBTFUL, REFUSED, REPAIRED, format_of, grouped, in_csv, typed
from openpyxl.comments import Comment
from openpyxl.styles import Font
from workbooks import Sent

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
NUMBERS = ("dan_so", "ho_ngheo", "ty_le", "ho_giam", "con_lai", "ty_le_nuoc", "kinh_phi")


def dressed(keys, font, outcome, code):
    """Cells of the row in another font."""

    def spoil(sent: Sent):
        def change(book, sheet):
            for key in keys:
                sheet.cell(sent.data_row, sent.column(key)).font = font

        sent.change.append(change)
        return [(outcome, sent.where(key), code) for key in keys]

    return spoil


def in_runs(key, first, mark, second):
    """A text in two runs of letters, the second struck or raised."""

    def spoil(sent: Sent):
        sent.row[key] = "THAY-SO"
        runs = f'<r><t>{first}</t></r><r><rPr>{mark}<sz val="12"/></rPr><t>{second}</t></r>'

        def finish(parts):
            name = STRINGS if "THAY-SO" in parts.get(STRINGS, "") else SHEET
            parts[name] = re.sub("<t[^>]*>THAY-SO</t>", runs, parts[name])

        sent.finish.append(finish)
        return [(REFUSED, sent.where(key), "TH34")]

    return spoil


def linked(sent: Sent):
    """The number is what another workbook held when it was last looked at."""
    value = sent.row["ho_ngheo"]

    def finish(parts):
        cell = re.compile(rf'(<c r="D{sent.data_row}"[^>]*>)<v>{value}</v>')
        parts[SHEET], count = cell.subn(rf"\1<f>'[so-lieu-xa.xlsx]Tháng 12'!$B$4</f><v>{value}</v>", parts[SHEET])
        assert count == 1

    sent.finish.append(finish)
    return [(DOUBTFUL, sent.where("ho_ngheo"), "TH36")]


def millions(sent: Sent):
    sent.row["kinh_phi"] *= 1_000_000
    sent.meant["kinh_phi"] = sent.row["kinh_phi"] / 1_000_000
    return format_of("kinh_phi", '#,##0.0,," triệu"', None, REPAIRED)(sent)


def day_as_number(sent: Sent):
    sent.row["kinh_phi"] = 43558  # 3 April 2019
    return [(DOUBTFUL, sent.where("kinh_phi"), "TH35")]


def with_space(space):
    def spoil(sent: Sent):
        sent.row["dan_so"] = grouped(sent.row["dan_so"]).replace(".", space)
        return [(REPAIRED, sent.where("dan_so"), "")]

    return spoil


def commented(sent: Sent):
    def change(book, sheet):
        sheet.cell(sent.data_row, sent.column("ho_giam")).comment = Comment("Số tạm tính,\nchờ huyện xác minh", "xã")

    sent.change.append(change)
    return [(DOUBTFUL, sent.where("ho_giam"), "TH38")]


def noted_aside(sent: Sent):
    sent.change.append(lambda book, sheet: setattr(sheet.cell(sent.data_row, 12), "value", "chưa gồm thôn Tân Lập"))
    return [(DOUBTFUL, sent.cell(sent.data_row, 12), "TH38")]


def merged_across(sent: Sent):
    sent.row["ty_le"] = None
    sent.change.append(lambda book, sheet: sheet.merge_cells(f"D{sent.data_row}:E{sent.data_row}"))
    return [(REFUSED, sent.where("ho_ngheo"), "TH37")]


def filtered(sent: Sent):
    def change(book, sheet):
        sheet.auto_filter.ref = f"A8:J{sent.data_row}"
        sheet.row_dimensions[sent.data_row].hidden = True

    sent.change.append(change)
    return [(DOUBTFUL, sent.cell(sent.data_row, 2), "BT14")]


def folded_away(sent: Sent):
    sent.change.append(lambda book, sheet: sheet.row_dimensions.group(sent.data_row, sent.data_row, hidden=True))
    return [(DOUBTFUL, sent.cell(sent.data_row, 2), "BT14")]


def very_hidden(sent: Sent):
    def change(book, sheet):
        sheet.sheet_state = "veryHidden"
        book.create_sheet("Bìa")["A1"] = "Bìa"
        book.active = 1

    sent.change.append(change)
    return [(DOUBTFUL, sent.cell(sent.data_row, 2), "BT14")]


def last_year_beside(sent: Sent):
    """The sheets of two years in one book, each with its own line of the period."""

    def change(book, sheet):
        old = book.copy_worksheet(sheet)
        old.title = "Năm trước"
        old["A4"] = "Kỳ báo cáo: năm 2018"
        old.cell(sent.data_row, 4).value = 999

    sent.change.append(change)
    return [(DOUBTFUL, sent.file, "TH08")]


def in_code(encode, outcome="", place="", code=""):
    """A .csv in another encoding, or with other marks: a function from its text to its bytes."""

    def spoil(sent: Sent):
        sent.encode = encode
        return [(outcome, sent.file + place, code)] if outcome else []

    return in_csv(spoil)


def old_letters(text: str) -> bytes:
    """As in a file typed with ABC fonts (TCVN3): its first line is enough."""
    return "§¬n vÞ b¸o c¸o: x· An".encode("latin-1") + text.partition("\n")[2].encode("ascii", "replace")


def all_quoted(text: str) -> bytes:
    return "\n".join(";".join(f'"{cell}"' for cell in line.split(";")) for line in text.split("\n")).encode("utf-8-sig")


def zipped(name, suffix, code="TH06"):
    """A zip of something that is no .xlsx."""

    def spoil(sent: Sent):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, b"x" * 100)
        sent.content, sent.file = buffer.getvalue(), sent.file.replace(".xlsx", suffix)
        return [(REFUSED, sent.file, code)]

    return spoil


def enormous(sent: Sent):
    sent.content, sent.size = b"PK\x03\x04", 52_000_000
    return [(REFUSED, sent.file, "BT06")]


ODD_FAULTS = {
    "định dạng «0\" hộ\"»": format_of("ho_ngheo", '0" hộ"'),
    "định dạng «0,0\" triệu\"» ở cột triệu đồng": format_of("kinh_phi", '#,##0.0" triệu"'),
    "định dạng có màu [Red]": format_of("ho_giam", "[Blue]#,##0;[Red]-#,##0"),
    "định dạng có điều kiện, số nhỏ hiện nguyên": format_of("kinh_phi", '[>=1000000]0.0,,"tr";#,##0.0'),
    "định dạng hiện nghìn, có chữ «nghìn»": format_of("kinh_phi", '#,##0," nghìn"', None, REFUSED, "TH33"),
    "định dạng hiện triệu, đúng đơn vị của cột": millions,
    "định dạng thêm chữ số (0\",000\")": format_of("ho_giam", '0",000"', None, REFUSED, "TH33"),
    "định dạng che số (;;;)": format_of("ho_ngheo", ";;;", None, REFUSED, "TH33"),
    "định dạng ghi «nghìn đồng» ở cột triệu đồng": format_of("kinh_phi", '#,##0.0" nghìn đồng"', None, REFUSED, "TH28"),
    "số bị gạch ngang": dressed(["ho_giam"], Font(strike=True), REFUSED, "TH34"),
    "cả dòng bị gạch ngang": dressed(["don_vi", *NUMBERS], Font(strike=True), REFUSED, "TH34"),
    "chữ cùng màu nền": dressed(["ho_ngheo"], Font(color="FFFFFFFF"), DOUBTFUL, "BT14"),
    "một phần con số bị gạch ngang": in_runs("ho_ngheo", "130", "<strike/>", "120"),
    "số chú thích viết nâng lên sau con số": in_runs("dan_so", "1500", '<vertAlign val="superscript"/>', "1"),
    "dấu cách không ngắt giữa các hàng": with_space("\u00a0"),
    "dấu cách mảnh giữa các hàng": with_space("\u2009"),
    "dấu cách 1/6 giữa các hàng": with_space("\u2006"),
    "chữ số rộng kiểu Nhật, Trung": typed("ho_ngheo", lambda n: "".join(chr(0xFF10 + int(d)) for d in str(n))),
    "dấu không bề rộng trong số": typed("ho_ngheo", lambda n: f"\u200b{n}"),
    "dấu nháy đơn trước số": typed("ho_ngheo", lambda n: f"'{n}"),
    "chữ O thay số 0": typed("ho_ngheo", "1O2", REFUSED, "BG10"),
    "chữ l thay số 1": typed("ho_ngheo", "l20", REFUSED, "BG10"),
    "Excel đổi «1.5» thành ngày": typed("kinh_phi", datetime.date(2019, 5, 1), REFUSED, "BT12"),
    "ngày đổi sang kiểu số": day_as_number,
    "chữ «3/4» ở ô số": typed("ho_giam", "3/4", REFUSED, "BG10"),
    "số viết kiểu 1,2E+03": typed("ho_ngheo", "1,2E+03", REFUSED, "BG10"),
    "số âm trong ngoặc": typed("ho_giam", "(7)", REFUSED, "BG10"),
    "số kèm đơn vị khác": typed("ho_giam", lambda n: f"{n} khẩu", REFUSED, "BG10"),
    "số kèm lời": typed("ho_giam", lambda n: f"{n} (tạm tính)", REFUSED, "BG10"),
    "hai số trong một ô": typed("ho_ngheo", "120+15", REFUSED, "BG10"),
    "ô có chú thích (comment)": commented,
    "ghi chú bên phải bảng": noted_aside,
    "ô gộp ngang hai cột": merged_across,
    "dòng bị lọc": filtered,
    "dòng gộp nhóm, thu gọn": folded_away,
    "trang ẩn hẳn (veryHidden)": very_hidden,
    "trang năm trước bên cạnh trang năm nay": last_year_beside,
    "số liên kết từ tệp khác": linked,
    "csv mã Windows-1258": in_code(lambda text: text.encode("cp1258", "replace"), REFUSED, ":1", "BT20"),
    "csv mã TCVN3": in_code(old_letters, REFUSED, ":1", "BT20"),
    "csv mã UTF-16": in_code(lambda text: text.replace(";", "\t").encode("utf-16")),
    "csv mọi ô trong nháy kép": in_code(all_quoted),
    "csv ngăn bằng dấu phẩy, số lẻ không nháy": in_code(lambda text: text.replace(";", ",").encode(), REFUSED, ":9", "BT21"),
    "tệp Apple Numbers": zipped("Index/Document.iwa", ".numbers"),
    "tệp nén không có bảng tính": zipped("anh.jpg", ".zip"),
    "tệp hơn 50 MB": enormous,
}
"""Kind of fault → how it is made."""
