"""Collects what is wrong in one file, so that an author reads all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 40
"""A value is quoted in a message up to this many characters."""


class UnreadableError(ValueError):
    """A value or a file that cannot be what it should be; the message says what is expected."""

    line = 0
    """Line of a file on which reading stopped, from 1; 0 where none can be told."""
    column = 0
    """Column of it, from 1."""


class Spot(Protocol):
    """Anything that stands somewhere in a file."""

    @property
    def line(self) -> int:
        """Line, from 1."""

    @property
    def column(self) -> int:
        """Column in characters, from 1; 0 where none can be told."""


def quote(text: str) -> str:
    """Return a value as a message shows it: on one line, between quotation marks, cut short.

    >>> quote("name: Anne"), quote("x" * 60)
    ("'name: Anne'", "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'")
    """
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return f"'{line}'" if len(line) <= LONGEST_QUOTE else f"'{line[: LONGEST_QUOTE - 1]}…'"


def enumerate_words(words: Iterable[str]) -> str:
    """Return words as a sentence lists alternatives.

    >>> enumerate_words(["draft", "hidden", "skip"])
    'draft, hidden or skip'
    """
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


class Report:
    """The problems of one file."""

    def __init__(self, source: str) -> None:
        """Begin without a problem; ``source`` is the path as the author would type it."""
        self.source = source
        self._problems: list[Problem] = []
        self._spellings: dict[tuple[str, str], list[tuple[Place, str]]] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything told so far, each once, in the order of the file."""
        return tuple(sorted({*self._problems, *self._spelling_problems()}, key=lambda one: one.sort_key))

    @property
    def error_count(self) -> int:
        """How many errors were told so far."""
        return sum(problem.severity is Severity.ERROR for problem in self._problems)

    def place(self, spot: Spot) -> Place:
        """Return where something stands."""
        return Place(self.source, spot.line, spot.column)

    def error(self, spot: Spot, field: str, what: str) -> None:
        """Tell what the author must put right."""
        self._problems.append(Problem(self.place(spot), field, what))

    def warn(self, spot: Spot, field: str, what: str) -> None:
        """Tell what is published, but probably not meant."""
        self._problems.append(Problem(self.place(spot), field, what, Severity.WARNING))

    def note_spelling(self, spot: Spot, field: str, word: str, standard: str) -> None:
        """Remember another spelling that was read; each is told once in a file, with a count."""
        self._spellings.setdefault((word, standard), []).append((self.place(spot), field))

    def _spelling_problems(self) -> Iterable[Problem]:
        for (_, standard), places in self._spellings.items():
            place, field = min(places)
            also = f", here and in {len(places) - 1} more" if len(places) > 1 else ""
            what = f"other spelling of '{standard}'{also}"
            yield Problem(place, field, what, Severity.WARNING)
