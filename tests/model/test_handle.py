"""Handles in plain text: X says what one is, Mastodon says it of ``@name@server``."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.handle import find_handles, list_readings

# What X publishes of its own reading, one case for each of its rules for mentions, in sentences of ours.
RULES_OF_X = {
    "first": ("@lune dit oui", ["lune"]),
    "last": ("merci à @lune", ["lune"]),
    "inside": ("merci à @lune pour tout", ["lune"]),
    "underscore": ("merci à @cafe_lune", ["cafe_lune"]),
    "digits only": ("merci à @20102", ["20102"]),
    "several": ("avec @lune1 @lune2", ["lune1", "lune2"]),
    "letters without spaces": ("昨日@luneに会った", ["lune"]),
    "nothing but underscores and another sign": ("moi : @_@ (voir @lune)", ["lune"]),
    "an accent follows": ("@lunèterie du coin", []),
    "a scheme follows": ("@https://lune.example", []),
    "one on each line": ("@lune\n@soleil", ["lune", "soleil"]),
    "RT": ("RT@lune RT:@soleil RT @pluie", ["lune", "soleil", "pluie"]),
    "rt": ("rt@lune rt:@soleil rt @pluie", ["lune", "soleil", "pluie"]),
    "Rt": ("Rt@lune Rt:@soleil Rt @pluie", ["lune", "soleil", "pluie"]),
    "rT": ("rT@lune rT:@soleil rT @pluie", ["lune", "soleil", "pluie"]),
    "RT as the end of a word": ("art@lune", []),
    "after !": ("a!@bc", []),
    "after @": ("a@@bc", []),
    "after #": ("a#@bc", []),
    "after $": ("a$@bc", []),
    "after %": ("a%@bc", []),
    "after &": ("a&@bc", []),
    "after *": ("a*@bc", []),
    "after _": ("a_@bc", []),
    "after .": (".@lune est là", ["lune"]),
    "after -": ("-@lune", ["lune"]),
    "full-width sign": ("avec \uff20lune", ["lune"]),
    "a name with the same letters before": ("lune et @lune", ["lune"]),
}

OUR_CASES = {
    "Mastodon": ("avec @lune@social.example.", ["lune@social.example"]),
    "Mastodon in parentheses": ("(@cafe.lune@social.example)", ["cafe.lune@social.example"]),
    "Mastodon without a domain": ("avec @lune@serveur", []),
    "Bluesky": ("avec @lune.bsky.example, oui", ["lune.bsky.example"]),
    "hyphens": ("avec @anne-marie-roy !", ["anne-marie-roy"]),
    "trailing punctuation": (
        "@a1, @b1. @c1; @d1: @e1! @f1? @g1… @h1-",
        ["a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"],
    ),
    "guillemets": ("« @lune », «\u202f@soleil\u202f», «\xa0@pluie\xa0»", ["lune", "soleil", "pluie"]),
    "quotes": ("\"@lune\" '@soleil' “@pluie” ‘@vent’", ["lune", "soleil", "pluie", "vent"]),
    "brackets": ("(@lune) [@soleil] {@pluie}", ["lune", "soleil", "pluie"]),
    "genitive": ("@lune's cup and @soleil’s", ["lune", "soleil"]),
    "a syllable with an accent": ("@lune-là", ["lune"]),
    "e-mail": ("écrire à anne.roy+x@lune.example ou à andré@lune.example", []),
    "an e-mail beside a handle": ("@anne ou anne@lune.example", ["anne"]),
    "URL": ("https://social.example/@lune et http://x.example/?q=@lune", []),
    "a URL without its scheme": ("social.example/@lune et www.social.example/@lune", []),
    "mailto": ("mailto:anne@lune.example acct:anne@lune.example", []),
    "alone": ("@ et @.", []),
}


@pytest.mark.parametrize(("text", "expected"), RULES_OF_X.values(), ids=RULES_OF_X)
def test_a_handle_is_what_x_takes_for_one(text, expected):
    """Whoever knows how X reads a post knows how a recap is read."""
    assert [handle.name for handle in find_handles(text)] == expected


@pytest.mark.parametrize(("text", "expected"), OUR_CASES.values(), ids=OUR_CASES)
def test_handles_of_other_networks_are_found_in_any_typography(text, expected):
    """Mastodon's and Bluesky's whole names are read, and neither addresses nor e-mail."""
    assert [handle.name for handle in find_handles(text)] == expected


def test_a_handle_says_where_it_stands():
    """What is before and after a handle stays in the text."""
    text = "Hier, @cafe_lune, enfin"

    (handle,) = find_handles(text)

    assert text[handle.start : handle.end] == "@cafe_lune"


@given(
    st.from_regex(r"[a-z]{1,8}(?:[.+_-][a-z0-9]{1,8}){0,3}", fullmatch=True),
    st.from_regex(r"[a-z]{1,8}(?:-[a-z]{1,4})?(?:\.[a-z]{2,6}){1,3}", fullmatch=True),
    st.sampled_from(["{}", "({})", "« {} »", "à {}.", "{}, {}", "mailto:{}"]),
)
def test_no_e_mail_address_holds_a_handle(name, domain, form):
    """Whatever somebody is called and wherever they write from, their address is no mention."""
    assert list(find_handles(form.format(*[f"{name}@{domain}"] * 2))) == []


@given(
    st.from_regex(r"[a-z]{1,6}(?:\.[a-z]{2,6}){1,2}", fullmatch=True),
    st.from_regex(r"(?:[a-z0-9_.?=&%-]{0,6}/){0,3}@[a-z0-9_]{1,10}(?:/[a-z0-9@]{0,5}){0,2}", fullmatch=True),
    st.sampled_from(["http://", "https://", "ftp://", ""]),
)
def test_no_web_address_holds_a_handle(host, path, scheme):
    """An address with an @ in it, as Mastodon's are, is left alone."""
    assert list(find_handles(f"voir {scheme}{host}/{path} ici")) == []


@given(st.text(alphabet="@\uff20ab_.-é/: *#1", max_size=40))
def test_a_handle_is_the_text_at_its_place(text):
    """Whatever was typed, no handle overlaps another, and each stands where it says."""
    position = 0
    for handle in find_handles(text):
        assert text[handle.start : handle.end].replace("\uff20", "@") == f"@{handle.name}"
        assert handle.start >= position
        position = handle.end


def test_a_handle_of_x_is_the_shortest_reading():
    """Full stops and hyphens belong to the names of other networks: each reading is tried, the longest first."""
    assert list(list_readings("cafe_lune.bsky-x_")) == [
        "cafe_lune.bsky-x_",
        "cafe_lune.bsky",
        "cafe_lune",
    ]


@pytest.mark.parametrize("piece", ["@", "@a.", "a.", "a@", "_@", "a:", "://", "www.", "@a@a.", "a/@"])
def test_a_long_row_of_signs_is_read_at_once(piece):
    """No text, however strange, keeps a build waiting."""
    begin = time.process_time()

    list(find_handles(piece * 20_000))

    assert time.process_time() - begin < 2
