"""Profiles on networks: a handle, ``@handle`` or the address of the profile."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ..model.profile import NETWORKS, Profile, build_profile
from .report import UnreadableError, quote
from .urls import parse_url

NO_PROFILE = frozenset({"", "none", "false", "no", "null", "nil", "n/a", "-", "aucun"})
"""What lists say for somebody without a profile, in lower case."""
_HOSTS = {
    "x": ("x.com", "twitter.com"),
    "bluesky": ("bsky.app",),
    "linkedin": ("linkedin.com",),
    "github": ("github.com",),
    "gitlab": ("gitlab.com",),
    "codeberg": ("codeberg.org",),
    "threads": ("threads.com", "threads.net"),
    "instagram": ("instagram.com",),
    "facebook": ("facebook.com", "fb.com"),
    "youtube": ("youtube.com", "youtu.be"),
    "flickr": ("flickr.com",),
    "wikidata": ("wikidata.org",),
}
_MASTODON_PATH = re.compile(r"/@(?P<handle>[^/@]+)/?")
_EXAMPLES = {
    "mastodon": "@anne@social.example",
    "bluesky": "anne.bsky.social",
    "wikidata": "Q42",
    "website": "https://anne.example",
}


def parse_profile(network: str, text: str) -> Profile | None:
    """Return a profile, or None where the author says that there is none.

    Args:
        network: Key of ``NETWORKS``.
        text: Handle, ``@handle`` or the address of the profile.

    Raises:
        UnreadableError: It is neither; the message tells what is expected.

    >>> parse_profile("x", "http://www.twitter.com/#!/CafeLune").url
    'https://x.com/CafeLune'
    """
    if text.casefold() in NO_PROFILE:
        return None
    if "/" in text or text.startswith("www.") or network == "website":
        return _parse_address(network, text)
    profile = build_profile(network, text)
    if profile is None or (network == "bluesky" and "." not in profile.handle):
        raise UnreadableError(_expect(network, text))
    return profile


def find_network(url: str) -> str:
    """Return the network that an address belongs to; ``website`` where it is none known.

    >>> find_network("https://fr.linkedin.com/in/anne"), find_network("https://anne.example")
    ('linkedin', 'website')
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    for network, hosts in _HOSTS.items():
        if any(host == known or host.endswith(f".{known}") for known in hosts):
            return network
    return "mastodon" if _MASTODON_PATH.fullmatch(parts.path) else "website"


def _parse_address(network: str, text: str) -> Profile:
    url = parse_url(text)
    if network == "website":
        return Profile(network, url)
    if network != "mastodon" and find_network(url) != network:
        raise UnreadableError(_expect(network, text))
    return _find_profile(network, url) or Profile(network, url)


def _find_profile(network: str, url: str) -> Profile | None:
    """Return the profile at an address; None where its handle cannot be told from the address."""
    parts = urlsplit(url)
    if network == "mastodon":
        user = _MASTODON_PATH.fullmatch(parts.path)
        return build_profile(network, f"{user['handle']}@{parts.hostname}") if user else None
    path = parts.path
    if network == "x" and parts.fragment.startswith("!/"):
        path = parts.fragment[1:]
    form = re.escape(urlsplit(NETWORKS[network].url_format).path)
    handle = re.fullmatch(form.replace(r"\{handle\}", r"(?P<handle>[^/@]+)") + "/?", path)
    return build_profile(network, unquote(handle["handle"])) if handle else None


def _expect(network: str, text: str) -> str:
    name = NETWORKS[network].name or "website"
    example = _EXAMPLES.get(network, f"anne or {NETWORKS[network].url_format}")
    return f"{quote(text)} is no profile on {name}; expected {example.format(handle='anne')}"
