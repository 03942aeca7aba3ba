"""What helps to read a text: its length, a table of contents, notes that open in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..page_generator import find_recap
from ..rendering import strip_html
from ..run import APART_KEY, TEXT_KEY
from .body import MARKER
from .notes import open_notes
from .outline import FEWEST_HEADINGS, count_headings, outline_text
from .reading import view_reading

if TYPE_CHECKING:
    from jinja2 import Environment

    from ..run import AnyArticle, Run

FEWEST_WANTED = 2
"""Headings of a table of contents that its author asked for; one leads nowhere that is not in sight."""


def attach_reading(content: AnyArticle, run: Run) -> None:
    """Set ``reading`` and ``outline`` on an article or a page, and give its headings their ids.

    Args:
        content: With its text as yet without attendees, mentions resolved.
        run: The state of this build.
    """
    html = content._content or ""  # noqa: SLF001 -- the documented place of a text
    text = strip_html(MARKER.sub("", html))
    setattr(content, TEXT_KEY, text)
    content.reading = view_reading(text, content.lang)
    content.outline = ()
    recap = find_recap(content)
    wanted = recap.toc if recap else None
    most = run.settings.toc_words
    if wanted is False or (wanted is None and not 0 < most <= content.reading.words):
        return
    outlined, headings = outline_text(html, _name(content), getattr(content, APART_KEY, ""))
    if count_headings(headings) >= (FEWEST_WANTED if wanted else FEWEST_HEADINGS):
        content._content, content.outline = outlined, headings  # noqa: SLF001 -- as above


def finish_text(content: AnyArticle, environment: Environment) -> str:
    """Return the text of a page, with notes that open in place."""
    return open_notes(content._content or "", environment, content.lang)  # noqa: SLF001 -- as above


def _name(content: AnyArticle) -> str:
    """Return what no other text is called: two of one slug differ in their language."""
    is_default = content.lang == content.settings["DEFAULT_LANG"]
    return str(content.slug) if is_default else f"{content.slug}-{content.lang}"
