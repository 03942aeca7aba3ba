"""Check the links of every text as it is read, and let a plain file name reach the file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pelican.contents import Article, Page
from pelican.plugins import signals

from ..rendering import sanitize_body
from ..run import SOURCE_KEY, find_run
from ..translation import translate
from .check import LinkChecker
from .known import remember_links
from .link import name_backlinks, rewrite_links

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.generators import PagesGenerator


def check_links(content: Content) -> None:
    """Report links that lead nowhere or out of the content folder; rewrite plain ones to files."""
    run = find_run(content._context)  # noqa: SLF001 -- the only way from a content to its build
    if run is None or not isinstance(content, Article | Page) or not content._content:  # noqa: SLF001
        return
    source = getattr(content, SOURCE_KEY, None)
    cover = source.recap.cover if source else None
    html = content._content  # noqa: SLF001 -- as documented for this signal
    if source is None and run.settings.html_sanitized:
        html = sanitize_body(html)  # of another reader; ours has done so
    checker = LinkChecker(
        source=Path(str(content.source_path)),
        content=Path(str(content.settings["PATH"])),
        html=html,
        registry=run.registry,
        cover=cover.src if cover else "",
        is_registry_whole=run.is_registry_whole,
    )
    html = name_backlinks(html, translate("Back to footnote {number} in the text", content.lang))
    content._content = rewrite_links(html, checker.rewrite)  # noqa: SLF001
    if summary := content.metadata.get("summary"):
        content._summary = content.metadata["summary"] = rewrite_links(summary, checker.rewrite)  # noqa: SLF001
    run.report(checker.problems)


def decode_static_links(generator: PagesGenerator) -> None:
    """Name the files that texts lead to as the disk does; Pelican decodes spaces, but no accents."""
    if find_run(generator.context):
        links: set[str] = generator.context["static_links"]
        decoded = set(map(unquote, links))
        links.clear()
        links.update(decoded)


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.content_object_init.connect(check_links)
    signals.content_object_init.connect(remember_links)
    # By then Pelican has read every article and every page, and no file yet.
    signals.page_generator_finalized.connect(decode_static_links)
