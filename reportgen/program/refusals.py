"""What templates may not say, in words: by the kind of node Jinja reads it as."""

from __future__ import annotations

# statement → what people type for it
STATEMENTS = {
    "Assign": "set", "AssignBlock": "set", "Macro": "macro", "CallBlock": "call", "Import": "import",
    "FromImport": "from … import", "Include": "include", "Extends": "extends", "Block": "block", "With": "with",
    "FilterBlock": "filter", "Scope": "autoescape", "ExprStmt": "do",
}  # fmt: skip

# expression → (what is wrong, what to do)
_SUM = (
    "không tính toán trong thẻ",
    "khai phép tính thành chỉ tiêu có cong_thuc ở mục chi_tieu; tên dùng gạch dưới, không dùng gạch nối",
)
EXPRESSIONS = {
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos"), _SUM),
    "Call": ("không gọi hàm trong thẻ", "chỉ viết tên số liệu, và bộ lọc sau dấu | nếu cần"),
    "Concat": ("không nối chữ bằng dấu ~", "viết hai thẻ liền nhau"),
    "Tuple": ("dấu phẩy trong thẻ", "mỗi thẻ chỉ một tên; phần lẻ của số viết sau dấu chấm: 4.5"),
    "Compare": ("phép so sánh không in ra được", "đặt trong {% if … %}"),
    "And": ("and, or chỉ dùng trong {% if … %}", ""),
    "Or": (
        "and, or chỉ dùng trong {% if … %}",
        "số liệu được để trống thì khai bat_buoc: không ở mục chi_tieu",
    ),
    "Test": ("phép thử is … không in ra được", "đặt trong {% if … %}"),
}
