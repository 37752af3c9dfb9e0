"""The pages of the wording checks: each says itself, in its docstring, what it asks; here it only gets its frame."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.wording import Check, checks
from reportgen.codes.page import Page
from reportgen.diagnostics import Severity

WEIGHT = {
    Severity.ERROR: "lỗi (quy định bắt buộc)",
    Severity.WARNING: "cảnh báo (nên sửa)",
    Severity.INFO: "lưu ý (thông lệ)",
}
TITLE = "quy tắc về lời văn"
BY_HAND = "Chương trình chỉ ra chỗ và người soạn sửa trong Word."
BY_PROGRAM = "Lệnh «reportgen fix» sửa được, vì chỉ có một cách viết đúng; chữ viết hoa thì thêm --viet-hoa."


def wording_page(code: str) -> Page | None:
    """What ``reportgen explain`` says of a wording check (case ignored), None if there is none of this code."""
    check = next((check for check in checks() if check.code.casefold() == code), None)
    return Page(check.code, TITLE, tuple(_lines(check))) if check else None


def wording_manual() -> dict[str, str]:
    """File name → text of each check's page in ``docs/quy-tac``."""
    return {f"{check.code}.md": _markdown(check) for check in checks()}


def wording_index() -> list[str]:
    """The lines of the index of rules."""
    rows = [f"- [{check.code}]({check.code}.md): {check.title} ({check.severity.value})" for check in checks()]
    return ["## Lời văn", "", *rows, ""]


def _lines(check: Check) -> Iterator[str]:
    yield f"{check.title} ({WEIGHT[check.severity]})."
    yield f"  Căn cứ: {check.authority}"
    yield from _told(check)
    yield BY_PROGRAM if check.mendable else BY_HAND


def _told(check: Check) -> list[str]:
    """The manual page below its title, paragraphs on a line each."""
    body = check.manual.strip().split("\n", 1)[1]
    lines = []
    for paragraph in body.strip().split("\n\n"):
        rows = paragraph.strip().split("\n")
        lines += rows if rows[0].startswith("Sai:") else [" ".join(rows)]
    return lines


def _markdown(check: Check) -> str:
    told = [line for line in _told(check) if not line.startswith(("Sai: ", "Đúng: "))]
    examples = [line for line in _told(check) if line.startswith(("Sai: ", "Đúng: "))]
    held = "mọi thể thức" if len(check.schemes) > 3 else ", ".join(check.schemes)
    lines = [f"# {check.code}", "", f"{check.title}.", "", "## Quy định", "", *told, ""]
    lines += [f"- Mức: {WEIGHT[check.severity]}. Căn cứ: {check.authority}. Áp dụng: {held}.", ""]
    lines += ["## Ví dụ", "", *(f"- {line}" for line in examples), ""]
    lines += ["## Sửa", "", BY_PROGRAM if check.mendable else BY_HAND, ""]
    return "\n".join(lines)
