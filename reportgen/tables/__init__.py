"""Data tables (bảng số liệu): declared once by a type of document, filled by a report, printed ruled and checked.

``declared`` says what a table is, ``raw`` what a report gives for it, ``content`` what is printed; ``making`` leads from
the first two to the third. Nothing here reads a file or knows Word. A report without tables loads ``declared`` alone, so
whoever needs more imports it from its module, where a table is really there.
"""
