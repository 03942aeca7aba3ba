"""What reading a text gave, as plain data and back: what JSON can hold runs nothing when it is read."""

from __future__ import annotations

from dataclasses import fields
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
    from enum import Enum

_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Classes of what JSON holds as it is."""
_OBJECTS: tuple[type, ...] = (
    *(ReadText, ParsedRecap, Recap, Guest, ShareText, Place, Problem, Video),
    *(Picture, Sitter, Region, License),
)
_WORDS: tuple[type[Enum], ...] = (Severity, CommentsState)
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _OBJECTS}
_READERS: dict[type, Callable[..., tuple[Any, ...]]] = {
    kind: attrgetter(*names) for kind, names in _NAMES.items()
}


class StrangeDataError(ValueError):
    """Data that no object of ours was made of, or an object that is not among them."""


def pack(value: Any) -> object:  # noqa: ANN401 -- whatever there may be
    """Return a value as JSON can hold it: a list with a name before its values, or a text or number.

    Raises:
        StrangeDataError: It holds an object of another class.

    >>> pack(Place("a.md", 3)), pack(("a", None))
    (['Place', 'a.md', 3, 0], ['tuple', 'a', None])
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind in _READERS:
        return [kind.__name__, *map(pack, _READERS[kind](value))]
    if kind in {tuple, list}:
        return [kind.__name__, *map(pack, value)]
    if kind is dict:
        return [kind.__name__, *([key, pack(inner)] for key, inner in value.items())]
    if kind in _WORDS:
        return [kind.__name__, value.value]
    if isinstance(value, str):
        return str(value)
    raise StrangeDataError(kind.__name__)


def unpack(value: Any) -> Any:  # noqa: ANN401 -- what pack took
    """Return the value of which ``pack`` made plain data.

    Raises:
        StrangeDataError: It made none of it.
    """
    if type(value) is not list:
        return value
    try:
        return _MAKERS[value[0]](value[1:])
    except StrangeDataError:
        raise
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise StrangeDataError(str(error)) from error


def _find_maker(kind: type) -> Callable[[list[Any]], object]:
    names = _NAMES[kind]

    def make(inner: list[Any]) -> object:
        # Most of it is text, which is as it was.
        values = [unpack(one) if type(one) is list else one for one in inner]
        return kind(**dict(zip(names, values, strict=True)))

    return make


def _find_word(kind: type[Enum]) -> Callable[[list[Any]], object]:
    return lambda inner: kind(*inner)


_MAKERS: dict[str, Callable[[list[Any]], object]] = {
    "tuple": lambda inner: tuple(map(unpack, inner)),
    "list": lambda inner: list(map(unpack, inner)),
    "dict": lambda inner: {key: unpack(one) for key, one in inner},
    **{kind.__name__: _find_word(kind) for kind in _WORDS},
    **{kind.__name__: _find_maker(kind) for kind in _OBJECTS},
}
