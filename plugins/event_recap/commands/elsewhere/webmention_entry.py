"""One webmention, as an endpoint tells of it in JF2, and the file of a comment that it becomes.

JF2: https://www.w3.org/TR/jf2/; the names with ``wm-`` are those of webmention.io.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from ...loading.dates import parse_moment
from ...loading.report import EMAIL, UnreadableError
from ...loading.text import clean_text, join_lines
from ...loading.urls import parse_url
from ...model.comment import Commenter, CommentKind
from ...model.identity import build_id

if TYPE_CHECKING:
    from collections.abc import Container

KINDS = {
    "in-reply-to": CommentKind.REPLY,
    "like-of": CommentKind.LIKE,
    "repost-of": CommentKind.REPOST,
    "bookmark-of": CommentKind.BOOKMARK,
}
"""Everything else is a mention."""
LONGEST_TEXT = 4_000
"""Characters; the rest is where the text was published."""
LONGEST_NAME = 100
HEADING = """\
# Fetched, and not published yet. Read it, then take the line 'status' out; 'status: rejected' keeps it off
# the site, and keeps it from coming back. A file that is deleted is fetched again.
status: pending
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webmention:
    """What somebody did with a page of the site."""

    key: str
    """By what it is known; it names the file."""
    source: str
    """Absolute URL at which it was published."""
    target: str
    """Absolute URL of the page, as the sender typed it."""
    author: Commenter
    date: str
    """As a file of a comment says it."""
    kind: CommentKind
    text: str
    """Markdown; empty for what has no words."""


def read_webmention(entry: Any) -> Webmention | None:  # noqa: ANN401 -- whatever JSON holds
    """Return the webmention of an entry; None for a private one, and where something needed is missing."""
    if not isinstance(entry, dict) or entry.get("wm-private") is True:
        return None
    try:
        source = parse_url(_read(entry.get("wm-source") or entry.get("url")))
        target = parse_url(_read(entry.get("wm-target")))
        date = _read(entry.get("published") or entry.get("wm-received"))
        parse_moment(date, None)
    except UnreadableError:
        return None
    text = _write_markdown(_find_text(entry))
    kind = KINDS.get(_read(entry.get("wm-property")), CommentKind.MENTION)
    if kind is CommentKind.REPLY and not text:
        kind = CommentKind.MENTION
    url = _read_url(entry.get("url")) or source
    return Webmention(
        key=_find_key(entry, source, target),
        source=url,
        target=target,
        author=_read_author(entry.get("author"), url),
        date=date,
        kind=kind,
        text=text if kind.has_words else "",
    )


def find_recap(target: str, slugs: Container[str]) -> str:
    """Return the slug of the recap that a page is, whatever its address once was; empty where it is none.

    >>> find_recap("https://old.example/2010/02/focus-20.html?ref=x", {"focus-20"})
    'focus-20'
    """
    parts = [unquote(part) for part in urlsplit(target).path.split("/") if part and part != "index.html"]
    names = (re.sub(r"\.(?:html?|php)$", "", part) for part in reversed(parts))
    return next((name for name in names if name in slugs), "")


def write_comment_file(mention: Webmention) -> str:
    """Return the file of a comment that waits to be read."""
    author = {"name": mention.author.name, "url": mention.author.url}
    lines = [HEADING + "author:"]
    lines += [f"  {key}: {_quote(value)}" for key, value in author.items() if value]
    facts = {"date": mention.date, "kind": mention.kind.value, "source": mention.source, "id": mention.key}
    lines += [f"{key}: {_quote(value)}" for key, value in facts.items()]
    if mention.text:
        lines += ["text: |2-", *(f"  {line}".rstrip() for line in mention.text.split("\n"))]
    return "\n".join(lines) + "\n"


def _read(value: object) -> str:
    """Return a text on one line, without what nobody can see; of a list, its first text."""
    value = value[0] if isinstance(value, list) and value else value
    return join_lines(clean_text(value)) if isinstance(value, str) else ""


def _read_url(value: object) -> str:
    try:
        return parse_url(_read(value))
    except UnreadableError:
        return ""


def _read_author(value: object, source: str) -> Commenter:
    """Return who wrote it; where nobody is named, the site where it was published."""
    card = value if isinstance(value, dict) else {"name": value}
    name = EMAIL.sub("", _read(card.get("name")))[:LONGEST_NAME].strip()
    host = (urlsplit(source).hostname or "").removeprefix("www.")
    return Commenter(name=name or host, url=_read_url(card.get("url")))


def _find_key(entry: dict[str, Any], source: str, target: str) -> str:
    number = entry.get("wm-id")
    named = build_id(f"wm-{number}") if isinstance(number, int | str) and not isinstance(number, bool) else ""
    return named or "wm-" + hashlib.sha256(f"{source} {target}".encode()).hexdigest()[:16]


def _find_text(entry: dict[str, Any]) -> str:
    """Return the words as plain text with their lines."""
    content = entry.get("content")
    text = content.get("text") or content.get("value") if isinstance(content, dict) else content
    text = text or entry.get("summary") or entry.get("name")
    return clean_text(text) if isinstance(text, str) else ""


def _write_markdown(text: str) -> str:
    """Return plain text so that Markdown shows it as it is; mentions and addresses stay what they are."""
    text = EMAIL.sub("…@…", text.replace("\r", ""))
    text = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rpartition(" ")[0] + " …"
    text = escape(re.sub(r"([\\`*\[\]])", r"\\\1", text), quote=False)
    text = re.sub(r"(?m)^[ \t]+", "", text)
    text = re.sub(r"(?m)^(#|\+|-|=|~)", r"\\\1", text)
    text = re.sub(r"(?m)^(\d+)([.)])", r"\1\\\2", text)
    text = re.sub(r"(?<![^\s(])_(?=\S)", r"\_", text)
    paragraphs = (part.strip("\n") for part in re.split(r"\n\s*\n", text))
    return "\n\n".join("  \n".join(part.split("\n")) for part in paragraphs if part)


def _quote(value: str) -> str:
    """Return a value between quotation marks as YAML reads it."""
    return json.dumps(value, ensure_ascii=False)
