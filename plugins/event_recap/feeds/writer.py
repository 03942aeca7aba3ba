"""Pelican's writer, but for the feeds."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.utils import sanitised_join
from pelican.writers import Writer

from ..run import find_run
from .builder import FeedBuilder, render_feed
from .catalogue import Address
from .documents import DocumentBuilder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..run import Run

logger = logging.getLogger(__name__)


class FeedWriter(Writer):
    """Write Atom, RSS and JSON Feed; where the plugin sleeps, write what Pelican writes."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)  # type: ignore[no-untyped-call]
        self._feeds = FeedBuilder()
        self._documents: DocumentBuilder | None = None

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
        """Write a feed, and archives beside it for what does not fit; return that of the newest entries.

        ``feed_type`` may also be ``json``; the rest is as in ``pelican.writers.Writer.write_feed``. A feed
        without entries is not written. Receivers of ``feed_generated`` and ``feed_written`` are sent
        feedgen's feed, or a ``JsonFeed``.
        """
        run = find_run(context)
        if run is None:
            return super().write_feed(  # type: ignore[no-untyped-call]
                elements,
                context,
                path,
                url,
                feed_type,
                override_output=override_output,
                feed_title=feed_title,
            )
        address = Address(path=path or "", url=url or path or "")
        documents = self._find_documents(context, run)
        newest, *archives = documents.build_documents(elements, address, feed_type, feed_title or "")
        feed = self._feeds.build_feed(newest.document, feed_type)
        signals.feed_generated.send(context, feed=feed)
        if path and elements:
            complete_path = sanitised_join(self.output_path, path)
            self._write(complete_path, render_feed(feed, feed_type), override=override_output)
            signals.feed_written.send(complete_path, context=context, feed=feed)
            for archive in archives:
                content = render_feed(self._feeds.build_feed(archive.document, feed_type), feed_type)
                self._write(sanitised_join(self.output_path, archive.path), content, override=override_output)
        return feed

    def _find_documents(self, context: dict[str, Any], run: Run) -> DocumentBuilder:
        """Return what makes the documents of this build; every article is read once for all feeds."""
        if self._documents is None:
            self._documents = DocumentBuilder(context, run)
        return self._documents

    def _write(self, path: str, content: bytes, *, override: bool) -> None:
        """Write a file through Pelican's guard against writing one twice."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(path, "utf-8", override) as file:  # type: ignore[no-untyped-call]
            file.buffer.write(content)
        logger.info('Writing "%s"', path)
