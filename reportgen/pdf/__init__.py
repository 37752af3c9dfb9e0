"""Printed pages: a .docx through LibreOffice to PDF, and a PDF read back (fonts, words and where they stand)."""
