"""Mentions in the plain words of lists, of people's files and of the files beside pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from ..errors import Place
from ..loading.files import display_path
from ..loading.sitters import find_side_file
from ..model.directory import Reading, Verdict
from ..model.registry import Registry
from ..views.mentions import MentionWriter
from ..views.plain_words import speak_words
from .problems import Origin, tell_findings

if TYPE_CHECKING:
    from pathlib import Path

    from ..errors import Problem
    from ..loading.sitters import PictureFacts
    from ..model.event import Event
    from ..model.person import Person
    from ..run import Run

T = TypeVar("T")


def say_facts(run: Run, content: Path) -> list[Problem]:
    """Let the facts of this build name nobody who may not be shown; return what is to be told of that.

    They stand on contact cards, in calendars and on pages about other evenings: only people are named who
    are public at every event.

    Args:
        run: The state of this build, of which nothing was shown so far.
        content: The content folder.
    """
    speaker, registry = _Speaker(run, content), run.registry
    events = {event.id: speaker.speak_event(event) for event in registry.events.values()}
    people = {person.id: speaker.speak_person(person) for person in registry.people.values()}
    if (events, people) != (registry.events, registry.people):
        run.registry = Registry(registry.policy, events, people)
    run.gallery.say_facts(speaker.speak_picture)
    return speaker.problems


@dataclass(slots=True)
class _Speaker:
    """Says facts, and remembers what is to be told of it."""

    run: Run
    content: Path
    problems: list[Problem] = field(default_factory=list)

    def speak_event(self, event: Event) -> Event:
        path = self.content / event.path
        said = self._speak(event, path, event.place, event)
        attendees = tuple(self._speak(entry, path, entry.place, event) for entry in event.attendees)
        return said if attendees == event.attendees else replace(said, attendees=attendees)

    def speak_person(self, person: Person) -> Person:
        return self._speak(person, self.content / person.path, person.place)

    def speak_picture(self, src: str, facts: PictureFacts) -> PictureFacts:
        picture = self.content / src
        path = find_side_file(picture, self.content) or picture  # its name may be in capitals
        return self._speak(facts, path, Place(display_path(path), 1))

    def _speak(self, facts: T, path: Path, place: Place, event: Event | None = None) -> T:
        """Return facts as they may be said; an author is told of whoever may not be named at this event."""

        def say(name: str, words: str) -> str:
            writer = MentionWriter(self.run.registry, self.run.lang, event, reading=Reading.APART)
            writer.speak(words)
            withheld = [one for one in writer.findings if one.decision.verdict is Verdict.WITHHELD]
            origin = Origin(path, place.source, name, place.line, is_only=True)
            self.problems.extend(tell_findings(withheld, origin, self.run))
            writer.reading = Reading.ON_CARD
            return writer.speak(words)

        return speak_words(facts, say)
