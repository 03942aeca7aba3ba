"""Lines of lists and files that are about somebody whom no message may name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..loading import spellings
from ..loading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ..loading.report import Report, shorten
from ..loading.vocabulary import Vocabulary
from ..loading.yaml_tree import parse_yaml
from ..model.event import Attendee, Role
from ..model.identity import build_id
from ..model.person import Person
from ..model.profile import NETWORKS
from ..model.visibility import VISIBILITY_WORDS, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..errors import Place
    from ..model.event import Event
    from ..model.registry import Registry

_VOCABULARIES = [one for one in vars(spellings).values() if isinstance(one, Vocabulary)]
KNOWN_WORDS = frozenset(
    (
        *(key for vocabulary in _VOCABULARIES for key in vocabulary.keys),
        *VISIBILITY_WORDS,
        *(role.value for role in Role),
        *NETWORKS,
    )
)
"""Words of the files' own language, which name nobody."""
_PARTS = frozenset({"file name", "text"})
"""What messages call a part of a file that is no key."""
_WITHHOLDING = (
    "visib",
    "privacy",
    "consent",
    *(one.word for one in Visibility if one < Visibility.NAME_ONLY),
)
"""What stands in a file in which somebody may have asked for less; it need not be readable otherwise."""


def is_known_key(key: str) -> bool:
    """Tell whether a key is one of the files' language, in any spelling, or what messages call a part."""
    return key in _PARTS or any(vocabulary.find(key) for vocabulary in _VOCABULARIES)


@dataclass
class OwnLines:
    """Tells which lines are about people who may not be named; reads a file only where something is wrong."""

    registry: Registry
    content: Path
    _trees: dict[Path, Node | None] = field(default_factory=dict)
    _told: dict[str, bool] = field(default_factory=dict)

    def holds(self, place: Place) -> bool:
        """Tell whether a place is in the file or in an entry of somebody who may not be named."""
        if person := self._people.get(place.source):
            return not self.may_be_told(person)
        event = self._events.get(place.source)
        if event is None or not place.line:
            return False
        start = self._find_start(event, place.line)
        if start is None:
            # Above the first entry stand the facts of the event, unless nothing could be read.
            return self._read(event.path) is None and self._may_withhold(event.path)
        entries = [entry for entry in event.attendees if entry.place.line == start]
        if not entries:
            return not self._is_told_by_default() or self._may_withhold(event.path)
        return not all(map(self.may_be_told, entries))

    def may_be_told(self, one: Attendee | Person) -> bool:
        """Tell whether a message may name somebody.

        A file that cannot be read shows nobody; of one that says nothing of consent at all, the author may
        still read the name.
        """
        if isinstance(one, Attendee) and one.is_nameless:
            return True
        person_id = self.registry.resolve_id(one.id)
        if person_id not in self._told:
            self._told[person_id] = self.registry.may_be_told(person_id) or self._is_broken_only(person_id)
        return self._told[person_id]

    def _is_broken_only(self, person_id: str) -> bool:
        """Tell whether nothing but a file that cannot be read keeps somebody from being named."""
        file = self.registry.people.get(person_id)
        if file is None or not (file.consent and not file.consent.is_readable and file.consent.place is None):
            return False
        policy, entries = self.registry.policy, self.registry.find_entries(file.id)
        levels = [policy.decide_visibility([entry.visibility], [entry.consent]) for entry in entries]
        is_shown = all(level >= Visibility.NAME_ONLY for level in levels)
        return is_shown and self._is_told_by_default() and not self._may_withhold(file.path)

    def list_values(self, place: Place) -> tuple[str, ...]:
        """Return what was typed in the file or the entry at a place, as messages quote it, longest first."""
        person, event = self._people.get(place.source), self._events.get(place.source)
        source = person or event
        root = self._read(source.path) if source else None
        if root is None:
            return ()
        first, after = 0, float("inf")
        if event and not person:
            starts = self._list_starts(event)
            first = max((start for start in starts if start <= place.line), default=0)
            after = min((start for start in starts if start > place.line), default=after)
        texts = [node.text for node in _walk(root) if first <= node.line < after]
        parts = [part.strip() for text in texts for part in (text, *text.split(","))]
        said = {form for part in parts for form in (shorten(part), part.removeprefix("@"), build_id(part))}
        wanted = {one for one in said if len(one) > 1 and one not in KNOWN_WORDS}
        return tuple(sorted(wanted, key=lambda one: (-len(one), one)))

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.place.source: person for person in self.registry.people.values()}

    @cached_property
    def _events(self) -> dict[str, Event]:
        return {event.place.source: event for event in self.registry.events.values()}

    def _find_start(self, event: Event, line: int) -> int | None:
        """Return the line on which the entry begins in which a line is; None above the first."""
        return max((start for start in self._list_starts(event) if start <= line), default=None)

    def _list_starts(self, event: Event) -> set[int]:
        """Return the lines on which entries begin, those that could not be read as well."""
        starts = {entry.place.line for entry in event.attendees}
        root = self._read(event.path)
        if isinstance(root, MappingNode):
            lists = [
                value for key, value in root.entries if spellings.LIST_FILE.find(key.text) == "attendees"
            ]
            root = lists[0] if lists else None
        if isinstance(root, SequenceNode):
            starts |= {item.line for item in root.items}
        elif isinstance(root, MappingNode):
            starts |= {key.line for key, _ in root.entries}
        return starts

    def _is_told_by_default(self) -> bool:
        """Tell whether somebody of whom no file says anything may be named."""
        return self.registry.policy.decide_visibility([], []) >= Visibility.NAME_ONLY

    def _may_withhold(self, path: str) -> bool:
        """Tell whether a file says anything that may withhold somebody."""
        text = self._read_text(path).casefold()
        return any(word in text for word in _WITHHOLDING)

    def _read(self, path: str) -> Node | None:
        """Return what a file says; None where it cannot be read."""
        file = self.content / path
        if file not in self._trees:
            self._trees[file] = parse_yaml(self._read_text(path), Report(path))
        return self._trees[file]

    def _read_text(self, path: str) -> str:
        try:
            return (self.content / path).read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return ""


def _walk(node: Node) -> Iterator[ScalarNode]:
    """Yield every text of a tree that is no key."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _walk(item)
    else:
        for _, value in node.entries:
            yield from _walk(value)
