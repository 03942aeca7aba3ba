"""Answers from the web, for commands only: short ones, soon, and from nowhere inside a private network."""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import time
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

from ...errors import EventRecapError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    Connect = Callable[[SplitResult, float], http.client.HTTPConnection]

SECONDS = 15.0
"""Time that an answer may take, redirects included."""
MOST_BYTES = 1_000_000
"""Bytes of an answer."""
MOST_REDIRECTS = 3
AGENT = "event-recap (fetches one post, or the title and picture of one film)"
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class FetchBytes(Protocol):
    """Something that answers with the bytes at an address."""

    def __call__(self, url: str, /) -> bytes:
        """Return what is there.

        Raises:
            EventRecapError: Nothing can be read there.
        """


class Fetch(Protocol):
    """Something that answers with the JSON at an address."""

    def __call__(self, url: str, /) -> Any:  # noqa: ANN401 -- what JSON holds
        """Return what is there.

        Raises:
            EventRecapError: Nothing can be read there.
        """


def connect_outside(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    """Return an encrypted connection to a server of the public web.

    Raises:
        OSError: There is no such server, or it is not public.
    """
    if parts.scheme != "https":
        message = "not an address that begins with https"
        raise OSError(message)
    return connect_public(parts, seconds)


def connect_public(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    """Return a connection to a server of the public web, encrypted where the address says so.

    The address is looked up once and connected to as it is: a name that leads to a machine of the author's
    own network, now or a moment later, leads nowhere.

    Raises:
        OSError: There is no such server, or it is not public.
    """
    is_encrypted = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if is_encrypted else 80)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if not all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in addresses):
        message = "an address inside a private network"
        raise OSError(message)
    plain = socket.create_connection((addresses[0], port), timeout=seconds)
    if not is_encrypted:
        unsafe = http.client.HTTPConnection(host, port, timeout=seconds)
        unsafe.sock = plain
        return unsafe
    connection = http.client.HTTPSConnection(host, port, timeout=seconds)
    try:
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise
    return connection


def fetch_json(url: str, connect: Connect = connect_outside) -> Any:  # noqa: ANN401 -- what JSON holds
    """Return the JSON at an address.

    Args:
        url: Absolute URL.
        connect: Opens the connection.

    Raises:
        EventRecapError: There is none, it comes too late, or it is too long.
    """
    try:
        return json.loads(fetch_bytes(url, connect, accept="application/json"))
    except ValueError:
        raise _fail(url, "answers with something else than JSON") from None


def fetch_bytes(url: str, connect: Connect = connect_outside, *, accept: str = "image/*") -> bytes:
    """Return what is at an address, such as a picture.

    Args:
        url: Absolute URL.
        connect: Opens the connection.
        accept: Media types that are wanted.

    Raises:
        EventRecapError: There is nothing, it comes too late, or it is too long.
    """
    end = time.monotonic() + SECONDS
    here = url
    try:
        for _ in range(MOST_REDIRECTS + 1):
            status, target, body = _ask(here, accept, connect, end)
            if status not in _REDIRECTS:
                break
            here = urljoin(here, target)
        if status != http.client.OK:
            raise _fail(url, f"answers with the status {status}; is it public, and still there")
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _fail(url, f"cannot be fetched: {why}") from None
    return body


def _ask(url: str, accept: str, connect: Connect, end: float) -> tuple[int, str, bytes]:
    """Return status, target of a redirect, and body of one answer.

    Raises:
        OSError: It comes too late or is too long.
    """
    parts = urlsplit(url)
    connection = connect(parts, _find_rest(end))
    try:
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", path, headers={"User-Agent": AGENT, "Accept": accept})
        with connection.getresponse() as answer:
            return answer.status, answer.headers.get("Location", ""), _read(answer, end)
    finally:
        connection.close()


def _read(answer: http.client.HTTPResponse, end: float) -> bytes:
    """Return the body of an answer.

    Raises:
        OSError: It comes too late or is too long.
    """
    body = b""
    while chunk := answer.read1(_CHUNK):
        body += chunk
        _find_rest(end)
        if len(body) > MOST_BYTES:
            message = f"more than {MOST_BYTES // 1_000_000} MB"
            raise OSError(message)
    return body


def _find_rest(end: float) -> float:
    """Return how many seconds are left.

    Raises:
        TimeoutError: None.
    """
    rest = end - time.monotonic()
    if rest <= 0:
        message = f"no answer within {SECONDS:g} seconds"
        raise TimeoutError(message)
    return rest


def _fail(url: str, what: str) -> EventRecapError:
    return EventRecapError([Problem(Place(urlsplit(url).hostname or url), "", what)])
