"""One document judged: ``check_file(path, options)`` → ``Checked``.

Read once, recognised once, held to its regulation, its figures recomputed on request. A file that cannot be read is an
outcome too, so a folder goes on. So is a fault of our own: among a thousand strangers' files one may find a hole in the
program, and the other 999 must still be judged; it is told as an error (KT09) with its traceback kept, never hidden.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from reportgen.checking.acceptance import Settings, settings_for, with_reasons
from reportgen.checking.nouns import BROKE, JUDGED, LEVELS, NO_TOOL, NOT_JUDGED, NOT_OURS, UNREADABLE, USUAL_LEVEL, Checked, Options
from reportgen.checking.regime import regime_of
from reportgen.checking.seen import about, elements
from reportgen.checks.layout import judge_reading
from reportgen.checks.wording import judge_wording
from reportgen.diagnostics import Finding, Place, error
from reportgen.docx.components import Components, recognise
from reportgen.docx.package import foreign_notes, read_foreign
from reportgen.docx.reader import Reading, read_marked
from reportgen.errors import MissingToolError, ReportgenError
from reportgen.profile import load_profile


def check_file(path: Path, options: Options = Options(), shown: str = "") -> Checked:
    """The outcome for one file; ``shown`` is its name in messages. Never raises for what stands in the file.

    DataError: faults of the ``kiem-tra.yml`` above it, which are the user's own and concern every file.
    """
    shown = shown or path.as_posix()
    settings = settings_for(Path(path).absolute())
    try:
        return judged(read_foreign(Path(path), shown), options, shown, settings, Path(path).name)
    except MissingToolError as failure:
        return Checked(shown, failure.findings, NO_TOOL)
    except ReportgenError as failure:
        return Checked(shown, failure.findings, UNREADABLE)
    except Exception as fault:
        return Checked(shown, (_our_fault(fault, shown),), BROKE, trouble=traceback.format_exc())


def judged(
    package: Mapping[str, bytes], options: Options, shown: str, settings: Settings = Settings(), name: str = ""
) -> Checked:
    """The outcome for a package already read. ReportgenError if it is no Word document."""
    marked = read_marked(package, shown)
    reading, parts = marked.reading, recognise(marked.reading)
    asked = options.profile or settings.profile
    regime = regime_of(reading, parts, package, asked, "--the-thuc" if options.profile else "kiem-tra.yml")
    profile = load_profile(regime.key)
    found = judge_reading(reading, parts, profile, package, shown=shown)
    if not any(f.code in NOT_OURS for f in found):
        found += judge_wording(parts, profile, shown=shown)
    found += foreign_notes(package, shown)
    if options.figures:
        found += _figures(reading, parts, shown)
    found = with_reasons(found, settings.reasons(name))
    level = LEVELS[options.level or settings.level or USUAL_LEVEL]
    kept = tuple(f for f in found if f.severity.rank <= level.rank)
    return Checked(
        shown,
        kept,
        NOT_JUDGED if any(f.code in NOT_OURS for f in found) else JUDGED,
        about(parts),
        regime,
        Counter(f.severity.name for f in found if f.severity.rank > level.rank),
        elements(parts) if options.drawn else (),
        marked=_with_comments(package, marked, kept, shown) if options.marked else b"",
        settings=settings.place.file,
        mendable=_mendable(package, marked, parts, profile, kept) if options.foreseen else None,
    )


def _figures(reading: Reading, parts: Components, shown: str) -> list[Finding]:
    from reportgen.checks.prose import check_document_figures

    return check_document_figures(reading, parts, shown)


def _with_comments(package: Mapping[str, bytes], marked, findings: tuple[Finding, ...], shown: str) -> bytes:
    from reportgen.checking.comments import commented

    return commented(package, marked, findings, shown)


def _mendable(package: Mapping[str, bytes], marked, parts: Components, profile, findings: tuple[Finding, ...]) -> int:
    from reportgen.mending.foresight import mendable

    return mendable(package, marked, parts, profile, [f for f in findings if not f.accepted])


def _our_fault(fault: Exception, shown: str) -> Finding:
    where = traceback.extract_tb(fault.__traceback__)[-1]
    at = f"{Path(where.filename).stem}:{where.lineno}"
    return error(
        "KT09",
        "chương trình gặp sự cố khi kiểm tệp này nên chưa kiểm được; các tệp khác không bị ảnh hưởng",
        Place(shown),
        found=f"{type(fault).__name__} ({at})",
        hint="mở tệp bằng Word, lưu thành tệp .docx mới rồi kiểm lại; nếu vẫn vậy, gửi kết quả reportgen check -v cho người hỗ trợ",
    )
