"""Reading ``noi-dung.md``: the small language staff write the body of a document in.

    # Tên mục                 mục cấp 1, tự có số (## cấp 2, ### cấp 3 …)
    ##. Đoạn có số            đoạn đánh số, không có tên mục riêng
    - ý   + ý   * ý           gạch đầu dòng, dấu cộng, dấu sao
    **đậm**  *nghiêng*  \\*   chữ đậm, chữ nghiêng, dấu sao thật
    {{ ho_ngheo }}            số liệu, gọi bằng tên
    {% for … %}               lệnh, một mình một dòng
    | Xã | Số hộ |            bảng; dòng thứ hai |---|---:| cho biết cách căn
    [[chi_tieu_xa]]           bảng số liệu khai ở loai.yml, in ở chỗ này
    {# ghi chú #}             không in ra

A blank line ends a paragraph; the lines of a paragraph are joined with a space. The grammar is small so that
it can be strict: what it does not know is a finding with a hint, never a guess, and all findings of a text
come at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.body_text.controls import ControlLines
from reportgen.body_text.inline import Line, read_inlines
from reportgen.body_text.tables import read_table
from reportgen.diagnostics import Finding, Place, error
from reportgen.document import Block, DataTable, Document, Heading, Inlines, Item, Numbered, Paragraph
from reportgen.errors import DataError, system_says
from reportgen.pattern import Pattern
from reportgen.program.tags import TAG
from reportgen.vietnamese.legacy import detect, to_unicode
from reportgen.vietnamese.text import nfc

OLD_ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

_HEADING = Pattern(r"(#{1,9})(\.?)(\s+(?P<title>.*))?\Z")
_DATA_TABLE = Pattern(r"\[\[\s*([a-z][a-z0-9_]*)\s*\]\]\Z")
_ITEM = Pattern(r"([-+*])\s+(?=\S)")
_GLUED = Pattern(r"#+\.?[^#.\s]|[-+][^\W\d]|[–—•●·]\s*\S|[-+*]\Z|[-=_*]{3,}\Z")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_CONTROL = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def load(path: Path, shown: str) -> Document:
    """The body text in a file; ``shown`` is the path for messages. DataError with all findings of the
    text.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as trouble:
        raise DataError.of("MAU01", f"không đọc được tệp ({system_says(trouble)})", Place(shown)) from trouble
    except UnicodeDecodeError as trouble:
        raise DataError.of(
            "MAU01",
            "tệp không phải chữ Unicode (UTF-8)",
            Place(shown),
            hint="mở bằng Notepad, chọn Lưu thành, mục Mã hóa chọn UTF-8",
        ) from trouble
    return parse(text, shown)


def parse(text: str, file: str) -> Document:
    """The document a text describes. DataError with every finding: unclosed marks, broken tables, jumps of
    level …
    """
    reader = _Reader(file, _lines(text))
    reader.read()
    if not reader.blocks and not reader.findings:
        reader.findings.append(error("MAU15", "nội dung trống", Place(file), hint="viết ít nhất một đoạn"))
    if reader.findings:
        raise DataError(reader.findings)
    return Document(file, tuple(reader.blocks))


def _lines(text: str) -> list[Line]:
    for letter in _UNSEEN:
        text = text.replace(letter, "")
    lines = nfc(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return [Line(words, number).part(0) for number, words in enumerate(lines, start=1)]


class _Reader:
    """One pass over the lines; ``at`` is the next line to read."""

    def __init__(self, file: str, lines: list[Line]):
        self.file = file
        self.lines = lines
        self.at = 0
        self.level = 0
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.controls = ControlLines(file, self.findings)

    def read(self) -> None:
        """Read all lines: the blocks to ``blocks``, what is wrong with them to ``findings``."""
        for line in self.lines:
            self._refuse_foreign_letters(line)
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self._reader_for(line)(line)
        self.controls.finish()

    def _reader_for(self, line: Line) -> Callable[[Line], None]:
        text = line.text
        if not text:
            return self._skip
        if text.startswith("{#") and (TAG.fullmatch(text) or "#}" not in text):
            return self._comment
        if text.startswith("{%"):
            return self._control_line
        if _HEADING.match(text):
            return self._heading
        if _ITEM.match(text):
            return self._item
        if text.startswith("|"):
            return self._table
        if text.startswith("[["):
            return self._data_table
        return self._glued if _GLUED.match(text) else self._paragraph

    def _skip(self, line: Line) -> None:
        self.at += 1

    def _comment(self, line: Line) -> None:
        start = self.at
        while self.at < len(self.lines) and "#}" not in self.lines[self.at].text:
            self.at += 1
        if self.at == len(self.lines):
            self._fault("MAU14", "ghi chú mở bằng {# mà chưa đóng", line, "thêm #} vào cuối ghi chú")
            return
        ended = self.lines[self.at]
        if start != self.at and not ended.text.endswith("#}"):
            self.lines[self.at] = ended.part(ended.text.index("#}") + 2)
            return
        self.at += 1

    def _heading(self, line: Line) -> None:
        found = _HEADING.match(line.text)
        level, numbered = len(found[1]), bool(found[2])
        start = found.start("title") if found["title"] else len(line.text)
        self.at += 1
        title = [line.part(start)]
        if numbered:
            title += self._continuation()
        self._level(level, line)
        inlines = self._inlines(title)
        if not inlines:
            self._fault("MAU09", "mục chưa có chữ", line, "viết tên mục sau dấu #, cách một dấu cách")
            return
        self.blocks.append((Numbered if numbered else Heading)(level, inlines, line.place(self.file)))

    def _level(self, level: int, line: Line) -> None:
        if level > self.level + 1:
            hint = f"dùng {'#' * (self.level + 1)} cho mục này, hoặc thêm mục cấp {self.level + 1} ở trên"
            before = f"ngay sau cấp {self.level}" if self.level else "mà chưa có mục cấp 1"
            self._fault("MAU08", f"mục cấp {level} đứng {before}", line, hint)
        self.level = level

    def _item(self, line: Line) -> None:
        found = _ITEM.match(line.text)
        self.at += 1
        words = [line.part(found.end()), *self._continuation()]
        self.blocks.append(Item(found[1], self._inlines(words), line.place(self.file)))

    def _paragraph(self, line: Line) -> None:
        self.at += 1
        inlines = self._inlines([line, *self._continuation()])
        if inlines:
            self.blocks.append(Paragraph(inlines, line.place(self.file)))

    def _glued(self, line: Line) -> None:
        self._fault(
            "MAU09",
            "dấu ở đầu dòng không đúng cách",
            line,
            "sau #, -, +, * phải có một dấu cách rồi mới đến chữ; gạch đầu dòng dùng dấu - ; "
            "nếu đây là chữ bình thường thì gõ \\ trước dấu",
        )
        self._inlines([line])
        self.at += 1

    def _continuation(self) -> list[Line]:
        """The plain lines that go on with the block just begun."""
        more: list[Line] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            reads = self._reader_for(line)
            if reads == self._comment:
                reads(line)
            elif reads == self._paragraph:
                more.append(line)
                self.at += 1
            else:
                break
        return more

    def _control_line(self, line: Line) -> None:
        self.at += 1
        if control := self.controls.read(line):
            self.blocks.append(control)

    def _table(self, line: Line) -> None:
        self.at, table = read_table(self.lines, self.at, self.controls)
        if table:
            self.blocks.append(table)

    def _data_table(self, line: Line) -> None:
        self.at += 1
        found = _DATA_TABLE.match(line.text)
        if found:
            self.blocks.append(DataTable(found[1], line.place(self.file)))
        else:
            hint = "viết một mình trên một dòng: [[ten_bang]], tên như đã khai ở mục bang của loai.yml"
            self._fault("MAU16", "chỗ đặt bảng số liệu viết chưa đúng", line, hint)

    def _inlines(self, lines: list[Line]) -> Inlines:
        return read_inlines(lines, self.file, self.findings)

    def _refuse_foreign_letters(self, line: Line) -> None:
        """Letters of the old encodings and characters no page can hold."""
        if old := detect(line.text):
            self._fault(
                "MAU02",
                f"dòng gõ bằng bảng mã cũ {OLD_ENCODINGS[old]}, in ra sẽ sai chữ",
                line,
                f"gõ lại bằng Unicode: {to_unicode(line.text, old)[:80]}",
            )
        if not line.text.isprintable() and (found := _CONTROL.search(line.text)):
            self._fault(
                "MAU02",
                "dòng có ký tự điều khiển không in được",
                line,
                "xóa và gõ lại chỗ này",
                line.place(self.file, found.start()),
            )

    def _fault(self, code: str, message: str, line: Line, hint: str, place: Place | None = None) -> None:
        place = place or line.place(self.file)
        self.findings.append(error(code, message, place, found=line.text[:80], hint=hint))
