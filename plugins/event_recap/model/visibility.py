"""How much of a person may be shown."""

from __future__ import annotations

from enum import IntEnum


class Visibility(IntEnum):
    """The five levels, from nothing to everything; a lower one always wins."""

    HIDDEN = 0
    """Nothing, not even in a count."""
    COUNTED = 1
    """One more in the number of people, without a name."""
    INITIALS = 2
    """Initials only: no role, no link, no address."""
    NAME_ONLY = 3
    """The name in the list of an event, and nothing else."""
    PUBLIC = 4
    """Card, links, note and a page."""

    @property
    def word(self) -> str:
        """The word an author types.

        >>> Visibility.NAME_ONLY.word
        'name-only'
        """
        return self.name.lower().replace("_", "-")


VISIBILITY_WORDS = {level.word: level for level in Visibility}
"""Every word an author may type, lowest level first."""
