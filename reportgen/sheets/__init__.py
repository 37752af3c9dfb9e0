"""Writing spreadsheets: plain tables for people (``write_sheets``) and whole pages with looks, locks and formulas (``write_pages``).

    from reportgen.sheets import Column, Sheet, write_sheets
    content = write_sheets([Sheet("Thiếu", (Column("Đơn vị", 30), Column("Số hộ", 12, "number")), [("Xã A", 609)])])

The XML is written here, by the byte, and not by openpyxl: openpyxl stamps the hour into every file (same input, same
bytes), keeps every cell in memory (a summary of ten thousand documents) and takes fifteen times as long. What is written
is read back by openpyxl, by LibreOffice and by our own reader in the tests.
"""

from reportgen.sheets.nouns import Column, Sheet
from reportgen.sheets.plain import write_sheets

__all__ = ["Column", "Sheet", "write_sheets"]
