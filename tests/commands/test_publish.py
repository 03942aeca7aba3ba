"""``event-recap publish``: what stops it, what it tells, and what it brings to the host."""

import subprocess
import sys

import pytest

from event_recap import cli
from event_recap.commands.publishing.unfit import explain_siteurl

SETTINGS = """\
PATH = "content"
SITENAME = "Soirs"
SITEURL = "https://soirs-de-la-lanterne.net"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
ARTICLE_PATHS = ["recaps"]
ARTICLE_URL = "recaps/{slug}/"
ARTICLE_SAVE_AS = "recaps/{slug}/index.html"
PLUGIN_PATHS = [%r]
PLUGINS = ["event_recap"]
THEME = %r
EVENT_RECAP = {}
EVENT_RECAP_PUBLISH = {"to": "folder", "target": "www"}
"""
RECAP = (
    "---\ntitle: Focus 20\ndate: 2010-02-03\nevent: focus-2010\nslug: focus\nsummary: Un soir.\n---\nHier.\n"
)
LIST = """\
event: {name: Focus 20, start: 2010-02-02 18:00}
attendees: [{name: Anne Tremblay, consent: {given: 2010-01-01, index: false}}, Luc Gendron]
"""


@pytest.fixture(name="publish")
def fixture_publish(tmp_path, monkeypatch, request, capfd):
    """Return what writes files and settings, publishes, and returns code and words."""
    root = request.config.rootpath
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(root / "plugins"))
    settings = SETTINGS % (str(root / "plugins"), str(root / "theme"))

    def publish(files=(), *arguments, more=""):
        (tmp_path / "publishconf.py").write_text(settings + more, encoding="utf-8")
        for name, text in dict(files).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        code = cli.main(["publish", *arguments])
        said = capfd.readouterr()
        return code, said.out + said.err

    return publish


def list_files(folder):
    """Return the path of every file of a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_compared_and_brought_to_its_folder(publish, tmp_path):
    """The second publication tells what moved, who is new, and how many are no longer shown; they are gone."""
    first = publish({"recaps/focus.md": RECAP, "attendees/focus-2010.yml": LIST})
    (tmp_path / "www/mine.txt").write_text("mine", encoding="utf-8")
    changed = LIST.replace("Luc Gendron]", "{name: Luc Gendron, visibility: hidden}, Rose Roy]")

    code, said = publish(
        {"recaps/focus.md": RECAP.replace("focus\nsum", "vingt\nsum"), "attendees/focus-2010.yml": changed}
    )

    assert first[0] == code == 0, first[1] + said
    assert "first publication" in first[1]
    assert "moved: /recaps/focus/ -> /recaps/vingt/" in said
    assert "people shown now: /people/rose-roy/" in said
    assert "people no longer shown: 1 person has no page any more" in said
    assert "luc" not in said.lower()
    published = list_files(tmp_path / "www")
    assert {"recaps/vingt/index.html", "people/rose-roy/index.html", "mine.txt"} <= published
    assert not [name for name in published if "luc" in name]
    listed = (tmp_path / "www/published.txt").read_text(encoding="utf-8")
    assert "people/anne-tremblay/index.html" in published
    assert ("rose" in listed, "anne" in listed) == (True, False)  # Anne asked search engines to stay away


def test_a_rehearsal_brings_nothing_anywhere(publish, tmp_path):
    """With --dry-run all is looked at and told, and the host keeps what it has."""
    code, said = publish({"recaps/focus.md": RECAP, "attendees/focus-2010.yml": LIST}, "--dry-run")

    assert (code, "nothing was published: this was a rehearsal" in said) == (0, True), said
    assert not (tmp_path / "www").exists()


def test_a_warning_stops_it(publish, tmp_path):
    """Somebody whom a text mentions and nobody knows is a warning: nothing goes to the host."""
    text = f"{RECAP}J’ai vu @nobody.\n"

    code, said = publish({"recaps/focus.md": text, "attendees/focus-2010.yml": LIST})

    assert code == 1
    assert "nothing was published" in said
    assert not (tmp_path / "www").exists()


def test_all_settings_that_are_wrong_for_the_web_are_told_at_once(publish):
    """Each has a line of its own, and nothing is built."""
    more = """
SITENAME = "A Pelican Blog"
SITEURL = "http://soirs.example"
RELATIVE_URLS = True
FEED_DOMAIN = "https://other.net"
EVENT_RECAP = {"today": "2026-01-01", "feeds": {"site": []}, "comments_email": "me@soirs.example"}
EVENT_RECAP_PUBLISH = {"to": "foldr", "kepe": []}
"""

    code, said = publish({"recaps/focus.md": RECAP}, more=more)

    assert code == 1
    assert [line.split(": ")[1] for line in said.splitlines()] == [
        "kepe", "to", "FEED_DOMAIN", "RELATIVE_URLS", "SITENAME", "SITEURL", "comments_email", "feeds", "today",
    ]  # fmt: skip
    assert "'foldr' is no host known here; did you mean 'folder'?" in said


@pytest.mark.parametrize(
    "siteurl",
    [
        "", "soirs.net", "https://", "https://soirs.net/", "https://me@soirs.net", "http://localhost:8000",
        "https://www.example.com", "https://soirs.example", "https://192.168.1.2", "https://soirs.local",
        "https://intranet",
    ],
)  # fmt: skip
def test_an_address_that_others_cannot_read_is_none_to_publish(siteurl):
    """Neither an example's name, nor a machine at home, nor half an address."""
    assert explain_siteurl(siteurl)


def test_a_site_without_encryption_says_so(publish):
    """http:// is refused, unless the site says that its host cannot do otherwise."""
    plain = 'SITEURL = "http://soirs-de-la-lanterne.net"\n'
    allowed = 'EVENT_RECAP_PUBLISH = {"to": "folder", "target": "www", "allow_http": True}\n'

    refused = publish({"recaps/focus.md": RECAP}, more=plain)
    code, said = publish({"recaps/focus.md": RECAP, "attendees/focus-2010.yml": LIST}, more=plain + allowed)

    assert (refused[0], "not encrypted; expected https://" in refused[1]) == (1, True)
    assert code == 0, said


def test_the_command_is_there_with_an_example():
    """Whoever asks for help sees how it is called."""
    done = subprocess.run(
        [sys.executable, "-c", "from event_recap.cli import main; main(['publish', '--help'])"],
        capture_output=True, encoding="utf-8", check=True, env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip

    assert "Example: event-recap publish --dry-run" in done.stdout
