"""What a site shows of one person at one event at each level: made by its own code and templates.

Each preview is the difference between two evenings: one at which the person stands as they would, and
one at which they do not stand at all. Nothing is said that the page would not show.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...loading.sitters import load_picture_files
from ...model.consent import Consent, ConsentMethod
from ...model.registry import Registry
from ...pictures.gallery import Gallery
from ...site.addresses import build_addresses
from ...translation import translate
from ...views.address import link_person
from ...views.html import render_attendee_list, render_attendees
from ...views.people import view_attendees
from ...views.values import AttendeesView, CardGroup
from ..published import find_address
from .plain_text import write_plain_text
from .templates import open_templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from ...model.event import Attendee, Event
    from ...model.person import Person, Picture
    from ...model.visibility import Visibility
    from ...views.address import Addresses
    from ...views.values import CardView
    from ..opening import OpenSite

_PAGE = re.compile(r"\{filename\}/@(?P<kind>person|event|privacy)(?:/(?P<id>[^?]+))?(?:\?(?P<query>.*))?")
_FILE = re.compile(r"\{(?:static|attach)\}/(?P<path>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What one level shows, as plain text; every part may be empty."""

    card: str = ""
    """What the recap and the page of the event have."""
    feed: str = ""
    """What feeds have in its place."""
    page: str = ""
    """Address of the person's own page."""
    contact_card: str = ""
    """Address of the file with which they can be added to an address book."""
    met: tuple[str, ...] = ()
    """Names of the people whose cards say that they met."""
    has_photo: bool = False
    """Whether the card has one."""
    is_organizer: bool = False
    """Whether the event names them among those who invited."""


class Previewer:
    """Makes the previews of one event in one language."""

    def __init__(self, site: OpenSite, event: Event, lang: str) -> None:
        """Open templates and pictures once for everybody."""
        self._site = site
        self._event = event
        self._lang = lang
        self._environment: Environment = open_templates(site)
        self._facts = load_picture_files(site.content)[0]
        self._others: dict[str, AttendeesView] = {}

    def show(self, person_id: str, level: Visibility | None = None) -> Preview:
        """Return what is shown of somebody at a level; as things stand today where none is named."""
        registry = self._site.registry
        if level is not None:
            registry = _suppose(registry, person_id, level)
        # Whoever is on the same picture has a say in it, so that the pictures know of everybody.
        pictures = Gallery(self._site.content, registry, self._facts)
        shown = self._view(_keep_apart(registry, self._event.id, person_id), pictures.show)
        others = self._view_others(person_id)
        invited = registry.find_organizers(registry.events[self._event.id])
        preview = self._write(person_id, _subtract(shown, others, person_id), shown)
        return replace(preview, is_organizer=any(one.person_id == person_id for one in invited))

    def _view_others(self, person_id: str) -> AttendeesView:
        """Return the event without somebody, which is the same at all of their levels."""
        if person_id not in self._others:
            registry = _keep_apart(self._site.registry, self._event.id, person_id, is_there=False)
            self._others = {person_id: self._view(registry, lambda _: None)}
        return self._others[person_id]

    def _view(
        self, registry: Registry, show_picture: Callable[[Picture | None], Picture | None]
    ) -> AttendeesView:
        addresses = build_addresses(self._site.urls, show_picture)
        return view_attendees(registry, registry.events[self._event.id], addresses, self._lang)

    def _write(self, person_id: str, own: AttendeesView, shown: AttendeesView) -> Preview:
        cards = [card for group in shown.groups for card in group.cards]
        has_page = any(card.id == person_id for card in cards)
        met = (card.name for card in cards if card.id != person_id and _leads_to(card, person_id))
        addresses = self._addresses
        return Preview(
            card=self._flatten(render_attendees(self._environment, own, self._lang)),
            feed=self._flatten(
                render_attendee_list(self._environment, replace(own, total_text=""), self._lang)
            ),
            page=self._find(addresses.find_person(person_id)) if has_page else "",
            contact_card=self._find(addresses.find_person_vcard(person_id)) if has_page else "",
            met=tuple(met) if has_page else (),
            has_photo=any(card.photo for card in cards if card.id == person_id),
        )

    @cached_property
    def _addresses(self) -> Addresses:
        return build_addresses(self._site.urls, lambda picture: picture)

    def _find(self, path: str) -> str:
        return find_address(self._site, path) or path

    def _flatten(self, html: str) -> str:
        return write_plain_text(html, self._resolve, translate("photo", self._lang))

    def _resolve(self, href: str) -> str:
        """Return the address of a link inside content, as a build resolves it."""
        addresses = self._addresses
        if file := _FILE.fullmatch(href):
            return self._find(addresses.static_url.format(path=file["path"]))
        page = _PAGE.fullmatch(href)
        if page is None:
            return href
        if page["kind"] == "privacy":
            query = f"?{page['query']}" if page["query"] else ""
            return self._find(f"{addresses.privacy_url}{query}")
        find = addresses.find_person if page["kind"] == "person" else addresses.find_event
        return self._find(find(page["id"] or ""))


def _suppose(registry: Registry, person_id: str, level: Visibility) -> Registry:
    """Return the same site where somebody answered a level today, for all events."""
    today = registry.policy.today

    def answer(source: Attendee | Person) -> dict[str, object]:
        record = source.consent or Consent()
        method = record.method or ConsentMethod.EMAIL
        return {
            "visibility": level,
            "consent": replace(record, given=today, until=None, method=method, is_readable=True),
        }

    events = {
        event.id: replace(
            event,
            attendees=tuple(
                replace(entry, **answer(entry)) if registry.resolve_id(entry.id) == person_id else entry  # type: ignore[arg-type]
                for entry in event.attendees
            ),
        )
        for event in registry.events.values()
    }
    people = {
        key: replace(person, **answer(person)) if key == person_id else person  # type: ignore[arg-type]
        for key, person in registry.people.items()
    }
    return Registry(registry.policy, events, people)


def _keep_apart(registry: Registry, event_id: str, person_id: str, *, is_there: bool = True) -> Registry:
    """Return the same site where an event has somebody or not; long facts of others are left out."""
    event = registry.events[event_id]
    entries = []
    for entry in event.attendees:
        if registry.resolve_id(entry.id) != person_id:
            entries.append(replace(entry, note="", photo=None))
        elif is_there:
            entries.append(entry)
    events = {**registry.events, event_id: replace(event, attendees=tuple(entries))}
    people = {
        key: person if key == person_id else replace(person, photo=None)
        for key, person in registry.people.items()
    }
    return Registry(registry.policy, events, people)


def _subtract(shown: AttendeesView, others: AttendeesView, person_id: str) -> AttendeesView:
    """Return what only the first of two views has, for want of one person in the second."""
    nameless = Counter(card for group in shown.groups for card in group.cards if not card.id)
    nameless.subtract(card for group in others.groups for card in group.cards if not card.id)
    own = {card for card, count in nameless.items() if count > 0}
    groups = (
        CardGroup(group.heading, tuple(card for card in group.cards if card.id == person_id or card in own))
        for group in shown.groups
    )
    return AttendeesView(
        title="",
        groups=tuple(group for group in groups if group.cards),
        initials=tuple((Counter(shown.initials) - Counter(others.initials)).elements()),
        others_text=shown.others_text if shown.others_text != others.others_text else "",
        total_text=shown.total_text if shown.total_text != others.total_text else "",
    )


def _leads_to(card: CardView, person_id: str) -> bool:
    """Tell whether a card leads to somebody as one whom its person met."""
    return any(one.href == link_person(person_id) for one in card.met)
