"""Which recaps are like each other."""

import random

from hypothesis import given
from hypothesis import strategies as st

from event_recap.related.likeness import Traits, find_related
from event_recap.related.words import count_words


def make(slug, lang="fr", *, is_listed=True, **kinds):
    """Return the traits of a recap from lists of words."""
    counted = {kind: dict.fromkeys(traits, 1) for kind, traits in kinds.items()}
    return Traits(slug, lang, counted, is_listed=is_listed)


def name(recaps, most=3):
    """Return the slugs of what is related to each recap."""
    return [[recaps[other].slug for other in found] for found in find_related(recaps, most)]


FILL = [make(f"autre-{number}", people=[f"p{number}"], tags=[f"t{number}"]) for number in range(20)]


def test_what_has_most_in_common_comes_first():
    """The same evening comes before the same series, the series before the same people, people before a tag."""
    recaps = [
        make("soir", event=["e1"], series=["s"], people=["anne", "bo"], tags=["cafe"]),
        make("tag", tags=["cafe"]),
        make("gens", people=["anne", "bo"]),
        make("serie", event=["e2"], series=["s"], people=["anne"]),
        make("images", event=["e1"], series=["s"]),
        *FILL,
    ]

    assert name(recaps, 9)[0] == ["images", "serie", "gens", "tag"]


def test_recaps_of_the_same_language_come_first():
    """A reader of French is led to French recaps, and to others only after them."""
    recaps = [
        make("un", people=["anne"]),
        make("two", "en", series=["s"], people=["anne"]),
        make("trois", people=["anne", "bo"]),
        *FILL,
    ]

    assert name(recaps)[0] == ["trois", "two"]


def test_a_translation_is_not_related_to_its_own_text():
    """Neither is a recap named twice because it has two languages."""
    recaps = [
        make("soir", people=["anne"], tags=["cafe"]),
        make("soir", "en", people=["anne"], tags=["cafe"]),
        make("autre", "en", people=["anne"]),
        make("autre", people=["anne"]),
        *FILL,
    ]

    assert name(recaps)[:2] == [["autre"], ["autre"]]
    assert [find[0] for find in find_related(recaps, 3)[:2]] == [3, 2]


def test_between_equals_the_first_given_stands_first():
    """Two recaps that have as much in common stand in the order given: the newest first."""
    recaps = [make("un", tags=["x"]), *(make(f"egal-{number}", tags=["x"]) for number in range(4)), *FILL]

    assert name(recaps)[0] == ["egal-0", "egal-1", "egal-2"]


def test_what_has_nothing_in_common_is_not_related():
    """A recap about something else is not proposed to fill the row."""
    assert name([make("un", tags=["x"]), make("deux", tags=["y"])]) == [[], []]


def test_a_hidden_recap_is_proposed_nowhere():
    """A recap that no list shows has related ones, and is one of none."""
    recaps = [
        make("cache", is_listed=False, tags=["x"]),
        make("un", tags=["x"]),
        make("deux", tags=["x"]),
        *FILL,
    ]

    assert name(recaps)[:3] == [["un", "deux"], ["deux"], ["un"]]


def test_a_common_trait_does_not_hide_a_rare_one():
    """Among hundreds of recaps of one series, those with the same rare guest are found from afar."""
    recaps = [
        make(f"soir-{n}", series=["s"], people=["hote", *(["rare"] if n in {0, 390} else [])])
        for n in range(400)
    ]

    assert name(recaps, 1)[0] == ["soir-390"]


@given(st.randoms(use_true_random=False))
def test_the_order_of_traits_changes_nothing(chance):
    """What is found does not depend on the order in which people, tags or words are listed."""
    words = [f"w{number}" for number in range(12)]
    chosen = [chance.sample(words, 5) for _ in range(8)]

    straight = [make(str(n), words=row, tags=row[:2]) for n, row in enumerate(chosen)]
    shuffled = [make(str(n), tags=sorted(row[:2]), words=sorted(row)) for n, row in enumerate(chosen)]

    assert find_related(straight, 3) == find_related(shuffled, 3)


def test_words_without_accents_and_endings_are_the_same():
    """Accents, capitals and a plural do not keep two texts apart; words that every text has are left out."""
    assert count_words("L’Étudiant, les étudiants") == {"etudiant": 2}
    assert count_words("the and with avec pour dans") == {}


def test_thousands_of_recaps_take_seconds():
    """A site of a thousand recaps waits no noticeable time for what is related."""
    import time

    chance = random.Random(7)
    recaps = [
        make(
            str(number),
            series=[str(number % 20)],
            people={str(chance.randrange(600)) for _ in range(20)},
            words={str(int(chance.paretovariate(0.6)) % 9000) for _ in range(150)},
        )
        for number in range(1000)
    ]
    start = time.process_time()

    found = find_related(recaps, 3)

    assert time.process_time() - start < 5
    assert all(len(row) == 3 for row in found)
