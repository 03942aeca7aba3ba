"""What templates show of a text: its length, its headings, its quotes, its notes, and what is like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from .values import LinkView


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How long a text is: ``article.reading``."""

    text: str
    """``4 min de lecture``."""
    duration: str
    """The same as ISO 8601 has it: ``PT4M``."""
    words: int
    """Words of the text, without the cards; of a script without spaces, its characters."""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading of a text, in its table of contents."""

    text: str
    """Plain text."""
    anchor: str
    """Id of the heading on the page, without ``#``."""
    headings: tuple[HeadingView, ...] = ()
    """Those of the next level below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A line of a text that is set as a quote, and offered to be shared by itself."""

    id: str
    """Id of the quote on the page; it begins with ``quote-``."""
    lang: str
    text: Markup
    """HTML, safe, of one paragraph or of more."""
    label: str
    """Name for a screen reader of the link to the quote itself."""
    links: tuple[LinkView, ...] = ()
    """One for each network; none for a draft, and without ``SITEURL``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A footnote that opens where it is referred to."""

    id: str
    """Id of the note that opens; the one at the foot of the text has another."""
    number: str
    """As Markdown counts: ``1``."""
    label: str
    """Name for a screen reader: ``Note 1``."""
    mark: Markup
    """The reference as Markdown writes it, a link to the foot of the text. HTML, safe."""
    text: Markup
    """The note without the way back. HTML, safe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another recap that has much in common with one: one of ``article.related``."""

    title: str
    """Plain text."""
    url: str
    """Path below ``SITEURL``."""
    lang: str
    date: str
    """Day of publication in words of that recap's language."""
    date_iso: str
    event: str = ""
    """Name of the event it tells about; empty where there is none."""
