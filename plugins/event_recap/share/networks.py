"""The networks a recap can be offered to, and the address each of them takes a post by.

Plain links that work without a script. Every value is percent-encoded but for the unreserved
characters of RFC 3986: a space is ``%20``, never ``+``, which an e-mail would show as a plus.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

import regex

from .handle import NOWHERE, ON_BLUESKY, ON_MASTODON, ON_X, unlink_handles
from .length import count_for_bluesky, count_for_mastodon, count_for_threads
from .post import X_LIMIT, Limit, SharedPost, fit_post

BLUESKY_LIMIT = Limit(300, count_for_bluesky)
"""300 graphemes and 3000 bytes, the URL inside the text as it is typed."""

MASTODON_LIMIT = Limit(500, count_for_mastodon)
"""What a server allows unless its owner chose otherwise."""

THREADS_LIMIT = Limit(500, count_for_threads)
"""500 code points, emoji by their bytes."""

MASTODON_PAGE = "https://share.joinmastodon.org/"
"""Asks readers for their server, where the site has no page of its own for that."""

MESSAGE_LIMIT = Limit(1000, len)
"""Messages have no limit worth the name; a link of more than 2000 octets may be refused."""


@dataclass(frozen=True, slots=True)
class Network:
    """One place to share to."""

    name: str
    """What the network calls itself; of e-mail, the English word."""

    build_url: Callable[[SharedPost], str]
    """Makes the address that takes the post: absolute URL, ``https`` or ``mailto``."""


def _build_x_url(post: SharedPost) -> str:
    post = fit_post(_with_handles(post, ON_X), limit=X_LIMIT)
    return _join(
        "https://x.com/intent/tweet?",
        text=post.text,
        url=post.url,
        hashtags=",".join(post.hashtags),
        via=post.via or "",
    )


def _build_bluesky_url(post: SharedPost) -> str:
    return _join(
        "https://bsky.app/intent/compose?",
        text=_compose(post, handles=ON_BLUESKY, limit=BLUESKY_LIMIT),
    )


@lru_cache(maxsize=16)  # of one page, for the link and for those who copy it
def compose_for_mastodon(post: SharedPost) -> str:
    """Return what is posted on Mastodon, as one text."""
    return _compose(post, handles=ON_MASTODON, limit=MASTODON_LIMIT)


def _build_mastodon_url(post: SharedPost) -> str:
    # A fragment: no server is told, neither ours nor that of Mastodon's makers.
    return _join(f"{post.mastodon_page or MASTODON_PAGE}#", text=compose_for_mastodon(post))


def _build_threads_url(post: SharedPost) -> str:
    # Threads takes one tag, of 50 characters.
    tags = tuple(tag for tag in post.prepared().hashtags if len(tag) <= 50)[:1]  # noqa: PLR2004
    post = replace(_with_handles(post, NOWHERE), hashtags=tags, via=None)
    post = fit_post(post, limit=THREADS_LIMIT)
    return _join(
        "https://www.threads.com/intent/post?",
        text=post.text,
        url=post.url,
        tag="".join(post.hashtags),
    )


def _build_linkedin_url(post: SharedPost) -> str:
    return _join("https://www.linkedin.com/sharing/share-offsite/?", url=post.url.strip())


def _build_facebook_url(post: SharedPost) -> str:
    return _join("https://www.facebook.com/sharer/sharer.php?", u=post.url.strip())


def _build_whatsapp_url(post: SharedPost) -> str:
    bare = replace(post, hashtags=())
    return _join("https://wa.me/?", text=_compose(bare, handles=NOWHERE, limit=MESSAGE_LIMIT))


def _build_telegram_url(post: SharedPost) -> str:
    post = replace(_with_handles(post, NOWHERE), hashtags=(), via=None)
    post = fit_post(post, limit=MESSAGE_LIMIT)
    return _join("https://t.me/share/url?", url=post.url, text=post.text)


def _build_email_url(post: SharedPost) -> str:
    post = replace(_with_handles(post, NOWHERE), hashtags=(), via=None)
    post = fit_post(post, limit=MESSAGE_LIMIT)
    body = "\n\n".join(part for part in (post.text, post.url) if part)
    return _join(
        "mailto:?",
        subject=" ".join(post.title.split("\n")),
        # RFC 6068: a line ends in CR LF.
        body=body.replace("\n", "\r\n"),
    )


NETWORKS: MappingProxyType[str, Network] = MappingProxyType(
    {
        "x": Network("X", _build_x_url),
        "bluesky": Network("Bluesky", _build_bluesky_url),
        "mastodon": Network("Mastodon", _build_mastodon_url),
        "threads": Network("Threads", _build_threads_url),
        "linkedin": Network("LinkedIn", _build_linkedin_url),
        "facebook": Network("Facebook", _build_facebook_url),
        "whatsapp": Network("WhatsApp", _build_whatsapp_url),
        "telegram": Network("Telegram", _build_telegram_url),
        "email": Network("E-mail", _build_email_url),
    },
)
"""Every network by its id, as the settings and the ``share`` block of a recap name it."""


def _with_handles(post: SharedPost, known: regex.Pattern[str]) -> SharedPost:
    return replace(
        post,
        text=unlink_handles(post.text, known=known),
        title=unlink_handles(post.title, known=known),
    )


def _compose(post: SharedPost, *, handles: regex.Pattern[str], limit: Limit) -> str:
    """Return text, URL and hashtags as one text; ``via`` is a handle of X and stays out."""
    return fit_post(replace(_with_handles(post, handles), via=None), limit=limit).composed()


def _join(start: str, **values: str) -> str:
    pairs = (f"{key}={quote(value, safe='')}" for key, value in values.items() if value)
    return start + "&".join(pairs)
