"""The share row: one plain link per network, each in the form the network takes."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share.length import count_for_mastodon, count_for_threads, count_graphemes
from event_recap.share.links import ShareLink, build_share_links
from event_recap.share.networks import NETWORKS, compose_for_mastodon
from event_recap.share.post import SharedPost

URL = "https://exemple.org/recaps/été/?a=1&b=2#haut"
POST = SharedPost(
    text="Pain & roses : 100 % d’été, ça va + vite #soir",
    url=URL,
    title="Focus 20 & suite",
    hashtags=("café-rencontre", "Drummondville"),
    via="@monblog",
)
WHOLE = f"{POST.text} {URL} #CaféRencontre #Drummondville"


def split(post, network):
    """Build one link and take it apart as a server does: place, then values."""
    (link,) = build_share_links(post, [network])
    parts = urlsplit(link.url)
    values = parse_qs(parts.query or parts.fragment, strict_parsing=True)
    assert all(len(value) == 1 for value in values.values())
    place = f"{parts.scheme}://{parts.netloc}{parts.path}"
    return place, {key: value for key, (value,) in values.items()}


@pytest.mark.parametrize(
    ("network", "place", "values"),
    [
        (
            "x",
            "https://x.com/intent/tweet",
            {
                "text": POST.text,
                "url": URL,
                "hashtags": "CaféRencontre,Drummondville",
                "via": "monblog",
            },
        ),
        ("bluesky", "https://bsky.app/intent/compose", {"text": WHOLE}),
        ("mastodon", "https://share.joinmastodon.org/", {"text": WHOLE}),
        (
            "threads",
            "https://www.threads.com/intent/post",
            {"text": POST.text, "url": URL, "tag": "CaféRencontre"},
        ),
        ("linkedin", "https://www.linkedin.com/sharing/share-offsite/", {"url": URL}),
        ("facebook", "https://www.facebook.com/sharer/sharer.php", {"u": URL}),
        ("whatsapp", "https://wa.me/", {"text": f"{POST.text} {URL}"}),
        ("telegram", "https://t.me/share/url", {"url": URL, "text": POST.text}),
        (
            "email",
            "mailto://",
            {"subject": "Focus 20 & suite", "body": f"{POST.text}\r\n\r\n{URL}"},
        ),
    ],
)
def test_each_network_gets_its_own_form(network, place, values):
    """Text, address, tags and handle arrive as they were meant."""
    assert split(POST, network) == (place, values)


def test_every_network_has_its_form_pinned():
    """No network is offered whose address no test has read."""
    assert list(NETWORKS) == [
        *("x", "bluesky", "mastodon", "threads", "linkedin", "facebook"),
        *("whatsapp", "telegram", "email"),
    ]


def test_mastodon_text_reaches_no_server():
    """The text for Mastodon stands behind the #: the page in between is not told."""
    (link,) = build_share_links(POST, ["mastodon"])

    assert urlsplit(link.url).query == ""


def test_mastodon_has_a_page_of_ones_own():
    """Where the site has a page that asks for the reader's server, the text goes there, behind the # as well."""
    post = replace(POST, mastodon_page="https://exemple.org/share/mastodon/")

    place, values = split(post, "mastodon")

    assert place == "https://exemple.org/share/mastodon/"
    assert values == {"text": compose_for_mastodon(POST)} == {"text": WHOLE}


def test_an_email_has_no_plus_and_its_lines_end_as_mail_says():
    """A space is %20 and a line end CR LF, so that no reader sees a plus sign."""
    post = SharedPost(text="Deux\nlignes", url=URL, title="Un\ntitre")

    (link,) = build_share_links(post, ["email"])

    assert link.url.startswith("mailto:?subject=Un%20titre&body=Deux%0D%0Alignes%0D%0A%0D%0Ahttps%3A")


def test_links_come_in_the_order_asked_and_once():
    """The row shows the networks as the settings list them."""
    links = build_share_links(POST, ["mastodon", "x", "mastodon", "email"])

    assert [(link.network, link.name) for link in links] == [
        ("mastodon", "Mastodon"),
        ("x", "X"),
        ("email", "E-mail"),
    ]


def test_no_network_gives_no_link():
    """A site may have no share row."""
    assert build_share_links(POST, []) == ()


def test_an_unknown_network_is_refused_by_name():
    """A network that does not exist is told, with those that do."""
    with pytest.raises(ValueError, match=r"^unknown network 'myspace'; expected one of x, bluesky, "):
        build_share_links(POST, ["x", "myspace"])


def test_what_is_missing_leaves_no_empty_value():
    """A post without tags, handle or address has no empty parts in its links."""
    links = build_share_links(SharedPost(text="Focus 20", url=""), ["x", "linkedin", "email"])

    assert [link.url for link in links] == [
        "https://x.com/intent/tweet?text=Focus%2020",
        "https://www.linkedin.com/sharing/share-offsite/?",
        "mailto:?subject=Focus%2020&body=Focus%2020",
    ]


def test_a_handle_is_a_handle_only_where_it_is_the_same_person():
    """A handle of X is no mention on another network, and none is on X that is not of X."""
    post = SharedPost(text="Avec @anne et @luc@social.example", url=URL)

    assert split(post, "x")[1]["text"] == "Avec @anne et luc@social.example"
    assert split(post, "mastodon")[1]["text"].startswith("Avec anne et @luc@social.example")
    assert split(post, "threads")[1]["text"] == "Avec anne et luc@social.example"


def test_a_tag_too_long_for_threads_makes_room_for_the_next():
    """Threads takes one tag of 50 characters; the first that fits is given."""
    post = SharedPost(text="Focus 20", url=URL, hashtags=("a" * 51, "Été"))

    assert split(post, "threads")[1]["tag"] == "Été"


@pytest.mark.parametrize(
    ("network", "count", "length_max"),
    [
        ("bluesky", count_graphemes, 300),
        ("mastodon", count_for_mastodon, 500),
        ("threads", count_for_threads, 500),
    ],
)
def test_a_long_text_fits_every_network(network, count, length_max):
    """A text of any length is cut to what the network takes, the address stays whole."""
    post = SharedPost(text="mot 👨‍👩‍👧‍👦 " * 300, url=URL, hashtags=("Été",))

    values = split(post, network)[1]

    assert length_max - 50 < count(" ".join(values.values())) <= length_max
    assert URL in values.get("url", values["text"])


@given(st.text(), st.text(), st.lists(st.text()), st.text())
def test_no_value_leaves_its_place(text, title, hashtags, via):
    """Whatever is typed, a link is plain ASCII without quotes, and its values read back."""
    post = SharedPost(text=text, title=title, url=URL, hashtags=tuple(hashtags), via=via)

    for link in build_share_links(post, NETWORKS):
        start, _, values = link.url.partition("#" if link.network == "mastodon" else "?")
        assert re.fullmatch(r"(?:https://[a-z.]+/[a-z./-]*|mailto:)", start)
        assert re.fullmatch(r"(?:[a-z]+=(?:[\w.~-]|%[0-9A-F]{2})+&?)+", values, re.ASCII)
        assert unquote(values, errors="strict")


def test_a_link_is_a_value():
    """Two links with the same parts are equal: a page that shows them need not be built again."""
    assert build_share_links(POST, ["x"]) == build_share_links(POST, ["x"])
    assert ShareLink("x", "X", "https://x.com/") == ShareLink(network="x", name="X", url="https://x.com/")
