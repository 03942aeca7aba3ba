"""A post is as long as the network says, not as Python says.

The weights and URLs of X are those that twitter-text 3.1.0 gives, taken down from a run of it.
"""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share import entity
from event_recap.share.entity import find_unbreakable, find_urls
from event_recap.share.length import (
    count_for_mastodon,
    count_for_threads,
    count_graphemes,
    count_weight,
)
from event_recap.share.tld import load_tlds

WEIGHTS = {
    "": 0,
    "é": 1,
    "e\u0301": 1,
    "œ": 1,
    "ж": 1,
    "ع": 1,
    "א": 1,
    "Ω": 1,
    "日": 2,
    "ﬁ": 2,
    "« »": 3,
    "’“”–—′": 6,
    "…": 2,
    "•": 2,
    "→": 2,
    "\u00a0": 1,
    "\u2009": 1,
    "\u200b": 1,
    "\u200c": 1,
    "\u00ad": 1,
    "\u202f": 2,
    "\u200e": 2,
    "\u2060": 2,
    "\u202b": 2,
    "°×½²©®": 6,
    "€": 2,
    "™": 2,
    "№": 2,
    "−": 2,
    "1ᵉʳ": 4,
    "\n": 1,
    "\r\n": 2,
    "a" * 256 + " https://exemple.org/": 280,
    "a" * 257 + " https://exemple.org/": 281,
}

EMOJI = {
    "a family": ("👨‍👩‍👧‍👦", 2),
    "a flag": ("🇨🇦", 2),
    "a flag of a region": ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    "the rainbow": ("🏳️‍🌈", 2),
    "pirates": ("🏴‍☠️", 2),
    "a skin tone": ("👍🏽", 2),
    "a keycap": ("1️⃣", 2),
    "a keycap without selector": ("#⃣", 2),
    "a heart": ("❤", 2),
    "a heart with selector": ("❤️", 2),
    "a copyright sign as a picture": ("©️", 2),
    "a watch with selector": ("⌚️", 2),
    "an astronaut": ("👩🏽‍🚀", 2),
    "a runner": ("🏃🏾‍♀️", 2),
    "a player": ("⛹️‍♂️", 2),
    "a kiss": ("👩‍❤️‍💋‍👨", 2),
    "a single one that is newer": ("\U0001fae9", 2),
    "a joined one that is newer": ("🧑‍💻", 5),
    "as many as a post holds": ("😀" * 140, 280),
}

LINKS = {
    **dict.fromkeys(
        [
            "asp.net ASP.NET socket.io Booking.com exemple.quebec main.py deploy.sh README.md",
            "photo.zip film.mov exemple.xn--p1ai a.co/bbb",
            "fin.Et fin.De fin.Au fin.Ne fin.Se fin.Sa là.Je vu.La tard.Ma bonjour.Il soir.It Mr.Be",
            "https://exemple.org:8080/a https://été.example.fr/é HTTPS://EXEMPLE.ORG/",
            "https://exemple.org/a_(b) https://exemple.org/a_(b_(c)) https://exemple.org/?q=1&r=%20#x",
        ],
        "all",
    ),
    **dict.fromkeys(
        [
            "node.js Vue.js index.html liste.yml liste.csv photo.jpg data.json",
            "fin.Du fin.Un fini.Alors Web.Le M.Roy",
            "http://localhost/x http://127.0.0.1/ https://user:pass@exemple.org/",
            "anne@exemple.org -exemple.com @exemple.com exemple.com@ 日本.com",
            "http://" + "a" * 64 + ".com",
            "http://" + "é" * 60 + ".com",
            "https://exemple.org/" + "a" * 4096,
        ],
        "none",
    ),
    "l’https://exemple.org/": ["https://exemple.org/"],
    "«https://exemple.org/»": ["https://exemple.org/"],
    "https://exemple.org/a.": ["https://exemple.org/a"],
    "https://exemple.org/a…": ["https://exemple.org/a"],
    "https://exemple.org/a)": ["https://exemple.org/a"],
    "日本example.com/x": ["example.com/x"],
    "😀.example.com": ["example.com"],
    "a.comです.fr": ["a.com"],
    "fin.https://exemple.org/": ["https://exemple.org/"],
}


@pytest.mark.parametrize(("text", "weight"), WEIGHTS.items(), ids=ascii)
def test_characters_weigh_what_x_says(text, weight):
    """Letters of the alphabets weigh 1, most signs 2, in whatever form they were typed."""
    assert count_weight(text) == weight


@pytest.mark.parametrize(("text", "weight"), EMOJI.values(), ids=EMOJI)
def test_an_emoji_weighs_two_as_a_whole(text, weight):
    """An emoji of many code points weighs 2, unless X's library is older than the emoji."""
    assert count_weight(text) == weight


@pytest.mark.parametrize(("text", "expected"), LINKS.items(), ids=lambda value: ascii(value)[:40])
def test_links_are_those_that_x_makes(text, expected):
    """File names and a missing space after a full stop become links, local addresses do not."""
    links = [text[start:end] for start, end in find_urls(text)]

    assert links == {"all": text.split(), "none": []}.get(str(expected), expected)


def test_a_link_weighs_23_whatever_its_length():
    """A short and a long link cost the same on X."""
    assert count_weight("a.fr") == count_weight("https://exemple.org/" + "a" * 200) == 23


def test_a_text_full_of_dots_is_read_quickly():
    """A text made to be hard to read takes no longer than a moment."""
    assert count_weight("aa." * 20_000) == 60_000


def test_the_list_of_domain_endings_is_in_order():
    """The list of endings can be compared with its source line by line."""
    assert {"com", "quebec", "et", "中国"} <= load_tlds()
    assert all(name == name.lower().strip(". ") for name in load_tlds())
    assert not {"js", "html", "le"} & load_tlds()


def test_what_must_stay_whole_is_found():
    """Links, tags, handles of any network and e-mail addresses are not to be cut."""
    text = "a.fr #été @anne @b@c.example d.e@f.example 東京#タグ"

    parts = {text[start:end] for start, end in find_unbreakable(text)}

    assert parts == {"a.fr", "#été", "@anne", "@b@c.example", "d.e@f.example", "#タグ"}


@pytest.mark.parametrize(
    ("count", "text", "length"),
    [
        (count_graphemes, "e\u0301té 👨‍👩‍👧‍👦 🇨🇦", 7),
        (count_for_mastodon, "été https://exemple.org/une/longue/adresse/", 27),
        (count_for_mastodon, "@anne@mastodon.example, bonjour", 14),
        (count_for_mastodon, "a.fr", 4),
        (count_for_threads, "été", 3),
        (count_for_threads, "© 👏🏽", 10),
        (count_for_threads, "❤️", 6),
    ],
)
def test_other_networks_count_in_their_own_way(count, text, length):
    """Bluesky and Mastodon count what a reader sees, Threads the bytes of an emoji."""
    assert count(text) == length


@given(st.lists(st.sampled_from(["fin.Et", "é", "😀", "1️⃣", "#a", "…", "\u202f"]) | st.text(max_size=9)))
def test_the_weight_of_words_adds_up(words):
    """A text between spaces weighs the same wherever it stands: a cut at a space is safe."""
    words = ["".join(word.split()) for word in words]

    assert count_weight(" ".join(words)) == sum(map(count_weight, words)) + max(len(words) - 1, 0)


PARTS = [
    *("https://", "http://", "blog", "a", "x1", "com", "co", "fr", "example", "xn--", "日本", "é", "😀", "ſ"),
    *(".", ".", "-", "_", "/", "/a", "%20", "?b", "#", "@", ":", "(", ")", " ", "\n", "\xa0", "\u200d"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_an_address_that_is_easily_found_is_found_by_all_rules(text):
    """Most posts have one plain address: it is told without the rules, and as they would tell it."""
    for tried in (text, f"https://{text}", f"Bonsoir. https://blog.example/{text} #a"):
        with patch.object(entity, "_find_plain_urls", return_value=None):
            expected = list(find_urls(tried))

        assert list(find_urls(tried)) == expected


def test_each_known_ending_begins_with_a_letter():
    """Where no letter or digit stands behind a full stop, there is no address."""
    assert all(name[0].isalnum() for name in load_tlds())
