"""The face of the page in Pelican, so that cards inside texts can link to it."""

from __future__ import annotations

from ..page_generator import SteadyContent


class Privacy(SteadyContent):
    """The page; ``PRIVACY_URL`` and ``PRIVACY_SAVE_AS`` say where, as Pelican does by class name."""

    mandatory_properties = ("title", "slug")
    default_template = "privacy"
