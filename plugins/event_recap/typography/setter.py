"""One reader of a page, or of a part of one, which sets each sentence as soon as it ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .elements import IMPLIED, PARTING, TOKEN, Kind, read_token
from .languages import find_rules
from .passage import MASK, Passage
from .quotation import set_apostrophes, set_quotes
from .spaces import ELLIPSIS, find_ordinals, group_digits, list_dashes, list_spaces

if TYPE_CHECKING:
    from .elements import Token
    from .languages import Rules

_TELLING = re.compile(
    r"[\"'´«»;:!?¿¡%‰€$£…–—°º]|\.\.|--| - |[IVXL]e|I[eèr]|\b[A-ZÀ-Þ]\.|\b\w{1,5}\. "
    r"|\b[A-Z][a-z]{1,4} [A-ZÀ-Þ\d]"  # perhaps a title and a name
    r"|\d(?:[^\W\d_]|\s+(?:[\d°µKGTMHWLbcdghklmps]))"  # an ordinal, more digits, perhaps a unit
)
"""Without one of these there is nothing to set."""
_STANDS_FOR = {"tag": "", "whole": MASK}
"""What is seen of a piece that is no text."""


class Level(NamedTuple):
    """An element that is open."""

    name: str
    lang: str
    passage: str | None = None
    """Start tag, where its text is a passage of its own within another."""


Levels: TypeAlias = tuple[Level, ...]
"""Of a place in a page, the outermost first."""


class PageSetter:
    """Reads HTML from its first sign to its last."""

    def __init__(self, levels: Levels, region: str) -> None:
        """Begin between two sentences.

        Args:
            levels: What is open there.
            region: Country by whose rules a language is set that names none; may be empty.
        """
        self._region = region
        self._levels = list(levels)
        self._passages: list[tuple[str, list[tuple[str, str]]]] = [(self._levels[-1].lang, [])]
        self._output: list[str] = []
        self._untouched: tuple[str, int, list[str]] | None = None
        """Name, depth and HTML of an element that stays."""

    @property
    def is_at_rest(self) -> bool:
        """Whether all that was read is set, so that nothing which comes can change it."""
        return not self._untouched and len(self._passages) == 1 and not self._passages[0][1]

    @property
    def levels(self) -> Levels:
        """What is open."""
        return tuple(self._levels)

    def read(self, html: str) -> None:
        """Take whole tokens, and the words between them."""
        pieces = TOKEN.split(html)
        for place, piece in enumerate(pieces):
            if not piece:
                continue
            if self._untouched:
                self._keep(piece, is_token=place % 2 == 1)
            elif place % 2:
                self._take(piece, read_token(piece))
            else:
                self._add("text", piece)

    def finish(self) -> str:
        """Return all that was read, as it is set."""
        if self._untouched:
            self._add("whole", "".join(self._untouched[2]))
        self._flush()
        return "".join(self._output)

    def _take(self, html: str, token: Token) -> None:
        match token.kind:
            case Kind.START:
                self._start(html, token)
            case Kind.END:
                self._end(html, token)
            case Kind.BETWEEN:
                self._part(html)
            case Kind.UNTOUCHED:
                self._untouched = (token.name, 1, [html])
            case Kind.WORD:
                self._add("whole", html)
            case Kind.WITHIN:
                self._add("tag", html)

    def _add(self, kind: str, html: str) -> None:
        self._passages[-1][1].append((kind, html))

    def _keep(self, html: str, *, is_token: bool) -> None:
        """Take what is inside an element that stays, to its own end."""
        assert self._untouched is not None  # noqa: S101 -- for mypy
        own, depth, parts = self._untouched
        parts.append(html)
        token = read_token(html) if is_token else None
        if token and token.name == own and not token.ends_itself:
            depth += -1 if token.kind is Kind.END else 1
        self._untouched = (own, depth, parts) if depth else None
        if depth:
            return
        if own in PARTING:
            self._part("".join(parts))
        else:
            self._add("whole", "".join(parts))

    def _part(self, html: str) -> None:
        """End the sentence, and take HTML that is not looked at."""
        self._flush()
        self._output.append(html)

    def _start(self, tag: str, token: Token) -> None:
        if token.name in IMPLIED and self._levels[-1].name == token.name:
            self._levels.pop()
        current = self._levels[-1].lang
        lang = current if token.lang is None else token.lang
        if not token.is_inline:
            self._part(tag)
            self._levels.append(Level(token.name, lang))
            self._passages[0] = (lang, [])
        elif lang != current:
            self._levels.append(Level(token.name, lang, tag))
            self._passages.append((lang, []))
        else:
            self._add("tag", tag)
            self._levels.append(Level(token.name, lang))

    def _end(self, tag: str, token: Token) -> None:
        name = token.name
        if not token.is_inline:
            self._flush()
        if self._levels[-1].name == name or any(level.name == name for level in self._levels):
            tag = self._close(name, tag)
        if not token.is_inline:
            self._output.append(tag)
            self._passages[0] = (self._levels[-1].lang, [])
        elif tag:
            self._add("tag", tag)

    def _close(self, name: str, tag: str) -> str:
        """End an element and all that is still open in it; return its end tag, unless that is used up."""
        while True:
            level = self._levels.pop()
            is_last = level.name == name
            if level.passage is not None:
                self._close_inner(level.passage, tag if is_last else "")
                tag = "" if is_last else tag
            if is_last:
                return tag

    def _close_inner(self, start: str, end: str) -> None:
        """Put a passage in another language into the one around it, like a word."""
        lang, pieces = self._passages.pop()
        self._add("whole", start + self._set(lang, pieces) + end)

    def _flush(self) -> None:
        """End the sentence, and what of another language was still open in it."""
        if len(self._passages) > 1:
            for place, level in reversed([*enumerate(self._levels)]):
                if level.passage is not None:
                    self._close_inner(level.passage, "")
                    self._levels[place] = level._replace(passage=None)
        lang, pieces = self._passages[0]
        if pieces:
            self._output.append(self._set(lang, pieces))
            self._passages[0] = (self._levels[-1].lang, [])

    def _set(self, lang: str, pieces: list[tuple[str, str]]) -> str:
        words = "".join([_STANDS_FOR.get(kind, html) for kind, html in pieces])
        if words.isspace() or not _TELLING.search(words):  # most of a page is the room between two elements
            return pieces[0][1] if len(pieces) == 1 else "".join([html for _, html in pieces])
        rules = find_rules(lang, self._region)
        if rules is None:
            return "".join([html for _, html in pieces])
        return _set_pieces(tuple(pieces), rules, self._levels[-1].name != "title")


@lru_cache(maxsize=4096)
def _set_pieces(pieces: tuple[tuple[str, str], ...], rules: Rules, is_prose: bool) -> str:  # noqa: FBT001
    """Return a passage by the rules of its language; menus and the like are the same on every page."""
    passage = Passage()
    add = {"text": passage.add_text, "tag": passage.add_tag, "whole": passage.add_whole}
    for kind, html in pieces:
        add[kind](html)
    passage.close()
    typed = passage.text
    passage.apply(ELLIPSIS.find_edits(passage.text))
    passage.apply(set_quotes(passage.text, rules, passage.is_one_element))
    passage.apply(set_apostrophes(passage.text, rules, passage.is_one_element))
    for change in list_dashes(has_lines=is_prose):
        passage.apply(change.find_edits(passage.text))
    if rules.thousands:
        passage.apply(group_digits(passage.text, rules.thousands))
    for change in list_spaces(rules):
        passage.apply(change.find_edits(passage.text))
    ordinals = find_ordinals(passage.text) if rules.has_ordinals and is_prose else []
    passage.wrap(ordinals, "sup")
    return "".join(passage.render()) if ordinals or passage.text != typed else passage.raw
