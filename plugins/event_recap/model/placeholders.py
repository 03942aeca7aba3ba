"""Texts of an author with places to fill in, such as ``{name}``; nothing else of Python's own forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BRACES = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}]*)\}|[{}]")


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled in; a brace that is meant is written twice.

    >>> fill_in("Bonjour {name} {{!}}", {"name": "Anne"})
    'Bonjour Anne {!}'
    """
    return _BRACES.sub(lambda found: values.get(found["name"] or "", found[0][:1]), text)


def find_unknown_places(text: str, known: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with each place that cannot be filled in.

    >>> list(find_unknown_places("Bonjour {nmae}", ["name"]))
    ["'{nmae}' stands for nothing; did you mean 'name'?"]
    """
    names = tuple(known)
    for found in _BRACES.finditer(text):
        name = found["name"]
        if name is None and found[0] in "{}":
            yield f"a '{found[0]}' is alone; write '{found[0] * 2}' for a brace that is meant"
        elif name is not None and name not in names:
            hint = suggest(name, names) or f"; expected one of {', '.join(names)}"
            yield f"'{found[0]}' stands for nothing{hint}"
