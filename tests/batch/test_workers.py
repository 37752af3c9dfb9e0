"""Work spread over this process or several: in order, no more at once than allowed."""

import math
import operator
import os

import pytest

from reportgen.workers import ThisProcess, default_jobs, executor, streamed


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    with executor(jobs) as hands:
        assert list(streamed(hands, math.factorial, range(30), 4)) == [math.factorial(n) for n in range(30)]


def test_whoever_waits_helps_and_the_order_stays():
    with executor(2, helping=True) as hands:
        made = list(streamed(hands, worker_and, range(40), 6))
    assert [number for number, _ in made] == list(range(40))
    assert 0 < [process for _, process in made].count(os.getpid()) < 40


def worker_and(number: int) -> tuple[int, int]:
    """The number, after some work, and who did it."""
    math.factorial(3_000)
    return number, os.getpid()


@pytest.mark.parametrize("jobs", [2, 3])
def test_what_a_helper_raises_is_raised_here(jobs):
    with executor(jobs, helping=True) as hands, pytest.raises(ValueError, match="math domain"):
        list(streamed(hands, math.sqrt, [4, 16, 25, -1, 9], 8))


@pytest.mark.parametrize("window", [1, 3])
def test_items_are_asked_for_one_by_one(window):
    asked = []

    def items():
        for n in range(10):
            asked.append(n)
            yield n

    with executor(1) as hands:
        results = streamed(hands, operator.neg, items(), window)
        assert next(results) == 0 and asked == [0]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_here(jobs):
    with executor(jobs) as hands, pytest.raises(ValueError, match="math domain"):
        list(streamed(hands, math.sqrt, [4, -1, 9], 2))


def test_one_job_needs_no_other_process():
    assert isinstance(executor(1), ThisProcess) and isinstance(executor(0), ThisProcess)
    assert default_jobs() >= 1
