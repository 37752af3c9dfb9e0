"""Findings in the order people read a page: by its parts from the top down, in each the gravest first, equal ones once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportgen.checks.layout.words import BODY, SHOWN
from reportgen.diagnostics import Finding, Place
from reportgen.noun import noun

TEXT, FIGURES, WHOLE = "Nội dung", "Số liệu trong văn bản", "Văn bản"
FIGURES_CODE = "VB"
"""Codes of recomputed figures begin so."""
PAGE_ORDER = (
    "trang_giay", "so_trang", "do_mat", "do_khan", "du_thao", "tieu_de_dang", "quoc_hieu", "tieu_ngu", "co_quan_chu_quan",
    "co_quan_ban_hanh", "so_ky_hieu", "dia_danh", "trich_yeu_cv", "ten_loai", "trich_yeu", "kinh_gui", "kinh_gui_muc",
    "tham_quyen", "can_cu", "noi_dung", "noi_nhan_nhan", "noi_nhan", "noi_luu", "ky_hieu_soan_thao", "quyen_han_ky",
    "chuc_vu", "chuc_danh_khac", "chu_ky", "nguoi_ky", "phu_luc", "phu_luc_ten", "phu_luc_kem_theo",
)  # fmt: skip
FOLLOWING = {
    "so_trang": ("Đầu trang, chân trang", "Đầu trang", "Phần đầu văn bản"),
    "noi_dung": (FIGURES, "Phần ký"),
    "chuc_danh_khac": ("Chữ ký",),
    "phu_luc_kem_theo": ("Thuộc tính tệp",),
}
"""Headings that are no component, below the one they follow."""
NAMES = tuple(name for kind in PAGE_ORDER for name in (SHOWN[kind], *FOLLOWING.get(kind, ())))
LONGEST_FIRST = sorted({*SHOWN.values(), *NAMES}, key=len, reverse=True)
OF_THE_TEXT = frozenset(SHOWN[kind] for kind in (*BODY, "bo_cuc", "de_muc"))


@noun
class Group:
    """The findings about one part of the page."""

    name: str
    findings: tuple[Finding, ...]


def groups(findings: Iterable[Finding]) -> list[Group]:
    """The findings by part of the page, from the top down; what is about no part stands at the end."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(part_of(finding), []).append(finding)
    ordered = sorted(found, key=_rank)
    return [Group(name, tuple(sorted(found[name], key=_gravest))) for name in ordered]


def part_of(finding: Finding) -> str:
    """The part of the page a finding is about, as it is headed: «Quốc hiệu», «Nội dung», «Văn bản»."""
    if finding.code.startswith(FIGURES_CODE):
        return FIGURES
    named = split(finding.place.part)[0]
    if named in OF_THE_TEXT:
        return TEXT
    return named or WHOLE


@lru_cache(maxsize=4096)
def split(part: str) -> tuple[str, str]:
    """The name of the component and where in it: «Khoản, đoạn 3» → «Khoản», «đoạn 3»; some names have a comma themselves."""
    name = next((name for name in LONGEST_FIRST if part == name or part.startswith(f"{name}, ")), "")
    if name:
        return name, part[len(name) + 2 :]
    named, _, rest = part.partition(", ")
    return named.strip(), rest


def places(finding: Finding) -> list[Place]:
    """All places of a finding from the top of the document down."""
    return sorted(finding.all_places, key=lambda place: place.paragraph)


def told(finding: Finding, part: str) -> str:
    """What is wrong in one line under the heading ``part``: «cỡ chữ 14; phải là 13 (3 chỗ)»."""
    if finding.found and finding.message.partition(": ")[2].startswith(f"{finding.found}; {finding.expected}"):
        text = f"{finding.found}; {finding.expected}"
    else:
        text = finding.message.removeprefix(f"{part}: ").rstrip(".")
    count = len(finding.all_places)
    return text + (f" ({count} chỗ)" if count > 1 else "")


def values(finding: Finding, part: str) -> str:
    """«đang ghi 12; phải là 13» where the line of ``told`` does not say it already; '' otherwise."""
    said = told(finding, part)
    pairs = (("đang ghi", finding.found), ("phải là", finding.expected))
    return "; ".join(f"{word} {value}" for word, value in pairs if value and value not in said)


def where(finding: Finding, part: str, most: int = 3) -> str:
    """Where in the part: «đoạn 12», «Khoản, đoạn 3; đoạn 5 …»; '' where the heading says all."""
    details = dict.fromkeys(filter(None, (_detail(place, part) for place in places(finding))))
    shown = list(details)[:most]
    return "; ".join(shown) + (" …" if len(details) > most else "")


def worded(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings of each severity, by the name of the severity; none of those that are zero."""
    counts: dict[str, int] = {}
    for finding in sorted(findings, key=lambda f: f.severity.rank):
        counts[finding.severity.value] = counts.get(finding.severity.value, 0) + 1
    return counts


def _detail(place: Place, part: str) -> str:
    """Paragraphs of the text are counted together, so «đoạn 4» says enough of a «Gạch đầu dòng, đoạn 4»."""
    named, rest = split(place.part)
    if named == part or (named in OF_THE_TEXT and rest) or (part != FIGURES and named in NAMES):
        return rest
    return place.part


def _rank(name: str) -> tuple[int, str]:
    if name in NAMES:
        return NAMES.index(name), ""
    return (len(NAMES) + 1, "") if name == WHOLE else (len(NAMES), name)


def _gravest(finding: Finding) -> tuple[int, int, str]:
    return finding.severity.rank, places(finding)[0].paragraph, finding.code
