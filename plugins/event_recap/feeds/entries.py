"""From Pelican's articles to entries of a feed: the one module that looks into an article."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from ..characters import clean_text
from ..errors import Place, Problem, Severity
from ..rendering import strip_html
from ..run import FEED_KEY
from ..translation import check_language
from ..views.address import join_url
from .document import FeedAuthor, FeedEntry, FeedEvent, FeedLink
from .html import clean_html
from .text import CharacterSieve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ..views.values import RecapView
    from .document import FeedFile
    from .media import Media
    from .site import Site

logger = logging.getLogger(__name__)

_LONGER = 10
"""How many times its words HTML may be long, tags and all."""

_ESCAPED = '<>&"\n'
_LONGEST_ESCAPE = 5
"""Signs that a format writes in other ways, and how many bytes more each takes at the most."""

_ENTRY_BYTES = 4_096
_PERSON_BYTES = 128
"""What stands around the words of an entry, and around a person's name."""


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


def build_entry(article: Article, entry_id: str, site: Site, media: Media) -> FeedEntry:
    """Read an article; what no feed can carry is dropped, with a warning that names the file.

    Args:
        article: Pelican's, with our view where it has one.
        entry_id: URI that names it for ever.
        site: The site as its feeds speak of it.
        media: The files that the site publishes.
    """
    sieve = CharacterSieve()
    view = getattr(article, "event_recap", None)
    page_url = join_url(site.url, sieve.keep(article.url))
    content = sieve.keep(clean_html(sieve.keep(_read_content(article, site)), page_url))
    picture = media.find_picture(getattr(view, "cover", None), content)
    content = _show_picture(picture, content)
    summary = _read_summary(article, sieve)
    published = make_aware(article.date, site)
    entry = FeedEntry(
        id=entry_id,
        url=f"{page_url}?ref=feed" if site.appends_reference else page_url,
        title=_read_title(article, sieve) or page_url,
        published=published,
        updated=tell_apart(make_aware(getattr(article, "modified", published), site), entry_id),
        authors=tuple(_read_authors(article, site, sieve)) or (site.author,),
        contributors=tuple(_read_contributors(view, site)),
        summary=summary,
        content=content,
        is_summary_whole=is_whole(summary, content),
        categories=tuple(dict.fromkeys(_read_categories(article, sieve))),
        lang=check_language(getattr(article, "lang", "")),
        picture=picture,
        enclosure=media.find_recording(content) or picture,
        event=_read_event(view, site),
        related=tuple(_read_related(article, site)),
    )
    _warn(article, sieve)
    return replace(entry, size=measure_entry(entry))


def measure_entry(entry: FeedEntry) -> int:
    """Return how many bytes an entry takes at the most, whatever the format: XML escapes more than JSON."""
    texts = (entry.content, entry.summary, entry.summary, entry.title)
    escaped = sum(_LONGEST_ESCAPE * text.count(sign) for text in texts for sign in _ESCAPED)
    words = sum(len(text.encode()) for text in texts)
    people = sum(
        _PERSON_BYTES + len(person.name.encode()) + len(person.url)
        for person in (*entry.authors, *entry.contributors)
    )
    people += sum(_PERSON_BYTES + len(link.title.encode()) + len(link.url) for link in entry.related)
    return _ENTRY_BYTES + escaped + words + people + sum(2 * len(name.encode()) for name in entry.categories)


def _read_content(article: Article, site: Site) -> str:
    """Return the whole text as HTML, with the attendees as a plain list where the recap has one."""
    siteurl = site.url or "/"  # or else links relative to the site look relative to the page
    write = getattr(article, FEED_KEY, None)
    if write is None:
        return article.get_content(siteurl)
    return article._update_content(write(), siteurl)  # noqa: SLF001 - Pelican's only way to resolve


def _read_summary(article: Article, sieve: CharacterSieve) -> str:
    """Return the recap's own summary, else Pelican's, as plain text."""
    own = getattr(getattr(article, "event_recap", None), "summary", "")
    return clean_text(sieve.keep(own)) or clean_text(strip_html(sieve.keep(article.summary)))


def is_whole(summary: str, content: str) -> bool:
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


def _read_contributors(view: RecapView | None, site: Site) -> Iterator[FeedAuthor]:
    """Yield the people of the cards who have a page; of all others a feed says no more than the text."""
    for group in view.attendees.groups if view else ():
        for card in group.cards:
            if card.url:
                yield FeedAuthor(clean_text(card.name), join_url(site.url, card.url))


def _read_event(view: RecapView | None, site: Site) -> FeedEvent | None:
    """Return the event that a recap tells about, or None."""
    if view is None or view.event is None:
        return None
    event = view.event
    return FeedEvent(
        name=clean_text(event.name),
        url=join_url(site.url, event.url),
        start=event.start_iso,
        end=event.end_iso,
        location=clean_text(event.place),
        organizers=tuple(clean_text(organizer.text) for organizer in event.organizers),
        latitude=event.latitude,
        longitude=event.longitude,
    )


def _read_related(article: Article, site: Site) -> Iterator[FeedLink]:
    """Yield the recaps that are like this one."""
    for related in getattr(article, "related", ()):
        yield FeedLink(clean_text(related.title), join_url(site.url, related.url))


def _show_picture(picture: FeedFile | None, content: str) -> str:
    """Return the content with its picture above, unless the text shows it anyway."""
    if picture is None or escape(picture.url) in content:
        return content
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
    image = f'<img src="{escape(picture.url)}" alt="{escape(picture.alt)}"{size}>'
    return f"<figure>{image}</figure>\n{content}"


def make_aware(moment: datetime, site: Site) -> datetime:
    """Return a date with its offset, that of the site where it has none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=site.timezone)


def tell_apart(moment: datetime, entry_id: str) -> datetime:
    """Return a moment with microseconds of the entry's own.

    Authors type days and minutes. The validator of the W3C warns of two entries that were updated at the
    same moment, which would be so for every two posts of one day.
    """
    return moment.replace(microsecond=moment.microsecond or crc32(entry_id.encode()) % 1_000_000)


def _warn(article: Article, sieve: CharacterSieve) -> None:
    """Tell the author which characters were dropped from which file."""
    if dropped := sieve.describe():
        source = getattr(article, "source_path", None)
        place = Place(os.path.relpath(source) if source else article.url)
        what = f"{dropped} left out of the feeds; no feed can carry such a character"
        logger.warning("%s", Problem(place, "", what, Severity.WARNING).told)
