"""When an event takes place, as calendars say it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Moment


def find_span(start: Moment, end: Moment | None) -> tuple[Moment, Moment | None]:
    """Return the beginning, and the first moment or day after the end; None where that is unknown.

    A calendar means by its end what is no longer part of the event, where a list names the last day. An
    event without a length has no end (RFC 5545, 3.8.2.2).

    Args:
        start: Aware datetime, or a date for whole days.
        end: Of the same kind, the last day included; or None.

    >>> find_span(date(2010, 2, 2), date(2010, 2, 3))
    (datetime.date(2010, 2, 2), datetime.date(2010, 2, 4))
    """
    if not isinstance(start, datetime):
        last = end or start
        return start, last + timedelta(days=1) if last < date.max else None
    first = start.astimezone(UTC)
    after = end.astimezone(UTC) if isinstance(end, datetime) else None
    return first, after if after and after > first else None
