"""What can be wrong, and where: one form for every message an author reads."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from .wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(Enum):
    """Whether a problem stops the build."""

    ERROR = "error"
    """The author must act; nothing is published."""
    WARNING = "warning"
    """Published, but probably not what was meant."""
    NOTE = "note"
    """As it should be, and worth knowing; never stops a build."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file that an author can open in an editor."""

    source: str
    """Path of the file as the author would type it, or the name of a setting."""
    line: int = 0
    """First line is 1; 0 where no line can be told."""
    column: int = 0
    """First column is 1, counted in characters; 0 where no column can be told."""

    def __str__(self) -> str:
        """Return ``file``, ``file:line`` or ``file:line:column``.

        >>> str(Place("content/people/anne.yml", 3, 1))
        'content/people/anne.yml:3:1'
        """
        return ":".join([self.source, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: where, in which field, what is wrong and what is expected.

    >>> print(Problem(Place("a.yml", 2, 3), "attendees[0].nmae", "unknown key; did you mean 'name'?"))
    a.yml:2:3: attendees[0].nmae: unknown key; did you mean 'name'?
    """

    place: Place
    """Where the author finds it."""
    field: str
    """Address inside the file such as ``attendees[3].visibility``; empty for the file as a whole."""
    what: str
    """What is wrong and what is expected: lower case, one line, no full stop."""
    severity: Severity = Severity.ERROR
    """Whether the build may go on."""

    def __str__(self) -> str:
        """Return the line in English."""
        return ": ".join([str(self.place), *([self.field] if self.field else []), self.what])

    @property
    def told(self) -> str:
        """The line an author reads, in their language; paths and keys stay as they are typed."""
        source, field = (word(text) if " " in text else text for text in (self.place.source, self.field))
        return str(Problem(replace(self.place, source=source), field, word(self.what)))

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of reading: by file, then by place in it."""
        return (self.place.source, self.place.line, self.place.column, self.field, self.what)


class EventRecapError(Exception):
    """What stops a build; Pelican ends with ``exitcode``."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem, in the order of reading, each once."""
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def told(self) -> str:
        """The lines an author reads, in their language."""
        return "\n".join(problem.told for problem in self.problems)


def suggest(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known word, or an empty string.

    >>> suggest("visibilty", ["visibility", "name"])
    "; did you mean 'visibility'?"
    >>> suggest("zebra", ["visibility", "name"])
    ''
    """
    by_folded = {candidate.casefold(): candidate for candidate in known}
    nearest = difflib.get_close_matches(word.casefold(), sorted(by_folded), n=1, cutoff=0.7)
    return f"; did you mean {by_folded[nearest[0]]!r}?" if nearest else ""
