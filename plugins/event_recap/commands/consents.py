"""``consents``: who is shown how, on what ground, until when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..model.standing import Ground, explain_standings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ..model.registry import Registry
    from ..model.standing import Standing

SOON_DAYS = 90
"""A consent that ends within so many days is marked."""

COLUMNS = (
    "person", "name", "level", "where", "ground", "given", "until", "method", "photo", "index", "graph",
)  # fmt: skip
"""Heads of the table, and keys in JSON."""


def list_consents(registry: Registry) -> list[dict[str, str]]:
    """Return a row for each person, and for each event at which they stand otherwise, by id."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for standing in explain_standings(registry):
        row = _build_row(standing, registry.policy.today)
        key = tuple(row.values())
        rows.setdefault(key, []).append(standing.event_id)
    keys = [column for column in COLUMNS if column != "where"]
    return [
        {
            column: {**dict(zip(keys, key, strict=True)), "where": _word_where(events)}[column]
            for column in COLUMNS
        }
        for key, events in rows.items()
    ]


def write_json(rows: list[dict[str, str]]) -> str:
    """Return the rows as JSON."""
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def write_table(rows: list[dict[str, str]]) -> str:
    """Return the rows as a table for a terminal; empty columns are left out."""
    columns = [column for column in COLUMNS if any(row[column] for row in rows)]
    widths = {column: max(len(column), *(len(row[column]) for row in rows)) for column in columns}
    lines = [columns, *([row[column] for column in columns] for row in rows)]
    padded = (
        "  ".join(cell.ljust(widths[column]) for column, cell in zip(columns, line, strict=True)).rstrip()
        for line in lines
    )
    return "\n".join(padded) + "\n" if rows else "nobody is in a list or has a file\n"


def _build_row(standing: Standing, today: date) -> dict[str, str]:
    records = standing.records
    return {
        "person": standing.person_id,
        "name": standing.name,
        "level": standing.level.word,
        "ground": _word_ground(standing),
        "given": _join(str(record.given or "") for record in records),
        "until": _word_until(standing.last_day, today),
        "method": _join(record.method.value if record.method else "" for record in records),
        "photo": _join(_word_flag(record.photo) for record in records),
        "index": _word_agreement(all(record.index for record in records), records),
        "graph": _word_agreement(all(record.graph for record in records), records),
    }


def _word_ground(standing: Standing) -> str:
    words = "" if standing.ground is Ground.VISIBILITY else standing.ground.value
    return " ".join(filter(None, (str(standing.place or ""), words)))


def _word_until(last_day: date | None, today: date) -> str:
    if last_day is None:
        return ""
    days = (last_day - today).days
    if days < 0:
        return f"{last_day} (ended)"
    return f"{last_day} (in {days} days)" if days <= SOON_DAYS else str(last_day)


def _word_where(event_ids: list[str]) -> str:
    shown = [event_id or "no list" for event_id in dict.fromkeys(event_ids)]
    most = 2
    more = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {more} more" if more > 0 else "")


def _word_flag(said: bool | None) -> str:  # noqa: FBT001 -- a yes, a no or nothing, as typed
    return {True: "yes", False: "no", None: ""}[said]


def _word_agreement(agreed: bool, records: tuple[object, ...]) -> str:  # noqa: FBT001
    return _word_flag(agreed) if records else ""


def _join(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))
