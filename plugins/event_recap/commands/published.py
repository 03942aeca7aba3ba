"""Where the recaps of an event are on the web, as far as a build publishes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.contents import Article
from pelican.readers import MarkdownReader as StockReader
from pelican.readers import Readers
from pelican.utils import slugify

from ..loading.files import display_path
from ..loading.recap import ParsedRecap, parse_recap
from ..model.share import SHARE_NETWORKS
from ..recaps.reader import RESERVED, MarkdownReader
from ..rendering import strip_html
from ..settings import NAME
from ..views.address import join_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .opening import OpenSite


_HEAD_LENGTH = 4_000
"""Bytes of a recap in which its slug or its title stands."""
_SLUG = re.compile(r"^slug:[ \t]*[\"']?(?P<word>[^\"'\n]+)", re.IGNORECASE | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*[\"']?(?P<word>[^\n]+?)[\"']?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_LANG = re.compile(r"^lang:[ \t]*[\"']?(?P<word>[\w-]+)", re.IGNORECASE | re.MULTILINE)


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


def build_slug(site: OpenSite, title: str) -> str:
    """Return the slug that Pelican makes of a title; empty where it can make none."""
    return slugify(
        title,
        regex_subs=site.urls["SLUG_REGEX_SUBSTITUTIONS"],
        preserve_case=site.urls["SLUGIFY_PRESERVE_CASE"],
        use_unicode=site.urls["SLUGIFY_USE_UNICODE"],
    )


def find_slug_holder(site: OpenSite, slug: str, lang: str) -> Path | None:
    """Return the recap of a language that has a slug; None where it is free."""
    for path in _find_files(site):
        head = path.read_bytes()[:_HEAD_LENGTH].decode("utf-8", "replace").replace("\r\n", "\n")
        typed, title, own = (pattern.search(head) for pattern in (_SLUG, _TITLE, _LANG))
        found = typed["word"].strip() if typed else build_slug(site, title["word"]) if title else ""
        if found == slug and (own["word"] if own else str(site.urls["DEFAULT_LANG"])) == lang:
            return path
    return None


def _read_articles(site: OpenSite, event_id: str) -> Iterator[Any]:
    """Yield Pelican's article of each published recap that names the event."""
    files = [path for path in _find_files(site) if read_file(site, path).recap.event_id == event_id]
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


def read_file(site: OpenSite, path: Path) -> ParsedRecap:
    """Return what the front matter of a text says; never raises for what is wrong with it."""
    return parse_recap(
        path.read_bytes(),
        source=display_path(path),
        path=path,
        content=site.content,
        reserved=RESERVED,
        share_networks=SHARE_NETWORKS,
    )
