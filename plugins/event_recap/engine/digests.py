"""What a value is, in a few bytes: values by all that they hold, things by what they are called.

A *value* never changes while pages are made: text, numbers, moments, frozen dataclasses, lists and dicts
of values. A *thing* is everything else: a text of Pelican's, a tag, a paginator. What a thing is called says
nothing about what it will answer, so its answers are looked at one by one, as ``reading`` does.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from jinja2 import Undefined
from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind: TypeAlias = Literal["text", "plain", "code", "frozen", "dict", "set", "list", "thing", "unknown"]
Meet: TypeAlias = Callable[[object, str], None]
"""Called with each thing in a value, and the place where it was found."""

PLAIN = (
    *(bool, int, float, complex, bytes, date, time, timedelta, tzinfo),
    *(Decimal, Enum, PurePath, range, slice, type(None), Undefined),
)
CODE = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type, partial)
SPELLED = frozenset({str, int, float, bool, bytes, type(None)})
"""Classes of what is spelled along with what holds it."""
EMPTY = ()
"""Most of the lists that a view has: spelled along with what holds it, too."""
COMPOUND = frozenset({"frozen", "dict", "set", "list"})
"""Kinds of values that hold others."""
SILENT = ("__iter__", "__len__", "__bool__", "__contains__", "__str__", "__html__", "__call__", "__lt__")
"""Ways in which a template learns from a thing without asking for an attribute or an item."""
DIGEST_LENGTH = 16
"""In bytes: two that differ have the same digest once in 2 to the 64th."""
MANY = 32
"""A list of more is digested once, and remembered."""

number: Callable[[object], int] = object.__hash__
"""What tells a thing from all others that there are, as ``id`` does; of ``id`` whoever observes is told."""

KINDS: dict[type, Kind] = {}
"""Of the classes that were met so far."""


class Digests:
    """Says what values are; remembers it of those that are large, for one build."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._remembered: dict[int, tuple[object, bytes]] = {}
        self._met_here = 0
        self._looked_into = 0

    def digest(self, value: object, meet: Meet, place: str) -> bytes:
        """Return what a value is, the same bytes for the same value in every process.

        Args:
            value: What a template got.
            meet: Is told of the things in it; of those in a value that is remembered, once.
            place: Where the value was found; one that begins with ``page.`` is another on each page.

        Raises:
            TypeError: If there is something in it that answers in ways which nobody sees.
        """
        kind = find_kind(value)
        if kind in COMPOUND:
            return self._digest_parts(kind, value, meet, place)
        if kind == "text":
            return _encode(f"{type(value).__name__} {value}")
        if kind == "plain":
            return _encode(f"{type(value).__name__} {value!r}")
        if kind == "code":
            name = f"code {getattr(value, '__module__', '')} {getattr(value, '__qualname__', '')}"
            return combine((self.digest(part, meet, f"{place}()") for part in list_bound(value)), name)
        if kind == "thing":
            self._met_here += place.startswith("page.") and not isinstance(value, Content)
            meet(value, place)
            return self._name_thing(value)
        msg = f"{place} is a {type(value).__name__}"
        raise TypeError(msg)

    def _name_thing(self, thing: object) -> bytes:
        if number(thing) not in self._remembered:
            self._remembered[number(thing)] = thing, _encode(f"thing {describe_thing(thing)}")
        return self._remembered[number(thing)][1]

    def _digest_parts(self, kind: Kind, value: Any, meet: Meet, place: str) -> bytes:  # noqa: ANN401
        if number(value) in self._remembered:
            return self._remembered[number(value)][1]
        met, looked_into = self._met_here, self._looked_into
        parts = [
            # Most of it is text: for that no place is spelled out, and nobody is asked.
            part if type(part) in SPELLED or part is EMPTY else self.digest(part, meet, f"{place}.{where}")
            for where, part in _list_parts(kind, value)
        ]
        found = combine(sorted(parts, key=_spell) if kind == "set" else parts, type(value).__name__)
        # What holds nothing but text is met once, most of it, and soon told.
        is_large = self._looked_into != looked_into if kind == "frozen" else len(value) > MANY
        self._looked_into += 1
        if is_large and self._met_here == met:
            self._remembered[number(value)] = value, found  # kept alive, so that its id stays its own
        return found


def find_kind(value: object) -> Kind:
    """Return how values of the class of this one are told apart."""
    cls = type(value)
    kind = KINDS.get(cls)
    if kind is None:
        kind = KINDS[cls] = _find_kind(cls)
    return kind


def list_bound(code: object) -> list[object]:
    """Return what a function carries along, besides what it will be given."""
    if isinstance(code, partial):
        return [code.func, *code.args, *code.keywords.items()]
    if isinstance(code, FunctionType):
        return [cell.cell_contents for cell in code.__closure__ or ()]
    owner = getattr(code, "__self__", None)
    return [] if owner is None or isinstance(owner, ModuleType) else [owner]


def describe_thing(thing: object) -> str:
    """Return what a thing says where it is a word in a sentence, and what tells it from its like."""
    if isinstance(thing, Content):
        return f"{type(thing).__name__} {thing.source_path or ''} {thing.save_as}"
    if isinstance(thing, URLWrapper):
        return f"{type(thing).__name__} {thing.slug} {thing}"
    if type(thing).__repr__ is object.__repr__:
        return type(thing).__name__
    return drop_addresses(repr(thing))  # such as ``<Page 1 of 3>``, which a template may show


def drop_addresses(text: str) -> str:
    """Return what Python shows of an object, without where it is in memory."""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)


def combine(parts: Iterable[Any], name: str = "") -> bytes:
    """Return one digest of several digests, texts and numbers in their order, and of a name."""
    return blake2b(_spell([name, *parts]), digest_size=DIGEST_LENGTH).digest()


def _spell(part: Any) -> bytes:  # noqa: ANN401 -- of ``SPELLED`` classes, or a list of such
    """Return what Python writes for a value; in its form 2 this depends on nothing but the value."""
    return marshal.dumps(part, 2)


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _find_kind(cls: type) -> Kind:
    kinds: tuple[tuple[Kind, tuple[type, ...]], ...] = (
        ("text", (str,)),
        ("plain", PLAIN),
        ("thing", (Content, URLWrapper)),
        ("code", CODE),
        ("dict", (dict, Mapping)),
        ("set", (AbstractSet,)),
        ("list", (list, tuple)),
    )
    for kind, classes in kinds:
        if issubclass(cls, classes):
            return kind
    if cls.__module__.startswith("jinja2."):
        return "code"  # such as a macro or a loop, which are told by what they are made of
    if is_dataclass(cls) and cls.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        return "frozen"
    own = {name for base in cls.__mro__ if base is not object for name in vars(base)}
    return "thing" if own.isdisjoint(SILENT) else "unknown"


def _list_parts(kind: Kind, value: Any) -> Iterable[tuple[object, object]]:  # noqa: ANN401
    if kind == "frozen":
        names, get = _find_fields(type(value))  # type: ignore[arg-type]
        return zip(names, get(value), strict=True)
    if kind == "dict":
        return [(key, part) for key, item in value.items() for part in (key, item)]
    return enumerate(value)


@cache
def _find_fields(cls: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Return the names of a class's fields, and what returns the values of all of them at once."""
    names = tuple(field.name for field in fields(cls))
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)
