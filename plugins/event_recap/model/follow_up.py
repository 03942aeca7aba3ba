"""What an author means to do after an evening: private, and no part of what a build knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..errors import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One private note on one person."""

    person_id: str
    """As typed in the file: an id, or what a handle or a name makes."""
    event_id: str = ""
    """Empty for a note in a person's own file."""
    text: str
    """What is to be done, on one line."""
    place: Place
    """Where it stands."""
    number: int
    """Of the notes of its file, from 0."""
    path: str
    """Path of that file from the content folder."""
    by: date | None = None
    """Last day on which it is still in time; None where none is said."""
    done: date | None = None
    """Day on which it was done; None while it is open."""

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been done before a day."""
        return self.done is None and self.by is not None and self.by < today

    @property
    def sort_key(self) -> tuple[bool, date, str, int]:
        """Order of a list of what is to do: what has a day first, the nearest day before the others."""
        return (self.by is None, self.by or date.max, self.path, self.number)
