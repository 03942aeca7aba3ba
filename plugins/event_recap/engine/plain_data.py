"""Values as plain data and back: what JSON can hold runs nothing when it is read."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Classes of what JSON holds as it is."""


class StrangeDataError(ValueError):
    """Data that no value of ours was made of, or a value of a class that is not among ours."""


class PlainData:
    """Makes plain data of values of some classes, and those values of it again."""

    def __init__(self, classes: Iterable[type]) -> None:
        """Know what may be met.

        Args:
            classes: Dataclasses and enumerations; besides them texts, numbers, moments, lists and dicts may
                be met, and nothing else.
        """
        classes = tuple(classes)
        self._packers: dict[type, Callable[[Any], list[Any]]] = {
            tuple: lambda value: ["tuple", *map(self.pack, value)],
            list: lambda value: ["list", *map(self.pack, value)],
            dict: lambda value: ["dict", *([key, self.pack(inner)] for key, inner in value.items())],
            date: lambda value: ["date", value.isoformat()],
            datetime: _pack_moment,
            Decimal: lambda value: ["Decimal", str(value)],
            **{kind: self._find_packer(kind) for kind in classes},
        }
        self._makers: dict[str, Callable[..., Any]] = {
            "tuple": lambda *inner: tuple(map(self.unpack, inner)),
            "list": lambda *inner: list(map(self.unpack, inner)),
            "dict": lambda *inner: {key: self.unpack(one) for key, one in inner},
            "date": date.fromisoformat,
            "datetime": _make_moment,
            "Decimal": Decimal,
            **{kind.__name__: self._find_maker(kind) for kind in classes},
        }

    def pack(self, value: Any) -> object:  # noqa: ANN401 -- whatever there may be
        """Return a value as JSON can hold it: a list that begins with a name, or a text or number.

        Raises:
            StrangeDataError: It holds a value of another class.

        >>> PlainData([]).pack((date(2010, 2, 3), None))
        ['tuple', ['date', '2010-02-03'], None]
        """
        kind = type(value)
        if kind in _PLAIN:
            return value
        if packer := self._packers.get(kind):
            return packer(value)
        if isinstance(value, str):
            return str(value)
        raise StrangeDataError(kind.__name__)

    def unpack(self, value: Any) -> Any:  # noqa: ANN401 -- what pack took
        """Return the value of which ``pack`` made plain data.

        Raises:
            StrangeDataError: It made none of it.
        """
        if type(value) is not list:
            return value
        try:
            name, *inner = value
            return self._makers[name](*inner)
        except StrangeDataError:
            raise
        except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as error:
            raise StrangeDataError(str(error)) from error

    def _find_packer(self, kind: type[Any]) -> Callable[[Any], list[Any]]:
        name = kind.__name__
        if issubclass(kind, Enum):
            return lambda value: [name, value.value]
        parts = [(one.name, one.default) for one in fields(kind)]
        read = attrgetter(*(key for key, _ in parts), "__class__")  # two at least, so that it gives a tuple

        def pack(value: object) -> list[Any]:
            # Most of it is as nobody said anything.
            said = {
                key: self.pack(inner)
                for (key, default), inner in zip(parts, read(value), strict=False)
                if inner is not default and (default is MISSING or inner != default)
            }
            return [name, said]

        return pack

    def _find_maker(self, kind: type) -> Callable[[Any], object]:
        if issubclass(kind, Enum):
            return kind

        def make(said: dict[str, Any]) -> object:
            return kind(**{key: self._make_part(inner) for key, inner in said.items()})

        return make

    def _make_part(self, inner: Any) -> Any:  # noqa: ANN401 -- as above
        if type(inner) is list:
            return self.unpack(inner)
        return intern(inner) if type(inner) is str else inner  # the same words are said of many


def _pack_moment(value: datetime) -> list[Any]:
    zone: object = None
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key:
        zone = value.tzinfo.key
    elif value.tzinfo == timezone(offset := value.utcoffset() or timedelta()):
        zone = offset.total_seconds()
    elif value.tzinfo is not None:
        raise StrangeDataError(repr(value.tzinfo))
    return ["datetime", value.replace(tzinfo=None).isoformat(), value.fold, zone]


def _make_moment(said: str, fold: int, zone: str | float | None) -> datetime:
    moment = datetime.fromisoformat(said).replace(fold=fold)
    if zone is None:
        return moment
    return moment.replace(
        tzinfo=ZoneInfo(zone) if isinstance(zone, str) else timezone(timedelta(seconds=zone))
    )
