"""Texts that an author wrote and that would be missing from the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator

from ..errors import Place, Problem, Severity
from ..loading.files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import PagesGenerator

TEXT_ENDINGS = {".md", ".markdown", ".txt", ".mdx"}
"""Files that were surely meant to be read."""

OFFICE_ENDINGS = {".doc", ".docx", ".odt", ".pages", ".rtf"}
"""Texts of word processors: among recaps perhaps a recap, perhaps something to download."""

MARKDOWN_ENDINGS = {".md", ".markdown"}


def find_left_out(generator: ArticlesGenerator | PagesGenerator) -> Iterator[Problem]:
    """Yield a problem for each text that has become no page."""
    kind = "ARTICLE" if isinstance(generator, ArticlesGenerator) else "PAGE"
    paths, excluded = generator.settings[f"{kind}_PATHS"], generator.settings[f"{kind}_EXCLUDES"]
    yield from _find_unread(generator, paths, excluded)
    if "" in paths:
        return
    yield from _find_other_endings(generator, paths, excluded)
    if isinstance(generator, ArticlesGenerator):
        yield from _find_strays(generator)


def _find_unread(
    generator: ArticlesGenerator | PagesGenerator, paths: list[str], excluded: list[str]
) -> Iterator[Problem]:
    known = generator.context["generated_content"]
    for name in sorted(generator.get_files(paths, exclude=excluded)):
        if known.get(Path(name).as_posix(), "skipped") is None:
            what = "could not be read, and would be missing from the site; see the message above"
            yield Problem(_find_place(generator, name), "", what)


def _find_other_endings(
    generator: ArticlesGenerator | PagesGenerator, paths: list[str], excluded: list[str]
) -> Iterator[Problem]:
    linked = generator.context["static_links"]
    for name in sorted(generator.get_files(paths, exclude=excluded, extensions=False)):
        suffix = Path(name).suffix
        if suffix[1:] in generator.readers.extensions:
            continue
        what = f"not read, as its name ends in {suffix!r}; "
        if suffix.lower() in TEXT_ENDINGS:
            yield Problem(_find_place(generator, name), "", f"{what}rename it to end in '.md'")
        elif suffix.lower() in OFFICE_ENDINGS and Path(name).as_posix() not in linked:
            what += "save it as plain text, in a file that ends in '.md'"
            yield Problem(_find_place(generator, name), "", what, Severity.WARNING)


def _find_strays(generator: ArticlesGenerator) -> Iterator[Problem]:
    """Yield a warning for Markdown outside of every folder that is read; READMEs may stand anywhere."""
    settings = generator.settings
    read = [path for kind in ("ARTICLE", "PAGE", "STATIC") for path in settings[f"{kind}_PATHS"]]
    if "" in read:
        return
    excluded = [*read, *settings["ARTICLE_EXCLUDES"], *settings["PAGE_EXCLUDES"]]
    for name in sorted(generator.get_files([""], exclude=excluded, extensions=False)):
        path = Path(name)
        if path.suffix.lower() in MARKDOWN_ENDINGS and not path.stem.isupper():
            folders = ", ".join(f"{folder}/" for folder in settings["ARTICLE_PATHS"])
            what = f"not read, as it lies in no folder of texts; put a recap into {folders}"
            yield Problem(_find_place(generator, name), "", what, Severity.WARNING)


def _find_place(generator: ArticlesGenerator | PagesGenerator, name: str) -> Place:
    return Place(display_path(Path(generator.path, name)))
