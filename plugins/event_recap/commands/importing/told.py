"""What an import says on the terminal: what it read, what it left behind, and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...loading.report import shorten
from .services import PLAIN
from .writing import list_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .plan import Plan
    from .reading import Reading

_MOST_LINES = 8
"""So many line numbers are told for one reason."""
_MOST_PEOPLE = 20
"""So many people in doubt are told one by one."""


def tell_reading(source: str, reading: Reading) -> Iterator[str]:
    """Yield the lines about an export: of what kind it is, who is left out, and which columns are dropped."""
    kinds = " and ".join(reading.services) or PLAIN.name
    yield f"{source}: read as {kinds}, {_count(len(reading.guests), 'person', 'people')}"
    yield from (f"  note: {name}: {advice}" for name, advice in reading.services.items() if advice)
    for word, lines in reading.left_out.items():
        yield f"  left out, {word}: {_list_lines(lines)}"
    for word, lines in reading.undecided.items():
        yield f"  left out, as the status '{word}' is not known here: {_list_lines(lines)}"
    if reading.nameless:
        hint = "; --buyers takes whoever bought the ticket" if reading.has_buyers else ""
        yield f"  left out, as nobody is named: {_list_lines(reading.nameless)}{hint}"
    if reading.doubled:
        yield f"  {_count(reading.doubled, 'line is', 'lines are')} of somebody who stands on another line"
    yield from _tell_dropped(reading)


def tell_plan(plan: Plan) -> Iterator[str]:
    """Yield the lines about what would become of the list."""
    decisions = plan.decisions
    if plan.forgotten:
        yield f"  {_count(plan.forgotten, 'person', 'people')} who asked to be forgotten: left out"
    for guest, doubts in decisions.doubtful[:_MOST_PEOPLE]:
        others = " or ".join(f"{one.name} (line {one.entry.place.line})" for one in doubts if one.entry)
        who = f"line {guest.line}: {guest.shown_name}"
        yield f"  left alone, {who} may be {others}; without --yes, you are asked"
    for guest, other in decisions.namesakes[:_MOST_PEOPLE]:
        yield (
            f"  line {guest.line}: {guest.shown_name} may be '{other.id}'; "
            f"if so, run 'event-recap merge {guest.id} {other.id}'"
        )
    for guest, standing in decisions.there[:_MOST_PEOPLE]:
        if standing.entry and (keys := list_kept(guest, standing.entry)):
            yield f"  line {guest.line}: {standing.name}: your own {' and '.join(keys)} stays"
    there = f", {len(decisions.there)} in the list already" if decisions.there else ""
    doubtful = f", {len(decisions.doubtful)} in doubt" if decisions.doubtful else ""
    yield f"  {len(decisions.added)} to add{there}{doubtful}"


def _tell_dropped(reading: Reading) -> Iterator[str]:
    if reading.private:
        yield f"  private, dropped before anything was kept: {_list_columns(reading.private)}"
    if reading.unknown:
        yield f"  dropped, as nothing of it belongs in a list: {_list_columns(reading.unknown)}"
    for why, count in sorted(reading.leavings.counts.items()):
        yield f"  dropped as well: {_count(count, 'cell', 'cells')} with {_REASONS.get(why, f'a {why}')}"


_REASONS = {
    "formula": "what a spreadsheet would run",
    "e-mail address": "an e-mail address",
    "address with a secret": "an address that may hold a secret",
    "no address or handle": "neither an address nor a handle",
}


def _list_columns(columns: Iterable[str]) -> str:
    return ", ".join(shorten(column) for column in columns)


def _list_lines(lines: list[int]) -> str:
    """Return line numbers as a sentence lists them.

    >>> _list_lines([3]), _list_lines([3, 9])
    ('line 3', '2 lines (3, 9)')
    """
    if len(lines) == 1:
        return f"line {lines[0]}"
    more = ", …" if len(lines) > _MOST_LINES else ""
    return f"{len(lines)} lines ({', '.join(map(str, lines[:_MOST_LINES]))}{more})"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
