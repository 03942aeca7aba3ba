"""One way to make a site from strings, and to read what came out; people and entries of lists."""

from __future__ import annotations

import io
import json
import os
import runpy
import shutil
import sys
import warnings
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from example_site import build_example
from hypothesis import settings
from PIL import Image
from python_process import run_module
from shared_work import share

from event_recap.errors import Place
from event_recap.model.event import Attendee
from event_recap.model.person import Person

ROOT = Path(__file__).parent.parent

# No deadline: a busy machine is not a wrong program. On CI the same examples every time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

# Made before the first test: a build keeps no record where the folder of its settings changes meanwhile.
for name in (".cache", ".hypothesis", "cache"):
    (ROOT / name).mkdir(exist_ok=True)

# Messages are expected in English, whatever the machine of the author speaks; tests of French say so.
os.environ["EVENT_RECAP_LANG"] = "en"

CONFIGURATION = ROOT / "pelicanconf.py"
EXAMPLE = runpy.run_path(str(CONFIGURATION))["EVENT_RECAP"]
"""What the example site chose; its icon is there for the example's own content only."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # tests look at one page at a time, and a process takes longer to start than most
)
PLACE = Place("content/test.yml", 1, 1)


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest: a worker that begins one last would keep all others waiting."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@dataclass(frozen=True)
class Site:
    """What a build left behind."""

    folder: Path
    exit_code: int
    errors: str
    """What the author reads of us."""
    log: str
    """What Pelican says beside it."""

    @property
    def output(self):
        """Folder into which the site was built."""
        return self.folder / "output"

    def read(self, name):
        """Return the text of one file of the output."""
        return (self.output / name).read_text(encoding="utf-8")

    def page(self, name):
        """Return one page, parsed as a browser does."""
        return BeautifulSoup(self.read(name), "html5lib")

    def words(self, name, selector="main"):
        """Return the text that a reader sees in one part of a page, on one line."""
        part = self.page(name).select_one(selector)
        for ending in part.find_all("sup", id=False):  # "1er" is one word to a reader
            ending.unwrap()
        part.smooth()
        return " ".join(part.get_text(" ").split())

    def json_ld(self, name):
        """Return the descriptions in a page's JSON-LD, by their type."""
        (script,) = self.page(name).select('script[type="application/ld+json"]')
        document = json.loads(script.string)
        return {thing["@type"]: thing for thing in document.get("@graph", [document])}

    def files(self):
        """Return the path of every file of the output, sorted."""
        return sorted(
            path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file()
        )

    def read_all(self):
        """Return the bytes of every file of the output, by path."""
        return {name: (self.output / name).read_bytes() for name in self.files()}

    def problems(self):
        """Return the lines that the author reads, without the name of the temporary folder."""
        return [line.replace(f"{self.folder}/", "") for line in self.errors.splitlines() if line]


def write_files(folder, files):
    """Write strings or bytes into files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")


def build(  # noqa: PLR0913 -- what an author may say
    folder, files, *, configuration=CONFIGURATION, fatal="", environment=None, is_fresh=None, **settings
):
    """Write files below ``content/`` of a folder, and build them into its ``output/`` as an author does.

    A process that has loaded nothing builds where ``is_fresh`` says so; where nothing is said, it does with
    settings that are not the example's.
    """
    write_files(folder / "content", files)
    settings = {"SITENAME": "Rencontres", "EXTRA_PATH_METADATA": {}, **settings}
    if configuration == CONFIGURATION and not (folder / "content" / EXAMPLE["feed_icon"]).exists():
        shared = {key: value for key, value in EXAMPLE.items() if key.startswith("share_")}
        settings.setdefault("EVENT_RECAP", shared)
    # Pelican looks for it beside the settings, and those of the example are for every test.
    settings["CACHE_PATH"] = str(folder / settings.get("CACHE_PATH", "cache"))
    # Images take time, and a few tests look at them.
    if isinstance(ours := settings.get("EVENT_RECAP"), dict):
        settings["EVENT_RECAP"] = {"social_images": "off", **ours}
    arguments = ["content", "-s", configuration, "-o", "output", *([f"--fatal={fatal}"] if fatal else [])]
    arguments += ["-e", *(f"{key}={json.dumps(value)}" for key, value in settings.items())]
    done = run_module(
        "pelican",
        *arguments,
        cwd=folder,
        environment=environment,
        is_fresh=configuration != CONFIGURATION if is_fresh is None else is_fresh,
    )
    return Site(folder, done.returncode, done.stderr, done.stdout)


@pytest.fixture(name="build_site")
def fixture_build_site(tmp_path):
    """Build a site from ``{path below content: text}`` with the example site's settings.

    Settings are given by name; a second call builds again into the same folder.
    """
    return partial(build, tmp_path)


@pytest.fixture(name="build_shared_site", scope="module")
def fixture_build_shared_site(tmp_path_factory):
    """Build a site, each call in a folder of its own, for the tests of a whole file to look at."""
    return lambda files, **options: build(tmp_path_factory.mktemp("site"), files, **options)


@pytest.fixture(name="example_site", scope="session")
def fixture_example_site(tmp_path_factory):
    """Build a copy of the example site with its own settings, so strictly that a warning stops it.

    It is built once for the tests of all files and workers: they look at it, and change nothing.
    """

    def make(folder):
        done = build_example(folder)
        return [str(folder), done.returncode, done.stderr, done.stdout]

    folder, *said = share(tmp_path_factory, "example", make)
    return Site(Path(folder), *said)


@pytest.fixture(name="make_entry")
def fixture_make_entry():
    """Return what makes an entry of a list from an id and facts."""

    def make_entry(identifier, **facts):
        name = identifier.replace("-", " ").title()
        return Attendee(**{"id": identifier, "name": name, "place": PLACE, **facts})

    return make_entry


@pytest.fixture(name="make_person")
def fixture_make_person():
    """Return what makes a person's file from an id and facts."""

    def make_person(identifier, **facts):
        name = identifier.replace("-", " ").title()
        return Person(**{"id": identifier, "name": name, "place": PLACE, **facts})

    return make_person


@pytest.fixture(name="picture", scope="session")
def fixture_picture():
    """Return the bytes of a picture, 4 pixels wide and 2 high."""
    stream = io.BytesIO()
    Image.new("RGB", (4, 2), "orange").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(name="browser", scope="session")
def fixture_browser():
    """Start the Chromium of the system, once."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        pytest.fail("no Chromium found; install it, or set CHROMIUM to its path")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, *as_root])
        yield browser
        browser.close()


@pytest.fixture(name="find_feed_faults", scope="session")
def fixture_find_feed_faults():
    """Return what names the errors, warnings and notes of the W3C's feed validator on a document.

    ``FEEDVALIDATOR`` names the folder ``src`` of https://github.com/w3c/feedvalidator.
    """
    if "FEEDVALIDATOR" not in os.environ:
        pytest.skip("FEEDVALIDATOR does not name the validator of the W3C")
    sys.path.append(os.environ["FEEDVALIDATOR"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import feedvalidator
        from feedvalidator.logging import Error, Info, Warning  # noqa: A004 - the validator's own names
    sys.path.remove(os.environ["FEEDVALIDATOR"])

    def find_feed_faults(content, url):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            events = feedvalidator.validateString(content, fallback="utf-8", base=url)["loggedEvents"]
        return [type(event).__name__ for event in events if isinstance(event, Error | Warning | Info)]

    return find_feed_faults
