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
share: {text: "Trente « avatars » & des cafés", texts: {email: "Pour le courriel"}, via: monblog, hashtags: [soirée-test], networks: [mastodon, x, email]}
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
    assert list(row(site, "recaps/le-recit")) == ["blog.example", "x.com", "mailto"]


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


def test_a_network_may_have_words_of_its_own(site):
    """Words that the author wrote for one network go there, and nowhere else."""
    links = row(site, "recaps/le-recit")

    assert parse_qs(links["mailto"].partition("?")[2])["body"][0].startswith("Pour le courriel")
    assert query(links["x.com"])["text"].startswith("Trente")


def test_mastodon_is_reached_by_a_page_of_the_site(site):
    """The link leads to a page here with the text behind the #, and that page asks for the server."""
    link = urlsplit(row(site, "recaps/le-recit")["blog.example"])
    page = site.page("share/mastodon/index.html")

    assert (link.path, link.query) == ("/share/mastodon/", "")
    assert parse_qs(link.fragment)["text"][0].startswith("Trente « avatars »")
    assert page.select_one("form[hidden] input[name=server]")
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert page.select_one("noscript").get_text(strip=True)


def test_without_a_script_the_text_for_mastodon_can_be_copied(site):
    """Where no script runs, the recap shows the very text that its link carries."""
    link = urlsplit(row(site, "recaps/le-recit")["blog.example"])
    shown = site.page("recaps/le-recit/index.html").select_one(".share noscript textarea")

    assert shown.get_text() == parse_qs(link.fragment)["text"][0]
    assert not site.page("recaps/long/index.html").select(".share noscript")


def test_no_network_learns_where_a_reader_comes_from(site):
    """Each link to a network keeps the address of the page to itself."""
    links = site.page("recaps/un-titre-des-cafes/index.html").select('.share a[href^="https:"]')

    assert links
    assert all({"noopener", "noreferrer", "nofollow"} <= set(link["rel"]) for link in links)


def test_what_is_shared_is_the_address_of_the_page(site):
    """Every network is given the canonical address."""
    page = site.page("recaps/un-titre-des-cafes/index.html")
    links = row(site, "recaps/un-titre-des-cafes")
    given = [query(links[host]) for host in ("x.com", "www.linkedin.com", "www.facebook.com")]

    assert {values.get("url") or values["u"] for values in given} == {
        page.select_one('link[rel="canonical"]')["href"]
    }


def test_a_printed_page_leads_back(site):
    """Recaps, also in other languages, and events end in a code with their address, which paper alone shows."""
    pages = ["recaps/le-recit", "en/recaps/a-story", "events/focus"]
    figures = [site.page(f"{page}/index.html").select("figure.qr") for page in pages]

    assert [[figure.get_text(strip=True) for figure in found] for found in figures] == [
        [f"https://blog.example/{page}/"] for page in pages
    ]
    assert not site.page("drafts/brouillon/index.html").select(".qr")


def test_a_share_text_never_holds_somebody_who_may_not_be_shown(build_site):
    """A name that may not be shown stops the build, wherever in the share block it stands."""
    people = "event: {name: Focus}\nattendees:\n  - {name: Zélie Quantin, visibility: hidden}\n"
    share = "share: {texts: {linkedin: Avec Zélie Quantin, x: Avec Zélie Quantin}}"
    recap = f"---\ntitle: Un récit\ndate: 2010-02-03\nevent: focus\n{share}\n---\nX\n"
    site = build_site({"attendees/focus.yml": people, "recaps/a.md": recap}, SITEURL="https://blog.example")

    assert site.exit_code == 1
    assert site.files() == []
