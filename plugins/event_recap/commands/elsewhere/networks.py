"""Posts as the networks' own public interfaces tell them: X, Mastodon, Bluesky."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from ...errors import EventRecapError, Place, Problem
from ...quoted_posts.embeds import parse_embed, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .fetching import Fetch

X_URL = "https://publish.twitter.com/oembed"
BLUESKY_URL = "https://public.api.bsky.app/xrpc"
ARCHIVE_URL = "https://archive.org/wayback/available"
SIGNED_IN_ONLY = "!no-unauthenticated"
"""Label by which people on Bluesky ask not to be shown to whoever is not signed in."""

_X = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:x|twitter)\.com/(?P<handle>\w{1,20})/status(?:es)?/(?P<id>\d+)", re.ASCII
)
_BLUESKY = re.compile(r"https?://bsky\.app/profile/(?P<actor>[\w.:-]+)/post/(?P<id>\w+)", re.ASCII)
_MASTODON = re.compile(
    r"https?://(?P<host>[\w.-]+)/(?:@[\w.-]+(?:@[\w.-]+)?|users/[\w.-]+/statuses)/(?P<id>\d+)", re.ASCII
)
_PARAGRAPH_END = re.compile(r"</p>\s*<p\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPost:
    """A post as a network tells it; all of it plain text."""

    network: str
    """Key of ``NETWORKS``."""
    name: str
    handle: str
    """Without ``@``."""
    text: str
    url: str
    date: str
    """ISO 8601, or empty."""
    lang: str = ""
    archive_url: str = ""


def fetch_post(url: str, fetch: Fetch) -> FetchedPost:
    """Return the post at an address.

    Args:
        url: Of the post, as a browser shows it.
        fetch: Returns the JSON at an address.

    Raises:
        EventRecapError: It is no such address, or there is no public post.
    """
    ways: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Fetch], FetchedPost]], ...] = (
        (_X, _fetch_x),
        (_BLUESKY, _fetch_bluesky),
        (_MASTODON, _fetch_mastodon),
    )
    for pattern, way in ways:
        if found := pattern.match(url.strip()):
            try:
                return way(found, fetch)
            except (KeyError, TypeError, AttributeError, ValueError):
                what = "does not tell the post in the form it once did; type the file by hand"
                raise EventRecapError([Problem(Place(_find_host(url)), "", what)]) from None
    what = "no address of a post on X, Mastodon or Bluesky, such as https://x.com/anne/status/123"
    raise EventRecapError([Problem(Place("URL"), "", what)])


def find_archived(url: str, fetch: Fetch) -> str:
    """Return the address of a copy in the Internet Archive; empty where there is none.

    Raises:
        EventRecapError: The archive does not answer.
    """
    answer = fetch(f"{ARCHIVE_URL}?{urlencode({'url': url})}")
    snapshots = answer.get("archived_snapshots") if isinstance(answer, dict) else None
    closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
    found = str(closest.get("url") or "") if isinstance(closest, dict) and closest.get("available") else ""
    return re.sub(r"^http:", "https:", found) if _find_host(found) == "web.archive.org" else ""


def _fetch_x(found: re.Match[str], fetch: Fetch) -> FetchedPost:
    url = f"https://x.com/{found['handle']}/status/{found['id']}"
    # Its own interface still knows each post by the former host.
    wanted = {"url": url.replace("x.com", "twitter.com"), "omit_script": "1", "dnt": "1", "hide_thread": "1"}
    answer = fetch(f"{X_URL}?{urlencode(wanted)}")
    inside = re.search(r"<blockquote\b[^>]*>(.*?)</blockquote>", answer["html"], re.DOTALL)
    post = parse_embed(inside[1], "x", url) if inside else None
    if post is None:
        raise ValueError(url)
    return FetchedPost(
        network="x",
        name=str(answer.get("author_name") or post.author.name),
        handle=post.handle,
        text=post.text,
        url=url,
        date=post.moment.isoformat() if post.moment else "",
        lang=post.lang,
    )


def _fetch_mastodon(found: re.Match[str], fetch: Fetch) -> FetchedPost:
    host = found["host"].lower()
    answer = fetch(f"https://{host}/api/v1/statuses/{found['id']}")
    if answer["visibility"] not in {"public", "unlisted"}:
        what = "the post is for some readers only; it is not to be quoted"
        raise EventRecapError([Problem(Place(host), "", what)])
    account = answer["account"]
    handle = account["acct"] if "@" in account["acct"] else f"{account['acct']}@{host}"
    parts = _PARAGRAPH_END.split(answer["content"])
    return FetchedPost(
        network="mastodon",
        name=str(account.get("display_name") or handle),
        handle=handle,
        text="\n\n".join(read_words(part) for part in parts),
        url=str(answer.get("url") or found[0]),
        date=_find_moment(answer["created_at"]),
        lang=str(answer.get("language") or ""),
    )


def _fetch_bluesky(found: re.Match[str], fetch: Fetch) -> FetchedPost:
    actor = found["actor"]
    if not actor.startswith("did:"):
        actor = fetch(f"{BLUESKY_URL}/com.atproto.identity.resolveHandle?handle={quote(actor)}")["did"]
    uri = f"at://{actor}/app.bsky.feed.post/{found['id']}"
    wanted = urlencode({"uri": uri, "depth": 0, "parentHeight": 0})
    post = fetch(f"{BLUESKY_URL}/app.bsky.feed.getPostThread?{wanted}")["thread"]["post"]
    author, record = post["author"], post["record"]
    if any(label.get("val") == SIGNED_IN_ONLY for label in author.get("labels") or ()):
        what = "its author asks to be shown to nobody who is not signed in; it is not to be quoted"
        raise EventRecapError([Problem(Place("bsky.app"), "", what)])
    fetched = FetchedPost(
        network="bluesky",
        name=str(author.get("displayName") or author["handle"]),
        handle=author["handle"],
        text=_spell_links(record),
        url=f"https://bsky.app/profile/{author['handle']}/post/{found['id']}",
        date=_find_moment(record["createdAt"]),
    )
    langs: list[Any] = record.get("langs") or []
    return replace(fetched, lang=str(langs[0])) if len(langs) == 1 else fetched


def _spell_links(record: Mapping[str, Any]) -> str:
    """Return the words of a post with whole addresses: it shows them cut short, and says where they lead."""
    text = str(record["text"]).encode()
    facets = sorted(record.get("facets") or (), key=lambda one: one["index"]["byteStart"], reverse=True)
    for facet in facets:
        uris = [
            feature["uri"] for feature in facet["features"] if str(feature.get("$type")).endswith("#link")
        ]
        if uris:
            start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
            text = text[:start] + str(uris[0]).encode() + text[end:]
    return text.decode(errors="replace")


def _find_moment(text: str) -> str:
    """Return a moment to the second, as files have it."""
    return datetime.fromisoformat(text).isoformat(timespec="seconds")


def _find_host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
