"""The ``{% … %}`` lines of a body text: one statement a line, opened and closed in pairs."""

from __future__ import annotations

from reportgen.body_text.inline import Line
from reportgen.diagnostics import Finding, Place, error
from reportgen.document import Control
from reportgen.noun import field, working
from reportgen.program.tags import CLOSES, CONTROL_WORDS, statement_word, tag_faults

ALONE = "mỗi lệnh {% … %} đứng một mình trên một dòng"


@working
class ControlLines:
    """Reads control lines in the order of the text and remembers which are still open."""

    file: str
    findings: list[Finding]
    open: list[tuple[str, Place]] = field(default_factory=list)

    def read(self, line: Line) -> Control | None:
        """The statement on this line; None (and findings) if the line holds anything else besides."""
        text, place = line.text, line.place(self.file)
        if "%}" not in text:
            return self._fault("MAU04", "lệnh {% chưa đóng bằng %} trên dòng này", place, ALONE, text)
        if not text.endswith("%}"):
            return self._fault("MAU05", "sau lệnh {% … %} còn chữ trên cùng dòng", place, ALONE, text)
        if text.count("%}") > 1 or text.count("{%") > 1:
            return self._fault("MAU05", "một dòng có nhiều lệnh", place, ALONE, text)
        self.findings.extend(tag_faults(text, place))
        self._balance(statement_word(text), place, text)
        return Control(text, place)

    def finish(self) -> None:
        """What is still open at the end of the text is a finding."""
        for word, place in self.open:
            self._fault("MAU06", f"lệnh {word} chưa có end{word}", place, f"thêm dòng {{% end{word} %}}", "")

    def _balance(self, word: str, place: Place, text: str) -> None:
        if word in CLOSES.values():
            self.open.append((word, place))
        elif word not in CONTROL_WORDS:
            self._fault(
                "MAU07",
                f"không dùng được lệnh «{word or text}»",
                place,
                "chỉ có: for … endfor, if … elif … else … endif",
                text,
            )
        elif not self.open:
            self._fault(
                "MAU06",
                f"lệnh {word} không có lệnh mở ở trên",
                place,
                "xóa dòng này, hoặc thêm lệnh mở",
                text,
            )
        elif word in CLOSES:
            opened, where = self.open.pop()
            if opened != CLOSES[word]:
                self._fault(
                    "MAU06",
                    f"lệnh {word} đóng nhầm lệnh {opened} ở dòng {where.line}",
                    place,
                    f"ở đây phải là {{% end{opened} %}}",
                    text,
                )
        elif word == "elif" and self.open[-1][0] != "if":
            self._fault(
                "MAU06", "lệnh elif chỉ dùng trong if", place, "đóng vòng for trước rồi mới elif", text
            )

    def _fault(self, code: str, message: str, place: Place, hint: str, text: str) -> None:
        self.findings.append(error(code, message, place, found=text[:80], hint=hint))
