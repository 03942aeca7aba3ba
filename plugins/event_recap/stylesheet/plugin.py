"""Tell templates what a site chose of its look, and publish its style sheet in one piece."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican.plugins import signals

from ..model.look import find_fonts, word_classes
from ..rendering import is_our_theme
from ..run import find_run
from ..settings import NAME
from .bundle import bundle_styles, list_parts, may_stand_in_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.generators import Generator
    from pelican.settings import Settings

STYLES = "css"
"""Folder of the style sheet, among the static files of the theme and in the published site alike."""
WHOLE, FIRST = "main.css", "first.css"
"""The style sheet of our theme, and what of it a first screen needs."""


def offer_look(generator: Generator) -> None:
    """Put the look of the site into the context."""
    run = find_run(generator.context)
    if run is not None and "look_classes" not in generator.context:
        generator.context["look_classes"] = word_classes(run.settings.look)
        generator.context["look_fonts"] = find_fonts(run.settings.look)
        generator.context["first_style"] = _read_first_style(generator.settings)


def _read_first_style(settings: Settings) -> Markup:
    """Return the style of a first screen: CSS, safe in a page; empty where it or the theme is not ours."""
    file = Path(settings["THEME"], "static", STYLES, FIRST)
    if settings["CSS_FILE"] != WHOLE or not file.is_file() or not is_our_theme(Path(settings["THEME"])):
        return Markup()
    css = bundle_styles(file)
    return Markup(css) if may_stand_in_page(css) else Markup()  # noqa: S704 -- written by the owner of the site


def write_styles(pelican: Pelican) -> None:
    """Put one file in the place of the copy of the many, where the theme is ours: a page asks once.

    A part that a template names stands beside it, whole as well; the others are on no page. Pelican copies a
    theme after everything else, so this waits until all is written.
    """
    settings = pelican.settings
    if NAME not in settings or not is_our_theme(Path(settings["THEME"])):
        return
    source = Path(settings["THEME"], "static", STYLES)
    published = Path(pelican.output_path, settings["THEME_STATIC_DIR"], STYLES)
    main = source / settings["CSS_FILE"]
    if not (published / settings["CSS_FILE"]).is_file():
        return
    templates = _read_templates(settings)
    parts = list_parts(main)
    named = {part for part in parts if f"{STYLES}/{part.relative_to(source).as_posix()}" in templates}
    _drop_parts(published, {part.relative_to(source) for part in parts - named})
    for sheet in (main, *named):
        (published / sheet.relative_to(source)).write_text(bundle_styles(sheet), encoding="utf-8")


def _read_templates(settings: Settings) -> str:
    folders = [Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]]
    folders.append(Path(settings["THEME"], "templates"))
    files = (file for folder in folders for file in folder.rglob("*.html"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _drop_parts(published: Path, parts: Iterable[Path]) -> None:
    """Take the copies of parts out of the site, and the folders that are empty then."""
    gone = [published / part for part in parts]
    for file in gone:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in gone} - {published}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.generator_init.connect(offer_look)
    signals.finalized.connect(write_styles)
