"""From Pelican's articles to entries of a feed: the one module that looks into an article."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Protocol

from feedgenerator import get_tag_uri

from ..errors import Place, Problem, Severity
from ..rendering import strip_html
from ..run import FEED_KEY
from .document import FeedAuthor, FeedEntry
from .html import clean_html
from .links import join_url
from .site import check_language
from .text import CharacterSieve, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .site import Site

logger = logging.getLogger(__name__)

_LONGER = 10
"""How many times its words HTML may be long, tags and all."""


class Article(Protocol):
    """What every article of Pelican has; the rest is asked for one by one."""

    title: str
    date: datetime
    url: str
    summary: str

    def get_content(self, siteurl: str) -> str:
        """Return the content with Pelican's links resolved."""

    def _update_content(self, content: str, siteurl: str) -> str:
        """Resolve Pelican's links in any HTML of the article."""


def build_entry(article: Article, site: Site) -> FeedEntry:
    """Read an article; what no feed can carry is dropped, with a warning that names the file."""
    sieve = CharacterSieve()
    page_url = join_url(site.url, sieve.keep(article.url))
    content = sieve.keep(clean_html(sieve.keep(_read_content(article, site)), page_url))
    summary = _read_summary(article, sieve)
    published = _make_aware(article.date, site)
    entry = FeedEntry(
        id=build_id(page_url, article.date),
        url=f"{page_url}?ref=feed" if site.appends_reference else page_url,
        title=_read_title(article, sieve) or page_url,
        published=published,
        updated=_make_aware(getattr(article, "modified", published), site),
        authors=tuple(_read_authors(article, site, sieve)) or (site.author,),
        summary=summary,
        content=content,
        is_summary_whole=_is_whole(summary, content),
        categories=tuple(dict.fromkeys(_read_categories(article, sieve))),
        lang=check_language(getattr(article, "lang", "")),
    )
    _warn(article, sieve)
    return entry


def build_id(page_url: str, date: datetime) -> str:
    """Return the ``tag:`` URI (RFC 4151) that Pelican itself gives to an article.

    Readers who follow a blog already know its posts by these, so a blog that moves to us shows
    nobody an old post as new.
    """
    return str(get_tag_uri(page_url, date))


def _read_content(article: Article, site: Site) -> str:
    """Return the whole text as HTML, with the attendees as a plain list where the recap has one."""
    siteurl = site.url or "/"  # or else links relative to the site look relative to the page
    prepared = getattr(article, FEED_KEY, None)
    if prepared is None:
        return article.get_content(siteurl)
    return article._update_content(prepared, siteurl)  # noqa: SLF001 - Pelican's only way to resolve


def _read_summary(article: Article, sieve: CharacterSieve) -> str:
    """Return the recap's own summary, else Pelican's, as plain text."""
    own = getattr(getattr(article, "event_recap", None), "summary", "")
    return clean_text(sieve.keep(own)) or clean_text(strip_html(sieve.keep(article.summary)))


def _is_whole(summary: str, content: str) -> bool:
    """Tell whether a summary has all the words of the content; a long text is not even compared."""
    return len(content) < _LONGER * len(summary) and summary == strip_html(content)


def _read_title(article: Article, sieve: CharacterSieve) -> str:
    """Return the title, which is HTML in Pelican, as plain text."""
    return clean_text(strip_html(sieve.keep(str(article.title))))


def _read_authors(article: Article, site: Site, sieve: CharacterSieve) -> Iterator[FeedAuthor]:
    """Yield everybody in the byline, guests included; of an article without one, Pelican's authors."""
    bylines = getattr(getattr(article, "event_recap", None), "bylines", ())
    for byline in bylines:
        url = join_url(site.url, byline.url) if byline.url else byline.href
        yield FeedAuthor(clean_text(sieve.keep(byline.name)), url)
    for author in () if bylines else getattr(article, "authors", ()):
        url = join_url(site.url, author.url) if site.has_author_pages else ""
        yield FeedAuthor(clean_text(sieve.keep(author.name)), url)


def _read_categories(article: Article, sieve: CharacterSieve) -> Iterator[str]:
    """Yield the names of the category and the tags."""
    category = getattr(article, "category", None)
    for wrapper in (*([category] if category else []), *getattr(article, "tags", ())):
        if name := clean_text(sieve.keep(str(wrapper))):
            yield name


def _make_aware(moment: datetime, site: Site) -> datetime:
    """Return a date with its offset, that of the site where it has none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=site.timezone)


def _warn(article: Article, sieve: CharacterSieve) -> None:
    """Tell the author which characters were dropped from which file."""
    if dropped := sieve.describe():
        source = getattr(article, "source_path", None)
        place = Place(os.path.relpath(source) if source else article.url)
        what = f"{dropped} left out of the feeds; no feed can carry such a character"
        logger.warning("%s", Problem(place, "", what, Severity.WARNING))
