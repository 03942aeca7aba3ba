"""Finds people in a text: names in any spelling, handles, addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .removal import Kind, fold_handle, fold_name, fold_url

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

LONGEST_NAME = 5
"""Words of a name that is looked for by its hash; a hyphen and an apostrophe part words."""
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+")
_GAP = re.compile(r"(?:[^\S\n]|\n(?![^\S\n]*\n)|[_.,’'\u2010\u2011–+*-]){1,8}")
_SPACE = re.compile(r"%20|&nbsp;|&#160;|&#xa0;", re.IGNORECASE)
"""A space in an address or in HTML."""
_URL = re.compile(r"""https?://[^\s<>"'\]})|]+""", re.IGNORECASE)
_HANDLE = re.compile(r"(?:(?<![\w.+/-])@|(?<=\[\[)@?)(\w[\w.-]*(?:@[\w.-]+\w)?)")
_SLUG_GAPS = frozenset("-_.")
_STARTS = frozenset('\n"“«([{;:|>-')
_ENDS = frozenset('\n"”»)]};|<')


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A place in a text where a person is named."""

    start: int
    end: int
    kind: Kind
    is_one_word: bool = False
    """Whether it is a name of one word, which may be another word as well."""


def find_traces(
    text: str,
    is_known: Callable[[Kind, str], bool],
    *,
    others: Container[str] = (),
    most_words: int = LONGEST_NAME,
    every: bool = False,
) -> Iterator[Trace]:
    """Yield each place where somebody is named, in the order of the text.

    Args:
        text: Any text, Markdown or YAML as well.
        is_known: Whether a kind and a folded form are of somebody wanted.
        others: Folded names of people who are not wanted; a longer name of theirs hides a shorter.
        most_words: Words of the longest name.
        every: Whether names without capitals are looked for as well; it takes longer.
    """
    found = [
        *_find_urls(text, is_known),
        *_find_handles(text, is_known),
        *_find_names(text, is_known, others, most_words, every=every),
    ]
    end = 0
    for trace in sorted(found, key=lambda one: (one.start, -one.end)):
        if trace.start >= end:
            end = trace.end
            yield trace


def _find_urls(text: str, is_known: Callable[[Kind, str], bool]) -> Iterator[Trace]:
    for found in _URL.finditer(text):
        address = found[0].rstrip(".,;:!?*_")
        parts = fold_url(address).split("/")
        if any(is_known(Kind.URL, "/".join(parts[:most])) for most in range(len(parts), 0, -1)):
            yield Trace(found.start(), found.start() + len(address), Kind.URL)


def _find_handles(text: str, is_known: Callable[[Kind, str], bool]) -> Iterator[Trace]:
    for found in _HANDLE.finditer(text):
        whole = found[1].rstrip(".-_") if found[1].rstrip("_") else found[1]
        for handle in dict.fromkeys((found[1].rstrip(".-"), whole, whole.partition("@")[0])):
            if is_known(Kind.HANDLE, fold_handle(handle)):
                yield Trace(found.start(), found.start(1) + len(handle), Kind.HANDLE)
                break


def _find_names(
    text: str, is_known: Callable[[Kind, str], bool], others: Container[str], most_words: int, *, every: bool
) -> Iterator[Trace]:
    text = _SPACE.sub(lambda space: " " * len(space[0]), text)  # as long, so that places stay
    words = _split(text)
    first = 0
    while first < len(words):
        step = 1
        for last in range(words[first].find_last(most_words, every=every), first - 1, -1):
            if last > first and not every and not words[first].may_end_at(words[last]):
                continue
            name = " ".join(sorted([word.folded for word in words[first : last + 1]]))
            span = (words[first].start, words[last].end)
            is_other = last > first and name in others
            if not is_other and is_known(Kind.NAME, name) and _stands_alone(text, *span):
                yield Trace(*span, Kind.NAME, is_one_word=last == first)
            elif not is_other:
                continue
            step = last - first + 1
            break
        first += step


@dataclass(slots=True)
class _Word:
    """A word of a text, and how it hangs together with those after it."""

    number: int
    start: int
    end: int
    folded: str
    is_capital: bool
    last: int
    """The last word that may belong to one name with this."""
    last_of_slug: int
    """The last word of the id that this begins: with hyphens and the like between its words."""

    def find_last(self, most: int, *, every: bool) -> int:
        """Return the last word of the longest name that may begin here."""
        last = self.last if every or self.is_capital else self.last_of_slug
        return min(last, self.number + most - 1)

    def may_end_at(self, other: _Word) -> bool:
        """Tell whether words from here to another have capitals as names have, or hyphens as ids have."""
        return (self.is_capital and other.is_capital) or other.number <= self.last_of_slug


def _split(text: str) -> list[_Word]:
    """Return the words of a text, in its order."""
    words = [
        _Word(number, found.start(), found.end(), _fold_word(found[0]), found[0][0].isupper(), number, number)
        for number, found in enumerate(_WORD.finditer(text))
    ]
    for word, after in pairwise(reversed(words)):  # the later word comes first
        if _GAP.fullmatch(text, after.end, word.start):
            after.last = word.last
            if text[after.end : word.start] in _SLUG_GAPS:
                after.last_of_slug = word.last_of_slug
    return words


@lru_cache(maxsize=100_000)
def _fold_word(word: str) -> str:
    return fold_name(word)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a name is no part of a longer one, nor made of two as in ``Luc Roy, Anne Martin``."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start].isupper() and (
        (len(before) > 1 and before[1] == "-" and before[0].isalpha())
        or (len(after) > 1 and after[0] == "-" and after[1].isupper())
    ):
        return False
    if "," not in text[start:end]:
        return True
    left, right = text[:start].rstrip(" \t*_"), text[end:].lstrip(" \t*_")
    return (not left or left[-1] in _STARTS) and (not right or right[0] in _ENDS)
