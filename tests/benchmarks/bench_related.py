"""How long it takes to find what is related to each recap, on sites of 1,000 and 10,000 recaps by default.

    .venv/bin/python tests/benchmarks/bench_related.py [--posts 1000 10000]

Each recap has 800 words of a vocabulary in which few words are common and most are rare, 25 people, 4 tags,
and an event of a series. What is timed is CPU: of counting the words, and of comparing the recaps.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from event_recap.related.likeness import Traits, find_related
from event_recap.related.words import count_words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = 20_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000])
    for posts in parser.parse_args().posts:
        texts = list(make_texts(posts))
        start = time.process_time()
        counted = [count_words(text) for text in texts]
        middle = time.process_time()
        found = find_related([make_traits(number, words) for number, words in enumerate(counted)], 3)
        end = time.process_time()
        mean = sum(map(len, found)) / posts
        line = (
            f"{posts:>6} recaps: words {middle - start:.1f} s, likeness {end - middle:.1f} s, {mean:.1f} each"
        )
        print(line)  # noqa: T201


def make_texts(posts: int):
    """Yield so many texts."""
    chance = random.Random(1)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(4, 9))) for _ in range(VOCABULARY)]
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    for _ in range(posts):
        yield " ".join(chance.choices(words, weights, k=800))


def make_traits(number: int, words: dict[str, int]) -> Traits:
    """Return a recap with people of whom few are everywhere."""
    chance = random.Random(number)
    kinds = {
        "event": {str(number // 2): 1},
        "series": {str(number % 40): 1},
        "people": {str(int(chance.paretovariate(1.0)) % 5_000): 1 for _ in range(25)},
        "tags": {str(chance.randrange(60)): 1 for _ in range(4)},
        "words": words,
    }
    return Traits(slug=str(number), lang=chance.choice(["fr", "en"]), kinds=kinds)


if __name__ == "__main__":
    main()
