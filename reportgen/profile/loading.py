"""Which profile, and where it is read: made ready if that is current, else from its YAML files."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from reportgen.diagnostics import NOWHERE, Place
from reportgen.errors import DataError
from reportgen.profile.compiled import Days, keys_of, read_days, read_ready
from reportgen.profile.nouns import Profile

SCOPES = {"nha_nuoc": "của cơ quan nhà nước", "dang": "của Đảng", "mttq": "của Mặt trận Tổ quốc"}
PROFILE_FOLDER = Path(__file__).resolve().parent.parent / "profiles"


def profile_keys() -> tuple[str, ...]:
    """The profiles there are, sorted: one for each ``profiles/<mã>.yml``."""
    return keys_of(PROFILE_FOLDER)


def load_profile(key: str) -> Profile:
    """The profile ``key``, completed from its parents. DataError: TT20, TT22 … TT25 and faults of YAML."""
    return _profile(PROFILE_FOLDER, key)


def profiles_for(scope: str) -> tuple[str, ...]:
    """The keys of the profiles for a kind of bodies (``SCOPES``), of any day, in the order of the files."""
    return tuple(key for key, days in _days(PROFILE_FOLDER).items() if days.scope == scope)


def profile_for(day: datetime.date | None, scope: str = "nha_nuoc", place: Place = NOWHERE) -> str:
    """The key of the profile in force on ``day`` (None: now, the one without an end) for ``scope``.

    If there is none, DataError TT21 at ``place``.
    """
    for key, days in _days(PROFILE_FOLDER).items():
        if days.hold(day or datetime.date.max, scope):
            return key
    from reportgen.vietnamese.dates import slash_date

    raise DataError.of(
        "TT21",
        f"Chưa có thể thức nào cho văn bản {SCOPES.get(scope, scope)}"
        + (f" ban hành ngày {slash_date(day)}" if day else "")
        + ".",
        place,
        hint=f"Xem lại ngày ban hành, hoặc ghi rõ «the_thuc: …» (có: {', '.join(profile_keys())}).",
    )


# Reading YAML needs the declarations of every key: 15 ms of imports that a current ready file spares.


@cache
def _profile(folder: Path, key: str) -> Profile:
    ready = read_ready(folder, key)
    if ready:
        return ready
    from reportgen.profile.making import make_profile

    return make_profile(folder, key)


@cache
def _days(folder: Path) -> dict[str, Days]:
    ready = read_days(folder)
    if ready is not None:
        return ready
    from reportgen.profile.making import days_of_all

    return days_of_all(folder)
