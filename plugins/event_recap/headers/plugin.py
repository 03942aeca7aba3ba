"""Write the headers for the host, and offer the policy to templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound
from pelican.generators import Generator
from pelican.plugins import signals

from ..documents import is_taken, write_document
from ..errors import Place
from ..model.response_headers import (
    BRIEFLY,
    FOR_EVER,
    REFERRER_POLICY,
    HeaderRule,
    build_policy,
    list_rules,
    name_inline,
    write_headers_file,
)
from ..rendering import is_our_theme
from ..run import find_run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.writers import Writer

SETTING = "HEADERS_SAVE_AS"
FIRST_SCRIPT = "partials/first_script.html"
"""Template of the script that must run before anything is painted."""


class HeadersGenerator(Generator):
    """Writes one file; does nothing where the plugin sleeps."""

    rules: tuple[HeaderRule, ...] = ()

    def generate_context(self) -> None:
        """Decide what pages may load; a theme that is not ours may need what ours does not."""
        run = find_run(self.context)
        if run is None:
            return
        is_ours = is_our_theme(Path(self.theme))
        has_policy = bool(run.settings.csp_sources) or is_ours
        added = self._allow_inline(run.settings.csp_sources) if is_ours else run.settings.csp_sources
        settings, site_url = self.settings, str(self.settings["SITEURL"] or "")
        # Relative links are for pages that are opened from a folder, where nothing is the site itself.
        is_in_page = has_policy and not settings["RELATIVE_URLS"]
        in_page = build_policy(added, site_url, is_in_page=True) if is_in_page else ""
        self.context["content_policy"] = in_page
        self.context["referrer_policy"] = REFERRER_POLICY
        caches = {f"/{settings['THEME_STATIC_DIR']}/*": BRIEFLY}
        folder, has_hash, _ = str(settings["SOCIAL_IMAGE_SAVE_AS"] or "").partition("{hash}")
        caches |= {f"/{folder}*": FOR_EVER} if has_hash and folder.endswith("/") else {}
        policy = build_policy(added, site_url) if has_policy else ""
        self.rules = list_rules(policy, caches, has_editor=bool(run.settings.editor))
        if save_as := settings[SETTING]:
            run.plan(save_as, Place(f"setting {SETTING}"))

    def _allow_inline(self, added: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """Return what a site adds to the policy, with the script and the style that its theme has inline."""
        inline = {"style-src": self.context.get("first_style"), "script-src": self._read_first_script()}
        named = {name: (name_inline(text),) for name, text in inline.items() if text}
        return {name: named.get(name, ()) + added.get(name, ()) for name in {**added, **named}}

    def _read_first_script(self) -> str:
        """Return the script; empty in a copy of the theme that was made before it had one."""
        try:
            return self.env.get_template(FIRST_SCRIPT).render()
        except TemplateNotFound:
            return ""

    def generate_output(self, writer: Writer) -> None:
        """Write the file, unless the author publishes one of their own."""
        save_as = self.settings.get(SETTING)
        if self.rules and save_as and not is_taken(self.context, save_as):
            write_document(writer, save_as, write_headers_file(self.rules).encode())


def offer_generator(_pelican: object) -> type[HeadersGenerator]:
    """Tell Pelican about our generator."""
    return HeadersGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
