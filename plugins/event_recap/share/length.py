"""How long a post is, as each network counts it."""

from unicodedata import normalize

import regex

from . import emoji
from .entity import find_urls

URL_WEIGHT = 23
"""What a URL of any length costs on X and on Mastodon: both replace it by a short one."""

BLUESKY_BYTES = 10
"""Bytes that Bluesky allows for each of its 300 graphemes."""

EMOJI_WEIGHT = 2
"""What an emoji costs on X, a whole family joined together included."""

_LIGHT = regex.compile(r"[\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
_GRAPHEME = regex.compile(r"\X")
_MASTODON_URL = regex.compile(r"(?i:https?)://\S+")
_MASTODON_HANDLE = regex.compile(r"(?<![\w/])(@\w+(?:[.\-]\w+)*)@[\w.\-]+\w")


def count_weight(text: str) -> int:
    r"""Count a text as X does (configuration 3 of twitter-text); a post may weigh 280.

    Latin, Greek, Cyrillic, Hebrew and Arabic letters weigh 1, most other characters 2, an emoji
    2 as a whole and a URL 23, whatever its length. The narrow no-break space of French
    typography is one of the heavy ones, the ellipsis another:

    >>> count_weight("été"), count_weight("\u202f"), count_weight("…"), count_weight("👨‍👩‍👧‍👦")
    (3, 2, 2, 2)
    >>> count_weight("https://exemple.org/recaps/focus-20/"), count_weight("fin.Et")
    (23, 23)
    """
    text = normalize("NFC", text)
    weight = position = 0
    for start, end in find_urls(text):
        weight += _weigh(text[position:start]) + URL_WEIGHT
        position = end
    return weight + _weigh(text[position:])


def count_graphemes(text: str) -> int:
    """Count what a reader sees as one character each.

    >>> count_graphemes("été 👨‍👩‍👧‍👦")
    5
    """
    return len(_GRAPHEME.findall(text))


def count_for_bluesky(text: str) -> int:
    """Count as Bluesky does, which allows 300 graphemes and 3000 bytes: a tenth of the bytes counts too.

    >>> count_for_bluesky("@anne.bsky.example"), count_for_bluesky("👨‍👩‍👧‍👦")
    (18, 3)
    """
    return max(count_graphemes(text), -(-len(text.encode()) // BLUESKY_BYTES))


def count_for_mastodon(text: str) -> int:
    """Count as Mastodon does: graphemes, 23 for a URL, and only the name of a remote handle.

    >>> count_for_mastodon("@anne@mastodon.example https://exemple.org/une/longue/adresse/")
    29
    """
    text = _MASTODON_URL.sub("x" * URL_WEIGHT, text)
    return count_graphemes(_MASTODON_HANDLE.sub(r"\1", text))


def count_for_threads(text: str) -> int:
    """Count as Threads does: code points, but for an emoji the bytes of its UTF-8 form.

    >>> count_for_threads("été"), count_for_threads("👏")
    (3, 4)
    """
    parts = emoji.PART.findall(text)
    return len(text) + sum(len(part.encode()) - 1 for part in parts)


def _weigh(text: str) -> int:
    """Weigh a text without URLs."""
    rest, emoji_count = emoji.SEQUENCE.subn("", text)
    return 2 * len(rest) - len(_LIGHT.findall(rest)) + EMOJI_WEIGHT * emoji_count
