"""How long the three rule lines of a document are, and so how far their paragraphs are indented.

NĐ30, Phụ lục I, Phần I: the rule under the Tiêu ngữ is as long as its text (Mục II.1.b); those under the
issuing body (II.2.b) and under the trích yếu (II.5.b) take 1/3 to 1/2 of the line. The decree does not say
which line of a name on several lines; we measure the longest, and the profile chooses the share
(``ty_le_ke``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.docx.metrics import longest_line_mm, text_width_mm, twips
from reportgen.profile import ComponentStyle, Profile, components_of
from reportgen.vietnamese.text import upper

SPARE_MM = Decimal("1.5")  # room beside the Quốc hiệu, for faces a little wider than ours

# Name in the template -> (component above the rule, name of its text in the context).
RULE_LINES: Mapping[str, tuple[str, str]] = {
    "ke_tieu_ngu": ("tieu_ngu", "tieu_ngu"),
    "ke_tieu_de_dang": ("tieu_de_dang", "tieu_de_dang"),
    "ke_co_quan": ("co_quan_ban_hanh", "co_quan_ban_hanh"),
    "ke_trich_yeu": ("trich_yeu", "trich_yeu"),
}


def rule_indents(
    profile: Profile, context: Mapping[str, object], widths_mm: Mapping[str, Decimal] | None = None
) -> dict[str, int]:
    """Twips to indent each side of the rule paragraphs this profile has: ``{"ke_tieu_ngu": …, "ke_co_quan": …,
    "ke_trich_yeu": …}``, or ``{"ke_tieu_de_dang": …}``.

    ``context`` holds the texts (a string or the list of its lines; absent counts as empty, its rule then
    has no length). ``widths_mm`` gives the widths of the columns the rules stand in where a frame differs
    from the profile.
    """
    columns = column_widths_mm(profile) | dict(widths_mm or {})
    own = components_of(profile.letterhead)
    return {
        name: rule_indent(profile, name, context.get(key), columns) for name, (_, key) in RULE_LINES.items() if name in own
    }


def rule_indent(profile: Profile, name: str, text: object, columns: Mapping[str, Decimal]) -> int:
    """Twips to indent each side of one rule, under this text, in the column of that ``name``."""
    return _indent(profile.styles[RULE_LINES[name][0]], _lines(text), columns[name])


def column_widths_mm(profile: Profile) -> dict[str, Decimal]:
    """The width of the column each rule stands in, by the profile's page."""
    left = letterhead_left_mm(profile)
    width = profile.page.text_width_mm
    return {"ke_tieu_ngu": width - left, "ke_tieu_de_dang": width - left, "ke_co_quan": left, "ke_trich_yeu": width}


def letterhead_left_mm(profile: Profile) -> Decimal:
    """The left column of the letterhead: the profile's, but never so wide that the Quốc hiệu (Party: its title) breaks."""
    heading = "tieu_de_dang" if profile.letterhead == "dang" else "quoc_hieu"
    style = profile.styles[heading]
    room = text_width_mm(profile.texts[heading], style.size_pt, bold=style.bold, italic=style.italic)
    return min(profile.page.letterhead_left_mm, profile.page.text_width_mm - room - SPARE_MM)


def rule_length_mm(style: ComponentStyle, lines: Sequence[str], column_mm: Decimal) -> Decimal:
    """Length in mm of the rule under these typed lines, each of which may itself break in the column."""
    room = column_mm - style.left_mm - style.right_mm
    printed = [upper(line) if style.upper else line for line in lines]
    widths = [
        longest_line_mm(line, room, style.size_pt, bold=style.bold, italic=style.italic) for line in printed
    ]
    return max(widths, default=Decimal(0)) * style.rule_ratio


def _indent(style: ComponentStyle, lines: Sequence[str], column_mm: Decimal) -> int:
    return twips((column_mm - rule_length_mm(style, lines, column_mm)) / 2)


def _lines(text: object) -> list[str]:
    if not text:
        return []
    return text.split("\n") if isinstance(text, str) else [str(line) for line in text]
