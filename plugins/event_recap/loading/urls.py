"""Addresses on the web as authors type them: http and https, nothing else."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from .report import UnreadableError
from .report import quote as show

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#].*)?")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_SAFE = "/:@!$&()*+,;=~%"
"""What stands in a path or a query as it is, beside letters and digits; the rest is encoded."""
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
LONGEST_URL = 2000
"""Characters; longer ones fail in programs that read them."""
NO_EMAIL = "an e-mail address is never published; take it out"
EXPECTED = "expected a web address such as https://example.org/page"


def parse_url(text: str) -> str:
    """Return an absolute URL; one without a scheme is read as https.

    Raises:
        UnreadableError: It is no address that may be published.

    >>> parse_url("HTTP://example.org/été?q=a b".replace(" ", "+"))
    'http://example.org/%C3%A9t%C3%A9?q=a+b'
    >>> parse_url("example.org/x")
    'https://example.org/x'
    """
    if re.search(r"[\s\\]", text) or len(text) > LONGEST_URL:
        what = f"{show(text)} holds a space or a backslash, or is too long; {EXPECTED}"
        raise UnreadableError(what)
    try:
        parts = urlsplit(_complete_url(text))
        _check_host(parts)
    except ValueError as error:
        if isinstance(error, UnreadableError):
            raise
        what = f"{show(text)} is no web address; {EXPECTED}"
        raise UnreadableError(what) from None
    path, query, fragment = (_encode(part) for part in parts[2:])
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def _complete_url(text: str) -> str:
    """Return an address with its scheme.

    Raises:
        UnreadableError: Its scheme is another than http and https, or it is an e-mail address.
    """
    if text.startswith("//"):
        return f"https:{text}"
    if _BARE.fullmatch(text):
        return f"https://{text}"
    scheme = _SCHEME.match(text)
    if scheme and scheme["scheme"].lower() in {"http", "https"}:
        return text
    if "@" in text and not text.startswith("@") and "/" not in text:
        raise UnreadableError(NO_EMAIL)
    if scheme:
        what = f"addresses that begin with {show(scheme[0])} are never published; {EXPECTED}"
        raise UnreadableError(what)
    what = f"{show(text)} is no web address; {EXPECTED}"
    raise UnreadableError(what)


def has_scheme(text: str) -> bool:
    """Tell whether an address was typed with http or https."""
    return text.lower().startswith(("http://", "https://"))


def _check_host(parts: SplitResult) -> None:
    if parts.username is not None or parts.password is not None:
        what = "the address holds a user name or a password; take it out"
        raise UnreadableError(what)
    host = parts.hostname or ""
    parts.port  # noqa: B018 (raises where it is no number)
    if host.startswith("[") or ":" in host:
        ipaddress.IPv6Address(host)
    elif not _HOST.fullmatch(host):
        raise ValueError(host)


def _encode(part: str) -> str:
    return quote(_LOOSE_PERCENT.sub("%25", part), safe=_SAFE + "?'")
