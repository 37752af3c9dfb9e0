"""A line of progress that rewrites itself: how many are done, how fast, how long still. Only on a terminal.

A file or a pipe gets nothing: progress is for somebody who waits. The rate is that of the last ten seconds or so, and not of the
whole run, so the time left does not suffer from a slow start. ``elapsed`` says how long a run took.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from typing import TextIO

SHOWN_EVERY = 0.2
WINDOW = 50
CLEAR = "\r\x1b[K"


class ProgressLine:
    """Use it in ``with``; the line is wiped at the end, whatever comes."""

    def __init__(self, what: str, stream: TextIO | None = None, *, quiet: bool = False):
        self.what, self.stream = what, stream or sys.stderr
        self.active = not quiet and self.stream.isatty()
        self.marks: deque[tuple[float, int]] = deque(maxlen=WINDOW)
        self.shown = 0.0

    def __enter__(self) -> ProgressLine:
        self.marks.append((time.monotonic(), 0))
        return self

    def __exit__(self, *_: object) -> None:
        if self.active and self.shown:
            print(CLEAR, end="", file=self.stream, flush=True)

    def show(self, done: int, total: int = 0, failed: int = 0) -> None:
        """Tell how far it is; at most some times a second. ``total`` 0: not known."""
        if not self.active:
            return
        now = time.monotonic()
        if now - self.shown < SHOWN_EVERY:
            return
        self.shown = now
        self.marks.append((now, done))
        (then, before), (_, _) = self.marks[0], self.marks[-1]
        rate = (done - before) / (now - then) if now > then else 0.0
        print(CLEAR + progress_text(self.what, done, total, failed, rate), end="", file=self.stream, flush=True)


def progress_text(what: str, done: int, total: int, failed: int, rate: float) -> str:
    """«120/9.000 văn bản, 3 lỗi, 350 văn bản/giây, còn 25 giây»."""
    parts = [f"{_grouped(done)}/{_grouped(max(total, done))} {what}" if total else f"{_grouped(done)} {what}"]
    if failed:
        parts.append(f"{_grouped(failed)} lỗi")
    if rate > 0:
        parts.append(f"{_grouped(int(rate))} {what}/giây" if rate >= 10 else f"{rate:.1f} {what}/giây".replace(".", ","))
        if total > done:
            parts.append(f"còn {duration((total - done) / rate)}")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """«25 giây», «3 phút», «1 giờ 20 phút»."""
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{max(whole, 1)} giây"
    minutes = (whole + 30) // 60
    if minutes < 60:
        return f"{minutes} phút"
    return f"{minutes // 60} giờ {minutes % 60} phút" if minutes % 60 else f"{minutes // 60} giờ"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
