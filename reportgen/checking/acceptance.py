"""``kiem-tra.yml``: what an office lets stand, and why; beside the documents or in any folder above them.

    muc_do: thong-le
    chap_nhan:
      so.size: Quy chế văn thư của tỉnh cho ghi số, ký hiệu cỡ 14
    rieng_tep:
      bao-cao-quy-I.docx:
        page.margin.bottom: In trên giấy đã có tiêu đề

The nearest file counts, alone: two files that add up would leave nobody sure which reason holds. What is accepted is
still shown, with its reason, but does not fail the check. A code that does not exist is an error: a rule accepted under
a misspelt name would go on being reported and nobody would know why.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from reportgen.checking.nouns import LEVELS
from reportgen.diagnostics import Finding, Place, error
from reportgen.errors import DataError
from reportgen.fields import Choice, Declared, MapOf, Text, declare, load_record
from reportgen.noun import noun, replace
from reportgen.profile import load_profile, profile_keys
from reportgen.vietnamese.text import nearest, nfc

FILE = "kiem-tra.yml"
CODE = r"[A-Za-z][A-Za-z0-9_]*(\.[a-z0-9_]+)*"
CODE_HINT = "là mã quy tắc in trong kết quả kiểm tra, ví dụ so.size"
FILE_NAME = r"[^\\/:*?\"<>|]+"
_REASONS = MapOf(Text(), CODE, CODE_HINT)


@noun
class Settings(Declared):
    """What ``kiem-tra.yml`` may say."""

    profile: str = declare(
        "the_thuc", "thể thức", Choice({key: key for key in profile_keys()}), help="Luôn kiểm theo thể thức này.", default=""
    )
    level: str = declare(
        "muc_do", "mức kiểm tra", Choice({key: key for key in LEVELS}), help="Mức dùng khi lệnh không ghi --muc.", default=""
    )
    accepted: dict[str, str] = declare(
        "chap_nhan", "lý do chấp nhận", _REASONS, help="Quy tắc nào được bỏ qua, và vì sao.", default={},
        example="{so.size: theo quy chế văn thư của cơ quan}",
    )  # fmt: skip
    by_file: dict[str, dict[str, str]] = declare(
        "rieng_tep", "lý do riêng của từng tệp", MapOf(_REASONS, FILE_NAME, "là tên tệp, không có thư mục"),
        help="Như chap_nhan, cho một tệp.", default={},
    )  # fmt: skip

    def reasons(self, name: str) -> dict[str, str]:
        """Code → reason for the file called ``name``."""
        own = next((reasons for key, reasons in self.by_file.items() if nfc(key) == nfc(name)), {})
        return {**self.accepted, **own}


NONE = Settings()


def settings_for(document: Path) -> Settings:
    """The settings nearest to a document (an absolute path), NONE if there is no file. DataError for its faults."""
    for folder in document.parents:
        path = folder / FILE
        if path.is_file():
            stat = path.stat()
            return _loaded(path, stat.st_mtime_ns, stat.st_size)
    return NONE


def with_reasons(findings: Iterable[Finding], reasons: dict[str, str]) -> list[Finding]:
    """The findings, those of accepted codes with the reason."""
    return [replace(f, accepted=f.accepted or reasons.get(f.code, "")) for f in findings]


@lru_cache(maxsize=256)
def _loaded(path: Path, changed: int, size: int) -> Settings:
    """Read once for a folder; again when the file has changed."""
    return load_settings(path)


def load_settings(path: Path) -> Settings:
    """The file read and its codes looked up. DataError: faults of YAML, KT04 a code that does not exist."""
    settings = load_record(Settings, path)
    typed = [("accepted", code) for code in settings.accepted]
    typed += [("by_file", name, code) for name, reasons in settings.by_file.items() for code in reasons]
    known = _known_codes() if typed else set()
    faults = [_unknown(where[-1], settings.at(*where), known) for where in typed if where[-1] not in known]
    if faults:
        raise DataError(faults)
    return settings


def _known_codes() -> set[str]:
    from reportgen.codes import explanations  # the tables of all rooms: only who accepts something pays for them

    return {*explanations(), *(rule.code for key in profile_keys() for rule in load_profile(key).rules)}


def _unknown(code: str, place: Place, known: set[str]) -> Finding:
    close = nearest(code, known)
    hint = f"có phải «{close}»?" if close else "chép mã in ở cuối dòng kết quả kiểm tra"
    return error("KT04", f"không có quy tắc nào mang mã «{code}»", place, found=code, hint=hint)
