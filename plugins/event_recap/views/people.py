"""From people as they may be shown to cards, faces and links."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..model.event import Role
from ..model.identity import NAMES, build_monogram
from ..model.profile import NETWORKS
from ..model.visibility import Visibility
from ..translation import translate, translate_count, word_date
from .address import link_person
from .mentions import MentionWriter, write_note
from .privacy import view_card_privacy, view_list_privacy
from .values import AttendeesView, CardGroup, CardView, LinkView, PersonLink

if TYPE_CHECKING:
    from markupsafe import Markup

    from ..model.event import Event
    from ..model.registry import Registry
    from ..model.shown import ShownPerson
    from .address import Addresses

HUES = 24
"""How many colours the theme has."""

FACES = 8
"""How many people stand in a row of faces."""


def view_attendees(registry: Registry, event: Event, addresses: Addresses, lang: str) -> AttendeesView:
    """Return who was at an event, as far as the site may say, in the words of a language."""
    turnout = registry.find_turnout(event)
    initials = turnout.at_level(Visibility.INITIALS)
    groups: dict[str, list[CardView]] = {"": []}
    for person in turnout.people:
        if person.level is not Visibility.INITIALS:
            met = registry.find_met(event, person)
            note = write_note(person.note, MentionWriter(registry, lang, event))
            groups.setdefault(person.group, []).append(_view_card(person, met, note, addresses, lang))
    is_upcoming = event.is_upcoming(registry.policy.today)
    return AttendeesView(
        title=translate("Who is coming" if is_upcoming else "Who was there", lang),
        groups=tuple(CardGroup(heading, tuple(cards)) for heading, cards in groups.items() if cards),
        initials=tuple(person.text for person in initials),
        others_text=_word_others(len(turnout.people), turnout.others_count, lang),
        total_text=word_people(turnout.total_count, lang),
        faces=view_faces(registry, event, addresses),
        privacy=view_list_privacy(addresses, lang),
    )


def view_faces(registry: Registry, event: Event, addresses: Addresses) -> tuple[PersonLink, ...]:
    """Return the first few people with a page."""
    public = registry.find_turnout(event).at_level(Visibility.PUBLIC)
    return tuple(view_person_link(person, addresses) for person in public[:FACES])


def view_person_link(person: ShownPerson, addresses: Addresses) -> PersonLink:
    """Return a public person's name with the way to their page."""
    return PersonLink(
        person.text,
        url=addresses.find_person(person.id),
        monogram=build_monogram(person.text),
        hue=pick_hue(person.id),
        photo=addresses.view_portrait(person.photo),
    )


def view_links(person: ShownPerson, lang: str) -> tuple[LinkView, ...]:
    """Return the links to a person's places on the web, each with a name that can be read aloud."""
    words = translate("{name} on {network}", lang)
    links = [
        LinkView(
            NETWORKS[profile.network].name or _host(profile.url),
            profile.url,
            words.format(name=person.text, network=NETWORKS[profile.network].name or _host(profile.url)),
            profile.network,
        )
        for profile in person.profiles
    ]
    if person.url and person.url not in {link.href for link in links}:
        label = words.format(name=person.text, network=_host(person.url))
        links.insert(0, LinkView(_host(person.url), person.url, label, "website"))
    return tuple(links)


def word_people(count: int, lang: str) -> str:
    """Return ``30 people`` in a language; empty for nobody."""
    return translate_count("{count} person", "{count} people", count, lang) if count else ""


def word_roles(roles: tuple[Role, ...], lang: str) -> tuple[str, ...]:
    """Return roles in words; that of a plain attendee goes without saying."""
    words = list_role_words(lang) if roles else {}
    return tuple(words[role] for role in roles if role in words)


def list_role_words(lang: str) -> dict[Role, str]:
    """Return the word for each role but that of a plain attendee."""
    return {
        Role.ORGANIZER: translate("Organiser", lang),
        Role.HOST: translate("Host", lang),
        Role.SPEAKER: translate("Speaker", lang),
        Role.SPONSOR: translate("Sponsor", lang),
        Role.VOLUNTEER: translate("Volunteer", lang),
        Role.PRESS: translate("Press", lang),
    }


def word_known_since(person: ShownPerson, lang: str) -> str:
    """Return since when the author knew somebody online, as a sentence without a full stop; or nothing."""
    if person.known_since is None:
        return ""
    return translate("Known online since {date}", lang).format(date=word_date(person.known_since, lang))


@lru_cache(maxsize=NAMES)
def pick_hue(identifier: str) -> int:
    """Return the colour of a person or an event, always the same for the same id.

    >>> pick_hue("bruno") == pick_hue("bruno") and 0 <= pick_hue("anne") < HUES
    True
    """
    return zlib.crc32(identifier.encode()) % HUES


def _view_card(
    person: ShownPerson, met: tuple[ShownPerson, ...], note: Markup, addresses: Addresses, lang: str
) -> CardView:
    return CardView(
        name=person.text,
        monogram=build_monogram(person.text),
        hue=pick_hue(person.id),
        id=person.id,
        href=link_person(person.id) if person.id else "",
        url=addresses.find_person(person.id) if person.id else "",
        roles=word_roles(person.roles, lang),
        org=person.org,
        job_title=person.job_title,
        known_since=word_known_since(person, lang),
        met=tuple(PersonLink(other.text, href=link_person(other.id)) for other in met),
        links=view_links(person, lang),
        photo=addresses.view_portrait(person.photo),
        note=note,
        privacy=view_card_privacy(person.id, person.text, addresses, lang),
    )


def _word_others(named_count: int, others_count: int, lang: str) -> str:
    if not others_count:
        return ""
    if not named_count:
        return word_people(others_count, lang)
    return translate_count("and {count} other person", "and {count} other people", others_count, lang)


def _host(url: str) -> str:
    """Return the host of a URL as people say it.

    >>> _host("https://www.cafe-lune.example/menu")
    'cafe-lune.example'
    """
    return (urlsplit(url).hostname or url).removeprefix("www.")
