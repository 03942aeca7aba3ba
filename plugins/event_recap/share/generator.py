"""The page that takes a text to a reader's own server of Mastodon, and the codes of printed pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Place
from ..page_generator import PageGenerator
from ..run import find_run
from .qr_code import QrCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.writers import Writer

SCRIPT = Path("static", "js", "mastodon.js")
"""Of a theme: the page can do nothing without it."""


def find_mastodon_page(settings: Mapping[str, Any]) -> str:
    """Return the absolute URL of the site's page for Mastodon, or an empty string.

    Args:
        settings: Pelican's.
    """
    has_page = (
        settings["SITEURL"] and settings["MASTODON_SAVE_AS"] and Path(settings["THEME"], SCRIPT).is_file()
    )
    return f"{settings['SITEURL']}/{settings['MASTODON_URL']}" if has_page else ""


class ShareGenerator(PageGenerator):
    """Makes one page; does nothing where the plugin sleeps, or the theme has no script for it."""

    _has_page = False

    def generate_context(self) -> None:
        """Give every recap, event and person a code, and claim the file of the page."""
        run = find_run(self.context)
        if run is None:
            return
        self._has_page = bool(find_mastodon_page(self.settings))
        if self._has_page:
            run.plan(self.settings["MASTODON_SAVE_AS"], Place("setting MASTODON_SAVE_AS"))
        if site_url := self.settings["SITEURL"]:
            for article in self.context["articles"]:
                for found in (article, *article.translations):
                    found.qr_code = QrCode(f"{site_url}/{found.url}")
            for key, page in self.context["generated_content"].items():
                if key.startswith(("@event/", "@person/")):
                    page.qr_code = QrCode(f"{site_url}/{page.url}")

    def generate_output(self, writer: Writer) -> None:
        """Write the page."""
        if self._has_page:
            save_as, url = self.settings["MASTODON_SAVE_AS"], self.settings["MASTODON_URL"]
            self._write(writer, save_as, "mastodon", url, page_name="mastodon")
