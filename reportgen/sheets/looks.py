"""The styles of a book: every ``Look`` that is used gets a number, and ``styles_xml`` says what the numbers mean."""

from __future__ import annotations

from reportgen.noun import field, working
from reportgen.sheets.letters import attribute
from reportgen.sheets.nouns import Look

FONT = "Times New Roman"
_BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}
_FIRST_OWN = 164
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EDGE = '<{0} style="thin"><color rgb="FF000000"/></{0}>'
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_BORDER = "<border>" + "".join(_EDGE.format(side) for side in ("left", "right", "top", "bottom")) + "<diagonal/></border>"


@working
class Looks:
    """Numbers given so far: look → its style, and the distinct parts styles are put together from."""

    styles: dict[Look, int] = field(default_factory=dict)
    fonts: dict[str, int] = field(default_factory=dict)
    fills: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    records: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fills |= {'<fill><patternFill patternType="none"/></fill>': 0}
        self.fills |= {'<fill><patternFill patternType="gray125"/></fill>': 1}
        self.number(Look(valign=""))

    def number(self, look: Look) -> int:
        """The style number of a look."""
        known = self.styles.get(look)
        if known is None:
            known = self.styles[look] = len(self.records)
            self.records.append(self._record(look))
        return known

    def _record(self, look: Look) -> str:
        font = _given(self.fonts, _font(look))
        fill = _given(self.fills, _fill(look)) if look.fill else 0
        form = _BUILT_IN.get(look.form)
        if form is None:
            form = _FIRST_OWN + _given(self.forms, look.form)
        parts = {"horizontal": look.align, "vertical": look.valign, "wrapText": "1" if look.wrap else ""}
        align = "".join(f' {name}="{value}"' for name, value in parts.items() if value)
        inner = (f"<alignment{align}/>" if align else "") + ("" if look.locked else '<protection locked="0"/>')
        return (
            f'<xf numFmtId="{form}" fontId="{font}" fillId="{fill}" borderId="{int(look.border)}" xfId="0" '
            f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">{inner}</xf>'
        )


def _given(numbers: dict[str, int], part: str) -> int:
    return numbers.setdefault(part, len(numbers))


def _font(look: Look) -> str:
    marks = ("<b/>" if look.bold else "") + ("<i/>" if look.italic else "")
    color = f'<color rgb="FF{look.color}"/>' if look.color else ""
    return f'<font>{marks}<sz val="{look.size}"/>{color}<name val="{FONT}"/><family val="1"/></font>'


def _fill(look: Look) -> str:
    return f'<fill><patternFill patternType="solid"><fgColor rgb="FF{look.fill}"/><bgColor indexed="64"/></patternFill></fill>'


def styles_xml(looks: Looks) -> str:
    """``xl/styles.xml`` for the looks numbered so far."""
    forms = "".join(
        f'<numFmt numFmtId="{_FIRST_OWN + number}" formatCode="{attribute(form)}"/>' for form, number in looks.forms.items()
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
        + (f'<numFmts count="{len(looks.forms)}">{forms}</numFmts>' if forms else "")
        + f'<fonts count="{len(looks.fonts)}">{"".join(looks.fonts)}</fonts>'
        + f'<fills count="{len(looks.fills)}">{"".join(looks.fills)}</fills>'
        + f'<borders count="2">{_NO_BORDER}{_BORDER}</borders>'
        + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        + f'<cellXfs count="{len(looks.records)}">{"".join(looks.records)}</cellXfs>'
        + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
