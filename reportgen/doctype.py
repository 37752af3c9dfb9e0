"""A type of document (loại văn bản): ``templates/<loai>/loai.yml`` and the text or Word file beside it.

A type says which figures its documents need, how they relate, how sections are numbered and what the
subject reads. A type may build on another one (``ke_thua``): figures and relations of the parent come first.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import DataError
from reportgen.fields import Choice, Declared, ListOf, MapOf, Record, Text, Whole, declare, load_record
from reportgen.figures.model import Indicator
from reportgen.figures.relations import Relation
from reportgen.noun import field, noun, replace
from reportgen.tables.declared import TableType
from reportgen.vietnamese.text import nearest

DECLARATION = "loai.yml"
BODY = "noi-dung.md"
WORD = "mau.docx"
NUMBERING = {"go_tay": "gõ số bằng chữ, như các cơ quan thường làm", "tu_dong": "đánh số tự động của Word"}


@noun
class DocumentType(Declared):
    """What all documents of one type share."""

    kind: str = declare("ten_loai", "tên loại văn bản", Text(), help="Viết thường.", example="báo cáo", default="")
    symbol: str = declare(
        "ky_hieu_loai", "chữ viết tắt tên loại", Text(), help="Theo Phụ lục III Nghị định 30.", example="BC", default=""
    )
    description: str = declare("mo_ta", "mô tả", Text(), help="Một câu cho lệnh «reportgen list».", default="")
    parent: str = declare("ke_thua", "kế thừa loại", Text(), help="Tên thư mục của loại văn bản gốc.", default="")
    subject: str = declare(
        "trich_yeu",
        "trích yếu",
        Text(),
        help="Nội dung trích yếu; được dùng tên kỳ báo cáo trong ngoặc nhọn kép.",
        example="Kết quả giảm nghèo {{ ky_bao_cao }}",
        default="",
    )
    frame: str = declare(
        "khung", "khung trình bày", Text(), help="Tệp Word trong templates/khung/; bỏ trống thì theo thể thức.", default=""
    )
    heading_scheme: list[str] = declare(
        "danh_so_muc",
        "cách đánh số mục",
        ListOf(Text()),
        help="Mẫu số của từng cấp mục.",
        example="[I., 1., 1.1., a)]",
        default=[],
    )
    numbering: str = declare(
        "danh_so", "kiểu đánh số", Choice(NUMBERING), help="Số gõ bằng chữ hay số tự động của Word.", default="go_tay"
    )
    indicators: dict[str, Indicator] = declare(
        "chi_tieu", "chỉ tiêu", MapOf(Record(Indicator)), help="Các số liệu văn bản cần, mỗi chỉ tiêu một mục.", default={}
    )
    relations: list[Relation] = declare(
        "kiem_tra", "kiểm tra số liệu", ListOf(Record(Relation)), help="Quan hệ phải đúng giữa các số liệu.", default=[]
    )
    tables: dict[str, TableType] = declare(
        "bang", "bảng số liệu", MapOf(Record(TableType)), help="Các bảng văn bản in, mỗi bảng một mục.", default={}
    )
    words: dict[str, str] = declare(
        "chu_rieng",
        "chữ riêng",
        MapOf(Text()),
        help="Những chữ mỗi văn bản một khác, gọi trong lời văn bằng tên; mã: tên gọi.",
        default={},
        example="{ten_xa: Tên xã}",
    )
    allowed_digits: list[str] = declare(
        "chu_so_duoc_go",
        "chữ có số được gõ thẳng",
        ListOf(Text()),
        help="Tên riêng có chữ số được gõ thẳng trong nội dung.",
        example="[Chương trình 135]",
        default=[],
    )
    cutoff: int | None = declare(
        "ky_chot",
        "ngày chốt số liệu",
        Whole(low=1, high=28),
        help="Ngày đầu của kỳ số liệu theo chế độ báo cáo: 15 là từ ngày 15 tháng trước đến ngày 14. Bỏ trống thì theo cơ quan, "
        "rồi theo tháng lịch.",
        example="15",
        default=None,
    )
    plan_type: str = declare(
        "loai_ke_hoach",
        "loại văn bản kế hoạch",
        Text(),
        help="Loại của văn bản kế hoạch năm có cùng mã chỉ tiêu, để lấy số kế hoạch; bỏ trống thì gõ một lần ở báo cáo đầu năm.",
        default="",
        example="ke-hoach-giam-ngheo",
    )
    key: str = field(default="", kw_only=True)
    folder: Path | None = field(default=None, kw_only=True)

    def file(self, name: str) -> Path | None:
        """The type's own file of that name, None where there is none."""
        path = self.folder / name if self.folder else None
        return path if path and path.is_file() else None


def load_type(templates: Path, key: str, shown_root: Path) -> DocumentType:
    """The type ``key`` under ``templates``, with what it inherits. DataError: unknown name, faults, a circle of parents."""
    chain = _chain(templates, key, shown_root)
    kind = chain[-1]
    for child in reversed(chain[:-1]):
        kind = _over(child, kind)
    return kind


def type_keys(templates: Path) -> list[str]:
    """Names of all types under ``templates``, sorted."""
    return sorted(p.parent.name for p in templates.glob(f"*/{DECLARATION}"))


def _chain(templates: Path, key: str, root: Path) -> list[DocumentType]:
    chain: list[DocumentType] = []
    while key:
        if key in [t.key for t in chain]:
            raise DataError.of("DL40", f"loại «{key}» kế thừa vòng quanh chính nó", chain[-1].at("parent"))
        place = chain[-1].at("parent") if chain else None
        chain.append(_load_one(templates, key, root, place))
        key = chain[-1].parent
    return chain


def _load_one(templates: Path, key: str, root: Path, place) -> DocumentType:
    path = templates / key / DECLARATION
    if not path.is_file():
        close = nearest(key, type_keys(templates))
        hint = f"có phải «{close}»?" if close else f"tạo tệp {path.relative_to(root).as_posix()}"
        raise DataError.of("DL41", f"không có loại văn bản «{key}»", **({"place": place} if place else {}), hint=hint)
    loaded = load_record(DocumentType, path, path.relative_to(root).as_posix())
    return replace(loaded, key=key, folder=path.parent)


def _over(child: DocumentType, parent: DocumentType) -> DocumentType:
    """The child with the parent's values wherever the child's file is silent."""
    inherited = {
        name: getattr(parent, name)
        for name in ("kind", "symbol", "description", "subject", "frame", "heading_scheme", "numbering", "allowed_digits", "cutoff", "plan_type")
        if name not in child.places
    }
    return replace(
        child,
        **inherited,
        indicators={**dict(parent.indicators), **dict(child.indicators)},
        relations=[*parent.relations, *child.relations],
        tables={**dict(parent.tables), **dict(child.tables)},
        words={**parent.words, **child.words},
    )
