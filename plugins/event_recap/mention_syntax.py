"""Mentions in Markdown: found by their form alone, and kept in an element of no meaning.

Who is meant is asked later, when people are known. What is read from a text
stays true when a list changes, so that a text that did not change need not be read again.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from .model.handle import find_handles
from .model.mention import NAMED, parse_mention

if TYPE_CHECKING:
    from markdown import Markdown

PLACEHOLDER = "event-recap-mention"
"""Element that holds a mention as typed."""

KEPT = re.compile(rf"<{PLACEHOLDER}>(.*?)</{PLACEHOLDER}>", re.DOTALL)
"""A mention that waits for its person, as sanitised HTML has it."""

PRIORITY = 85
"""After code, links, addresses and tags of HTML; before emphasis, which would eat underscores."""

# An @ with the signs of emphasis before it, or two brackets.
START = r"(?:(?<![*_])[*_]*\\?[@\uff20]|\[\[)"
_MARKS = "*_"
_NEAR = 400
"""Characters around a sign that can have a say in whether it begins a handle."""
_WORD_BEFORE = re.compile(r"[A-Za-z0-9_]$")
_PARTS = re.compile(r"[\s\x02\x03]")
_OPENS = re.compile(r"(?<![\w\\])_+(?=[^\s_])")
_CLOSES = re.compile(r"(?<=[^\s_])_+(?!\w)")


class MentionProcessor(InlineProcessor):
    """Puts a mention into an element of its own."""

    ANCESTOR_EXCLUDES = ("a", "code", "kbd", "pre", "samp")

    def handleMatch(  # type: ignore[override] # noqa: N802 -- the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return the element and what it takes the place of, or nothing where this is no mention."""
        at = m.end() - 1
        if m[0] == "[[":
            found = NAMED.match(data, m.start())
            end, start = (found.end(), m.start()) if found and parse_mention(found[0]) else (0, 0)
        else:
            start, end = at, _find_end(data, at)
        if not end:
            return None, None, None
        if data[start - 1 : start] == "\\" and start:
            return AtomicString(data[start:end]), start - 1, end
        element = Element(PLACEHOLDER)
        element.text = AtomicString(data[start:end])
        return element, start, end


class MentionExtension(Extension):
    """Python-Markdown extension that finds mentions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name is Python-Markdown's
        """Register the processor."""
        md.inlinePatterns.register(MentionProcessor(START, md), "event_recap_mention", PRIORITY)


def drop_placeholders(html: str) -> str:
    """Return HTML in which mentions are plain text as typed.

    >>> drop_placeholders("<p>With <event-recap-mention>@anne</event-recap-mention></p>")
    '<p>With @anne</p>'
    """
    return KEPT.sub(r"\1", html)


def read_placeholder(kept: re.Match[str]) -> str:
    """Return what was typed, entities decoded."""
    return unescape(kept[1])


def _find_end(data: str, at: int) -> int:
    """Return where the handle ends whose ``@`` is at a position; 0 where there is none."""
    start = at
    while start and data[start - 1] in _MARKS:
        start -= 1
    marks = data[start:at]
    if marks and _WORD_BEFORE.search(data[max(0, start - 1) : start]):
        return 0
    # Emphasis is not part of the text: the rules see what is around it.
    before = _PARTS.split(data[max(0, start - _NEAR) : start])[-1].removesuffix("\\")
    text = before + _PARTS.split(data[at : at + _NEAR], maxsplit=1)[0]
    handle = next((one for one in find_handles(text) if one.start == len(before)), None)
    if handle is None:
        return 0
    name = handle.name
    closing = len(name) - len(name.rstrip("_"))
    if closing and _is_open(data[max(0, at - _NEAR) : at]):
        name = name.rstrip("_")
    return at + 1 + len(name) if name else 0


def _is_open(text: str) -> bool:
    """Tell whether an emphasis by underscores is still to be closed after a text."""
    return len(_OPENS.findall(text + "@")) > len(_CLOSES.findall(text))
