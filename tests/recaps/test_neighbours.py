"""Which recap comes before and after which."""

from datetime import UTC, datetime
from types import SimpleNamespace

from event_recap.recaps.neighbours import attach_neighbours


def write(slug, day, lang="fr"):
    """Stand in for an article."""
    return SimpleNamespace(slug=slug, date=datetime(2026, 1, day, tzinfo=UTC), lang=lang)


def test_a_recap_leads_to_the_next_newer_and_the_next_older():
    """The order is that of the dates, whatever order the files have."""
    newest, oldest, middle = write("c", 3), write("a", 1), write("b", 2)

    attach_neighbours([newest, oldest, middle])

    assert (middle.previous_article, middle.next_article) == (oldest, newest)
    assert (oldest.previous_article, newest.next_article) == (None, None)


def test_a_reader_of_french_is_not_led_to_english():
    """Neighbours are of one language."""
    french, english = write("a", 1), write("b", 2, "en")

    attach_neighbours([french, english])

    assert (french.next_article, english.previous_article) == (None, None)


def test_recaps_of_one_minute_have_an_order_of_their_own():
    """Two builds put them in the same order."""
    first, second = write("a", 1), write("b", 1)

    attach_neighbours([second, first])

    assert first.next_article is second
