"""Who is on a picture, and what of it may be published: decided here, once for every use of the file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unidecode import unidecode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..errors import Place
    from .event import Attendee
    from .person import Person
    from .registry import Registry

SHORTEST_WORD = 3
"""Letters of a word of a name that gives somebody away; shorter ones stand in every sentence."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where somebody is on a picture, in percent of the picture as it is seen, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitter:
    """Somebody on a picture."""

    place: Place = field(compare=False)
    """Where the author says so."""
    address: str = field(compare=False)
    """In which field of that file."""
    person_id: str = ""
    """Id or alias; empty for somebody whom nobody names, and who may not be seen."""
    region: Region | None = None
    """Where the face is; None where nobody said."""
    is_portrait: bool = False
    """Whether it is the photo of the person's own entry or file."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be published of a picture, and of the words that stand for it."""

    is_published: bool = True
    """Whether the file may be published at all."""
    covered: tuple[Region, ...] = ()
    """Regions that are covered first, sorted."""
    unseen: tuple[Sitter, ...] = ()
    """Those who may not be seen, in the order in which they were named."""
    words: frozenset[str] = frozenset()
    """Words of their names, folded."""

    def may_stand(self, text: str) -> bool:
        """Tell whether a text beside the picture names nobody who may not be seen on it."""
        return not self.words & find_words(text)

    def permit(self, text: str) -> str:
        """Return a text that may stand beside the picture, else an empty one."""
        return text if self.may_stand(text) else ""


def decide_photograph(src: str, sitters: Iterable[Sitter], registry: Registry) -> Decision:
    """Return what may be published of a picture.

    Somebody who may not be seen is covered where their region is known; else the picture stays unpublished,
    as it does where the name of the file is theirs.

    Args:
        src: Path of the picture from the content folder.
        sitters: Everybody who is on it, as far as anybody said.
        registry: What is known of them.
    """
    unseen = tuple(dict.fromkeys(one for one in sitters if not _may_be_seen(one, registry)))
    words = frozenset(word for one in unseen for word in _find_name_words(one.person_id, registry))
    regions = sorted({one.region for one in unseen if one.region}, key=_region_key)
    located = {registry.resolve_id(one.person_id) for one in unseen if one.region and one.person_id}
    is_covered = all(one.region or registry.resolve_id(one.person_id) in located for one in unseen)
    return Decision(
        is_published=is_covered and not words & find_words(src),
        covered=tuple(regions),
        unseen=unseen,
        words=words,
    )


def find_words(text: str) -> set[str]:
    """Return the words of a text that may be part of a name: without accents and case.

    >>> sorted(find_words("images/Zoé_Martin-2.jpg"))
    ['images', 'jpg', 'martin', 'zoe']
    """
    latin = unidecode(unicodedata.normalize("NFC", text)).lower()
    return {word for word in re.findall(r"[a-z0-9]+", latin) if len(word) >= SHORTEST_WORD}


def _may_be_seen(sitter: Sitter, registry: Registry) -> bool:
    """Tell whether a person may be seen on a picture.

    On a portrait, where any list shows it; on other pictures, where every list and the own file allow it,
    since nobody says of which evening a picture is.
    """
    person_id = registry.resolve_id(sitter.person_id)
    person, entries = registry.people.get(person_id), registry.find_entries(person_id)
    allowed = [_allows(entry, person, registry) for entry in entries or [None]]
    return any(allowed) if sitter.is_portrait else all(allowed)


def _allows(entry: Attendee | None, person: Person | None, registry: Registry) -> bool:
    files = [one for one in (entry, person) if one is not None]
    if not files:
        return False  # somebody of whom nothing is known
    consents = [one.consent for one in files]
    level = registry.policy.decide_visibility([one.visibility for one in files], consents)
    return registry.policy.allows_photo(level, consents)


def _find_name_words(person_id: str, registry: Registry) -> Iterator[str]:
    """Yield the words of every name, id and handle of a person."""
    person_id = registry.resolve_id(person_id)
    person, entries = registry.people.get(person_id), registry.find_entries(person_id)
    texts = [person_id, *(name for entry in entries for name in (entry.id, entry.name))]
    if person:
        texts += [person.name, *person.aliases, *person.moved_from]
    profiles = [profile for entry in entries for profile in entry.profiles]
    texts += [profile.handle for profile in (*profiles, *(person.profiles if person else ()))]
    for text in texts:
        yield from find_words(text)


def _region_key(region: Region) -> tuple[float, float, float, float]:
    return (region.x, region.y, region.width, region.height)
