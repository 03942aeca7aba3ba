"""Pelican's writer, but for the feeds."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blinker import ANY
from pelican.plugins import signals
from pelican.utils import sanitised_join

from ..documents import make_document
from ..engine.sparing_writer import SparingWriter
from ..run import find_run
from .builder import FeedBuilder, render_feed
from .catalogue import Address
from .documents import DocumentBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..run import Run
    from .builder import Feed
    from .document import FeedDocument
    from .documents import PlacedDocument

logger = logging.getLogger(__name__)


class FeedWriter(SparingWriter):
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
        feedgen's feed, or a ``JsonFeed``; where there are none, and the last site has this feed, None is
        returned.
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
        build = partial(self._build_feed, context)
        if not path or not elements:
            return build(newest.document, feed_type)
        if feed := self._write_document(newest, feed_type, build, override=override_output):
            signals.feed_written.send(sanitised_join(self.output_path, path), context=context, feed=feed)
        for archive in archives:
            self._write_document(archive, feed_type, self._feeds.build_feed, override=override_output)
        return feed

    def _build_feed(self, context: dict[str, Any], document: FeedDocument, feed_type: str) -> Feed:
        feed = self._feeds.build_feed(document, feed_type)
        signals.feed_generated.send(context, feed=feed)
        return feed

    def _write_document(
        self,
        placed: PlacedDocument,
        feed_type: str,
        build: Callable[[FeedDocument, str], Feed],
        *,
        override: bool,
    ) -> Feed | None:
        """Write a document, and return its feed; None where it is the file of the last site."""
        built: list[Feed] = []

        def make() -> bytes:
            built.append(build(placed.document, feed_type))
            return render_feed(built[0], feed_type)

        value = ("feed", feed_type, placed.document)
        content = make() if _is_heard() else make_document(self, placed.path, value, make)
        self._write(sanitised_join(self.output_path, placed.path), content, override=override)
        return built[0] if built else None

    def _find_documents(self, context: dict[str, Any], run: Run) -> DocumentBuilder:
        """Return what makes the documents of this build; every article is read once for all feeds."""
        if self._documents is None:
            self._documents = DocumentBuilder(context, run)
        return self._documents

    def _write(self, path: str, content: bytes | None, *, override: bool) -> None:
        """Write a file through Pelican's guard against writing one twice; None for one that is taken."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(path, "utf-8", override) as file:
            if content is not None:
                file.buffer.write(content)
        logger.info('Writing "%s"', path)


def _is_heard() -> bool:
    """Tell whether somebody else receives feeds, and may change them."""
    ours = __name__.removesuffix("feeds.writer")
    receivers = (
        receiver
        for signal in (signals.feed_generated, signals.feed_written)
        for receiver in signal.receivers_for(ANY)
    )
    return any(not str(getattr(receiver, "__module__", "")).startswith(ours) for receiver in receivers)
