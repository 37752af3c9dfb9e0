"""A million integers written in words and read back by an independent reader. By hand:

    python bench/number_words.py [how many, default 1000000]

Prints the count, the mismatches and the pace. Half run up from 0, half are drawn below
10^27 with a fixed seed.
"""

import importlib.util
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reportgen.vietnamese.words import number_words

READER = Path(__file__).parent.parent / "tests" / "language" / "words_reader.py"


def load_reader():
    spec = importlib.util.spec_from_file_location("words_reader", READER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read_words


def integers(count: int) -> Iterator[int]:
    yield from range(count - count // 2)
    dice = random.Random(30_2020)
    for _ in range(count // 2):
        n = dice.randrange(10 ** dice.randint(6, 27))
        zeros = 10 ** dice.choice((1, 1, 3, 6, 9))
        yield n // zeros * zeros


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    read_words = load_reader()
    mismatches, seen = [], 0
    start = time.perf_counter()
    for n in integers(count):
        seen += 1
        words = number_words(n)
        if read_words(words) != str(n):
            mismatches.append((n, words))
    seconds = time.perf_counter() - start
    print(f"{seen} integers, {len(mismatches)} mismatches, {seconds:.1f} s, {seen / seconds:.0f} a second")
    for n, words in mismatches[:20]:
        print(f"  {n}: {words}")
    sys.exit(1 if mismatches else 0)


if __name__ == "__main__":
    main()
