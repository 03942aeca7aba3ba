"""From meetings to what pages say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rendering import format_iso
from ..translation import translate, translate_count, word_date, word_days, word_list
from .events import name_event
from .meeting_values import MeetingsView, MetView, MomentView, PairView, ReturnView, SharedEventView
from .people import view_person_link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.event import Event
    from ..model.meeting import Pair
    from ..model.meetings import Meetings
    from ..model.registry import PublicPerson, Registry
    from .address import Addresses
    from .values import EventView, PersonLink


def view_meetings(
    meetings: Meetings, registry: Registry, public: PublicPerson, addresses: Addresses, lang: str
) -> MeetingsView:
    """Return whom a person met, and since when they were known, in the words of a language."""
    pairs = meetings.by_person.get(public.person.id, ())
    viewed = [(pair.has_met, _view_met(pair, registry, public, addresses, lang)) for pair in pairs]
    introduction = meetings.find_introduction(public)
    words = ""
    if introduction and introduction.event.start_date:
        words = translate("Known online since {known}, met in person on {met}", lang).format(
            known=word_date(introduction.known_since, lang),
            met=word_date(introduction.event.start_date, lang),
        )
    return MeetingsView(
        met=tuple(met for has_met, met in viewed if has_met),
        companions=tuple(met for has_met, met in viewed if not has_met),
        introduction=words,
        introduced_at=view_moment(introduction.event, addresses, lang) if introduction else None,
    )


def view_returned(
    meetings: Meetings, event: Event, addresses: Addresses, lang: str
) -> tuple[ReturnView, ...]:
    """Return who was at an earlier edition, in the order of the list."""
    return tuple(
        ReturnView(
            view_person_link(returned.person, addresses),
            translate_count(
                "{count} earlier edition", "{count} earlier editions", len(returned.earlier), lang
            ),
        )
        for returned in meetings.find_returned(event)
    )


def view_pair(
    pair: Pair, registry: Registry, events: Mapping[str, EventView], addresses: Addresses, lang: str
) -> PairView:
    """Return the page of two people.

    Args:
        pair: The two.
        registry: Everybody who has a page.
        events: Views of all events, by id.
        addresses: Where pages are.
        lang: BCP 47 tag.
    """
    first, second = (registry.public_people[person_id].person for person_id in pair.key)
    met = {event.id for event in pair.met_at}
    return PairView(
        title=word_list((first.text, second.text), lang),
        url=addresses.find_pair(pair.key),
        people=(view_person_link(first, addresses), view_person_link(second, addresses)),
        summary=_word_pair(pair, lang),
        events=tuple(SharedEventView(events[event.id], event.id in met) for event in pair.events),
        may_be_indexed=first.may_be_indexed and second.may_be_indexed,
    )


def view_moment(event: Event, addresses: Addresses, lang: str) -> MomentView:
    """Return an event as a moment."""
    day = event.start_date
    return MomentView(
        name_event(event),
        addresses.find_event(event.id),
        word_date(day, lang) if day else "",
        format_iso(day) if day else "",
    )


def view_public_link(registry: Registry, person_id: str, addresses: Addresses) -> PersonLink:
    """Return the name and page of a public person, with the lasting facts."""
    return view_person_link(registry.public_people[person_id].person, addresses)


def _view_met(
    pair: Pair, registry: Registry, public: PublicPerson, addresses: Addresses, lang: str
) -> MetView:
    first, *later = pair.events
    return MetView(
        person=view_public_link(registry, pair.other(public.person.id), addresses),
        times_text=_word_events(pair, lang),
        first=view_moment(first, addresses, lang),
        last=view_moment(later[-1], addresses, lang) if later else None,
        url=addresses.find_pair(pair.key),
    )


def _word_events(pair: Pair, lang: str) -> str:
    return translate_count("{count} event", "{count} events", len(pair.events), lang)


def _word_pair(pair: Pair, lang: str) -> str:
    """Say at how many events two people were, and from when to when."""
    days = [event.start_date for event in pair.events if event.start_date]
    words = translate("Both at {events}", lang).format(events=_word_events(pair, lang))
    if not days:
        return words
    is_one = days[0] == days[-1]
    return f"{words}, {word_date(days[0], lang) if is_one else word_days(days[0], days[-1], lang)}"
