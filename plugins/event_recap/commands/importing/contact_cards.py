"""Contact cards (vCard, RFC 6350 and before): each card is a line, each property a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import vobject
from vobject.base import ParseError

from ...loading.report import UnreadableError
from .table import Row, Table, check_size

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "vcard"
"""Title of the table that cards are read as."""
_START = re.compile(r"^BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_CARD = re.compile(r"^BEGIN:VCARD[ \t]*\n.*?^END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_HEAVY = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\n(?:[ \t].*\n)*", re.IGNORECASE | re.MULTILINE
)
"""Pictures and keys in text form: long, and never read."""


def holds_cards(text: str) -> bool:
    """Tell whether a text holds contact cards."""
    return _START.search(text) is not None


def read_cards(text: str) -> Table:
    """Return the cards of a text as one table.

    Raises:
        UnreadableError: No card of it can be read, or there are too many.
    """
    found = [(text.count("\n", 0, card.start()) + 1, _read_card(card[0])) for card in _CARD.finditer(text)]
    columns = tuple(dict.fromkeys(name for _, facts in found for name in facts))
    if not columns:
        what = "no card of this file can be read; export the contacts again, or as CSV"
        raise UnreadableError(what)
    rows = []
    for number, (line, facts) in enumerate(found, 1):
        rows.append(Row(line, tuple(facts.get(column, "") for column in columns)))
        check_size(rows[-1], number)
    return Table(columns, tuple(rows), TITLE)


def _read_card(text: str) -> dict[str, str]:
    """Return the first value of each property; nothing of a card that cannot be read."""
    try:
        card = vobject.readOne(_HEAVY.sub("", text + "\n"), allowQP=True, ignoreUnreadable=True)
    except (ParseError, ValueError, LookupError, AttributeError):
        return {}
    facts: dict[str, str] = {}
    for name, value in _list_values(card):
        facts.setdefault(name, value)
    return facts


def _list_values(card: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- vobject has no types
    for line in card.getChildren():
        value = line.value
        if line.name == "N":
            yield "given name", _join(value.given)
            yield "family name", _join(value.family)
        elif isinstance(value, list):
            yield line.name, _join(value[0] if value else "")
        elif isinstance(value, str):
            yield line.name, value.strip()
        else:
            yield line.name, "…"  # an address: only that it is there matters, to say that it is dropped


def _join(value: str | list[str]) -> str:
    return (value if isinstance(value, str) else " ".join(value)).strip()
