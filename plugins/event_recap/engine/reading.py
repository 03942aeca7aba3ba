"""What one page reads while it is made: names of its context, and answers of things.

Whoever has the same answers makes the same page: a template asks for nothing else (``listening``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import repeat
from operator import is_
from types import BuiltinMethodType, MethodType
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup
from pelican.contents import Content

from .digests import DIGEST_LENGTH, Digests, combine, describe_thing, find_kind, list_bound, number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Names: TypeAlias = tuple[tuple[str, str], ...]
"""Names of a page's context, each with the digest of what it stood for, as hexadecimal digits."""
Asked: TypeAlias = tuple[str, tuple[str, ...], str]
"""Name of a thing, the questions that it was asked, one digest of its answers in that order."""

MISSING = object()
"""Stands for a name that nothing stands for."""
SPEAKING = {"format", "format_map"}
"""Methods of text that ask what they are given for attributes and items, and nobody hears it."""
LONGEST_QUESTION = 4000
"""In characters; a longer one is not kept, and so isn't its page."""
TRUSTED = ("event_recap.", "jinja2.", "builtins", "markupsafe", "pelican.plugins.event_recap.")
"""Beginnings of the modules whose functions answer by what they are given alone."""
UNSEEN = b"?"
"""Stands for the digest of what has none, and is never remembered: each page that reads it is hindered."""


@dataclass(slots=True)
class Things:
    """The things that templates meet in one build, by names that they have in every build."""

    find_attribute: Callable[[Any, str], Any]
    """How Jinja finds an attribute."""
    find_item: Callable[[Any, Any], Any]
    """How Jinja finds what stands under a key."""
    shared: Mapping[str, Any]
    """What all pages find in their context."""
    offered: Mapping[str, Any]
    """What all templates find besides it."""
    digests: Digests = field(default_factory=Digests)
    names: dict[int, str] = field(default_factory=dict)
    """By id of the thing, which is kept alive."""
    found: dict[str, object] = field(default_factory=dict)
    """By name."""
    roots: dict[str, tuple[object, bytes]] = field(default_factory=dict)
    """What is shared by its name, and its digest."""
    answers: dict[tuple[int, str, str], bytes] = field(default_factory=dict)
    """Digests by id of the thing, question, and what links in texts begin with."""
    same_names: dict[int, tuple[tuple[str, ...], tuple[object, ...]]] = field(default_factory=dict)
    """By id of names that a page of the last site read, those and what each stands for as it did then."""
    same_answers: set[tuple[int, str]] = field(default_factory=set)
    """What things answer as they did then: id of what was asked, and what links in texts begin with."""

    @property
    def beginning(self) -> str:
        """What links in texts begin with; each page may have its own."""
        return str(self.shared.get("localsiteurl"))

    def ask(self, thing: object, question: str) -> object:
        """Return what a thing answers to ``.title``, ``["date"]``, or ``next([3])``, a call."""
        if question[0] == ".":
            return self.find_attribute(thing, question[1:])
        if question[0] == "[":
            return self.find_item(thing, *json.loads(question))
        name, _, given = question.partition("(")
        return getattr(thing, name)(*json.loads(given.removesuffix(")")))


@dataclass(slots=True)
class Reading:
    """What one page reads, in the order in which it does."""

    things: Things
    context: Mapping[str, Any]
    """All that the page finds."""
    roots: dict[str, bytes] = field(default_factory=dict)
    """Digests of what stands for the names of the context."""
    given: set[str] = field(default_factory=set)
    """Those of these names that were given to this page, and stand for something else on others."""
    answers: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """Digests of answers by name of the thing, by question."""
    obstacle: str = ""
    """Why nobody can know on what the page depends; empty where everything was seen."""
    _names: dict[int, str] = field(default_factory=dict)
    """Of things that only this page has."""
    _found: dict[str, object] = field(default_factory=dict)

    def read_root(self, name: str) -> bytes:
        """Return the digest of what a name of the context stands for."""
        if name not in self.roots:
            self.roots[name] = self._read_name(name)
        return self.roots[name]

    def find_change(self, names: Names) -> str | None:
        """Return the first of some names that stands for something else than that of this digest, or None.

        Nothing of it is noted: what is found the same is in the record already.
        """
        return next((name for name, digest in names if self._read_name(name).hex() != digest), None)

    def find_shared_change(self, names: Names) -> str | None:
        """Return the same as ``find_change``, of names that many pages read alike.

        Where they stand for the very values that were looked at for another page, nothing is looked at.
        """
        known, values = self.things.same_names.get(number(names), ((), ()))
        get = partial(map, self.context.get)
        if known and all(map(is_, get(known, repeat(MISSING)), values)):
            return None
        if (changed := self.find_change(names)) is None:
            known = tuple(name for name, _ in names)
            self.things.same_names[number(names)] = known, tuple(get(known, repeat(MISSING)))
        return changed

    def answers_the_same(self, asked: Asked) -> bool:
        """Tell whether a thing answers in this build what a page of the last site was answered."""
        name, questions, digest = asked
        key = (number(asked), self.things.beginning)
        if key in self.things.same_answers and name not in self._found:
            return True
        answers = [self._ask(name, question) for question in questions]
        if None in answers or combine(answers).hex() != digest:
            return False
        if name not in self._found:  # another page has another thing of this name
            self.things.same_answers.add(key)
        return True

    def _read_name(self, name: str) -> bytes:
        value = self.context.get(name, MISSING)
        if value is self.things.shared.get(name, MISSING):
            return self._read_shared(name)
        self.given.add(name)
        return self._digest(value, f"page.{name}")

    def _read_shared(self, name: str) -> bytes:
        """Return the digest of what a name stands for on every page that is given nothing else for it."""
        value = self.things.shared.get(name, self.things.offered.get(name, MISSING))
        before, known = self.things.roots.get(name, (None, b""))
        if before is not value:
            known = b"-" if value is MISSING else self._digest(value, f"context.{name}")
            if known != UNSEEN:
                self.things.roots[name] = value, known
        return known

    def hear(self, thing: object, question: str, answer: object) -> None:
        """Note what a thing answered."""
        name = self._names.get(number(thing)) or self.things.names.get(number(thing))
        if name is None and isinstance(thing, Content):
            self._meet(thing, "")
            name = self.things.names[number(thing)]
        if name is None:
            self.hinder(f"a {type(thing).__name__} comes from nowhere")
            return
        heard = self.answers.setdefault(name, {})
        if question not in heard:
            heard[question] = self._remember(thing, name, question, lambda: answer)

    def hear_item(self, thing: object, key: object, answer: object) -> None:
        """Note what stands under a key of a thing."""
        if isinstance(key, (str, int)):
            self.hear(thing, json.dumps([key]), answer)
        else:
            self.hinder(f"it asks a {type(thing).__name__} for a {type(key).__name__}")

    def hear_call(self, function: object, given: Sequence[object]) -> None:
        """Note that a function is called that belongs to no thing: it has to answer by what it is given."""
        if isinstance(function, (MethodType, BuiltinMethodType)):  # of a value, which is known as a whole
            if function.__name__ in SPEAKING and any(
                find_kind(one) not in {"text", "plain"} for one in given
            ):
                self.hinder(f"it gives {function.__name__} a thing, which is asked there")
            return
        given = (*given, *list_bound(function))
        function = function.func if isinstance(function, partial) else function
        name = getattr(function, "__qualname__", type(function).__name__)
        if not str(getattr(function, "__module__", "")).startswith(TRUSTED):
            self.hinder(f"it calls {name}")
        elif any(find_kind(one) in {"thing", "unknown"} for one in given):
            self.hinder(f"it gives {name} a thing")

    def hear_answer(self, method: Any, given: Sequence[object], answer: object) -> None:  # noqa: ANN401
        """Note what the method of a thing answered to what it was given."""
        is_simple = all(type(one) in {str, Markup, int, bool, type(None)} for one in given)
        question = f"{method.__name__}({json.dumps(given)})" if is_simple else ""
        if question and len(question) <= LONGEST_QUESTION:
            self.hear(method.__self__, question, answer)
        else:
            self.hinder(f"it calls {method.__qualname__} with more than words")

    def _ask(self, name: str, question: str) -> bytes | None:
        """Return the digest of what a thing answers in this build; None where it was not met so far."""
        thing = self._found.get(name) or self.things.found.get(name)
        if thing is None:
            return None
        try:
            return self._remember(thing, name, question, lambda: self.things.ask(thing, question))
        except Exception:  # noqa: BLE001 -- the page is made again, and tells what there is to tell
            return None

    def hinder(self, reason: str) -> None:
        """Note the first reason why the page has to be made at each build."""
        self.obstacle = self.obstacle or reason

    def _remember(self, thing: object, name: str, question: str, find: Callable[[], object]) -> bytes:
        """Return the digest of an answer, which is the same on all pages whose links begin alike."""
        key = (number(thing), question, self.things.beginning)
        known = self.things.answers.get(key)
        if known is None:
            known = self._digest(find(), f"{name}{question}")
            if number(thing) in self.things.names and known != UNSEEN:
                self.things.answers[key] = known
        return known

    def _digest(self, value: object, place: str) -> bytes:
        try:
            found = self.things.digests.digest(value, self._meet, place)
        except TypeError as error:
            self.hinder(str(error))
            return UNSEEN
        return found if len(found) <= DIGEST_LENGTH else blake2b(found, digest_size=DIGEST_LENGTH).digest()

    def _meet(self, thing: object, place: str) -> None:
        """Give a thing its name: a text has its own, others that of the place where they were found first.

        It is known by the other places as well: a process that makes some pages only may find it there first.
        """
        names, found = self.things.names, self.things.found
        if isinstance(thing, Content):
            known = names.get(number(thing), "")
            # Pelican finds out anew at each question where a text is.
            place = known if found.get(known) is thing else describe_thing(thing)
            if found.get(place, thing) is not thing:
                self.hinder(f"two are {place}")
        elif place.startswith("page."):
            found = self._found
            names = names if number(thing) in names else self._names
        names.setdefault(number(thing), place)
        found[place] = thing
