from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from event_recap.characters import clean_text
from event_recap.feeds.text import CharacterSieve
from event_recap.rendering import strip_html

ANYTHING = st.text(st.characters(codec=None, categories=None))


@given(ANYTHING)
def test_whatever_is_typed_can_stand_in_a_feed(text):
    """Any text at all, control characters and lone surrogates included, gives a document that a parser reads."""
    kept = CharacterSieve().keep(text)

    element = etree.Element("title")
    element.text = kept
    assert etree.fromstring(etree.tostring(element)).text == (kept or None)


@given(ANYTHING)
def test_letters_that_a_feed_can_carry_are_kept_in_order(text):
    """Nothing is dropped but what no feed can carry."""
    kept = CharacterSieve().keep(text)

    rest = iter(text)
    assert all(character in rest for character in kept)
    assert len(kept) == len(text) or CharacterSieve().keep(text) != text


@pytest.mark.parametrize("text", ["Café 🎉", "שלום", "a\u202fb", "\tun\ndeux", "\U0010fffd"])
def test_ordinary_writing_is_left_alone(text):
    """Accents, emoji, other scripts and the spaces of French typography are no reason to warn."""
    sieve = CharacterSieve()

    assert (sieve.keep(text), sieve.describe()) == (text, "")


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x0b", "\x1f", "\x7f", "\x85", *map(chr, (0xD800, 0xFDD0, 0xFFFD, 0xFFFF, 0x1FFFE, 0x10FFFF))],
)
def test_a_character_that_breaks_feeds_is_dropped_and_named(character):
    """The author is told which character it was, by its code point."""
    sieve = CharacterSieve()

    kept = sieve.keep(f"a{character}b{character}")

    assert (kept, sieve.describe()) == ("ab", f"U+{ord(character):04X}")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>Un</p><p>deux</p>", "Un deux"),
        ("l&#8217;été&nbsp;!", "l’été\xa0!"),
        ("R&amp;D &lt;3 &amp;lt;", "R&D <3 &lt;"),
        ("<style>p{}</style>a<script>b</script>", "a"),
        ('Un mot<sup id="fnref:1"><a href="#fn:1">1</a></sup>.', "Un mot."),
        ("1<sup>re</sup> fois", "1re fois"),
        ("<![if x]> <!-- c --> a <b", "a"),
        ("  rien\n à dire ", "rien à dire"),
        ("a&#11;b", "ab"),
        ("", ""),
    ],
)
def test_a_summary_is_the_words_of_its_html(markup, words):
    """Readers show a summary as text: no tag, no entity, no footnote mark, words apart."""
    assert clean_text(strip_html(markup)) == words


def test_text_stands_on_one_line():
    """A title over two lines in a file is one line in a reader, and keeps its no-break spaces."""
    assert clean_text(" Qui\n  vient\xa0? ") == "Qui vient\xa0?"
