"""Handles: the same ``@name`` is another person on another network."""

import regex

from ..model.handle import X_NAME

_X_HANDLE = regex.compile(rf"@?({X_NAME})")
# A handle of any network, not the end of an e-mail address, of a path or of another handle.
_HANDLE = regex.compile(r"(?<![\w@/.+\-])@(?P<handle>\w+(?:[.\-]\w+)*(?:@\w+(?:[.\-]\w+)*)?)")

ON_X = regex.compile(r"[A-Za-z0-9_]+")
"""``cafelune``."""

ON_MASTODON = regex.compile(r"[A-Za-z0-9_.\-]+@[\w.\-]+")
"""``cafelune@mastodon.example``; a bare name would be a stranger on the reader's own server."""

ON_BLUESKY = regex.compile(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
"""``cafelune.bsky.example``: a domain."""

NOWHERE = regex.compile(r"(?!)")
"""No handle at all: nobody knows whose it would be."""


def parse_x_handle(text: str) -> str | None:
    """Read a handle of X, with or without ``@``; None where X would not take it.

    >>> parse_x_handle("@monblog"), parse_x_handle("monblog")
    ('monblog', 'monblog')
    >>> parse_x_handle("@monblog@mastodon.example") is None
    True
    """
    match = _X_HANDLE.fullmatch(text.strip())
    return str(match[1]) if match else None


def unlink_handles(text: str, *, known: regex.Pattern[str]) -> str:
    """Take the ``@`` from the handles that are not of a network's own form.

    X would read the first part of a Bluesky handle as a handle of its own, and tell a stranger:

    >>> unlink_handles("Avec @anne et @marie.bsky.example", known=ON_X)
    'Avec @anne et marie.bsky.example'
    """

    def unlink(match: regex.Match[str]) -> str:
        return match[0] if known.fullmatch(match["handle"]) else match["handle"]

    return _HANDLE.sub(unlink, text)
