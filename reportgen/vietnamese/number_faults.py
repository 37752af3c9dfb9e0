"""Texts that look like numbers and are not: each with the sentence that tells staff what to do."""

from __future__ import annotations

import re

from reportgen.vietnamese.refusal import quoted

# (whole text matches, what is wrong, what to do); {t} is the typed text in « »; the first match speaks.
_FAULTS: tuple[tuple[str, str, str], ...] = (
    (r"", "chưa có số liệu", "Hãy điền một số, ví dụ 14653 hoặc 4,16."),
    (
        r"(?i)[-+]?(nan|inf|infinity)",
        "{t} không phải là số",
        "Hãy xem lại phép tính ở nguồn; không để NaN hay vô cực.",
    ),
    (r"#.*", "{t} là ô báo lỗi của bảng tính", "Hãy mở bảng tính, sửa công thức ở ô đó rồi lưu lại."),
    (
        r".*[\u200b-\u200f\u2060\ufeff\u00ad].*",
        "{t} có ký tự ẩn lẫn trong số",
        "Hãy xóa đi và gõ lại số này.",
    ),
    (r".*[^\W0-9a-zA-Z_].*", "{w}", "Hãy chỉ ghi chữ số 0-9; đơn vị tính ghi ở khai báo chỉ tiêu."),
    (
        r"[-+]?[0-9.,]+ ?%",
        "{t} có dấu %, mà ở đây chỉ nhận con số",
        "Hãy bỏ dấu %, hoặc khai đơn vị tính là %.",
    ),
    (
        r"(?i)[-+]?[0-9.,]+e[-+]?[0-9]+",
        "{t} là cách viết số mũ của máy",
        "Hãy viết đủ các chữ số, ví dụ 1000.",
    ),
    (
        r"[0-9]+(:[0-9]+)+",
        "{t} là giờ, không phải là số",
        "Nếu là số thập phân hãy dùng dấu phẩy, ví dụ 12,3.",
    ),
    (r"[-+]?[0-9]+(_[0-9]+)+", "{t} có dấu gạch dưới", "Hãy viết liền hoặc dùng dấu chấm: 14653 hay 14.653."),
    (
        r"[-+]?0[0-9]+",
        "{t} có số 0 ở đầu",
        "Nếu là số hãy bỏ số 0 ở đầu (khi in, chương trình tự thêm); nếu là mã hãy ghi vào mục kiểu chữ.",
    ),
    (r"[-+]?0[0-9.]+,?[0-9]*", "{t} có số 0 thừa ở đầu", "Hãy bỏ số 0 thừa, ví dụ 2,5 hoặc 0,5."),
    (
        r"[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+|[-+]?[1-9][0-9]{0,2}(,[0-9]{3}){2,}",
        "{t} viết theo kiểu Anh - Mỹ",
        "Hãy đổi dấu: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 14.653,5.",
    ),
    (r"\([0-9. ]+(,[0-9]+)?\)", "{t} là số âm viết trong ngoặc", "Hãy viết dấu trừ ở trước, ví dụ -5."),
    (r"[-+] +[0-9].*", "{t} có khoảng trống sau dấu", "Hãy viết dấu liền với số, ví dụ -5."),
    (
        r"[0-9.,]+ ?[-–—] ?[0-9.,]+ ?%?",
        "{t} là một khoảng, không phải một số",
        "Hãy khai hai chỉ tiêu: số đầu và số cuối.",
    ),
    (
        r"[0-9]+ ?/ ?[0-9]+(/[0-9]+)?",
        "{t} là phân số hoặc ngày, không phải là số",
        "Hãy viết số thập phân, ví dụ 0,5.",
    ),
    (r"[-+]?[.,][0-9]+", "{t} thiếu số trước dấu thập phân", "Hãy viết thêm số 0 ở trước, ví dụ 0,5."),
    (r"[-+]?[0-9.,]*[.,]", "{t} kết thúc bằng dấu chấm hoặc dấu phẩy", "Hãy bỏ dấu ở cuối."),
    (
        r"[-+]?[0-9., ]+",
        "{t} có dấu ngăn đặt sai chỗ",
        "Sau mỗi dấu ngăn hàng nghìn phải đủ ba chữ số, ví dụ 1.693.586 hoặc 27.420,5.",
    ),
    (
        r"[-+]?[0-9][0-9., ]*[a-zA-Z$%].*",
        "{t} có chữ lẫn với số",
        "Hãy chỉ ghi con số; đơn vị tính ghi ở khai báo chỉ tiêu.",
    ),
)


def fault_of(typed: str) -> tuple[str, str]:
    """(message, hint) for a text that ``numbers.read_number`` could not read."""
    for pattern, message, hint in _FAULTS:
        if re.fullmatch(pattern, typed, re.DOTALL):
            return message.format(t=quoted(typed), w=_foreign(typed)), hint
    return f"{quoted(typed)} không phải là số", "Hãy ghi một số, ví dụ 14653 hoặc 4,16."


def _foreign(typed: str) -> str:
    """The message for letters beyond a-z: foreign digits look right to the eye and are named as such."""
    if any(c.isdigit() and not c.isascii() for c in typed):
        return f"{quoted(typed)} dùng chữ số không phải 0-9 (chữ số toàn khổ hoặc chữ số nước ngoài)"
    return (
        f"{quoted(typed)} có chữ lẫn với số"
        if any(c.isdigit() for c in typed)
        else f"{quoted(typed)} không phải là số"
    )
