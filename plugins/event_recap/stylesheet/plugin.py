"""Tell templates what a site chose of its look, and publish its style sheet in one piece."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..model.look import find_fonts, word_classes
from ..rendering import AUTOESCAPE
from ..run import find_run
from ..settings import NAME
from .bundle import bundle_styles, list_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.generators import Generator
    from pelican.settings import Settings

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

    A part that a template names stays beside it; the others are on no page. Pelican copies a theme after
    everything else, so this waits until all is written.
    """
    settings = pelican.settings
    if NAME not in settings or not Path(settings["THEME"], AUTOESCAPE).is_file():
        return
    source = Path(settings["THEME"], "static", STYLES)
    published = Path(pelican.output_path, settings["THEME_STATIC_DIR"], STYLES)
    main = source / settings["CSS_FILE"]
    target = published / settings["CSS_FILE"]
    if target.is_file():
        target.write_text(bundle_styles(main), encoding="utf-8")
        _drop_parts(
            published, {part.relative_to(source) for part in list_parts(main)}, _read_templates(settings)
        )


def _read_templates(settings: Settings) -> str:
    folders = [Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"]]
    folders.append(Path(settings["THEME"], "templates"))
    files = (file for folder in folders for file in folder.rglob("*.html"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _drop_parts(published: Path, parts: Iterable[Path], templates: str) -> None:
    """Take the copies of parts out of the site, and the folders that are empty then."""
    gone = [published / part for part in parts if f"{STYLES}/{part.as_posix()}" not in templates]
    for file in gone:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in gone} - {published}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.generator_init.connect(offer_look)
    signals.finalized.connect(write_styles)
