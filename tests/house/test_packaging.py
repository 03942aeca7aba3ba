"""The wheel: what is in it, and what it does for a site that is not ours.

Builds the wheel from the sdist, installs it into a virtual environment of its own, and lets a foreign
site with Pelican's themes use it. Needs the network.
"""

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
PACKAGE = "pelican/plugins/event_recap/"
THEME = "pelican/themes/event-recap/"

# No theme, no URLs, no plugin settings: what somebody has who only typed `pip install`.
SETTINGS = """
SITENAME = "Foreign site"
SITEURL = "https://example.org"
TIMEZONE = "America/Toronto"
DEFAULT_LANG = "fr"
PATH = "content"
"""
POST = """\
Title: Focus 20
Date: 2010-02-03 08:30
Event: focus-20-2010

Hier soir, trente avatars sont devenus des visages.
"""
ATTENDEES = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
attendees:
  - Anne Tremblay
  - id: cafelune
    name: Bruno Larivage
    org: Café Lune
    note: Mon exemple chouchou.
"""

pytestmark = pytest.mark.packaging


def run(*command, cwd):
    """Run a command to its end; a failure shows what it printed."""
    ended = subprocess.run(command, cwd=cwd, check=False, capture_output=True, encoding="utf-8")
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture(name="dist", scope="module")
def fixture_dist(tmp_path_factory):
    """Build the sdist, and the wheel from it, as an index would get them."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", str(dist), str(ROOT), cwd=dist)
    return dist


@pytest.fixture(name="wheel", scope="module")
def fixture_wheel(dist):
    """Return the one wheel."""
    (wheel,) = dist.glob("*.whl")
    return wheel


@pytest.fixture(name="names", scope="module")
def fixture_names(wheel):
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(name="python", scope="module")
def fixture_python(tmp_path_factory, wheel):
    """Install the wheel into a fresh environment; return its Python."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    python = home / "bin/python"
    constraints = str(ROOT / "constraints.txt")
    run(str(python), "-m", "pip", "install", "--quiet", "-c", constraints, str(wheel), cwd=home)
    return python


@pytest.fixture(name="build_foreign_site")
def fixture_build_foreign_site(tmp_path, python):
    """Return a function that builds the foreign site with more settings and reads its pages."""

    def build(more=""):
        files = {
            "pelicanconf.py": SETTINGS + more,
            "content/focus-20.md": POST,
            "content/attendees/focus-20-2010.yml": ATTENDEES,
        }
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        options = ("-s", "pelicanconf.py", "--fatal=errors", "--log-handler=plain")
        run(str(python), "-m", "pelican", *options, cwd=tmp_path)
        return lambda page: read_page(tmp_path / "output" / page)

    return build


def read_page(file):
    """Parse a page as a browser does."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html5lib")


def read_names(page):
    """Return the names on the attendee cards of a page, in order."""
    cards = page.select(".attendee-card, .h-card")
    return list(dict.fromkeys(name.get_text(strip=True) for card in cards for name in card.select(".p-name")))


def assert_shows_the_event(read):
    """Recap, person page and event page show who was there, and lead to each other."""
    recap, person, event = (
        read(page)
        for page in ("focus-20.html", "people/cafelune/index.html", "events/focus-20-2010/index.html")
    )
    assert {"Anne Tremblay", "Bruno Larivage"} <= set(read_names(recap))
    assert recap.select_one('a[href$="/people/cafelune/"]')
    assert "Bruno Larivage" in person.h1.get_text() or "Bruno Larivage" in person.title.get_text()
    assert person.select_one('a[href$="/focus-20.html"]')
    assert "Focus 20" in event.get_text()
    assert {"Anne Tremblay", "Bruno Larivage"} <= set(read_names(event))


@pytest.mark.parametrize(
    "folder",
    ["plugins/event_recap", "theme"],
)
def test_the_wheel_holds_every_file_of_the_package_and_the_theme(names, folder):
    """Templates, translations, styles, scripts: nothing stays behind."""
    target = PACKAGE if folder.startswith("plugins") else THEME
    here = {
        target + file.relative_to(ROOT / folder).as_posix()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
    }

    assert sorted(here - set(names)) == []


@pytest.mark.parametrize(
    "start",
    [PACKAGE + "templates/event_recap/", PACKAGE + "py.typed", THEME + "templates/", THEME + "static/css/"],
)
def test_the_wheel_holds_each_kind_of_file(names, start):
    """The fallback templates, the mark of a typed package, the theme."""
    assert [name for name in names if name.startswith(start)]


def test_the_wheel_brings_nothing_else(names):
    """No tests, no content, nothing that would replace a file of Pelican."""
    ours = (PACKAGE, THEME, "pelican_event_recap-", "event_recap_command.py")
    foreign = [name for name in names if not name.startswith(ours)]
    leftovers = [name for name in names if "__pycache__" in name or "/." in name]

    assert foreign == []
    assert leftovers == []


def test_the_wheel_carries_the_licence(names):
    """Whoever installs it can read what may be done with it."""
    assert [name for name in names if name.endswith("/licenses/LICENSE")]


def test_the_sdist_holds_what_the_wheel_is_made_of(dist):
    """A distribution that builds for itself needs the sources and the settings of the build."""
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "LICENSE", "plugins/event_recap/__init__.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "content/", "output/"))]


@pytest.mark.parametrize("theme", ["", 'THEME = "notmyidea"\n'], ids=["simple", "notmyidea"])
@pytest.mark.parametrize(
    "plugins",
    ["", 'PLUGINS = ["event_recap"]\n', 'PLUGINS = ["pelican.plugins.event_recap"]\n'],
    ids=["unset", "short name", "long name"],
)
def test_a_foreign_site_shows_the_event_with_pelican_s_own_themes(build_foreign_site, theme, plugins):
    """`pip install` and an attendee list are enough, with or without PLUGINS."""
    read = build_foreign_site('THEME = "simple"\n' * (not theme) + theme + plugins)

    assert_shows_the_event(read)


def test_our_theme_works_by_its_name(build_foreign_site):
    """THEME = "event-recap" is found, and its style with it."""
    read = build_foreign_site('THEME = "event-recap"\n')

    assert_shows_the_event(read)
    assert read("focus-20.html").select_one('link[rel=stylesheet][href^="https://example.org/theme/"]')


def test_the_commands_work_from_the_wheel(python, tmp_path):
    """The long name of the package is a program, and so is ``event-recap``."""
    run(str(python), "-m", "pelican.plugins.event_recap", "devserver", "--help", cwd=tmp_path)
    run(str(python.with_name("event-recap")), "forget", "--help", cwd=tmp_path)
