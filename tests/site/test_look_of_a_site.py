"""What a site chose of its look, and what a page asks a server for."""

import re
import shutil
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"

LIST = """\
event: {name: Un soir, start: 2026-02-02 18:00}
attendees:
  - {name: Anne Roy, note: "Elle écoute."}
  - Bo Sand
"""
RECAP = "---\ntitle: Un soir\nslug: soir\ndate: 2026-02-03\nevent: soir\n---\nIl a neigé.\n"
LOOK = {"accent": "plum", "typefaces": "salon", "density": "airy"}
LAYERS = "@layer tokens,base,layout,components,print,custom;"
FILES = {"attendees/soir.yml": LIST, "recaps/soir.md": RECAP}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site that chose each part of its look."""
    return build_shared_site(FILES, EVENT_RECAP={"look": LOOK})


@pytest.fixture(name="plain", scope="module")
def fixture_plain(build_shared_site):
    """Build a site that chose nothing."""
    return build_shared_site(FILES)


def list_sheets(page):
    """Return the names of the style sheets that a page asks for."""
    return [link["href"].rpartition("/")[2] for link in page.select('link[rel="stylesheet"]')]


def list_preloads(page):
    """Return the names of the files that a page asks for before it is read."""
    return [link["href"].rpartition("/")[2] for link in page.select('link[rel="preload"]')]


def test_every_page_has_the_look_that_was_chosen(site):
    """By classes, since a strict policy allows no style in the page."""
    pages = [site.page(name) for name in site.files() if name.endswith(".html")]

    assert len(pages) > 10
    assert {" ".join(page.html["class"]) for page in pages} == {"accent-3 typefaces-salon density-airy"}


def test_a_site_that_chose_nothing_has_no_such_class(plain):
    """What the style sheet does without a choice is the default."""
    assert plain.page("recaps/soir/index.html").html.get("class") is None


def test_the_typefaces_of_the_first_lines_are_asked_for_at_once(site, plain):
    """Those of the pair that was chosen, and each is published; not where a first picture may come before them."""
    chosen, default = (list_preloads(one.page("people/index.html")) for one in (site, plain))

    assert (chosen, default) == (
        ["young-serif.woff2", "figtree.woff2"],
        ["bricolage-grotesque.woff2", "literata.woff2"],
    )
    assert {f"theme/fonts/{name}" for name in (*chosen, *default)} <= set(site.files())
    assert list_preloads(site.page("recaps/soir/index.html")) == []


@pytest.mark.parametrize("sheet", ["main.css", "rest.css"])
def test_a_style_sheet_imports_nothing(site, sheet):
    """A page asks for one, and what that names is there."""
    css = site.read(f"theme/css/{sheet}")

    assert "@import" not in css
    assert "/*" not in css
    named = {"theme/" + url.removeprefix("../") for url in re.findall(r'url\("([^"]+)"\)', css)}
    assert named
    assert named <= set(site.files())


@pytest.mark.parametrize(
    "name", ["index.html", "recaps/soir/index.html", "events/soir/index.html", "people/anne-roy/index.html"]
)
def test_a_page_that_readers_come_to_brings_the_style_of_its_first_screen(site, name):
    """The rest of it is asked for below that screen; with both, it is as if the page had asked for the whole."""
    page = site.page(name)
    (first,) = page.select("head > style")
    (rest,) = page.select('link[rel="stylesheet"]')

    assert rest["href"].endswith("theme/css/rest.css")
    assert rest.find_parent("main")
    whole, other = site.read("theme/css/main.css"), site.read("theme/css/rest.css")
    assert (first.string + other).replace(LAYERS, "").split() == whole.replace(LAYERS, "").split()


def test_every_other_page_asks_for_the_whole_style_sheet(site):
    """Before anything of it is shown."""
    page = site.page("people/index.html")

    assert page.select("style") == []
    assert list_sheets(page) == ["main.css"]
    assert page.select_one('link[rel="stylesheet"]').find_parent("head")


@pytest.mark.parametrize(
    ("changed", "settings", "sheet"),
    [
        ("static/css/custom.css", {}, "main.css"),
        ("static/css/mine.css", {"CSS_FILE": "mine.css"}, "mine.css"),
    ],
    ids=["a picture is named", "another style sheet"],
)
def test_what_cannot_stand_in_a_page_is_asked_for(build_site, tmp_path, changed, settings, sheet):
    """A file that a style names lies elsewhere for each page, and a site with a style of its own wants that."""
    theme = tmp_path / "theirs"
    shutil.copytree(THEME, theme)
    (theme / changed).write_text('@layer custom { body { background: url("paper.svg"); } }')

    page = build_site(FILES, THEME=str(theme), **settings).page("recaps/soir/index.html")

    assert page.select("style") == []
    assert list_sheets(page) == [sheet]


def test_the_parts_of_the_style_sheet_are_not_published(site):
    """No page asks for them: all that they say stands in the two."""
    styles = [name for name in site.files() if name.startswith("theme/css/")]

    assert styles == ["theme/css/main.css", "theme/css/rest.css"]


def test_a_part_that_a_template_names_is_published(build_site, tmp_path):
    """Whoever made a theme of ours may link one file of it by itself, and has it."""
    theme = tmp_path / "theirs"
    shutil.copytree(THEME, theme)
    (theme / "templates/partials/extend_head.html").write_text(
        '<link rel="stylesheet" href="{{ SITEURL }}/theme/css/print.css" media="print">'
    )

    site = build_site(FILES, THEME=str(theme))

    styles = [name for name in site.files() if name.startswith("theme/css/")]
    assert styles == ["theme/css/main.css", "theme/css/print.css", "theme/css/rest.css"]


def test_another_theme_keeps_its_own_style_sheet(build_site, tmp_path):
    """What a theme that is not ours publishes is what its author wrote."""
    css = tmp_path / "plain/static/css/main.css"
    css.parent.mkdir(parents=True)
    css.write_text("/* Mine. */\n@import url('a.css');\n")
    (tmp_path / "plain/templates").mkdir()

    site = build_site(FILES, THEME=str(tmp_path / "plain"), DIRECT_TEMPLATES=["index"], RELATIVE_URLS=False)

    assert site.exit_code == 0
    assert site.read("theme/css/main.css") == css.read_text()
