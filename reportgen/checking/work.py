"""The task of one worker: a document in, everything that is to be written about it out. Travels between processes."""

from __future__ import annotations

from reportgen.checking.checked import check_file
from reportgen.checking.files import Source
from reportgen.checking.nouns import Checked, Options
from reportgen.noun import noun, replace


@noun
class Task:
    """One document and how it is to be checked."""

    source: Source
    options: Options


def work(task: Task) -> Checked:
    """The outcome with its page drawn if that was asked for; the parts of the page themselves are left behind."""
    checked = check_file(task.source.path, task.options, task.source.shown)
    if not task.options.drawn:
        return checked
    from reportgen.checking.page import page_of

    return replace(checked, page=page_of(checked), elements=())
