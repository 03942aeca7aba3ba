"""Ids inside of a text, to which an address may lead."""

from __future__ import annotations

import re

ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
"""The id of an element, in one of its two groups."""


def find_ids(html: str) -> set[str]:
    """Return every id of a text."""
    return {double or single for double, single in ID.findall(html)}


def choose_id(wanted: str, taken: set[str]) -> str:
    """Return an id that nothing has yet, and take it.

    >>> choose_id("soir", {"soir"})
    'soir-2'
    """
    chosen, number = wanted, 1
    while chosen in taken:
        number += 1
        chosen = f"{wanted}-{number}"
    taken.add(chosen)
    return chosen
