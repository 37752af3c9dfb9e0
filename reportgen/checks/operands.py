"""What the forms of relations work on: figures brought to base units, and whether their units go together at all."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.model import Figure
from reportgen.figures.quantity import Quantity, printed_range
from reportgen.figures.tokens import ExpressionError
from reportgen.figures.units import Measure, kind_of, measure

_HINT = "xem lại don_vi_tinh của các chỉ tiêu"


def in_base(figure: Figure) -> Quantity:
    """What the figure may stand for, in đồng, kg, metres, hundredths of a percent taken out."""
    factor = measure(figure.unit).factor
    return printed_range(figure).each(lambda x: x * factor)


def in_unit_of(figure: Figure, quantity: Quantity) -> Quantity:
    """A quantity of base units in the unit of ``figure``."""
    factor = measure(figure.unit).factor
    return quantity.each(lambda x: x / factor)


def combined(form: str, parts: Sequence[Quantity]) -> Quantity:
    """Sum, product, difference or share of the parts. Raises ZeroDivisionError."""
    total = parts[0]
    for part in parts[1:]:
        total = {
            "sum": total.__add__,
            "product": total.__mul__,
            "difference": total.__sub__,
            "share": total.__truediv__,
        }[form](part)
    return total


def require_one_kind(figures: Sequence[Figure]) -> None:
    """Raises ExpressionError (SL22) unless the figures can be added, subtracted, compared."""
    first = figures[0]
    for figure in figures[1:]:
        if kind_of(measure(figure.unit)) != kind_of(measure(first.unit)):
            units = f"{_with_unit(first)} và {_with_unit(figure)}"
            raise ExpressionError(f"{units} không cùng loại để cộng, trừ hay so sánh", _HINT, "SL22")


def require_result(whole: Measure, target: Figure) -> None:
    """Raises ExpressionError (SL22) unless ``target`` may hold a quantity of this measure."""
    if whole.dims != measure(target.unit).dims:
        message = f"kết quả phải là {kind_of(whole)}, nhưng «{target.label}» có đơn vị «{target.unit}»"
        raise ExpressionError(message, _HINT, "SL22")


def no_division_by(figure: Figure, hint: str = "xem lại số liệu ở mẫu số") -> ExpressionError:
    """The refusal (SL11) to divide by this figure."""
    message = f"không chia được cho «{figure.label}» vì bằng 0 hoặc có thể bằng 0 ({figure})"
    return ExpressionError(message, hint, "SL11")


def _with_unit(figure: Figure) -> str:
    return f"«{figure.label}» ({figure.unit or 'không có đơn vị'})"
