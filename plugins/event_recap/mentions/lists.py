"""Mentions in the notes of lists and in the bios of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.comment import CommentStatus
from ..model.directory import Reading
from ..views.mentions import MentionWriter, write_note
from .problems import Origin, tell_findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ..errors import Problem
    from ..model.event import Event
    from ..run import Run


def check_lists(run: Run, content: Path) -> Iterator[Problem]:
    """Yield what is wrong with the mentions in lists and people's files.

    Args:
        run: The state of this build.
        content: The content folder.
    """
    for event in run.registry.events.values():
        for entry in event.attendees:
            origin = Origin(content / event.path, entry.place.source, "note", entry.place.line, is_only=True)
            yield from _check(entry.note, event, origin, run)
    for person in run.registry.people.values():
        origin = Origin(content / person.path, person.place.source, "bio", person.place.line, is_only=True)
        yield from _check(person.bio, None, origin, run)


def check_comments(run: Run, content: Path, events: Mapping[str, Event]) -> Iterator[Problem]:
    """Yield what is wrong with the mentions in comments that are published.

    Args:
        run: The state of this build.
        content: The content folder.
        events: What each recap is about, by its slug.
    """
    for comment in run.comments.comments:
        if comment.status is CommentStatus.PUBLISHED:
            path, source = content / comment.path, comment.place.source
            origin = Origin(path, source, "text", comment.place.line, is_only=True)
            yield from _check(comment.text, events.get(comment.recap), origin, run, Reading.APART)


def _check(
    text: str, event: Event | None, origin: Origin, run: Run, reading: Reading = Reading.ON_PAGE
) -> Iterator[Problem]:
    if "@" in text or "[[" in text:
        writer = MentionWriter(run.registry, run.lang, event, reading=reading)
        write_note(text, writer)
        yield from tell_findings(writer.findings, origin, run)
