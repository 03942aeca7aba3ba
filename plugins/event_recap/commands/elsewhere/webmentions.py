"""``webmentions``: fetch what other sites answered into files, where the author reads them first."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from ...errors import EventRecapError, Place, Problem
from ...loading.comment_files import load_comments
from ...loading.files import display_path
from ...loading.ids_file import load_ids
from ...loading.returned import is_by_removed
from ...wording.speech import word
from ..changes import FileChange
from .webmention_entry import find_recap, read_webmention, write_comment_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...model.comment import Comment
    from ..opening import OpenSite
    from .webmention_entry import Webmention

TOKEN_VARIABLE = "EVENT_RECAP_WEBMENTION_TOKEN"  # noqa: S105 -- the name, not the token
"""Environment variable that holds the token of the endpoint: no file of the site has it."""
STRICT_HOST = "webmention.io"
"""Host that answers nothing about a domain without a token."""
PAGE_LENGTH = 50
MOST_PAGES = 100
"""Pages of webmentions that are fetched at once."""


@dataclass(slots=True)
class Harvest:
    """What came of a visit to the endpoint."""

    changes: list[FileChange]
    """A file for each webmention that is new."""
    known: int = 0
    """Webmentions that are in files already."""
    lost: int = 0
    """Those of pages that are no recaps."""
    unreadable: int = 0
    """Private ones, and those without an address or a date."""
    refused: int = 0
    """Those by people who asked to be forgotten."""


def fetch_webmentions(site: OpenSite, since: str, fetch: Callable[[str], Any]) -> Harvest:
    """Return a file for each webmention that is in none yet.

    Args:
        site: The site.
        since: Day from which they were received, or empty for all.
        fetch: Returns what JSON is at an address.

    Raises:
        EventRecapError: The site has no address, its comments cannot be read, or the endpoint fails.
    """
    loaded = load_comments(site.content, site.settings.comments_path, site.zone)
    removed = site.read_removed()
    folder = site.content / site.settings.comments_path
    slugs = _list_slugs(site)
    seen = {key for comment in loaded.comments for key in _list_keys(comment)}
    harvest = Harvest([])
    for entry in _list_entries(site, since, fetch):
        mention = read_webmention(entry)
        slug = find_recap(mention.target, slugs) if mention else ""
        if mention is None:
            harvest.unreadable += 1
        elif not slug:
            harvest.lost += 1
        elif is_by_removed(mention.author, removed):
            harvest.refused += 1
        elif seen & (keys := _name(mention, slug)):
            harvest.known += 1
        else:
            seen |= keys
            path = folder / slug / f"{mention.key}.yml"
            harvest.changes.append(FileChange(path, "", write_comment_file(mention)))
    return harvest


def describe_harvest(harvest: Harvest) -> str:
    """Return what a command says of it: a line for each new file, and a count of the rest."""
    lines = [f"{display_path(change.path)}: to read" for change in harvest.changes]
    counts = {
        "new": len(harvest.changes),
        "known already": harvest.known,
        "of no recap": harvest.lost,
        "private or unreadable": harvest.unreadable,
        "by people who asked to be forgotten": harvest.refused,
    }
    lines.append(
        ", ".join(f"{count} {word(words)}" for words, count in counts.items() if count) or "nothing new"
    )
    return "".join(f"{line}\n" for line in lines)


def _list_entries(site: OpenSite, since: str, fetch: Callable[[str], Any]) -> Iterator[Any]:
    """Yield every entry of the endpoint, page by page."""
    for page in range(MOST_PAGES):
        document = fetch(_build_url(site, since, page))
        entries = document.get("children") if isinstance(document, dict) else None
        if not isinstance(entries, list):
            what = "answers with something else than a feed in the form of JF2"
            raise EventRecapError([Problem(Place("webmention_source"), "", what)])
        yield from entries
        if len(entries) < PAGE_LENGTH:
            return


def _build_url(site: OpenSite, since: str, page: int) -> str:
    host = urlsplit(str(site.urls["SITEURL"] or "")).hostname
    if not host:
        what = "webmentions are fetched for a domain, and the site has none; expected SITEURL"
        raise EventRecapError([Problem(Place("SITEURL"), "", what)])
    source, token = site.settings.webmention_source, os.environ.get(TOKEN_VARIABLE, "")
    if not token and urlsplit(source).hostname == STRICT_HOST:
        what = "empty; expected the token that webmention.io shows to you under Settings"
        raise EventRecapError([Problem(Place(TOKEN_VARIABLE), "", what)])
    facts = {
        "domain": host,
        "token": token,
        "since": since,
        "per-page": str(PAGE_LENGTH),
        "page": str(page),
    }
    joint = "&" if "?" in source else "?"
    return f"{source}{joint}{urlencode({key: value for key, value in facts.items() if value})}"


def _list_slugs(site: OpenSite) -> frozenset[str]:
    """Return the slugs of the recaps that were ever published, and those that have comments."""
    ids, _ = load_ids(site.content)
    folder = site.content / site.settings.comments_path
    folders = (path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ()
    known = (slug for record in ids.posts.values() for slug in (record.slug, *record.former))
    return frozenset({*known, *folders})


def _list_keys(comment: Comment) -> Iterator[str]:
    yield from filter(None, (comment.key, comment.name))
    if comment.source:
        yield f"{comment.recap} {comment.kind.value} {comment.source}"


def _name(mention: Webmention, slug: str) -> set[str]:
    return {mention.key, f"{slug} {mention.kind.value} {mention.source}"}
