"""Meetings of which a note tells: what is said of one person at an event mentions another who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.directory import Verdict
from ..model.meeting import NotedMeeting
from ..views.mentions import MentionWriter, write_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.registry import Registry


def find_noted(registry: Registry, lang: str) -> Iterator[NotedMeeting]:
    """Yield a meeting for each mention in the note of an entry; ``Meetings`` says which of them may be shown.

    A recap that mentions two people is no meeting of the two: it mentions everybody.

    Args:
        registry: Events and people.
        lang: BCP 47 tag of the site, in which notes are written.
    """
    for event in registry.events.values():
        for entry in event.attendees:
            if "@" not in entry.note and "[[" not in entry.note:
                continue
            writer = MentionWriter(registry, lang, event)
            write_note(entry.note, writer)
            for finding in writer.findings:
                if finding.decision.verdict is Verdict.LINKED:
                    yield NotedMeeting(event.id, entry.id, finding.decision.person_id)
