"""How long a text takes to read."""

import pytest

from event_recap.recaps.reading import view_reading


@pytest.mark.parametrize(
    ("text", "lang", "words", "duration", "said"),
    [
        ("mot " * 780, "fr-CA", 780, "PT4M", "4\u00a0min de lecture"),
        ("word " * 780, "en", 780, "PT3M", "3\u00a0min read"),
        ("", "fr", 0, "PT1M", "1\u00a0min de lecture"),
        ("Aujourd’hui, l’été : 3 rendez-vous — oui !", "fr", 5, "PT1M", "1\u00a0min de lecture"),
        ("読書" * 400, "ja", 800, "PT2M", "2\u00a0min read"),
        ("word " * 368, "xx", 368, "PT2M", "2\u00a0min read"),
    ],
    ids=["French", "English", "nothing", "elided words are one", "characters", "unknown language"],
)
def test_the_time_to_read_a_text_is_that_of_its_language(text, lang, words, duration, said):
    """A text in French takes longer than one of as many words in English."""
    reading = view_reading(text, lang)

    assert (reading.words, reading.duration, reading.text) == (words, duration, said)
