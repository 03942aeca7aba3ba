"""What others may do with a picture: a licence of Creative Commons by its short name, another as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CC = "https://creativecommons.org"
_SHORT = re.compile(r"(?:cc[ -]?)?(by(?:-nc)?(?:-(?:sa|nd))?)[ -]?(\d\.\d)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://(?:www\.)?creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)", re.IGNORECASE)
_ZERO = re.compile(
    r"cc[ -]?0(?:[ -]?1\.0)?|https?://(?:www\.)?creativecommons\.org/publicdomain/zero/.*", re.IGNORECASE
)
_LATEST = "4.0"


@dataclass(frozen=True, slots=True)
class License:
    """A licence."""

    name: str
    """As readers see it, such as ``CC BY-SA 4.0``."""
    url: str = ""
    """Absolute URL of its text; empty where nobody said."""


def build_license(text: str) -> License | None:
    """Return the licence that an author typed: a short name, an address, or words of their own.

    >>> build_license("cc by-sa")
    License(name='CC BY-SA 4.0', url='https://creativecommons.org/licenses/by-sa/4.0/')
    >>> build_license("https://blog.example/rights"), build_license("Ask Anne")
    (License(name='blog.example', url='https://blog.example/rights'), License(name='Ask Anne', url=''))
    """
    if not text:
        return None
    if _ZERO.fullmatch(text):
        return License("CC0 1.0", f"{_CC}/publicdomain/zero/1.0/")
    if found := _SHORT.fullmatch(text) or _ADDRESS.match(text):
        kind, version = found[1].lower(), found[2] or _LATEST
        return License(f"CC {kind.upper()} {version}", f"{_CC}/licenses/{kind}/{version}/")
    if found := re.fullmatch(r"https?://(?:www\.)?([^/?#\s]+)\S*", text):
        return License(found[1], text)
    return License(text)
