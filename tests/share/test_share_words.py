"""Hashtags, handles and clean text."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share.handle import (
    NOWHERE,
    ON_BLUESKY,
    ON_MASTODON,
    ON_X,
    parse_x_handle,
    unlink_handles,
)
from event_recap.share.hashtag import build_hashtag, build_hashtags
from event_recap.share.plain_text import clean_text


@pytest.mark.parametrize(
    ("name", "hashtag"),
    [
        ("café-des-entreprenants", "CaféDesEntreprenants"),
        ("l’été à Montréal", "LÉtéÀMontréal"),
        ("l'été", "LÉté"),
        ("Focus 20", "Focus20"),
        ("20 ans", "20Ans"),
        ("focus20", "focus20"),
        ("#focus20", "focus20"),
        ("＃focus20", "focus20"),
        ("été_2010", "été_2010"),
        ("étudiant·e·s", "étudiant·e·s"),
        ("e\u0301te\u0301", "été"),
        ("node.js", "NodeJs"),
        ("AT&T", "ATT"),
        ("R&D / web", "RDWeb"),
        ("fête 🎉", "fête"),
        ("東京", "東京"),
        ("می‌خواهم", "می‌خواهم"),
        ("a\u200d", "a"),
        ("2010", None),
        ("20-10", None),
        ("_", None),
        ("🎉", None),
        ("1️⃣", None),
        ("", None),
        ("#", None),
    ],
)
def test_a_tag_becomes_a_hashtag_that_is_linked_whole(name, hashtag):
    """Accents stay, what would cut the tag goes, words start with a capital."""
    assert build_hashtag(name) == hashtag


@given(st.text() | st.from_regex(r"[#\w' .-]{1,20}", fullmatch=True))
def test_every_hashtag_holds_only_what_a_hashtag_may_hold(name):
    """A hashtag has a letter and no sign that ends it, and making it again changes nothing."""
    hashtag = build_hashtag(name)

    if hashtag is not None:
        assert regex.fullmatch(r"[\p{L}\p{M}\p{Nd}_\xB7\u200C\u200D]*", hashtag)
        assert regex.search(r"\p{L}", hashtag)
        assert build_hashtag(hashtag) == hashtag


def test_hashtags_that_differ_by_case_are_one():
    """The first spelling of a tag is kept, and tags without a letter are left out."""
    assert build_hashtags(["Focus 20", "#focus20", "2010", "été", "ÉTÉ"]) == ("Focus20", "été")


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("monblog", "monblog"),
        (" @monblog ", "monblog"),
        ("@" + "a" * 21, None),
        ("@café", None),
        ("@anne@mastodon.example", None),
        ("anne.bsky.example", None),
        ("", None),
    ],
)
def test_via_is_a_handle_of_x_or_nothing(typed, handle):
    """A handle is taken with or without @; one that X would cut is left out."""
    assert parse_x_handle(typed) == handle


@pytest.mark.parametrize(
    ("known", "kept"),
    [
        (ON_X, "@anne b.bsky.example c@d.example"),
        (ON_MASTODON, "anne b.bsky.example @c@d.example"),
        (ON_BLUESKY, "anne @b.bsky.example c@d.example"),
        (NOWHERE, "anne b.bsky.example c@d.example"),
    ],
)
def test_a_handle_of_another_network_does_not_call_a_stranger(known, kept):
    """The @ stays only where the network reads the handle as the same person."""
    assert unlink_handles("@anne @b.bsky.example @c@d.example", known=known) == kept


@pytest.mark.parametrize("text", ["e@f.example", "https://x.com/@anne", "@ midi", "a@b@c"])
def test_what_is_no_handle_is_left_alone(text):
    """E-mail addresses and links keep their @."""
    assert unlink_handles(text, known=NOWHERE) == text


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("«\u202foui\u202f»\u2009!", "«\xa0oui\xa0» !"),
        ("  trop   d’espaces\t ici  ", "trop d’espaces ici"),
        ("une\r\nligne \n puis\u2028une", "une\nligne\npuis\nune"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("\ufeffa\ufffeb\uffff\x00\x07\x1b\u200b\u00ad\u2060c\ud800", "abc"),
        ("\u202etxt.exe\u202c \u2066x\u2069", "txt.exe x"),
        ("e\u0301", "é"),
        ("👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("@cafelune raconte", "cafelune raconte"),
        ("\u200f @@anne et @bruno", "anne et @bruno"),
        ("＠anne", "anne"),
        (".@anne raconte", ".@anne raconte"),
        ("@", ""),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
    ids=ascii,
)
def test_text_is_made_fit_for_a_post(typed, cleaned):
    """Nothing invisible, one kind of space, no reply by accident; markup is only text."""
    assert clean_text(typed) == cleaned


@given(st.text(st.characters() | st.sampled_from("@＠ \n\r\t\u202e\u200b\u200d\xa0\u202f")))
def test_clean_text_stays_clean(text):
    """Text holds no control or direction order, starts with no @, and stays as it is."""
    cleaned = clean_text(text)

    assert clean_text(cleaned) == cleaned
    assert not cleaned.startswith(("@", "＠", " ", "\n"))
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2069\u202f\ufeff\ufffe\t")
    assert all(unicodedata.category(each) not in {"Cc", "Cs"} or each == "\n" for each in cleaned)
