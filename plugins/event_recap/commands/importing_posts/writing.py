"""The file of a text: its front matter, with comments on what to do next, and its Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ...loading.yaml_text import write_value
from .found import PUBLISHED
from .markdown import escape_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from .found import FoundPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is decided of a text when it is brought in, and not said by its source."""

    title: str
    slug: str = ""
    """Empty where the title makes it."""
    lang: str = ""
    """Empty for the language of the site."""
    cover: str = ""
    """Path from the content folder; empty for none."""
    entry_id: str = ""
    former: tuple[str, ...] = ()
    """Addresses below the site that lead here."""
    hints: tuple[str, ...] = ()


def write_post(post: FoundPost, chosen: Chosen, body: str) -> str:
    """Return the file of a text.

    Args:
        post: As found.
        chosen: What was decided of it.
        body: Markdown.
    """
    head = "\n".join([*_write_facts(post, chosen), *_write_people(post), *_write_filed(post, chosen)])
    comments = "".join(f"# {' '.join(hint.split())}\n" for hint in (*post.hints, *chosen.hints))
    return f"---\n{head}\n{comments}---\n\n{body.strip()}\n"


def write_moment(moment: datetime | date) -> str:
    """Return a moment as front matter has it, on the clocks of the site."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M").rjust(
        len("2010-02-03 08:30"), "0"
    )


def _write_facts(post: FoundPost, chosen: Chosen) -> Iterator[str]:
    yield f"title: {write_value(chosen.title)}"
    if post.moment:
        yield f"date: {write_moment(post.moment)}"
    if post.status != PUBLISHED:
        yield f"status: {post.status}"
    if chosen.slug:
        yield f"slug: {write_value(chosen.slug)}"
    if chosen.lang:
        yield f"lang: {chosen.lang}"


def _write_people(post: FoundPost) -> Iterator[str]:
    if post.authors:
        yield f"authors: {_write_list(post.authors)}"
    if post.guests:
        yield "guests:"
    for guest in post.guests:
        facts = {"name": guest.name, "role": guest.role, "org": guest.org, "url": guest.url}
        words = ", ".join(f"{key}: {write_value(value)}" for key, value in facts.items() if value)
        yield f"  - {{{words}}}"


def _write_filed(post: FoundPost, chosen: Chosen) -> Iterator[str]:
    if post.category and not post.is_page:
        yield f"category: {write_value(post.category)}"
    if post.tags and not post.is_page:
        yield f"tags: {_write_list(post.tags)}"
    if post.summary:
        yield f"summary: {write_value(escape_words(' '.join(post.summary.split())))}"
    if chosen.cover:
        yield f"cover: {{src: {write_value(chosen.cover)}}}"
    if chosen.entry_id:
        yield f"id: {write_value(chosen.entry_id)}"
    if chosen.former:
        yield f"redirect_from: {_write_list(chosen.former)}"


def _write_list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(write_value, texts))}]"
