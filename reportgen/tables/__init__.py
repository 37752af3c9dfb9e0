"""Data tables (bảng số liệu): declared once by a type of document, filled by a report, printed ruled and checked.

``declared`` says what a table is, ``raw`` what a report gives for it, ``content`` what is printed; ``making`` leads from
the first two to the third. Nothing here reads a file or knows Word.
"""

from __future__ import annotations

from reportgen.tables.content import Cell, Row, TableContent
from reportgen.tables.declared import Column, Grouping, TableType, TotalRow
from reportgen.tables.making import make_table

__all__ = ["Cell", "Column", "Grouping", "Row", "TableContent", "TableType", "TotalRow", "make_table"]
