"""Does a formula give what its unit says? Follows units through a tree; a number written in it counts as a conversion.

Formulas work on bare numbers in the declared units, so ``so_ho * muc_ho_tro`` in triệu đồng must not be declared in tỷ
đồng, and ``ho_ngheo / tong_so_ho`` is no percentage until it is multiplied by 100. Where every factor is known a wrong
scale is an error; where a literal number takes part (``* 100``, ``/ 1000``) the writer has taken charge.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from reportgen.figures.expressions import Call, Comparison, Name, Negative, Number, Operation, Tree
from reportgen.figures.quantity import rounded
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import Measure, kind_of, measure
from reportgen.vietnamese.numbers import format_number


def check_size(tree: Tree, unit: str, unit_of: Callable[[str], str]) -> None:
    """Raises ExpressionError (SL12) if the formula cannot give a number in ``unit``."""
    size = size_of(tree, unit_of)
    if size is None and unit:
        _refuse_wrong_way(tree, unit, unit_of)
    if size is None or not unit or size == measure(unit):
        return
    wanted = measure(unit)
    if size.dims != wanted.dims:
        raise ExpressionError(
            f"công thức cho ra {kind_of(size)}, nhưng đơn vị tính khai là «{unit}» ({kind_of(wanted)})",
            "xem lại công thức và don_vi_tinh",
            "SL12",
        )
    ratio = size.factor / wanted.factor
    step = f"nhân với {_printed(ratio)}" if ratio > 1 else f"chia cho {_printed(1 / ratio)}"
    raise ExpressionError(
        f"công thức cho ra số chưa đúng đơn vị «{unit}»: phải {step}",
        f"thêm phép {step} vào cuối công thức",
        "SL12",
    )


def _refuse_wrong_way(tree: Tree, unit: str, unit_of: Callable[[str], str]) -> None:
    """Raises ExpressionError (SL12) for a conversion done backwards: triệu đồng × 1000 given as tỷ đồng."""
    if not isinstance(tree, Operation) or tree.sign not in "*/" or not isinstance(tree.right, Number):
        return
    size, wanted, by = size_of(tree.left, unit_of), measure(unit), tree.right.value
    if size is None or not size.dims or size.dims != wanted.dims or size.factor == wanted.factor or not by:
        return
    turned = wanted.factor / size.factor
    if (by if tree.sign == "*" else 1 / by) == turned:
        step = f"chia cho {_printed(turned)}" if turned > 1 else f"nhân với {_printed(1 / turned)}"
        message = f"công thức đổi đơn vị ngược chiều: ra «{unit}» thì phải {step}"
        raise ExpressionError(message, f"sửa «{tree.source}» thành phép {step}", "SL12")


def check_comparable(comparison: Comparison, unit_of: Callable[[str], str]) -> None:
    """Raises ExpressionError (SL12) if the sides are in different units."""
    _same([size_of(side, unit_of) for side in comparison.sides], comparison.source)


def size_of(tree: Tree, unit_of: Callable[[str], str]) -> Measure | None:
    """The measure of the result, None where it cannot be known. Raises ExpressionError (SL12) for mixed sums."""
    match tree:
        case Name(key=key):
            unit = unit_of(key)
            return measure(unit) if unit else None
        case Negative(inner=inner):
            return size_of(inner, unit_of)
        case Operation(sign=sign, left=left, right=right):
            a, b = size_of(left, unit_of), size_of(right, unit_of)
            if sign in "+-":
                return _same([a, b], tree.source)
            return a.times(b, 1 if sign == "*" else -1) if a and b else None
        case Call(function="lam_tron", arguments=arguments):
            return size_of(arguments[0], unit_of)
        case Call(arguments=arguments):
            return _same([size_of(a, unit_of) for a in arguments], tree.source)
    return None


def _same(sizes: list[Measure | None], source: str) -> Measure | None:
    known = [size for size in sizes if size]
    for size in known[1:]:
        if size != known[0]:
            raise ExpressionError(
                f"«{source}» gộp các số khác đơn vị tính", "đổi về cùng đơn vị, ví dụ: a * 1000 + b", "SL12"
            )
    return known[0] if known else None


def _printed(x: Fraction) -> str:
    return format_number(rounded(x, 0 if x.denominator == 1 else 6))
