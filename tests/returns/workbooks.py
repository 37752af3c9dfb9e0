"""Workbooks as communes send them: one clean book a unit, written without our own writer, and a way to spoil it."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import yaml

HERE = Path(__file__).parent
TYPE, TABLE = "bieu-thu", "bieu_xa"
PERIOD = "năm 2019"
FIRST = ("An", "Bình", "Cam", "Đông", "Gia", "Hải", "Kim", "Long", "Mỹ", "Nam", "Phú", "Quang", "Sơn", "Tân", "Văn", "Yên")
SECOND = ("Châu", "Dương", "Giang", "Hưng", "Khê", "Lâm", "Minh", "Nghĩa", "Phong", "Quý", "Thạnh", "Thịnh", "Tuyền", "Vinh", "Xuân",
          "Bảo", "Cường", "Đức", "Hòa", "Lộc", "Ninh", "Phước", "Thọ", "Trung", "Lập")  # fmt: skip
HEAD = [
    ["TT", "Đơn vị", "Hộ dân 2019", None, None, "Kết quả", None, None, None, "Xếp loại"],
    [None, None, "Tổng số hộ", "Hộ nghèo", "Tỷ lệ (%)", "Hộ giảm", "Hộ còn lại", "Tỷ lệ dùng nước sạch", "Kinh phí", None],
    ["(A)", "(B)", "(1)", "(2)", "(3)", "(4)", "(5)=(2)-(4)", "(6)", "(7)", "(C)"],
]
COLUMNS = ("tt", "don_vi", "dan_so", "ho_ngheo", "ty_le", "ho_giam", "con_lai", "ty_le_nuoc", "kinh_phi", "xep_loai")
HEAD_ROW, DATA_ROW = 6, 9


@dataclass
class Sent:
    """One workbook before it is saved. ``row``: the values typed; ``meant``: what they mean where that is another number.

    ``change`` works on the openpyxl sheet, ``finish`` on the parts of the saved file; ``size``: filled up to so many bytes.
    """

    unit: str
    name: str
    row: dict[str, object]
    file: str = ""
    sheet_title: str = "Biểu 1"
    period_line: str = f"Kỳ báo cáo: {PERIOD}"
    unit_line: str = ""
    title: str = "KẾT QUẢ GIẢM NGHÈO CỦA CÁC XÃ"
    label: str | None = None
    order: list[str] = field(default_factory=lambda: list(COLUMNS))
    before: list[list[object]] = field(default_factory=list)
    after: list[list[object]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, object] = field(default_factory=dict)
    change: list = field(default_factory=list)
    identity: dict[str, str] | None = None
    content: bytes | None = None
    as_csv: bool = False
    encode: Callable[[str], bytes] = lambda text: text.encode("utf-8-sig")
    finish: list[Callable[[dict[str, str]], None]] = field(default_factory=list)
    size: int = 0
    meant: dict[str, object] = field(default_factory=dict)

    def column(self, key: str) -> int:
        return self.order.index(key) + 1

    @property
    def data_row(self) -> int:
        return DATA_ROW + len(self.before)

    def where(self, key: str) -> str:
        """The place of a cell of the data row, as the program says it."""
        if self.as_csv:
            return f"{self.file}:{self.data_row}:{self.column(key)}"
        return f"{self.file}!{self.sheet_title}!{chr(64 + self.column(key))}{self.data_row}"

    def cell(self, row: int, column: int) -> str:
        return f"{self.file}!{self.sheet_title}!{chr(64 + column)}{row}"


def unit_names(count: int) -> dict[str, str]:
    """Keys and names of so many communes, no two alike without diacritics."""
    names = [f"{first} {second}" for first in FIRST for second in SECOND][:count]
    return {f"xa_{number:03d}": f"xã {name}" for number, name in enumerate(names, 1)}


def clean_row(rng: random.Random) -> dict[str, object]:
    """The numbers of a commune, all calculated columns right."""
    households = rng.randint(1000, 2400)
    poor = rng.randint(80, 200)
    less = rng.randint(10, 60)
    return {
        "tt": 1, "dan_so": households, "ho_ngheo": poor, "ty_le": rounded(Decimal(poor) / households * 100, 2), "ho_giam": less,
        "con_lai": poor - less, "ty_le_nuoc": Decimal(rng.randint(6000, 9900)) / 100, "kinh_phi": Decimal(rng.randint(4000, 19000)) / 10,
        "xep_loai": rng.choice(["Tốt", "Khá", "Đạt"]),
    }  # fmt: skip


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def sheet_rows(sent: Sent) -> list[list[object]]:
    """All rows of the sheet, letterhead to signature."""
    place = [COLUMNS.index(key) for key in sent.order]
    head = [[row[at] for at in place] for row in HEAD]
    for key, text in sent.headers.items():
        at = sent.column(key) - 1
        head[1 if head[1][at] is not None else 0][at] = text
    for key, text in sent.symbols.items():
        head[2][sent.column(key) - 1] = text
    label = sent.name.removeprefix("xã ").upper() if sent.label is None else sent.label
    values = {**sent.row, "don_vi": label}
    return [
        [sent.unit_line or f"Đơn vị báo cáo: {sent.name}"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        [sent.title],
        [sent.period_line],
        [],
        *head,
        *sent.before,
        [values.get(key) for key in sent.order],
        *sent.after,
        [],
        ["Ghi chú: số liệu rà soát cuối năm"],
        [None, "Người lập biểu", None, None, None, None, "Thủ trưởng đơn vị"],
    ]


def save(sent: Sent, folder: Path) -> None:
    """Write the workbook."""
    path = folder / sent.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if sent.content is not None:
        with path.open("wb") as stream:
            stream.write(sent.content)
            stream.truncate(max(sent.size, len(sent.content)))
        return
    rows = sheet_rows(sent)
    if sent.as_csv:
        width = len(COLUMNS)
        lines = [";".join(_csv(value) for value in [*row, *[None] * (width - len(row))]) for row in rows]
        path.write_bytes(sent.encode("\n".join(lines)))
        return
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = sent.sheet_title
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column).value = value
    for change in sent.change:
        change(book, sheet)
    if sent.identity:
        hidden = book.create_sheet("_reportgen")
        hidden.sheet_state = "veryHidden"
        for pair in {"reportgen": "bieu-mau 1", **sent.identity}.items():
            hidden.append(pair)
    book.save(path)
    if sent.finish:
        _finish(path, sent.finish)


def _finish(path: Path, changes: list[Callable[[dict[str, str]], None]]) -> None:
    """The saved file with its parts changed as no library writes them."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for change in changes:
        change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def _csv(value: object) -> str:
    text = "" if value is None else str(value)
    return text.replace(".", ",") if isinstance(value, Decimal) else text


def write_project(folder: Path, units: dict[str, str], former: dict[str, dict] | None = None) -> None:
    """A project with the test's table and units; ``former``: more facts of some units."""
    kind = folder / "templates" / TYPE
    kind.mkdir(parents=True)
    (kind / "loai.yml").write_bytes((HERE / "bieu-thu.yml").read_bytes())
    (kind / "noi-dung.md").write_text("[[bieu_xa]]\n", "utf-8")
    listed = {key: {"ten_don_vi": name, **(former or {}).get(key, {})} for key, name in units.items()}
    target = folder / "data" / "don-vi" / "huyen.yml"
    target.parent.mkdir(parents=True)
    target.write_text(yaml.safe_dump({"ten_goi": "Các xã", "don_vi": listed}, allow_unicode=True, sort_keys=False), "utf-8")
