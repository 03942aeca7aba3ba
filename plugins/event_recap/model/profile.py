"""Where to find a person on the web: networks, and the address of a profile on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from .handle import X_NAME


@dataclass(frozen=True, slots=True)
class Network:
    """A place where people have profiles."""

    name: str
    """Name as its users write it."""
    url_format: str
    """Absolute URL of a profile with ``{handle}``; empty where only a whole URL will do."""
    handle_pattern: str = r"[\w.-]{1,100}"
    """Regular expression that a handle matches as a whole, without its ``@``."""


NETWORKS = {
    "x": Network("X", "https://x.com/{handle}", X_NAME),
    "mastodon": Network("Mastodon", "", r"[\w.-]+@[\w.-]+\.[\w]{2,}"),
    "bluesky": Network("Bluesky", "https://bsky.app/profile/{handle}"),
    "linkedin": Network("LinkedIn", "https://www.linkedin.com/in/{handle}", r"[\w%.-]{1,100}"),
    "github": Network("GitHub", "https://github.com/{handle}", r"[A-Za-z0-9-]{1,39}"),
    "gitlab": Network("GitLab", "https://gitlab.com/{handle}"),
    "codeberg": Network("Codeberg", "https://codeberg.org/{handle}"),
    "threads": Network("Threads", "https://www.threads.com/@{handle}"),
    "instagram": Network("Instagram", "https://www.instagram.com/{handle}"),
    "facebook": Network("Facebook", "https://www.facebook.com/{handle}"),
    "youtube": Network("YouTube", "https://www.youtube.com/@{handle}"),
    "flickr": Network("Flickr", "https://www.flickr.com/people/{handle}"),
    "wikidata": Network("Wikidata", "https://www.wikidata.org/wiki/{handle}", r"Q\d+"),
    "website": Network("", ""),
}
"""Networks an author may name, in the order in which links are shown. A website has no name of its own."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's address on one network."""

    network: str
    """Key of ``NETWORKS``."""
    url: str
    """Absolute URL, http or https."""
    handle: str = ""
    """Handle without ``@`` (``user@host`` for Mastodon); empty where only the URL is known."""


def build_profile(network: str, handle: str) -> Profile | None:
    """Return the profile for a handle as an author types it, or None if it cannot be one.

    >>> build_profile("x", "@cafelune")
    Profile(network='x', url='https://x.com/cafelune', handle='cafelune')
    >>> build_profile("mastodon", "@anne@social.example").url
    'https://social.example/@anne'
    """
    known = NETWORKS[network]
    bare = handle.strip().removeprefix("@")
    if not re.fullmatch(known.handle_pattern, bare):
        return None
    if network == "mastodon":
        user, _, host = bare.partition("@")
        return Profile(network, f"https://{host.lower()}/@{quote(user)}", bare)
    if not known.url_format:
        return None
    return Profile(network, known.url_format.format(handle=quote(bare, safe="%")), bare)
