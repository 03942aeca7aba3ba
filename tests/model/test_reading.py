"""A text is read as its readers see it, and every letter is found again where it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.reading import list_readings, read_escapes, read_markup

READINGS = {
    "a link": ("[Zoé](https://a.example 'x') Roy", "Zoé Roy"),
    "a link by reference": ("[Zoé][1] Roy", "Zoé Roy"),
    "a mention": ("[[zoe|Zoé]] Roy", "Zoé Roy"),
    "emphasis": ("**Zoé** *Roy*", "Zoé Roy"),
    "emphasis in a word": ("Z**o**é Roy", "Zoé Roy"),
    "an element": ("Zo<b>é</b> <span class='a'>Roy</span>", "Zoé Roy"),
    "a comment": ("Zoé<!-- x --> Roy", "Zoé Roy"),
    "a note": ("Zoé[^1] Roy", "Zoé Roy"),
    "attributes": ("Zoé{: .a} Roy", "Zoé Roy"),
    "a quotation": ("Zoé\n> > Roy", "Zoé\nRoy"),
    "a comment in YAML": ("Zoé\n  # Roy", "Zoé\nRoy"),
    "a link of reStructuredText": ("`Zoé <https://a.example/>`_ Roy", "Zoé   Roy"),
    "entities": ("Zo&eacute;&nbsp;&#82;o&#x79;", "Zoé\u00a0Roy"),
    "an address": ("Zo%C3%A9%20Roy", "Zoé Roy"),
    "escapes of YAML": (r'"Zo\xe9\u0020\U00000052oy"', '"Zoé Roy"'),
    "halves of JSON": (r"\ud83d\ude00 Roy", "😀 Roy"),
    "a line that goes on": ("Zoé R\\\n   oy", "Zoé Roy"),
    "a backslash": (r"zoe\_roy", "zoe_roy"),
    "signs that nobody sees": ("Z\u200bo\u00adé R\ufeffoy", "Zoé Roy"),
    "wide letters": ("Zoé \uff32oy", "Zoé Roy"),
    "two cells": ("<td>Zoé</td><td>Roy</td>", " Zoé  Roy "),
    "two paragraphs": ("<p>Zoé</p><p>Roy</p>", "\n\nZoé\n\n\n\nRoy\n\n"),
    "underscores of a handle": ("cafe_lune et a_b", "cafe_lune et a_b"),
    "what is no escape": ("50 % et & ou \\q \\udfff", "50 % et & ou \\q \\udfff"),
}
"""What is typed, and what is read."""


@pytest.mark.parametrize("kind", READINGS)
def test_markup_and_escapes_are_read_through(kind):
    """Readers see neither markup nor escapes nor signs without width."""
    typed, expected = READINGS[kind]

    assert read_markup(read_escapes(typed)).text == expected


@given(text=st.text(alphabet="Zoé_*[]()<>b/&;#x41%20\\u\u00ad\n> !{}^`~=-|", max_size=60))
def test_every_letter_has_its_place(text):
    """Whatever is typed, what is read has its places in order, and letters that are typed so are those of the text."""
    for offset, reading in list_readings(text):
        spans = [reading.find_span(place, place + 1) for place in range(len(reading.text))]

        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) - offset for start, end in spans)
        for place, (start, _) in enumerate(spans):
            if reading.is_typed(place, place + 1):
                assert text[offset + start] == reading.text[place]


def test_a_text_without_markup_is_not_read_twice():
    """Plain sentences cost nothing more."""
    assert list(list_readings("Zoé Roy a ri.\nOui.\n\nNon.")) == []


def test_what_is_left_of_a_pair_is_found():
    """Where the end of a link goes with a name, its beginning is found, wherever it stands."""
    typed = "Oui, [avec Zoé](https://a.example) Roy."
    reading = read_markup(read_escapes(typed))
    start, end = typed.index("Zoé"), typed.index(".", 30)

    assert [typed[one:other] for one, other in reading.find_halves(start, end)] == ["["]
