"""Quoted posts as pages show them: words that link to nobody who may not be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..model.directory import Verdict
from ..model.handle import find_handles
from ..model.profile import NETWORKS
from ..rendering import format_iso
from ..translation import translate, word_date
from .address import link_person
from .mentions import MentionWriter, mark_named
from .quoted_post_values import QuotedPostView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from ..model.event import Event
    from ..model.profile import Profile
    from ..model.quoted_post import ShownPost
    from ..model.registry import Registry
    from .mentions import Finding

_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\"'.,;:!?»”’)\]…]", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """The text that quotes a post."""

    lang: str
    """BCP 47 tag."""
    event: Event | None
    """What it is about, or None."""


def view_quoted_post(
    shown: ShownPost, registry: Registry, page: Page
) -> tuple[QuotedPostView, tuple[Finding, ...]]:
    """Return what a page shows of a post, and each mention in it of somebody who may not be shown."""
    post = shown.post
    writer = MentionWriter(registry, post.lang or page.lang, page.event)
    words = writer.speak(post.text.strip())
    withheld = tuple(one for one in writer.findings if one.decision.verdict is Verdict.WITHHELD)
    date = word_date(post.moment, page.lang) if post.moment else post.date_text
    name = escape(shown.name)
    view = QuotedPostView(
        name=shown.name,
        name_html=Markup(name if shown.is_public else mark_named(name)),  # noqa: S704 -- escaped above
        text=_write_words(words, post.network, registry),
        text_plain=words,
        handle=f"@{post.handle}" if post.handle and f"@{post.handle}" != shown.name else "",
        href=link_person(shown.person_id) if shown.person_id else _find_profile(shown),
        network=NETWORKS[post.network].name if post.network else "",
        date=date,
        date_iso=format_iso(post.moment) if post.moment else "",
        url=post.url,
        archive_url=post.archive_url,
        archive_text=translate("archived copy", page.lang) if post.archive_url else "",
        url_text=translate("the post", page.lang) if post.url and not date else "",
        lang=post.lang if post.lang != page.lang else "",
    )
    return view, withheld


def render_quoted_post(environment: Environment, view: QuotedPostView) -> str:
    """Return a post as HTML that is safe; Pelican's links in it are still to be resolved.

    The macro of that name is ours in ``event_recap/quoted_post.html``; a theme may have its own there.
    """
    macro = getattr(environment.get_template("event_recap/quoted_post.html").module, "quoted_post")  # noqa: B009
    return str(macro(view))


def _find_profile(shown: ShownPost) -> str:
    author = shown.post.author
    same = [one.url for one in author.profiles if one.network == shown.post.network]
    return next(iter([*same, author.url, *(one.url for one in author.profiles)]), "")


def _write_words(words: str, network: str, registry: Registry) -> Markup:
    paragraphs = (
        "<br>\n".join("".join(_link_words(line, network, registry)) for line in part.split("\n"))
        for part in _PARAGRAPH_END.split(words)
    )
    return Markup("\n".join(f"<p>{part}</p>" for part in paragraphs))  # noqa: S704 -- escaped below


def _link_words(line: str, network: str, registry: Registry) -> Iterator[str]:
    """Yield the pieces of a line: addresses and people of this site as links, all else escaped."""
    spans = [(*found.span(), _link_url(found[0])) for found in _URL.finditer(line)]
    spans += [
        (handle.start, handle.end, link)
        for handle in find_handles(line)
        if (link := _link_handle(handle.name, network, registry))
    ]
    position = 0
    for start, end, link in sorted(spans):
        if start >= position:
            yield escape(line[position:start], quote=False)
            yield link
            position = end
    yield escape(line[position:], quote=False)


def _link_url(url: str) -> str:
    return f'<a href="{escape(url)}" rel="nofollow noopener">{escape(url, quote=False)}</a>'


def _link_handle(name: str, network: str, registry: Registry) -> str:
    """Return a link to somebody who has a page here and this handle on the post's own network; or nothing."""

    def is_theirs(profile: Profile) -> bool:
        return profile.network == network and profile.handle.casefold() == name.casefold()

    for person_id in registry.directory.find_by_name(f"@{name}"):
        public = registry.public_people.get(person_id)
        if public and any(map(is_theirs, public.person.profiles)):
            return f'<a href="{link_person(person_id)}">@{escape(name, quote=False)}</a>'
    return ""
