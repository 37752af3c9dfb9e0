"""Pictures and whole documents set into ``mau.docx``: the one thing that needs docxtpl's full machinery.

A picture brings a part, a relation and a content type with it, a sub-document its styles, numbering and pictures as well;
docxtpl and docxcompose know how. So they do that and only that: the text still comes from our own engine, as strict as ever,
and what docxtpl adds to the package is laid around it. It costs some 50 ms a document instead of 1, and the build says so.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from reportgen.diagnostics import Place
from reportgen.docx.package import MAIN_PART, read_package, write_package
from reportgen.docx.xml import parse, serialize
from reportgen.errors import DataError, MissingToolError
from reportgen.noun import noun
from reportgen.template import Template, render

PICTURE = "hinh"
_DRAWING_NAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@noun
class Insert:
    """A picture (``width_mm`` wide, 0: as it is) or a document to be set in; ``place`` is where the report names it."""

    name: str
    kind: str
    content: bytes
    width_mm: int = 0
    place: Place = Place()


def render_full(
    template: Template, drawn: bytes, inserts: Sequence[Insert], context: Mapping[str, Any], *, file: str
) -> bytes:
    """The finished .docx with its pictures and documents in place. ``drawn``: the Word file the template was compiled from.

    DataError MAU71 for a picture or document that cannot be set in; MissingToolError where docxcompose is not installed.
    """
    from docxtpl import DocxTemplate

    whole = DocxTemplate(io.BytesIO(drawn))
    whole.render_init()
    parts = {str(part.partname).lstrip("/"): part for part in whole.docx.part.package.iter_parts()}
    values = {insert.name: _Value(whole, parts, insert) for insert in inserts}
    printed = read_package(render(template, {**context, **values}), file)
    whole.is_rendered = True
    saved = io.BytesIO()
    whole.docx.save(saved)
    around = read_package(saved.getvalue(), file)
    texts = {name: printed[name] for name, _ in template.programs}
    texts[MAIN_PART] = _numbered(texts[MAIN_PART])
    return write_package({**around, **texts})


class _Value:
    """What a tag of an insert asks for its markup."""

    def __init__(self, whole: Any, parts: Mapping[str, Any], insert: Insert):
        self.whole, self.parts, self.insert = whole, parts, insert

    def ruled(self, _width: int, where: Sequence[str]) -> str:
        """The markup, for the part of the page named first in ``where``."""
        self.whole.current_rendering_part = self.parts[where[0]]
        return str(self._picture() if self.insert.kind == PICTURE else self._document())

    def _picture(self) -> str:
        from docx.image.exceptions import UnrecognizedImageError
        from docx.shared import Mm
        from docxtpl import InlineImage

        width = Mm(self.insert.width_mm) if self.insert.width_mm else None
        try:
            return str(InlineImage(self.whole, io.BytesIO(self.insert.content), width=width))
        except (UnrecognizedImageError, ValueError, KeyError, EOFError):
            raise self._refused("không đọc được hình này", "dùng hình .png hoặc .jpg") from None

    def _document(self) -> str:
        if find_spec("docxcompose") is None:  # docxtpl asks for it when it is too late to say so kindly
            raise MissingToolError.of(
                "MAU73",
                "chèn tài liệu con cần thêm thư viện docxcompose",
                self.insert.place,
                hint='cài: pip install "reportgen[tai-lieu-con]"',
            )
        read_package(self.insert.content, self.insert.place.file)
        try:
            return str(self.whole.new_subdoc(io.BytesIO(self.insert.content)))
        except Exception as trouble:  # noqa: BLE001  whatever a foreign library says of a foreign file
            hint = "mở tài liệu con bằng Word, lưu lại rồi thử lại"
            raise self._refused("không ghép được tài liệu con này", hint) from trouble

    def _refused(self, message: str, hint: str) -> DataError:
        return DataError.of("MAU71", message, self.insert.place, found=self.insert.name, hint=hint)


def _numbered(document: bytes) -> bytes:
    """Every drawing gets a number of its own: Word asks to mend a file where two are alike."""
    root = parse(document, Place())
    for number, drawing in enumerate(root.iter(_DRAWING_NAME), start=1):
        drawing.set("id", str(number))
    return serialize(root)
