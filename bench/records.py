"""The records that are measured: communes with made-up figures, as a workbook and as what each peer is given.

A record is a commune: 30 typed figures, 30 worked out from them, its name. ``figures_of`` and ``context_of`` are what our
own engine is given; ``words_of`` and ``rows_of`` are the same as finished text, which is what the peers are given: they
need not write a number, work one out or check one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from reportgen.build import make_template
from reportgen.figures.derive import derive
from reportgen.figures.model import Figure, Figures
from reportgen.noun import replace
from reportgen.preparing import Draft, prepare
from reportgen.project import Project
from reportgen.template import Template

PROJECT = Path(__file__).resolve().parent / "du-an"
REPORT = "thu-mot-xa"
TOPICS = ("lua", "rau", "bo", "rung", "thu", "duong", "viec", "bhyt", "nuoc", "vay")
COLUMNS = ("truoc", "ke_hoach", "nay", "tang", "so_truoc", "dat")
SHEET = "Số liệu"
_NUMBER = re.compile(r"(\w+)\|so_tran")
_REACHED = re.compile(r"'có' if (\w+)_dat >= 100 else 'chưa'")


def numbers(count: int) -> Iterator[tuple[str, dict[str, int]]]:
    """Name and typed figures of ``count`` communes, always the same ones."""
    dice = random.Random(1990)
    for n in range(1, count + 1):
        typed = {}
        for topic in TOPICS:
            before = dice.randint(200, 880)
            typed |= {f"{topic}_truoc": before, f"{topic}_ke_hoach": before + dice.randint(5, 50), f"{topic}_nay": before + dice.randint(1, 99)}
        yield f"Mẫu {n:05d}", typed


def write_workbook(path: Path, count: int) -> None:
    """The communes as a workbook with one row each, headed by the keys."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    for n, (name, typed) in enumerate(numbers(count)):
        if n == 0:
            sheet.append(["ten_xa", *typed])
        sheet.append([name, *typed.values()])
    book.save(path)


def prepared() -> tuple[Template, Draft]:
    """The template and one report of it, made as ``reportgen build`` makes them."""
    draft = prepare(Project(PROJECT), REPORT)
    return make_template(draft, []), draft


def figures_of(draft: Draft, typed: Mapping[str, int]) -> Figures:
    """All 60 figures of a commune."""
    given = (Figure(key, Decimal(value), draft.indicators[key]) for key, value in typed.items())
    return derive(Figures(given), draft.indicators, [])


def context_of(draft: Draft, name: str, figures: Mapping[str, object]) -> dict[str, object]:
    """What our template is filled with: the letterhead's words, the name, the figures."""
    subject = str(draft.context["trich_yeu"]).replace(str(draft.context["ten_xa"]), name)
    return {**draft.context, **figures, "ten_xa": name, "trich_yeu": subject}


def words_of(name: str, figures: Mapping[str, Figure]) -> dict[str, str]:
    """The figures as printed in the text, and the name."""
    return {"ten_xa": name} | {key: str(figure) for key, figure in figures.items()}


def rows_of(figures: Mapping[str, Figure], fixed: list[list[str]]) -> list[dict[str, str]]:
    """The rows of the table as printed; ``fixed``: the cells of each row as one document has them."""
    rows = []
    for topic, cells in zip(TOPICS, fixed, strict=True):
        told = [figures[f"{topic}_{column}"].number for column in COLUMNS]
        reached = "có" if figures[f"{topic}_dat"].value >= 100 else "chưa"
        row = [*cells[:3], *told, reached, *cells[10:]]
        rows.append({f"c{n}": text for n, text in enumerate(row, 1)})
    return rows


def as_words(template: Template) -> Template:
    """The template with names of finished words where it asks for the bare number of a figure or for a comparison."""
    programs = []
    for name, program in template.programs:
        source = _NUMBER.sub(r"\1__so", program.source)
        programs.append((name, replace(program, source=_REACHED.sub(r"\1__danh_gia", source))))
    return replace(template, programs=tuple(programs))


def named_words(record: Mapping[str, object]) -> dict[str, object]:
    """The words of a record of ``data.json`` under the names such a template asks for."""
    named = {key: words for key, words in record.items() if key not in ("rows", "file", "ten_xa")}
    for topic, row in zip(TOPICS, record["rows"], strict=True):
        named |= {f"{topic}_{column}__so": row[f"c{n}"] for n, column in enumerate(COLUMNS, 4)}
        named[f"{topic}__danh_gia"] = row["c10"]
    return named
