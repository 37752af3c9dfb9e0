"""Profiles (thể thức): what a regulation demands of every element on the page.

One profile has two uses: its chosen values *make* the Word frame, its rules *judge* any document.

What TT01 takes over from NĐ30 (the argument, so that it need not be had again). The full text of Thông tư
01/2011/TT-BNV is not at hand, only quotations and comparisons. So a rule of NĐ30 serves under TT01 only if
the comparison says the element is the same, and then it is quoted under the article of TT01 and marked
«vừa»: ``thanh_phan_dung_lai`` lists those components. A rule of TT01 with a code of its own replaces every
NĐ30 rule on the same component and property; one with an NĐ30 code replaces that rule only. Everything else
of NĐ30 is dropped: a page number at the top, black Times New Roman, italic căn cứ, Kính gửi beyond the công
văn, electronic signatures, annexes, copies, and the forms of headings, on which the comparison is silent
(``bo_quy_tac`` names the single rules).
"""

from __future__ import annotations

from reportgen.profile.loading import PROFILE_FOLDER, load_profile, profile_for, profile_keys, profiles_for
from reportgen.profile.names import (
    HEADING_KINDS,
    LETTERHEADS,
    STYLE_ALIASES,
    STYLE_NAMES,
    components_of,
    heading_component,
)
from reportgen.profile.nouns import ComponentStyle, Page, Profile, Rule, Value

__all__ = [
    "HEADING_KINDS",
    "LETTERHEADS",
    "PROFILE_FOLDER",
    "STYLE_ALIASES",
    "STYLE_NAMES",
    "ComponentStyle",
    "Page",
    "Profile",
    "Rule",
    "Value",
    "components_of",
    "heading_component",
    "load_profile",
    "profile_for",
    "profile_keys",
    "profiles_for",
]
