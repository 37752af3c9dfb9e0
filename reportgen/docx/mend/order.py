"""Where a property stands among its sisters: Word wants the children of ``rPr``, ``pPr``, ``sectPr`` in the order of the schema.

ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28, 17.6.17. Extensions of later Words (w14 …) come after all of ours and before the record
of a tracked change.
"""

from __future__ import annotations

from reportgen.docx.xml import Element, W, make, qn

_RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt "
    "vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
)
_LAST = 1000
_RANKS = {
    qn(f"w:{parent}"): {f"{{{W}}}{name}": rank for rank, name in enumerate(names.split())}
    for parent, names in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}
_CHANGES = {qn(f"w:{name}Change") for name in ("rPr", "pPr", "sectPr")}


def put(parent: Element, child: Element) -> None:
    """Add a child in its place; one of the same name is replaced (but for header and footer references)."""
    held = parent.find(child.tag)
    if held is not None and not child.tag.endswith("Reference"):
        parent.replace(held, child)
        return
    own = _rank(parent, child)
    after = next((other for other in parent if _rank(parent, other) > own), None)
    if after is None:
        parent.append(child)
    else:
        after.addprevious(child)


def child_of(parent: Element, name: str) -> Element:
    """The child of this name, made in its place where it is missing."""
    held = parent.find(qn(name))
    if held is None:
        held = make(name)
        put(parent, held)
    return held


def take(parent: Element, name: str) -> None:
    """Remove the children of this name, if there are any."""
    for held in parent.findall(qn(name)):
        parent.remove(held)


def _rank(parent: Element, child: Element) -> int:
    if child.tag in _CHANGES:
        return _LAST
    return _RANKS[parent.tag].get(child.tag, _LAST - 1)
