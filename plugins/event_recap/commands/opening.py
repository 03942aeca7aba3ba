"""A site as its commands see it: settings, lists, people and texts, without a build."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from pelican.settings import read_settings as read_site_settings

from ..errors import EventRecapError, Place, Problem, Severity, suggest
from ..loading.files import YAML_SUFFIXES, display_path, is_regular
from ..loading.ids_file import IDS_NAME
from ..loading.removed_file import REMOVED_NAME, load_removed
from ..loading.sitters import is_side_file
from ..loading.text import decode_text
from ..model.identity import build_id
from ..model.standing import explain_standings
from ..settings import NAME, Settings, check_timezone, read_settings
from ..site.defaults import build_defaults, build_feed_settings
from ..site.lists import load_registry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from ..model.event import Attendee, Event
    from ..model.person import Person
    from ..model.registry import Registry
    from ..model.removal import Removed

TEXT_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown", ".rst", ".txt", ".html"})
"""Endings of files in which somebody may be named in prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSite:
    """What a command works on."""

    content: Path
    output: Path
    settings: Settings
    zone: ZoneInfo
    urls: Mapping[str, Any]
    """Pelican's settings, with the addresses of our pages."""
    registry: Registry

    def find_texts(self) -> Iterator[Path]:
        """Yield every text of the content folder in which somebody may be named, by path."""
        for path in sorted(self.content.rglob("*")):
            inner = path.relative_to(self.content)
            is_seen = not any(part.startswith(".") for part in inner.parts)
            if is_seen and path.suffix in TEXT_SUFFIXES and is_regular(path, self.content):
                yield path

    def find_picture_files(self) -> Iterator[Path]:
        """Yield every file beside a picture that says who is on it, by path."""
        for path in sorted(self.content.rglob("*")):
            if is_side_file(path) and is_regular(path, self.content):
                yield path

    def find_other_files(self) -> Iterator[Path]:
        """Yield every other YAML file in which somebody may be named, such as a comment, by path."""
        folders = [self.content / path for path in (self.settings.attendees_path, self.settings.people_path)]
        for path in sorted(self.content.rglob("*")):
            inner = path.relative_to(self.content)
            is_seen = not any(part.startswith(".") for part in inner.parts)
            is_data = path.suffix in YAML_SUFFIXES and not is_side_file(path)
            is_other = inner.name not in {IDS_NAME, REMOVED_NAME} and path.parent not in folders
            if is_seen and is_data and is_other and is_regular(path, self.content):
                yield path

    def read_removed(self) -> Removed:
        """Return who asked to be forgotten.

        Raises:
            EventRecapError: It cannot be told, or the key by which they are known is wrong.
        """
        removed, problems = load_removed(self.content, os.environ)
        if problems:
            raise EventRecapError(problems)
        return removed

    def find_lists(self) -> Iterator[Path]:
        """Yield every attendee list that was read, by id."""
        return (self.content / event.path for event in self.registry.events.values())


def open_site(settings_file: Path) -> OpenSite:
    """Read a site for a command.

    Args:
        settings_file: Pelican's settings; folders that it names lie beside it.

    Raises:
        EventRecapError: There are no such settings, or something in the lists is wrong: an answer that
            leaves somebody out would be a wrong one.
    """
    site = read_site(settings_file)
    site.update(build_defaults(site))
    settings, zone = read_settings(site.get(NAME, {})), check_timezone(site)
    site.update(build_feed_settings(site, settings.feeds))
    registry, problems = load_registry(site, settings, zone)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise EventRecapError(errors)
    return OpenSite(
        content=Path(site["PATH"]),
        output=Path(site["OUTPUT_PATH"]),
        settings=settings,
        zone=zone,
        urls=site,
        registry=registry,
    )


def find_content(settings_file: Path) -> Path:
    """Return the content folder of a site, whatever is wrong in it.

    Raises:
        EventRecapError: There are no such settings.
    """
    return Path(read_site(settings_file)["PATH"])


def read_site(settings_file: Path) -> dict[str, Any]:
    """Return Pelican's settings of a site, whatever they say.

    Raises:
        EventRecapError: There are none.
    """
    if not settings_file.is_file():
        what = "no such file; run this beside pelicanconf.py, or name it with --settings"
        raise EventRecapError([Problem(Place(display_path(settings_file)), "", what)])
    try:
        return dict(read_site_settings(str(settings_file)))
    except ValueError as error:  # what Pelican says of a folder or a theme that is not there
        place = Place(display_path(settings_file))
        raise EventRecapError([Problem(place, "", f"cannot be used: {error}")]) from error


def find_person(registry: Registry, word: str) -> str:
    """Return the id of the person whom somebody means by an id, a handle or a name.

    Raises:
        EventRecapError: Nobody is meant by it, or several people are.
    """
    known = collect_names(registry)
    wanted = {word, word.removeprefix("@").casefold(), build_id(word)}
    exact = [key for key in known if key == word]
    found = exact or sorted(key for key, names in known.items() if names & wanted)
    if len(found) == 1:
        return found[0]
    words = {name for names in known.values() for name in names}
    what = f"nobody is known as '{word}'{suggest(word, words) or _suggest_bearers(word, known)}"
    if found:
        what = f"'{word}' may be {' or '.join(found)}; write one of these ids"
    raise EventRecapError([Problem(Place("PERSON"), "", what)])


def find_guest(registry: Registry, event: Event, word: str) -> str:
    """Return the id of somebody in the list of an event.

    Raises:
        EventRecapError: Nobody there is meant by the word, or several people are.
    """
    person_id = find_person(registry, word)
    if person_id not in {registry.resolve_id(one.id) for one in event.attendees}:
        what = f"the list of '{event.id}' does not name '{person_id}'"
        raise EventRecapError([Problem(Place("PERSON"), "", what)])
    return person_id


def find_name(registry: Registry, person_id: str) -> str:
    """Return the name in a person's file, else that of the last list that has one, else the id."""
    if person_id in registry.people:
        return registry.people[person_id].name
    names = [one.name for one in explain_standings(registry) if one.person_id == person_id]
    return next((name for name in reversed(names) if name), person_id)


def find_event(registry: Registry, word: str) -> Event:
    """Return the event that somebody means by an id or a name.

    Raises:
        EventRecapError: None is meant by it, or several are.
    """
    events = registry.events
    found = [events[word]] if word in events else [one for one in events.values() if one.name == word]
    if len(found) == 1:
        return found[0]
    typed = PurePath(word).name  # of a file of the list, as a shell completes it
    hint = suggest(typed, events) or suggest(typed, (one.name for one in events.values() if one.name))
    what = f"no list called '{word}'{hint or '; expected the name of its file, without .yml'}"
    if found:
        what = f"'{word}' may be {' or '.join(one.id for one in found)}; write one of these ids"
    raise EventRecapError([Problem(Place("EVENT"), "", what)])


def _suggest_bearers(word: str, known: Mapping[str, set[str]]) -> str:
    """Return ``; did you mean 'x'?`` for those in whose names a word stands; or nothing."""
    part = build_id(word)
    found = sorted(key for key, names in known.items() if any(part in name.split("-") for name in names))
    return f"; did you mean {' or '.join(repr(key) for key in found[:3])}?" if part and found else ""


def collect_names(registry: Registry) -> dict[str, set[str]]:
    """Return by id what each person may be called: ids, aliases, handles, and names as ids."""
    known: dict[str, set[str]] = {}
    listed = [attendee for event in registry.events.values() for attendee in event.attendees]
    sources: list[Attendee | Person] = [*listed, *registry.people.values()]
    for one in sources:
        if not one.id.startswith(":"):  # an entry without a name
            names = known.setdefault(registry.resolve_id(one.id), set())
            names |= {one.id, build_id(one.name)} - {""}
            names |= {profile.handle.casefold() for profile in one.profiles if profile.handle}
    for person in registry.people.values():
        known[person.id] |= {*person.aliases, *person.moved_from}
    return known


def read_text(path: Path) -> str:
    """Return the text of a file; line ends and a byte order mark are as in the file.

    Raises:
        UnreadableError: It is not UTF-8.
    """
    data = path.read_bytes()
    decode_text(data)
    return data.decode("utf-8")
