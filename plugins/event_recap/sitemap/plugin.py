"""Let Pelican write the sitemap, and ``robots.txt``, which says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pelican.generators import Generator
from pelican.plugins import signals

from ..documents import is_taken, write_document
from ..errors import Place
from ..run import find_run
from .document import build_sitemaps
from .pages import Pages

if TYPE_CHECKING:
    from pelican.writers import Writer

SITEMAP, ROBOTS = "SITEMAP_SAVE_AS", "ROBOTS_SAVE_AS"


class SitemapGenerator(Generator):
    """Writes two files; does nothing where the plugin sleeps or the site has no address."""

    def generate_context(self) -> None:
        """Claim the files."""
        run = find_run(self.context)
        for name in (SITEMAP, ROBOTS):
            if run and self.settings[name]:
                run.plan(self.settings[name], Place(f"setting {name}"))

    def generate_output(self, writer: Writer) -> None:
        """Write the sitemap in as many files as it takes, and the way to it; the author's own files stay."""
        run, site_url = find_run(self.context), str(self.settings["SITEURL"] or "").rstrip("/")
        if run is None or not site_url:
            return
        save_as = self.settings[SITEMAP]
        sitemap_url = f"{site_url}/{save_as}" if save_as else ""
        if save_as and not is_taken(self.context, save_as):
            pages = list(Pages({**self.context, "SITEURL": site_url}, run.listed).find())
            for url, content in build_sitemaps(pages, sitemap_url):
                write_document(writer, url.removeprefix(f"{site_url}/"), content)
        robots = self.settings[ROBOTS]
        # Robots look for it at the root of a host only.
        if robots and not urlsplit(site_url).path and not is_taken(self.context, robots):
            write_document(writer, robots, build_robots(sitemap_url).encode())


def build_robots(sitemap_url: str) -> str:
    """Return ``robots.txt`` (RFC 9309): nothing is forbidden, for pages say themselves who may list them.

    A robot that may not read a page never learns that it is not to be listed.

    >>> build_robots("https://blog.example/sitemap.xml").splitlines()
    ['User-agent: *', 'Allow: /', '', 'Sitemap: https://blog.example/sitemap.xml']
    """
    way = f"\nSitemap: {sitemap_url}\n" if sitemap_url else ""
    return f"User-agent: *\nAllow: /\n{way}"


def offer_generator(_pelican: object) -> type[SitemapGenerator]:
    """Tell Pelican about our generator."""
    return SitemapGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
