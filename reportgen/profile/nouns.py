"""The nouns of a profile: a rule that judges, a style that makes, the page, and what holds them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from reportgen.diagnostics import Severity
from reportgen.noun import field, noun

ZERO = Decimal(0)
Value: TypeAlias = "Decimal | bool | str | tuple[Value, ...] | dict[str, Value]"


@noun
class Rule:
    """One demand that judges.

    ``op``: eq, in, range, min, max, regex, present, absent, ratio, same_as (``value`` is another rule's
    code) or rule (``value`` is the demand in words). ``unit``: pt, mm, cm, dòng, độ dài chữ or ''.
    ``check``: auto, hint or manual. ``confidence``: cao, vua, thap. ``basis``: quy_dinh (the text or its
    table), bieu_mau (sample forms), suy_ra (derived), thong_le (practice).
    """

    code: str
    component: str
    prop: str
    op: str
    value: Value
    unit: str = ""
    authority: str = ""
    severity: Severity = Severity.ERROR
    check: str = "auto"
    confidence: str = "cao"
    note: str = ""
    basis: str = "quy_dinh"


@noun
class ComponentStyle:
    """The values that make one component, in pt or mm as named; ``align``: left center right justify.

    ``hanging_mm`` hangs the first line out to the left of ``left_mm``; ``line_spacing`` in lines, unless
    ``line_exact_pt`` («Exactly») is more than 0;
    ``rule_ratio`` = length of the rule below as a share of the longest line of the text (0: no rule).
    """

    component: str
    size_pt: Decimal
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: str = "left"
    space_before_pt: Decimal = ZERO
    space_after_pt: Decimal = ZERO
    first_line_mm: Decimal = ZERO
    left_mm: Decimal = ZERO
    right_mm: Decimal = ZERO
    hanging_mm: Decimal = ZERO
    line_spacing: Decimal = Decimal(1)
    line_exact_pt: Decimal = ZERO
    underline: bool = False
    keep_next: bool = False
    rule_ratio: Decimal = ZERO
    authority: str = ""


@noun
class Page:
    """The sheet: mm throughout. ``number_position``: header-center or footer-right.

    ``letterhead_left_mm`` and ``signature_left_mm``: width of the left column of the table that holds the
    issuing body, and of the one that holds the recipients.
    """

    width_mm: Decimal
    height_mm: Decimal
    top_mm: Decimal
    bottom_mm: Decimal
    left_mm: Decimal
    right_mm: Decimal
    header_mm: Decimal
    footer_mm: Decimal
    font: str
    number_position: str
    number_size_pt: Decimal
    letterhead_left_mm: Decimal
    signature_left_mm: Decimal
    authority: str = ""

    @property
    def text_width_mm(self) -> Decimal:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@noun
class Profile:
    """One regulation: it makes the frame (page, styles, texts) and it judges a document (rules).

    ``letterhead``: quoc_hieu (the State's) or dang (the Party's); ``kind_list``: the list of document types, with
    their codes, that holds under it (``reportgen.kinds``).
    """

    key: str
    name: str
    page: Page
    styles: Mapping[str, ComponentStyle]
    rules: tuple[Rule, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    letterhead: str = "quoc_hieu"
    kind_list: str = "nd30"

    def rule(self, code: str) -> Rule | None:
        """The rule with this code, or None."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def rules_of(self, component: str) -> tuple[Rule, ...]:
        """The rules that judge one component, in the order of the file."""
        return tuple(rule for rule in self.rules if rule.component == component)
