"""One wording per kind of syntax error: code, what is wrong, what to type, where to look."""

from __future__ import annotations

import re

from reportgen.noun import noun


@noun
class SyntaxSpot:
    """What the parser said, where it stopped (``at``) and where the construct at fault began (``opened``).

    ``words`` reads «context | problem». Positions are (line, column) from 1; ``quoted`` is the first and last
    line of the quoted text last read.
    """

    file: str
    lines: list[str]
    words: str
    at: tuple[int, int]
    opened: tuple[int, int]
    quoted: tuple[int, int]

    def line(self, number: int) -> str:
        """The source line, or '' beyond the end."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    @property
    def before(self) -> str:
        """The part of the line before the spot."""
        return self.line(self.at[0])[: self.at[1] - 1]

    @property
    def character(self) -> str:
        """The character the parser stopped at, or ''."""
        return self.line(self.at[0])[self.at[1] - 1 : self.at[1]]

    def previous(self) -> int:
        """Number of the nearest line above that is not empty; 0 if none."""
        return next((n for n in range(self.at[0] - 1, 0, -1) if self.line(n).strip()), 0)


@noun
class Wording:
    """What to say, and the (line, column) to point at."""

    code: str
    message: str
    hint: str
    position: tuple[int, int]


def _in_quotes(value: str) -> str:
    """How to type ``value`` so that YAML leaves it alone; a long one is only described."""
    value = value.strip()
    if len(value) > 80:
        return '"…"'
    return '"' + value + '"' if not set(value) & set('"\\') else "'" + value.replace("'", "''") + "'"


def tab(spot: SyntaxSpot) -> Wording | None:
    """A tab in the indentation, or where a value begins."""
    line = spot.line(spot.at[0])
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent and spot.character != "\t":
        return None
    return Wording(
        "DL06",
        "Dòng này thụt vào bằng phím Tab.",
        "Xóa chỗ thụt rồi gõ lại bằng dấu cách (2 dấu cách một cấp).",
        (spot.at[0], line.find("\t") + 1),
    )


def unquoted_colon(spot: SyntaxSpot) -> Wording:
    """A colon too many: in a value without quotes, or on a line indented too far."""
    above = spot.previous()
    if re.search(r":\s", spot.before):
        value = re.split(r":\s+", spot.line(spot.at[0]), maxsplit=1)[1].strip()
        return Wording(
            "DL07",
            "Giá trị có dấu hai chấm nên bị hiểu thành một khóa nữa.",
            f"Đặt cả giá trị trong dấu nháy: {_in_quotes(value)}",
            spot.at,
        )
    if _glued(spot.line(above)):
        return _missing_space(spot, above)
    if re.match(r"\s*[^\s:#]+:\s", spot.line(above)):
        return Wording(
            "DL10",
            f"Dòng này thụt vào sâu hơn dòng {above}, trong khi khóa ở dòng {above} đã có giá trị.",
            "Các khóa cùng cấp phải bắt đầu ở cùng một cột.",
            spot.at,
        )
    return Wording(
        "DL07",
        f"Dòng {above or spot.at[0]} thiếu dấu hai chấm sau tên khóa, hoặc có dấu hai chấm ngoài nháy.",
        "Viết «khóa: giá trị»; giá trị có dấu hai chấm thì đặt trong dấu nháy kép.",
        (above or spot.at[0], 1),
    )


def _glued(line: str) -> bool:
    return bool(re.match(r"\s*(- )?[\w.]+:[^\s:/]", line))


def _missing_space(spot: SyntaxSpot, number: int) -> Wording:
    fixed = re.sub(r"^(\s*(?:- )?[\w.]+):", r"\1: ", spot.line(number)).strip()
    return Wording(
        "DL07",
        "Thiếu dấu cách sau dấu hai chấm.",
        f"Viết: {fixed[:100]}",
        (number, spot.line(number).find(":") + 1),
    )


def no_colon(spot: SyntaxSpot) -> Wording:
    """A line that should have been «key: value» or «- item»."""
    number = spot.opened[0]
    line = spot.line(number)
    if re.match(r"\s*-[^\s-]", line):
        return Wording(
            "DL10",
            "Thiếu dấu cách sau dấu gạch đầu dòng.",
            f"Viết: {re.sub('-', '- ', line, count=1).strip()[:100]}",
            spot.opened,
        )
    if _glued(line):
        return _missing_space(spot, number)
    return _odd_sign(line, number) or Wording(
        "DL07",
        "Dòng này không có dạng «khóa: giá trị».",
        "Nếu là phần nối của dòng trên thì thụt vào sâu hơn; nếu là khóa thì thêm dấu hai chấm và dấu cách.",
        spot.opened,
    )


def _odd_sign(line: str, number: int) -> Wording | None:
    """A blank or a colon that only looks like one: pasted from Word or the web, typed with a foreign keyboard."""
    indent = line[: len(line) - len(line.lstrip())]
    at = next((n for n, sign in enumerate(indent) if sign not in " \t"), -1)
    if at >= 0:
        message, hint = "Dòng này thụt vào bằng dấu cách lạ (thường do chép từ Word, trang web).", "Xóa chỗ thụt rồi gõ lại bằng dấu cách."
        return Wording("DL06", message, hint, (number, at + 1))
    at = next((n for n, sign in enumerate(line) if sign in "：﹕꞉∶"), -1)
    if at >= 0 and ":" not in line:
        return Wording("DL07", "Dấu hai chấm ở đây là chữ lạ, không phải dấu «:».", "Xóa đi rồi gõ lại dấu hai chấm và một dấu cách.", (number, at + 1))
    return None


def open_quote(spot: SyntaxSpot) -> Wording:
    """A quote that never closes."""
    return Wording(
        "DL08",
        "Dấu nháy mở ở đây chưa được đóng.",
        "Thêm dấu nháy cùng loại vào cuối giá trị; trong nháy đơn, mỗi dấu nháy đơn gõ hai lần ('').",
        spot.opened,
    )


def open_bracket(spot: SyntaxSpot) -> Wording:
    """A bracket that never closes, or items without a comma."""
    mark = spot.line(spot.opened[0])[spot.opened[1] - 1 : spot.opened[1]] or "["
    close = "]" if mark == "[" else "}"
    return Wording(
        "DL08",
        f"Dấu {mark} mở ở đây chưa được đóng bằng {close}, hoặc thiếu dấu phẩy giữa hai mục.",
        f"Thêm {close} ở cuối, hoặc bỏ dấu ngoặc và viết mỗi mục một dòng bắt đầu bằng «- ».",
        spot.opened,
    )


def first_character(spot: SyntaxSpot) -> Wording:
    """A value that begins with a character of YAML's own."""
    line, column = spot.opened if re.search("alias|anchor", spot.words) else spot.at
    mark = spot.line(line)[column - 1 : column]
    return Wording(
        "DL09",
        f"Giá trị không được bắt đầu bằng dấu {mark} khi không có nháy.",
        f"Đặt cả giá trị trong dấu nháy: {_in_quotes(spot.line(line)[column - 1 :])}",
        (line, column),
    )


def list_on_line(spot: SyntaxSpot) -> Wording:
    """``key: - item``."""
    return Wording(
        "DL10",
        "Danh sách phải bắt đầu ở dòng mới, không đứng cùng dòng với khóa.",
        "Xuống dòng sau dấu hai chấm, mỗi mục một dòng bắt đầu bằng «- ». Nếu là chữ, đặt trong nháy kép.",
        spot.at,
    )


def misplaced(spot: SyntaxSpot) -> Wording:
    """A line, or the rest of a line, where no key can stand."""
    first, last = spot.quoted
    if first and last == spot.at[0] and first != last:
        return Wording(
            "DL08",
            f"Dấu nháy mở ở dòng {first} mãi đến dòng {last} mới đóng.",
            f"Kiểm tra dấu nháy ở dòng {first}: có lẽ thiếu dấu nháy đóng ở cuối dòng.",
            (first, 1),
        )
    if spot.before.rstrip()[-1:] in ("'", '"', "]", "}"):
        return Wording(
            "DL08",
            "Có chữ thừa sau dấu nháy hoặc dấu ngoặc đóng.",
            "Cả giá trị phải nằm trong một cặp nháy; dấu nháy nằm giữa câu thì bọc cả câu bằng nháy kia.",
            spot.at,
        )
    if spot.character == ":" and not spot.before.strip():
        return Wording(
            "DL14", "Thiếu tên khóa trước dấu hai chấm.", "Ví dụ đúng: ten_co_quan: Sở Tài chính", spot.at
        )
    if "block collection" in spot.words or "'-' indicator" in spot.words:
        return Wording(
            "DL10",
            "Dòng này không bắt đầu bằng «- » như các mục danh sách ở trên.",
            "Thêm «- » nếu là một mục; nếu là khóa thì danh sách ở trên phải nằm dưới một khóa.",
            spot.at,
        )
    if spot.line(spot.at[0]).lstrip().startswith("- "):
        return Wording(
            "DL10",
            "Mục danh sách «- » lẫn vào giữa các khóa.",
            "Danh sách phải nằm dưới một khóa («khóa:» rồi xuống dòng), các mục thẳng cột với nhau.",
            spot.at,
        )
    return Wording(
        "DL10",
        "Dòng này thụt không thẳng với dòng nào ở trên.",
        "Các khóa cùng cấp phải bắt đầu ở cùng một cột; mỗi cấp thụt thêm 2 dấu cách.",
        spot.at,
    )


def backslash(spot: SyntaxSpot) -> Wording:
    """``"C:\\xa"``."""
    return Wording(
        "DL16",
        "Dấu \\ trong nháy kép bị hiểu thành mã đặc biệt.",
        "Dùng nháy đơn '…' hoặc viết đường dẫn bằng dấu / .",
        spot.at,
    )


def block_head(spot: SyntaxSpot) -> Wording:
    """``key: > words on the same line``."""
    return Wording(
        "DL09",
        "Sau dấu | hoặc > phải xuống dòng rồi mới viết chữ.",
        "Nếu dấu | hoặc > là một phần của câu, hãy đặt cả câu trong dấu nháy kép.",
        spot.opened,
    )


def document_line(spot: SyntaxSpot) -> Wording:
    """``%YAML``, ``...`` and what follows them; or something after a text that was the whole file."""
    if not any(re.match(r"%|---|\.\.\.", line) for line in spot.lines[: spot.at[0]]):
        return misplaced(spot)
    return Wording(
        "DL15",
        "Tệp có dòng lệnh riêng của YAML («%…», «---» hoặc «...»); tệp số liệu không dùng các dòng đó.",
        "Xóa dòng đó đi.",
        spot.at,
    )


def tag(spot: SyntaxSpot) -> Wording:
    """``!name`` with an undefined handle."""
    return Wording(
        "DL12",
        "Giá trị bắt đầu bằng dấu ! bị hiểu thành nhãn kiểu của YAML.",
        "Đặt cả giá trị trong dấu nháy kép.",
        spot.at,
    )


def not_yaml(spot: SyntaxSpot) -> Wording:
    """Anything the table of ``syntax`` does not know."""
    return Wording(
        "DL05",
        "Dòng này không đúng cách viết của tệp số liệu (YAML).",
        "So với dòng tương tự trong tệp mẫu: «khóa: giá trị», thụt dòng bằng dấu cách.",
        spot.at,
    )
