"""A first message to one person, as long as the network where they read it allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .length import count_graphemes, count_weight
from .networks import MASTODON_LIMIT, MESSAGE_LIMIT
from .plain_text import clean_text
from .post import Limit
from .shorten import shorten_text

if TYPE_CHECKING:
    from collections.abc import Callable

MESSAGE_LIMITS = {
    "x": Limit(10_000, count_weight),
    "mastodon": MASTODON_LIMIT,
    "bluesky": Limit(1000, count_graphemes),
    "linkedin": Limit(200, len),
    "threads": MESSAGE_LIMIT,
    "instagram": MESSAGE_LIMIT,
    "facebook": MESSAGE_LIMIT,
}
"""Networks on which somebody can be written to. On X and Bluesky it is a direct message; on Mastodon a post
that begins with the handle; on LinkedIn the note of an invitation, of which a free account has 200 signs."""


@dataclass(frozen=True, slots=True)
class FirstMessage:
    """A text to paste."""

    text: str
    length: int
    """As the network counts."""
    length_max: int


def write_message(network: str, compose: Callable[[str], str], url: str, handle: str = "") -> FirstMessage:
    """Return what to write to somebody; what is too long is cut at a word, before the link.

    Args:
        network: Key of ``MESSAGE_LIMITS``.
        compose: Returns the words with a link in its place, or without one.
        url: Absolute URL, or empty.
        handle: Of the person there, without its first ``@``; only Mastodon needs it.

    >>> write_message("mastodon", "Bonjour ! {}".format, "", "anne@social.example").text
    '@anne@social.example Bonjour !'
    """
    limit = MESSAGE_LIMITS[network]
    start = f"@{handle} " if network == "mastodon" and handle else ""
    text = start + clean_text(compose(url))
    if limit.count(text) > limit.length_max:
        end = f" {url}" if url and limit.count(f"{start}{url}") < limit.length_max // 2 else ""
        room = limit.length_max - limit.count(start) - limit.count(end)
        text = start + shorten_text(clean_text(compose("")), room=room, count=limit.count) + end
    return FirstMessage(text, limit.count(text), limit.length_max)
