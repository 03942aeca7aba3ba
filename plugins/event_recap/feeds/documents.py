"""From a collection of articles to the documents of its feed: the newest, and the archives."""

from __future__ import annotations

import logging
import posixpath
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..characters import clean_text
from ..views.address import join_url
from .catalogue import KEY, Address, Collection, title_feed
from .comment_feeds import KINDS as COMMENT_KINDS
from .comment_feeds import CommentPost, build_comment_entry
from .document import FeedDocument, FeedReplies, FeedSource, Tombstone
from .entries import build_entry, make_aware
from .formats import JSON
from .ids import find_entry_id
from .media import Media
from .paging import paginate
from .site import read_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..run import AnyArticle, Run
    from .document import FeedEntry, FeedFile
    from .site import Site

logger = logging.getLogger(__name__)

_FIRST = {"site": "", "comments": "", "recap_comments": "comments"}
"""In which kind of feed the entries of another stand first; for all that is not here, in the site's."""


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A document, and the file that holds it."""

    path: str
    """Below the output folder."""
    document: FeedDocument


class DocumentBuilder:
    """Makes the documents of all feeds of one build; each article is read once."""

    def __init__(self, context: dict[str, Any], run: Run) -> None:
        """Remember what all feeds have in common; by now everything was read."""
        self._context = context
        self._run = run
        self._entries: dict[AnyArticle, FeedEntry] = {}
        self.site: Site = read_site(context)

    def build_documents(
        self, articles: Sequence[AnyArticle], address: Address, feed_format: str, title: str = ""
    ) -> list[PlacedDocument]:
        """Return the newest document of a feed, then its archives, the newest first.

        Args:
            articles: All that the feed holds, in any order; one that Pelican lists twice, as of two tags
                that share a page, counts once.
            address: Where its newest document is.
            feed_format: ``atom``, ``rss`` or ``json``.
            title: What the feed is about, where no collection is known by its address.
        """
        collection = self._catalogue.get(address.path) or Collection(name=clean_text(title), addresses={})
        pages = paginate(
            self._sort(articles), self._context["FEED_MAX_ITEMS"], int(self._run.settings.feed_max_bytes)
        )
        if pages.archives:
            logger.info(
                "%s holds %d entries, and %d archives the rest",
                address.path,
                len(pages.newest),
                len(pages.archives),
            )
        places = [_place_archive(address, number) for number in range(1, len(pages.archives) + 1)]
        urls = ["", *(self._join(place.url) for place in places), self._join(address.url)]
        common = self._build_head(collection, address, feed_format)
        newest = replace(
            common,
            entries=pages.newest,
            hubs=self._run.settings.websub_hubs,
            tombstones=() if collection.kind in COMMENT_KINDS else self._tombstones,
            older_url=urls[-2],
        )
        archives = [
            replace(
                common,
                url=urls[number],
                entries=entries,
                current_url=common.url,
                older_url=urls[number - 1],
                newer_url=urls[number + 1],
            )
            for number, entries in enumerate(pages.archives, 1)
        ]
        placed = [
            PlacedDocument(place.path, archive) for place, archive in zip(places, archives, strict=True)
        ]
        return [PlacedDocument(address.path, newest), *reversed(placed)]

    def _build_head(self, collection: Collection, address: Address, feed_format: str) -> FeedDocument:
        """Return what all documents of a feed say, without their entries."""
        site = self.site
        url = self._join(address.url)
        name = collection.name
        first = _FIRST.get(collection.kind, "site")
        return FeedDocument(
            url=url,
            feed_id=self._find_feed_id(collection, address, feed_format),
            page_url=join_url(site.url, collection.page_url),
            title=title_feed(collection, site),
            description=f"{name} – {site.name}" if name else site.subtitle or site.name,
            author=site.author,
            lang=collection.lang or site.lang,
            rights=clean_text(self._run.settings.feed_rights),
            icon=self._icon,
            stylesheet_url=self._find_stylesheet(address) if feed_format != JSON else "",
            source=self._sources.get((first, feed_format)) if first else None,
        )

    def _find_feed_id(self, collection: Collection, address: Address, feed_format: str) -> str:
        """Return an id that outlives the domain: that of a collection, or of a place where none is known."""
        about = f"{collection.kind}:{collection.slug}:{feed_format}" if collection.addresses else address.path
        return self._run.ids.find_uid("feed", about)

    def _find_stylesheet(self, address: Address) -> str:
        """Return the way from a feed to its style sheet: relative, so that it works on any server."""
        path = self._context.get("FEED_STYLESHEET_SAVE_AS")
        if not path:
            return ""
        if urlsplit(self.site.feed_domain) != urlsplit(self.site.url):
            return join_url(self.site.url, path)
        return posixpath.relpath(path, posixpath.dirname(address.url) or ".")

    def _sort(self, articles: Sequence[AnyArticle]) -> list[FeedEntry]:
        """Return entries, newest first; those of one moment in the order of their ids."""
        with _link_from_site(self._context, self.site.url):
            entries = [self._find_entry(article) for article in dict.fromkeys(articles)]
        return sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)

    def _find_entry(self, article: AnyArticle) -> FeedEntry:
        if article not in self._entries:
            self._entries[article] = self._build_entry(article)
        return self._entries[article]

    def _build_entry(self, article: AnyArticle) -> FeedEntry:
        if isinstance(article, CommentPost):
            recap_id = find_entry_id(article.article, self._run)
            return build_comment_entry(article, self._run, recap_id, self.site)
        entry = build_entry(article, find_entry_id(article, self._run), self.site, self._media)
        return replace(entry, replies=self._find_replies(article))

    def _find_replies(self, article: AnyArticle) -> FeedReplies | None:
        """Return where the comments of a recap are; a recap and its translations share one feed."""
        view = getattr(getattr(article, "event_recap", None), "comments", None)
        public = view.list_public() if view else ()
        if not public:
            return None
        feeds = self._comment_feeds.get(article.slug)
        moments = (datetime.fromisoformat(comment.date_iso) for comment in public)
        return FeedReplies(
            url=join_url(self.site.url, f"{article.url}#comments"),
            count=len(public),
            updated=max(make_aware(moment, self.site) for moment in moments),
            feeds=tuple((one, self._join(address.url)) for one, address in feeds.addresses.items())
            if feeds
            else (),
        )

    def _join(self, url: str) -> str:
        return join_url(self.site.feed_domain, url)

    @property
    def _catalogue(self) -> Mapping[str, Collection]:
        return self._context.get(KEY) or {}

    @cached_property
    def _media(self) -> Media:
        return Media(self._context.get("static_content", {}).values(), self.site.url)

    @cached_property
    def _icon(self) -> FeedFile | None:
        path = self._run.settings.feed_icon
        static = self._context.get("static_content", {}).get(path) if path else None
        return self._media.find_file(join_url(self.site.url, static.url)) if static else None

    @cached_property
    def _tombstones(self) -> tuple[Tombstone, ...]:
        found = self._run.ids.find_tombstones(self._run.registry.policy.today)
        return tuple(Tombstone(withdrawn.id, withdrawn.on) for withdrawn in found)

    @cached_property
    def _comment_feeds(self) -> dict[str, Collection]:
        """The comments of each recap that has some, by its slug."""
        return {found.slug: found for found in self._catalogue.values() if found.kind == "recap_comments"}

    @cached_property
    def _sources(self) -> dict[tuple[str, str], FeedSource]:
        """The feeds in which entries stand first, by kind and format."""
        return dict(self._find_sources())

    def _find_sources(self) -> Iterator[tuple[tuple[str, str], FeedSource]]:
        for collection in {id(found): found for found in self._catalogue.values()}.values():
            if collection.kind not in {"site", "comments"}:
                continue
            newest = max(entry.updated for entry in self._sort(collection.articles))
            for feed_format, address in collection.addresses.items():
                head = self._build_head(collection, address, feed_format)
                yield (
                    (collection.kind, feed_format),
                    FeedSource(head.url, head.page_url, head.title, newest, head.feed_id),
                )


def _place_archive(address: Address, number: int) -> Address:
    """Return where an archive is: beside the newest document.

    No slug holds a full stop, so no other feed is called the same.
    """
    path = _number(address.path, number)
    has_name = "." in posixpath.basename(address.url)
    return Address(path=path, url=_number(address.url, number) if has_name else path)


def _number(path: str, number: int) -> str:
    """Return a path with the number of an archive before its endings.

    >>> _number("feeds/all.atom.xml", 2)
    'feeds/all.archive-2.atom.xml'
    """
    folder, name = posixpath.split(path)
    stem, dot, endings = name.partition(".")
    return posixpath.join(folder, f"{stem}.archive-{number}{dot}{endings}")


@contextmanager
def _link_from_site(context: dict[str, Any], site_url: str) -> Iterator[None]:
    """Resolve links against the site, not against the page that was written last."""
    before = context.get("localsiteurl", "")
    context["localsiteurl"] = site_url
    try:
        yield
    finally:
        context["localsiteurl"] = before
