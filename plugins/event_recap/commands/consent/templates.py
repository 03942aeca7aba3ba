"""The templates of a site, as a build finds them: the theme's own, Pelican's, and ours behind them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import Generator

from ...rendering import offer_templates

if TYPE_CHECKING:
    from jinja2 import Environment

    from ..opening import OpenSite


def open_templates(site: OpenSite) -> Environment:
    """Return what renders the templates of a site; nothing is read but those, and nothing written."""
    theme = str(site.urls["THEME"])
    generator = Generator({}, site.urls, str(site.content), theme, str(site.output))
    environment: Environment = generator.env
    offer_templates(environment, Path(theme), str(site.urls["SITEURL"] or ""))
    return environment
