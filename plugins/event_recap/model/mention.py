"""Mentions: ``@handle`` and ``[[Name]]``, what an author types to lead from a text to a person."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMED = re.compile(
    r"\[\[(?=[^\[\]|\x02\x03]{0,99}[^\W\d_])(?P<target>[^\[\]|\x02\x03^][^\[\]|\x02\x03]{0,99})"
    r"(?:\|(?P<words>[^\[\]|\x02\x03]{1,200}))?\]\]"
)
"""``[[Name]]`` or ``[[Name|words shown]]``; a name has a letter."""

_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """What stands in a text in the place of a person."""

    target: str
    """Who is meant: a handle without ``@``, or a name or an id as typed."""
    words: str
    """What a reader sees: the handle with its ``@``, the name, or the words shown."""
    is_handle: bool = False
    """Whether it was written ``@handle``."""


def parse_mention(typed: str) -> Mention | None:
    """Return the mention that a piece of text is as a whole, or None.

    >>> parse_mention("@cafe_lune")
    Mention(target='cafe_lune', words='@cafe_lune', is_handle=True)
    >>> parse_mention("[[Anne Roy|Anne]]")
    Mention(target='Anne Roy', words='Anne', is_handle=False)
    """
    if typed[:1] in {"@", "\uff20"}:
        return Mention(typed[1:].replace("\uff20", "@"), typed, is_handle=True)
    found = NAMED.fullmatch(typed)
    if not found:
        return None
    target = _SPACES.sub(" ", found["target"]).strip()
    words = _SPACES.sub(" ", found["words"] or "").strip()
    return Mention(target, words or target) if target else None
