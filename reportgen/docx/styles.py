"""styles.xml from a profile: every component a named style, nothing left to spell on a paragraph.

Two lines that must share a baseline though their sizes differ (the number and the date, «Nơi nhận:» and the
first line of the signature) get it here: the smaller one stands lower by the difference of the ascents of
Times New Roman.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reportgen.docx.markup import part, tag
from reportgen.docx.metrics import twips
from reportgen.docx.settings import LANGUAGE
from reportgen.docx.special_styles import (
    RULE_SPACE_AFTER_PT,
    base_styles,
    closing_style,
    control_style,
    latent,
    rule_style,
    table_styles,
    word_style,
)
from reportgen.profile import (
    STYLE_ALIASES,
    STYLE_NAMES,
    ComponentStyle,
    Profile,
    components_of,
    heading_component,
)

ASCENT = Decimal("0.891")
LEVEL_PAIRS = (("so_ky_hieu", "dia_danh"), ("noi_nhan_nhan", "quyen_han_ky"))
HEADINGS = ("muc_cap_1", "muc_cap_2", "muc_cap_3", "muc_cap_4")
NEXT = {
    "ten_loai": "trich_yeu",
    "kinh_gui": "kinh_gui_muc",
    **dict.fromkeys((*HEADINGS, "doan_ket"), "noi_dung"),
}
# Their text comes in capitals from the data; with w:caps staff would read «{{ TEN_LOAI }}» in the frame and type that.
TYPED_IN_CAPITALS = frozenset(
    {
        "quoc_hieu", "tieu_de_dang", "co_quan_chu_quan", "co_quan_ban_hanh", "ten_loai", "tham_quyen", "dong_quyet_dinh",
        "quyen_han_ky", "chuc_vu",
    }
)  # fmt: skip
# Words inside a paragraph that look otherwise than the rest of it.
CHARACTER_STYLES = frozenset({"nhan_kinh_gui"})


def styles_xml(
    profile: Profile, numbering: Sequence[str] = (), indents: Mapping[str, int] | None = None
) -> bytes:
    """The part as bytes.

    ``numbering``: the labels of the heading levels (``("I.", "1.")``), whose kind decides how headings look;
    ``indents``: twips on each side of the rule styles, by component.
    """
    written = [_defaults(profile), latent(), *base_styles()]
    for component in components_of(profile.letterhead):
        if component in CHARACTER_STYLES:
            written.append(_character_style(profile, component))
        elif component in RULE_SPACE_AFTER_PT:
            written.append(rule_style(component, (indents or {}).get(component, 0)))
        elif component == "bang_so_lieu":
            written += table_styles(component)
        else:
            written.append(_component_style(profile, component, numbering))
    return part("styles", *written, closing_style(), control_style())


def _defaults(profile: Profile) -> str:
    size = _half_points(profile.styles["noi_dung"].size_pt)
    font = profile.page.font
    return tag(
        "docDefaults",
        tag(
            "rPrDefault",
            tag(
                "rPr",
                tag("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
                tag("sz", val=size),
                tag("szCs", val=size),
                tag("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
            ),
        ),
        tag("pPrDefault"),
    )


def _component_style(profile: Profile, component: str, numbering: Sequence[str]) -> str:
    style_id, name = STYLE_NAMES[component]
    style = profile.styles[component]
    built_in = component in HEADINGS
    properties: list[str] = []
    if built_in:
        level = HEADINGS.index(component)
        if level < len(numbering):
            style = profile.styles[heading_component(numbering[level], level + 1)]
        properties = [tag("outlineLvl", val=level)]
    names = [tag("name", val=name)]
    if component in STYLE_ALIASES:
        names.append(tag("aliases", val=STYLE_ALIASES[component]))
    return word_style(
        "paragraph",
        style_id,
        *names,
        tag("basedOn", val="Normal"),
        tag("next", val=STYLE_NAMES[NEXT.get(component, component)][0]),
        tag("uiPriority", val=1),
        tag("qFormat"),
        _paragraph_properties(style, _lowered_pt(profile, component), properties),
        _run_properties(style, style.upper and component not in TYPED_IN_CAPITALS),
        **({} if built_in else {"customStyle": 1}),
    )


def _character_style(profile: Profile, component: str) -> str:
    style_id, name = STYLE_NAMES[component]
    properties = _run_properties(profile.styles[component], False)
    return word_style(
        "character", style_id, tag("name", val=name), tag("uiPriority", val=1), tag("qFormat"), properties, customStyle=1
    )


def _paragraph_properties(style: ComponentStyle, lowered_pt: Decimal, more: Sequence[str]) -> str:
    indent: dict[str, int] = {}
    if style.left_mm or style.right_mm:
        indent = {"left": twips(style.left_mm), "right": twips(style.right_mm)}
    if style.hanging_mm:
        indent["hanging"] = twips(style.hanging_mm)
    elif style.first_line_mm:
        indent["firstLine"] = twips(style.first_line_mm)
    return tag(
        "pPr",
        tag("keepNext") if style.keep_next else "",
        tag(
            "spacing",
            before=_twentieths(style.space_before_pt + lowered_pt),
            after=_twentieths(style.space_after_pt),
            line=_twentieths(style.line_exact_pt) or _whole(style.line_spacing * 240),
            lineRule="exact" if style.line_exact_pt else "auto",
        ),
        tag("ind", **indent) if indent else "",
        tag("jc", val="both" if style.align == "justify" else style.align),
        *more,
    )


def _run_properties(style: ComponentStyle, capitals: bool) -> str:
    marks = [
        *([tag("b"), tag("bCs")] if style.bold else []),
        *([tag("i"), tag("iCs")] if style.italic else []),
        *([tag("caps")] if capitals else []),
    ]
    size = _half_points(style.size_pt)
    line = [tag("u", val="single")] if style.underline else []
    return tag("rPr", *marks, tag("sz", val=size), tag("szCs", val=size), *line)


def _lowered_pt(profile: Profile, component: str) -> Decimal:
    """How much lower a component stands so that its baseline meets that of its partner in the same row."""
    for pair in LEVEL_PAIRS:
        if component in pair:
            partner = pair[1 - pair.index(component)]
            difference = profile.styles[partner].size_pt - profile.styles[component].size_pt
            return max(Decimal(0), difference * ASCENT)
    return Decimal(0)


def _half_points(size_pt: Decimal) -> int:
    return _whole(size_pt * 2)


def _twentieths(points: Decimal) -> int:
    return _whole(points * 20)


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
