"""Why a tag is not understood: Jinja stops at the first fault and speaks English, so each tag is tried by
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.pattern import Pattern
from reportgen.program.tags import split_tags, statement_word

_BARE = Pattern(r"\{[{%][-+]?\s*(.*?)\s*[-+]?[}%]\}\Z", re.DOTALL)
_WORDS = Pattern(r"[^\W\d]\w*(\s+[^\W\d]\w*)+\Z")
_STARTS_WITH_DIGIT = Pattern(r"\d+[^\W\d]\w*")
_SINGLE_EQUALS = Pattern(r"(?<![=!<>])=(?!=)")
PLAIN = "một thẻ chỉ gồm tên, ví dụ {{ ho_ngheo }}"


def single_tags(source: str) -> Iterator[tuple[int, str, str]]:
    """Every tag of a program as (its line, the tag, the smallest whole template with this tag in it)."""
    line = 1
    for piece, is_tag in split_tags(source):
        if is_tag and not piece.startswith("{#"):
            yield line + 1, piece.replace("\n", "", 1), _whole(piece)
        line += piece.count("\n")


def _whole(tag: str) -> str:
    match statement_word(tag) if tag.startswith("{%") else "":
        case "if":
            return tag + "{% endif %}"
        case "for":
            return tag + "{% endfor %}"
        case "elif" | "else":
            return "{% if x %}" + tag + "{% endif %}"
        case "endif":
            return "{% if x %}" + tag
        case "endfor":
            return "{% for x in y %}" + tag
    return tag


def misunderstanding(tag: str) -> tuple[str, str]:
    """What is wrong with a tag Jinja does not take: (message, hint)."""
    found = _BARE.match(tag)
    inside = found[1] if found else tag
    if not inside:
        return "thẻ trống", PLAIN
    if inside[0] in "#/^!" and tag.startswith("{{"):
        return (
            "đây là thẻ của chương trình khác",
            "vòng lặp viết {% for … %} … {% endfor %}, điều kiện viết {% if … %} … {% endif %}",
        )
    if tag.startswith("{{") and _WORDS.match(inside):
        return (
            "tên số liệu không được có dấu cách",
            f"viết liền bằng gạch dưới: {{{{ {'_'.join(inside.split())} }}}}",
        )
    if _STARTS_WITH_DIGIT.search(inside):
        return "tên không được bắt đầu bằng chữ số", PLAIN
    if _SINGLE_EQUALS.search(inside):
        return "so sánh bằng phải viết hai dấu ==", "ví dụ {% if ho_ngheo == 0 %}"
    return "không hiểu thẻ này", PLAIN if tag.startswith(
        "{{"
    ) else "ví dụ {% if ho_ngheo > 0 %} hoặc {% for dong in ten_danh_sach %}"
