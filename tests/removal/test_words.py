"""Where a name stood, a word stands that fits the sentence and its language."""

from __future__ import annotations

import pytest

from event_recap.removal.words import find_slug, fit


@pytest.mark.parametrize(
    ("before", "lang", "expected"),
    [
        ("avec ", "fr", "avec quelqu’un"),
        ("", "fr", "Quelqu’un"),
        ("Hier. ", "fr-CA", "Hier. Quelqu’un"),
        ("le mot d’", "fr", "le mot de quelqu’un"),
        ("le mot d'", "fr", "le mot de quelqu’un"),
        ("'le mot d''", "fr", "'le mot de quelqu’un"),
        ("D’", "fr", "De quelqu’un"),
        ("on dit qu’", "fr", "on dit que quelqu’un"),
        ("lorsqu’", "fr", "lorsque quelqu’un"),
        ("jusqu’", "fr", "jusqu’à quelqu’un"),
        ("avec Mme ", "fr", "avec quelqu’un"),
        ("Bonsoir. M. ", "fr", "Bonsoir. Quelqu’un"),
        ("« ", "fr", "« Quelqu’un"),
        ("a dit : « ", "fr", "a dit : « quelqu’un"),
        ("## ", "fr", "## Quelqu’un"),
        ("un\n\n", "fr", "un\n\nQuelqu’un"),
        ("avec\n", "fr", "avec\nquelqu’un"),
        ("- ", "fr", "- Quelqu’un"),
        ("note: ", "en", "note: Someone"),
        ("with **", "en", "with **someone"),
        ("mit ", "de", "mit …"),
    ],
)
def test_the_word_fits_the_sentence(before, lang, expected):
    """Elisions are undone, titles go, and a sentence, a heading, an entry or a value begins with a capital."""
    back, word, cut = fit(before, "", lang)

    assert before[: len(before) - back] + word == expected
    assert cut == 0


def test_an_english_possessive_stays_one():
    """The bare apostrophe after a name in s becomes ’s."""
    assert fit("with ", "’ hat", "en") == (0, "someone’s", 1)
    assert fit("with ", " hat", "en") == (0, "someone", 0)


def test_addresses_have_no_apostrophe():
    """In an address or a file's name stands a word without signs."""
    assert [find_slug(lang) for lang in ("fr", "en-GB", "de")] == ["quelqu-un", "someone", "someone"]
