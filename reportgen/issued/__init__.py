"""What was issued (số liệu đã chốt): the figures of a document as they stood on its pages, kept apart from the data files.

``data/da-ban-hanh/<tên>.json`` is written once by ``reportgen freeze`` and read by every later build: a report of the next
period takes its earlier figures from here, and a change of the data afterwards is seen. Nobody edits it: a check sum over
the contents tells an edited file from one we wrote. No clock: the same report gives the same bytes.
"""

from __future__ import annotations

from reportgen.issued.nouns import Correction, Issued, IssuedFigure
from reportgen.issued.text import issued_text, read_issued

__all__ = ["Correction", "Issued", "IssuedFigure", "issued_text", "read_issued"]
