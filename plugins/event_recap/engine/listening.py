"""Where Jinja asks for names, attributes, items and calls, in this theme and in any other.

An environment and a context are asked for each of them, so that whoever listens there sees all on which a
page depends, and nobody has to list it. Nothing that a template gets is changed.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Macro

from .digests import KINDS, find_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.runtime import Context

    from .reading import Reading

OWN_OPTIONS = {"_block_vars", "_loop_vars"}
"""What Jinja gives along with a call for itself."""


def listen_to(environment: Environment, find_reading: Callable[[], Reading | None]) -> None:
    """Tell what the templates of an environment ask for to the page that is being made, if there is one."""
    find_attribute, find_item = environment.getattr, environment.getitem

    def hear_attribute(thing: object, name: str) -> object:
        answer: object = find_attribute(thing, name)
        # Millions of times in a build: most are asked of values, which are known as a whole.
        kind = KINDS.get(type(thing)) or find_kind(thing)
        if kind == "thing" and (reading := find_reading()):
            reading.hear(thing, f".{name}", answer)
        elif kind == "code" and isinstance(thing, (type, ModuleType)) and (reading := find_reading()):
            reading.hinder(f"it asks {thing.__name__} for .{name}")
        return answer

    def hear_item(thing: object, key: Any) -> object:  # noqa: ANN401 -- as Jinja's
        answer: object = find_item(thing, key)
        if find_kind(thing) == "thing" and (reading := find_reading()):
            reading.hear_item(thing, key, answer)
        return answer

    # Jinja means both to be replaced by a subclass; Pelican makes the environment, so they are by themselves.
    vars(environment).update(getattr=hear_attribute, getitem=hear_item)
    environment.context_class = _make_context_class(environment.context_class, find_reading)


def _make_context_class(base: type[Context], find_reading: Callable[[], Reading | None]) -> type[Context]:
    class Listening(base):  # type: ignore[valid-type, misc]
        """A context that tells what it is asked."""

        def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 -- as Jinja's
            """Return the value of a name; those that a template sets by itself are not told."""
            value = super().resolve_or_missing(key)
            reading = find_reading()
            if reading and key not in reading.roots and value is reading.context.get(key, value):
                reading.read_root(key)
            return value

        def call(self, function: Any, /, *given: Any, **options: Any) -> Any:  # noqa: ANN401 -- as Jinja's
            """Return what a function returns."""
            if type(function) is Macro:
                return _call_macro(function, self, given, options)
            reading = find_reading()
            if reading is None or type(function).__module__ == Macro.__module__:
                return super().call(function, *given, **options)
            told = (*given, *(part for key in options.keys() - OWN_OPTIONS for part in (key, options[key])))
            reading.hear_call(function, told)
            answer = super().call(function, *given, **options)
            if find_kind(getattr(function, "__self__", None)) == "thing":
                if told != given:
                    reading.hinder(f"it calls {function.__qualname__} by names")
                reading.hear_answer(function, given, answer)
            return answer

    return Listening


def _call_macro(macro: Macro, context: Context, given: tuple[Any, ...], options: dict[str, Any]) -> object:
    """Call a macro as Jinja does, which looks at each function for what it wants to be given."""
    for name in OWN_OPTIONS:
        options.pop(name, None)
    return macro(context.eval_ctx, *given, **options)
