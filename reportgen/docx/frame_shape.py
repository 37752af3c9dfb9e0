"""Which frame a kind of document takes, and what the file of such a frame is called.

A frame differs by what its kind carries (công văn, quyết định, two signers, no line of date) and by how its headings
look («I.» in capitals, «1.» bold, «a)» upright). Frames that look alike are one file: ``templates/khung/<profile>.docx``
for the plain one, ``<profile>-<variant>.docx`` for the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.kinds import Kind
from reportgen.noun import noun, replace
from reportgen.profile import ComponentStyle, Profile, heading_component

DEEPEST = 4


@noun
class FrameShape:
    """What a frame has. ``numbering``: labels of the heading levels; ``letter``: a công văn (no type name, «V/v …»
    under the number); ``decision``: competence, bases, «QUYẾT ĐỊNH:»; ``signatures``: 1, or 2 side by side; ``dated``:
    a line of place and date.
    """

    numbering: tuple[str, ...] = ()
    letter: bool = False
    decision: bool = False
    signatures: int = 1
    dated: bool = True


def shape_of(kind: Kind, numbering: Sequence[str] = ()) -> FrameShape:
    """The frame for a kind of document whose headings are numbered so."""
    return FrameShape(
        tuple(numbering), kind.is_letter, bool(kind.deciding_line), 2 if kind.two_sides else 1, kind.dated
    )


def variant_of(shape: FrameShape, profile: Profile) -> str:
    """The part of the file's name after the profile's key: «cong-van», «quyet-dinh-muc-I-1-a»; '' for the plain frame."""
    parts = [
        "cong-van" if shape.letter else "",
        "quyet-dinh" if shape.decision else "",
        ("hai-nguoi-ky" if shape.dated else "bien-ban") if shape.signatures == 2 else "",
        _headings_variant(shape.numbering, profile),
    ]
    return "-".join(part for part in parts if part)


def frame_name(shape: FrameShape, profile: Profile) -> str:
    """The name of the frame's file, without folder."""
    variant = variant_of(shape, profile)
    return f"{profile.key}-{variant}.docx" if variant else f"{profile.key}.docx"


def _headings_variant(numbering: Sequence[str], profile: Profile) -> str:
    """«muc-I-1-a» where these headings look otherwise than those of the plain frame."""
    levels = list(enumerate(numbering[:DEEPEST], 1))
    plain = all(
        _look(profile.styles[heading_component(label, level)]) == _look(profile.styles[f"muc_cap_{level}"])
        for level, label in levels
    )
    return (
        ""
        if plain
        else "-".join(["muc", *(re.sub(r"\W+$", "", label).replace(" ", "-") for _, label in levels)])
    )


def _look(style: ComponentStyle) -> ComponentStyle:
    return replace(style, component="", authority="")
