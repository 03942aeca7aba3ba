"""The share row as readers get it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

LIST = "event: {name: Focus, start: 2010-02-02, hashtag: Focus20}\nattendees: []\n"
SHARED = """\
---
title: Le récit
date: 2010-02-03
event: focus
tags: [données-ouvertes, café crème]
share: {text: "Trente « avatars » & des cafés", via: monblog, hashtags: [soirée-test], networks: [mastodon, x, email]}
---
Texte.
"""
PLAIN = "---\ntitle: Un titre & des cafés\ndate: 2010-02-04\nevent: focus\ntags: [données-ouvertes, café crème]\n---\nX\n"
LONG = f"---\ntitle: {'Très long titre ' * 40}\nslug: long\ndate: 2010-02-05\ntags: [un, deux]\n---\nX\n"
ENGLISH = "---\ntitle: A story\ndate: 2010-02-06\nlang: en\n---\nX\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build recaps that say how to be shared, and some that do not."""
    files = {
        "attendees/focus.yml": LIST,
        "recaps/a.md": SHARED,
        "recaps/b.md": PLAIN,
        "recaps/c.md": LONG,
        "recaps/d.md": ENGLISH,
        "recaps/e.md": "---\ntitle: Brouillon\nstatus: draft\n---\nX\n",
    }
    settings = {
        "share_networks": ["x", "bluesky", "linkedin", "facebook", "whatsapp", "email"],
        "share_via": "lesoir",
    }
    site = build_shared_site(files, EVENT_RECAP=settings, SITEURL="https://blog.example")
    assert site.exit_code == 0
    return site


def row(site, name):
    """Return the addresses of the share row, by host (or ``mailto``), in their order."""
    links = [link["href"] for link in site.page(f"{name}/index.html").select(".share a")]
    return {urlsplit(link).hostname or urlsplit(link).scheme: link for link in links}


def query(link):
    """Return the parameters of an address."""
    return {key: value for key, (value,) in parse_qs(urlsplit(link).query).items()}


def test_tweet_has_the_posts_own_words(site):
    """The tweet says the post's share text, its address, its hashtags and via whom."""
    assert query(row(site, "recaps/le-recit")["x.com"]) == {
        "text": "Trente « avatars » & des cafés",
        "url": "https://blog.example/recaps/le-recit/",
        "hashtags": "SoiréeTest",
        "via": "monblog",
    }


def test_recap_may_choose_its_networks(site):
    """The post's own networks are offered, in the order in which it names them."""
    assert list(row(site, "recaps/le-recit")) == ["share.joinmastodon.org", "x.com", "mailto"]


def test_without_share_block_the_title_is_shared(site):
    """Without words of its own a post is shared by its title, with the event's hashtag and its tags made valid."""
    tweet = query(row(site, "recaps/un-titre-des-cafes")["x.com"])

    assert tweet["text"] == "Un titre & des cafés"
    assert tweet["via"] == "lesoir"
    assert tweet["hashtags"].split(",")[0] == "Focus20"
    assert {"DonnéesOuvertes", "CaféCrème"} <= set(tweet["hashtags"].split(","))


def test_site_names_its_networks(site):
    """The site's networks are offered in the order of the setting."""
    assert list(row(site, "recaps/un-titre-des-cafes")) == [
        "x.com",
        "bsky.app",
        "www.linkedin.com",
        "www.facebook.com",
        "wa.me",
        "mailto",
    ]


def test_long_title_is_cut_at_a_word(site):
    """A title that does not fit is cut at a word, and the tweet with its address fits in 280 characters."""
    tweet = query(row(site, "recaps/long")["x.com"])

    assert tweet["text"].endswith("…")
    assert tweet["text"].removesuffix("…").rstrip().split()[-1] in {"Très", "long", "titre"}
    assert len(f"{tweet['text']} {'u' * 23} via @lesoir") <= 280


def test_links_have_names_in_the_pages_language(site):
    """Each link has a name that says what it does, in the language of the page."""
    french, english = (
        site.page(f"{name}/index.html").select_one(".share a")
        for name in ("recaps/long", "en/recaps/a-story")
    )

    assert french["aria-label"] == "Partager sur X"
    assert english["aria-label"] == "Share on X"


def test_row_needs_no_script(site):
    """What needs a script is hidden until the script shows it; the links work without."""
    share = site.page("recaps/le-recit/index.html").select_one(".share")

    assert [button.find_parent("li").has_attr("hidden") for button in share.select("button")] == [True, True]
    assert not share.select("script, iframe, img")


def test_draft_is_not_shared(site):
    """A draft offers nobody to pass it on."""
    assert not site.page("drafts/brouillon/index.html").select(".share")


def test_nothing_is_shared_without_an_address(build_site):
    """A site that does not know its address offers no share links."""
    site = build_site({"recaps/b.md": PLAIN, "attendees/focus.yml": LIST}, SITEURL="")

    assert not site.page("recaps/un-titre-des-cafes/index.html").select(".share a")


def test_link_by_mail_reads_like_its_neighbours(site):
    """The link that writes an e-mail begins with a capital in every language, as the networks' names do."""
    links = [
        site.page(f"{name}/index.html").select_one('.share a[href^="mailto:"]')
        for name in ("recaps/long", "en/recaps/a-story")
    ]

    assert [link.get_text(strip=True) for link in links] == ["Courriel", "E-mail"]
    assert [link["aria-label"] for link in links] == ["Partager par courriel", "Share by e-mail"]
