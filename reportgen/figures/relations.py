"""What must hold between figures: the declarations under ``kiem_tra:``. Judged by ``reportgen.checks.figures``.

    kiem_tra:
      - ten_goi: Số tiền hỗ trợ nhà ở
        tich: [nha_xay_moi, muc_ho_tro]
        bang: so_tien_nha_o
      - ten_goi: Văn bản viết tỷ lệ hộ nghèo giảm 2,39 điểm phần trăm
        tang_giam: [ty_le_cuoi_ky, ty_le_dau_ky]
        bang: muc_giam
        viet_la: giam

One item holds exactly one form (``forms`` says what goes with which). The forms know units: money is brought to đồng, a percentage is a hundredth, so
``tich`` of 276 hộ and 60 triệu đồng/nhà may equal 16,56 tỷ đồng. Only ``bieu_thuc`` works on bare numbers, exactly
as ``cong_thuc`` does: the same text must mean the same thing in both places; mixed units in it are refused.
"""

from __future__ import annotations

from reportgen.diagnostics import Finding, Place
from reportgen.fields import Choice, Declared, ListOf, Text, YesNo, complain, declare
from reportgen.noun import noun
from reportgen.yamltext import Node, Scalar, Sequence

DIRECTIONS = {
    "tang": "tăng",
    "giam": "giảm",
    "khong_doi": "không đổi",
    "vuot": "vượt kế hoạch",
    "chua_dat": "chưa đạt kế hoạch",
}
"""What a text says of two figures; the first three of two periods, the others of a result and its plan."""


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


_PARTS = ListOf(FigureName(), at_least=1)
_NAMES = ListOf(FigureName(), at_least=2)


@noun
class Relation(Declared):
    """One relation. Exactly one form is given, and what goes with it (see ``forms.shape_faults``)."""

    label: str = declare(
        "ten_goi", "tên gọi", Text(), help="Quan hệ này nói gì.", example="Tổng số hộ bằng nam cộng nữ"
    )
    sum: tuple[NameUse, ...] | None = declare(
        "tong",
        "tổng của",
        _PARTS,
        help="Các số hạng; kèm «bang» hoặc «khong_qua». Tiền được đổi về cùng đơn vị. Một số hạng cũng được nếu kèm «khong_qua».",
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
        help="Phần và tổng thể (gốc so sánh); kèm «bang».",
        default=None,
        example="[ho_ngheo, tong_so_ho]",
    )
    parts: tuple[NameUse, ...] | None = declare(
        "trong_do",
        "trong đó",
        _PARTS,
        help="Các phần của «tong_so»; kèm «du».",
        default=None,
        example="[ho_vay_von, nha_xay_moi, nha_sua_chua]",
    )
    plan: tuple[NameUse, ...] | None = declare(
        "phan_tram_ke_hoach",
        "phần trăm kế hoạch",
        Pair(),
        help="Số thực hiện, số kế hoạch; kèm «bang» (chỉ tiêu đơn vị %), «viet_la» hoặc cả hai.",
        default=None,
        example="[giam_ho_ngheo, chi_tieu_giam_ngheo]",
    )
    change: tuple[NameUse, ...] | None = declare(
        "tang_giam",
        "tăng, giảm",
        Pair(),
        help="Số kỳ này, số kỳ trước; kèm «bang», «viet_la» hoặc cả hai. Đơn vị của «bang» cho biết đó là số tăng, tỷ lệ % hay "
        "điểm phần trăm.",
        default=None,
        example="[ty_le_cuoi_ky, ty_le_dau_ky]",
    )
    equal: tuple[NameUse, ...] | None = declare(
        "bang_nhau",
        "bằng nhau",
        _NAMES,
        help="Một số liệu ghi ở nhiều chỗ: phải bằng nhau; triệu đồng, tỷ đồng được đổi, chỗ ghi tròn hơn cũng khớp.",
        default=None,
        example="[von_vay_trieu, giai_ngan_ty]",
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
    whole: NameUse | None = declare(
        "tong_so", "tổng số", FigureName(), help="Chỉ tiêu mà «trong_do» là các phần.", default=None
    )
    complete: bool | None = declare(
        "du",
        "kể đủ",
        YesNo(),
        help="«có»: các phần kể hết, cộng lại phải bằng tổng số. «không»: chỉ kể một số phần, cộng lại không được vượt.",
        default=None,
    )
    direction: str = declare(
        "viet_la",
        "văn bản viết là",
        Choice(DIRECTIONS),
        help="Chữ văn bản dùng; khi đó «bang» ghi độ lớn, không mang dấu trừ.",
        default="",
        example="giam",
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
    def names(self) -> list[NameUse]:
        """Every figure named outside of ``statement``, in reading order."""
        lists = [self.sum, self.product, self.difference, self.share, self.parts, self.plan, self.change]
        lists += [self.equal, *(self.common_base or ())]
        single = [self.result, self.limit, self.whole]
        return [name for names in lists if names for name in names] + [name for name in single if name]
