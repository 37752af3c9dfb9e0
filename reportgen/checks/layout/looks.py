"""Rules that name a whole look at once: «chữ in hoa 13-14, đứng, đậm» (marks, copies, signatures of attachments)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.layout import words
from reportgen.checks.layout.view import Fault, View, fault
from reportgen.docx.components import Component
from reportgen.docx.components.lines import is_upper
from reportgen.docx.reader import Box
from reportgen.noun import noun

TYPEFACE = "timesnewroman"
DARKEST = 0x20


@noun
class Look:
    """What a rule demands of some letters; None: it says nothing. ``sizes``: smallest and largest, in points."""

    sizes: tuple[Decimal, Decimal]
    bold: bool | None = False
    italic: bool | None = False
    upper: bool | None = None

    def faults(self, component: Component) -> list[str]:
        """In words, what is otherwise on the component: «cỡ chữ 12», «không in đậm»."""
        low, high = self.sizes
        faces = [run.face for run in component.runs]
        odd = next((face.size_pt for face in faces if not low <= face.size_pt <= high), None)
        found = [] if odd is None else [words.found("font_size", odd)]
        for name in ("bold", "italic"):
            wanted = getattr(self, name)
            if wanted is not None and any(getattr(face, name) != wanted for face in faces):
                found.append(words.found(name, not wanted))
        if self.upper is not None and is_upper(component.text) != self.upper:
            found.append(words.CASE["sentence" if self.upper else "upper"])
        return found

    def __str__(self) -> str:
        low, high = (words.number(size) for size in self.sizes)
        said = [f"cỡ chữ {low}" if low == high else f"cỡ chữ {low}–{high}"]
        said += ["viết hoa"] if self.upper else []
        said += [words.STYLE["italic" if self.italic else "upright"]] if self.italic is not None else []
        said += [("đậm" if self.bold else "không đậm")] if self.bold is not None else []
        return ", ".join(said)


def look_faults(components: tuple[Component, ...], look: Look) -> Iterator[Fault]:
    """One fault for each component that looks otherwise."""
    for component in components:
        if found := look.faults(component):
            yield fault(component, ", ".join(found), f"phải: {look}")


def box_of(view: View, component: Component) -> Box | None:
    """The text box a component stands in, None if it stands in the text."""
    number = component.first.number
    return next((b for b in view.reading.boxes if any(p.number == number for p in b.paragraphs)), None)


def framed(view: View, component: Component) -> bool:
    """True if a line goes around it: a box with an outline, borders of the paragraph, a cell of a ruled table."""
    box = box_of(view, component)
    if box is not None and box.framed:
        return True
    first = component.first
    if first.cell is not None and any(t.index == first.cell.table and t.bordered for t in view.reading.tables):
        return True
    return any(border is not None and border.visible for border in (first.format.top, first.format.bottom))


def is_plain_black(component: Component) -> bool:
    """True if its letters are Times New Roman in black."""
    return all(
        run.face.font.casefold().replace(" ", "").startswith(TYPEFACE) and dark(run.face.colour) for run in component.runs
    )


def dark(colour: str) -> bool:
    """True for black, near black and the automatic colour."""
    channels = channels_of(colour)
    return channels is None or max(channels) <= DARKEST


def channels_of(colour: str) -> tuple[int, int, int] | None:
    """Red, green, blue of «C00000»; None for the automatic colour and for names."""
    try:
        return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return None
