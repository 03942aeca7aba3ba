"""Authors and tags that differ, and yet have one page: ``C`` and ``C++`` are both ``c``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..errors import Place


def find_merged_names(names: Iterable[tuple[Place, str, str, str]]) -> Iterator[Problem]:
    """Yield a warning for each name that stands on the page of another; capitals do not count.

    Args:
        names: Place, kind such as ``tag``, name as typed and slug of each name of each text.
    """
    first: dict[tuple[str, str], tuple[str, Place]] = {}
    told: set[tuple[str, str]] = set()
    for place, kind, name, slug in sorted(names):
        other, where = first.setdefault((kind, slug), (name, place))
        if name.casefold() != other.casefold() and (kind, name) not in told:
            told.add((kind, name))
            what = (
                f"{name!r} shares a page with {other!r} of {where}; spell both alike, or name one otherwise"
            )
            yield Problem(place, kind, what, Severity.WARNING)
