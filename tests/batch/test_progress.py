"""The line of progress: words, and silence where nobody watches."""

import io

import pytest

from reportgen.cli.progress import ProgressLine, duration, progress_text


class Terminal(io.StringIO):
    """A stream somebody watches."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((120, 9000, 3, 350.0), "120/9.000 văn bản, 3 lỗi, 350 văn bản/giây, còn 25 giây"),
        ((5, 0, 0, 2.5), "5 văn bản, 2,5 văn bản/giây"),
        ((5, 3, 0, 0.0), "5/5 văn bản"),
    ],
)
def test_how_far_how_fast_how_long(told, words):
    done, total, failed, rate = told
    assert progress_text("văn bản", done, total, failed, rate) == words


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 giây"), (59, "59 giây"), (200, "3 phút"), (4800, "1 giờ 20 phút"), (7200, "2 giờ")])
def test_durations(seconds, words):
    assert duration(seconds) == words


def test_nothing_goes_to_a_file_or_to_somebody_who_wants_quiet():
    for stream, quiet in ((io.StringIO(), False), (Terminal(), True)):
        with ProgressLine("văn bản", stream, quiet=quiet) as line:
            line.show(5, 10)
        assert stream.getvalue() == ""


def test_the_line_is_wiped_at_the_end():
    stream = Terminal()
    with ProgressLine("văn bản", stream) as line:
        line.show(5, 10)
    assert "5/10 văn bản" in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")
