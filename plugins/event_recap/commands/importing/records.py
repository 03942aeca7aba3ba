"""Exports in JSON: each list of objects that name people is read as a table."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ...loading.report import UnreadableError
from .columns import NAMING, find_meaning
from .table import Row, Table, check_size, fail_at

_LISTS_OF_PEOPLE = (
    *("positions", "attendees", "participants", "guests", "registrations", "registrants"),
    *("persons", "people", "speakers", "members", "users", "results"),
)
"""Keys of lists of people, the best first; other lists name tickets, questions or rooms."""
_DEEPEST = 40
"""Objects inside objects; more are an attack."""


@dataclass(slots=True)
class _Lines:
    """What is found of one kind of list."""

    columns: dict[str, None] = field(default_factory=dict)
    objects: list[dict[str, str]] = field(default_factory=list)


def holds_records(text: str) -> bool:
    """Tell whether a text is JSON, and no list of names in brackets."""
    return text.lstrip().startswith(("{", "[{", "[\n", "[ "))


def read_records(text: str) -> tuple[Table, ...]:
    """Return the people of a JSON text as one table; what stands around them comes along.

    Raises:
        UnreadableError: It is no JSON, or names nobody.
    """
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"not JSON: {error.msg}; export the list again, or as CSV"
        raise fail_at(error.lineno, what) from None
    except RecursionError:
        root = None
    found: dict[str, _Lines] = {}
    _collect(root, "", {}, found, 0)
    title = next((name for name in (*_LISTS_OF_PEOPLE, "") if name in found), None)
    if title is None:
        what = "no list of people in this JSON; export it as CSV"
        raise UnreadableError(what)
    lines = found[title]
    rows = []
    for number, one in enumerate(lines.objects, 1):
        rows.append(Row(number, tuple(one.get(column, "") for column in lines.columns)))
        check_size(rows[-1], number)
    return (Table(tuple(lines.columns), tuple(rows), title),)


def _collect(node: Any, name: str, around: dict[str, str], found: dict[str, _Lines], depth: int) -> None:  # noqa: ANN401 -- JSON
    """Take in every object that names somebody, by the key of the list in which it stands."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            if isinstance(item, dict):
                facts = {key: _write(value) for key, value in item.items() if _is_plain(value)}
                if (name in _LISTS_OF_PEOPLE or not name) and any(map(_names, facts)):
                    _add(found.setdefault(name, _Lines()), {**around, **facts})
            _collect(item, name, around, found, depth + 1)
    elif isinstance(node, dict):
        facts = {f"{name}.{key}": _write(value) for key, value in node.items() if name and _is_plain(value)}
        for key, value in node.items():
            _collect(value, key, {**around, **facts}, found, depth + 1)


def _names(column: str) -> bool:
    return find_meaning(column) in NAMING


def _add(lines: _Lines, facts: dict[str, str]) -> None:
    lines.columns.update(dict.fromkeys(facts))
    lines.objects.append(facts)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def _write(value: object) -> str:
    return "" if value is None else str(value).strip()
