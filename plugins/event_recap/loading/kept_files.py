"""What reading each list and each person's file gave, kept for as long as the file is the same."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..engine.kept_lines import KeptLines
from ..engine.own_code import OURS, digest_code, list_versions
from ..engine.plain_data import PlainData, StrangeDataError
from ..errors import Place
from ..model.consent import Consent, ConsentMethod
from ..model.event import (
    Attendee,
    Coverage,
    CoverageType,
    Event,
    EventStatus,
    Location,
    Organizer,
    Role,
)
from ..model.offer import Availability, Offer
from ..model.person import Person
from ..model.profile import Profile
from ..model.visibility import Visibility
from .event_facts import NamedId
from .event_list import LoadedEvent, load_event
from .person_file import load_person
from .report import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from ..errors import Problem
    from ..model.registry import Registry
    from .files import SourceFile

LISTS_NAME = "event-recap-lists"
"""File in Pelican's folder of caches."""

# Neither pictures nor problems: what names or lacks a picture has to look for it again.
FILES = PlainData(
    (
        *(LoadedEvent, NamedId, Event, Location, Organizer, Coverage, Offer, Attendee, Person),
        *(Profile, Consent, Place),
        *(EventStatus, CoverageType, Role, Visibility, ConsentMethod, Availability),
    )
)
_LIBRARIES = ("PyYAML", "Babel", "regex", "Unidecode", "tzdata", "pelican")
"""Code of which the version is looked at."""


class KeptFiles:
    """Reads the files of people and events, or takes what reading the same file gave the last build."""

    def __init__(self, path: Path, zone: ZoneInfo) -> None:
        """Take in what the last build left.

        Args:
            path: Where it is kept.
            zone: Zone of times that name none.
        """
        self._lines = KeptLines(path, "event-recap lists 1")
        self._zone = zone
        self._keys: dict[str, str] = {}  # by path below the content folder
        code = (*list_versions(_LIBRARIES), digest_code(OURS), sys.version)
        self._rules = "\0".join((*code, str(zone)))

    def load_event(self, file: SourceFile) -> LoadedEvent:
        """Return the event of a list, and everything that is wrong with the file."""

        def is_whole(loaded: LoadedEvent) -> bool:
            event = loaded.event
            pictures = (event.cover, *(attendee.photo for attendee in event.attendees))
            return not loaded.problems and not any(pictures)

        loaded: LoadedEvent = self._load("list", file, partial(load_event, zone=self._zone), is_whole)
        return loaded

    def load_person(self, file: SourceFile) -> tuple[Person, tuple[Problem, ...]]:
        """Return the person of a file, and everything that is wrong with it."""

        def is_whole(loaded: tuple[Person, tuple[Problem, ...]]) -> bool:
            person, problems = loaded
            return not problems and not person.photo

        loaded: tuple[Person, tuple[Problem, ...]] = self._load("person", file, load_person, is_whole)
        return loaded

    def close(self, registry: Registry) -> None:
        """Keep what this build read of files in which everybody is public, and nothing of another.

        Whoever withdraws, from one evening or from all, is in no cache after the next build. What somebody
        else's note or bio says stays as it is typed, mentions and all, as texts do.

        Args:
            registry: Who is public, by what these files and the day say.
        """
        for event in registry.events.values():
            if not _is_public(event, registry):
                self._lines.drop(self._keys.get(event.path, ""))
        for person in registry.people.values():
            if person.id not in registry.public_people:
                self._lines.drop(self._keys.get(person.path, ""))
        self._lines.close()

    def _load(
        self, kind: str, file: SourceFile, load: Callable[[SourceFile], Any], is_whole: Callable[[Any], bool]
    ) -> Any:  # noqa: ANN401 -- what load returns
        try:
            file = replace(file, data=file.read_data())
        except UnreadableError:
            return load(file)  # which tells it
        told = f"{self._rules}\0{kind}\0{file.source}\0{file.inner_path}\0"
        key = hashlib.sha256(told.encode("utf-8", "surrogateescape") + (file.data or b"")).hexdigest()
        self._keys[file.inner_path] = key
        with suppress(StrangeDataError):
            if (said := self._lines.find(key)) is not None:
                loaded = FILES.unpack(said)
                self._lines.reuse(key)
                return loaded
        loaded = load(file)
        if is_whole(loaded):
            with suppress(StrangeDataError):
                self._lines.keep(key, FILES.pack(loaded))
        return loaded


def _is_public(event: Event, registry: Registry) -> bool:
    """Tell whether everybody whom a list names has agreed to be shown as it says."""
    public = {person.id for person in registry.find_turnout(event).at_level(Visibility.PUBLIC)}
    listed = {registry.resolve_id(entry.id) for entry in event.attendees if not entry.is_nameless}
    named = (other for entry in event.attendees for other in entry.met_with)
    invited = (organizer.person_id for organizer in event.organizers if organizer.person_id)
    others = set(map(registry.resolve_id, chain(named, invited)))
    return listed == public and others <= registry.public_people.keys()
