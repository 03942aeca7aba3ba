"""Reads the guests out of an export: who came, each once; and counts what is left behind, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...loading.report import shorten
from .assignment import assign
from .columns import BUYER
from .connected import parse_connected
from .doubles import join_doubles
from .guests import Guest, Leavings, read_guest
from .statuses import CAME, LEFT, UNKNOWN, is_cancelled, judge_status, was_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from .assignment import Assignment
    from .statuses import Fate
    from .table import Row, Table

NOT_THERE = "not checked in"
TOO_EARLY = "of an earlier day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the author said of an export."""

    named: Mapping[str, str] = field(default_factory=dict)
    """Meanings of columns, by folded name."""
    since: date | None = None
    """First day of a connection that counts."""
    with_buyers: bool = False
    """Whether a buyer stands for a ticket that names nobody."""
    judge: Callable[[str, int], Fate] = lambda _word, _count: UNKNOWN
    """Asks what an unknown status means, which stands on so many lines."""


@dataclass(slots=True)
class Reading:
    """What an export says, as far as it is kept."""

    guests: list[Guest] = field(default_factory=list)
    """Each once, in the order of the export."""
    services: dict[str, str] = field(default_factory=dict)
    """Names of the services that made it, and what the author must know of each."""
    private: dict[str, None] = field(default_factory=dict)
    """Columns that were dropped since they are private."""
    unknown: dict[str, None] = field(default_factory=dict)
    """Columns that were dropped since nothing of ours is in them."""
    leavings: Leavings = field(default_factory=Leavings)
    left_out: dict[str, list[int]] = field(default_factory=dict)
    """Lines by the word for which they were left out."""
    undecided: dict[str, list[int]] = field(default_factory=dict)
    """Lines by a status that nobody knows."""
    nameless: list[int] = field(default_factory=list)
    """Lines that name nobody."""
    doubled: int = 0
    """Lines of people who stand on another line."""
    has_buyers: bool = False
    """Whether it names people who paid, and may not have come."""


def read_guests(tables: Iterable[Table], wishes: Wishes) -> Reading:
    """Return the guests of an export."""
    reading = Reading()
    found: list[Guest] = []
    for table in tables:
        assignment = assign(table, wishes.named)
        reading.services[assignment.service.name] = assignment.service.advice
        reading.private |= dict.fromkeys(assignment.private)
        reading.unknown |= dict.fromkeys(assignment.unknown)
        reading.has_buyers |= any(meaning.startswith(BUYER) for meaning in assignment.meanings)
        if assignment.role != "-":
            rows = _keep_those_who_came(table.rows, assignment, wishes, reading)
            found += _read_rows(rows, assignment, wishes, reading)
    reading.guests = join_doubles(found)
    reading.doubled = len(found) - len(reading.guests)
    return reading


def _read_rows(rows: Iterable[Row], assignment: Assignment, wishes: Wishes, reading: Reading) -> list[Guest]:
    guests = []
    for row in rows:
        facts = assignment.read_facts(row, with_buyers=wishes.with_buyers)
        guest = read_guest(row.line, facts, assignment.role, reading.leavings)
        if guest:
            guests.append(guest)
        else:
            reading.nameless.append(row.line)
    return guests


def _keep_those_who_came(
    rows: Iterable[Row], assignment: Assignment, wishes: Wishes, reading: Reading
) -> list[Row]:
    """Return the lines of people who are or were coming; the others are counted."""
    rows = list(rows)
    is_door_used = any(was_there(cell) for row in rows for cell in assignment.list_values(row, "checked_in"))
    judged: dict[str, Fate] = {}
    undecided: dict[str, list[Row]] = {}
    kept: list[Row] = []
    for row in rows:
        reason = _find_reason(row, assignment, wishes, is_door_used=is_door_used)
        unknown = _find_unknown(row, assignment)
        if reason:
            reading.left_out.setdefault(reason, []).append(row.line)
        elif unknown:
            undecided.setdefault(unknown, []).append(row)
        else:
            kept.append(row)
    for word, lines in undecided.items():
        judged[word] = wishes.judge(word, len(lines))
        if judged[word] is CAME:
            kept += lines
        else:
            told = reading.left_out if judged[word] is LEFT else reading.undecided
            told.setdefault(word, []).extend(row.line for row in lines)
    return sorted(kept, key=lambda row: row.line)


def _find_reason(row: Row, assignment: Assignment, wishes: Wishes, *, is_door_used: bool) -> str:
    """Return why a line is left out, in the words of the export where it has any; empty where it is not."""
    for word in assignment.list_values(row, "status"):
        if judge_status(word, assignment.service.statuses) is LEFT:
            return _say_why(assignment, "status", word)
    for word in assignment.list_values(row, "cancelled"):
        if is_cancelled(word):
            return _say_why(assignment, "cancelled", word)
    doors = list(assignment.list_values(row, "checked_in"))
    if is_door_used and doors and not any(map(was_there, doors)):
        return NOT_THERE
    if wishes.since and "since" in assignment.meanings:
        days = [parse_connected(word) for word in assignment.list_values(row, "since")]
        return "" if any(day and day >= wishes.since for day in days) else TOO_EARLY
    return ""


def _say_why(assignment: Assignment, meaning: str, word: str) -> str:
    return f"{shorten(assignment.name_column(meaning))} '{shorten(word)}'"


def _find_unknown(row: Row, assignment: Assignment) -> str:
    """Return the first status of a line that is not known."""
    words = assignment.list_values(row, "status")
    return next(
        (shorten(word) for word in words if judge_status(word, assignment.service.statuses) is UNKNOWN), ""
    )
