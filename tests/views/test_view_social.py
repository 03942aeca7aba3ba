"""Who is on a social image: a drawing cannot be searched, so it is asked what goes into it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.consent import Consent, Policy
from event_recap.model.event import Attendee, Event
from event_recap.model.person import Picture
from event_recap.model.registry import Registry
from event_recap.model.visibility import Visibility
from event_recap.views.address import Addresses
from event_recap.views.events import view_event
from event_recap.views.pages import view_person
from event_recap.views.social import view_event_card, view_person_card, view_site_card

PLACE = Place("content/test.yml", 1, 1)
ADDRESSES = Addresses("people/{slug}/", "events/{slug}/")
PHOTO = Picture(src="images/zoe.jpg", alt="Zoé")


def make_card(*entries, **facts):
    """Return the card of an event with some entries."""
    event = Event(id="focus", name="Focus", place=PLACE, attendees=tuple(entries), **facts)
    registry = Registry(Policy(today=date(2026, 1, 1)), {"focus": event}, {})
    view = view_event(registry, event, ADDRESSES, "fr")
    return view_event_card(view, event, registry, ADDRESSES, "fr"), registry


def test_a_public_person_has_a_face(make_entry):
    """Who is shown to everybody is on the image, with the photo that everybody may see."""
    card, _ = make_card(make_entry("zoe-martin", photo=PHOTO, consent=Consent(photo=True)))

    assert [(face.monogram, face.src) for face in card.faces] == [("ZM", "images/zoe.jpg")]


@pytest.mark.parametrize("level", [level for level in Visibility if level is not Visibility.PUBLIC])
def test_nobody_else_has_a_face(make_entry, level):
    """A name alone, initials, a number or nothing: none of it comes onto the image as a face."""
    card, _ = make_card(make_entry("zoe-martin", photo=PHOTO, visibility=level))

    assert card.faces == ()
    assert "ZM" not in repr(card)
    assert "zoe" not in repr(card).lower()


@pytest.mark.parametrize(
    "consent",
    [Consent(index=False, photo=True), Consent(until=date(2025, 12, 31), photo=True)],
    ids=["stays out of search engines", "has ended"],
)
def test_a_consent_that_does_not_reach_so_far_leaves_no_face(make_entry, consent):
    """Networks keep an image for years: whoever said less than everything is not on it."""
    card, _ = make_card(make_entry("zoe-martin", photo=PHOTO, consent=consent))

    assert card.faces == ()
    assert "zoe" not in repr(card).lower()


def test_a_no_to_search_engines_at_one_evening_holds_for_all(make_entry):
    """A page is of all evenings, and so is an image: who said no in the list of another one is not on it."""
    other = Event(
        id="autre",
        name="Autre",
        place=PLACE,
        attendees=(make_entry("zoe-martin", consent=Consent(index=False)),),
    )
    event = Event(id="focus", name="Focus", place=PLACE, attendees=(make_entry("zoe-martin", photo=PHOTO),))
    registry = Registry(Policy(today=date(2026, 1, 1)), {"focus": event, "autre": other}, {})

    card = view_event_card(view_event(registry, event, ADDRESSES, "fr"), event, registry, ADDRESSES, "fr")

    assert card.faces == ()


def test_a_photo_without_consent_is_a_monogram(make_entry):
    """Who agreed to be named and not to be seen has two letters."""
    card, _ = make_card(make_entry("zoe-martin", photo=PHOTO, consent=Consent(photo=False)))

    assert [(face.monogram, face.src) for face in card.faces] == [("ZM", "")]


def test_a_photo_that_may_not_be_published_is_a_monogram(make_entry):
    """A picture that the gallery withholds is not drawn either."""
    event = Event(id="focus", place=PLACE, attendees=(make_entry("zoe-martin", photo=PHOTO),))
    registry = Registry(Policy(today=date(2026, 1, 1)), {"focus": event}, {})
    shut = Addresses("people/{slug}/", "events/{slug}/", show_picture=lambda _picture: None)

    card = view_event_card(view_event(registry, event, shut, "fr"), event, registry, shut, "fr")

    assert [face.src for face in card.faces] == [""]
    assert card.picture == ""


@pytest.mark.parametrize(("index", "has_card"), [(True, True), (False, False)])
def test_a_person_may_have_no_image(make_entry, index, has_card):
    """The page of somebody who stays out of search engines is shown by the image of the site."""
    _, registry = make_card(make_entry("zoe-martin", consent=Consent(index=index)))
    public = registry.public_people["zoe-martin"]

    card = view_person_card(view_person(registry, public, ADDRESSES, "fr"), public, ADDRESSES, "fr")

    assert bool(card) is has_card


def test_an_image_says_what_the_page_says(make_entry):
    """Its words, for whoever does not see it, are the event, the day and the place."""
    card, _ = make_card(make_entry("zoe-martin"), start=date(2010, 2, 2))

    assert card.words == "Focus · mardi 2 février 2010"
    assert (card.date_block.day, card.date_block.year) == ("2", "2010")
    assert view_site_card("Rencontres", "", "fr").words == "Rencontres"


LEVELS = st.sampled_from([level for level in Visibility if level is not Visibility.PUBLIC])


@given(st.lists(LEVELS, min_size=1, max_size=5), st.integers(0, 9))
def test_who_may_not_be_drawn_changes_nothing(levels, seed):
    """The image of an evening is the same whoever they are, whose names, ids and photos may not be told."""

    def draw(word):
        entries = [
            Attendee(id=f"{word}-{number}", name=f"{word.title()} {number}", place=PLACE, visibility=level,
                     photo=Picture(src=f"images/{word}-{number}.jpg"))
            for number, level in enumerate(levels)
        ]  # fmt: skip
        seen = Attendee(id="anne", name="Anne Roy", place=PLACE)
        return make_card(*entries[: seed % 3], seen, *entries[seed % 3 :])[0]

    assert draw("zoe") == draw("yan")
