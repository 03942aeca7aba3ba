"""What an edit takes on a site with photographs, on which somebody is hidden.

    .venv/bin/python tests/benchmarks/bench_pictures.py [--recaps 100] [--photos 3] [--rounds 3]

Each recap shows so many photographs of some 300 kB, tells of an evening, and one person of each list is
hidden, so that every file is searched for them. The site has the theme and the settings of the example site.
What is timed are whole processes: one build from nothing, which makes each photograph in several widths and
formats, and in each round one recap edited, and nothing changed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parent))
from measuring import Figure, measure, take_median

ROOT = Path(__file__).parents[2]
ADDITIONS = """
STATIC_PATHS = ["images"]
EXTRA_PATH_METADATA = {}
EVENT_RECAP.pop("feed_icon")
"""
RECAP = "---\ntitle: Soir {0}\ndate: {1}-02-03\nevent: e{0}\n---\nBonsoir {0}.\n\n"
LIST = "event: {{name: Soir {0}, start: {1}-02-02}}\nattendees: [Anne Roy, {{name: Luc Bel, visibility: hidden}}]\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--recaps", type=int, default=100)
    parser.add_argument("--photos", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write_site(home, options.recaps, options.photos)
        _tell("from nothing", build(home))
        rounds = [(edit(home), build(home)) for _ in range(options.rounds)]
        edited, unchanged = (take_median(list(figures)) for figures in zip(*rounds, strict=True))
    _tell("one recap edited", edited)
    _tell("nothing changed", unchanged)


def write_site(home: Path, recaps: int, photos: int) -> None:
    """Write the texts, lists and photographs of a site, and its settings."""
    for folder in ("recaps", "attendees", "images"):
        (home / "content" / folder).mkdir(parents=True)
    for number in range(recaps):
        year = 2000 + number % 25
        names = [f"images/{number}-{place}.jpg" for place in range(photos)]
        for place, name in enumerate(names):
            photograph(number * photos + place).save(home / "content" / name, quality=88)
        shown = "\n\n".join(f"![La salle]({{static}}/{name})" for name in names)
        text = RECAP.format(number, year) + shown
        (home / f"content/recaps/r{number}.md").write_text(f"{text}\n", encoding="utf-8")
        people = LIST.format(number, year)
        (home / f"content/attendees/e{number}.yml").write_text(people, encoding="utf-8")
    settings = (
        (ROOT / "pelicanconf.py").read_text(encoding="utf-8").replace('"theme"', repr(str(ROOT / "theme")))
    )
    (home / "pelicanconf.py").write_text(settings + ADDITIONS, encoding="utf-8")


def photograph(number: int) -> Image.Image:
    """Return a picture like no other, as hard to pack as a photograph."""
    width, height = 1800, 1300
    noise = Image.frombytes("L", (width, height), random.Random(number).randbytes(width * height))
    return noise.filter(ImageFilter.GaussianBlur(2)).convert("RGB")


def edit(home: Path) -> Figure:
    """Add a sentence to a recap, and build."""
    with (home / "content/recaps/r1.md").open("a", encoding="utf-8") as stream:
        stream.write("Une phrase de plus.\n")
    return build(home)


def build(home: Path) -> Figure:
    """Build the site."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [
        str(Path(sys.executable).with_name("pelican")),
        "content",
        "-s",
        "pelicanconf.py",
        "-o",
        "output",
    ]
    return measure(command, home, environment)


def _tell(what: str, figure: Figure) -> None:
    print(  # noqa: T201
        f"{what:18} {figure.cpu:6.1f} s CPU {figure.wall:6.1f} s {figure.mebibytes:5.0f} MiB"
        f" {figure.written:6} of {figure.files} files written"
    )


if __name__ == "__main__":
    main()
