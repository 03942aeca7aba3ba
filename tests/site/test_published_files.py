"""Only what a page needs is published."""

from __future__ import annotations

from urllib.parse import quote, unquote, urljoin

import pytest

LIST = """\
event: {name: Soir, start: 2010-02-02, cover: {src: images/cover.png, alt: X}}
attendees: [{name: Anne, photo: {src: images/anne.png, alt: Anne}}]
"""
RECAP = """\
---
title: Récit
date: 2010-02-03
event: soir
---
![un](images/linked.png) ![deux]({static}/images/braces.png) [le fichier]({static}/papers/plan.pdf) ![trois](beside.png)
"""
DRAFT = "---\ntitle: Brouillon\nstatus: draft\ncover: {src: images/draftcover.png, alt: X}\n---\n![x](images/draft.png) ![y]({attach}attached.png)\n"
SKIPPED = "---\ntitle: Sautée\ndate: 2010-02-03\nstatus: skip\n---\n![x](images/skipped.png)\n"
ODD_NAMES = ["Zoé été.png", "Thé & café.png", "n° 1 #2.png", "100%.png"]
STRAY = [".env", ".git/config", ".htaccess", "x.md~", "notes.md.bak", "#x#", ".x.swp", "Thumbs.db"]
COPIES = ["soir.yml.orig", "list.csv", "list.xlsx", "notes.txt"]
KEPT = {
    "images/cover.png",
    "images/anne.png",
    "images/linked.png",
    "images/braces.png",
    "papers/plan.pdf",
    "recaps/beside.png",
}
WITHHELD = {
    "images/draft.png",
    "images/draftcover.png",
    "images/skipped.png",
    "images/nobody.png",
    "recaps/attached.png",
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site whose folders hold much that is none of its business."""
    return build_shared_site(
        {
            "attendees/soir.yml": LIST,
            "people/anne.yml": "name: Anne\n",
            "recaps/a.md": RECAP,
            "recaps/b.md": DRAFT,
            "recaps/c.md": SKIPPED,
            "extra/robots.txt": "User-agent: *\n",
            **dict.fromkeys(KEPT | WITHHELD, picture),
            **{
                f"{folder}/{name}": "geheimnis"
                for folder in ("extra", "images", "attendees", "people")
                for name in STRAY
            },
            "images/notes.yml": "geheimnis",
            "images/notes.xlsx": "geheimnis",
        }
    )


def test_build_goes_through(site):
    """Files that are none of the site's do not stop the build."""
    assert site.exit_code == 0, site.errors


def test_pictures_that_pages_show_are_published(site):
    """What a recap, a cover or a card shows is published, however the link was typed."""
    assert set(site.files()) >= KEPT


def test_other_pictures_stay_at_home(site):
    """Pictures of drafts, of skipped recaps and of nobody are not published."""
    assert not WITHHELD & set(site.files())


def test_draft_says_in_words_where_its_pictures_will_be(site):
    """A draft's page shows words in the place of its pictures, and no broken one."""
    page = site.page("drafts/brouillon/index.html")

    assert not page.select("main img")
    assert "[x]" in page.select_one(".e-content").get_text()


def test_lists_and_private_files_are_never_published(site):
    """No list, person's file, Markdown, dotfile or backup is in the output."""
    endings = (
        ".yml",
        ".yaml",
        ".md",
        "~",
        ".bak",
        ".swp",
        ".db",
        "#",
        ".xlsx",
        "config",
        ".htaccess",
        ".env",
    )

    assert [name for name in site.files() if name.endswith(endings)] == []


def test_no_file_holds_a_secret(site, find_traces):
    """Nothing of a file that is not published is in one that is."""
    assert find_traces(site, "geheimnis") == []


def test_extra_files_are_published(site):
    """What the site puts into ``extra/`` on purpose is published."""
    assert "extra/robots.txt" in site.files()


def test_picture_is_published_once_the_draft_is(build_site, picture):
    """A draft's picture is published with the draft, and taken back with it."""
    files = {
        "recaps/b.md": DRAFT,
        "images/draft.png": picture,
        "images/draftcover.png": picture,
        "recaps/attached.png": picture,
    }
    published = DRAFT.replace("status: draft", "date: 2010-02-03")

    before = build_site(files).files()
    during = build_site({"recaps/b.md": published}).files()
    after = build_site({"recaps/b.md": DRAFT}).files()

    assert "images/draft.png" in during
    assert "images/draftcover.png" in during
    assert before == after
    assert "images/draft.png" not in after


@pytest.mark.parametrize(("folder", "page"), [("recaps", "recaps/a/"), ("pages", "a/")])
def test_picture_may_have_any_name(build_site, picture, folder, page):
    """A picture whose name has accents, spaces or signs is shown and published, without a warning."""
    names = [f"{folder}/{name}" for name in ODD_NAMES]
    text = "".join(f"![x](<{quote(name)}>)\n" for name in ODD_NAMES)
    card = f"- name: Anne\n  photo: {{src: '{names[0]}', alt: Anne}}\n"
    text = f"---\ntitle: A\ndate: 2010-02-03\n---\n{text}"

    site = build_site(
        {**dict.fromkeys(names, picture), f"{folder}/a.md": text, "attendees/soir.yml": card},
        fatal="warnings",
    )

    assert site.exit_code == 0
    assert set(names) <= set(site.files())
    shown = [urljoin(f"/{page}", image["src"]) for image in site.page(f"{page}index.html").select("main img")]
    assert [unquote(url) for url in shown] == [f"/{name}" for name in names]


def test_nothing_beside_the_lists_is_copied(build_site, picture):
    """What a site copies whole leaves exports, copies and notes among the lists at home; pictures it shows are not."""
    kept = {f"{folder}/{name}": "geheimnis" for folder in ("attendees", "people") for name in COPIES}
    pictures = dict.fromkeys(("images/anne.png", "images/cover.png", "people/anne.png"), picture)
    files = {"attendees/soir.yml": LIST, **pictures, **kept}

    site = build_site({**files, "papers/plan.txt": "x"}, STATIC_PATHS=[""])

    assert site.exit_code == 0, site.errors
    assert {"papers/plan.txt", "people/anne.png"} <= set(site.files())
    assert not set(kept) & set(site.files())


@pytest.mark.parametrize("link", ["event-recap.key", "{static}/event-recap.key", "{attach}/event-recap.key"])
def test_no_link_publishes_the_key(build_site, link):
    """A site key that lies among the texts by mistake is published by no link."""
    text = f"Title: A\nDate: 2010-02-03\n\n[clé]({link})\n"

    site = build_site({"recaps/a.md": text, "event-recap.key": "k" * 64})

    what = f"link '{link}': is never published; link to a page or a picture"
    assert f"content/recaps/a.md:4: {what}" in site.errors.splitlines()
