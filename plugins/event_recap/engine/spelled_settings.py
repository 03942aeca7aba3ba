"""Settings as text that differs where they do: values as they are, and code by what it does.

A settings file is read before a build looks at what it opens, and so are the files that it reads or runs. So
of their functions the code counts, and the values that the code uses.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING

from .digests import drop_addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST = 20
"""Values inside values; what lies deeper counts by its class."""
PACKAGES = {"event_recap", "pelican"}
"""Ours and Pelican's: their files are looked at, wherever they lie."""


def spell_settings(settings: Mapping[str, object]) -> str:
    """Return settings as text; the order of their names says nothing, that of a dictionary does."""
    speller = _Speller()
    return json.dumps([[key, speller.spell(settings[key])] for key in sorted(settings)])


@dataclass(slots=True)
class _Speller:
    """Spells values, and what is met again by its name alone."""

    _met: set[int] = field(default_factory=set)
    _depth: int = 0

    def spell(self, value: object) -> object:
        """Return a value as JSON has it."""
        if value is None or isinstance(value, (str, int, float, bool)):
            return value
        self._depth += 1
        try:
            return self._spell_parts(value) if self._depth <= DEEPEST else type(value).__qualname__
        finally:
            self._depth -= 1

    def _spell_parts(self, value: object) -> object:
        if isinstance(value, dict):
            return [[self.spell(key), self.spell(item)] for key, item in value.items()]
        if isinstance(value, (list, tuple)):
            return [self.spell(item) for item in value]
        if isinstance(value, (set, frozenset)):
            return sorted(json.dumps(self.spell(item)) for item in value)
        if isinstance(value, CodeType):
            return [value.co_code.hex(), list(value.co_names), self.spell(value.co_consts)]
        name = getattr(value, "__qualname__", None)
        spelled = f"{getattr(value, '__module__', '')}.{name}" if name else drop_addresses(repr(value))
        if id(value) in self._met or isinstance(value, ModuleType) or _is_installed(value):
            return spelled
        self._met.add(id(value))
        return [spelled, self._spell_held(value)]

    def _spell_held(self, value: object) -> object:
        """Return what a function does and uses, or what an object or a class holds."""
        if not isinstance(value, FunctionType):
            own = getattr(value, "__dict__", {})
            return [[key, self.spell(one)] for key, one in own.items() if not key.startswith("__")]
        cells = [self.spell(cell.cell_contents) for cell in value.__closure__ or ()]
        used = [self.spell(value.__globals__.get(name)) for name in sorted(_list_names(value.__code__))]
        given = [self.spell(value.__defaults__), self.spell(value.__kwdefaults__)]
        return [self.spell(value.__code__), cells, used, given]


def _is_installed(value: object) -> bool:
    """Tell whether a function or a class is that of a library."""
    if not isinstance(value, (FunctionType, type)):
        return False
    module = sys.modules.get(value.__module__ or "")
    if module is None:
        return False
    package = module.__name__.partition(".")[0]
    is_known = package in sys.stdlib_module_names or package in PACKAGES
    return is_known or "-packages" in (getattr(module, "__file__", None) or "")


def _list_names(code: CodeType) -> set[str]:
    """Return the names that code uses, with those of functions inside it."""
    inner = (_list_names(one) for one in code.co_consts if isinstance(one, CodeType))
    return set(code.co_names).union(*inner)
