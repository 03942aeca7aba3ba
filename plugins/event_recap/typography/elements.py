"""Elements and tags of HTML: in which a sentence goes on, and which are not looked at."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

LONG = 400
"""Signs of a token that is not remembered: a script, a drawing."""

# fmt: off
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "data", "del", "dfn", "em", "font", "i", "ins",
    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
})
"""Elements inside which a sentence runs on; any other parts it."""

UNTOUCHED = frozenset({
    "audio", "bdi", "canvas", "code", "iframe", "kbd", "math", "object", "picture", "pre", "samp", "script",
    "select", "style", "svg", "template", "textarea", "video",
})
"""Elements whose text stays: code, drawings, and names, which are written as their owners write them."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
"""Elements that hold nothing."""
# fmt: on

WHOLE = frozenset({"embed", "img", "input"})
"""Empty elements that stand in a sentence like a word."""

PARTING = frozenset({"pre", "template"})
"""Untouched elements that part sentences."""

IMPLIED = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})
"""Elements that end where the next of their kind begins."""

_NAME = r"[a-zA-Z][^\s/>]*"
_INSIDE = r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*"""
"""What stands in a tag behind its name: a sign ``>`` in quotes does not end it."""
_RAW = "|".join(
    rf"{name}\b[^<]*+(?:<(?!/{name}\s*>)[^<]*+)*</{name}\s*>"
    for name in ("bdi", "picture", "script", "style", "svg", "textarea")
)
_OTHER = r"!--.*?-->|[!?][^>]*>"
"""A comment, a declaration."""

_MACHINES = rf"<(?:meta|link)(?=[\s/>]){_INSIDE}>"

TOKEN = re.compile(
    rf"({_MACHINES}(?:\s*{_MACHINES})*|<(?:{_RAW}|{_OTHER}|/?{_NAME}{_INSIDE}>))", re.DOTALL | re.IGNORECASE
)
"""A tag, a comment, a whole script, or a row of all that the head of a page says to machines."""

_BORDER = (
    r"/(?:article|aside|dd|div|dl|figure|footer|h[1-6]|head|header|li|main|nav|ol|p|section|title|ul)"
    rf"(?=[\s/>]){_INSIDE}>"
)
"""The end of an element in which no sentence runs on."""

PART = re.compile(
    rf"(?:[^<]++|<(?!{_BORDER})(?:{_RAW}|{_OTHER}|/?{_NAME}{_INSIDE}>)?)*(?:<{_BORDER}|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""What stands between two such ends, with the second: whole tokens, of which a page is nothing but a row."""

_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_NAME})(?P<attributes>{_INSIDE})>", re.DOTALL | re.IGNORECASE)
_WHOLE_RAW = re.compile(rf"<(?:{_RAW})", re.DOTALL | re.IGNORECASE)
_LANG = re.compile(r"\slang\s*=\s*[\"']?([\w-]*)", re.IGNORECASE)
_UNTRANSLATED = re.compile(r"\stranslate\s*=\s*[\"']?no\b", re.IGNORECASE)


class Kind(Enum):
    """What a token does to the sentence in which it stands."""

    WITHIN = auto()
    """Nothing: a comment, the end of a line."""
    WORD = auto()
    """It is like a word: a picture, a name."""
    BETWEEN = auto()
    """It stands between two of them."""
    UNTOUCHED = auto()
    """It begins an element whose text stays."""
    START = auto()
    """It begins an element, which is of the sentence or parts it."""
    END = auto()
    """It ends one."""


class Token(NamedTuple):
    """What is told by a tag or the like."""

    kind: Kind
    name: str = ""
    """Of an element, in lower case; empty for what is no single tag."""
    lang: str | None = None
    """The language that it names."""
    is_inline: bool = False
    """Whether a sentence runs on inside the element."""
    ends_itself: bool = False
    """Whether it has a stroke before its end, as in XML."""


def read_token(html: str) -> Token:
    """Return what a token tells."""
    return _read(html) if len(html) < LONG else _read.__wrapped__(html)


@lru_cache(maxsize=4096)
def _read(html: str) -> Token:
    if _WHOLE_RAW.fullmatch(html):
        return Token(Kind.WORD)
    tag = _TAG.fullmatch(html)
    if tag is None:
        return Token(Kind.WITHIN if html[1] in "!?" else Kind.BETWEEN)
    name, attributes = tag["name"].lower(), tag["attributes"]
    lang = _LANG.search(attributes)
    if tag["end"]:
        kind = Kind.END
    elif name in VOID:
        kind = Kind.WORD if name in WHOLE else Kind.WITHIN if name in INLINE else Kind.BETWEEN
    elif name in UNTOUCHED or _UNTRANSLATED.search(attributes):
        kind = Kind.UNTOUCHED
    else:
        kind = Kind.START
    return Token(kind, name, lang[1] if lang else None, name in INLINE, attributes.endswith("/"))
