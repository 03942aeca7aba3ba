"""How much CPU feeds take: ours against Pelican's own writer, for the same feeds of the same texts.

    .venv/bin/python tests/benchmarks/bench_feeds.py [--posts 1000] [--tags 200] [--rounds 5]

Each round reads the texts and writes the feeds of all tags, RSS and Atom, 20 entries each, once with
Pelican's writer and once with ours, each in a process of its own, one after the other. What is timed is
the writing alone: entries are made in it. Both ways have the same reader; ours writes the same posts
with ids, people, picture, language and everything else that a feed of ours says.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENTRIES = 20
WORDS = ("soirée", "lanterne", "visage", "café", "rencontre", "réseau", "ville", "table", "parole", "retour")


def main() -> None:
    """Measure in pairs and print the table, or do one measurement for the pair."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--tags", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", choices=["stock", "ours"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.folder, options.one)))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_texts(folder / "content", options.posts, options.tags)
        rounds = [{one: run_one(folder, one) for one in ("stock", "ours")} for _ in range(options.rounds)]
    print_table(rounds)


def write_texts(content: Path, posts: int, tags: int) -> None:
    """Write posts so that each tag has the same number of them."""
    (content / "attendees").mkdir(parents=True)
    per_post = max(1, tags * ENTRIES // posts)
    for number in range(posts):
        named = ", ".join(f"tag{(number * per_post + step) % tags}" for step in range(per_post))
        paragraphs = "\n\n".join(
            " ".join(WORDS[(number + place * line) % len(WORDS)] for place in range(60)) + f" *{line}*."
            for line in range(10)
        )
        text = (
            f"---\ntitle: Soirée {number}\ndate: 2020-01-01 {number // 60 % 24:02}:{number % 60:02}\n"
            f"tags: [{named}]\n---\n{paragraphs}\n\n[lien]({{filename}}post-{(number + 1) % posts}.md)\n"
        )
        (content / f"post-{number}.md").write_text(text, encoding="utf-8")


def run_one(folder: Path, one: str) -> dict[str, float]:
    """Measure once in a process of its own."""
    command = [sys.executable, __file__, "--one", one, "--folder", str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(printed.splitlines()[-1]))  # Pelican says a word before


def measure(folder: Path, one: str) -> dict[str, float]:
    """Read the texts, then write the feeds of the tags; only the writing counts."""
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator
    from pelican.settings import read_settings
    from pelican.writers import Writer

    sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))
    settings = {
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / f"output-{one}"),
        "SITEURL": "https://blog.example",
        "SITENAME": "Essai",
        "AUTHOR": "Marie",
        "TIMEZONE": "America/Montreal",
        "DEFAULT_LANG": "fr",
        "THEME": "simple",
        "PLUGINS": ["event_recap"],
        "FEED_MAX_ITEMS": ENTRIES,
        "RSS_FEED_SUMMARY_ONLY": False,
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "TRANSLATION_FEED_ATOM": None,
        "TAG_FEED_ATOM": "feeds/tags/{slug}.atom.xml",
        "TAG_FEED_RSS": "feeds/tags/{slug}.rss.xml",
        "EVENT_RECAP": {
            "feeds": {kind: [] for kind in ("site", "language", "category", "author", "series")}
            | {"tag": ["atom", "rss"]}
        },
    }
    timed: dict[str, float] = {}
    generate_feeds = ArticlesGenerator.generate_feeds

    def time_feeds(generator: ArticlesGenerator, writer: Writer) -> None:
        writer = Writer(generator.output_path, generator.settings) if one == "stock" else writer
        start = time.process_time()
        generate_feeds(generator, writer)
        timed["cpu"] = time.process_time() - start

    ArticlesGenerator.generate_output = time_feeds
    Pelican(read_settings(override=settings)).run()
    feeds = list(Path(settings["OUTPUT_PATH"]).rglob("*.xml"))
    return {**timed, "feeds": len(feeds), "bytes": sum(feed.stat().st_size for feed in feeds)}


def print_table(rounds: list[dict[str, dict[str, float]]]) -> None:
    """Print each way's CPU time, and the ratio of pairs."""
    print(f"{'':8}{'feeds':>8}{'MB':>8}{'min s':>8}{'median s':>10}")  # noqa: T201
    for one in ("stock", "ours"):
        times = [pair[one]["cpu"] for pair in rounds]
        last = rounds[-1][one]
        print(  # noqa: T201
            f"{one:8}{last['feeds']:8.0f}{last['bytes'] / 1e6:8.1f}{min(times):8.2f}{statistics.median(times):10.2f}"
        )
    ratios = [pair["ours"]["cpu"] / pair["stock"]["cpu"] for pair in rounds]
    print(f"ours / stock, CPU, pairs: median {statistics.median(ratios):.2f}, ", end="")  # noqa: T201
    print(f"from {min(ratios):.2f} to {max(ratios):.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
