"""Where the former address of a person leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.registry import Registry


@dataclass(frozen=True, slots=True)
class FormerId:
    """An id that a person had before, and the one of today."""

    former_id: str
    person_id: str
    place: Place
    """File that says so."""


def find_redirects(registry: Registry) -> Iterator[FormerId]:
    """Yield each former id of everybody who has a page.

    Of somebody who has none there is no redirect either: it would tell of them.
    """
    for person in registry.people.values():
        if person.id in registry.public_people:
            for former_id in dict.fromkeys(person.moved_from):
                # An id that somebody else bears is told as a problem; their page stays theirs.
                if former_id not in registry.public_people:
                    yield FormerId(former_id, person.id, person.place)
