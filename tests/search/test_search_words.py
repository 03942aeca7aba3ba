from __future__ import annotations

import pytest

from event_recap.search.words import LANGUAGES, find_stem, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Hôtel, l'été", ["hotel", "ete"]),
        ("Œuvre ŒUVRES œil", ["oeuvre", "oeuvres", "oeil"]),
        ("Straße Ørsted Łódź Đorđe", ["strasse", "orsted", "lodz", "dorde"]),
        ("2010-02-03 à 18 h", ["2010", "02", "03", "18"]),
        ("réseau_social @cafevrac #Focus20", ["reseau", "social", "cafevrac", "focus20"]),
        ("ﬁn de soirée", ["fin", "de", "soiree"]),
        ("Привет мир", ["привет", "мир"]),
        ("東京都 で", ["東京", "京都", "で"]),
        ("한국어", ["한국", "국어"]),
        ("… !? —", []),
        ("x" * 41, []),
    ],
)
def test_words_are_found_whatever_accents_case_and_signs(text, words):
    """What is looked for is found without accents, in any case, and in scripts without spaces too."""
    found = list(split_words(text))

    assert found == words


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("fr", ("soirée", "soirées")),
        ("fr-CA", ("rencontre", "rencontres", "rencontrer", "rencontré")),
        ("en", ("meeting", "meetings")),
        ("de", ("Abend", "Abende", "Abenden")),
        ("es", ("reunión", "reuniones")),
        ("pt", ("encontro", "encontros")),
        ("it", ("serata", "serate")),
    ],
)
def test_the_forms_of_a_word_are_one_word(lang, forms):
    """Who looks for the plural finds the singular, by the rules of the language of the text."""
    assert len({find_stem("", form, lang) for form in forms}) == 1


def test_a_language_without_rules_has_its_words_as_they_stand():
    """In a language that nobody taught us, a word is found as it is written."""
    assert find_stem("ciwara", "Ciwara", "bm") == "ciwara"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_that_is_named_has_its_rules(language):
    """Each language of the table has a stemmer."""
    assert find_stem("a", "a", language)
