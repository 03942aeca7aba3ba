"""``quote URL``: a post fetched once, into a file that the site keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.files import YAML_SUFFIXES, display_path
from ...loading.profiles import parse_profile
from ...loading.quoted_post_file import load_quoted_posts
from ...loading.yaml_text import is_printable, write_value
from ...model.comment import Commenter
from ...model.identity import ID_PATTERN, build_id
from ...model.quoted_post import QuotedPost, show_quoted_post
from ...model.removal import Kind, fold_url
from ...model.responder import find_person_ids
from ...model.visibility import Visibility
from ..changes import FileChange
from .networks import fetch_post, find_archived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..opening import OpenSite
    from .fetching import Fetch
    from .networks import FetchedPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an author asks for."""

    url: str
    post_id: str = ""
    """Name of the file without ending; empty for one made of author and day."""
    has_archive: bool = True
    """Whether a copy is looked for in the Internet Archive."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A file to be written, and what its author should know."""

    post_id: str
    change: FileChange
    notes: tuple[str, ...] = ()


def plan_quotation(site: OpenSite, wanted: Wanted, fetch: Fetch) -> Quotation:
    """Return the file of a post.

    Raises:
        EventRecapError: There is no such post, it is quoted already, or its author may not be shown.
    """
    folder = site.content / site.settings.quoted_posts_path
    loaded = load_quoted_posts(site.content, site.settings.quoted_posts_path, site.zone)
    _check_id(wanted.post_id, loaded.ids)
    post = fetch_post(wanted.url, fetch)
    for other in loaded.posts.values():
        if other.url and fold_url(other.url) == fold_url(post.url):
            what = f"is quoted already; write [post {other.id}] where it shall stand"
            raise EventRecapError([Problem(other.place, "url", what)])
    author = _find_author(post)
    _check_author(site, post, author)
    notes: list[str] = []
    if wanted.has_archive:
        try:
            post = replace(post, archive_url=find_archived(post.url, fetch))
        except EventRecapError as error:
            notes.append(f"no archived copy was looked up: {error}")
        else:
            notes += [] if post.archive_url else ["the Internet Archive has no copy of it yet"]
    post_id = wanted.post_id or _choose_id(post, loaded.ids)
    path = folder / f"{post_id}{YAML_SUFFIXES[0]}"
    joined = find_person_ids(author, site.registry)
    person = next(iter(joined)) if len(joined) == 1 else ""
    return Quotation(post_id, FileChange(path, "", write_post(post, person)), tuple(notes))


def write_post(post: FetchedPost, person_id: str = "") -> str:
    """Return the text of the file of a post.

    Args:
        post: As fetched.
        person_id: Id of its author where they are in the lists, or empty.
    """
    author = {"name": post.name, "handle": post.handle, "person": person_id}
    facts = {
        "network": post.network,
        "date": post.date,
        "url": post.url,
        "archive_url": post.archive_url,
        "lang": post.lang,
    }
    lines = [
        "author:",
        *(f"  {key}: {write_value(value)}" for key, value in author.items() if value),
        *(f"{key}: {write_value(value)}" for key, value in facts.items() if value),
        *_write_words(post.text),
    ]
    return "\n".join(lines) + "\n"


def _find_author(post: FetchedPost) -> Commenter:
    profile = parse_profile(post.network, post.handle)
    return Commenter(name=post.name, profiles=(profile,) if profile else ())


def _check_author(site: OpenSite, post: FetchedPost, author: Commenter) -> None:
    """Stop where the author may not be shown: what is not to be published is not kept either.

    Raises:
        EventRecapError: They may not.
    """
    removed = site.read_removed()
    words = [(Kind.NAME, post.name), (Kind.HANDLE, post.handle), (Kind.URL, post.url)]
    words += [(Kind.URL, profile.url) for profile in author.profiles]
    quoted = QuotedPost(
        id="", place=Place("URL"), author=author, text=post.text, handle=post.handle, network=post.network
    )
    is_removed = any(removed.has(kind, word) for kind, word in words)
    if is_removed or isinstance(show_quoted_post(quoted, site.registry, None), Visibility):
        what = "its author may not be shown on this site; nothing was written"
        raise EventRecapError([Problem(Place("URL"), "", what)])


def _check_id(typed: str, folder_ids: tuple[str, ...]) -> None:
    """Stop where the id asked for is none, or taken, before anything is fetched.

    Raises:
        EventRecapError: It is.
    """
    if typed and not ID_PATTERN.fullmatch(typed):
        proposal = build_id(typed) or "post"
        what = f"'{typed}' is no id: lower case letters, digits and hyphens; write '{proposal}'"
        raise EventRecapError([Problem(Place("--id"), "", what)])
    if typed in folder_ids:
        what = f"'{typed}' is the id of another post; choose one that is free"
        raise EventRecapError([Problem(Place("--id"), "", what)])


def _choose_id(post: FetchedPost, folder_ids: tuple[str, ...]) -> str:
    """Return an id that is free."""
    base = build_id(f"{post.handle.partition('@')[0].partition('.')[0]}-{post.date[:10]}") or "post"
    return next(one for one in _number(base) if one not in folder_ids)


def _number(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _write_words(text: str) -> Iterator[str]:
    """Yield the lines of the words: as they stand, where YAML reads them so."""
    text = text.strip()
    lines = text.split("\n")
    if text and all(map(is_printable, lines)):
        yield "text: |-"
        yield from (f"  {line}".rstrip() for line in lines)
    else:
        yield f"text: {json.dumps(text)}"


def tell_done(quotation: Quotation) -> Iterator[str]:
    """Yield what an author reads when the file is written."""
    yield f"{display_path(quotation.change.path)}: written"
    yield f"write this on a line of its own where it shall stand: [post {quotation.post_id}]"
    yield from quotation.notes
