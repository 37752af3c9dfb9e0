"""Names of files people type: safe on every system, the same when typed twice."""

from __future__ import annotations

from reportgen.errors import UsageError
from reportgen.project import Project
from reportgen.vietnamese.text import nfc, slug

LONGEST = 80


def report_name(project: Project, typed: str) -> str:
    """The name of a report to be made. UsageError LE22 if unsafe, LE23 if taken."""
    name = nfc(typed.strip()).removesuffix(".yml")
    safe = slug(name)
    if name != safe:
        raise UsageError.of(
            "LE22",
            f"tên «{typed}» không dùng được cho tệp",
            hint=f"chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ: {safe}",
        )
    if (project.data / f"{name}.yml").exists() or (project.data / name).exists():
        raise UsageError.of(
            "LE23", f"đã có báo cáo hoặc thư mục tên «{name}» trong data", hint="chọn tên khác, hoặc xóa cái cũ trước"
        )
    return name
