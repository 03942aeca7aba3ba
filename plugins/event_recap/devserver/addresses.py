"""From the path of a URL to the file that answers it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ..model.response_headers import find_headers, read_headers_file

if TYPE_CHECKING:
    from pathlib import Path

# Written down, since the table of the machine differs from one system to the next.
MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".opml": "text/x-opml",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsl": "application/xslt+xml",
}

HEADERS_NAME = "_headers"
"""File in which a site says what its host is to send."""
CACHE = "Cache-Control"
"""Header that is the server's own: a page that is being worked on is never kept."""

LONGEST_NAME_BYTES = 250  # with ".html" added it still fits the 255 of common file systems


@dataclass(frozen=True, slots=True)
class Moved:
    """The answer "ask there instead"."""

    location: str
    """Path of a URL, percent-encoded, with its query."""


def find_file(output: Path, url: str) -> Path | Moved | None:
    """Find what answers a request, as a web server with clean folder URLs does.

    Args:
        output: Folder of the built site.
        url: Path and query of the request, percent-encoded.

    Returns:
        The file; or the address with its closing slash where a folder was asked for without;
        or None where nothing answers: unknown, outside of the folder, not readable as UTF-8.
    """
    asked = urlsplit("/" + url.lstrip("/"))
    parts = _parse_parts(asked.path)
    if parts is None:
        return None
    place = output.joinpath(*parts)
    if asked.path.endswith("/"):
        return _inside(output, place / "index.html")
    if place.is_dir():
        query = f"?{asked.query}" if asked.query else ""
        return Moved(quote("/" + "/".join(parts) + "/") + query)
    return _inside(output, place) or _inside(output, place.with_name(place.name + ".html"))


def find_media_type(name: str) -> str:
    """Return the media type for a file name, with its charset where it is text.

    >>> find_media_type("index.html"), find_media_type("logo.svg"), find_media_type("a.bin")
    ('text/html; charset=utf-8', 'image/svg+xml; charset=utf-8', 'application/octet-stream')
    """
    dot = name.rfind(".")
    known = MEDIA_TYPES.get(name[dot:].lower()) if dot >= 0 else None
    media_type = known or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = media_type.startswith("text/") or media_type.endswith(("xml", "json"))
    return f"{media_type}; charset=utf-8" if is_text else media_type


def _parse_parts(path: str) -> list[str] | None:
    """Return the names of folders and file in a path; None for a path that tricks."""
    try:
        parts = [unquote(part, errors="strict") for part in path.split("/") if part]
    except UnicodeDecodeError:
        return None
    return None if any(_is_tricky(part) for part in parts) else parts


def _is_tricky(part: str) -> bool:
    """Return whether a name climbs, hides a separator, or is longer than file systems allow."""
    too_long = len(part.encode()) > LONGEST_NAME_BYTES
    return too_long or part in {".", ".."} or not set("/\\\0").isdisjoint(part)


def _inside(output: Path, file: Path) -> Path | None:
    """Return the file where it exists and does not lead out of the output folder by a link."""
    is_served = file.is_file() and file.resolve().is_relative_to(output.resolve())
    return file if is_served else None


def find_page_headers(output: Path, path: str) -> list[tuple[str, str]]:
    """Return what the host will send with an address, so that a page breaks here and not on the web.

    Args:
        output: Folder of the built site.
        path: Path of a URL.
    """
    file = output / HEADERS_NAME
    rules = read_headers_file(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else ()
    return [(name, value) for name, value in find_headers(rules, path) if name != CACHE and value.isascii()]
