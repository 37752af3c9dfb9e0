"""One declaration per field → loader, messages, JSON Schema, glossary.

Why not pydantic: 160–260 ms of start-up, and coercions (``"1_000"``, ``"1e3"``, epoch seconds as dates) that
would have to be shut out one by one. Here a field says its kind, and nothing else turns text into a value.

    @noun
    class Agency(Declared):
        name: str = declare("ten_co_quan", "tên cơ quan", Text(), example="Sở Tài chính")

    agency = load_record(Agency, Path("co-quan.yml"))
"""

from __future__ import annotations

from reportgen.fields.complaint import Labelled, complain, under
from reportgen.fields.declaring import REQUIRED, Declared, Kind, Spec, declare, specs_of
from reportgen.fields.quantities import Day, Number, Whole
from reportgen.fields.records import load_record, read_record
from reportgen.fields.scalars import Choice, Text, YesNo
from reportgen.fields.shapes import IDENT, Either, ListOf, MapOf, Record, Verbatim

__all__ = [
    "IDENT",
    "REQUIRED",
    "Choice",
    "Day",
    "Declared",
    "Either",
    "Kind",
    "Labelled",
    "ListOf",
    "MapOf",
    "Number",
    "Record",
    "Spec",
    "Text",
    "Verbatim",
    "Whole",
    "YesNo",
    "complain",
    "declare",
    "load_record",
    "read_record",
    "specs_of",
    "under",
]
