"""A site that has nothing of ours is Pelican's own; and the theme works with Pelican alone."""

from __future__ import annotations

import pelican
import pytest

STOCK = {
    "2010-02-03-premier.md": "Title: Premier\nTags: a, b\nAuthor: Zoé Blais\nModified: 2010-02-04\n\nUn *texte* {filename}.\n",
    "autre.md": "Title: Deuxième\nDate: 2010-02-05\nCategory: Divers\nSummary: Bref.\n\n[lien]({filename}2010-02-03-premier.md)\n",
    "autre.en.md": "Title: Second\nSlug: deuxieme\nLang: en\nDate: 2010-02-05\n\n<script>let a;</script>\n",
    "draft.md": "Title: Brouillon\nDate: 2010-02-05\nStatus: draft\n\n![x]({static}/images/a.png)\n",
    "sphinx.rst": "Un titre\n########\n\n:date: 2010-02-06\n:tags: a\n\nTexte ``code``.\n",
    "pages/p.md": "Title: Page\n\nUne page.\n",
    "people/anne.yml": "name: Anne\n",
}
CONFIGURATION = """\
PLUGIN_PATHS = [{plugins!r}]
PLUGINS = {names!r}
THEME = {theme!r}
TIMEZONE = "America/Montreal"
DEFAULT_LANG = "fr"
SITENAME = "Un blog"
SITEURL = "https://blog.example"
PATH = "content"
"""
STOCK_THEMES = f"{pelican.__path__[0]}/themes"


@pytest.fixture(name="configure")
def fixture_configure(tmp_path, pytestconfig):
    """Return a function that writes a configuration as a stranger would, and returns its path."""

    def configure(*, names, theme=f"{STOCK_THEMES}/simple", more=""):
        path = tmp_path / "pelicanconf.py"
        text = CONFIGURATION.format(plugins=str(pytestconfig.rootpath / "plugins"), names=names, theme=theme)
        path.write_text(text + more, encoding="utf-8")
        return path

    return configure


def contents(site):
    """Return the bytes of every file of a site."""
    assert site.exit_code == 0, site.log
    return {name: (site.output / name).read_bytes() for name in site.files()}


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_site_without_lists_is_built_as_if_the_plugin_were_not_there(build_site, configure, picture, theme):
    """Without lists and without our setting, every file has the same bytes with and without the plugin."""
    files = {**STOCK, "images/a.png": picture}
    theme = f"{STOCK_THEMES}/{theme}"
    without = contents(build_site(files, configuration=configure(names=[], theme=theme)))

    site = build_site({}, configuration=configure(names=["event_recap"], theme=theme))

    assert contents(site) == without
    assert "people/index.html" not in without


def test_foreign_theme_shows_cards_people_and_events(build_site, configure):
    """With Pelican's simple theme, cards, person pages and event pages come from our own templates."""
    files = {
        "soir.md": "Title: Le récit\nDate: 2010-02-03\nEvent: soir\n\nTexte.\n",
        "attendees/soir.yml": "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Tremblay]\n",
    }

    site = build_site(files, configuration=configure(names=["event_recap"]))

    assert site.exit_code == 0, site.log
    assert site.page("le-recit.html").select_one("#person-anne-tremblay")
    assert "Soir" in site.words("people/anne-tremblay/index.html", "body")
    assert "Anne Tremblay" in site.words("events/soir/index.html", "body")
    assert "Anne Tremblay" in site.words("people/index.html", "body")


def test_theme_works_without_the_plugin(build_site, configure, pytestconfig, picture):
    """With the plugin off, our theme shows an ordinary Pelican site without an error."""
    theme = str(pytestconfig.rootpath / "theme")
    autoescape = 'JINJA_ENVIRONMENT = {"autoescape": True}\nRELATIVE_URLS = True\n'

    site = build_site(
        {**STOCK, "images/a.png": picture}, configuration=configure(names=[], theme=theme, more=autoescape)
    )

    assert site.exit_code == 0, site.log
    assert "ERROR" not in site.log
    assert "WARNING" not in site.log
    assert site.page("premier.html").h1.get_text() == "Premier"
    assert site.page("premier.html").select_one("article .e-content em").get_text() == "texte"
    assert "Deuxième" in site.words("index.html")
    for name in (
        "archives",
        "categories",
        "tags",
        "authors",
        "category/divers",
        "tag/a",
        "author/zoe-blais",
        "pages/page",
    ):
        assert site.page(f"{name}.html").h1.get_text()
