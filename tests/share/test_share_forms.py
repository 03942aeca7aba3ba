"""Forms of addresses that networks take, line by line, and those that other blogs get wrong."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from event_recap.share.handle import ON_X, unlink_handles
from event_recap.share.hashtag import build_hashtag
from event_recap.share.length import count_weight
from event_recap.share.links import build_share_links
from event_recap.share.networks import NETWORKS
from event_recap.share.post import SharedPost, fit_post

URL = "https://exemple.org/recaps/focus-20/"
POST = SharedPost(
    text="Café & thé : 100 % d’été + « oui »\nEt @anne",
    title="Focus 20 + 1",
    url=URL,
    hashtags=("café-des-entreprenants", "2010", "réseautage"),
    via="@monblog",
)
LINKS = {link.network: link.url for link in build_share_links(POST, NETWORKS)}


@pytest.mark.parametrize(
    ("network", "start", "keys"),
    [
        ("x", "https://x.com/intent/tweet?", ["text", "url", "hashtags", "via"]),
        ("bluesky", "https://bsky.app/intent/compose?", ["text"]),
        ("mastodon", "https://share.joinmastodon.org/#", ["text"]),
        ("threads", "https://www.threads.com/intent/post?", ["text", "url", "tag"]),
        ("linkedin", "https://www.linkedin.com/sharing/share-offsite/?", ["url"]),
        ("facebook", "https://www.facebook.com/sharer/sharer.php?", ["u"]),
        ("whatsapp", "https://wa.me/?", ["text"]),
        ("telegram", "https://t.me/share/url?", ["url", "text"]),
        ("email", "mailto:?", ["subject", "body"]),
    ],
)
def test_a_link_has_the_form_of_its_network(network, start, keys):
    """Each network gets the keys that it reads, in the form that it documents, and no other."""
    assert LINKS[network].startswith(start)
    assert re.findall(r"(?:^|&)(\w+)=", LINKS[network].removeprefix(start)) == keys


@pytest.mark.parametrize(
    "malformed",
    [
        "twitter.com",
        "shareArticle",
        "toot.kytta.dev",
        "+",
        "&amp;",
        "undefined",
        "None",
    ],
)
def test_no_link_is_malformed_as_elsewhere(malformed):
    """No former host, no form that is gone, no page of strangers, no plus for a space, no entity."""
    assert [url for url in LINKS.values() if malformed in url] == []


def test_a_link_is_plain_in_a_page():
    """Nothing in an address changes when a page escapes it, but for the sign between two values."""
    for url in LINKS.values():
        assert url.isascii()
        assert html.escape(url) == url.replace("&", "&amp;")


def test_the_signs_of_tags_and_handles_are_left_to_the_network():
    """X is given hashtags without # and the blog's handle without @, Threads one tag without signs."""
    values = parse_qs(urlsplit(LINKS["x"]).query)

    assert values["hashtags"] == ["CaféDesEntreprenants,réseautage"]
    assert values["via"] == ["monblog"]
    assert parse_qs(urlsplit(LINKS["threads"]).query)["tag"] == ["CaféDesEntreprenants"]


def test_a_tag_is_no_slug():
    """A tag is never cut at the hyphen of a slug, nor made of digits alone."""
    assert build_hashtag("café-des-entreprenants") == "CaféDesEntreprenants"
    assert build_hashtag("2010") is None


def test_the_parts_of_a_tweet_are_summed():
    """Text, address, tags and handle together stay within 280, with 2 to spare, however long each is."""
    post = SharedPost(text="mot " * 200, url=URL + "a" * 500, hashtags=("Focus20", "Été"), via="monblog")

    fitted = fit_post(post)

    tags = sum(1 + count_weight(f"#{tag}") for tag in fitted.hashtags)
    assert 240 < count_weight(fitted.text) + 1 + 23 + tags + 1 + count_weight("via @monblog") <= 278


def test_a_text_for_x_has_no_space_that_weighs_two():
    """The thin space of French typography becomes one that weighs 1."""
    post = SharedPost(text="Oui\u202f! «\u202fnon\u202f»", url=URL)

    assert "\u202f" not in fit_post(post).text
    assert "\xa0" in fit_post(post).text


def test_a_share_text_is_no_reply_and_calls_no_stranger():
    """A text that starts with a handle is seen by few, and a handle of Bluesky is somebody else on X."""
    assert not fit_post(SharedPost(text="@anne raconte", url=URL)).text.startswith("@")
    assert unlink_handles("@marie.bsky.social", known=ON_X) == "marie.bsky.social"
