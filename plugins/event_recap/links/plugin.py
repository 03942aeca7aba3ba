"""Check the links of every text as it is read, and let a plain file name reach the file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.contents import Article, Page
from pelican.plugins import signals

from ..run import SOURCE_KEY, find_run
from .check import LinkChecker
from .link import rewrite_links

if TYPE_CHECKING:
    from pelican.contents import Content


def check_links(content: Content) -> None:
    """Report links that lead nowhere or out of the content folder, and rewrite plain ones to files."""
    run = find_run(content._context)  # noqa: SLF001 -- the only way from a content to its build
    if run is None or not isinstance(content, Article | Page) or not content._content:  # noqa: SLF001
        return
    source = getattr(content, SOURCE_KEY, None)
    cover = source.recap.cover if source else None
    html = content._content  # noqa: SLF001 -- as documented for this signal
    checker = LinkChecker(
        source=Path(str(content.source_path)),
        content=Path(str(content.settings["PATH"])),
        html=html,
        registry=run.registry,
        cover=cover.src if cover else "",
    )
    content._content = rewrite_links(html, checker.rewrite)  # noqa: SLF001
    if summary := content.metadata.get("summary"):
        content._summary = content.metadata["summary"] = rewrite_links(summary, checker.rewrite)  # noqa: SLF001
    run.report(checker.problems)


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.content_object_init.connect(check_links)
