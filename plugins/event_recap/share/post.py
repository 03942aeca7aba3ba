"""A post that offers a page to a network, and how it is made to fit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import regex

from .handle import parse_x_handle
from .hashtag import build_hashtags
from .length import count_weight
from .plain_text import clean_text
from .shorten import shorten_text

MARGIN = 2
"""Left free: how X joins text, URL, hashtags and handle is not documented."""

TEXT_MIN = 60
"""The text is cut down to this length before a hashtag is given up for it."""

TEXT_MAX = 2000
"""Code points of a text that are looked at; no network shows as much."""

_TAG_IN_TEXT = regex.compile(r"[#\uFF03]([\p{L}\p{M}\p{Nd}_\xB7]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPost:
    """What is shared of a page; :meth:`prepared` makes it fit for any network."""

    text: str
    """Plain text, not HTML; the author's own words, or the title."""

    url: str
    """Absolute URL of the page, the canonical one; "" for none."""

    title: str = ""
    """Plain text, not HTML; the subject of an e-mail."""

    hashtags: tuple[str, ...] = ()
    """Tags in any spelling, the most telling first."""

    via: str | None = None
    """The site's own handle on X, with or without ``@``."""

    mastodon_page: str = ""
    """Absolute URL of the site's page that asks readers of Mastodon for their server; "" for none."""

    def prepared(self) -> "SharedPost":
        """Return the post with clean text, valid hashtags that the text lacks, and a valid via.

        Where the text is empty the title takes its place.
        """
        title = clean_text(self.title[:TEXT_MAX])
        text = clean_text(self.text[:TEXT_MAX]) or title
        has_tags = "#" in text or "\uff03" in text
        in_text = {tag.casefold() for tag in _TAG_IN_TEXT.findall(text)} if has_tags else ()
        return SharedPost(
            text=text,
            url=self.url.strip(),
            title=title or text,
            hashtags=tuple(tag for tag in build_hashtags(self.hashtags) if tag.casefold() not in in_text),
            via=parse_x_handle(self.via or ""),
        )

    def composed(self) -> str:
        """Return the post as one text, as a network shows it: text, URL, hashtags, via.

        >>> SharedPost(text="Focus 20", url="https://a.example/", via="b").composed()
        'Focus 20 https://a.example/ via @b'
        """
        tags = (f"#{tag}" for tag in self.hashtags)
        via = f"via @{self.via}" if self.via else ""
        return " ".join(part for part in (self.text, self.url, *tags, via) if part)


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a post may be on a network."""

    length_max: int
    """In the unit of ``count``."""

    count: Callable[[str], int]
    """Counts a text as the network does."""


X_LIMIT = Limit(280, count_weight)
"""280 by weight: text, URL, hashtags and handle together."""


def fit_post(post: SharedPost, *, limit: Limit = X_LIMIT) -> SharedPost:
    """Make a post fit a network's limit, with a margin of 2.

    The text is cut at a word. Where less than 60 of it would stay, hashtags are dropped, from
    the last to the first, then ``via``, and at the end the text. The URL is never dropped: only
    a URL longer than the limit, on a network that does not shorten it, does not fit.
    """
    post = post.prepared()
    enough = min(TEXT_MIN, limit.count(post.text))
    for smaller in _reductions(post):
        room = _room_for_text(smaller, limit)
        if room >= enough:
            break
    return replace(smaller, text=shorten_text(smaller.text, room=room, count=limit.count))


def _room_for_text(post: SharedPost, limit: Limit) -> int:
    rest = replace(post, text="").composed()
    # The space that joins the two counts as well.
    return limit.length_max - MARGIN - (limit.count(rest) + 1 if rest else 0)


def _reductions(post: SharedPost) -> Iterator[SharedPost]:
    """Yield the post, then without its hashtags one by one, then without its via."""
    for kept in range(len(post.hashtags), -1, -1):
        yield replace(post, hashtags=post.hashtags[:kept])
    yield replace(post, hashtags=(), via=None)
