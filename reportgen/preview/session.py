"""A report that is being looked at: tried again whenever one of its files is saved, and the last good page kept.

One thread looks at the files and tries; those who show wait for the next version. While Word or Excel holds a file the try
fails with that as its finding; it is made again every RETRY seconds until the file can be read.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reportgen.diagnostics import Finding
from reportgen.noun import noun, replace
from reportgen.preview.attempt import Attempt, Pages
from reportgen.preview.files import State, changed, named, state_of
from reportgen.preview.spots import Spot, spots_of_finding
from reportgen.project import Project

LOOK_EVERY = 0.25
RETRY = 2.0
HELD = frozenset(("DL01", "BT05", "TT01", "LE11"))
"""Findings that may go away without a file being saved: something else holds it."""

Try = Callable[[Project, str], Attempt]


@noun
class View:
    """What is to be seen: ``version`` counts the tries; ``pages`` are the last good ones, ``stale`` if a later try
    failed; ``spots``: where on them each finding points to."""

    version: int = 0
    findings: tuple[Finding, ...] = ()
    spots: tuple[tuple[Spot, ...], ...] = ()
    pages: Pages | None = None
    stale: bool = False
    changed: str = ""
    crashed: str = ""


class Session:
    """One report being looked at."""

    def __init__(self, project: Project, name: str, make: Try):
        self.project, self.name, self.make = project, name, make
        self.view = View()
        self._news = threading.Condition()
        self._stopped = threading.Event()

    def run(self) -> None:
        """Try now and after every save until ``stop``; what a try raises (no LibreOffice) ends the run."""
        for files in saves(lambda: state_of(self.project, self.name), self._stopped, lambda: self._waits_for_a_file):
            self._try(files)

    def stop(self) -> None:
        """End the run and let everybody who waits go."""
        self._stopped.set()
        with self._news:
            self._news.notify_all()

    def after(self, version: int, seconds: float) -> View:
        """The view once it is newer than ``version``, or as it is when ``seconds`` have passed."""
        with self._news:
            self._news.wait_for(lambda: self.view.version > version or self._stopped.is_set(), seconds)
            return self.view

    @property
    def _waits_for_a_file(self) -> bool:
        return any(finding.code in HELD for finding in self.view.findings)

    def _try(self, files: list[Path]) -> None:
        made = self.make(self.project, self.name)
        names = named(self.project, files)
        kept = made.pages or self.view.pages
        setting = kept.setting if kept else None
        spots = tuple(spots_of_finding(setting, kept.figures, f) if setting else () for f in made.findings)
        view = View(self.view.version + 1, made.findings, spots, kept, made.pages is None, names)
        with self._news:
            self.view = view
            self._news.notify_all()

    def fail(self, words: str) -> None:
        """Show that the run ended by itself, and why."""
        with self._news:
            self.view = replace(self.view, version=self.view.version + 1, crashed=words)
            self._news.notify_all()


def saves(look: Callable[[], State], stopped: threading.Event, again: Callable[[], bool]) -> Iterator[list[Path]]:
    """The files saved since the time before, once they stand still; first of all nothing, for the first try.

    ``again``: whether the last try should be made again without a save.
    """
    known = look()
    yield []
    tried = time.monotonic()
    while not stopped.wait(LOOK_EVERY):
        now = look()
        if now != known and not stopped.wait(LOOK_EVERY) and look() == now:
            before, known = known, now
            yield changed(before, now)
            tried = time.monotonic()
        elif again() and time.monotonic() - tried > RETRY:
            yield []
            tried = time.monotonic()
