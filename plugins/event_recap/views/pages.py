"""From a public person to the page about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.directory import Reading
from ..model.identity import build_monogram
from ..translation import translate_count
from .events import share_event
from .mentions import MentionWriter, write_note
from .people import pick_hue, view_links, view_person_link, word_known_since, word_roles
from .values import AttendanceView, PersonView

if TYPE_CHECKING:
    from ..model.registry import Attendance, PublicPerson, Registry
    from .address import Addresses
    from .values import EventView


def view_person(
    registry: Registry,
    public: PublicPerson,
    addresses: Addresses,
    lang: str,
    events: dict[tuple[str, str], EventView] | None = None,
) -> PersonView:
    """Return a person's page in the words of a language.

    Args:
        registry: Events and people.
        public: Who has the page.
        addresses: Where pages are.
        lang: BCP 47 tag.
        events: Views by id and language, which pages share; what is missing is added.
    """
    events = {} if events is None else events
    person = public.person
    count = len(public.attendances)
    return PersonView(
        id=person.id,
        name=person.text,
        url=addresses.find_person(person.id),
        monogram=build_monogram(person.text),
        hue=pick_hue(person.id),
        org=person.org,
        job_title=person.job_title,
        bio=write_note(person.bio, MentionWriter(registry, lang)),
        card_bio=write_note(person.bio, MentionWriter(registry, lang, reading=Reading.ON_CARD)),
        links=view_links(person, lang),
        photo=addresses.view_portrait(person.photo),
        attendances=tuple(
            _view_attendance(registry, found, addresses, lang, events) for found in public.attendances
        ),
        events_text=translate_count("{count} event", "{count} events", count, lang),
        may_be_indexed=person.may_be_indexed,
        vcard_url=addresses.find_person_vcard(person.id),
        privacy_url=addresses.find_privacy(person.id),
    )


def _view_attendance(
    registry: Registry,
    attendance: Attendance,
    addresses: Addresses,
    lang: str,
    events: dict[tuple[str, str], EventView],
) -> AttendanceView:
    event, person = attendance.event, attendance.person
    return AttendanceView(
        event=share_event(registry, event, addresses, lang, events),
        roles=word_roles(person.roles, lang),
        note=write_note(person.note, MentionWriter(registry, lang, event)),
        known_since=word_known_since(person, lang),
        met=tuple(view_person_link(other, addresses) for other in registry.find_met(event, person)),
    )
