"""The forms a relation may take, and what each needs beside it: said once, as a table."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.diagnostics import Finding, error
from reportgen.figures.relations import Relation
from reportgen.noun import noun


@noun
class Form:
    """``key`` is what staff type. ``needs``: groups of companions, of each group one or (``either``) one or more."""

    key: str
    needs: tuple[tuple[str, ...], ...] = ()
    either: bool = False
    directions: tuple[str, ...] = ()


FORMS: Mapping[str, Form] = {
    "sum": Form("tong", (("bang", "khong_qua"),)),
    "product": Form("tich", (("bang",),)),
    "difference": Form("hieu", (("bang",),)),
    "share": Form("ty_le", (("bang",),)),
    "parts": Form("trong_do", (("tong_so",), ("du",))),
    "plan": Form("phan_tram_ke_hoach", (("bang", "viet_la"),), True, ("vuot", "chua_dat")),
    "change": Form("tang_giam", (("bang", "viet_la"),), True, ("tang", "giam", "khong_doi")),
    "equal": Form("bang_nhau"),
    "statement": Form("bieu_thuc"),
    "common_base": Form("ty_le_khop"),
}
"""Identifier of each form → the form."""

_HINTS = {
    "bang": "thêm dòng «bang: mã chỉ tiêu mang kết quả»",
    "tong_so": "thêm dòng «tong_so: mã chỉ tiêu mang tổng số»",
    "du": "ghi «du: có» nếu các phần kể hết, «du: không» nếu chỉ kể một số phần",
}


def forms_of(relation: Relation) -> list[str]:
    """Identifiers of the forms given; a well-made relation has one."""
    return [form for form in FORMS if getattr(relation, form)]


def shape_faults(relation: Relation) -> list[Finding]:
    """Findings SL21: not exactly one form, or what goes with it missing or out of place."""
    forms = forms_of(relation)
    if len(forms) != 1:
        given = "có " + ", ".join(FORMS[form].key for form in forms) if forms else "chưa có dạng nào"
        hint = "mỗi quan hệ chọn đúng một trong: " + ", ".join(form.key for form in FORMS.values())
        message = f"quan hệ «{relation.label}» phải có đúng một dạng, ở đây {given}"
        return [error("SL21", message, relation.place, hint=hint)]
    form, given = FORMS[forms[0]], _companions(relation)
    faults = [_strange(relation, form, key) for key in given if not any(key in group for group in form.needs)]
    if not faults:
        faults = [_needed(relation, form, group) for group in form.needs if not _is_met(form, group, given)]
    return faults or _further_faults(relation, form)


def _companions(relation: Relation) -> list[str]:
    """The keys beside the form that are filled in."""
    values = {
        "bang": relation.result,
        "khong_qua": relation.limit,
        "tong_so": relation.whole,
        "du": relation.complete is not None,
        "viet_la": relation.direction,
    }
    return [key for key, value in values.items() if value]


def _is_met(form: Form, group: tuple[str, ...], given: list[str]) -> bool:
    count = sum(key in given for key in group)
    return count >= 1 if form.either else count == 1


def _strange(relation: Relation, form: Form, key: str) -> Finding:
    message = f"quan hệ «{relation.label}»: «{form.key}» không đi với «{key}»"
    needed = ", ".join(f"«{key}»" for group in form.needs for key in group)
    hint = f"bỏ dòng «{key}»" + (f"; «{form.key}» đi với: {needed}" if needed else "")
    return error("SL21", message, relation.place, hint=hint)


def _needed(relation: Relation, form: Form, group: tuple[str, ...]) -> Finding:
    needed = " hoặc ".join(f"«{key}»" for key in group)
    if len(group) > 1:
        needed += " (hoặc cả hai)" if form.either else " (một trong hai)"
    message = f"quan hệ «{relation.label}»: «{form.key}» phải đi với {needed}"
    return error("SL21", message, relation.place, hint=_HINTS.get(group[0], ""))


def _further_faults(relation: Relation, form: Form) -> list[Finding]:
    """A direction of another form; a sum of one thing that is to equal something."""
    if relation.direction and relation.direction not in form.directions:
        message = f"quan hệ «{relation.label}»: «{form.key}» không dùng «viet_la: {relation.direction}»"
        hint = "chọn một trong: " + ", ".join(form.directions)
        return [error("SL21", message, relation.at("direction"), hint=hint)]
    is_alone = len(relation.sum or relation.parts or (0, 0)) == 1
    if is_alone and (relation.result or relation.complete):
        message = f"quan hệ «{relation.label}»: «{form.key}» chỉ có một số"
        hint = "kể thêm các số hạng; nếu hai số phải bằng nhau, dùng bang_nhau"
        return [error("SL21", message, relation.place, hint=hint)]
    return []
