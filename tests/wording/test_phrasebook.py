"""Finished sentences find their French again."""

import pytest

from event_recap.wording.phrasebook import Phrasebook
from event_recap.wording.speech import read_phrasebook

FRENCH = read_phrasebook("fr")
NBSP, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("unknown key; did you mean 'visibility'?", "clé inconnue ; vouliez-vous dire 'visibility' ?"),
        (
            "unknown key; the keys of an attendee are id, name, note",
            "clé inconnue ; les clés admises pour une personne de la liste sont id, name, note",
        ),
        (
            "'30' is no date; expected one such as 2010-02-03",
            "'30' n’est pas une date ; il en faut une comme 2010-02-03",
        ),
        (
            "'zz' is not known here; expected draft or published",
            "'zz' n’est pas connu ici ; il faut draft ou published",
        ),
        (
            "other spelling of 'name' (3 times, the first here)",
            "autre graphie de 'name' (3 fois, la première ici)",
        ),
        (
            "2 errors, 1 warning: a build refuses this; put the errors right",
            "2 erreurs, 1 avertissement : un assemblage le refuse ; corrigez les erreurs",
        ),
        (
            "1 problem: nothing was published, the site stays as it was",
            "1 problème : rien n’a été publié, le site reste comme il était",
        ),
    ],
)
def test_a_sentence_and_what_it_holds_are_told_in_french(english, french):
    """Whatever was filled in, and whatever hint follows."""
    told = FRENCH.translate(english)

    assert told.replace(NBSP, " ").replace(THIN, " ") == french


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Marie Roy",
        "something that another plugin says: not ours",
        "content/recaps/a or b.md",
        "'the file is empty'",
    ],
)
def test_what_is_not_ours_stays_as_it_is(line):
    """A name, a path, the words of another program, and what is quoted."""
    assert FRENCH.translate(line) == line


def test_french_tells_no_more_than_english_did():
    """What was masked stays masked: only what the sentence says is looked at."""
    told = FRENCH.translate("no list and no file has a person '…'; did you mean '…'?")

    assert "'…'" in told
    assert told.count("…") == 2


def test_a_word_that_was_typed_is_not_translated():
    """Though it is also a word of ours."""
    book = Phrasebook({"{1} is no key": "{1} n’est pas une clé", "list": "liste", "a list": "une liste"})

    assert book.translate("list is no key") == "list n’est pas une clé"
    assert book.translate("'a list' is no key") == "'a list' n’est pas une clé"


def test_values_take_the_place_that_french_gives_them():
    """The order of two values may change."""
    book = Phrasebook({"{1} of {2} is here": "voici {2}, {1}"})

    assert book.translate("the note of Anne is here") == "voici Anne, the note"


def test_the_pattern_that_says_most_is_taken():
    """Where two patterns fit, the longer one knows better."""
    book = Phrasebook({"{1} is no day": "A {1}", "{1} is no day; write {2}": "B {1} {2}"})

    assert book.translate("30 is no day; write 28") == "B 30 28"


def test_a_hint_that_was_masked_is_still_told_in_french():
    """What stands in quotes may be taken out with what somebody typed, also where it was an example of ours."""
    told = FRENCH.translate("the title is empty; write it after '…'")

    assert told == f"le titre est vide{THIN}; écrivez-le après '…'"
