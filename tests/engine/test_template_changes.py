"""After an edit of the theme, the pages that are built on it are made again; the others are those of before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
FILES = {
    "recaps/jeu.md": "---\ntitle: Le jeu\ndate: 2020-01-03\nevent: jeu\n---\nBonsoir à @anne.\n",
    "attendees/jeu.yml": "event: {name: Le jeu, start: 2020-01-02}\nattendees: [{id: anne, name: Anne Roy}]\n",
    "pages/nous.md": "Title: Nous\n\nNous.\n",
}
JEU, NOUS, ANNE = "recaps/le-jeu/index.html", "nous/index.html", "people/anne/index.html"
SIGN = "<i>Neuf</i>"


@pytest.fixture(name="theme")
def fixture_theme(tmp_path):
    """Return the folder of a theme that an author may edit: a copy of ours."""
    return shutil.copytree(THEME, tmp_path / "theme")


@pytest.fixture(name="rebuild")
def fixture_rebuild(build_site, theme):
    """Build a site, and return what builds it again: the site and why of a page."""
    own = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example", "THEME": str(theme)}
    first = build_site(FILES, **own)
    assert first.problems() == []
    # Tests beside this one write into the repository, where the settings lie: such a build leaves no record.
    for _ in range(3):
        if not (first.folder / ".output.pages").exists():
            first = build_site(FILES, **own, NO_CACHE=True)

    def rebuild(page, **settings):
        site = build_site(FILES, **{**own, "EXPLAIN": page, **settings})
        assert site.exit_code == 0, site.errors
        return site, next(line for line in site.log.splitlines() if line.startswith(page))

    return rebuild


def add_sign(template):
    """Let all that a template of the theme makes hold one sign more."""
    before, end, after = template.read_text(encoding="utf-8").rpartition("{% end")
    template.write_text(f"{before}{SIGN}{end}{after}", encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["article.html", "macros/people.html", "event_recap/mention.html", "404.html"]
)
def test_the_site_is_what_it_would_be_from_nothing(rebuild, theme, name):
    """Each page that shows what an edited template makes shows it, whoever asked for the template."""
    add_sign(theme / "templates" / name)

    site = rebuild(JEU)[0].read_all()

    assert any(SIGN.encode() in text for text in site.values())
    assert rebuild(JEU, NO_CACHE=True)[0].read_all() == site


def test_a_page_is_made_for_its_template(rebuild, theme):
    """A recap is made again where the template of recaps was edited, and it says which that is."""
    add_sign(theme / "templates" / "article.html")

    _, reason = rebuild(JEU)

    assert reason.endswith("made in this build, because article.html changed, on which its template is built")


def test_a_page_that_is_built_on_other_templates_is_not_made(rebuild, theme):
    """The page of a person does not need the template of recaps."""
    add_sign(theme / "templates" / "article.html")

    _, reason = rebuild(ANNE)

    assert "taken from the last site" in reason


@pytest.mark.parametrize("page", [JEU, NOUS, ANNE])
def test_each_page_is_made_for_a_part_that_all_have(rebuild, theme, page):
    """The foot of the pages is included by the template that theirs extends."""
    add_sign(theme / "templates" / "partials" / "footer.html")

    _, reason = rebuild(page)

    assert "partials/footer.html changed" in reason


def test_no_page_is_made_for_a_style(rebuild, theme):
    """Pages name their style sheet, which is another, by the same name."""
    with (theme / "static" / "css" / "print.css").open("a", encoding="utf-8") as style:
        style.write("body { color: rebeccapurple }\n")

    site, reason = rebuild(JEU)

    assert "taken from the last site" in reason
    assert "rebeccapurple" in (site.output / "theme" / "css" / "main.css").read_text(encoding="utf-8")


def test_a_page_is_made_for_a_style_that_it_holds(rebuild, theme):
    """The style of a first screen stands in the page of a recap."""
    with (theme / "static" / "css" / "first.css").open("a", encoding="utf-8") as style:
        style.write("body { color: rebeccapurple }\n")

    site, reason = rebuild(JEU)

    assert "first_style changed, which its template reads" in reason
    assert "rebeccapurple" in (site.output / JEU).read_text(encoding="utf-8")


def test_a_template_that_stands_before_another_of_its_name_is_seen(rebuild, theme):
    """A theme may bring its own template of what so far was made by one of ours, or of Pelican's."""
    (theme / "templates" / "event_recap" / "reading.html").write_text(SIGN, encoding="utf-8")
    (theme / "templates" / "page.html").rename(theme / "templates" / "other.html")

    site, reason = rebuild(NOUS)
    found = site.read_all()

    assert "page.html changed" in reason
    assert rebuild(NOUS, NO_CACHE=True)[0].read_all() == found


def test_a_template_that_is_known_by_no_name_makes_its_pages(rebuild, theme):
    """Which template a variable names is known only once a page is made."""
    page = theme / "templates" / "page.html"
    page.write_text('{% set name = "inner.html" %}{% include name %}', encoding="utf-8")
    (theme / "templates" / "inner.html").write_text("<p>Un</p>", encoding="utf-8")
    rebuild(NOUS)
    (theme / "templates" / "inner.html").write_text("<p>Deux</p>", encoding="utf-8")

    site, reason = rebuild(NOUS)

    assert "inner.html changed" in reason
    assert "<p>Deux</p>" in (site.output / NOUS).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["carte.html", "archives.html"])
def test_a_text_that_is_a_template_makes_its_page(build_site, theme, name):
    """What ``TEMPLATE_PAGES`` names is in no folder of templates, even where the theme has one of its name."""
    own = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example", "THEME": str(theme)}
    own |= {"TEMPLATE_PAGES": {name: "carte.html"}}
    build_site({**FILES, name: "<p>Un</p>"}, **own)

    site = build_site({**FILES, name: "<p>Deux</p>"}, **own)

    assert "<p>Deux</p>" in (site.output / "carte.html").read_text(encoding="utf-8")


def test_templates_in_a_folder_with_the_whole_site_make_every_page(rebuild, tmp_path):
    """Where templates cannot be told from texts and from what a build makes, all that changes there counts."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "nouveau.html").write_text("<p>Rien</p>", encoding="utf-8")
    rebuild(NOUS, THEME_TEMPLATES_OVERRIDES=[str(tmp_path)])
    (tmp_path / "nouveau.html").write_text("<p>Rien du tout</p>", encoding="utf-8")

    site, reason = rebuild(NOUS, THEME_TEMPLATES_OVERRIDES=[str(tmp_path)])

    assert "made in this build" in reason
    assert site.exit_code == 0
