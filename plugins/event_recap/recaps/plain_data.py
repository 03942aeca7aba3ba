"""What reading a text gave, as plain data and back: a name before the values of each object."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..errors import Place, Problem, Severity
from ..loading.recap import ParsedRecap
from ..model.comment import CommentsState
from ..model.license import License
from ..model.person import Picture
from ..model.photograph import Region, Sitter
from ..model.recap import Guest, Recap, ShareText
from ..model.video import Video
from .text_reader import ReadText

if TYPE_CHECKING:
    from collections.abc import Callable

_OBJECTS: tuple[type, ...] = (
    *(ReadText, ParsedRecap, Recap, Guest, ShareText, Place, Problem, Video),
    *(Picture, Sitter, Region, License),
)
_WORDS: tuple[type[Enum], ...] = (Severity, CommentsState)
_NAMES = {kind.__name__: tuple(field.name for field in fields(kind)) for kind in _OBJECTS}
_READERS: dict[str, Callable[..., tuple[Any, ...]]] = {
    name: attrgetter(*names) for name, names in _NAMES.items()
}
_KINDS: dict[str, type] = {kind.__name__: kind for kind in (*_OBJECTS, *_WORDS)}


class StrangeDataError(ValueError):
    """Data that no object of ours was made of, or an object that is not among them."""


def pack(value: object) -> object:
    """Return a value as JSON can hold it: a list with a name before its values, or a text or number.

    Raises:
        StrangeDataError: It holds an object of another kind.

    >>> pack(Place("a.md", 3)), pack(("a", None))
    (['Place', 'a.md', 3, 0], ['tuple', 'a', None])
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    name = type(value).__name__
    if name in _READERS:
        return [name, *map(pack, _READERS[name](value))]
    if isinstance(value, (tuple, list)):
        return [name, *map(pack, value)]
    if isinstance(value, dict):
        return [name, *([key, pack(inner)] for key, inner in value.items())]
    if isinstance(value, _WORDS):
        return [name, value.value]
    raise StrangeDataError(name)


def unpack(value: Any) -> Any:  # noqa: ANN401 -- what pack took
    """Return the value of which ``pack`` made plain data.

    Raises:
        StrangeDataError: It made none of it.
    """
    if not isinstance(value, list):
        return value
    try:
        name, *inner = value
        if name == "tuple":
            return tuple(map(unpack, inner))
        if name == "list":
            return list(map(unpack, inner))
        if name == "dict":
            return {key: unpack(one) for key, one in inner}
        if name in _NAMES:
            return _KINDS[name](**dict(zip(_NAMES[name], map(unpack, inner), strict=True)))
        return _KINDS[name](*inner)
    except (KeyError, TypeError, ValueError) as error:
        raise StrangeDataError(str(error)) from error
