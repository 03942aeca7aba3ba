"""Addresses that stay right when a post is read far from its page."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from ..rendering import URL_SCHEMES
from ..views.address import quote_url

# Most links are ready: a whole address without anything to quote. Asking first makes feeds twice as fast.
_READY = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=-]+")
_UNRESOLVED = re.compile(r"\s*[{|]\w+[}|]")
_IGNORED = re.compile(r"[\t\n\r]")
_CANDIDATE = re.compile(r"([^\s,]\S*)(?:\s+(\d[\d.]*[wx]))?\s*(?:,|$)")
_MAX_SRCSET = 4_096


def find_absolute_url(page_url: str, value: str) -> str | None:
    r"""Return where a link on a page leads, or None where it leads nowhere that a reader may go.

    >>> find_absolute_url("https://blog.example/recaps/focus-20/", "#fn:1")
    'https://blog.example/recaps/focus-20/#fn:1'
    >>> find_absolute_url("https://blog.example/", "java\nscript:alert(1)")
    >>> find_absolute_url("https://blog.example/", "{filename}lost.md")
    """
    if _READY.fullmatch(value):
        return value
    if _UNRESOLVED.match(value):
        return None
    try:
        url = urljoin(page_url, _IGNORED.sub("", value).strip())
        scheme = urlsplit(url).scheme
    except ValueError:  # such as a bracket without its partner in the place of the host
        return None
    return quote_url(url) if not scheme or scheme in URL_SCHEMES else None


def find_absolute_srcset(page_url: str, value: str) -> str | None:
    """Return a list of pictures with absolute URLs, or None where none of them can be shown.

    >>> find_absolute_srcset("https://blog.example/a/", "b.jpg 1x, /c.jpg 2x")
    'https://blog.example/a/b.jpg 1x, https://blog.example/c.jpg 2x'
    """
    if len(value) > _MAX_SRCSET:
        return None
    candidates = [
        f"{url} {size}".rstrip()
        for source, size in _CANDIDATE.findall(value)
        if (url := find_absolute_url(page_url, source))
    ]
    return ", ".join(candidates) or None
