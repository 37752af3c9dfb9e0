"""What is said about a file that cannot be read, or whose structure is not ours (DL01–DL04, DL11–DL15)."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import Finding, Place, error
from reportgen.vietnamese.refusal import quoted

_UTF8 = (
    "Mở tệp bằng Notepad, chọn Tệp → Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu lại."
    " Nếu chữ gõ bằng phông VNI hoặc TCVN3 (.VnTime), chuyển sang Unicode trước."
)


def unreadable_file(path: Path, shown: str, failure: Exception) -> Finding:
    """Why a file could not be opened, and what stands beside it."""
    place = Place(shown)
    if isinstance(failure, FileNotFoundError):
        beside = sorted(p.name for p in path.parent.glob("*.y*ml"))[:6] if path.parent.is_dir() else []
        hint = (
            f"Trong thư mục này có: {', '.join(beside)}" if beside else "Kiểm tra lại tên thư mục và tên tệp."
        )
        return error("DL01", f"Không tìm thấy tệp {shown}.", place, hint=hint)
    if isinstance(failure, IsADirectoryError) or (isinstance(failure, PermissionError) and path.is_dir()):
        hint = "Ghi thêm tên tệp .yml ở bên trong."
        return error("DL01", f"{shown} là thư mục, không phải tệp.", place, hint=hint)
    if isinstance(failure, PermissionError):
        hint = "Đóng chương trình đang mở tệp này, hoặc xem lại quyền đọc của thư mục."
        return error("DL01", f"Không được phép đọc tệp {shown}.", place, hint=hint)
    return error("DL01", f"Không đọc được tệp {quoted(shown)}.", place, hint="Kiểm tra lại tên tệp và ổ đĩa.")


def utf16(file: str) -> Finding:
    """Saved by Notepad as «Unicode»."""
    return error("DL02", "Tệp lưu theo mã UTF-16 («Unicode»), không phải UTF-8.", Place(file, 1), hint=_UTF8)


def not_utf8(file: str, line: int) -> Finding:
    """Saved in some code page; ``line`` is the first line that shows it."""
    message = f"Dòng {line} có chữ không theo mã UTF-8 (có thể tệp lưu theo mã cp1258 hoặc «ANSI»)."
    return error("DL02", message, Place(file, line), hint=_UTF8)


def office_file(file: str) -> Finding:
    """A zip or OLE file where YAML was wanted."""
    hint = "Ghi tên tệp .yml; tệp Excel được dẫn tới từ trong tệp .yml."
    return error(
        "DL02", "Đây là tệp Word, Excel hoặc tệp nén, không phải tệp văn bản .yml.", Place(file), hint=hint
    )


def too_large(file: str, limit: int) -> Finding:
    """More bytes or characters than anybody types."""
    hint = "Để bảng lớn trong tệp Excel rồi dẫn tới bảng đó; tệp .yml chỉ giữ phần gõ tay."
    return error(
        "DL03", f"Tệp lớn hơn {limit // 1_000_000} MB, không phải tệp gõ tay.", Place(file), hint=hint
    )


def too_many(place: Place, limit: int) -> Finding:
    """More values than anybody types."""
    hint = "Để bảng lớn trong tệp Excel rồi dẫn tới bảng đó; tệp .yml chỉ giữ phần gõ tay."
    return error("DL03", f"Tệp có hơn {limit // 1000}.000 giá trị, không phải tệp gõ tay.", place, hint=hint)


def too_deep(place: Place, limit: int) -> Finding:
    """Brackets in brackets."""
    hint = "Kiểm tra các dấu [ và { bị gõ thừa."
    return error("DL03", f"Dữ liệu lồng nhau quá {limit} lớp.", place, hint=hint)


def bad_character(message: str, place: Place) -> Finding:
    """A control character, or marks piled on one letter."""
    hint = "Xóa ký tự đó rồi gõ lại. Nếu là đường dẫn có dấu \\ thì dùng nháy đơn '…' hoặc viết bằng dấu /."
    return error("DL04", message, place, hint=hint)


def repeated_key(key: str, first_line: int, place: Place) -> Finding:
    """One key twice in a group."""
    message = f"Khóa {quoted(key)} bị lặp: đã có ở dòng {first_line}, lại có ở dòng {place.line}."
    return error("DL11", message, place, hint="Chỉ giữ một dòng; dòng kia xóa đi hoặc đổi tên khóa.")


def alias(name: str, place: Place) -> Finding:
    """``*name``."""
    message = f"Giá trị {quoted('*' + name)} bị hiểu là bí danh của YAML; chương trình không dùng bí danh."
    return error("DL12", message, place, hint="Nếu là chữ có dấu *, hãy đặt cả giá trị trong dấu nháy kép.")


def decoration(anchor: str | None, tag: str | None, place: Place) -> Finding:
    """``&anchor`` or ``!tag`` before a value."""
    typed_tag = (tag or "!").replace("tag:yaml.org,2002:", "!!")
    what = f"neo {quoted('&' + anchor)}" if anchor else f"nhãn kiểu {quoted(typed_tag)}"
    hint = "Nếu là chữ bắt đầu bằng & hoặc !, hãy đặt cả giá trị trong dấu nháy kép."
    return error("DL12", f"Không dùng {what} của YAML trong tệp số liệu.", place, hint=hint)


def merge_key(place: Place) -> Finding:
    """``<<:``."""
    message = "Khóa «<<» (trộn nhóm của YAML) không được dùng."
    return error("DL12", message, place, hint="Ghi đủ từng khóa ở nơi cần.")


def split_number(before: str, after: str, place: Place) -> Finding:
    """``9,92`` inside brackets."""
    message = f"«{before},{after}» trong dấu [ ] hoặc {{ }} bị hiểu thành hai giá trị: {before} và {after}."
    hint = (
        f'Nếu là số thập phân, đặt trong nháy: "{before},{after}", hoặc viết mỗi giá trị một dòng.'
        f" Nếu là hai giá trị, thêm dấu cách sau dấu phẩy: {before}, {after}"
    )
    return error("DL13", message, place, hint=hint)


def key_not_text(place: Place) -> Finding:
    """A list or group before a colon; mostly ``{{ name }}`` without quotes."""
    message = "Khóa (phần đứng trước dấu hai chấm) phải là chữ, không thể là danh sách hay nhóm."
    hint = "Nếu muốn giữ nguyên các dấu { } hoặc [ ] trong giá trị, hãy đặt cả giá trị trong dấu nháy kép."
    return error("DL14", message, place, hint=hint)


def key_missing(place: Place) -> Finding:
    """Nothing before a colon."""
    return error(
        "DL14", "Thiếu tên khóa trước dấu hai chấm.", place, hint="Ví dụ đúng: ten_co_quan: Sở Tài chính"
    )


def second_document(place: Place) -> Finding:
    """``---`` in the middle."""
    message = "Tệp có hai phần ngăn bởi dòng «---»; mỗi tệp chỉ được một phần."
    return error("DL15", message, place, hint="Xóa dòng «---» hoặc tách thành hai tệp.")
