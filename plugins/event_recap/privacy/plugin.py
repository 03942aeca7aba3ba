"""Write the page on privacy, and let every card lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..page_generator import PageGenerator
from ..run import find_run
from ..views.address import PRIVACY_NAME
from ..views.privacy import view_privacy
from .content import Privacy

if TYPE_CHECKING:
    from pelican.writers import Writer

    from ..views.privacy_values import PrivacyView


class PrivacyGenerator(PageGenerator):
    """Makes one page; does nothing where the plugin sleeps, or the site has a page of its own."""

    _view: PrivacyView | None = None

    def generate_context(self) -> None:
        """Put the page into the context, for links in texts and templates."""
        run = find_run(self.context)
        if run is None or not self.settings["PRIVACY_URL"]:
            return
        page = Privacy(
            "",
            metadata={"title": "privacy", "slug": "privacy", "lang": run.lang.lower()},
            settings=self.settings,
            source_path="setting PRIVACY_SAVE_AS",
            context=self.context,
        )
        self.context["generated_content"][f"@{PRIVACY_NAME}"] = page
        self.context["privacy_url"] = page.url
        self._view = view_privacy(run.settings.privacy_contact, run.lang)

    def generate_output(self, writer: Writer) -> None:
        """Write the page, unless the site says that it has one."""
        save_as = self.settings.get("PRIVACY_SAVE_AS")
        if self._view and save_as:
            url = self.context["privacy_url"]
            self._write(writer, save_as, "privacy", url, privacy=self._view, page_name="privacy")


def offer_generator(_pelican: object) -> type[PrivacyGenerator]:
    """Tell Pelican about our generator."""
    return PrivacyGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
