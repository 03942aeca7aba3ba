"""Cut a text at a word, and never inside something that must stay whole."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

import regex

from .entity import find_unbreakable, find_urls

ELLIPSIS = "…"
"""Marks a cut; it weighs 2 on X."""

_WORD_END = regex.compile(r"(?<=[^ \n])(?=[ \n])")
_GRAPHEME = regex.compile(r"\X")
# What looks lost before an ellipsis. A URL, a tag or a handle ends in none of these.
_LOOSE_END = regex.compile(r"(?:[\s,;:.!?…«“\u2018(\[{]|(?<=\s)[\-\u2013\u2014])+$")


def shorten_text(text: str, *, room: int, count: Callable[[str], int]) -> str:
    """Shorten a clean text to ``room``, as ``count`` counts it.

    The cut is made after a word and marked by an ellipsis. Only where that would leave less than
    half of the room in use, as in a language written without spaces, it is made inside a word,
    but not inside an emoji, a URL, a mention, a hashtag or an e-mail address, and not where the
    part that is left would become a link. Words held together by U+00A0 are one word.

    Returns:
        The text itself if there is room for it; "" if there is room for nothing of it.

    >>> shorten_text("Trente avatars deviennent des visages", room=27, count=len)
    'Trente avatars deviennent…'
    """
    if count(text) <= room:
        return text
    at_word = _cut_at_word(text, room, count)
    if 2 * count(at_word) >= room:
        return at_word
    return max(at_word, _cut_inside_word(text, room, count), key=len)


def _cut_at_word(text: str, room: int, count: Callable[[str], int]) -> str:
    """Cut after the last word that fits."""
    ends = [match.start() for match in _WORD_END.finditer(text)]
    return next(_fitting_cuts(text, ends, room, count), "")


def _cut_inside_word(text: str, room: int, count: Callable[[str], int]) -> str:
    """Cut after the last grapheme that fits, where no link is cut and none comes to be."""
    unbreakable = list(find_unbreakable(text))
    links = set(_links_in(text))
    ends = [
        match.start()
        for match in _GRAPHEME.finditer(text)
        if not any(start < match.start() < end for start, end in unbreakable)
    ]
    cuts = _fitting_cuts(text, ends, room, count)
    return next((cut for cut in cuts if links.issuperset(_links_in(cut))), "")


def _fitting_cuts(
    text: str,
    ends: list[int],
    room: int,
    count: Callable[[str], int],
) -> Iterator[str]:
    """Yield the cuts that fit, the longest first."""
    # A longer cut counts more, but for a word that becomes a link on its way; the search only
    # saves time, and what it finds is counted again.
    first_too_long = bisect_right(ends, room, key=lambda end: count(_mark_cut(text[:end])))
    for end in reversed(ends[:first_too_long]):
        cut = _mark_cut(text[:end])
        if count(cut) <= room:
            yield cut


def _links_in(text: str) -> list[str]:
    return [text[start:end] for start, end in find_urls(text)]


def _mark_cut(text: str) -> str:
    kept = _LOOSE_END.sub("", text)
    return kept + ELLIPSIS if kept else ""
