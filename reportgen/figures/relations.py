"""What must hold between figures: the declarations under ``kiem_tra:``. Judged by ``reportgen.checks.figures``.

    kiem_tra:
      - ten_goi: Số tiền hỗ trợ nhà ở
        tich: [nha_xay_moi, muc_ho_tro]
        bang: so_tien_nha_o

One item holds exactly one form. The forms know units: money is brought to đồng, a percentage is a hundredth, so
``tich`` of 276 hộ and 60 triệu đồng/nhà may equal 16,56 tỷ đồng. Only ``bieu_thuc`` works on bare numbers, exactly
as ``cong_thuc`` does: the same text must mean the same thing in both places; mixed units in it are refused.
"""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place, error
from reportgen.fields import Declared, ListOf, Text, complain, declare
from reportgen.noun import noun
from reportgen.yamltext import Node, Scalar, Sequence

FORMS = {
    "sum": "tong",
    "product": "tich",
    "difference": "hieu",
    "share": "ty_le",
    "equal": "bang_nhau",
    "statement": "bieu_thuc",
    "common_base": "ty_le_khop",
}
"""Identifier of each form → the key staff type."""


@noun
class NameUse:
    """The name of a figure, and where it is used."""

    key: str
    place: Place


@noun
class FigureName:
    """Kind of field: the name of one figure."""

    sample = "ho_ngheo"

    def read(self, node: Node, sink: list[Finding]) -> NameUse | None:
        """The name at ``node``; None and a finding if there is none."""
        if isinstance(node, Scalar) and node.text.strip():
            return NameUse(node.text.strip(), node.place)
        complain(sink, "SL20", "chỗ này phải là mã của một chỉ tiêu", node.place, f"Ví dụ: {self.sample}")
        return None

    def schema(self) -> dict:
        """JSON Schema of one name."""
        return {"type": "string", "minLength": 1}

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind: none."""
        return ()


@noun
class Pair:
    """Kind of field: exactly two names in order, ``[so_bi_tru, so_tru]``."""

    sample = "[ho_ngheo, tong_so_ho]"

    def read(self, node: Node, sink: list[Finding]) -> tuple[NameUse, ...] | None:
        """The two names at ``node``; None and findings if it is no pair."""
        if not isinstance(node, Sequence) or len(node.items) != 2:
            complain(sink, "SL20", "cần đúng hai mã chỉ tiêu", node.place, f"Ví dụ: {self.sample}")
            return None
        names = [FigureName().read(item, sink) for item in node.items]
        return tuple(names) if all(names) else None

    def schema(self) -> dict:
        """JSON Schema of the pair."""
        return {"type": "array", "items": FigureName().schema(), "minItems": 2, "maxItems": 2}

    def records(self) -> tuple[type, ...]:
        """Record classes inside this kind: none."""
        return ()


_NAMES = ListOf(FigureName(), at_least=2)


@noun
class Relation(Declared):
    """One relation. Exactly one form is given; ``result`` or ``limit`` where the form needs it (see ``shape_faults``)."""

    label: str = declare(
        "ten_goi", "tên gọi", Text(), help="Quan hệ này nói gì.", example="Tổng số hộ bằng nam cộng nữ"
    )
    sum: tuple[NameUse, ...] | None = declare(
        "tong",
        "tổng của",
        _NAMES,
        help="Các số hạng; kèm «bang» hoặc «khong_qua».",
        default=None,
        example="[ho_ngheo, ho_can_ngheo]",
    )
    product: tuple[NameUse, ...] | None = declare(
        "tich",
        "tích của",
        _NAMES,
        help="Các thừa số; kèm «bang».",
        default=None,
        example="[so_nha, muc_ho_tro]",
    )
    difference: tuple[NameUse, ...] | None = declare(
        "hieu",
        "hiệu của",
        Pair(),
        help="Số bị trừ, số trừ; kèm «bang».",
        default=None,
        example="[dau_ky, cuoi_ky]",
    )
    share: tuple[NameUse, ...] | None = declare(
        "ty_le",
        "tỷ lệ của",
        Pair(),
        help="Phần và tổng thể; kèm «bang».",
        default=None,
        example="[ho_ngheo, tong_so_ho]",
    )
    equal: tuple[NameUse, ...] | None = declare(
        "bang_nhau", "bằng nhau", _NAMES, help="Các số liệu phải bằng nhau.", default=None
    )
    statement: str = declare(
        "bieu_thuc",
        "biểu thức",
        Text(),
        help="So sánh viết bằng mã chỉ tiêu, tính trên con số, không đổi đơn vị.",
        default="",
        example="ho_ngheo + ho_can_ngheo <= tong_so_ho",
    )
    common_base: tuple[tuple[NameUse, ...], ...] | None = declare(
        "ty_le_khop",
        "tỷ lệ khớp nhau",
        ListOf(Pair(), at_least=2),
        help="Các cặp [số lượng, tỷ lệ] phải cùng suy ra một tổng thể.",
        default=None,
        example="[[ho_ngheo, ty_le_ngheo], [ho_can_ngheo, ty_le_can_ngheo]]",
    )
    result: NameUse | None = declare(
        "bang", "bằng", FigureName(), help="Chỉ tiêu mang kết quả.", default=None
    )
    limit: NameUse | None = declare(
        "khong_qua", "không quá", FigureName(), help="Chỉ tiêu mà tổng không được vượt.", default=None
    )
    accepted: str = declare(
        "chap_nhan",
        "lý do chấp nhận",
        Text(),
        help="Vì sao để nguyên chỗ lệch; vẫn hiện ra nhưng không chặn.",
        default="",
    )
    note: str = declare("ghi_chu", "ghi chú", Text(), help="Ghi chú cho người soạn.", default="")

    @property
    def forms(self) -> list[str]:
        """Identifiers of the forms given; a well-made relation has one."""
        return [form for form in FORMS if getattr(self, form)]

    @property
    def names(self) -> list[NameUse]:
        """Every figure named outside of ``statement``, in reading order."""
        lists = [self.sum, self.product, self.difference, self.share, self.equal, *(self.common_base or ())]
        single = [self.result, self.limit]
        return [name for names in lists if names for name in names] + [name for name in single if name]


def shape_faults(relation: Relation) -> list[Finding]:
    """Findings SL21: not exactly one form, or ``bang``/``khong_qua`` missing or out of place."""
    typed = [FORMS[form] for form in relation.forms]
    if len(typed) != 1:
        given = "có " + ", ".join(typed) if typed else "chưa có dạng nào"
        hint = "mỗi quan hệ chọn đúng một trong: " + ", ".join(FORMS.values())
        return [
            error(
                "SL21",
                f"quan hệ «{relation.label}» phải có đúng một dạng, ở đây {given}",
                relation.place,
                hint=hint,
            )
        ]
    form = relation.forms[0]
    allowed = {"sum": 2, "product": 1, "difference": 1, "share": 1}.get(form, 0)
    given = [key for key, use in (("bang", relation.result), ("khong_qua", relation.limit)) if use]
    if allowed == 0 and given:
        message = f"quan hệ «{relation.label}»: «{typed[0]}» không đi với «{given[0]}»"
        return [error("SL21", message, relation.place, hint=f"bỏ dòng «{given[0]}»")]
    if allowed and (len(given) != 1 or (allowed == 1 and given == ["khong_qua"])):
        needed = "«bang» hoặc «khong_qua» (một trong hai)" if allowed == 2 else "«bang»"
        return [
            error("SL21", f"quan hệ «{relation.label}»: «{typed[0]}» phải đi với {needed}", relation.place)
        ]
    return []
