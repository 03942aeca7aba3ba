"""Parts of a name that stand alone, such as a first name: they may mean the person, or somebody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..model.removal import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.traces import Trace
    from .kinds import Site
    from .subject import Subject

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGNED = re.compile(r"(?<=[@#/])\w+(?:[.-]\w+)*")
_EVENT = re.compile(r"""^event[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.IGNORECASE | re.MULTILINE)
_HEAD = 2000
"""Characters of a text in which its event is looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a name that stands alone."""

    path: str
    """Below the content folder."""
    line: int
    """From 1."""
    what: str
    """The line as it stands."""
    word: str
    """The part, as typed."""
    is_likely: bool
    """Whether it stands where the person was, and nobody else of the site has that word in a name."""


def find_parts(path: str, text: str, found: Sequence[Trace], subject: Subject, site: Site) -> Iterator[Part]:
    """Yield each part of a name that is in none of the places that name the person as a whole.

    Args:
        path: Path of the text.
        text: The text as it stands.
        found: The places in it that name the person.
        subject: The person.
        site: Where the lists are.
    """
    is_near = bool(found) or _is_of_event(path, text, subject, site)
    for start, word in _find_words(text, subject):
        if any(one.start <= start < one.end for one in found):
            continue
        line = text.count("\n", 0, start) + 1
        what = text.split("\n")[line - 1].strip()
        is_likely = is_near and fold_name(word) not in subject.others_words
        yield Part(path, line, what, word, is_likely)


def _find_words(text: str, subject: Subject) -> Iterator[tuple[int, str]]:
    """Yield each word with a capital that is a part of the name, and each handle that is a word as well."""
    parts = subject.given_names if subject.names else frozenset[str]()
    for word in _WORD.finditer(text):
        pieces = {fold_name(word[0]), *map(fold_name, word[0].split("-"))}
        if word[0][0].isupper() and (" ".join(sorted(pieces)) in parts or pieces & parts):
            yield word.start(), word[0]
    for word in _SIGNED.finditer(text):
        if subject.is_word_of(word[0]) and not word[0][0].isupper():
            yield word.start(), word[0]


def _is_of_event(path: str, text: str, subject: Subject, site: Site) -> bool:
    """Tell whether a text is of an event where the person was: a recap, or the list itself."""
    pure = PurePosixPath(path)
    if pure.parent == PurePosixPath(site.attendees):
        return pure.stem in subject.events
    found = _EVENT.search(text[:_HEAD])
    return bool(found) and found is not None and found[1] in subject.events
