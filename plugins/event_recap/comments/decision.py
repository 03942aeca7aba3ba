"""Which comments are published, and what the author of the site is told of the others."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity, suggest
from ..model.comment import CommentsState, CommentStatus
from ..model.responder import ShownCommenter, show_commenter
from ..model.visibility import Visibility
from ..views.comments import ShownComment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ..model.comment import Comment
    from ..model.event import Event
    from ..model.recap import Recap
    from ..run import Run


def group_comments(comments: Iterable[Comment]) -> dict[str, list[Comment]]:
    """Return comments by the slug of their recap, each list in its order."""
    groups: dict[str, list[Comment]] = {}
    for comment in comments:
        groups.setdefault(comment.recap, []).append(comment)
    return groups


def choose_comments(comments: Sequence[Comment], event: Event | None, run: Run) -> tuple[ShownComment, ...]:
    """Return the comments of a recap that are published, in their order.

    Args:
        comments: All of the recap.
        event: What the recap is about, or None.
        run: The state of this build.
    """
    published = (one for one in comments if one.status is CommentStatus.PUBLISHED)
    shown = ((one, show_commenter(one.author, run.registry, event)) for one in published)
    return tuple(ShownComment(one, author) for one, author in shown if isinstance(author, ShownCommenter))


def find_state(recap: Recap | None, run: Run) -> CommentsState:
    """Return whether a recap takes comments: as it says, else as the site says."""
    said = recap.comments if recap else None
    return said or CommentsState(run.settings.comments)


def tell_withheld(comments: Iterable[Comment], event: Event | None, run: Run) -> Iterator[Problem]:
    """Yield a warning for each comment whose author may not be shown; it names nobody."""
    for comment in comments:
        level = show_commenter(comment.author, run.registry, event)
        if comment.status is not CommentStatus.PUBLISHED or _is_stranger(comment, run):
            continue
        if isinstance(level, Visibility):
            what = (
                f"not published, as its author is at the level '{level.word}'; ask them, or delete the file"
            )
            yield Problem(comment.place, "author", what, Severity.WARNING)


def tell_waiting(comments: Iterable[Comment]) -> Iterator[Problem]:
    """Yield a note for each recap with comments that nobody has let through yet."""
    waiting = [one for one in comments if one.status is CommentStatus.PENDING]
    for recap, found in group_comments(waiting).items():
        first = found[0].place
        what = f"{len(found)} to read for '{recap}', this is the first; take the line out to publish it"
        yield Problem(Place(first.source), "status", what, Severity.NOTE)


def tell_strangers(comments: Iterable[Comment], run: Run) -> Iterator[Problem]:
    """Yield an error for each author who is said to be somebody whom no list and no file knows."""
    if not run.is_registry_whole:
        return
    for comment in comments:
        if _is_stranger(comment, run):
            known = run.registry.public_people
            hint = suggest(comment.author.person_id, known) or "; expected the id of somebody in a list"
            yield Problem(comment.place, "author.person", f"nobody has this id{hint}")


def _is_stranger(comment: Comment, run: Run) -> bool:
    """Tell whether the author is said to be somebody whom no list and no file knows."""
    registry = run.registry
    wanted = registry.resolve_id(comment.author.person_id)
    return bool(wanted) and wanted not in registry.people and not registry.find_entries(wanted)


def tell_early(comments: Iterable[Comment], today: date) -> Iterator[Problem]:
    """Yield a warning for each comment of a day to come; elsewhere on earth it may be tomorrow already."""
    for comment in comments:
        day = comment.moment.date() if isinstance(comment.moment, datetime) else comment.moment
        if comment.status is CommentStatus.PUBLISHED and day > today + timedelta(days=1):
            what = f"{day} is still to come; expected the day on which it was written"
            yield Problem(comment.place, "date", what, Severity.WARNING)


def tell_lost(folders: Iterable[tuple[str, Place]], known: set[str]) -> Iterator[Problem]:
    """Yield an error for each folder that no recap claims.

    Args:
        folders: Slugs, and where their folders are.
        known: Slugs of all recaps, drafts included.
    """
    for slug, place in folders:
        if slug not in known:
            hint = suggest(slug, known) or "; expected the slug of a recap, as in its address"
            yield Problem(place, "", f"no recap is called so{hint}")
