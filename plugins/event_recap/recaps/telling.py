"""What an author is told of a text: what will be missing from its page, or stand there as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..rendering import URL_SCHEMES
from .content_model import find_misplaced
from .quotes import has_lone_mark, has_stray_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..loading.recap import ParsedRecap

SCHEME = re.compile(r"""<[^>]*\s(?:href|src)\s*=\s*["']?\s*([a-z][a-z0-9+.-]*):""", re.IGNORECASE)
"""Scheme of a link in HTML."""

_TAG = re.compile(r"<[a-z]")

REMOVED = {
    "script": "a script is never published; link to what it shows",
    "object": "an embedded object is never published; link to what it shows",
    "embed": "an embedded object is never published; link to what it shows",
    "form": "a form is never published; link to its page",
    "iframe": "a frame is published as a link; readers are not sent to other sites unasked",
}
"""What is taken out of a text, and what the author is told."""

REMOTE = "what another site holds is published as a link; copy it into content/images, or add to csp_sources"
"""What the author is told of a picture that a reader would be sent elsewhere for."""

ENDLESS = "too many signs, such as '[', that open something and never close it; take them out"
"""What the author is told of a text that Markdown does not come to an end with."""


def find_removed(parsed: ParsedRecap, html: str) -> Iterator[Problem]:
    """Yield a problem for each kind of thing that is taken out of a text, or makes nothing.

    Args:
        parsed: What the file says.
        html: Its text, with all that was typed.
    """
    if not parsed.body.strip() and parsed.metadata:
        yield Problem(parsed.recap.place, "text", "the text is empty", Severity.WARNING)
    for scheme in sorted({found.lower() for found in SCHEME.findall(html)} - URL_SCHEMES):
        what = f"a link of the kind '{scheme}:' is not published; expected http, https or mailto"
        yield _warn(parsed, f"{scheme}:", what)
    if has_lone_mark(html):
        what = "a line '[quote]' has no paragraph after it; write the quote below it"
        yield _warn(parsed, "[quote]", what)
    if has_stray_mark(html):
        what = "'[quote]' makes no quote inside a paragraph; write it before one, or between backticks"
        yield _warn(parsed, "[quote]", what)
    for tag, what in REMOVED.items():
        if re.search(rf"<{tag}\b", html, re.IGNORECASE):
            yield _warn(parsed, f"<{tag}", what)


def tell_remote(parsed: ParsedRecap, urls: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for what another site holds, and stands on the page as a link; each address once."""
    for url in dict.fromkeys(urls):
        yield _warn(parsed, url.lower(), REMOTE)


def tell_misplaced(parsed: ParsedRecap, html: str) -> Iterator[Problem]:
    """Yield a problem for each kind of thing that an author's own HTML has where HTML has no place for it.

    Args:
        parsed: What the file says.
        html: Its text as a page gets it, sanitised.
    """
    typed = parsed.body.lower()
    # Markdown alone puts everything in its place.
    found = reversed([*find_misplaced(html)]) if _TAG.search(typed) else ()
    for what, words in {one.what: one.words for one in found}.items():
        beginning = words.partition("\n")[0].lower()
        tag = what.partition(">")[0]
        yield _warn(parsed, beginning if beginning and beginning in typed else tag, what)


def _warn(parsed: ParsedRecap, needle: str, what: str) -> Problem:
    """Return a warning with the first line that holds something, in lower case."""
    numbered = enumerate(parsed.body.splitlines(), parsed.body_line)
    line = next((number for number, text in numbered if needle in text.lower()), parsed.body_line)
    return Problem(Place(parsed.recap.place.source, line), "text", what, Severity.WARNING)
