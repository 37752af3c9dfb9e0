"""Which regulation a document is held to: the one its own page tells, unless one is asked for by name."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.checking.nouns import Regime
from reportgen.checks.layout import profile_of
from reportgen.docx.components import Components
from reportgen.docx.properties import declared_profile
from reportgen.docx.reader import Reading
from reportgen.errors import UsageError
from reportgen.profile import load_profile, profile_keys
from reportgen.vietnamese.text import nearest


def known_profile(key: str) -> str:
    """The key, if there is such a profile. UsageError KT03 with the nearest one otherwise."""
    if not key or key in profile_keys():
        return key
    close = nearest(key, profile_keys())
    hint = f"có phải «{close}»? " if close else ""
    raise UsageError.of("KT03", f"không có thể thức «{key}»", hint=f"{hint}Đang có: {', '.join(profile_keys())}")


def regime_of(
    reading: Reading, parts: Components, package: Mapping[str, bytes], asked: str = "", by: str = "--the-thuc"
) -> Regime:
    """The regulation for a document; ``asked``: the key of the one wanted, ``by`` whom or what."""
    declared = declared_profile(package)
    key, why = (asked, f"theo yêu cầu ({by})") if asked else profile_of(reading, parts, declared)
    name = load_profile(key).name
    return Regime(key, name, why.removesuffix(f", {name}").removesuffix(f": theo {name}"))
