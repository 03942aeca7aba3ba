"""Everything that a site holds on one person, as plain values."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, TypeAlias

from ..loading.files import YAML_SUFFIXES, display_path
from ..loading.ids_file import load_ids
from ..loading.sitters import load_picture_files
from ..model.ids import begin_ids
from ..model.removal import Kind, fold_handle, fold_name, fold_url
from ..model.standing import explain_standings
from ..model.traces import find_traces
from .opening import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..model.consent import Consent
    from ..model.event import Attendee, Event
    from ..model.person import Person, Picture
    from ..model.profile import Profile
    from .opening import OpenSite

Facts: TypeAlias = dict[str, Any]
"""Values that JSON can hold, by key; what is empty is left out."""

PUBLISHED_SUFFIXES = frozenset({".html", ".xml", ".json", ".ics", ".vcf", ".opml", ".txt"})
"""Files of the output in which a name is looked for."""

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_HEAD = re.compile(
    r"\ufeff?(?:---\s*\n.*?^(?:---|\.\.\.)\s*$|[\w-]+:.*?(?:\n[ \t]*\n|\Z))", re.DOTALL | re.MULTILINE
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[ \u00a0\u202f]?[»”\"*_])*\s+")


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
    words = _Words(person_id, person, [entry for _, entry in entries])
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
            "entries": [_describe_entry(event, entry, levels[event.id]) for event, entry in entries],
            "named_by_others": list(_find_named(site, person_id)),
            "pictures": list(_find_pictures(site, person_id)),
            "texts": list(_find_texts(site, words, entries)),
            "pages": list(_find_pages(site, words)),
        }
    )


class _Words:
    """What a person is called by in lists and files."""

    def __init__(self, person_id: str, person: Person | None, entries: list[Attendee]) -> None:
        sources: list[Person | Attendee] = [*([person] if person else []), *entries]
        former = (*person.aliases, *person.moved_from) if person else ()
        self.ids = dict.fromkeys((person_id, *former, *(entry.id for entry in entries)))
        self.names = dict.fromkeys(source.name for source in sources if source.name)
        self.profiles = [profile for source in sources for profile in source.profiles]
        self._folded = {
            Kind.NAME: {fold_name(word) for word in (*self.names, *self.ids)},
            Kind.HANDLE: {fold_handle(one) for one in (*self._handles(), *self.ids)},
            Kind.URL: {fold_url(url) for url in (*self._urls(), *(source.url for source in sources)) if url},
        }

    def _handles(self) -> Iterator[str]:
        return (profile.handle for profile in self.profiles if profile.handle)

    def _urls(self) -> Iterator[str]:
        return (profile.url for profile in self.profiles)

    def is_known(self, kind: Kind, folded: str) -> bool:
        """Tell whether a folded name, handle or address is the person's."""
        return folded in self._folded[kind]

    def stands_in(self, text: str) -> bool:
        """Tell whether a page names the person, or leads to them."""
        folded = " ".join(text.split()).casefold()
        wanted = [*self.names, *(f"@{handle}" for handle in self._handles()), *self._urls()]
        return any(" ".join(word.split()).casefold() in folded for word in wanted)


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
            "met_with": list(entry.met_with),
            **_describe_shared(entry),
        }
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


def _find_pictures(site: OpenSite, person_id: str) -> Iterator[Facts]:
    """Yield each picture of which a list or a file says that the person is on it."""
    registry = site.registry
    listed = [entry for event in registry.events.values() for entry in event.attendees]
    pictures = [
        *(event.cover for event in registry.events.values()),
        *(source.photo for source in listed),
        *(person.photo for person in registry.people.values()),
    ]
    shown = [(picture.src, picture.people) for picture in pictures if picture]
    shown += [(src, facts.people) for src, facts in load_picture_files(site.content)[0].items()]
    for src, sitters in shown:
        for sitter in sitters:
            if sitter.person_id and registry.resolve_id(sitter.person_id) == person_id:
                yield {"at": str(sitter.place), "file": src}


def _find_texts(site: OpenSite, words: _Words, entries: list[tuple[Event, Attendee]]) -> Iterator[Facts]:
    """Yield each sentence that mentions or names the person, in texts and in what lists say of others."""
    own = {(entry.place.source, line) for event, entry in entries for line in _list_lines(event, entry)}
    own_files = {person.path for person in site.registry.people.values() if person.id in words.ids}
    people = (site.content / one.path for one in site.registry.people.values() if one.path not in own_files)
    for path in (*site.find_texts(), *site.find_lists(), *people):
        text, source = read_text(path), display_path(path)
        lines = text.split("\n")
        head = len(text) if path.suffix in YAML_SUFFIXES else _find_head_end(text)
        told = set()
        for trace in find_traces(text, words.is_known):
            line = text.count("\n", 0, trace.start) + 1
            is_prose = trace.start >= head
            sentence = find_sentence(text, trace.start) if is_prose else lines[line - 1].strip()
            if (source, line) not in own and (line, sentence) not in told:
                told.add((line, sentence))
                yield {"at": f"{source}:{line}", "sentence": sentence}


def _find_head_end(text: str) -> int:
    """Return where the front matter of a text ends, in which each line stands for itself."""
    found = _HEAD.match(text)
    return found.end() if found else 0


def _list_lines(event: Event, entry: Attendee) -> range:
    """Return the lines of a list that belong to an entry."""
    after = [one.place.line for one in event.attendees if one.place.line > entry.place.line]
    return range(entry.place.line, min(after, default=entry.place.line + 1_000))


def find_sentence(text: str, position: int) -> str:
    r"""Return the sentence of a text in which a position lies, on one line.

    >>> find_sentence("Un soir.\n\nOn rit. J’ai vu @anne\nau bar ! Puis rien.", 24)
    'J’ai vu @anne au bar !'
    """
    start = max((found.end() for found in _PARAGRAPH.finditer(text, 0, position)), default=0)
    ending = _PARAGRAPH.search(text, position)
    paragraph = text[start : ending.start() if ending else len(text)]
    cuts = [start + found.end() for found in _SENTENCE_END.finditer(paragraph)]
    first = max((cut for cut in cuts if cut <= position), default=start)
    last = min((cut for cut in cuts if cut > position), default=start + len(paragraph))
    return " ".join(text[first:last].split())


def _find_pages(site: OpenSite, words: _Words) -> Iterator[str]:
    """Yield each file of the built site in which the person stands, by path below the output folder."""
    paths: list[Path] = sorted(site.output.rglob("*")) if site.output.is_dir() else []
    for path in paths:
        if path.suffix in PUBLISHED_SUFFIXES and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            if words.stands_in(unescape(text)):
                yield path.relative_to(site.output).as_posix()


def _drop_empty(facts: Facts) -> Facts:
    """Leave out what says nothing; a no says something."""
    return {key: value for key, value in facts.items() if value not in ("", [], {}, None)}
