"""Workbooks that go out to the communes blank (``form``) and come back filled in (``rollup``).

``units`` who sends one, ``blank`` the workbook that goes out, ``identity`` how it is known again. Coming back: ``opening`` any
file, ``locating`` the table in it, ``contradictions`` what the sheet says against it, ``reading`` its rows and cells (repairs and refusals), ``judging`` the figures, ``rolling``
all of it; ``district`` and ``reconciliation`` write the two workbooks. Codes: TH01–TH39.
"""
