"""What may stand nowhere on a site: decided from the lists and the people's files, once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import regex

from .shown import decide_level
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..errors import Place
    from .event import Attendee, Event
    from .person import Person
    from .registry import Registry

SHORTEST_NOTE = 5
"""Words of a note or a bio that is searched for; fewer are anybody's."""
_MARKS = regex.compile(r"[\p{Mn}\p{Cf}]+")
_SIGNS = regex.compile(r"[^\p{L}\p{N}@]+")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class SecretKind(Enum):
    """What of a person may stand nowhere."""

    NAME = "name"
    HANDLE = "handle"
    URL = "address"
    ID = "id"
    """Their id, an alias or a former id."""
    NOTE = "note"
    """What is said about them: a note or a bio."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that may stand nowhere on the site."""

    text: str
    """As typed; of an address, without ``https://`` and ``www.``."""
    kind: SecretKind
    level: Visibility
    """The most that is shown of the person where it was typed."""
    place: Place
    """Where the entry of the list, or the person's file, has it."""
    person_id: str
    """Whose it is; never told."""
    is_ambiguous: bool = False
    """Whether it is one word that also belongs to the name of somebody who is shown."""
    is_in_name: bool = False
    """Whether it is an id that is one word of the person's own name, and so of many people's."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What to search for, and what hides a find."""

    secrets: tuple[Secret, ...] = ()
    """Names first, in the order of their places; each text once for each person."""
    shown: frozenset[str] = frozenset()
    """Texts that may stand, folded: a secret inside of one of them is none."""


def fold_words(text: str) -> str:
    """Return the words of a text without case, accents and signs; ``@`` stays, as it makes a handle.

    >>> fold_words("  Zoé–Martin_L’ÉTÉ, @Cafe ")
    'zoe martin l ete @cafe'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _SIGNS.sub(" ", _MARKS.sub("", plain)).strip()


def find_secrets(registry: Registry, allowed: Iterable[str] = ()) -> Secrets:
    """Return every name, handle, address, id and note that no level allows anywhere on the site.

    Somebody who is public at one event and hidden at another is named by the first. What belongs to
    somebody else who is shown, or to an event, is no secret either.

    Args:
        registry: Events and people, with the rules of the site.
        allowed: Other texts that may stand: authors, the name of the site, words an author allows.
    """
    typed = [*_find_typed(registry)]
    fold = cache(fold_words)  # most words stand there several times
    shown = {fold(text) for text in (*allowed, *_find_shown(registry, typed))} - {""}
    facts = {fold(text) for event in registry.events.values() for text in _find_facts(event)}
    may_stand = shown | facts
    words = {word for text in shown for word in text.split()}
    names = {
        (one.person_id, word)
        for one in typed
        if one.kind is SecretKind.NAME
        for word in fold(one.text).split()
    }
    own = {(one.person_id, fold(one.text)) for one in typed if _may_stand(one)}
    secrets: dict[tuple[str, str], Secret] = {}
    for one in sorted(
        (secret for secret in typed if not _may_stand(secret)),
        key=lambda secret: (secret.kind is not SecretKind.NAME, secret.place, secret.kind.value),
    ):
        folded = fold(one.text)
        if not folded or (one.person_id, folded) in own:
            continue
        if folded in may_stand and one.kind is not SecretKind.HANDLE:
            continue
        if folded in words or folded in may_stand:
            narrowed = _narrow(one)
            if narrowed is None:
                continue
            one, folded = narrowed, fold(narrowed.text)  # noqa: PLW2901
        if one.kind is SecretKind.ID and (one.person_id, folded) in names:
            one = replace(one, is_in_name=True)  # noqa: PLW2901
        first = secrets.setdefault((one.person_id, folded), one)
        if one.level < first.level:
            secrets[one.person_id, folded] = replace(first, level=one.level)
    return Secrets(tuple(secrets.values()), frozenset(shown))


def _narrow(secret: Secret) -> Secret | None:
    """Return what is still a secret of a word that also belongs to somebody who is shown."""
    if secret.kind is SecretKind.NAME:
        return replace(secret, is_ambiguous=True)
    if secret.kind is SecretKind.HANDLE and "@" not in secret.text:
        return replace(secret, text=f"@{secret.text}")
    return None


def _may_stand(secret: Secret) -> bool:
    least = Visibility.NAME_ONLY if secret.kind is SecretKind.NAME else Visibility.PUBLIC
    return secret.level >= least


def _find_typed(registry: Registry) -> Iterator[Secret]:
    """Yield all that is typed of everybody, with the level at which it may be shown."""
    best: dict[str, Visibility] = {}
    for event in registry.events.values():
        for attendee in event.attendees:
            person_id = registry.resolve_id(attendee.id)
            level = decide_level(attendee, registry.people.get(person_id), registry.policy)
            best[person_id] = max(level, best.get(person_id, level))
            yield from _list_facts(attendee, person_id, level)
    for person in registry.people.values():
        level = registry.policy.decide_visibility([person.visibility], [person.consent])
        yield from _list_facts(person, person.id, best.get(person.id, level))


def _list_facts(source: Attendee | Person, person_id: str, level: Visibility) -> Iterator[Secret]:
    texts = [(SecretKind.NAME, source.name), (SecretKind.ID, source.id), (SecretKind.URL, source.url)]
    for profile in source.profiles:
        texts += [(SecretKind.HANDLE, profile.handle), (SecretKind.URL, profile.url)]
    texts += [(SecretKind.ID, one) for key in ("aliases", "moved_from") for one in getattr(source, key, ())]
    texts += [(SecretKind.NOTE, getattr(source, key, "")) for key in ("note", "bio")]
    for kind, text in texts:
        bare = strip_url(text) if kind is SecretKind.URL else text
        if bare and (kind is not SecretKind.NOTE or len(fold_words(bare).split()) >= SHORTEST_NOTE):
            yield Secret(bare, kind, level, source.place, person_id)


def strip_url(url: str) -> str:
    """Return what tells an address from others.

    >>> strip_url("https://www.cafe.example/")
    'cafe.example'
    """
    return _SCHEME.sub("", url).rstrip("/")


def _find_shown(registry: Registry, typed: Iterable[Secret]) -> Iterator[str]:
    """Yield every text of somebody that may stand, and who invited."""
    for secret in typed:
        if _may_stand(secret):
            yield secret.text
    for public in registry.public_people.values():
        yield public.person.text
    for event in registry.events.values():
        for organizer in registry.find_organizers(event):
            yield organizer.text
            yield strip_url(organizer.url)


def _find_facts(event: Event) -> Iterator[str]:
    """Yield what an event says of itself: an address or a word of its own is nobody's secret."""
    place = event.location
    urls = [event.url, place.url if place else "", *(one.url for one in event.coverage)]
    urls += [one.url for one in event.offers]
    yield from map(strip_url, urls)
    words = [event.id, event.name, event.hashtag, event.series, place.name if place else ""]
    yield from (word for word in words if len(fold_words(word).split()) == 1)
