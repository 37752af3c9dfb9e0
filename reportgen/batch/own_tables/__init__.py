"""Tables every unit has its own of: rows of another sheet of the workbook, or of the unit's own workbook (``bang_don_vi``).

    declared   what the base says of them
    beside     the sheets that stand beside the rows
    details    their rows, grouped by the unit they name
    names      units and the names they go by: nothing is guessed
    rows       a unit's row with the rows of its tables
    report     both as the report ``build`` would have read
"""
