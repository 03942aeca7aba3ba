"""Everything that a site holds on one person, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ...loading.ids_file import load_ids
from ...model.ids import begin_ids
from ...model.standing import explain_standings
from .names import PersonWords
from .records import find_comments, find_follow_ups, find_pictures, find_posts
from .texts import find_pages, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.consent import Consent
    from ...model.event import Attendee, Event
    from ...model.person import Person, Picture
    from ...model.profile import Profile
    from ...model.registry import Registry
    from ..opening import OpenSite

Facts: TypeAlias = dict[str, Any]
"""Values that JSON can hold, by key; what is empty is left out."""

UNNAMED = "…"
"""Stands for somebody else who may not be named, to the person neither."""


def collect_holding(site: OpenSite, person_id: str) -> Facts:
    """Return everything that the site holds on a person: files, entries, texts, pages, ids."""
    registry = site.registry
    person = registry.people.get(person_id)
    entries = [
        (event, entry)
        for event in registry.events.values()
        for entry in event.attendees
        if registry.resolve_id(entry.id) == person_id
    ]
    words = PersonWords(person_id, person, [entry for _, entry in entries])
    standings = [one for one in explain_standings(registry) if one.person_id == person_id]
    levels = {one.event_id: one.level.word for one in reversed(standings)}  # the lowest comes first
    ids = begin_ids(load_ids(site.content)[0], str(site.urls["SITEURL"] or ""))
    return _drop_empty(
        {
            "site": site.urls["SITEURL"],
            "on": str(registry.policy.today),
            "id": person_id,
            "names": list(words.names),
            "other_ids": list(dict.fromkeys((*person.aliases, *person.moved_from))) if person else [],
            "uid": ids.find_uid("person", person_id),
            "file": _describe_person(person) if person else {},
            "entries": [
                {**_describe_entry(event, entry, levels[event.id]), **_describe_met(registry, entry)}
                for event, entry in entries
            ],
            "named_by_others": list(_find_named(site, person_id)),
            "follow_ups": list(map(_drop_empty, find_follow_ups(site, person_id))),
            "pictures": list(find_pictures(site, person_id)),
            "comments": list(map(_drop_empty, find_comments(site, words))),
            "quoted_posts": list(map(_drop_empty, find_posts(site, words))),
            "texts": list(find_texts(site, words, entries)),
            "pages": list(find_pages(site, words)),
        }
    )


def _describe_person(person: Person) -> Facts:
    return _drop_empty(
        {
            "at": str(person.place),
            "name": person.name,
            "bio": person.bio,
            **_describe_shared(person),
        }
    )


def _describe_entry(event: Event, entry: Attendee, shown_as: str) -> Facts:
    return _drop_empty(
        {
            "at": str(entry.place),
            "event": event.name or event.id,
            "date": str(event.start_date or ""),
            "shown_as": shown_as,
            "name": entry.name,
            "roles": [role.value for role in entry.roles],
            "note": entry.note,
            "group": entry.group,
            "known_since": str(entry.known_since or ""),
            **_describe_shared(entry),
        }
    )


def _describe_met(registry: Registry, entry: Attendee) -> Facts:
    """Return whom the person met, by name; of somebody who may not be named, only that there was one."""
    met = [registry.resolve_id(one) for one in entry.met_with]
    names = {one.person_id: one.name for one in explain_standings(registry)} if met else {}
    return _drop_empty(
        {"met_with": [names.get(one, one) if registry.may_be_told(one) else UNNAMED for one in met]}
    )


def _describe_shared(source: Person | Attendee) -> Facts:
    return {
        "org": source.org,
        "job_title": source.job_title,
        "url": source.url,
        "profiles": {profile.network: _word_profile(profile) for profile in source.profiles},
        "photo": _describe_picture(source.photo),
        "visibility": source.visibility.word if source.visibility is not None else "",
        "consent": _describe_consent(source.consent),
    }


def _word_profile(profile: Profile) -> str:
    return profile.url


def _describe_picture(picture: Picture | None) -> Facts:
    return _drop_empty({"file": picture.src, "alt": picture.alt, "credit": picture.credit}) if picture else {}


def _describe_consent(consent: Consent | None) -> Facts:
    if consent is None:
        return {}
    return _drop_empty(
        {
            "given": str(consent.given or ""),
            "until": str(consent.until or ""),
            "method": consent.method.value if consent.method else "",
            "photo": consent.photo,
            "index": consent.index,
            "graph": consent.graph,
        }
    )


def _find_named(site: OpenSite, person_id: str) -> Iterator[Facts]:
    """Yield where lists name the person beside the entries: as an organiser, as somebody met."""
    registry = site.registry
    for event in registry.events.values():
        name = event.name or event.id
        if any(person_id == registry.resolve_id(one.person_id) for one in event.organizers if one.person_id):
            yield {"at": str(event.place), "event": name, "as": "organizer"}
        for entry in event.attendees:
            if person_id in {registry.resolve_id(met) for met in entry.met_with}:
                yield {"at": str(entry.place), "event": name, "as": "met"}


def _drop_empty(facts: Facts) -> Facts:
    """Leave out what says nothing; a no says something."""
    return {key: value for key, value in facts.items() if value not in ("", [], {}, None)}
