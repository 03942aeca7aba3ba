"""A line of prose out of a page: its words, and what stands between them and is not looked at."""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MASK = "\ua66e"
"""A letter of no living language: stands for each sign that is not looked at, and counts as one of a word."""

KEPT = re.compile(
    rf"""
      (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+                  # an e-mail address
    | (?:[A-Za-z][\w+.-]{{0,40}}://|mailto:|www\.)[^\s<>«»“”]*[\w/=&\#%~+-]  # an address on the web
    | (?<![\w-])(?:[\w-]++\.){{1,40}}[a-z]{{2,}}/[^\s<>«»“”]*[\w/=&\#%~+-]  # the same, as people write it
    | (?<!\w)@\w[\w.-]*(?:@[\w.-]*\w)?                           # a handle
    | (?<![\w&])\#\w+                                            # a hashtag
    | (?<![\w:]):[a-z0-9_+-]+:(?![\w:])                          # an emoji by its name
    | (?<![^\s(])[:;=8xX][-o^']?[()\[\]DPpOo3/\\|*]+(?!\w)       # a smiley
    | &\#?\w+;                                                   # an entity that is spoken of
    | \d+(?::\d+)+                                               # a time, a ratio
    | (?<![\w-])--?\w[\w=-]*                                     # an option of a command
    | (?<!\w)\w++(?:::\w+)+ | !important\b                       # code that nobody marked
    | {MASK}
    """,
    re.VERBOSE,
)
"""What is never set: it is copied, or has signs that mean something else there.

Nothing begins within a word, so that one of a million letters is not looked at a million times.
"""

_MAY_BE_KEPT = re.compile(rf"[@/\#&!{MASK}]|:\S|[:;=8xX][-o^']?[()\[\]DPpOo3\\|*]|(?<![\w-])-|www\.")
"""Without one of these there is nothing of that: this is looked for much faster."""

_ENDS_ITSELF = re.compile(r"<(?:!|\?|(?:br|wbr)\b)", re.IGNORECASE)

Edit = tuple[int, int, str]
"""From where to where a text is replaced, and by what."""


class Passage:
    """Text that runs on through the elements inside it, so that a sign knows what stands before it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.text = ""
        self._raw: list[str] = []
        self._parts: list[str] = []
        self._tags: list[tuple[int, str]] = []
        self._wholes: list[tuple[int, str]] = []
        self._kept: list[str] = []
        self._length = 0

    def add_text(self, raw: str) -> None:
        """Add words as they stand in HTML."""
        self._raw.append(raw)
        text = unescape(raw) if "&" in raw else raw
        self._parts.append(text)
        self._length += len(text)

    def add_tag(self, tag: str) -> None:
        """Add a tag that is no border between words."""
        self._raw.append(tag)
        self._tags.append((self._length, tag))

    def add_whole(self, html: str) -> None:
        """Add HTML that is not looked at, and stands in the text like a word."""
        self._raw.append(html)
        self._wholes.append((self._length, html))
        self._parts.append(MASK)
        self._length += 1

    @property
    def raw(self) -> str:
        """The HTML as it came."""
        return "".join(self._raw)

    def close(self) -> None:
        """Take out of the text what is not looked at; nothing can be added any more."""
        typed = "".join(self._parts)
        if not self._wholes and not _MAY_BE_KEPT.search(typed):
            self.text = typed
            return

        def keep(found: re.Match[str]) -> str:
            self._kept.extend(escape(sign, quote=False) for sign in found[0])
            return MASK * len(found[0])

        pieces, end = [], 0
        for offset, html in self._wholes:
            pieces.append(KEPT.sub(keep, typed[end:offset]) + MASK)
            self._kept.append(html)
            end = offset + 1
        self.text = "".join([*pieces, KEPT.sub(keep, typed[end:])])

    def apply(self, edits: Sequence[Edit]) -> None:
        """Replace parts of the text, in their order; tags stay where they are between the words."""
        if not edits:
            return
        parts: list[str] = []
        end = 0
        tags: list[tuple[int, str]] = []
        waiting, moved = iter([*self._tags, (len(self.text) + 1, "")]), 0
        at, tag = next(waiting)
        for start, stop, new in edits:
            while at < stop or at <= start:
                tags.append((min(at, start) + moved, tag))
                at, tag = next(waiting)
            parts += (self.text[end:start], new)
            end, moved = stop, moved + len(new) - (stop - start)
        tags += [(at + moved, tag), *((place + moved, rest) for place, rest in waiting)]
        self.text = "".join((*parts, self.text[end:]))
        self._tags = tags[:-1]

    def is_one_element(self, start: int, end: int) -> bool:
        """Tell whether two places are in the same element, so that what is between them can be quoted."""
        depth = 0
        for offset, tag in self._tags:
            if start < offset <= end:
                depth += -1 if tag[1] == "/" else 0 if _ENDS_ITSELF.match(tag) else 1
                if depth < 0:
                    return False
        return depth == 0

    def wrap(self, spans: Iterable[tuple[int, int]], name: str) -> None:
        """Put an element around parts of the text; around none that a tag begins, ends or parts already."""
        borders = {offset for offset, _ in self._tags}
        for start, stop in spans:
            if not any(offset in borders for offset in range(start, stop)):
                before = [tag for tag in self._tags if tag[0] <= start]
                after = self._tags[len(before) :]
                self._tags = [*before, (start, f"<{name}>"), (stop, f"</{name}>"), *after]

    def render(self) -> Iterator[str]:
        """Yield the HTML of all of it."""
        kept = iter(self._kept)
        borders = [0, *(offset for offset, _ in self._tags), len(self.text)]
        tags = ["", *(tag for _, tag in self._tags)]
        for tag, (start, stop) in zip(tags, pairwise(borders), strict=True):
            yield tag
            words = self.text[start:stop].split(MASK)
            yield escape(words[0], quote=False)
            for word in words[1:]:
                yield next(kept)
                yield escape(word, quote=False)
