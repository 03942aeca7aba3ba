"""A thread that thanks many people: handles in the fewest posts, each as long as its network allows."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from .networks import BLUESKY_LIMIT, MASTODON_LIMIT, THREADS_LIMIT
from .packing import count_least, pack
from .plain_text import clean_text
from .post import X_LIMIT, Limit

if TYPE_CHECKING:
    from collections.abc import Sequence

LINKEDIN_LIMIT = Limit(3000, lambda text: len(text.encode("utf-16-le")) // 2)
"""3000 characters as its own page counts them: an emoji beyond the basic plane counts twice."""

THREAD_LIMITS: MappingProxyType[str, Limit] = MappingProxyType(
    {
        "x": X_LIMIT,
        "mastodon": MASTODON_LIMIT,
        "bluesky": BLUESKY_LIMIT,
        "threads": THREADS_LIMIT,
        "linkedin": LINKEDIN_LIMIT,
    }
)
"""Networks on which people can be thanked, and how long a post may be there."""

BY_NAME = frozenset({"linkedin"})
"""Networks on which a handle means nothing in a text: names are written, and the author picks each person."""


MOST_POSTS = 999
"""Posts of a thread for whose number there is room before any handle."""


class NoRoomError(ValueError):
    """The words and the link alone are longer than a post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a thread begins with."""

    text: str
    """Words of thanks, plain text."""
    url: str
    """Absolute URL of the recap; empty for none."""
    also: str
    """Word before the handles of a post without a number: a text that starts with a handle is a reply."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Posts, in order."""

    posts: tuple[str, ...]
    too_long: tuple[str, ...] = ()
    """Words for which no post has room."""
    least_count: int = 1
    """Below this number of posts no packing is possible."""


def write_mention(network: str, handle: str, name: str) -> str:
    """Return how somebody is written in a post.

    >>> write_mention("mastodon", "anne@social.example", "Anne"), write_mention("linkedin", "anne", "Anne")
    ('@anne@social.example', 'Anne')
    """
    return name if network in BY_NAME else f"@{handle}"


def write_thread(opening: Opening, words: Sequence[str], network: str) -> Thread:
    """Return the posts that thank everybody, as few as can be found, none longer than the network allows.

    The first post has the words and the link. Posts are numbered, unless that would take one more.

    Args:
        opening: Words and link.
        words: How each person is written, in the order of their importance; each is kept whole.
        network: Key of ``THREAD_LIMITS``.

    Raises:
        NoRoomError: There is no room for the opening.
    """
    return _Writer(opening, network).write(words)


class _Writer:
    """Puts one thread together."""

    def __init__(self, opening: Opening, network: str) -> None:
        self._limit = THREAD_LIMITS[network]
        self._separator = ", " if network in BY_NAME else " "
        # A link on a line of its own: no sign beside it can be taken for a part of it.
        self._opening = "\n".join(filter(None, (clean_text(opening.text), opening.url))) or opening.also
        self._also = opening.also
        self._longest = self._limit.length_max

    def write(self, words: Sequence[str]) -> Thread:
        first = self._room(self._begin(0, 0))
        if first < 0:
            excess = -first
            message = f"the words and the link are {excess} too long for a post of {self._longest}"
            raise NoRoomError(message)
        others = [self._room(self._begin(1, total)) for total in (0, 9, MOST_POSTS)]
        fitting = [word for word in words if self._measure(word) <= min(others)]
        sizes = [self._measure(word) for word in fitting]
        # For the bound, every post is as large as the largest; the opening is one more word in one of them.
        capacity = max(first, *others)
        least = max(1, count_least([*sizes, capacity - first], capacity))
        too_long = tuple(word for word in words if word not in fitting)
        return Thread(self._fill(fitting, sizes, least), too_long, least)

    def _fill(self, words: Sequence[str], sizes: Sequence[int], least: int) -> tuple[str, ...]:
        count = least
        while True:
            for total in (count, 0) if count > 1 else (0,):
                begins = [self._begin(number, total) for number in range(count)]
                rooms = [self._room(begin) for begin in begins]
                boxes = pack(sizes, rooms) if min(rooms) >= 0 else None
                if boxes is not None:
                    parts = (self._separator.join(words[position] for position in box) for box in boxes)
                    return tuple(self._join(begin, part) for begin, part in zip(begins, parts, strict=True))
            count += 1

    def _begin(self, number: int, total: int) -> str:
        """Return what stands before the handles of a post; ``total`` is 0 for a thread without numbers."""
        count = f"{number + 1}/{total}" if total else ""
        if number == 0:
            return " ".join(filter(None, (count, self._opening)))
        return count or self._also

    def _join(self, begin: str, part: str) -> str:
        between = "\n" if begin.endswith(self._opening) else " "
        return between.join(filter(None, (begin, part)))

    def _room(self, begin: str) -> int:
        """Return how much a post has left; the sign before the first handle is counted with the handle."""
        return self._longest - self._limit.count(begin)

    def _measure(self, word: str) -> int:
        """Return what a word costs with the sign that parts it from what stands before it."""
        return self._limit.count(f"x{self._separator}{word}") - self._limit.count("x")
