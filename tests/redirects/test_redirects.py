"""Whoever kept an old address comes to the page of today; nobody learns of somebody who may not be named."""

import pytest

LIST = """\
event: {name: Focus 20, start: 2010-02-02 18:00}
attendees: [Anne Tremblay, Luc Gendron]
"""
RECAP = """\
---
title: Focus 20
date: 2010-02-03
event: focus-2010
---
Hier soir.
"""
COMMENT = "author: {name: Zoé Lebrun}\ndate: 2010-02-04\ntext: Bravo\n"
BEFORE = {
    "recaps/focus.md": RECAP,
    "attendees/focus-2010.yml": LIST,
    "comments/focus-20/un.yml": COMMENT,
}
HOST = {"to": "cloudflare-pages", "target": "my-site"}


@pytest.fixture(name="renamed")
def fixture_renamed(build_site, tmp_path):
    """Build a site, then again with another slug, another name of the list, and an address typed by hand."""
    build_site(BEFORE)
    (tmp_path / "content/attendees/focus-2010.yml").unlink()
    words = "title: Focus 20\nslug: vingt\nredirect_from: [/2010/02/focus-20, /old.html]"
    recap = RECAP.replace("title: Focus 20", words).replace("focus-2010", "vingt-2010")
    files = {"recaps/focus.md": recap, "attendees/vingt-2010.yml": LIST}
    return build_site(files, EVENT_RECAP_PUBLISH=HOST)


def find_target(site, name):
    """Return where the page at a former address leads."""
    return site.page(name).select_one("link[rel=canonical]")["href"].removeprefix("https://lanterne.example")


def test_a_renamed_page_is_found_at_its_old_address(renamed):
    """A changed slug, a renamed list and an address of an older blog lead to the pages of today."""
    assert renamed.exit_code == 0, renamed.errors
    assert find_target(renamed, "recaps/focus-20/index.html") == "/recaps/vingt/"
    assert find_target(renamed, "events/focus-2010/index.html") == "/events/vingt-2010/"
    assert find_target(renamed, "2010/02/focus-20/index.html") == "/recaps/vingt/"
    assert find_target(renamed, "old.html") == "/recaps/vingt/"
    assert "0; url=../../recaps/vingt/" in renamed.read("recaps/focus-20/index.html")


def test_the_comments_of_a_renamed_recap_stay_with_it(renamed):
    """Comments in the folder of the former slug stand on the page of today, and no folder is told as lost."""
    assert "Bravo" in renamed.read("recaps/vingt/index.html")
    assert renamed.problems() == []


def test_a_host_with_rules_is_told_of_them(renamed):
    """The host sends readers on by itself; no rule names anybody of whom a page is gone."""
    assert renamed.read("_redirects").splitlines() == [
        "/2010/02/focus-20/ /recaps/vingt/ 301",
        "/events/focus-2010/ /events/vingt-2010/ 301",
        "/old.html /recaps/vingt/ 301",
        "/recaps/focus-20/ /recaps/vingt/ 301",
    ]
    assert '"include": ["/people/*"]' in renamed.read("_routes.json")


def test_a_build_from_an_empty_folder_remembers_it_all(renamed, build_site):
    """Renamed twice, both old addresses lead to the last one, in one step."""
    path = renamed.folder / "content/recaps/focus.md"
    path.write_text(path.read_text(encoding="utf-8").replace("slug: vingt", "slug: xx"), encoding="utf-8")

    site = build_site({})

    assert find_target(site, "recaps/focus-20/index.html") == "/recaps/xx/"
    assert find_target(site, "recaps/vingt/index.html") == "/recaps/xx/"
    assert "former: [focus-20, vingt]" in (site.folder / "content/ids.yml").read_text(encoding="utf-8")


def test_an_old_address_never_tells_of_somebody_hidden(build_site):
    """A slug with the name of somebody who is hidden now leads nowhere, and is remembered nowhere."""
    named = RECAP.replace("title: Focus 20", "title: Une rencontre\nslug: avec-luc-gendron")
    build_site({**BEFORE, "recaps/focus.md": named, "recaps/b.md": RECAP})
    hidden = LIST.replace("Luc Gendron]", "{name: Luc Gendron, visibility: hidden}]")

    site = build_site(
        {"recaps/focus.md": named.replace("avec-luc-gendron", "une"), "attendees/focus-2010.yml": hidden}
    )

    assert site.exit_code == 0, site.errors
    assert not (site.output / "recaps/avec-luc-gendron").exists()
    assert "luc" not in (site.folder / "content/ids.yml").read_text(encoding="utf-8")


def test_an_old_address_leads_to_one_page_only(build_site):
    """Two texts that want one old address, and a text that wants its own, are told with file and line."""
    texts = {
        f"recaps/{name}.md": f"---\ntitle: {name}\ndate: 2010-02-03\nredirect_from: {typed}\n---\nText.\n"
        for name, typed in {
            "un": "/old/",
            "deux": "/old",
            "own": "/recaps/own",
            "other": "/recaps/un/",
        }.items()
    }

    site = build_site(texts)

    lead = "content/recaps/"
    assert site.problems()[:3] == [
        (
            f"{lead}other.md:4:16: redirect_from: '/recaps/un/' is the address of a page of today, that of "
            f"{lead}un.md; take it out"
        ),
        f"{lead}own.md:4:16: redirect_from: '/recaps/own/' is the address of this page; take it out",
        (
            f"{lead}un.md:4:16: redirect_from: '/old/' leads elsewhere by {lead}deux.md:4:16 already; "
            "keep one of them"
        ),
    ]
