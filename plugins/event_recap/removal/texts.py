"""Rewrites a text so that it no longer names somebody: words, mentions, links and pictures."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.reading import INNER, PARAGRAPH, read_escapes, read_markup
from ..model.removal import Kind, fold_name
from ..model.traces import Trace, find_traces
from .words import find_neutral, find_slug, fit

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from .subject import Subject

_TITLE = r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?"""
_TARGET = rf"\(\s*(?P<target><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*){_TITLE}\s*\)"
_LABEL = r"\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
_IMAGE = re.compile(rf"!{_LABEL}{_TARGET}(?:\{{[^}}\n]*\}})?")
_LINK = re.compile(rf"(?<!!){_LABEL}{_TARGET}(?:\{{[^}}\n]*\}})?")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\n^][^\]\n]*)\]:\s*(?P<target><[^>\n]*>|\S+)[^\n]*(?:\n|$)", re.MULTILINE
)
_HTML_IMAGE = re.compile(r"""<img\b[^>]*?\ssrc\s*=\s*["']?(?P<target>[^"'\s>]+)[^>]*>""", re.IGNORECASE)
_HTML_LINK = re.compile(
    r"""<a\b[^>]*?\shref\s*=\s*["']?(?P<target>[^"'\s>]+)[^>]*>(?P<label>.*?)</a>""",
    re.IGNORECASE | re.DOTALL,
)
_EMAIL = re.compile(r"[\w.+-]*@[\w-]+(?:\.[\w-]+)+")
_BRACKETS = re.compile(r"[^\[\]\n]*\]\]")
_ADDRESS = re.compile(r"""https?://[^\s<>"'()\[\]]*$""", re.IGNORECASE)
_ADDRESS_END = re.compile(r"""[^\s<>"'()\[\]]*""")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rewriting of one text depends on."""

    subject: Subject
    lang: str
    """Language of the text."""
    site_lang: str
    """Language of the site, for addresses and names of files, which are one for all texts."""
    folder: str = ""
    """Folder of the text below the content folder."""
    pictures: Container[str] = frozenset()
    """Paths of the pictures that go."""
    posts: Container[str] = frozenset()
    """Ids of the quoted posts that go."""


def find_places(text: str, subject: Subject) -> list[Trace]:
    """Return every place of a text that names somebody, whatever the spelling."""
    folded = [*map(fold_name, subject.names | subject.ids | subject.also), *subject.others]
    most = max((len(name.split()) for name in folded), default=1)
    words = subject.words.__contains__
    traces = find_traces(text, subject.is_known, others=subject.others, most_words=most, is_word=words)
    found = [trace for trace in traces if _is_meant(text, trace)]
    bare = _find_bare_handles(text, subject, found)
    return sorted([*found, *bare], key=lambda one: (one.start, -one.end))


def rewrite_text(text: str, setting: Setting) -> str:
    """Return a text in which nobody can read who was named; where nothing names them, the same text."""
    text = straighten(text, setting.subject)
    text = _drop_pictures(text, setting)
    text = _drop_links(text, setting)
    for trace in reversed(find_places(text, setting.subject)):
        text = _replace(text, trace, setting)
    word = re.escape(find_neutral(setting.lang))
    return re.sub(rf"({word}\**)(?: \({word}\)| {word}\b)", r"\1", text, flags=re.IGNORECASE)


def straighten(text: str, subject: Subject) -> str:
    """Return a text in which every name of theirs is written plainly, without markup or escapes in it."""
    if not any(trace.spelt for trace in find_places(text, subject)):
        return text
    text = INNER.sub(lambda found: straighten(found[0], subject), text)
    return PARAGRAPH.sub(lambda paragraph: _straighten_paragraph(paragraph[0], subject), text)


def _straighten_paragraph(text: str, subject: Subject) -> str:
    done = 0
    while split := next((one for one in find_places(text, subject) if one.spelt and one.end > done), None):
        halves = read_markup(read_escapes(text)).find_halves(split.start, split.end)
        edits = [(split.start, split.end, " ".join(split.spelt.split())), *((*half, "") for half in halves)]
        for start, end, words in sorted(edits, reverse=True):
            text = text[:start] + words + text[end:]
        # What stands before is shorter now, if anything; a name that would still look split is passed over.
        done = split.start + 1
    return text


def rewrite_path(path: str, subject: Subject, lang: str) -> str:
    """Return a path that names nobody; the same where it names nobody already."""
    for trace in reversed(find_places(path, subject)):
        path = path[: trace.start] + find_slug(lang) + path[trace.end :]
    return path


def find_target(target: str, folder: str) -> tuple[str, str]:
    """Return the two paths below the content folder that the address of a picture may mean."""
    bare = unquote(target.strip("<>"))
    bare = re.sub(r"^[{|](?:static|attach|filename)[}|]", "", bare).split("#")[0].split("?")[0]
    return posixpath.normpath(bare.lstrip("/")), posixpath.normpath(posixpath.join(folder, bare))


def _is_meant(text: str, trace: Trace) -> bool:
    """Tell whether a name of one word is written as a name: with a capital, or as a whole id."""
    if trace.kind is not Kind.NAME or not trace.is_one_word:
        return True
    word = text[trace.start : trace.end]
    around = text[trace.start - 1 : trace.start] + text[trace.end : trace.end + 1]
    return word[0].isupper() or any(one in "@#[]/_-" for one in around) or len(word) > 8  # noqa: PLR2004


def _find_bare_handles(text: str, subject: Subject, found: list[Trace]) -> Iterator[Trace]:
    for handle in subject.bare_handles:
        for match in re.finditer(rf"(?<![\w@]){re.escape(handle)}(?!\w)", text, re.IGNORECASE):
            trace = Trace(match.start(), match.end(), Kind.HANDLE)
            if not any(one.start < trace.end and trace.start < one.end for one in found):
                yield trace


def _drop_pictures(text: str, setting: Setting) -> str:
    def drop(match: re.Match[str]) -> str:
        is_gone = any(path in setting.pictures for path in find_target(match["target"], setting.folder))
        return "\0" if is_gone else match[0]

    for pattern in (_IMAGE, _HTML_IMAGE):
        text = pattern.sub(drop, text)
    # A line that held nothing else goes as a whole, and the blank one after it.
    text = re.sub(r"^[ \t>]*(?:\0[ \t]*)+(?:\{[^}\n]*\})?\r?\n(?:[ \t]*\r?\n)?", "", text, flags=re.MULTILINE)
    return text.replace("\0", "")


def _drop_links(text: str, setting: Setting) -> str:
    def is_theirs(target: str) -> bool:
        is_picture = any(path in setting.pictures for path in find_target(target, setting.folder))
        return is_picture or bool(find_places(unquote(target.strip("<>")), setting.subject))

    def unlink(match: re.Match[str]) -> str:
        return match["label"] if is_theirs(match["target"]) else match[0]

    for pattern in (_LINK, _HTML_LINK):
        text = pattern.sub(unlink, text)
    gone = [match for match in _DEFINITION.finditer(text) if is_theirs(match["target"])]
    for match in reversed(gone):
        text = text[: match.start()] + text[match.end() :]
    for match in gone:
        label = re.escape(match["label"])
        text = re.sub(rf"!?\[([^\[\]]*)\]\[{label}\]", r"\1", text, flags=re.IGNORECASE)
        text = re.sub(rf"!?\[({label})\](?:\[\])?(?![(\[:])", r"\1", text, flags=re.IGNORECASE)
    return text


def _replace(text: str, trace: Trace, setting: Setting) -> str:
    start, end = _widen(text, trace)
    name = text[trace.start : trace.end]
    before, after = text[:start], text[end:]
    if (
        (start, end) == (trace.start, trace.end)
        and trace.kind is Kind.NAME
        and _is_slug(name, text, start, end)
    ):
        return before + find_slug(setting.site_lang) + after
    back, word, cut = fit(before, after if name.lower().endswith("s") else "", setting.lang)
    return before[: len(before) - back] + word + after[cut:]


def _widen(text: str, trace: Trace) -> tuple[int, int]:
    """Return the span of the mention, the e-mail address or the address on the web in which a name stands."""
    start, end = trace.start, trace.end
    if mention := _find_mention(text, start, end):
        return mention
    line = text.rfind("\n", 0, start) + 1
    if trace.kind is Kind.NAME:
        for email in _EMAIL.finditer(text, line):
            if email.start() <= start and email.end() >= end:
                return email.span()
    if text[max(0, start - 1) : start] == "#":
        return start - 1, end
    if address := _ADDRESS.search(text[line:start]):
        closing = _ADDRESS_END.match(text, end)
        tail = (closing[0] if closing else "").rstrip(".,;:!?")
        start, end = line + address.start(), end + len(tail)
    is_angled = text[max(0, start - 1) : start] == "<" and text[end : end + 1] == ">"
    return (start - 1, end + 1) if is_angled else (start, end)


def _find_mention(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of ``[[…]]`` around a name."""
    opening = text.rfind("[[", max(0, start - 80), start)
    if opening < 0 or re.search(r"\]|\n", text[opening:start]):
        return None
    closing = _BRACKETS.match(text, end)
    return (opening, closing.end()) if closing else None


def _is_slug(name: str, text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in an address or an id, where no apostrophe may."""
    is_lower = name == name.lower() and not re.search(r"[^\w-]", name)
    line_start = text.rfind("\n", 0, start) + 1
    is_key = re.match(r"\s*(?:- )?(?:slug|event|series|id)\s*:", text[line_start:start], re.IGNORECASE)
    is_part = re.search(r"[-_/]$", text[max(0, start - 1) : start]) or re.match(
        r"[-_/]|\.\w", text[end : end + 2]
    )
    return is_lower and bool(is_key or is_part)
