"""What Pelican does not ask for: feeds of series and people, JSON Feed, and how to subscribe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import Generator

from ..documents import write_document
from ..errors import Place, Problem
from ..loading.pictures import measure_picture
from ..run import find_run
from ..settings import NAME
from .catalogue import KEY, PELICAN_WRITES, build_catalogue, view_collection
from .comment_feeds import find_comment_collections
from .formats import JSON
from .opml import build_opml
from .site import read_site
from .writer import FeedWriter

if TYPE_CHECKING:
    from pelican.writers import Writer

    from ..run import Run
    from .catalogue import Collection
    from .site import Site

_WITHOUT_PAGE = frozenset({"site", "language", "series", "comments"})
"""Kinds of feeds of which no page shows the same and nothing else."""

LARGEST_ICON = 144
"""Pixels of a feed's icon, which RSS allows at the most."""


class FeedsGenerator(Generator):
    """Lists the feeds for templates, and writes what stands beside Pelican's; sleeps with the plugin."""

    _catalogue: tuple[Collection, ...] = ()
    _site: Site

    def generate_context(self) -> None:
        """Put every feed that will be written into the context, and claim its file."""
        run = find_run(self.context)
        if run is None:
            return
        site = self._site = read_site(self.context)
        self._catalogue = (*build_catalogue(self.context), *find_comment_collections(self.context))
        by_path: dict[str, Collection] = {}
        for collection in self._catalogue:
            for address in collection.addresses.values():
                by_path.setdefault(address.path, collection)
                run.plan(address.path, _name_origin(collection))
        views = tuple(view_collection(collection, site) for collection in self._catalogue)
        self.context[KEY] = by_path
        # Of each recap there is a link on its page; a list of all would be as long as the site.
        self.context["feeds"] = tuple(view for view in views if view.kind != "recap_comments")
        # Series share the page of all events, of which none is its own.
        self.context["page_feeds"] = {
            view.url: view.links for view in views if view.kind not in _WITHOUT_PAGE
        }
        self.context["opml_url"] = self.settings["OPML_SAVE_AS"] if views else ""
        self.context["subscribe_url"] = self._find_subscribe_url()
        for name in ("OPML_SAVE_AS", "FEED_STYLESHEET_SAVE_AS", "SUBSCRIBE_SAVE_AS"):
            run.plan(self.settings[name], Place(f"setting {name}"))
        self._publish_icon(run)

    def _find_subscribe_url(self) -> str:
        """Return where the page is that lists feeds and calendars; empty where there is nothing to list."""
        has_any = self._catalogue or self.context.get("calendars")
        return str(self.settings["SUBSCRIBE_URL"]) if has_any and self.settings["SUBSCRIBE_SAVE_AS"] else ""

    def generate_output(self, writer: Writer) -> None:
        """Write what Pelican does not ask for."""
        if find_run(self.context) is None or not isinstance(writer, FeedWriter):
            return
        for collection in self._catalogue:
            for feed_format, address in collection.addresses.items():
                if feed_format == JSON or collection.kind not in PELICAN_WRITES:
                    writer.write_feed(
                        collection.articles, self.context, address.path, address.url, feed_format
                    )
        self._write_ways_to_subscribe(writer)

    def _write_ways_to_subscribe(self, writer: FeedWriter) -> None:
        """Write the list of feeds for readers and for programs, and the look of a feed in a browser."""
        site = self._site
        if save_as := self.context["opml_url"]:
            content = build_opml(
                site.name,
                self.context["feeds"],
                site_url=site.url,
                feed_domain=site.feed_domain,
                lang=site.lang,
            )
            write_document(writer, save_as, content)
        if self._catalogue and (save_as := self.settings["FEED_STYLESHEET_SAVE_AS"]):
            css = self.env.get_template("event_recap/feed.css").render(self.context)
            write_document(writer, save_as, css.encode())
        if self.context["subscribe_url"]:
            writer.write_file(
                self.settings["SUBSCRIBE_SAVE_AS"],
                self.get_template("subscribe"),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=self.context["subscribe_url"],
                page_name="subscribe",
            )

    def _publish_icon(self, run: Run) -> None:
        """Have the icon of the feeds published, or say what is wrong with it."""
        icon = run.settings.feed_icon
        if not icon:
            return
        width, height = measure_picture(Path(self.path, icon))
        is_icon = Path(icon).suffix.lower() in {".png", ".jpg", ".jpeg"} and width == height
        if is_icon and 0 < width <= LARGEST_ICON:
            self.context["static_links"].add(icon)
            return
        what = f"{icon!r} is no icon; expected a square PNG or JPEG, {LARGEST_ICON} pixels wide at most"
        run.report([Problem(Place(NAME), "feed_icon", what)])


def _name_origin(collection: Collection) -> Place:
    """Say in a message which feed is meant."""
    about = f"{collection.kind} {collection.slug!r}" if collection.slug else "the site"
    return Place(f"feed of {about}")
