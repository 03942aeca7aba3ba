"""From an event and its recaps to an entry of a calendar."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from ..characters import clean_text
from ..model.event import EventStatus
from .description import describe_event, list_categories
from .document import CalendarEntry
from .span import find_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.event import Event
    from ..run import AnyArticle
    from ..views.values import EventView
    from .site import Site

_STATUSES = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}
"""RFC 5545, 3.8.1.11; every other event is confirmed."""


def find_newest(articles: Iterable[AnyArticle]) -> datetime | None:
    """Return when the newest of some texts was written or changed, in UTC; None for no text."""
    dates = (max(article.date, getattr(article, "modified", article.date)) for article in articles)
    newest = max(dates, default=None)
    return newest.astimezone(UTC) if newest else None


def build_entry(
    event: Event, view: EventView, recaps: Sequence[AnyArticle], *, uid: str, site: Site
) -> CalendarEntry | None:
    """Return an event for calendars, or None where nobody knows when it begins.

    Args:
        event: The facts of its list.
        view: The same in words, as its page shows them: only who may be named is named.
        recaps: Its published recaps, oldest first.
        uid: The id by which calendars know it.
        site: The site as calendars hear of it.
    """
    if event.start is None:
        return None
    start, end = find_span(event.start, event.end)
    modified = find_newest(recaps)
    begin = start if isinstance(start, datetime) else datetime.combine(start, time(), UTC)
    return CalendarEntry(
        uid=uid,
        summary=clean_text(view.name) or event.id,
        start=start,
        end=end,
        stamp=modified or site.updated or begin,
        modified=modified,
        status=_STATUSES.get(event.status, "CONFIRMED") if event.status else "CONFIRMED",
        location=clean_text(view.place),
        position=f"{view.latitude};{view.longitude}" if view.latitude and view.longitude else "",
        categories=list_categories(view, recaps),
        description=describe_event(view, recaps, site),
        url=site.find_url(view.url),
    )
