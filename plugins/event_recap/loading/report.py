"""Collects what is wrong in one file, so that an author reads all of it at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from ..errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 40
"""A value is quoted in a message up to this many characters."""

EMAIL = re.compile(r"(?<![@\w./+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
"""An e-mail address; ``@user@host`` of Mastodon is none. No message shows one."""
MOST_PROBLEMS = 100
"""So many are told of one file; the others are counted."""


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
    return f"'{shorten(text)}'"


def shorten(text: str) -> str:
    """Return a text as a message shows it: on one line, cut short, without e-mail addresses.

    >>> shorten("Anne <anne@cafe.example>")
    'Anne <…@…>'
    """
    line = _print(text)
    if "@" in line:
        line = EMAIL.sub("…@…", line)
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"


def _print(text: str) -> str:
    """Return a text on one line, with a space for each run of what cannot be printed."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(text.split())


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
        self._notes: dict[str, list[tuple[Place, str]]] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything told so far, each once, in the order of the file; cut short where it is long."""
        found = {*self._problems, *self._spelling_problems(), *self._note_problems()}
        errors_first = sorted(found, key=lambda one: (one.severity is not Severity.ERROR, one.sort_key))
        shown, hidden = errors_first[:MOST_PROBLEMS], errors_first[MOST_PROBLEMS:]
        if hidden:
            what = f"{len(hidden)} more problems; put these right first"
            shown.append(Problem(Place(self.source), "", what, hidden[0].severity))
        return tuple(sorted(shown, key=lambda one: one.sort_key))

    @property
    def error_count(self) -> int:
        """How many errors were told so far."""
        return sum(problem.severity is Severity.ERROR for problem in self._problems)

    def place(self, spot: Spot) -> Place:
        """Return where something stands."""
        return Place(self.source, spot.line, spot.column)

    def error(self, spot: Spot, field: str, what: str) -> None:
        """Tell what the author must put right."""
        self._problems.append(Problem(self.place(spot), _print(field), _print(what)))

    def warn(self, spot: Spot, field: str, what: str) -> None:
        """Tell what is published, but probably not meant."""
        problem = Problem(self.place(spot), _print(field), _print(what), Severity.WARNING)
        self._problems.append(problem)

    def note(self, spot: Spot, field: str, what: str) -> None:
        """Tell what is as it should be, and worth knowing; once in a file, with a count."""
        self._notes.setdefault(what, []).append((self.place(spot), field))

    def note_spelling(self, spot: Spot, field: str, word: str, standard: str) -> None:
        """Remember another spelling of a key; each is told once in a file, with a count."""
        what = f"other spelling of '{standard}'"
        self._spellings.setdefault((word, what), []).append((self.place(spot), field))

    def note_word(self, spot: Spot, field: str, word: str, standard: str) -> None:
        """Remember another spelling of a value, in the same way."""
        what = f"{quote(word)} is another spelling of '{standard}'"
        self._spellings.setdefault((word, what), []).append((self.place(spot), field))

    def _spelling_problems(self) -> Iterable[Problem]:
        for (_, what), places in self._spellings.items():
            yield _tell_first(places, what, Severity.WARNING)

    def _note_problems(self) -> Iterable[Problem]:
        for what, places in self._notes.items():
            yield _tell_first(places, what, Severity.NOTE)


def _tell_first(places: list[tuple[Place, str]], what: str, severity: Severity) -> Problem:
    """Return one problem for what stands in several places."""
    place, field = min(places)
    also = f" ({len(places)} times, the first here)" if len(places) > 1 else ""
    return Problem(place, _print(field), what + also, severity)
