"""At the end of a build the site is searched for people who asked to be forgotten, of whom there are only hashes."""

from pathlib import Path

import pytest

from event_recap.loading.removed_file import render_removed
from event_recap.model.removal import Kind, Removed, SiteKey

PLUGINS = str(Path(__file__).parents[2] / "plugins")
KEY = "a key for tests, and for nothing else"
WORDS = [(Kind.NAME, "Zoltan Quévillard"), (Kind.HANDLE, "zoltq_81"), (Kind.URL, "https://zq.example/moi")]
FILES = {
    "attendees/soir.yml": "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy]\n",
    "recaps/a.md": "---\ntitle: Le récit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n",
    "removed.yml": render_removed(Removed().add(WORDS, SiteKey(KEY))),
}


@pytest.fixture(name="build_forgetful")
def fixture_build_forgetful(build_site):
    """Build a site from which somebody was taken out."""

    def build_forgetful(files, **settings):
        return build_site({**FILES, **files}, environment={"EVENT_RECAP_KEY": KEY}, **settings)

    return build_forgetful


def test_a_site_that_names_nobody_forgotten_is_published(build_forgetful):
    """Somebody was forgotten, nobody names them, and the author reads nothing."""
    site = build_forgetful({})

    assert (site.exit_code, site.problems()) == (0, [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("AUTHOR", "Zoltan Quévillard"),
        ("SITENAME", "QUÉVILLARD, Zoltan"),
        ("SITESUBTITLE", "par @zoltq_81"),
        ("LINKS", [["Lui", "https://zq.example/moi/"]]),
    ],
)
def test_a_setting_does_not_bring_anybody_back(build_forgetful, key, value):
    """A name, a handle or an address in the settings stops the build, which tells the setting and nobody's name."""
    site = build_forgetful({}, **{key: value})

    assert site.exit_code == 1
    assert site.problems()[0].startswith(
        f"setting {key}: names somebody who asked to be forgotten, and so does "
    )
    assert "villard" not in site.errors
    assert site.files() == []


def test_a_template_does_not_bring_anybody_back(build_forgetful, tmp_path):
    """A name that a template has is told by the template's line, also where tags part it."""
    text = "{% extends '!simple/page.html' %}\n{% block content %}\n<b>Zoltan</b> <i>Quevillard</i>{% endblock %}"
    (tmp_path / "own").mkdir()
    (tmp_path / "own/page.html").write_text(text, encoding="utf-8")

    site = build_forgetful(
        {"pages/p.md": "Title: P\n\nX\n"}, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "own")]
    )

    assert site.exit_code == 1
    assert site.problems()[0].startswith("own/page.html:3: names somebody who asked to be forgotten")


def test_a_document_does_not_bring_anybody_back(build_forgetful):
    """A document that is copied as it is, and packs the name, is told by its own name."""
    data = b"%PDF-1.7\nBT (Zoltan Qu\\351villard) Tj ET"

    site = build_forgetful({"extra/plan.pdf": data}, STATIC_PATHS=["extra"])

    assert site.exit_code == 1
    assert site.problems()[0].startswith("content/extra/plan.pdf: names somebody who asked to be forgotten")


def test_what_another_plugin_writes_is_told_by_the_file_that_was_found(build_forgetful, tmp_path):
    """Where no text, setting or template has them, the author reads where to look."""
    (tmp_path / "chatty.py").write_text(
        "from pelican import signals\n"
        "def write(writer):\n"
        "    writer.output_path and open(writer.output_path + '/x.txt', 'w').write('Zol' + 'tan Quevillard')\n"
        "def register():\n"
        "    signals.article_writer_finalized.connect(lambda generator, writer: write(writer), weak=False)\n",
        encoding="utf-8",
    )

    site = build_forgetful({}, PLUGIN_PATHS=[str(tmp_path), PLUGINS], PLUGINS=["event_recap", "chatty"])

    assert site.exit_code == 1
    assert site.problems()[0] == (
        "content/removed.yml: somebody who asked to be forgotten would be published in x.txt, although no text has "
        "them; look at the theme and at other plugins"
    )
