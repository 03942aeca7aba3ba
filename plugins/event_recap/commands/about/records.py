"""Pictures, comments, quoted posts and private notes that are of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...loading.comment_files import load_comments
from ...loading.files import display_path
from ...loading.follow_ups import load_follow_ups
from ...loading.quoted_post_file import load_quoted_posts
from ...loading.recap import parse_recap
from ...loading.sitters import load_picture_files
from ...model.share import SHARE_NETWORKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.comment import Commenter
    from ...model.person import Picture
    from ..opening import OpenSite
    from .names import PersonWords

HEAD_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown"})
"""Endings of texts whose front matter may name a picture, and who is on it."""


def find_pictures(site: OpenSite, person_id: str) -> Iterator[dict[str, Any]]:
    """Yield each picture of which a list, a file or a text says that the person is on it."""
    registry = site.registry
    listed = [entry for event in registry.events.values() for entry in event.attendees]
    pictures = [
        *(event.cover for event in registry.events.values()),
        *(source.photo for source in listed),
        *(person.photo for person in registry.people.values()),
        *_find_covers(site),
    ]
    shown = [(picture.src, picture.people) for picture in pictures if picture]
    shown += [(src, facts.people) for src, facts in load_picture_files(site.content)[0].items()]
    for src, sitters in shown:
        for sitter in sitters:
            if sitter.person_id and registry.resolve_id(sitter.person_id) == person_id:
                yield {"at": str(sitter.place), "file": src}


def find_comments(site: OpenSite, words: PersonWords) -> Iterator[dict[str, Any]]:
    """Yield each comment that the person wrote, those that are not published as well."""
    loaded = load_comments(site.content, site.settings.comments_path, site.zone)
    for comment in loaded.comments:
        if _is_of(comment.author, words):
            yield {
                "at": str(comment.place),
                "recap": comment.recap,
                "date": str(comment.moment)[:10],
                "kind": comment.kind.value,
                "status": comment.status.value,
                "text": comment.text,
                "source": comment.source,
            }


def find_posts(site: OpenSite, words: PersonWords) -> Iterator[dict[str, Any]]:
    """Yield each post of the person that texts quote."""
    loaded = load_quoted_posts(site.content, site.settings.quoted_posts_path, site.zone)
    for post in loaded.posts.values():
        if _is_of(post.author, words):
            day = str(post.moment)[:10] if post.moment else post.date_text
            yield {"at": str(post.place), "date": day, "text": post.text, "url": post.url}


def find_follow_ups(site: OpenSite, person_id: str) -> Iterator[dict[str, Any]]:
    """Yield the author's private notes on the person: published nowhere, and held all the same."""
    registry, settings = site.registry, site.settings
    notes, _ = load_follow_ups(
        site.content, attendees_path=settings.attendees_path, people_path=settings.people_path
    )
    for note in notes:
        if registry.resolve_id(note.person_id) == person_id:
            yield {
                "at": str(note.place),
                "event": note.event_id,
                "note": note.text,
                "until": str(note.by or ""),
                "done": str(note.done or ""),
            }


def _is_of(author: Commenter, words: PersonWords) -> bool:
    addresses = (author.url, *(profile.url for profile in author.profiles))
    return words.is_author(author.person_id, author.name, addresses)


def _find_covers(site: OpenSite) -> Iterator[Picture | None]:
    """Yield the cover of each text, with who is on it."""
    for path in site.find_texts():
        data = path.read_bytes() if path.suffix in HEAD_SUFFIXES else b""
        if b"people" in data and b"cover" in data:
            parsed = parse_recap(
                data,
                source=display_path(path),
                path=path,
                content=site.content,
                reserved=(),
                share_networks=SHARE_NETWORKS,
            )
            yield parsed.recap.cover
