"""Finds people in a text: names in any spelling, handles, addresses; through markup and escapes as well."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .profile import NETWORKS
from .reading import list_readings
from .removal import Kind, fold_handle, fold_name, fold_url

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

LONGEST_NAME = 5
"""Words of a name that is looked for by its hash; a hyphen and an apostrophe part words."""
LONGEST_LOWER = 3
"""The same of a name without capitals, where not every word is looked at."""
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+")
_SIGNS = r"(?:[^\S\n]|[_.,’'\u2010\u2011–+-])"
_GAP = re.compile(
    rf"{_SIGNS}{{0,8}}\n(?![^\S\n]*(?:\n|[-+*][^\S\n])){_SIGNS}*|[^\S\n]+\|[^\S\n]+|{_SIGNS}{{1,8}}"
)
"""What may stand between two words of a name; items of a list and cells without margins are no one name."""
_SPACE = re.compile(r"%20|&nbsp;|&#160;|&#xa0;", re.IGNORECASE)
"""A space in an address or in HTML."""
_URL = re.compile(r"""https?://[^\s<>"'\]})|]+""", re.IGNORECASE)
_HANDLE = re.compile(r"(?:(?<![\w.+/-])[@\uff20]|(?<=\[\[)@?)(\w[\w.-]*(?:@[\w.-]+\w)?)")
_HASHTAG = re.compile(r"(?<![\w&/#])[#\uff03](\w+(?:[.-]\w+)*)")
_SLUG_GAPS = frozenset("-_.")
_STARTS = frozenset("\n\"'“«([{;:|>-")
_ENDS = frozenset("\n\"'”»)]};|<(-–—")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)?(?:[\w -]{1,30}[ \t]*:|-[ \t])")
"""The beginning of a line that holds values, in YAML and in front matter."""
_PEOPLE = re.compile(r"[ \t]*(?:authors?|guests?|organi[sz]ers?)[ \t]*:", re.IGNORECASE)
"""The beginning of a line of people between commas, where each word of one name may be taken for a name."""
_MARGIN = " \t*_\"'"
_HOSTS = frozenset(fold_url(one.url_format).partition("/")[0] for one in NETWORKS.values() if one.url_format)
_SHORTEST_SPLIT = 2
_SURE_LENGTH = 10
"""Letters of a handle that is hardly a word of a language."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A place in a text where a person is named."""

    start: int
    end: int
    kind: Kind
    is_one_word: bool = False
    """Whether it is a name of one word, which may be another word as well."""
    is_doubtful: bool = False
    """Whether it may well mean somebody or something else: one word, or words without capitals."""
    spelt: str = ""
    """How it is read, where markup, an escape or a sign that nobody sees stands in it."""


def is_distinctive(handle: str) -> bool:
    """Tell whether a handle is hardly a word of a language, so that it means one person even alone.

    >>> is_distinctive("uq_1910"), is_distinctive("ursule")
    (True, False)
    """
    return len(handle) >= _SURE_LENGTH or not handle.isalpha()


def find_traces(  # noqa: PLR0913 (whom to find, and how hard to look)
    text: str,
    is_known: Callable[[Kind, str], bool],
    *,
    others: Container[str] = (),
    most_words: int = LONGEST_NAME,
    every: bool = False,
    is_word: Callable[[str], bool] | None = None,
) -> Iterator[Trace]:
    """Yield each place where somebody is named, in the order of the text.

    Args:
        text: Any text, Markdown or YAML as well.
        is_known: Whether a kind and a folded form are of somebody wanted.
        others: Folded names of people who are not wanted; a longer name of theirs hides a shorter.
        most_words: Words of the longest name.
        every: Whether long names without capitals are looked for as well; it takes longer.
        is_word: Whether a folded word stands in any name that is wanted; with it, this is faster, and long
            names are looked for everywhere.
    """
    finder = _Finder(is_known, others, most_words, every, is_word)
    found = list(finder.find(text))
    for offset, reading in list_readings(text):
        for trace in finder.find(reading.text, reading.is_typed):
            start, end = (offset + place for place in reading.find_span(trace.start, trace.end))
            spelt = reading.text[trace.start : trace.end]
            is_typed = spelt == text[start:end]
            found.append(replace(trace, start=start, end=end, spelt="" if is_typed else spelt))
    last = 0
    for trace in sorted(found, key=lambda one: (one.start, -one.end)):
        if trace.start >= last:
            last = trace.end
            yield trace


@dataclass(frozen=True, slots=True)
class _Finder:
    """Whom to look for; see ``find_traces``."""

    is_known: Callable[[Kind, str], bool]
    others: Container[str]
    most_words: int
    every: bool
    is_word: Callable[[str], bool] | None

    def find(
        self, text: str, is_searched: Callable[[int, int], bool] = lambda _start, _end: False
    ) -> Iterator[Trace]:
        """Yield what is found in a text as it stands, but for names in parts that were searched before."""
        yield from self._find_urls(text)
        yield from self._find_handles(text)
        yield from self._find_hashtags(text)
        yield from self._find_names(text, is_searched)

    def _find_urls(self, text: str) -> Iterator[Trace]:
        for found in _URL.finditer(text):
            address = found[0].rstrip(".,;:!?*_")
            parts = fold_url(address).split("/")
            end = found.start() + len(address)
            if any(self.is_known(Kind.URL, "/".join(parts[:most])) for most in range(len(parts), 0, -1)):
                yield Trace(found.start(), end, Kind.URL)
            elif handle := self._find_account(parts):
                yield Trace(found.start(), end, Kind.URL, is_doubtful=not is_distinctive(handle))

    def _find_account(self, parts: list[str]) -> str:
        """Return the handle of theirs that an address on a network is about; empty where it is about none."""
        host, *folders = (part.partition("?")[0] for part in parts)
        for folder in folders[:3]:
            handle = fold_handle(folder)
            is_account = host in _HOSTS or folder.startswith("@")
            if is_account and self.is_known(Kind.HANDLE, f"{handle}@{host}"):
                return f"{handle}@{host}"
            if is_account and (self.is_known(Kind.HANDLE, handle) or self.is_known(Kind.LOCAL, handle)):
                return handle
        return ""

    def _find_handles(self, text: str) -> Iterator[Trace]:
        for found in _HANDLE.finditer(text):
            whole = found[1].rstrip(".-_") if found[1].rstrip("_") else found[1]
            local, _, host = whole.partition("@")
            for handle in dict.fromkeys((found[1].rstrip(".-"), whole, local)):
                folded, end = fold_handle(handle), found.start(1) + len(handle)
                is_cut = bool(host) and handle == local
                if self.is_known(Kind.HANDLE, folded):
                    doubt = is_cut and not is_distinctive(handle)
                    yield Trace(found.start(), end, Kind.HANDLE, is_doubtful=doubt)
                    break
                if not is_cut and self.is_known(Kind.LOCAL, folded):
                    yield Trace(found.start(), end, Kind.HANDLE, is_doubtful=not is_distinctive(handle))
                    break

    def _find_hashtags(self, text: str) -> Iterator[Trace]:
        for found in _HASHTAG.finditer(text):
            folded = fold_handle(found[1])
            if self.is_known(Kind.HANDLE, folded) or self.is_known(Kind.LOCAL, folded):
                yield Trace(found.start(), found.end(), Kind.HANDLE, is_doubtful=not is_distinctive(found[1]))

    def _find_names(self, text: str, is_searched: Callable[[int, int], bool]) -> Iterator[Trace]:
        text = _SPACE.sub(lambda space: " " * len(space[0]), text)  # as long, so that places stay
        if self.is_word and not any(self.is_word(_fold_word(word)) for word in set(_WORD.findall(text))):
            return
        words = _split(text)
        first = 0
        while first < len(words):
            step = 1
            longest = self._find_longest(words, first)
            if longest < first or is_searched(words[first].start, words[longest].end):
                first += 1
                continue
            for last in range(longest, first - 1, -1):
                name = " ".join(sorted([word.folded for word in words[first : last + 1]]))
                if self.is_known(Kind.NAME, name) and self._is_whole(text, words, first, last):
                    yield self._judge(text, words[first : last + 1])
                    step = last - first + 1
                    break
            first += step

    def _is_whole(self, text: str, words: list[_Word], first: int, last: int) -> bool:
        """Tell whether a name is no part of a longer one, of somebody who is not wanted or of anybody."""
        for start in range(max(0, last - self.most_words + 1), first + 1):
            for end in range(last, min(words[start].last, start + self.most_words - 1) + 1):
                others = " ".join(sorted([word.folded for word in words[start : end + 1]]))
                if end > start and others in self.others:
                    return False
        return _stands_alone(text, words[first].start, words[last].end)

    def _find_longest(self, words: list[_Word], first: int) -> int:
        """Return the last word of the longest name that may begin at a word; one before it where none may."""
        if self.is_word is None:
            return words[first].find_last(self.most_words, every=self.every)
        last = first - 1
        furthest = min(words[first].last, first + self.most_words - 1)
        while last < furthest and self.is_word(words[last + 1].folded):
            last += 1
        return last

    def _judge(self, text: str, words: list[_Word]) -> Trace:
        """Return a name that was found, and whether it may be something else."""
        start, end = words[0].start, words[-1].end
        if len(words) == 1:
            doubt = not self._is_joined(words[0].folded)
            return Trace(start, end, Kind.NAME, is_one_word=True, is_doubtful=doubt)
        doubt = not words[0].may_end_at(words[-1]) and not _is_value(text, start, end)
        return Trace(start, end, Kind.NAME, is_doubtful=doubt)

    def _is_joined(self, word: str) -> bool:
        """Tell whether a word is a name of two words without a space, as in hashtags."""
        cuts = range(_SHORTEST_SPLIT, len(word) - _SHORTEST_SPLIT + 1)
        return any(self.is_known(Kind.NAME, " ".join(sorted((word[:cut], word[cut:])))) for cut in cuts)


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
        if every or self.is_capital:
            return min(self.last, self.number + most - 1)
        lower = min(self.last, self.number + min(most, LONGEST_LOWER) - 1)
        return max(lower, min(self.last_of_slug, self.number + most - 1))

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
    line = text.rfind("\n", 0, start) + 1
    left, right = text[line:start].rstrip(" \t*_"), text[end : end + 80].lstrip(" \t*_")
    comma = "," if _PEOPLE.match(text, line, start) else "\n"
    return (not left or left[-1] in _STARTS or left[-1] == comma) and (
        not right or right[0] in _ENDS or right[0] == comma
    )


def _is_value(text: str, start: int, end: int) -> bool:
    """Tell whether words are all that a key, an item, a cell or a pair of brackets holds."""
    line = text.rfind("\n", 0, start) + 1
    left, right = text[line:start].rstrip(_MARGIN), text[end : end + 80].lstrip(_MARGIN + "\r")
    is_list = bool(_KEY.match(text, line, start))
    is_open = not left or left[-1] in _STARTS or (is_list and left[-1] == ",")
    return is_open and (not right or right[0] in _ENDS or (is_list and right[0] == ","))
