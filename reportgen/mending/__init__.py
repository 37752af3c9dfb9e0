"""Mending documents nobody made with reportgen: ``mend_file(path, options)`` → ``Mended``.

The rules that judge are the rules that mend; what a program cannot know (names, figures, sense, order of parts) is left to
people, with the reason. The outcome is a value: whoever calls writes it down (``writing``).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

from reportgen.archive import packed_members
from reportgen.checking.acceptance import Settings, settings_for
from reportgen.diagnostics import Finding, Place, warning
from reportgen.docx.mend import replaced
from reportgen.docx.package import MAX_FILE, read_foreign
from reportgen.docx.refusals import is_old_word
from reportgen.docx.xml import parse, qn
from reportgen.errors import DataError
from reportgen.mending.nouns import Left, Mend, Mended, Options
from reportgen.mending.work import mend_package

__all__ = ["Left", "Mend", "Mended", "Options", "mend_bytes", "mend_file"]

SETTINGS = "word/settings.xml"
LOCK = "~$"
NO_SETTINGS = Settings()
USUAL = Options()


def mend_file(path: Path, options: Options = USUAL, shown: str = "") -> Mended:
    """The mended file as a value; nothing is written. ReportgenError: not readable, not to be mended (KT20, KT21, KT23)."""
    shown = shown or path.as_posix()
    settings = settings_for(path.absolute())
    data = _bytes_of(path)
    if data is None:
        read_foreign(path, shown)  # says why it cannot be read
        data = path.read_bytes()
    return mend_bytes(data, options, shown, settings, path.name)


def mend_bytes(
    data: bytes, options: Options = USUAL, shown: str = "", settings: Settings = NO_SETTINGS, name: str = ""
) -> Mended:
    """The same for the bytes of a file. A .doc becomes a .docx."""
    old = is_old_word(data)
    if old:
        from reportgen.sources.office import word_from_old

        data = word_from_old(data, shown)
    package = read_foreign(data, shown)
    _refuse_signed(package, shown)
    _refuse_odd(data, package, shown)
    outcome = mend_package(package, options, shown, settings, name)
    content = replaced(data, outcome.parts) if outcome.parts else data
    suffix = Path(name).suffix.lower() if not old and Path(name).suffix.lower() in (".docx", ".docm") else ".docx"
    regime = outcome.regime
    notes = (*_notes(package, shown, options.tracked), *([_longer(shown)] if outcome.longer else []))
    return Mended(shown, content, outcome.mends, outcome.left, regime.name, regime.why, notes, suffix)


def _longer(shown: str) -> Finding:
    """Larger letters and wider margins push lines to the next page: the signature may now stand there alone."""
    return warning(
        "KT28",
        "sau khi sửa, văn bản có thể dài thêm một trang.",
        Place(shown),
        hint="mở bản sửa, xem chỗ ngắt trang: phần ký không được đứng một mình sang trang sau",
    )


def _bytes_of(path: Path) -> bytes | None:
    """The bytes of a file; None for one that is better looked at by the guarded reader: missing, huge, a lock of Word."""
    try:
        huge = path.stat().st_size > MAX_FILE
        return None if huge or path.name.startswith(LOCK) else path.read_bytes()
    except OSError:
        return None


def _refuse_signed(package: Mapping[str, bytes], shown: str) -> None:
    if any(name.lower().startswith("_xmlsignatures/") for name in package):
        raise DataError.of(
            "KT20",
            "tệp đã ký số; sửa là chữ ký mất hiệu lực, nên không sửa.",
            Place(shown),
            hint="sửa bản Word chưa ký, rồi trình ký số lại",
        )


def _refuse_odd(data: bytes, package: Mapping[str, bytes], shown: str) -> None:
    """A package that had to be brought into shape to be read cannot be mended part by part."""
    members = packed_members(data)
    same = all(name in members and members[name].crc == zlib.crc32(content) for name, content in package.items())
    if not same:
        raise DataError.of(
            "KT21",
            "tệp lưu theo kiểu lạ (ví dụ «Strict Open XML») nên không sửa từng phần được.",
            Place(shown),
            hint="mở bằng Word, Lưu thành (Save As) kiểu «Word Document (*.docx)», rồi sửa tệp vừa lưu",
        )


def _notes(package: Mapping[str, bytes], shown: str, tracked: bool) -> tuple[Finding, ...]:
    """What whoever keeps the file should know: it is locked, or it tracks changes."""
    if SETTINGS not in package:
        return ()
    root = parse(package[SETTINGS], Place(shown))
    locked = root.find(qn("w:documentProtection"))
    told = []
    if locked is not None and locked.get(qn("w:enforcement"), "0") not in ("0", "false", "off"):
        told.append("tệp đang khóa sửa (Restrict Editing); bản sửa giữ nguyên khóa này.")
    if root.find(qn("w:trackRevisions")) is not None and not tracked:
        told.append("tệp đang bật theo dõi sửa đổi (Track Changes).")
    hint = "" if tracked else "thêm --theo-doi để các chỗ sửa hiện thành sửa đổi chờ duyệt"
    return tuple(warning("KT25", message, Place(shown), hint=hint) for message in told)
