"""The pages that list others, and that every link leads somewhere."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Tremblay, Bruno Roy]\n"
LISTINGS = (
    "index",
    "archives/index",
    "categories/index",
    "tags/index",
    "authors/index",
    "people/index",
    "events/index",
    "404",
)


def recap(number):
    """Return one of 27 recaps, a day each."""
    return (
        f"---\ntitle: Récit {number:02}\ndate: 2010-02-{number:02}\nevent: soir\ncategory: Soirées\n"
        f"tags: [web{'2' if number % 2 else ''}]\nauthors: [Zoé Blais]\nsummary: Résumé {number}.\n---\nTexte entier {number}.\n"
    )


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site of three pages of recaps."""
    recaps = {f"recaps/{number:02}.md": recap(number) for number in range(1, 28)}
    page = {"pages/a.md": "---\ntitle: À propos\n---\n[Le premier]({filename}/recaps/01.md)\n"}
    files = {**recaps, **page, "attendees/soir.yml": LIST}
    return build_shared_site(
        files, YEAR_ARCHIVE_SAVE_AS="archives/{date:%Y}/index.html", YEAR_ARCHIVE_URL="archives/{date:%Y}/"
    )


def titles(page):
    """Return the titles of the recaps that a page lists."""
    return [link.get_text() for link in page.select("main .h-entry .p-name[href]")]


def test_home_shows_the_newest_first(site):
    """The home page begins with the newest recap."""
    page = site.page("index.html")

    assert titles(page) == [f"Récit {number:02}" for number in range(27, 15, -1)]
    assert page.select_one(".h-entry .p-summary").get_text(strip=True) == "Résumé 27."


def test_every_recap_is_on_some_page_of_the_home_list(site):
    """Leafing through the home list finds every recap once."""
    pages = ("index.html", "page/2/index.html", "page/3/index.html")

    found = [title for name in pages for title in titles(site.page(name))]

    assert found == [f"Récit {number:02}" for number in range(27, 0, -1)]


@pytest.mark.parametrize("name", LISTINGS)
def test_every_list_has_a_title_and_the_way_home(site, name):
    """Each list has one main heading, a title of its own, and leads home."""
    page = site.page(f"{name}.html")

    assert len(page.select("h1")) == 1
    assert page.title.get_text().strip()
    assert page.select_one("a.masthead__name, h1.masthead__name")


def test_archives_hold_everything(site):
    """The archives name every recap on one page."""
    assert len(site.page("archives/index.html").select(".archive__title")) == 27
    assert len(titles(site.page("archives/2010/index.html"))) == 27


def test_lists_of_category_tag_and_author_hold_theirs(site):
    """The lists of a category, a tag and an author hold their recaps, and no others."""
    assert titles(site.page("tags/web/index.html"))[:2] == ["Récit 26", "Récit 24"]
    assert titles(site.page("tags/web2/index.html"))[:2] == ["Récit 27", "Récit 25"]
    assert titles(site.page("categories/soirees/page/3/index.html")) == ["Récit 03", "Récit 02", "Récit 01"]
    assert titles(site.page("authors/zoe-blais/index.html"))[0] == "Récit 27"


def test_indexes_count_recaps(site):
    """The lists of tags, categories and authors say how many recaps each has."""
    page = site.page("tags/index.html")

    assert page.select_one(".index-list").get_text(" ", strip=True) == "web 13 web2 14"


def test_navigation_says_where_the_reader_is(site):
    """The menu marks the page that is open, and only that one."""
    for name in ("people/index.html", "events/index.html", "archives/index.html", "a-propos/index.html"):
        (current,) = site.page(name).select("nav [aria-current=page]")
        assert urljoin(f"/{name}", current["href"]).removesuffix("index.html") == f"/{name}".removesuffix(
            "index.html"
        )


def test_every_link_leads_to_a_file(site, find_broken):
    """No link, picture, style sheet or script of any page leads to a file that is not there."""
    assert find_broken(site) == []


def test_every_link_of_the_published_site_leads_to_a_file(build_site, find_broken):
    """The same holds with whole addresses, as the site is published."""
    files = {"recaps/a.md": recap(1), "attendees/soir.yml": LIST}

    site = build_site(files, RELATIVE_URLS=False, SITEURL="https://blog.example/sous/dossier")

    assert find_broken(site, root="https://blog.example/sous/dossier/") == []
