"""Word frames made from the profiles: ``templates/khung/<thể thức>.docx``."""

from __future__ import annotations

from reportgen.errors import UsageError
from reportgen.project import FRAMES, Project
from reportgen.scaffold.made import MadeFile, put_generated
from reportgen.vietnamese.text import nearest


def write_frames(project: Project, profile: str | None = None, *, force: bool = False) -> tuple[MadeFile, ...]:
    """Write the frame of one profile, or of all.

    UsageError: LE06 unknown profile, LE10 a frame staff edited (unless ``force``).
    """
    from reportgen.docx.frame import make_frame
    from reportgen.profile import load_profile, profile_keys

    if profile and profile not in profile_keys():
        close = nearest(profile, profile_keys())
        hint = f"có phải «{close}»? " if close else ""
        known = ", ".join(profile_keys())
        raise UsageError.of("LE06", f"không có thể thức «{profile}»", hint=f"{hint}Các thể thức: {known}")
    made = []
    for key in [profile] if profile else profile_keys():
        path = project.templates / FRAMES / f"{key}.docx"
        made.append(put_generated(path, make_frame(load_profile(key)), project.shown(path), force=force))
    return tuple(made)
