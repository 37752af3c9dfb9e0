"""Every kind of fault a returned workbook may have: how a clean book is spoilt, and what must be said of it, where.

A fault is a function: it changes a ``Sent`` and gives what is expected as (list, place, code): «sửa» (repaired), «từ chối»
(kept out), «xem lại» (doubtful). Faults that must pass unnoticed give nothing.
"""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from io import BytesIO

from workbooks import COLUMNS, TABLE, TYPE, Sent

REPAIRED, REFUSED, DOUBTFUL = "sửa", "từ chối", "xem lại"


def typed(key, text, outcome=REPAIRED, code=""):
    """A cell typed as ``text`` (a value, or a function of the clean one)."""

    def spoil(sent: Sent):
        sent.row[key] = text(sent.row[key]) if callable(text) else text
        return [(outcome, sent.where(key), code)] if outcome else []

    return spoil


def format_of(key, form, value=None, outcome=None, code=""):
    """A cell with a number format."""

    def spoil(sent: Sent):
        if value:
            sent.row[key] = value(sent.row[key])
        sent.change.append(lambda book, sheet: setattr(sheet.cell(sent.data_row, sent.column(key)), "number_format", form))
        return [(outcome, sent.where(key), code)] if outcome else []

    return spoil


def set_to(outcome, place, code, **facts):
    """Facts of the whole book; ``place``: a function of the book."""

    def spoil(sent: Sent):
        for name, value in facts.items():
            setattr(sent, name, value(sent) if callable(value) else value)
        return [(outcome, place(sent), code)] if outcome else []

    return spoil


def grouped(number) -> str:
    return f"{number + 1000 if number < 1000 else number:,}".replace(",", ".")


def comma(number) -> str:
    return str(number).replace(".", ",")


def book_place(sent: Sent) -> str:
    return sent.file


def poor_again(sent: Sent, poor: int) -> None:
    """Another number of poor households, with what follows from it."""
    sent.row["ho_ngheo"], sent.row["con_lai"] = poor, poor - sent.row["ho_giam"]
    share = Decimal(poor) / sent.row["dan_so"] * 100
    sent.row["ty_le"] = share.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def whole_as_text(sent: Sent):
    sent.row["dan_so"] = grouped(sent.row["dan_so"])
    households = int(sent.row["dan_so"].replace(".", ""))
    share = Decimal(sent.row["ho_ngheo"]) / households * 100
    sent.row["ty_le"] = share.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    return [(REPAIRED, sent.where("dan_so"), "")]


def all_texts(sent: Sent):
    """Every number typed as text."""
    keys = ("dan_so", "ho_ngheo", "ty_le", "ho_giam", "con_lai", "ty_le_nuoc", "kinh_phi")
    for key in keys:
        sent.row[key] = comma(sent.row[key])
    return [(REPAIRED, sent.where(key), "") for key in keys]


def named(spell):
    def spoil(sent: Sent):
        name = sent.name.removeprefix("xã ")
        sent.label = spell(name)
        return [(REPAIRED, sent.where("don_vi"), "")] if bare(name) != name else []

    return spoil


def bare(name: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def blank_name(sent: Sent):
    sent.label = ""
    return [(REPAIRED, sent.where("don_vi"), "")]


def moved(sent: Sent):
    sent.order = ["tt", "don_vi", "xep_loai", "dan_so", "ho_ngheo", "ty_le", "kinh_phi", "ho_giam", "con_lai", "ty_le_nuoc"]
    sent.change.append(_retitle)
    return []


def _retitle(book, sheet):
    """Groups stand over their own columns again after the columns moved."""
    for column in range(1, 11):
        sheet.cell(6, column).value = None
    for column, text in {1: "TT", 2: "Đơn vị", 3: "Xếp loại", 4: "Hộ dân 2019", 7: "Kết quả"}.items():
        sheet.cell(6, column).value = text


def extra_rows(sent: Sent):
    sent.before = [[], [None, "Số liệu chính thức"], []]
    sent.after = [[], [], ["Người kiểm tra: đã xem"]]
    return []


def negative_letters(sent: Sent):
    sent.symbols = {key: -number for number, key in enumerate(("dan_so", "ho_ngheo", "ty_le", "ho_giam"), 1)} | {
        "con_lai": -5, "ty_le_nuoc": -6, "kinh_phi": -7, "tt": "A", "don_vi": "B", "xep_loai": -8,
    }  # fmt: skip
    return []


def other_sheets(sent: Sent):
    def change(book, sheet):
        book.create_sheet("XXXXXXXX", 0).sheet_state = "hidden"
        book.create_sheet("Hướng dẫn")["A1"] = "Điền vào Biểu 1"

    sent.change.append(change)
    return []


def hidden_row(sent: Sent):
    sent.change.append(lambda book, sheet: setattr(sheet.row_dimensions[sent.data_row], "hidden", True))
    return [(DOUBTFUL, sent.cell(sent.data_row, 2), "BT14")]


def hidden_column(sent: Sent):
    sent.change.append(lambda book, sheet: setattr(sheet.column_dimensions["F"], "hidden", True))
    return [(DOUBTFUL, sent.cell(sent.data_row, 6), "BT14")]


def hidden_sheet(sent: Sent):
    def change(book, sheet):
        sheet.sheet_state = "hidden"
        book.create_sheet("Bìa")["A1"] = "Bìa"
        book.active = 1

    sent.change.append(change)
    return [(DOUBTFUL, sent.cell(sent.data_row, 2), "BT14")]


def two_tables(sent: Sent):
    def change(book, sheet):
        book.copy_worksheet(sheet).title = "Biểu 1 (2)"

    sent.change.append(change)
    return [(REFUSED, sent.file, "TH08")]


def copied_form(sent: Sent):
    """The form of another unit, filled in under one's own name."""
    sent.identity = {"loai": TYPE, "bang": TABLE, "ky": "năm 2019", "don_vi": "xa_001"}
    return [(REFUSED, sent.cell(1, 1), "TH10")]


def identity(**changed):
    def spoil(sent: Sent):
        facts = {"loai": TYPE, "bang": TABLE, "ky": "năm 2019", "don_vi": sent.unit}
        sent.identity = {**facts, **{k: v for k, v in changed.items() if k not in ("code", "outcome")}}
        return [(changed["outcome"], sent.file, changed["code"])] if "code" in changed else []

    return spoil


def header_renamed(sent: Sent):
    sent.headers = {"ho_giam": "Số hộ giảm trong năm"}
    return [(REFUSED, sent.cell(7, 1), "BT16")]


def header_twice(sent: Sent):
    sent.headers = {"con_lai": "Hộ giảm"}
    return [(REFUSED, sent.cell(7, 7), "BT17")]


def wrong_total(sent: Sent):
    sent.after = [["TỔNG CỘNG", None, sent.row["dan_so"] + 10, sent.row["ho_ngheo"], None, sent.row["ho_giam"]]]
    return [(REFUSED, sent.cell(sent.data_row + 1, 3), "TH14")]


def right_total(sent: Sent):
    sent.after = [["Tổng cộng", None, sent.row["dan_so"], sent.row["ho_ngheo"], sent.row["ty_le"], sent.row["ho_giam"]]]
    return []


def wrong_total_typed(sent: Sent):
    sent.after = [["TỔNG CỘNG", None, grouped(sent.row["dan_so"] + 10), str(sent.row["ho_ngheo"])]]
    return [(REFUSED, sent.cell(sent.data_row + 1, 3), "TH14")]


def titles_swapped(sent: Sent):
    """Two titles changed places, the numbers and the letters under them did not."""
    sent.headers = {"ho_giam": "Hộ còn lại", "con_lai": "Hộ giảm"}
    before = sent.row["ho_giam"]
    sent.row["ho_giam"] = sent.row["con_lai"] = sent.row["ho_ngheo"] // 2
    sent.row["ho_ngheo"] = sent.row["ho_giam"] * 2
    share = Decimal(sent.row["ho_ngheo"]) / sent.row["dan_so"] * 100
    sent.row["ty_le"] = share.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    is_far = 2 * abs(sent.row["ho_giam"] - before) > before
    return [(DOUBTFUL, sent.cell(8, 7), "TH29"), *[(DOUBTFUL, sent.cell(9, 7), "TH21")] * is_far]


def measures_below(**texts):
    """A row of units of measure between the titles and the letters."""

    def spoil(sent: Sent):
        def change(book, sheet):
            sheet.insert_rows(8)
            for key, text in texts.items():
                sheet.cell(8, sent.column(key)).value = text

        sent.change.append(change)
        money = texts["kinh_phi"]
        return [] if money == "triệu đồng" else [(REFUSED, sent.cell(8, sent.column("kinh_phi")), "TH28")]

    return spoil


def title_again(sent: Sent):
    """The header once more below, as it is printed on the second page."""
    sent.after = [["TT", "Đơn vị", "Hộ dân 2019"], ["A", "B", 1, 2, 3, 4, 5, 6, 7]]
    return []


def share_off(value, *codes):
    def spoil(sent: Sent):
        sent.row["ty_le_nuoc"] = value
        return [(DOUBTFUL, sent.where("ty_le_nuoc"), code) for code in ("TH21", *codes)]

    return spoil


def same_as_before(sent: Sent):
    return [(DOUBTFUL, sent.where("don_vi"), "TH31")]


def wrong_share(sent: Sent):
    sent.row["ty_le"] += 3
    return [(REFUSED, sent.where("ty_le"), "SL30")]


def broken_relation(sent: Sent):
    sent.row["ho_giam"] = sent.row["ho_ngheo"] + 15
    sent.row["con_lai"] = -15
    return [(REFUSED, sent.where("ho_giam"), "SL30")]


def number_without_name(sent: Sent):
    sent.after = [[2, None, 999, 55]]
    return [(REFUSED, sent.cell(sent.data_row + 1, 2), "TH09")]


def unknown_unit(sent: Sent):
    sent.unit_line, sent.label, sent.file = "Đơn vị báo cáo: ", "Hồng Hà", f"bieu-moi-{sent.row['dan_so']}.xlsx"
    return [(REFUSED, sent.where("don_vi"), "TH09"), ("thiếu", sent.unit, "")]


def from_file_name(sent: Sent):
    sent.unit_line, sent.label = "Biểu của xã", ""
    return [(REPAIRED, sent.where("don_vi"), ""), (DOUBTFUL, sent.where("don_vi"), "TH23")]


def outlier(sent: Sent):
    poor_again(sent, sent.row["ho_ngheo"] * 3)
    return [(DOUBTFUL, sent.where("ho_ngheo"), "TH21")]


def other_scale(sent: Sent):
    sent.row["kinh_phi"] *= 1_000_000
    return [(DOUBTFUL, sent.where("kinh_phi"), "TH22")]


def locked(sent: Sent):
    sent.content = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    return [(REFUSED, sent.file, "BT04")]


def broken(content, code):
    def spoil(sent: Sent):
        sent.content = content
        return [(REFUSED, sent.file, code)]

    return spoil


def with_macros(sent: Sent):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr("xl/vbaProject.bin", b"x")
    sent.content = buffer.getvalue()
    return [(REFUSED, sent.file, "BT04")]


def in_csv(spoil):
    def spoilt(sent: Sent):
        sent.as_csv, sent.file = True, sent.file.replace(".xlsx", ".csv")
        return spoil(sent)

    return spoilt


def clean(sent: Sent):
    return []


FAULTS = {
    "số gõ dạng chữ, có dấu chấm hàng nghìn": whole_as_text,
    "mọi số gõ dạng chữ": all_texts,
    "số gõ dạng chữ, thừa dấu cách": typed("ho_ngheo", lambda n: f" {n}\u00a0"),
    "số lẻ gõ dạng chữ, dấu phẩy": typed("kinh_phi", comma),
    "số kèm đơn vị tính": typed("ho_giam", lambda n: f"{n} hộ"),
    "ô tính: công thức chưa tính": typed("con_lai", "=D9-F9"),
    "ô tính: báo lỗi": typed("ty_le", "#DIV/0!"),
    "ô tính: để trống": typed("con_lai", None, None),
    "tỷ lệ ghi dạng phân số": typed("ty_le", lambda n: n / 100),
    "tỷ lệ ở ô định dạng phần trăm": format_of("ty_le", "0.00%", lambda n: n / 100),
    "tên đơn vị không dấu": named(lambda name: bare(name).upper()),
    "tên đơn vị viết tắt chữ «xã»": set_to(None, book_place, "", label=lambda sent: sent.name.replace("xã ", "X. ")),
    "tên đơn vị để trống": blank_name,
    "tên đơn vị chỉ có ở tên tệp": from_file_name,
    "trang tính đổi tên": set_to(None, book_place, "", sheet_title="Sheet1"),
    "cột chuyển chỗ": moved,
    "thêm dòng trống, ghi chú": extra_rows,
    "Excel đổi (7) thành -7 ở dòng số cột": negative_letters,
    "thêm trang khác": other_sheets,
    "dòng tổng đúng": right_total,
    "dấu gạch thay cho 0": typed("kinh_phi", "-", DOUBTFUL, "TH21"),
    "biểu mẫu đúng": identity(),
    "dấu gạch ở ô tính": typed("con_lai", "-", REFUSED, "TH19"),
    "chữ «1.411» ở cột có số lẻ": typed("kinh_phi", "1.411", REFUSED, "BG10"),
    "chữ «1,411» ở cột số nguyên": typed("dan_so", "1,411", REFUSED, "BG10"),
    "chữ không phải số": typed("ho_ngheo", "khoảng 100", REFUSED, "BG10"),
    "ô nhập báo lỗi": typed("dan_so", "#REF!", REFUSED, "BT10"),
    "ô nhập có công thức chưa tính": typed("ho_ngheo", "=60+40", REFUSED, "BT11"),
    "ngày ở ô số": typed("ho_giam", datetime.date(2020, 2, 1), REFUSED, "BT12"),
    "đúng/sai ở ô số": typed("ho_giam", True, REFUSED, "BT13"),
    "ô nhập để trống": typed("ho_ngheo", None, REFUSED, "TH12"),
    "ô nhập chỉ có dấu chấm": typed("kinh_phi", "……", REFUSED, "TH12"),
    "số âm": typed("ho_giam", -7, REFUSED, "TH13"),
    "số vượt mức cao nhất": typed("ho_giam", 7000, REFUSED, "TH13"),
    "phần trăm ở cột số hộ": format_of("ho_ngheo", "0%", lambda n: n / 1000, REFUSED, "BG12"),
    "thừa chữ số lẻ": typed("ty_le_nuoc", Decimal("97.12345"), REFUSED, "BG13"),
    "lựa chọn lạ": typed("xep_loai", "Xuất sắc", REFUSED, "TH17"),
    "tỷ lệ không khớp công thức": wrong_share,
    "quan hệ không đúng": broken_relation,
    "dòng tổng sai": wrong_total,
    "dòng tổng sai, gõ dạng chữ": wrong_total_typed,
    "hai tiêu đề đổi chỗ": titles_swapped,
    "đơn vị tính khác ở đầu biểu": set_to(
        REFUSED, lambda s: s.cell(3, 1), "TH28", title="KẾT QUẢ GIẢM NGHÈO (Đơn vị tính: nghìn đồng)"
    ),
    "đơn vị tính khác ở dưới tiêu đề": measures_below(dan_so="hộ", kinh_phi="(nghìn đồng)"),
    "đơn vị tính đúng ở dưới tiêu đề": measures_below(dan_so="hộ", kinh_phi="triệu đồng"),
    "dòng tiêu đề in lại ở trang sau": title_again,
    "tỷ lệ thiếu dấu phẩy": share_off(855, "TH32"),
    "tỷ lệ ghi dạng phân số ở cột nhập": share_off(Decimal("0.86"), "BG12"),
    "ghi 1 thay cho 100% ở cột nhập": share_off(1, "TH32"),
    "mọi số giống hệt kỳ trước": same_as_before,
    "tiêu đề nói kỳ khác loại": set_to(
        DOUBTFUL, lambda s: s.cell(3, 1), "TH11", period_line="", title="KẾT QUẢ 6 THÁNG ĐẦU NĂM 2019"
    ),
    "sai kỳ ở dòng «Kỳ báo cáo»": set_to(REFUSED, lambda s: s.cell(4, 1), "TH11", period_line="Kỳ báo cáo: năm 2018"),
    "sai kỳ ở tiêu đề": set_to(REFUSED, lambda s: s.cell(3, 1), "TH11", period_line="", title="KẾT QUẢ GIẢM NGHÈO NĂM 2018"),
    "sai kỳ ở biểu mẫu": identity(ky="năm 2018", outcome=REFUSED, code="TH11"),
    "biểu của bảng khác": identity(bang="bieu_khac", outcome=REFUSED, code="TH07"),
    "biểu mẫu cũ": identity(khai_bao="0000000000000000", outcome=DOUBTFUL, code="TH24"),
    "biểu chép của đơn vị khác": copied_form,
    "đơn vị lạ": unknown_unit,
    "số không có tên đơn vị": number_without_name,
    "tiêu đề cột đổi khác": header_renamed,
    "tiêu đề cột trùng": header_twice,
    "hai trang cùng có bảng": two_tables,
    "dòng ẩn": hidden_row,
    "cột ẩn": hidden_column,
    "trang ẩn": hidden_sheet,
    "hiển thị theo nghìn": format_of("kinh_phi", "#,##0.0,", None, REFUSED, "TH33"),
    "lệch nhiều so với kỳ trước": outlier,
    "sai đơn vị tính": other_scale,
    "tệp có mật khẩu": locked,
    "tệp hỏng": broken(b"PK\x03\x04" + b"\0" * 300, "BT04"),
    "tệp trống": broken(b"", "TH06"),
    "trang web đổi tên": broken(b"<html><table></table></html>", "TH06"),
    "tệp có macro": with_macros,
    "csv: chữ «1.411» ở cột có số lẻ": in_csv(typed("kinh_phi", "1.411", REFUSED, "BG10")),
    "csv: dấu chấm hàng nghìn": in_csv(whole_as_text),
    "csv: ô trống": in_csv(typed("dan_so", None, REFUSED, "TH12")),
    "csv sạch": in_csv(clean),
}
"""Kind of fault → how it is made."""

assert set(COLUMNS) >= {"ty_le_nuoc"}
