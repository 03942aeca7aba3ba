"""What share of a build the proof takes, on a site of 1,000 recaps by default.

    .venv/bin/python tests/benchmarks/bench_proof.py [--posts 1000] [--hidden 200] [--rounds 3]

The site has a list of people for every twentieth recap, and in the lists people at every level, of whom
some are hidden. Each round builds it in a process of its own, into an empty folder, with the theme, the
feeds and the calendars that a site has by default. What is timed is CPU: of the whole build, and of the
proof in it.
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

ROOT = Path(__file__).parents[2]
WORDS = ("soirée", "lanterne", "visage", "café", "rencontre", "réseau", "ville", "table", "parole", "retour")
GIVEN = (
    "Zéphirin",
    "Ondine",
    "Anselme",
    "Maëlle",
    "Solveig",
    "Corentin",
    "Philomène",
    "Idriss",
    "Aïssata",
    "Luc",
)
FAMILY = (
    "Périmois",
    "Cachemire",
    "Tremblay",
    "Quirion",
    "Babineau",
    "Lépine",
    "Gagné",
    "Roy",
    "Côté",
    "Nguyên",
)


def main() -> None:
    """Measure and print, or do one measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--hidden", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as name:
        write_texts(Path(name) / "content", options.posts, options.hidden)
        rounds = [run_one(Path(name)) for _ in range(options.rounds)]
    for one in rounds:
        print("  ".join(f"{key} {value:.2f}" for key, value in one.items()))  # noqa: T201
    shares = [one["proof"] / one["build"] for one in rounds]
    print(f"proof / build, CPU: median {statistics.median(shares):.1%}")  # noqa: T201


def write_texts(content: Path, posts: int, hidden: int) -> None:
    """Write posts, and lists with as many hidden people in all as asked for."""
    for folder in ("recaps", "attendees"):
        (content / folder).mkdir(parents=True)
    lists = max(1, posts // 20)
    for number in range(posts):
        body = "\n\n".join(
            " ".join(WORDS[(number + place * line) % len(WORDS)] for place in range(60)) + f" *{line}*."
            for line in range(10)
        )
        text = (
            f"---\ntitle: Soirée {number}\ndate: 2020-01-01 {number // 60 % 24:02}:{number % 60:02}\n"
            f"tags: [tag{number % 50}]\nevent: soir-{number % lists}\n---\n{body}\n"
        )
        (content / "recaps" / f"post-{number}.md").write_text(text, encoding="utf-8")
    for number in range(lists):
        entries = [f"  - {{name: {name_person(number * 10 + one)}, org: Café {one}}}" for one in range(10)]
        for one in range(number, hidden, lists):
            name = name_person(100_000 + one)
            handle = f"secret_{one}"
            entries.append(f"  - {{name: {name}, visibility: hidden, profiles: {{x: {handle}}}}}")
        text = f"event: {{name: Soir {number}, start: 2020-01-01}}\nattendees:\n" + "\n".join(entries) + "\n"
        (content / "attendees" / f"soir-{number}.yml").write_text(text, encoding="utf-8")


def name_person(number: int) -> str:
    """Return a name that nobody else has."""
    turn = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}-{turn.title()}"


def run_one(folder: Path) -> dict[str, float]:
    """Measure once in a process of its own."""
    command = [sys.executable, __file__, "--one", str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(printed.splitlines()[-1]))  # Pelican says a word before


def measure(folder: Path) -> dict[str, float]:
    """Build the site, and time the proof in it."""
    from pelican import Pelican
    from pelican.settings import read_settings

    sys.path.insert(0, str(ROOT / "plugins"))
    from event_recap.proof.check import Proof

    output = Path(tempfile.mkdtemp(dir=folder))
    settings = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(output), "EXTRA_PATH_METADATA": {}}
    timed: dict[str, float] = {}
    check = Proof.check

    def time_check(proof: Proof, *given: object) -> object:
        start = time.process_time()
        found = check(proof, *given)
        timed["proof"] = time.process_time() - start
        timed["secrets"] = len(proof.secrets.secrets)
        return found

    Proof.check = time_check
    start = time.process_time()
    Pelican(read_settings(str(ROOT / "pelicanconf.py"), override={**settings, "EVENT_RECAP": {}})).run()
    timed["build"] = time.process_time() - start
    files = [path for path in output.rglob("*") if path.is_file()]
    return {**timed, "files": len(files), "MB": sum(path.stat().st_size for path in files) / 1e6}


if __name__ == "__main__":
    main()
