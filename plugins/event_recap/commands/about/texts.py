"""Sentences and pages that name a person."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from ...loading.files import YAML_SUFFIXES, display_path
from ...model.traces import find_traces
from ..opening import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...model.event import Attendee, Event
    from ..opening import OpenSite
    from .names import PersonWords

PUBLISHED_SUFFIXES = frozenset({".html", ".xml", ".json", ".ics", ".vcf", ".opml", ".txt"})
"""Files of the output in which a name is looked for."""

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_HEAD = re.compile(
    r"\ufeff?(?:---\s*\n.*?^(?:---|\.\.\.)\s*$|[\w-]+:.*?(?:\n[ \t]*\n|\Z))", re.DOTALL | re.MULTILINE
)
_IDS = re.compile(r"(?:- )?(?:\w+:\s*)?\[?[a-z0-9_-]+(?:,\s*[a-z0-9_-]+)*\]?,?")
"""A line of a list that holds ids only: people who invited, or who were met."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[ \u00a0\u202f]?[»”\"*_])*\s+")


def find_texts(
    site: OpenSite, words: PersonWords, entries: list[tuple[Event, Attendee]]
) -> Iterator[dict[str, Any]]:
    """Yield each sentence that mentions or names the person, in texts and in what lists say of others."""
    own = {(entry.place.source, line) for event, entry in entries for line in _list_lines(event, entry)}
    own_files = {person.path for person in site.registry.people.values() if person.id in words.ids}
    people = (site.content / one.path for one in site.registry.people.values() if one.path not in own_files)
    for path in (*site.find_texts(), *site.find_lists(), *people, *site.find_other_files()):
        text, source = read_text(path), display_path(path)
        lines = text.split("\n")
        head = len(text) if path.suffix in YAML_SUFFIXES else _find_head_end(text)
        told = set()
        for trace in find_traces(text, words.is_known):
            line = text.count("\n", 0, trace.start) + 1
            is_prose = trace.start >= head
            sentence = find_sentence(text, trace.start) if is_prose else lines[line - 1].strip()
            is_told = (source, line) in own or (line, sentence) in told
            # Ids in a list are told with the list; here they would only name others.
            if not is_told and (is_prose or not _IDS.fullmatch(sentence)):
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


def find_pages(site: OpenSite, words: PersonWords) -> Iterator[str]:
    """Yield each file of the built site in which the person stands, by path below the output folder."""
    paths: list[Path] = sorted(site.output.rglob("*")) if site.output.is_dir() else []
    for path in paths:
        if path.suffix in PUBLISHED_SUFFIXES and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            if words.stands_in(unescape(text)):
                yield path.relative_to(site.output).as_posix()
