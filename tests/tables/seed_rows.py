"""The printed numbers of the plan's table, as the original prints them, and the workbook that holds them."""

HEADERS = [
    ["TT", "Đơn vị", "Hộ nghèo 2019", "", "", "Hộ nghèo theo nhóm đối tượng", "", "", "", "Chỉ tiêu GN 2019", "",
     "Hộ nghèo cuối năm 2019", ""],
    ["", "", "Dân số (hộ)", "Hộ nghèo", "Tỷ lệ (%)", "Tổng HN CSGN", "", "Tổng HN cứng", "", "Hộ giảm", "Tỷ lệ giảm", "Hộ nghèo",
     "Tỷ lệ (%)"],
    ["", "", "", "", "", "Hộ CS GN", "Tỷ lệ (%)", "HN cứng", "Tỷ lệ (%)", "", "", "", ""],
]  # fmt: skip
LETTERS = ["A", "B", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10=2-8", "11=3-9"]
ROWS = [
    "1|CAM TUYỀN|1.411|140|9,92|14|0,99|126|8,93|14|0,99|126|8,93",
    "2|CAM THUY|1.446|66|4,56|16|1,10|50|3,45|16|1,10|50|3,45",
    "3|CAM HIẾU|1.747|85|4,87|13|0,74|72|4,12|13|0,74|72|4,12",
    "4|CAM AN|1.779|79|4,44|5|0,28|74|4,16|5|0,28|74|4,16",
    "5|CAM THÀNH|2.182|76|3,48|14|0,64|62|2,84|14|0,64|62|2,84",
    "6|TT CAM LỘ|2.153|54|2,51|7|0,33|47|2,18|7|0,33|47|2,18",
    "7|CAM THANH|853|41|4,81|4|0,47|37|4,34|4|0,47|37|4,34",
    "8|CAM NGHĨA|1.647|38|2,31|7|0,43|31|1,88|7|0,43|31|1,88",
    "9|CAM CHÍNH|1.435|30|2,09|2|0,14|28|1,95|2|0,14|28|1,95",
]
TOTAL = "TỔNG CỘNG||14.653|609|4,16|82|0,56|527|3,59|82|0,56|527|3,60"
MERGED = (
    "A3:A5", "B3:B5", "C3:E3", "F3:I3", "J3:K3", "L3:M3", "F4:G4", "H4:I4", "C4:C5", "D4:D5", "E4:E5", "J4:J5", "K4:K5", "L4:L5",
    "M4:M5", "A16:B16",
)  # fmt: skip


def cells_of(row):
    """The texts of a row's cells."""
    return row.split("|")


def value_of(text):
    """A printed cell as a spreadsheet holds it."""
    if not text.replace(".", "").replace(",", "").isdigit():
        return text or None
    return float(text.replace(",", ".")) if "," in text else int(text.replace(".", ""))


def plan_book(path, change=None, merged=MERGED):
    """Write the workbook; ``change`` edits the sheet before it is saved."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chỉ tiêu"
    sheet.append(["CHỈ TIÊU GIẢM NGHÈO"])
    sheet.append([])
    for row in [*HEADERS, LETTERS, *map(cells_of, ROWS), cells_of(TOTAL)]:
        sheet.append([value_of(text) for text in row])
    for area in merged:
        sheet.merge_cells(area)
    for row in sheet.iter_rows(min_row=7):
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = "0.00"
    if change:
        change(sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
