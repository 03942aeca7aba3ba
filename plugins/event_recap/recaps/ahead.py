"""Texts of a large site read on every core, before Pelican asks for them one by one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.pages import PAGES_KEY
from ..engine.workers import count_jobs
from .kept import KEPT_KEY
from .reader import MarkdownReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pelican.generators import ArticlesGenerator

    from ..engine.pages import Pages
    from ..engine.workers import Share
    from .kept import KeptTexts


def read_ahead(generator: ArticlesGenerator) -> None:
    """Let forks read the recaps, before the first of them is read, where nothing is kept of any."""
    pages: Pages | None = generator.settings.get(PAGES_KEY)
    if pages is None or pages.has_begun:
        return
    pages.has_begun = True
    kept: KeptTexts | None = generator.settings.get(KEPT_KEY)
    if kept is not None and not kept.is_empty:
        return
    texts = list(_find_texts(generator))
    jobs = count_jobs(generator.settings, len(texts))
    if jobs and not any(reader.doubt for _, reader in texts):
        pages.workers.start(partial(_read_share, texts, pages), jobs)


def _find_texts(generator: ArticlesGenerator) -> Iterator[tuple[str, MarkdownReader]]:
    """Yield the absolute path and the reader of each recap that our reader reads, in Pelican's order."""
    settings = generator.settings
    for name in generator.get_files(settings["ARTICLE_PATHS"], exclude=settings["ARTICLE_EXCLUDES"]):
        path = Path(generator.path, name).absolute()
        reader = generator.readers.readers.get(path.suffix[1:])
        if isinstance(reader, MarkdownReader):
            yield str(path), reader


def _read_share(texts: Sequence[tuple[str, MarkdownReader]], pages: Pages, share: Share) -> None:
    """Hand over what each text of a share says, and the files that were opened for it."""
    pages.opened.clear()
    for path, reader in texts:
        if share.has(path):
            warnings = pages.count_warnings()
            read = reader.read_for_another(Path(path))
            if read is None or pages.count_warnings() != warnings:
                share.hand_over(path, None)
            else:
                share.hand_over(path, [*read, sorted(pages.opened)])
                pages.opened.clear()
