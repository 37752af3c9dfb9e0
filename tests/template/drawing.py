"""Draws ``mau.docx`` the way a person does in Word: tags typed into sentences, half of them corrected once and so torn
into several runs, statements on lines of their own, a table whose middle row repeats."""

import io

import docx

AT_BRACES, IN_NAME, NOT_AT_ALL = "AT_BRACES", "IN_NAME", "NOT_AT_ALL"


def draw(paragraphs, *, rows=(), header="", torn=IN_NAME):
    """The bytes of a Word file. ``paragraphs``: texts, or (text, bold) pairs; ``rows``: tuples of cell texts."""
    document = docx.Document()
    document.core_properties.author = "Người soạn mẫu"
    for words in paragraphs:
        text, bold = words if isinstance(words, tuple) else (words, False)
        _type(document.add_paragraph(), text, bold, torn)
    if rows:
        table = document.add_table(rows=0, cols=max(map(len, rows)))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                _type(cell.paragraphs[0], text, False, torn)
    if header:
        _type(document.sections[0].header.paragraphs[0], header, False, torn)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _type(paragraph, text, bold, torn):
    for piece in _torn(text, torn):
        paragraph.add_run(piece).bold = bold or None


def _torn(text, torn):
    """The text in the pieces Word would keep it in."""
    if torn == NOT_AT_ALL:
        return [text]
    marks = ("{{", "{%", "}}", "%}") if torn == AT_BRACES else ("_", " }", "{ ")
    pieces, start = [], 0
    for at in range(1, len(text)):
        if any(text.startswith(mark, at - 1) for mark in marks):
            pieces.append(text[start:at])
            start = at
    return [*pieces, text[start:]]
