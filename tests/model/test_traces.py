"""People are found in a text in any spelling, and nobody else is."""

from __future__ import annotations

import pytest

from event_recap.model.removal import Kind, Removed, SiteKey
from event_recap.model.traces import find_traces

ZOE = ((Kind.NAME, "Zoé Martin"), (Kind.HANDLE, "zoe_m"), (Kind.URL, "https://zoe.example/"))
REMOVED = Removed().add(ZOE, SiteKey("0" * 64))


def find(text, **options):
    """Return the words of a text that name somebody."""
    return [text[one.start : one.end] for one in find_traces(text, REMOVED.has_folded, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avec Zoé Martin.", ["Zoé Martin"]),
        ("d’Zoé\nMartin", ["Zoé\nMartin"]),
        ("name: ZOE MARTIN", ["ZOE MARTIN"]),
        ('- "Martin, Zoé"', ["Martin, Zoé"]),
        ("**Zoé** Martin", ["Zoé** Martin"]),
        ("/people/zoe-martin/", ["zoe-martin"]),
        ("#ZoeMartin", ["ZoeMartin"]),
        ("Merci @Zoe_M.", ["@Zoe_M"]),
        ("[[zoe_m|elle]]", ["zoe_m"]),
        ("(https://www.zoe.example/livre).", ["https://www.zoe.example/livre"]),
        ("Zoé Martin et Zoé Martin", ["Zoé Martin", "Zoé Martin"]),
    ],
)
def test_somebody_is_found(text, expected):
    """Names across lines, in emphasis, slugs and hashtags are found, and handles and addresses."""
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Roy et Luc Martin",
        "Luc Martin, Zoé Roy",
        "Anne-Zoé Martin",
        "Zoé Martin-Roy",
        "Zoé.\n\nMartin",
        "zoe_m sans signe",
        "a@zoe_m.example",
        "@zoe_me",
        "https://example.org/zoe",
    ],
)
def test_nobody_else_is_found(text):
    """Neighbours in a list, longer names and other handles are other people."""
    assert find(text) == []


def test_a_longer_name_of_somebody_who_stays_is_left():
    """Where somebody who stays has a longer name, a part of it does not mean the other."""
    assert find("Zoé Martin Roy", others={"martin roy zoe"}) == []


def test_names_without_capitals_are_found_where_every_word_is_looked_at():
    """A command looks at every word; a build trusts capitals, which costs less."""
    assert find("avec zoe martin") == []
    assert find("avec zoe martin", every=True) == ["zoe martin"]
