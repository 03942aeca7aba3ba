"""Handles: what in a text names an account, by the rules of X, and of Mastodon for ``@name@server``.

The names of other networks hold full stops and hyphens as well, so a handle here may be longer than X
would read it; ``list_readings`` gives X's own reading last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCENTED = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F"
    r"\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
"""Latin letters with accents, and accents that stand alone, as X knows them; inside of ``[]``."""

X_NAME = r"[A-Za-z0-9_]{1,20}"
"""A handle of X, without ``@``."""

_AT = "[@\uff20]"  # a full-width sign counts as well
_PART = "[A-Za-z0-9_]{1,100}"
_HOST = r"\w[\w\-]*(?:\.[\w\-]*\w)+"
_HANDLE = re.compile(
    # Not the end of a word; ``RT`` was once written right before a handle.
    rf"(?:(?<![A-Za-z0-9_!#$%&*@\uff20])|(?<=[Rr][Tt])(?<![A-Za-z0-9_+~.\-][Rr][Tt])){_AT}"
    rf"(?P<name>{_PART}(?:[.\-]{{1,9}}{_PART}){{0,19}})(?:{_AT}(?P<host>{_HOST}))?"
)
# Addresses of pages and of people, in which a sign for a handle means something else.
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9+.\-])(?:[A-Za-z][A-Za-z0-9+.\-]*://|(?:mailto|acct|xmpp|sips?):|www\.)\S+"
    r"|(?<![\w.\-@])[\w\-]+(?:\.[\w\-]+)+(?::[0-9]+)?/\S*"
    r"|(?<![\w.+~%'\-@\uff20])\w[\w.+~%'\-]*@\w[\w\-]*(?:\.[\w\-]+)+"
)
_FORBIDS = re.compile(rf"{_AT}|://|[{ACCENTED}]")
_CUT = re.compile(r"[.\-]+[A-Za-z0-9_]+$|_+$")


@dataclass(frozen=True, slots=True)
class Handle:
    """A handle in a text."""

    start: int
    """Where its ``@`` stands."""
    end: int
    """Behind its last character."""
    name: str
    """Without ``@``; ``name@server`` for Mastodon."""


def find_handles(text: str) -> Iterator[Handle]:
    """Find what names an account, in order; never a part of an e-mail address or of a URL.

    >>> [handle.name for handle in find_handles("« @cafe_lune », .@anne.roy. et @bo@social.example!")]
    ['cafe_lune', 'anne.roy', 'bo@social.example']
    >>> list(find_handles("anne@cafe.example https://social.example/@anne f*@kn @aliceìn @_@"))
    []
    """
    if "@" not in text and "\uff20" not in text:
        return
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    addresses.reverse()
    for found in _HANDLE.finditer(text):
        start = found.start()
        while addresses and addresses[-1][1] <= start:
            addresses.pop()
        name = _end_name(text, found)
        if name and not (addresses and addresses[-1][0] <= start):
            yield Handle(start, start + 1 + len(name), name.replace("\uff20", "@"))


def list_readings(name: str) -> Iterator[str]:
    """Yield what a handle may be in which more than the handle was read, the longest first.

    >>> list(list_readings("anne-roy.bsky")), list(list_readings("lune_"))
    (['anne-roy.bsky', 'anne-roy', 'anne'], ['lune_', 'lune'])
    >>> list(list_readings("anne@social.example"))
    ['anne@social.example']
    """
    yield name
    while "@" not in name and (cut := _CUT.search(name)) and cut.start():
        name = name[: cut.start()]
        yield name


def _end_name(text: str, found: re.Match[str]) -> str:
    """Return the part of a handle before what may not follow one; empty where nothing is left."""
    if found["host"]:
        return "" if _FORBIDS.match(text, found.end()) else text[found.start("name") : found.end("host")]
    for name in list_readings(found["name"]) if not found["name"].endswith("_") else (found["name"],):
        after = found.start("name") + len(name)
        follower = _FORBIDS.match(text, after)
        if not follower:
            return name
        if not re.match(f"[{ACCENTED}]", follower[0]):
            return ""
    return ""
