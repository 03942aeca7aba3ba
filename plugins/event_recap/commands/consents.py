"""``consents``: who is shown how, on what ground, until when; what has ended comes first."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..model.standing import Ground, explain_standings
from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.registry import Registry
    from ..model.standing import Standing

SOON_DAYS = 90
"""A consent that ends within so many days is told before the others."""
INDENT = "  "
MOST_EVENTS = 2
"""Events that a terminal names; of more, the number is said."""

COLUMNS = (
    *("person", "name", "level", "events", "state", "ground", "given", "until", "days", "method"),
    *("photo", "index", "graph"),
)
"""Keys in JSON, and heads of the columns of CSV."""
SHOWN = ("person", "name", "level", "events", "ground", "given", "until", "method", "photo", "index", "graph")
"""Columns of a table on a wide terminal."""
HEADINGS = {"ended": "Ended", "soon": f"Ends within {SOON_DAYS} days", "": "All others"}
"""What stands above the people of each state, in this order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person, at the events at which they stand alike."""

    standing: Standing
    events: tuple[str, ...]
    """Ids, by id; empty for somebody whom no list names."""
    today: date

    @property
    def days(self) -> int | None:
        """Days that are left of what was agreed, below 0 where it has ended; None where it has no end."""
        last_day = self.standing.last_day
        return None if last_day is None or last_day == date.max else (last_day - self.today).days

    @property
    def state(self) -> str:
        """Tell whether it has ended, ends soon, or neither."""
        if self.days is None or self.days > SOON_DAYS:
            return ""
        return "ended" if self.days < 0 else "soon"

    @property
    def sort_key(self) -> tuple[int, int, str, tuple[str, ...]]:
        """What has ended or will, by the day; all others by id."""
        days = self.days if self.days is not None and self.state else 0
        return (list(HEADINGS).index(self.state), days, self.standing.person_id, self.events)

    def describe(self) -> dict[str, str]:
        """Return every column."""
        standing, records = self.standing, self.standing.records
        return {
            "person": standing.person_id,
            "name": standing.name,
            "level": standing.level.word,
            "events": ", ".join(self.events),
            "state": self.state,
            "ground": _word_ground(standing),
            "given": _join(str(record.given or "") for record in records),
            "until": "" if self.days is None else str(standing.last_day),
            "days": "" if self.days is None else str(self.days),
            "method": _join(record.method.value if record.method else "" for record in records),
            "photo": _join(_word_flag(record.photo) for record in records),
            "index": _word_flag(all(record.index for record in records)) if records else "",
            "graph": _word_flag(all(record.graph for record in records)) if records else "",
        }


def list_consents(registry: Registry, event_id: str = "") -> list[Row]:
    """Return a row for each person, and for each way in which they stand otherwise.

    Args:
        registry: Everybody of the site.
        event_id: The only event that is asked about; empty for all.
    """
    found: dict[tuple[str, ...], list[Standing]] = {}
    for standing in explain_standings(registry):
        if event_id in {"", standing.event_id}:
            key = tuple(Row(standing, (), registry.policy.today).describe().values())
            found.setdefault(key, []).append(standing)
    rows = (
        Row(
            same[0], tuple(dict.fromkeys(one.event_id for one in same if one.event_id)), registry.policy.today
        )
        for same in found.values()
    )
    return sorted(rows, key=lambda row: row.sort_key)


def write_json(rows: Iterable[Row]) -> str:
    """Return the rows as JSON: events as a list, days as a number or nothing."""
    said = [{**row.describe(), "events": list(row.events), "days": row.days} for row in rows]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def write_csv(rows: Iterable[Row]) -> str:
    """Return the rows as CSV, with heads."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.describe() for row in rows)
    return stream.getvalue()


def write_listing(rows: Sequence[Row], width: int) -> str:
    """Return the rows for a terminal: as a table where it is wide enough, else some lines for each.

    Args:
        rows: In their order.
        width: Columns of the terminal.
    """
    if not rows:
        return word("nobody is in a list or has a file\n")
    table = list(_list_table(rows))
    lines = table if max(map(len, table)) <= width else _list_lines(rows, width)
    return "\n".join(lines) + "\n"


def _list_table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a table; empty columns are left out."""
    said = [
        {**row.describe(), "events": word(_word_events(row)), "until": word(_word_until(row))} for row in rows
    ]
    columns = [column for column in SHOWN if any(row[column] for row in said)]
    widths = {column: max(len(column), *(len(row[column]) for row in said)) for column in columns}
    heads = {column: column for column in columns}
    for line in (heads, *said):
        yield "  ".join(line[column].ljust(widths[column]) for column in columns).rstrip()


def _list_lines(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Yield some lines for each person, below what there is to do about them."""
    state = None
    for row in rows:
        if row.state != state:
            yield from ([] if state is None else [""])
            state = row.state
            yield word(f"{HEADINGS[state]}:")
        standing, said = row.standing, row.describe()
        who = (
            standing.name
            if standing.name == standing.person_id
            else f"{standing.name} ({standing.person_id})"
        )
        yield from _fill([f"{who}: {standing.level.word}", word(f"at {_word_events(row)}")], "  ", " ", width)
        agreed = " by ".join(filter(None, (said["given"], said["method"])))
        noes = [word(f"{key}: no") for key in ("photo", "index", "graph") if said[key] == "no"]
        parts = [
            word(f"until {_word_until(row)}") if row.days is not None else "",
            word(f"agreed {agreed}") if agreed else "",
        ]
        yield from _fill([*filter(None, parts), *noes], "      ", ", ", width)
        yield from _fill([word(f"by {said['ground']}")], "      ", ", ", width)


def _fill(parts: Iterable[str], indent: str, joint: str, width: int) -> Iterator[str]:
    """Yield lines that hold as many parts as fit; a part is never cut, so that a path can be opened."""
    line = ""
    for part in parts:
        longer = f"{line}{joint}{part}" if line else indent + part
        if line and len(longer) > width:
            yield line + joint.rstrip()
            longer = indent + INDENT + part
        line = longer
    if line:
        yield line


def _word_ground(standing: Standing) -> str:
    words = "" if standing.ground is Ground.VISIBILITY else standing.ground.value
    return " ".join(filter(None, (str(standing.place or ""), words)))


def _word_until(row: Row) -> str:
    """Return the last day, with how far it is where that matters."""
    if row.days is None:
        return ""
    if row.state == "ended":
        return f"{row.standing.last_day} (ended)"
    return f"{row.standing.last_day}" + (f" (in {row.days} days)" if row.state else "")


def _word_events(row: Row) -> str:
    more = len(row.events) - MOST_EVENTS
    shown = ", ".join(row.events[:MOST_EVENTS]) or "no list"
    return f"{shown} and {more} more" if more > 0 else shown


def _word_flag(said: bool | None) -> str:  # noqa: FBT001 -- a yes, a no or nothing, as typed
    return {True: "yes", False: "no", None: ""}[said]


def _join(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))
