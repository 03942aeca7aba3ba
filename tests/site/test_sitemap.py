"""What search engines are told of, and where."""

from __future__ import annotations

import re

import pytest
from lxml import etree

SITE = "https://blog.example"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
LIST = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  cover: {src: images/cover.png, alt: La salle}
attendees:
  - {id: luc, name: Luc Garnier, photo: {src: images/luc.png, alt: Luc}}
  - {id: zoe, name: Zoé Filante, photo: {src: images/zoe.png, alt: Zoé}, consent: {given: 2010-02-05, photo: true, index: false}}
"""
HEAD = "---\ntitle: {}\ndate: 2010-02-03 08:30\nauthors: [Marie Lantier]\ncategory: Soirées\ntags: [ville]\n{}\n---\n{}\n"
FILES = {
    "attendees/focus.yml": LIST,
    "recaps/a.md": HEAD.format("Le récit", "slug: focus\nevent: focus\nmodified: 2010-02-05", "![Rue]({static}/images/rue.png)"),
    "recaps/a.en.md": HEAD.format("The story", "slug: focus\nlang: en\nevent: focus", "Text."),
    "recaps/b.md": HEAD.format("Caché", "status: hidden", "Texte."),
    "recaps/c.md": HEAD.format("Ébauche", "status: draft", "Texte."),
    "pages/a-propos.md": "---\ntitle: À propos\n---\nTexte.\n",
}  # fmt: skip


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site with a page of each kind, hidden ones too."""
    pictures = {f"images/{name}.png": picture for name in ("cover", "luc", "zoe", "rue")}
    site = build_shared_site({**FILES, **pictures}, SITEURL=SITE, RELATIVE_URLS=False)
    assert site.exit_code == 0, site.errors
    return site


@pytest.fixture(name="entries", scope="module")
def fixture_entries(site):
    """Read the sitemap: each entry by its path."""
    root = etree.fromstring((site.output / "sitemap.xml").read_bytes())
    return {entry.findtext("s:loc", None, NAMES).removeprefix(SITE): entry for entry in root}


def is_indexed(page):
    """Tell whether a page is one that search engines may list under its own address."""
    robots = page.select_one('meta[name="robots"]')
    return not (robots and "noindex" in robots["content"])


def test_every_page_that_may_be_found_is_in_it(site, entries):
    """Its addresses are the canonical ones of all pages, but for those on which a list goes on."""
    pages = [site.page(name) for name in site.files() if name.endswith(".html")]
    canonical = {
        link["href"].removeprefix(SITE)
        for page in pages if is_indexed(page)
        for link in page.select('link[rel="canonical"]')
    }  # fmt: skip

    assert set(entries) == {path for path in canonical if not re.search(r"/page/\d+/", path)}


@pytest.mark.parametrize("path", ["/people/zoe/", "/recaps/cache/", "/drafts/ebauche/", "/404.html"])
def test_who_and_what_shall_not_be_found_is_not_in_it(site, entries, path):
    """Somebody who said no to search engines, hidden texts, drafts; their pages say it themselves."""
    name = path.strip("/") + ("" if path.endswith(".html") else "/index.html")

    assert path not in entries
    assert not is_indexed(site.page(name))


def test_texts_say_when_they_changed(entries):
    """The day of the change, else that of publication; a list is as new as the newest in it."""
    dates = {path: entry.findtext("s:lastmod", None, NAMES) for path, entry in entries.items()}

    assert dates["/recaps/focus/"] == "2010-02-05T00:00:00-05:00"
    assert dates["/en/recaps/focus/"] == "2010-02-03T08:30:00-05:00"
    assert dates["/"] == dates["/tags/ville/"] == "2010-02-05T00:00:00-05:00"
    assert dates["/people/luc/"] is None


def test_languages_of_a_text_know_each_other(entries):
    """Each names all, itself too; a text in one language names none."""
    for path in ("/recaps/focus/", "/en/recaps/focus/"):
        links = entries[path].findall("xhtml:link", NAMES)
        assert {link.get("hreflang"): link.get("href") for link in links} == {
            "fr": f"{SITE}/recaps/focus/",
            "en": f"{SITE}/en/recaps/focus/",
        }
    assert entries["/a-propos/"].find("xhtml:link", NAMES) is None


def test_pictures_are_told_with_their_page_and_faces_only_with_their_own(entries):
    """A text's cover and pictures; a portrait belongs to the page of the person, and nobody else's."""
    pictures = {
        path: [found.text.removeprefix(SITE) for found in entry.iterfind("image:image/image:loc", NAMES)]
        for path, entry in entries.items()
    }

    assert pictures["/recaps/focus/"][0] == "/images/cover.png"
    assert any("rue" in url for url in pictures["/recaps/focus/"])
    assert pictures["/people/luc/"] == ["/images/luc.png"]
    assert not any("zoe" in url for urls in pictures.values() for url in urls)
    assert not any("luc" in url for path, urls in pictures.items() if path != "/people/luc/" for url in urls)


def test_robots_are_told_where_it_is(site):
    """Nothing is forbidden to them: pages say themselves who may list them."""
    assert site.read("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}/sitemap.xml\n"


def test_site_in_a_folder_of_a_host_has_no_rules_for_robots(build_site):
    """They look at the root of a host only, which is somebody else's."""
    site = build_site(
        {"pages/a.md": FILES["pages/a-propos.md"], "attendees/a.yml": "[A]\n"}, SITEURL=f"{SITE}/sub"
    )

    assert "robots.txt" not in site.files()
    assert f"<loc>{SITE}/sub/a-propos/</loc>" in site.read("sitemap.xml")


def test_site_without_an_address_has_neither(build_site):
    """Half an address helps nobody."""
    site = build_site({"recaps/a.md": FILES["pages/a-propos.md"]}, SITEURL="", SITEMAP_SAVE_AS="")

    assert not {"robots.txt", "sitemap.xml"} & set(site.files())
