"""The typography of a whole page: every text of it by the rules of its own language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .languages import find_rules
from .passage import Passage
from .quotation import set_apostrophes, set_quotes
from .spaces import ELLIPSIS, find_ordinals, group_digits, list_dashes, list_spaces, replace_all

if TYPE_CHECKING:
    from .languages import Rules

# fmt: off
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "data", "del", "dfn", "em", "font", "i", "ins",
    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
})
"""Elements inside which a sentence runs on; any other parts it."""

UNTOUCHED = frozenset({
    "audio", "bdi", "canvas", "code", "iframe", "kbd", "math", "object", "picture", "pre", "samp", "script",
    "select", "style", "svg", "template", "textarea", "video",
})
"""Elements whose text stays: code, drawings, and names, which are written as their owners write them."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
"""Elements that hold nothing."""
# fmt: on

_WHOLE = frozenset({"embed", "img", "input"})
"""Empty elements that stand in a sentence like a word."""

_PARTING = frozenset({"pre", "template"})
"""Those of them that part sentences."""

_IMPLIED = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})
"""Elements that end where the next of their kind begins."""

_TOKEN = re.compile(
    r"(?P<raw><(?P<block>bdi|picture|script|style|svg|textarea)\b.*?</(?P=block)\s*>)"
    r"|<!--.*?-->|<[!?][^>]*>"
    r"""|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_LANG = re.compile(r"\slang\s*=\s*[\"']?([\w-]*)", re.IGNORECASE)
_UNTRANSLATED = re.compile(r"\stranslate\s*=\s*[\"']?no\b", re.IGNORECASE)
_TELLING = re.compile(r"[\"'´«»;:!?¿¡%‰€$£…–—]|\.\.|--| - |\d|[IVXL]e|\b[A-ZÀ-Þ]\.|\b\w{1,5}\. ")
"""Without one of these there is nothing to set."""


def set_page(html: str, lang: str = "", region: str = "") -> str:
    r"""Return HTML with the typography of its languages; setting it once more changes nothing.

    Code, addresses, attributes and names stay, and what is marked ``translate="no"``.

    Args:
        html: A page or a part of one, well-formed or not.
        lang: BCP 47 tag of what no ``lang`` attribute speaks of.
        region: Country by whose rules a language is set that names none, such as ``CA``; may be empty.

    >>> set_page('<p lang="fr">L\'<b>été</b> <code>\'a\'</code> <em lang="en">"Hi"</em></p>')
    '<p lang="fr">L’<b>été</b> <code>\'a\'</code> <em lang="en">“Hi”</em></p>'
    """
    setter = _PageSetter(lang, region)
    end = 0
    for token in _TOKEN.finditer(html):
        start, stop = token.span()
        if start > end:
            setter.add_text(html[end:start])
        setter.add_token(token)
        end = stop
    setter.add_text(html[end:])
    return setter.finish()


class _Level:
    """An element that is open."""

    __slots__ = ("lang", "name", "passage")

    def __init__(self, name: str, lang: str, passage: str | None = None) -> None:
        self.name, self.lang = name, lang
        self.passage = passage
        """Start tag, where its text is a passage of its own within another."""


class _PageSetter:
    """Reads a page from its first sign to its last."""

    def __init__(self, lang: str, region: str) -> None:
        self._region = region
        self._levels = [_Level("", lang)]
        self._passages: list[tuple[str, list[tuple[str, str]]]] = [(lang, [])]
        self._output: list[str] = []
        self._untouched: tuple[str, int, list[str]] | None = None
        """Name, depth and HTML of an element that stays."""

    def add_text(self, text: str) -> None:
        """Take words."""
        if self._untouched:
            self._untouched[2].append(text)
        elif text:
            self._add("text", text)

    def add_token(self, token: re.Match[str]) -> None:
        """Take a tag, a comment, or a whole script."""
        tag, raw, end, name, attributes = token.group(0, "raw", "end", "name", "attributes")
        name = (name or "").lower()
        if self._untouched:
            self._keep(token, name)
        elif raw or not name:
            self._add("whole" if raw else "tag", tag)
        elif end:
            self._end(name, tag)
        elif name not in VOID and (name in UNTOUCHED or (attributes and _read_attributes(attributes)[1])):
            self._untouched = (name, 1, [tag])
        else:
            self._start(name, tag, attributes)

    def finish(self) -> str:
        """Return the whole page."""
        if self._untouched:
            self._add("whole", "".join(self._untouched[2]))
        self._flush()
        return "".join(self._output)

    def _add(self, kind: str, html: str) -> None:
        self._passages[-1][1].append((kind, html))

    def _keep(self, token: re.Match[str], name: str) -> None:
        """Take what is inside an element that stays, to its own end."""
        assert self._untouched is not None  # noqa: S101 -- for mypy
        own, depth, parts = self._untouched
        parts.append(token[0])
        if name == own and not token["attributes"].endswith("/"):
            depth += -1 if token["end"] else 1
        self._untouched = (own, depth, parts) if depth else None
        if not depth:
            (self._part if own in _PARTING else self._add_whole)("".join(parts))

    def _part(self, html: str) -> None:
        """End the sentence, and take HTML that is not looked at."""
        self._flush()
        self._output.append(html)

    def _add_whole(self, html: str) -> None:
        self._add("whole", html)

    def _start(self, name: str, tag: str, attributes: str) -> None:
        if name in _IMPLIED and self._levels[-1].name == name:
            self._levels.pop()
        found = _read_attributes(attributes)[0] if attributes else None
        current = self._levels[-1].lang
        lang = current if found is None else found
        if name in VOID:
            if name in INLINE or name in _WHOLE:
                self._add("whole" if name in _WHOLE else "tag", tag)
            else:
                self._part(tag)
        elif name not in INLINE:
            self._part(tag)
            self._levels.append(_Level(name, lang))
            self._passages[0] = (lang, [])
        elif lang != current:
            self._levels.append(_Level(name, lang, tag))
            self._passages.append((lang, []))
        else:
            self._add("tag", tag)
            self._levels.append(_Level(name, lang))

    def _end(self, name: str, tag: str) -> None:
        is_inline = name in INLINE
        if not is_inline:
            self._flush()
        if self._levels[-1].name == name or any(level.name == name for level in self._levels):
            tag = self._close(name, tag)
        if not is_inline:
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
            for level in reversed(self._levels):
                if level.passage is not None:
                    self._close_inner(level.passage, "")
                    level.passage = None
        lang, pieces = self._passages[0]
        if pieces:
            self._output.append(self._set(lang, pieces))
            self._passages[0] = (self._levels[-1].lang, [])

    def _set(self, lang: str, pieces: list[tuple[str, str]]) -> str:
        for kind, html in pieces:
            if kind == "text" and not html.isspace() and _TELLING.search(html):
                break
        else:  # most of a page is the room between two elements
            return pieces[0][1] if len(pieces) == 1 else "".join([html for _, html in pieces])
        rules = find_rules(lang, self._region)
        if rules is None:
            return "".join([html for _, html in pieces])
        return _set_pieces(tuple(pieces), rules, self._levels[-1].name != "title")


@lru_cache(maxsize=4096)
def _read_attributes(attributes: str) -> tuple[str | None, bool]:
    """Return the language that a start tag names, if any, and whether it says that its words stay."""
    found = _LANG.search(attributes)
    return found[1] if found else None, bool(_UNTRANSLATED.search(attributes))


@lru_cache(maxsize=4096)
def _set_pieces(pieces: tuple[tuple[str, str], ...], rules: Rules, is_prose: bool) -> str:  # noqa: FBT001
    """Return a passage by the rules of its language; menus and the like are the same on every page."""
    passage = Passage()
    add = {"text": passage.add_text, "tag": passage.add_tag, "whole": passage.add_whole}
    for kind, html in pieces:
        add[kind](html)
    passage.close()
    typed = passage.text
    passage.apply(replace_all(passage.text, ELLIPSIS, "…"))
    passage.apply(set_quotes(passage.text, rules, passage.is_one_element))
    passage.apply(set_apostrophes(passage.text, rules, passage.is_one_element))
    for pattern, new in list_dashes(has_lines=is_prose):
        passage.apply(replace_all(passage.text, pattern, new))
    if rules.thousands:
        passage.apply(group_digits(passage.text, rules.thousands))
    for pattern, new in list_spaces(rules):
        passage.apply(replace_all(passage.text, pattern, new))
    ordinals = find_ordinals(passage.text) if rules.has_ordinals and is_prose else []
    passage.wrap(ordinals, "sup")
    return "".join(passage.render()) if ordinals or passage.text != typed else passage.raw
