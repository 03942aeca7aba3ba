"""Pelican's writer, but for the feeds."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from ..run import find_run
from .builder import build_feed, render_feed
from .collection import Collection, find_collections, find_language_collection
from .document import FeedDocument
from .entries import build_entry
from .links import join_url
from .site import read_site
from .text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .document import FeedEntry
    from .site import Site

logger = logging.getLogger(__name__)


class FeedWriter(Writer):
    """Write RSS and Atom with feedgen; where the plugin sleeps, write what Pelican writes."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)  # type: ignore[no-untyped-call]
        self._entries: dict[Any, FeedEntry] = {}
        self._collections: dict[str, Collection] | None = None

    def write_feed(  # noqa: PLR0913, PLR0917 - Pelican's own signature
        self,
        elements: Sequence[Any],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,  # noqa: FBT001, FBT002 - as above
        feed_title: str | None = None,
    ) -> Any:  # noqa: ANN401 - feedgen and Pelican's own feeds have no type
        """Write one feed and return it; see ``pelican.writers.Writer.write_feed``.

        Receivers of ``feed_generated`` and ``feed_written`` are sent feedgen's feed.
        """
        if find_run(context) is None:
            return super().write_feed(  # type: ignore[no-untyped-call]
                elements,
                context,
                path,
                url,
                feed_type,
                override_output=override_output,
                feed_title=feed_title,
            )
        elements = elements[: self.settings["FEED_MAX_ITEMS"]]
        document = self._build_document(elements, context, path or "", url or path or "", feed_title)
        is_summary_only = bool(self.settings.get("RSS_FEED_SUMMARY_ONLY"))
        feed = build_feed(document, feed_type, is_summary_only=is_summary_only)
        signals.feed_generated.send(context, feed=feed)
        if path:
            complete_path = sanitised_join(self.output_path, path)
            self._write(complete_path, render_feed(feed, feed_type), override=override_output)
            signals.feed_written.send(complete_path, context=context, feed=feed)
        return feed

    def _build_document(
        self, elements: Sequence[Any], context: dict[str, Any], path: str, url: str, feed_title: str | None
    ) -> FeedDocument:
        """Return what the feed says."""
        site = read_site(context)
        collection = self._find_collection(elements, context, path)
        title = clean_text(feed_title or "") or collection.title
        with _link_from_site(context, site):
            entries = tuple(self._find_entry(element, site) for element in elements)
        return FeedDocument(
            url=join_url(site.feed_domain, url),
            page_url=join_url(site.url, collection.path),
            title=f"{site.name} - {title}" if title else site.name,
            description=f"{title} – {site.name}" if title else site.subtitle or site.name,
            author=site.author,
            lang=collection.lang or site.lang,
            entries=entries,
        )

    def _find_entry(self, article: Any, site: Site) -> FeedEntry:  # noqa: ANN401 - any content of Pelican
        """Return the entry of an article, made once for all feeds of a build."""
        if article not in self._entries:
            self._entries[article] = build_entry(article, site)
        return self._entries[article]

    def _find_collection(self, elements: Sequence[Any], context: dict[str, Any], path: str) -> Collection:
        """Return which posts the feed at this path holds."""
        if self._collections is None:
            self._collections = find_collections(context)
        if path in self._collections:
            return self._collections[path]
        lang = str(getattr(elements[0], "lang", "")) if elements else ""
        return find_language_collection(context, path, lang) or Collection()

    def _write(self, path: str, content: bytes, *, override: bool) -> None:
        """Write a file through Pelican's guard against writing one twice."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(path, "utf-8", override) as file:  # type: ignore[no-untyped-call]
            file.write(content.decode("utf-8"))
        logger.info('Writing "%s"', path)


@contextmanager
def _link_from_site(context: dict[str, Any], site: Site) -> Iterator[None]:
    """Resolve links against the site, not against the page that was written last."""
    before = context.get("localsiteurl", "")
    context["localsiteurl"] = site.url
    try:
        yield
    finally:
        context["localsiteurl"] = before
