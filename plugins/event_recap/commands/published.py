"""Where the recaps of an event are on the web, as far as a build publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.contents import Article
from pelican.readers import MarkdownReader as StockReader
from pelican.readers import Readers

from ..loading.files import display_path
from ..loading.recap import parse_recap
from ..model.share import SHARE_NETWORKS
from ..recaps.reader import RESERVED, MarkdownReader
from ..rendering import strip_html
from ..settings import NAME
from ..views.address import join_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .opening import OpenSite


@dataclass(frozen=True, slots=True)
class PublishedRecap:
    """A recap that readers can open."""

    title: str
    """Plain text."""
    url: str
    """Absolute URL; empty where the site has none of its own."""
    lang: str
    """BCP 47 tag."""


def find_recaps(site: OpenSite, event_id: str) -> tuple[PublishedRecap, ...]:
    """Return the published recaps of an event, the oldest first, those in the site's language first."""
    articles = list(_read_articles(site, event_id))
    site_lang = str(site.urls["DEFAULT_LANG"])
    articles.sort(key=lambda article: (article.lang != site_lang, article.date, article.slug))
    return tuple(
        PublishedRecap(strip_html(article.title), find_address(site, article.url), article.lang)
        for article in articles
    )


def find_address(site: OpenSite, path: str) -> str:
    """Return the whole address of a page; empty where the site has none of its own."""
    root = str(site.urls["SITEURL"] or "")
    return join_url(root, path) if root and path else ""


def _read_articles(site: OpenSite, event_id: str) -> Iterator[Any]:
    """Yield Pelican's article of each published recap that names the event."""
    files = [path for path in _find_files(site) if _find_event(site, path) == event_id]
    if not files:
        return
    # A build puts our reader in the place of Pelican's in the same way.
    stock = Readers(site.urls).reader_classes
    ours = {ending: MarkdownReader for ending, reader in stock.items() if issubclass(reader, StockReader)}
    quiet = {**site.urls, NAME: site.urls.get(NAME, {}), "READERS": {**site.urls["READERS"], **ours}}
    readers = Readers(quiet)
    for path in files:
        article: Any = readers.read_file(str(site.content), str(path), content_class=Article)
        if getattr(article, "status", "") == "published" and hasattr(article, "date"):
            yield article


def _find_files(site: OpenSite) -> Iterator[Path]:
    """Yield every Markdown file among which Pelican looks for articles."""
    folders = [site.content / str(folder) for folder in site.urls["ARTICLE_PATHS"]]
    left_out = [site.content / str(folder) for folder in site.urls["ARTICLE_EXCLUDES"]]
    endings = {f".{ending}" for ending in MarkdownReader.file_extensions}
    for path in site.find_texts():
        is_ours = any(path.is_relative_to(folder) for folder in folders)
        is_left_out = any(path.is_relative_to(folder) for folder in left_out if folder != site.content)
        if path.suffix.lower() in endings and is_ours and not is_left_out:
            yield path


def _find_event(site: OpenSite, path: Path) -> str:
    """Return the event that the front matter of a text names, or an empty string."""
    parsed = parse_recap(
        path.read_bytes(),
        source=display_path(path),
        path=path,
        content=site.content,
        reserved=RESERVED,
        share_networks=SHARE_NETWORKS,
    )
    return parsed.recap.event_id
