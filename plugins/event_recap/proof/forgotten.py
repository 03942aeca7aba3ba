"""Find people who asked to be forgotten, of whom only keyed hashes are left, in what a build wrote.

Lists and texts were looked through when they were read. What is looked for here comes by another way: from
the settings, a template, another plugin, a document or a picture that is copied as it is. A hash does not
tell what a name looks like, so whatever looks like one is asked for, and each text of the kind once, as the
pages of a site repeat each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Place
from ..model.removal import Kind, fold_name
from ..model.secret import Secret, SecretKind
from ..model.traces import find_traces
from ..model.visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.removal import Removed

SOMEBODY = Secret("", SecretKind.NAME, Visibility.HIDDEN, Place("removed.yml"), "")
"""Stands for whoever was forgotten: nobody can tell who it is."""

_CAPITALS = "".join(letter for letter in map(chr, range(0x590)) if letter.isupper())
_GAP = r"(?:[^\S\n]|\n(?![^\S\n]*\n)|[_.,’'\u2010\u2011–+*-]){1,8}+"
_WORD = r"(?:[^\W_]++[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*+)"
_NAME = re.compile(rf"[{_CAPITALS}]{_WORD}*+(?:{_GAP}(?:{_WORD}++{_GAP}){{0,3}}?[{_CAPITALS}]{_WORD}*+)+")
_LIKELY = (
    _NAME,
    re.compile(r"[a-zß-ÿ_.-]*[_.-][a-zß-ÿ][a-zß-ÿ_.-]*"),  # as in an address or an id
    re.compile(r"(?:[@#]|\[\[)\w[\w.-]*+(?:@[\w.-]++)?+"),
    re.compile(r"https?://[^\s\"'<>?#]++(?:\?(?:id|user|u)=[^\s\"'<>&]++)?+", re.IGNORECASE),
)
"""What looks like a name, an id, a handle or an address."""
_TAG_IN_LINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
)


class Forgotten:
    """Tells whether a text names somebody who was forgotten; made once for a build."""

    def __init__(self, removed: Removed, named: Iterable[str] = (), site_url: str = "") -> None:
        """Keep what tells people apart.

        Args:
            removed: Who was forgotten.
            named: Names that may stand; a shorter name within one of them is none.
            site_url: Absolute URL of the site, below which no address is that of a person, or empty.
        """
        folded = map(fold_name, named)
        self._removed = removed
        self._others = frozenset(name for name in folded if not removed.has_folded(Kind.NAME, name))
        self._site_url = site_url or "\n"
        self._clean: set[str] = set()

    def __bool__(self) -> bool:
        """Tell whether anybody was forgotten."""
        return bool(self._removed)

    def describe(self) -> list[object]:
        """Return all that decides who is found: digests of nobody's name alone, and names that may stand."""
        key = self._removed.key
        if not self or key is None:
            return []
        return [sorted(self._removed.hashes), key.check, sorted(self._others), self._site_url]

    def stands_in(self, text: str) -> bool:
        """Tell whether a text, perhaps with tags, holds a name, a handle or an address of somebody forgotten.

        A word that may be another's name, or none, is not enough.
        """
        if not self:
            return False
        likely = {one for pattern in _LIKELY for one in pattern.findall(text)}
        if "</" in text:
            likely.update(_NAME.findall(_TAG_IN_LINE.sub("", text)))
        new = likely - self._clean
        if any(map(self._names_somebody, new)):
            return True
        self._clean |= new
        return False

    def _names_somebody(self, text: str) -> bool:
        if text.startswith(self._site_url):
            return False
        traces = find_traces(text, self._removed.has_folded, others=self._others)
        return not all(trace.is_doubtful for trace in traces)
