"""Word frames made from the profiles: ``templates/khung/<thể thức>.docx`` and its variants."""

from __future__ import annotations

from reportgen.doctype import BODY
from reportgen.errors import UsageError
from reportgen.project import FRAMES, Project
from reportgen.scaffold.made import MadeFile, put_generated
from reportgen.vietnamese.text import nearest


def write_frames(
    project: Project, profile: str | None = None, *, force: bool = False
) -> tuple[MadeFile, ...]:
    """Write the frames of one profile, or of those in force for the agencies of the project.

    Besides the plain frame, a variant is written for each look the project's types of document take (công văn, quyết
    định, two signers, other headings): no frame nobody uses. UsageError: LE06 unknown profile, LE10 a frame staff
    edited (unless ``force``). DataError: faults of agencies and types.
    """
    from reportgen.docx.frame import make_frame
    from reportgen.profile import load_profile

    made = []
    for key in [_known(profile)] if profile else _profiles(project):
        chosen = load_profile(key)
        for name, shape in _shapes(project, chosen).items():
            path = project.templates / FRAMES / name
            made.append(put_generated(path, make_frame(chosen, shape), project.shown(path), force=force))
    return tuple(made)


def _known(profile: str) -> str:
    from reportgen.profile import profile_keys

    if profile in profile_keys():
        return profile
    close = nearest(profile, profile_keys())
    hint = f"có phải «{close}»? " if close else ""
    raise UsageError.of(
        "LE06", f"không có thể thức «{profile}»", hint=f"{hint}Các thể thức: {', '.join(profile_keys())}"
    )


def _profiles(project: Project) -> list[str]:
    """The profiles in force for the kinds of bodies the project's agencies are; that of the State where there is none."""
    from reportgen.profile import profile_for

    scopes = {project.agency(key).scope for key in project.agency_keys()} or {"nha_nuoc"}
    return sorted(profile_for(None, scope) for scope in scopes)


def _shapes(project: Project, profile) -> dict:
    """File name → shape: the plain frame, and those the project's types take under this profile."""
    from reportgen.checks.kinds import kind_of
    from reportgen.docx.frame_shape import FrameShape, frame_name, shape_of

    shapes = [FrameShape()]
    for key in project.type_keys():
        type_ = project.document_type(key)
        if type_.file(BODY) and not type_.frame and is_kind(type_, profile.kind_list):
            shapes.append(shape_of(kind_of(type_, profile.kind_list), type_.heading_scheme))
    named: dict = {}
    for shape in shapes:
        named.setdefault(frame_name(shape, profile), shape)
    return named


def is_kind(type_, kind_list: str) -> bool:
    """Can documents of this type be made under a profile with this list of kinds?"""
    from reportgen.kinds import find_kind

    return bool(type_.kind and (type_.symbol or find_kind(type_.kind, kind_list)))
