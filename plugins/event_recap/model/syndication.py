"""Where a recap was shared, and how one answers there: a plain link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from .profile import NETWORKS

_X_POST = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/\w+/status(?:es)?/(?P<id>\d+)", re.ASCII
)
_FEDIVERSE_PATH = re.compile(r"/@[^/]+/\d+/?|/users/[^/]+/statuses/\d+/?|/notes?/\w+/?|/notice/\w+/?")
_HOSTS = {
    "x": ("x.com", "twitter.com"),
    "bluesky": ("bsky.app",),
    "linkedin": ("linkedin.com",),
    "facebook": ("facebook.com", "fb.com"),
    "threads": ("threads.com", "threads.net"),
    "instagram": ("instagram.com",),
    "github": ("github.com",),
}


@dataclass(frozen=True, slots=True)
class Syndication:
    """A copy of a recap, or a post that leads to it, on a network or another site."""

    url: str
    """Absolute URL of the post."""
    network: str
    """Key of ``NETWORKS``; ``website`` for none of them."""
    name: str
    """``Mastodon``; the host where it is no network."""
    reply_url: str
    """Where one answers: a form of X with the answer begun, elsewhere the post itself."""


def read_syndication(url: str) -> Syndication:
    """Return what an address of a post tells.

    >>> read_syndication("https://twitter.com/lanterne/status/42").reply_url
    'https://x.com/intent/post?in_reply_to=42'
    >>> read_syndication("https://social.example/@lanterne/1142").name
    'Mastodon'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower().removeprefix("www.")
    network = next((key for key, hosts in _HOSTS.items() if _is_at(host, hosts)), "")
    if not network:
        network = "mastodon" if _FEDIVERSE_PATH.fullmatch(parts.path) else "website"
    post = _X_POST.match(url)
    reply_url = f"https://x.com/intent/post?in_reply_to={post['id']}" if post else url
    return Syndication(url, network, NETWORKS[network].name or host, reply_url)


def _is_at(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)
