"""Keep pictures out of texts that are not published, and clean those that are."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from ..loading.files import is_regular
from ..loading.sitters import is_side_file
from ..page_generator import find_recap, list_texts
from ..pictures.kind import is_note
from ..run import LATE_KEY, LENGTH_KEY, PATCHES_KEY, AnyArticle, find_run
from .captions import write_captions
from .folders import GalleryFolders
from .generator import PicturesGenerator
from .leftovers import clean_leftovers
from .others import take_notes
from .text import PictureText
from .wordless import find_wordless

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator

    from ..run import Run

GALLERY = "EVENT_RECAP_GALLERY"
"""Key of Pelican's settings under which the pictures wait for the end of the build."""


def clean_texts(generator: ArticlesGenerator | PagesGenerator) -> None:
    """Take in the covers of all texts, then clean the texts, before anything is made of them."""
    run = find_run(generator.context)
    if run is None:
        return
    contents = list_texts(generator)
    for content in contents:
        recap = find_recap(content)
        run.gallery.note(recap.cover if recap else None)
    for content in contents:
        _clean_text(content, generator, run)


def _clean_text(content: AnyArticle, generator: ArticlesGenerator | PagesGenerator, run: Run) -> None:
    """Show the pictures of folders, write captions, and leave nothing that is not published."""
    path, html = Path(str(content.source_path)), content._content or ""  # noqa: SLF001 -- the documented place
    folder = path.parent.relative_to(generator.path).as_posix()
    text = PictureText(folder, str(generator.settings["SITEURL"] or ""), run.gallery)
    if "<p>" in html:
        recap = find_recap(content)
        galleries = GalleryFolders(path, Path(generator.path), text.finder)
        shown = galleries.place(html, recap.cover.src if recap and recap.cover else "")
        run.report(galleries.problems)
        if shown != html:
            content._content = shown  # noqa: SLF001
            generator.add_static_links(content)
        html = write_captions(shown, text.finder)
    content._content = text.clean(html)  # noqa: SLF001
    run.report(find_wordless(content._content, path))  # noqa: SLF001
    if summary := getattr(content, "_summary", ""):
        content._summary = content.metadata["summary"] = text.clean(summary)  # noqa: SLF001


def take_pictures(generator: StaticGenerator) -> None:
    """Take every picture, film and document out of what Pelican copies as it is.

    So none is published by an oversight; those that may be published are written by our own generator.
    """
    run = find_run(generator.context)
    if run is None:
        return
    content = Path(generator.path)
    linked = generator.context.get("static_links", ())
    copied = []
    for static in generator.staticfiles:
        src = posixpath.normpath(static.get_relative_source_path())
        is_unwanted = (
            is_side_file(Path(src)) or is_note(src) or (_is_among_lists(src, run) and src not in linked)
        )
        if is_unwanted or not _take(static, src, content, run):
            _forget(generator.context, static)
        elif not hasattr(static, LENGTH_KEY) and not hasattr(static, PATCHES_KEY):
            copied.append(static)
    generator.staticfiles[:] = copied


def _take(static: AnyArticle, src: str, content: Path, run: Run) -> bool:
    """Note with a file how it is published where not as it is; tell whether it is published at all."""
    if not is_regular(content / src, content):
        return True
    if not run.gallery.is_picture(src):
        return take_notes(static, content / src, run)
    if length := run.gallery.list_picture(src):
        setattr(static, LENGTH_KEY, length)
    return bool(length)


def _is_among_lists(src: str, run: Run) -> bool:
    """Tell whether a file is no picture and lies among lists or people's files: an export, a copy, a note."""
    folders = (posixpath.normpath(path) for path in (run.settings.attendees_path, run.settings.people_path))
    return not run.gallery.is_picture(src) and any(src.startswith(f"{folder}/") for folder in folders)


def _forget(context: dict[str, Any], static: AnyArticle) -> None:
    """Leave no way to a file that is not published."""
    known = context["static_content"]
    for key in [key for key, found in known.items() if found is static]:
        del known[key]


def tell_pictures(generators: list[Generator]) -> None:
    """Report what an author should know of the pictures, and keep them for the end of the build."""
    if run := find_run(generators[0].context):
        generators[0].settings[GALLERY] = run.gallery
        run.report(run.gallery.find_problems())
        if run.is_registry_whole:
            run.report(run.gallery.find_unknown())


def clean_written(pelican: Pelican) -> None:
    """Clean the pictures that did not come from the content folder, before the proof reads them."""
    gallery = pelican.settings.pop(GALLERY, None)
    if gallery:
        output = Path(pelican.settings["OUTPUT_PATH"])
        found = clean_leftovers(Path(pelican.output_path), output, gallery)
        pelican.settings[LATE_KEY] = tuple(found)


def offer_generator(_pelican: object) -> type[PicturesGenerator]:
    """Tell Pelican about our generator."""
    return PicturesGenerator


def register() -> None:
    """Connect the receivers to Pelican's signals; before those of recaps, which make cards of texts."""
    signals.get_generators.connect(offer_generator)
    signals.article_generator_finalized.connect(clean_texts)
    signals.page_generator_finalized.connect(clean_texts)
    signals.static_generator_finalized.connect(take_pictures)
    signals.all_generators_finalized.connect(tell_pictures)
    signals.finalized.connect(clean_written)
