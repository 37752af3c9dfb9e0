"""How wide the columns of a data table are, and in which size its letters are set so that it fits the page.

No number is ever broken over two lines and no word cut: a column is at least as wide as its longest word, number or
symbol. Letters are those of the style, or one or two points smaller (the least that offices print tables in), with wider
or narrower margins in the cells. The roomiest setting that fits is taken; but if one point less, or narrower margins, keep
every name of a row on one line, then that: a long table of names broken in two is twice as long. What does not fit in any
setting needs a page turned across.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from reportgen.docx.metrics import HUNDREDTH, text_width_mm
from reportgen.noun import noun
from reportgen.vietnamese.refusal import Refusal

SETTINGS = ((0, "1.5"), (0, "0.9"), (1, "0.9"), (1, "0.5"), (2, "0.5"))
"""Points less than the style's size, and the margin at each side of a cell in mm; the roomiest first."""
SMALLEST = (3, "0.5")
"""For tables typed in the text, which no declaration can turn across: 10 pt is met in real papers, if seldom."""
LINE_MM = Decimal("0.3")
"""Room for the ruled line and for faces a little wider than ours."""
WIDEST_TEXT_MM = Decimal(70)
"""A column of words asks for no more than this; longer texts are broken into lines."""


@noun
class Piece:
    """A text that stands in a column: ``whole`` texts (numbers, symbols) are not broken, others only between words."""

    text: str
    bold: bool = False
    whole: bool = False


@noun
class ColumnNeeds:
    """What one column holds, and the width its declaration asks for (mm; None: as it needs).

    ``grows``: takes a share of the room nobody needs; ordinals do not.
    """

    pieces: tuple[Piece, ...]
    wish_mm: Decimal | None = None
    grows: bool = True


@noun
class GroupNeeds:
    """A title over several columns: ``first`` and ``span`` of the columns."""

    text: str
    first: int
    span: int


@noun
class Fit:
    """The setting that fits: widths in mm that add up to the room, the size in points, the cell margins in mm."""

    widths: tuple[Decimal, ...]
    size_pt: Decimal
    side_mm: Decimal


def fit(
    columns: Sequence[ColumnNeeds], groups: Sequence[GroupNeeds], room_mm: Decimal, size_pt: Decimal
) -> Fit:
    """The first setting in which every column holds its words. Refusal if there is none."""
    tried = [_Setting(columns, groups, size_pt - less, Decimal(side)) for less, side in SETTINGS]
    fitting = [setting for setting in tried if sum(setting.least) <= room_mm]
    if fitting:
        near = [setting for setting in fitting if setting.size >= fitting[0].size - 1]
        best = next((setting for setting in near if sum(setting.wanted) <= room_mm), fitting[0])
        return Fit(best.shared(room_mm), best.size, best.side)
    least = tried[-1].least
    raise Refusal(
        f"bảng {len(columns)} cột cần ít nhất {int(sum(least)) + 1} mm, trang chỉ rộng {int(room_mm)} mm",
        "khai «huong: ngang» cho bảng, hoặc rút ngắn tiêu đề cột, bớt độ rộng đã khai (do_rong)",
    )


def squeezed(columns: Sequence[ColumnNeeds], room_mm: Decimal, size_pt: Decimal) -> tuple[Fit, Decimal]:
    """The first setting that holds every word, down to SMALLEST; else SMALLEST with all columns too narrow by the same share.

    Also the width in mm the columns need at least in that setting: more than the room where words will be broken.
    """
    tried = [_Setting(columns, (), size_pt - less, Decimal(side)) for less, side in (*SETTINGS, SMALLEST)]
    fitting = next((setting for setting in tried if sum(setting.least) <= room_mm), None)
    if fitting:
        return Fit(fitting.shared(room_mm), fitting.size, fitting.side), sum(fitting.least)
    last = tried[-1]
    needed = sum(last.least)
    widths = tuple((low * room_mm / needed).quantize(HUNDREDTH, ROUND_DOWN) for low in last.least)
    return Fit(widths, last.size, last.side), needed


class _Setting:
    """The columns in letters of ``size`` points with ``side`` mm at each side of a cell; widths in mm.

    ``least``: no word or number is cut; ``wanted``: the texts of the rows stand on one line (headers may break).
    """

    def __init__(
        self, columns: Sequence[ColumnNeeds], groups: Sequence[GroupNeeds], size: Decimal, side: Decimal
    ):
        self.columns, self.size, self.side = columns, size, side
        self.least = [self._least(column) for column in columns]
        for group in groups:
            self._widen(group)
        self.wanted = [self._wanted(column, low) for column, low in zip(columns, self.least, strict=True)]

    def shared(self, room: Decimal) -> tuple[Decimal, ...]:
        """The room shared out: first to columns whose texts would break, then to all that did not ask for a width."""
        spare, asked = room - sum(self.least), sum(self.wanted) - sum(self.least)
        share = min(Fraction(1), Fraction(spare) / Fraction(asked)) if asked else Fraction(0)
        widths = [low + _part(want - low, share) for want, low in zip(self.wanted, self.least, strict=True)]
        free = [n for n, c in enumerate(self.columns) if c.grows and c.wish_mm is None] or list(
            range(len(widths))
        )
        left, base = room - sum(widths), sum(widths[n] for n in free)
        for n in free:
            widths[n] += left * widths[n] / base
        return tuple(widths)

    def _least(self, column: ColumnNeeds) -> Decimal:
        return max(_longest_part(column, self.size) + _around(self.side), column.wish_mm or Decimal(0))

    def _widen(self, group: GroupNeeds) -> None:
        """Room for the longest word of a title over several columns."""
        members = range(group.first, group.first + group.span)
        words = [_width(Piece(word, bold=True), self.size) for word in group.text.split()]
        lacking = max(words, default=Decimal(0)) + _around(self.side) - sum(self.least[n] for n in members)
        for n in members if lacking > 0 else ():
            self.least[n] += lacking / group.span

    def _wanted(self, column: ColumnNeeds, least: Decimal) -> Decimal:
        if column.wish_mm is not None:
            return least
        rows = [_width(piece, self.size) for piece in column.pieces if not piece.bold]
        return max(least, min(max(rows, default=Decimal(0)) + _around(self.side), WIDEST_TEXT_MM))


def _longest_part(column: ColumnNeeds, size: Decimal) -> Decimal:
    parts = [
        Piece(word, piece.bold)
        for piece in column.pieces
        for word in ([piece.text] if piece.whole else piece.text.split())
    ]
    return max((_width(part, size) for part in parts), default=Decimal(0))


def _width(piece: Piece, size: Decimal) -> Decimal:
    return text_width_mm(piece.text, size, bold=piece.bold)


def _around(side: Decimal) -> Decimal:
    return 2 * side + LINE_MM


def _part(x: Decimal, share: Fraction) -> Decimal:
    return x * share.numerator / share.denominator
