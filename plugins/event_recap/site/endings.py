"""What the end of a consent changes, told without a name: the author knows the file and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Problem, Severity
from ..model.standing import find_endings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.registry import Registry


def tell_endings(registry: Registry) -> Iterator[Problem]:
    """Yield a note for each consent that has ended, and for each that ends within a month."""
    for ending in find_endings(registry):
        day, word = ending.last_day, ending.level.word
        if day < registry.policy.today:
            what = f"ended on {day}; the person is shown as '{word}' since"
        else:
            what = f"ends on {day}; from the next day on, the person is shown as '{word}'"
        yield Problem(ending.place, "consent", what, Severity.NOTE)
