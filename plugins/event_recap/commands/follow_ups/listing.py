"""``follow-ups``: what is still to be done for the people one met, and a first message to each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING

from ...loading.follow_ups import find_notebook, load_follow_ups
from ...loading.git import check_private
from ...model.placeholders import fill_in
from ...model.profile import NETWORKS
from ...model.shown import merge_profiles
from ...rendering import read_text as read_setting
from ...share.message import MESSAGE_LIMITS, write_message
from ...translation import translate, word_date
from ...views.events import name_event
from ...wording.speech import word
from ..published import find_address, find_recaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ...errors import Problem
    from ...model.event import Attendee, Event
    from ...model.follow_up import FollowUp
    from ...model.person import Person
    from ...model.profile import Profile
    from ...share.message import FirstMessage
    from ..opening import OpenSite
    from ..published import PublishedRecap


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be done for one person after one event."""

    event_id: str
    """Empty for notes of a person's own file."""
    person_id: str
    notes: tuple[FollowUp, ...]
    """Never empty; the most urgent first."""


def find_follow_ups(site: OpenSite) -> tuple[tuple[FollowUp, ...], tuple[Problem, ...]]:
    """Return every private note of a site, and what is wrong in the file of them."""
    settings = site.settings
    notebook = find_notebook(site.content, settings.attendees_path)
    notes, problems = load_follow_ups(
        site.content, attendees_path=settings.attendees_path, people_path=settings.people_path
    )
    return notes, (*problems, *(check_private(notebook) if notebook.exists() else ()))


def collect_errands(site: OpenSite, notes: Iterable[FollowUp]) -> tuple[Errand, ...]:
    """Join notes by event and person; events by their names, and in each what is most urgent first."""
    resolve = site.registry.resolve_id
    groups: dict[tuple[str, str], list[FollowUp]] = {}
    for note in sorted(notes, key=lambda one: one.sort_key):
        groups.setdefault((note.event_id, resolve(note.person_id)), []).append(note)
    errands = [
        Errand(event_id=event_id, person_id=person_id, notes=tuple(found))
        for (event_id, person_id), found in groups.items()
    ]
    return tuple(sorted(errands, key=lambda one: one.event_id))


def write_errands(site: OpenSite, errands: Iterable[Errand], lang: str) -> str:
    """Return what is to do as a text for a terminal.

    Args:
        site: The site.
        errands: Joined by event.
        lang: Language of the messages; empty for that of each event's recap.
    """
    lines: list[str] = []
    for event_id, group in groupby(errands, lambda one: one.event_id):
        event = site.registry.events.get(event_id)
        lines += ["", *_head_event(event, event_id)]
        writer = _Writer(site, event, lang)
        for errand in group:
            lines += writer.write(errand)
    return "\n".join(lines[1:]) + "\n" if lines else word("nothing is open\n")


def _head_event(event: Event | None, event_id: str) -> Iterator[str]:
    if event is None:
        yield word(f"{event_id} (no list is called so)" if event_id else "Without an event")
    else:
        day = f", {event.start_date}" if event.start_date else ""
        yield f"{name_event(event)}{day} ({event_id})"


class _Writer:
    """Writes the notes of one event, and messages about it."""

    def __init__(self, site: OpenSite, event: Event | None, lang: str) -> None:
        self._site = site
        self._event = event
        self._wanted_lang = lang

    @cached_property
    def _recaps(self) -> tuple[PublishedRecap, ...]:
        return find_recaps(self._site, self._event.id) if self._event else ()

    @cached_property
    def _recap(self) -> PublishedRecap | None:
        same = [one for one in self._recaps if one.lang == self._wanted_lang]
        return next(iter(same or self._recaps), None)

    @property
    def _lang(self) -> str:
        recap = self._recap
        return self._wanted_lang or (recap.lang if recap else str(self._site.urls["DEFAULT_LANG"]))

    def write(self, errand: Errand) -> Iterator[str]:
        """Yield the lines of one person."""
        person = _Person(self._site, errand)
        yield f"  {person.title}"
        yield from (f"    {_write_note(note, self._site.registry.policy.today)}" for note in errand.notes)
        for text, url in person.links:
            yield f"    {text}: {url}"
        if any(note.done is None for note in errand.notes):
            yield from self._write_messages(person)

    def _write_messages(self, person: _Person) -> Iterator[str]:
        """Yield a message for each network, and one alone where several take the same."""
        messages: dict[str, list[tuple[str, FirstMessage]]] = {}
        for profile in person.profiles:
            if profile.network in MESSAGE_LIMITS:
                compose = partial(self._compose, person.name)
                message = write_message(profile.network, compose, self._url, profile.handle)
                messages.setdefault(message.text, []).append((NETWORKS[profile.network].name, message))
        for text, found in messages.items():
            heads = (word(f"{name} ({one.length} of {one.length_max})") for name, one in found)
            yield word(f"    To write on {', '.join(heads)}:")
            yield from (f"      {line}" for line in text.splitlines())

    @property
    def _url(self) -> str:
        """Address of the recap; of the event's page where none is published yet."""
        if self._recap:
            return self._recap.url
        page = self._site.urls["EVENT_URL"].format(slug=self._event.id) if self._event else ""
        return find_address(self._site, page)

    def _compose(self, name: str, link: str) -> str:
        texts, lang = self._site.settings.follow_up_texts, self._lang
        ours = translate(
            "Hello {first_name}, it was good to meet you ({event}). What I keep of the evening: {link}", lang
        )
        event = self._event
        day = event.start_date if event else None
        values = {
            "name": name,
            "first_name": name.removeprefix("@").split(maxsplit=1)[0].rstrip(","),
            "event": name_event(event) if event else read_setting(self._site.urls, "SITENAME"),
            "date": word_date(day, lang) if day else "",
            "site": read_setting(self._site.urls, "SITENAME"),
            "link": link,
        }
        text = texts.get(lang, texts.get(lang.partition("-")[0], ours))
        return fill_in(text, values).rstrip(" :")


class _Person:
    """What the lists and a file say of somebody, whatever may be shown of them: it stays on a terminal."""

    def __init__(self, site: OpenSite, errand: Errand) -> None:
        registry = site.registry
        file = registry.people.get(errand.person_id)
        events = sorted(registry.events.values(), key=lambda event: event.id != errand.event_id)
        entries = [
            entry
            for event in events
            for entry in event.attendees
            if registry.resolve_id(entry.id) == errand.person_id
        ]
        self._sources: list[Attendee | Person] = [*([file] if file else []), *entries]
        self._person_id = errand.person_id
        self.name = next((one.name for one in self._sources if one.name), errand.person_id)

    @property
    def title(self) -> str:
        """What stands above their notes: the name, and the id where it is another word."""
        if not self._sources:
            return word(f"{self.name} (no list names them)" if self.name else "Nobody is named")
        return self.name + (f" ({self._person_id})" if self._person_id != self.name else "")

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """One of each network, that of their own file before that of a list."""
        found: tuple[Profile, ...] = ()
        for source in self._sources:
            found = merge_profiles(found, source.profiles)
        return found

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where they are on the web: word and address."""
        links = [(NETWORKS[one.network].name or "Site", one.url) for one in self.profiles]
        urls = {url for _, url in links}
        sites = [("Site", one.url) for one in self._sources if one.url and one.url not in urls]
        return tuple(dict.fromkeys((*sites, *links)))


def _write_note(note: FollowUp, today: date) -> str:
    mark = "[x]" if note.done else "[ ]"
    when = word(f" (done {note.done})") if note.done else ""
    if note.by and not note.done:
        when = word(f" (by {note.by}: late)" if note.is_late(today) else f" (by {note.by})")
    return f"{mark} {note.text or '…'}{when}  {note.place.source}:{note.place.line}"
