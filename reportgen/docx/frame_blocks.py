"""The blocks of a frame: letterhead, title, addressees, legal bases, signature; the State's and the Party's.

Letterhead: a table of two columns, not two equal halves, since half of the text width cannot hold the Quốc
hiệu on one line; the number and the date have a row of their own, so that a long name of the body does not
push the number off the line of the date (NĐ30, PL I, Phần I, Mục II.4.c).
"""

from __future__ import annotations

from reportgen.docx.frame_shape import FrameShape
from reportgen.docx.frame_text import control, each, ended, if_, table
from reportgen.docx.markup import paragraph, run, styled_paragraph
from reportgen.docx.rules import letterhead_left_mm
from reportgen.profile import STYLE_NAMES, Profile

SIGNATURE_LINES = 5
SIGNATURE_GAP = 160  # twips between the body and the row of Nơi nhận and signature


def letterhead(profile: Profile, shape: FrameShape) -> str:
    """Names of the bodies and the national (or Party) heading; number and date in a row of their own."""
    party = profile.letterhead == "dang"
    names = [
        *if_("co_quan_chu_quan", "co_quan_chu_quan", "{{ co_quan_chu_quan }}"),
        *each("dong", "co_quan_ban_hanh", "co_quan_ban_hanh", "{{ dong }}"),
        paragraph("sao_co_quan", profile.texts["sao_co_quan"]) if party else paragraph("ke_co_quan"),
    ]
    number = [paragraph("so_ky_hieu", "{{ so_ky_hieu }}")]
    if shape.letter:
        number.append(paragraph("trich_yeu_cv", f"{profile.texts['tien_to_cong_van']} {{{{ trich_yeu }}}}"))
    date = [paragraph("dia_danh", "{{ dia_danh_ngay_thang }}" if shape.dated else "")]
    heading = _party_heading(profile) if party else _national_heading(profile)
    return table(profile.page, letterhead_left_mm(profile), [(names, heading), (number, date)])


def _national_heading(profile: Profile) -> list[str]:
    return [
        paragraph("quoc_hieu", profile.texts["quoc_hieu"]),
        paragraph("tieu_ngu", profile.texts["tieu_ngu"]),
        paragraph("ke_tieu_ngu"),
    ]


def _party_heading(profile: Profile) -> list[str]:
    return [paragraph("tieu_de_dang", profile.texts["tieu_de_dang"]), paragraph("ke_tieu_de_dang")]


def title(profile: Profile) -> list[str]:
    """Type name and subject, with the rule (Party: five hyphens) below."""
    below = paragraph("ke_trich_yeu")
    if profile.letterhead == "dang":
        below = paragraph("gach_trich_yeu", profile.texts["gach_trich_yeu"])
    return [
        *if_("ten_loai", "ten_loai", "{{ ten_loai }}"),
        control("if trich_yeu"),
        paragraph("trich_yeu", "{{ trich_yeu }}"),
        below,
        control("endif"),
    ]


def addressees(profile: Profile) -> list[str]:
    """One addressee on the line of «Kính gửi:», several each on its own line (NĐ30, PL I, Mục II.9.d)."""
    mark, last_mark = profile.texts["cuoi_kinh_gui"], profile.texts["cuoi_kinh_gui_cuoi"]
    only = mark if mark == last_mark else ""
    return [
        control("for noi in kinh_gui"),
        control("if loop.length == 1"),
        _addressed(profile, f" {{{{ noi }}}}{only}"),
        control("else"),
        control("if loop.first"),
        _addressed(profile, ""),
        control("endif"),
        *ended("kinh_gui_muc", "- {{ noi }}", mark, last_mark),
        control("endif"),
        control("endfor"),
    ]


def _addressed(profile: Profile, text: str) -> str:
    """The line that opens with «Kính gửi:»; where the label looks otherwise than the names, in a style of its own."""
    if "nhan_kinh_gui" not in profile.styles:
        return paragraph("kinh_gui", f"{profile.texts['nhan_kinh_gui']}{text}")
    label = run("{{ nhan_kinh_gui }}", STYLE_NAMES["nhan_kinh_gui"][0])
    return styled_paragraph(STYLE_NAMES["kinh_gui"][0], label + (run(text) if text else ""))


def legal_bases(profile: Profile) -> list[str]:
    """Each basis in a paragraph, closed as the regulation has it."""
    mark, last_mark = profile.texts["cuoi_can_cu"], profile.texts["cuoi_can_cu_cuoi"]
    dash = profile.texts.get("dau_can_cu", "")
    return [
        control("for mot_can_cu in can_cu"),
        *ended("can_cu", f"{dash}{{{{ mot_can_cu }}}}", mark, last_mark),
        control("endfor"),
    ]


def decision(profile: Profile) -> list[str]:
    """Competence, bases, «QUYẾT ĐỊNH:» (NĐ30, PL III, Mẫu 1.1-1.3); the Party names who decides below its bases."""
    competence = paragraph("tham_quyen", "{{ tham_quyen }}")
    bases, line = legal_bases(profile), paragraph("dong_quyet_dinh", "{{ dong_quyet_dinh }}")
    return [*bases, competence, line] if profile.letterhead == "dang" else [competence, *bases, line]


def signature(profile: Profile) -> str:
    """Recipients on the left, authority, office and name on the right."""
    row = _recipients(profile), [*_office(""), *_signed("")]
    return table(profile.page, profile.page.signature_left_mm, [row], top=SIGNATURE_GAP)


def two_signatures(profile: Profile) -> str:
    """Two signers side by side, names level; the recipients below on the left (as NĐ30, PL III, Mẫu 1.9)."""
    half = profile.page.text_width_mm / 2
    rows = [
        (_office("_trai"), _office("")),
        (_signed("_trai"), _signed("")),
        (_recipients(profile), [paragraph("cho_ky")]),
    ]
    return table(profile.page, half, rows, top=SIGNATURE_GAP, bottom_row=1)


def _recipients(profile: Profile) -> list[str]:
    filing = profile.texts["nhan_noi_luu"]
    return [
        paragraph("noi_nhan_nhan", profile.texts["nhan_noi_nhan"]),
        *each("noi", "noi_nhan", "noi_nhan", "- {{ noi }};"),
        paragraph("noi_nhan", f"- {filing} {{{{ noi_luu }}}}."),
    ]


def _office(side: str) -> list[str]:
    return [
        *each("dong", f"quyen_han_ky{side}", "quyen_han_ky", "{{ dong }}"),
        paragraph("chuc_vu", f"{{{{ chuc_vu{side} }}}}"),
    ]


def _signed(side: str) -> list[str]:
    """The blank lines for the signature, a second office if any (right side), the name."""
    second_office = [] if side else if_("nguoi_ky_chuc_danh_khac", "chuc_vu", "{{ nguoi_ky_chuc_danh_khac }}")
    name = paragraph("nguoi_ky", f"{{{{ nguoi_ky{side} }}}}")
    return [*[paragraph("cho_ky")] * SIGNATURE_LINES, *second_office, name]
