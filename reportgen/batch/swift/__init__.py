"""The short way through rows in order: nothing doubtful in them, so there is nothing to say and no need to remember places.

Judging a figure as if anything could be wrong with it costs 70 µs, mostly for what a message might have to tell: where it
stands, the range it may stand for, how it was worked out. In a batch nearly every row is in order. So rows are first tried
here: whole numbers and decimals as they are, formulas over exact values, relations over nominal ones, which is all that decides
whether a relation holds (``checks.verdicts.nature_of``). At the first thing that is not plain (text, a percent format, a
relation that does not hold, a digit too many, a zero divisor) the row is given up and goes the long way of every report
(``preparing``), which finds the words. So this room never judges: it only knows when there is nothing to judge, and what it
does not know is not plain. Its figures are equal to those of the long way; tests hold the documents of both to the same bytes,
and so does every run for the documents of its sample.

A handful of rows is worked out column by column, not row by row: one look at the kinds of thirty cells, one pass of a formula over
sixteen rows, cost little more than over one. If anything in the handful is not plain, its rows are tried again one by one.

    lines      rows of a sheet read off its text
    figures    rows to the names the page prints: what columns give (``cells``), what formulas give (``formulas``)
    relations  whether what must fit together does
    page       the words around the figures
"""
