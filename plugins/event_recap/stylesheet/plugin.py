"""Tell templates what a site chose of its look, and publish its style sheet in one piece."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..model.look import find_fonts, word_classes
from ..rendering import AUTOESCAPE
from ..run import find_run
from ..settings import NAME
from .bundle import bundle_styles

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

STYLES = "css"
"""Folder of the style sheet, among the static files of the theme and in the published site alike."""


def offer_look(generator: Generator) -> None:
    """Put the look of the site into the context."""
    run = find_run(generator.context)
    if run is not None:
        generator.context["look_classes"] = word_classes(run.settings.look)
        generator.context["look_fonts"] = find_fonts(run.settings.look)


def write_styles(pelican: Pelican) -> None:
    """Put one file in the place of the copy of the many, where the theme is ours: a page asks once.

    Pelican copies a theme after everything else, so this waits until all is written.
    """
    settings = pelican.settings
    if NAME not in settings or not Path(settings["THEME"], AUTOESCAPE).is_file():
        return
    path = Path(STYLES, settings["CSS_FILE"])
    target = Path(pelican.output_path, settings["THEME_STATIC_DIR"], path)
    if target.is_file():
        target.write_text(bundle_styles(Path(settings["THEME"], "static", path)), encoding="utf-8")


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.generator_init.connect(offer_look)
    signals.finalized.connect(write_styles)
