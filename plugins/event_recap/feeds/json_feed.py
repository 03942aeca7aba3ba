"""What a document says, in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from .formats import HOMEPAGE, JSON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .document import FeedAuthor, FeedDocument, FeedEntry, FeedEvent, FeedFile, FeedReplies

    Values: TypeAlias = dict[str, Any]

VERSION = "https://jsonfeed.org/version/1.1"
EXTENSION = "_event_recap"
"""Where an item keeps what the standard has no word for."""

_PLAYED = ("audio/", "video/")
_write = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value as JSON on one line; to indent is slow."""


class JsonFeed:
    """A feed that other plugins may still change before it is rendered."""

    def __init__(self, feed: Values) -> None:
        self.feed = feed
        """The feed by the names of the standard."""


def build_json_feed(document: FeedDocument) -> JsonFeed:
    """Return what a document says; nothing is told of what is empty."""
    icon = document.icon.url if document.icon else ""
    feed = {
        "version": VERSION,
        "title": document.title,
        "home_page_url": document.page_url,
        "feed_url": document.url,
        "description": document.description,
        "next_url": document.older_url,
        "icon": icon,
        "favicon": icon,
        "authors": _describe_people([document.author]),
        "language": document.lang,
        "hubs": [{"type": "WebSub", "url": hub} for hub in document.hubs],
    }
    items = [_build_item(entry) for entry in document.entries]
    return JsonFeed({**_leave_out_empty(feed), "items": items})


def render_json_feed(feed: JsonFeed) -> bytes:
    """Return the feed in UTF-8, each of its values and each item on a line of its own."""
    lines = [f"{_write(name)}: {_write_lines(value)}" for name, value in feed.feed.items()]
    return "{{\n{}\n}}\n".format(",\n".join(lines)).encode()


def _write_lines(value: object) -> str:
    """Return a value as JSON, the members of a list on lines of their own."""
    if not isinstance(value, list):
        return _write(value)
    return "[\n{}\n]".format(",\n".join(map(_write, value)))


def _build_item(entry: FeedEntry) -> Values:
    """Return an entry; the standard wants a content, be it only the title."""
    content = (
        {"content_html": entry.content} if entry.content else {"content_text": entry.summary or entry.title}
    )
    played = [entry.enclosure] if entry.enclosure and entry.enclosure.type.startswith(_PLAYED) else []
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        **content,
        "summary": entry.summary,
        "image": entry.picture.url if entry.picture else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": _describe_people(entry.authors),
        "tags": list(entry.categories),
        "language": entry.lang,
        "attachments": [_describe_file(file) for file in played],
        EXTENSION: _build_extension(entry),
    }
    return _leave_out_empty(item)


def _build_extension(entry: FeedEntry) -> Values:
    """Return the event, who was there and what is like it, with the address of what this means."""
    facts = _leave_out_empty(
        {
            "event": _describe_event(entry.event) if entry.event else {},
            "contributors": _describe_people(entry.contributors),
            "comments": _describe_replies(entry.replies) if entry.replies else {},
            "in_reply_to": entry.in_reply_to.url if entry.in_reply_to else "",
            "image_alt": entry.picture.alt if entry.picture else "",
            "related": [{"title": link.title, "url": link.url} for link in entry.related],
        }
    )
    return {"about": HOMEPAGE, **facts} if facts else {}


def _describe_event(event: FeedEvent) -> Values:
    """Return the facts of an event."""
    return _leave_out_empty(
        {
            "name": event.name,
            "url": event.url,
            "start": event.start,
            "end": event.end,
            "location": event.location,
            "latitude": event.latitude,
            "longitude": event.longitude,
            "organizers": list(event.organizers),
        }
    )


def _describe_replies(replies: FeedReplies) -> Values:
    """Return where the comments are, and how many."""
    feeds = dict(replies.feeds)
    return _leave_out_empty({"url": replies.url, "count": replies.count, "feed_url": feeds.get(JSON, "")})


def _describe_people(people: Iterable[FeedAuthor]) -> list[Values]:
    """Return people in the form of the standard."""
    return [_leave_out_empty({"name": person.name, "url": person.url}) for person in people]


def _describe_file(file: FeedFile) -> Values:
    """Return a sound or a film in the form of the standard."""
    return _leave_out_empty({"url": file.url, "mime_type": file.type, "size_in_bytes": file.length})


def _leave_out_empty(values: Values) -> Values:
    """Return the values that say something."""
    return {name: value for name, value in values.items() if value}
