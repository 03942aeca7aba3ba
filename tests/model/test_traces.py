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
        ("[Zoé](https://b.example) Martin", ["Zoé](https://b.example) Martin"]),
        ("Zo&eacute; <em>Martin</em>", ["Zo&eacute; <em>Martin"]),
        ('"\\x7aoe-m\\u0061rtin"', ["\\x7aoe-m\\u0061rtin"]),
        ("> Zoé\n> Martin", ["Zoé\n> Martin"]),
        ("https://github.com/zoe_m", ["https://github.com/zoe_m"]),
        ("https://social.example/@zoe_m/1", ["https://social.example/@zoe_m/1"]),
        ("#zoe_m", ["#zoe_m"]),
        ("@z\u200boe_m", ["@z\u200boe_m"]),
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


def test_names_without_capitals_are_doubtful():
    """Words without capitals may be no name, unless they are all that a line of a list or of front matter says."""
    texts = (
        "avec zoe martin ici",
        "authors: martin, zoe\n",
        "- bob, zoe martin\n",
        "![zoe martin](a.jpg)",
        "zoe-martin",
    )

    doubts = [one.is_doubtful for text in texts for one in find_traces(text, REMOVED.has_folded)]

    assert doubts == [True, False, False, False, False]


def test_long_names_without_capitals_are_found_where_every_word_is_looked_at():
    """A command looks at every word; a build trusts capitals for long names, which costs less."""
    removed = Removed().add(((Kind.NAME, "Zoé de la Lune"),), SiteKey("0" * 64))

    found, every = (
        list(find_traces("avec zoe de la lune", removed.has_folded, every=is_every))
        for is_every in (False, True)
    )

    assert (len(found), len(every)) == (0, 1)


def test_a_list_of_an_older_version_is_read_as_before():
    """Where the words of somebody's name are not known by themselves, every word is looked at, and nobody is missed."""
    key = SiteKey("0" * 64)
    old = Removed(frozenset({key.hash(Kind.NAME, "martin zoe")}), key)
    both = old.add(((Kind.NAME, "Bob Roy"),), key)
    text = "Zoé Martin et Bob Roy."

    found = [text[one.start : one.end] for one in find_traces(text, both.has_folded, is_word=both.find_word)]

    assert found == ["Zoé Martin", "Bob Roy"]
    assert REMOVED.find_word("zoe")
    assert not REMOVED.find_word("bob")


def test_a_name_within_a_longer_one_is_found_by_nobody():
    """However the search is made, a part of the name of somebody who stays is not the other."""
    others = {"martin roy zoe", "anne martin zoe"}
    texts = ("Zoé Martin Roy", "Anne Zoé Martin", "avec zoé martin roy")

    for is_word in (None, REMOVED.find_word):
        for text in texts:
            assert list(find_traces(text, REMOVED.has_folded, others=others, is_word=is_word)) == []
