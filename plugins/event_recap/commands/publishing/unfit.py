"""Settings with which a site may be looked at, and not be published."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...errors import EventRecapError, Place, Problem
from ...publication import Publication, read_publication
from ...settings import NAME, Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STOCK_NAME = "A Pelican Blog"
"""Name that Pelican gives to a site whose settings have none."""
_EXAMPLE = re.compile(r"(?:.*\.)?(?:example|invalid|test|example\.(?:com|net|org))\.?")
_PRIVATE = re.compile(r"(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)\.?")
_ADDRESSES = ("privacy_contact", "comments_email", "webmention_endpoint")


def find_unfit(site: Mapping[str, Any], file: Path) -> Iterator[Problem]:
    """Yield what of a site's settings is wrong for the web, all at once.

    Args:
        site: Pelican's settings.
        file: The file of settings, to be mended.
    """
    place = Place(str(file))
    publication, problems = _read(read_publication, site, Publication())
    settings, more = _read(lambda found: read_settings(found.get(NAME, {})), site, Settings())
    yield from (*problems, *more)
    for field, what in (
        *_check_siteurl(str(site.get("SITEURL") or ""), allow_http=publication.allow_http),
        *_check_pelican(site),
        *_check_ours(settings),
    ):
        yield Problem(place, field, what)


def _read(read: Any, site: Mapping[str, Any], default: Any) -> tuple[Any, tuple[Problem, ...]]:  # noqa: ANN401 -- of either setting
    try:
        return read(site), ()
    except EventRecapError as error:
        return default, error.problems


def _check_siteurl(siteurl: str, *, allow_http: bool) -> Iterator[tuple[str, str]]:
    what = explain_siteurl(siteurl)
    if not what and siteurl.startswith("http:") and not allow_http:
        what = "not encrypted; expected https://…, or 'allow_http': True in EVENT_RECAP_PUBLISH"
    if what:
        yield "SITEURL", what


def explain_siteurl(siteurl: str) -> str:
    """Return why others cannot read a site at an address; empty where they can.

    >>> explain_siteurl("https://blog.example"), explain_siteurl("https://pelican.blog/me")
    ("'blog.example' is an example's name; expected the address of your own site", '')
    """
    if not siteurl:
        return "empty; expected the address of your site, such as https://games.example.org"
    parts = urlsplit(siteurl)
    host = (parts.hostname or "").lower()
    if parts.scheme not in {"http", "https"} or not host:
        return f"{siteurl!r} is no address of a site; expected one such as https://games.example.org"
    if parts.query or parts.fragment or parts.username or siteurl.endswith("/"):
        return f"{siteurl!r} has more than the address; expected it without '/' at the end, '?', '#' and '@'"
    if _EXAMPLE.fullmatch(host):
        return f"{host!r} is an example's name; expected the address of your own site"
    if _PRIVATE.fullmatch(host) or ("." not in host.strip("[]") and ":" not in host) or _is_inside(host):
        return f"{host!r} is a machine that others do not reach; expected the address of your site on the web"
    return ""


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _check_pelican(site: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with Pelican's own settings."""
    if site.get("RELATIVE_URLS"):
        yield "RELATIVE_URLS", "True, for a site that is looked at from a folder; expected False"
    if site.get("SITENAME") == STOCK_NAME:
        yield "SITENAME", "still Pelican's own; expected the name of your site"
    domain, siteurl = str(site.get("FEED_DOMAIN") or ""), str(site.get("SITEURL") or "")
    if domain and domain != siteurl:
        yield "FEED_DOMAIN", f"{domain!r} is another address than SITEURL; take it out"


def _check_ours(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with settings of ours."""
    if not settings.feeds.get("site"):
        yield "feeds", 'the site has no feed, so nobody can subscribe; expected "site": ["atom"] or more'
    if settings.today:
        yield "today", f"the site is built as of {settings.today}, so no consent ends after it; take it out"
    for key in _ADDRESSES:
        value = str(getattr(settings, key))
        host = value.rpartition("@")[2] if "@" in value else urlsplit(value).hostname or ""
        if host and _EXAMPLE.fullmatch(host.lower()):
            yield key, f"{host!r} is an example's name; expected an address of your own"
