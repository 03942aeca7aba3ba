"""Of whom there is only a hash is found wherever something looks like their name, handle or address."""

import pytest

from event_recap.model.removal import Kind, Removed, SiteKey
from event_recap.proof.forgotten import Forgotten

KEY = SiteKey("a key for tests, and for nothing else")
WORDS = [(Kind.NAME, "Zoé Van Quévillard"), (Kind.HANDLE, "zoe_q81"), (Kind.URL, "https://zq.example/moi")]
REMOVED = Removed().add(WORDS, KEY)


@pytest.mark.parametrize(
    "text",
    [
        "Merci à Zoé Van Quévillard, enfin.",
        "ZOE VAN QUEVILLARD",
        "QUÉVILLARD, Zoé Van",
        '<img alt="Zoé Van Quévillard">',
        '<b class="x">Zoé</b> <i>Van</i> Quévillard',
        "Zoé\nVan Quévillard",
        "Zoe\u0301 Van Que\u0301villard",
        "/people/zoe-van-quevillard/",
        "avec @zoe_q81.",
        '<a href="https://www.zq.example/moi/photos?p=1">',
        "https://site.example/zoe-van-quevillard/",
    ],
)
def test_somebody_forgotten_is_found(text):
    """In any case and order, with and without accents, parted by tags or lines, in an address."""
    assert Forgotten(REMOVED, site_url="https://site.example").stands_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Quévillard",
        "Merci à Zoé, Van et Quévillard",
        "<li>Zoé</li><li>Van Quévillard</li>",
        "https://zq.example/autre",
        "Zoé Van Quévillard-Roy",
        "Nadia Zoé Van Quévillard",
        "",
    ],
)
def test_others_are_not(text):
    """A part of a name, a longer one of somebody who is named, another page of the same host are nobody's."""
    named = ["Nadia Zoé Van Quévillard"]

    assert not Forgotten(REMOVED, named).stands_in(text)


def test_what_stands_on_every_page_is_asked_for_once(monkeypatch):
    """A name that is clean on one page is clean on all."""
    asked = []
    monkeypatch.setattr(Removed, "has_folded", lambda _removed, _kind, folded: asked.append(folded))
    forgotten = Forgotten(REMOVED)

    forgotten.stands_in("Anne Roy et Luc Martin")
    count = len(asked)
    forgotten.stands_in("Anne Roy et Luc Martin")

    assert (count > 0, len(asked)) == (True, count)


def test_where_nobody_was_forgotten_nothing_is_looked_for():
    """A site without removed people waits for nothing."""
    assert not Forgotten(Removed())
    assert not Forgotten(Removed()).stands_in("Zoé Van Quévillard")
