"""From events to boxes, lists and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..model.event import CoverageType, EventStatus, Role
from ..model.visibility import Visibility
from ..rendering import format_iso
from ..translation import find_locale, list_joints, translate, word_short_month, word_span
from .offers import view_offer
from .people import pick_hue, view_faces, view_person_link, word_people
from .values import DateBlock, EventView, LinkView, PersonLink

if TYPE_CHECKING:
    from datetime import date

    from ..model.event import Coverage, Event, Location
    from ..model.registry import Registry, ShownOrganizer
    from .address import Addresses

FIRST_YEAR_EDITION = 1000
"""An edition from this number on is a year."""


def share_event(
    registry: Registry,
    event: Event,
    addresses: Addresses,
    lang: str,
    shared: dict[tuple[str, str], EventView],
) -> EventView:
    """Return an event's facts, made once for all pages of a language.

    Args:
        registry: All that was loaded.
        event: Of it.
        addresses: Where pages are.
        lang: BCP 47 tag.
        shared: Those that were made, by id and language; what is missing is added.
    """
    if (event.id, lang) not in shared:
        shared[event.id, lang] = view_event(registry, event, addresses, lang)
    return shared[event.id, lang]


def view_event(registry: Registry, event: Event, addresses: Addresses, lang: str) -> EventView:
    """Return an event's facts in the words of a language."""
    place, today = event.location, registry.policy.today
    faces = view_faces(registry, event, addresses)
    organizers = tuple(_view_organizer(found, addresses) for found in registry.find_organizers(event))
    return EventView(
        id=event.id,
        name=name_event(event),
        url=addresses.find_event(event.id),
        hue=pick_hue(event.id),
        when=word_span(event.start, event.end, lang) if event.start else "",
        start_iso=format_iso(event.start) if event.start else "",
        end_iso=format_iso(event.end) if event.end else "",
        date_block=_view_date(event.start_date, lang),
        status=_word_status(event.status, lang),
        status_key=event.status.value if event.status else "",
        previous_when=_word_previous(event.previous_start, lang),
        previous_iso=format_iso(event.previous_start) if event.previous_start else "",
        is_upcoming=event.is_upcoming(today),
        place_name=place.name if place else "",
        place=_word_place(place, lang),
        locality=place.locality if place else "",
        region=place.region if place else "",
        country=_word_country(place.country, lang) if place else "",
        place_href=place.url if place else "",
        latitude=_word_degrees(place.latitude if place else None),
        longitude=_word_degrees(place.longitude if place else None),
        organizers=organizers,
        organizer_joints=list_joints(len(organizers), lang),
        performers=_view_performers(registry, event, addresses),
        series=event.series,
        series_name=_say_id(event.series),
        edition=_word_edition(event.edition, lang),
        hashtag=event.hashtag,
        href=event.url,
        offers=tuple(view_offer(offer, lang, today) for offer in event.offers if event.is_open(today)),
        coverage=tuple(_view_coverage(coverage, lang) for coverage in event.coverage),
        cover=addresses.view_picture(event.cover),
        total_text=word_people(registry.find_turnout(event).total_count, lang),
        faces=faces,
        calendar_url=addresses.find_event_calendar(event.id) if event.start else "",
        vcard_url=addresses.find_event_vcard(event.id) if faces else "",
    )


def name_event(event: Event) -> str:
    """Return an event's name, or its id in words where the list gives none."""
    return event.name or _say_id(event.id)


def _say_id(identifier: str) -> str:
    """Return an id in words.

    >>> _say_id("focus-20-2010")
    'Focus 20 2010'
    """
    return identifier.replace("-", " ").replace("_", " ").capitalize()


def _view_date(day: date | None, lang: str) -> DateBlock | None:
    return DateBlock(str(day.day), word_short_month(day, lang), str(day.year)) if day else None


def _view_organizer(organizer: ShownOrganizer, addresses: Addresses) -> PersonLink:
    url = addresses.find_person(organizer.person_id) if organizer.person_id else ""
    return PersonLink(organizer.text, url=url, href=organizer.url, is_person=organizer.is_person)


def _view_performers(registry: Registry, event: Event, addresses: Addresses) -> tuple[PersonLink, ...]:
    """Return who spoke, as far as search engines may be told."""
    public = registry.find_turnout(event).at_level(Visibility.PUBLIC)
    found = (person for person in public if Role.SPEAKER in person.roles and registry.may_be_found(person.id))
    return tuple(view_person_link(person, addresses) for person in found)


def _view_coverage(coverage: Coverage, lang: str) -> LinkView:
    words = {
        CoverageType.VIDEO: translate("Video", lang),
        CoverageType.SLIDES: translate("Slides", lang),
        CoverageType.PHOTOS: translate("Photos", lang),
        CoverageType.WRITE_UP: translate("Write-up", lang),
        CoverageType.TRANSCRIPT: translate("Transcript", lang),
        CoverageType.CODE: translate("Code", lang),
        CoverageType.PRESS: translate("In the press", lang),
    }
    word = words[coverage.type]
    # A voice that is told to press what it sees has to find it: the name begins with the text.
    label = f"{coverage.title}, {word}" if coverage.title else f"{word}, {urlsplit(coverage.url).hostname}"
    return LinkView(coverage.title or word, coverage.url, label, coverage.type.value)


def _word_status(status: EventStatus | None, lang: str) -> str:
    words = {
        EventStatus.CANCELLED: translate("Cancelled", lang),
        EventStatus.POSTPONED: translate("Postponed", lang),
        EventStatus.RESCHEDULED: translate("New date", lang),
        EventStatus.MOVED_ONLINE: translate("Moved online", lang),
    }
    return words.get(status, "") if status else ""


def _word_previous(previous: date | None, lang: str) -> str:
    if previous is None:
        return ""
    return translate("instead of {day}", lang).format(day=word_span(previous, None, lang))


def _word_edition(edition: str, lang: str) -> str:
    """Return an edition in words: a small number is counted, a year or a name is said as it is."""
    if not edition:
        return ""
    if edition == "1":
        return translate("1st edition", lang)
    if edition.isdecimal() and int(edition) < FIRST_YEAR_EDITION:
        return translate("edition no. {number}", lang).format(number=edition)
    return translate("{name} edition", lang).format(name=edition)


def _word_place(place: Location | None, lang: str) -> str:
    if place is None:
        return ""
    parts = [place.name, place.locality, place.region, _word_country(place.country, lang)]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _word_country(country: str, lang: str) -> str:
    """Return the name of a country for its code; what is no code is said as it is."""
    return str(find_locale(lang).territories.get(country, country))


def _word_degrees(degrees: float | None) -> str:
    return "" if degrees is None else f"{degrees:.6f}".rstrip("0").rstrip(".")
