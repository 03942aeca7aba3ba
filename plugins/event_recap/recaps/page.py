"""The view of a recap, made from Pelican's article and what the site knows of the event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..page_generator import show_attendees, show_event
from ..rendering import format_iso, strip_html
from ..translation import word_date
from ..views.mentions import conceal_named
from ..views.values import AttendeesView, Byline, RecapView

if TYPE_CHECKING:
    from ..model.person import Picture
    from ..model.recap import Guest, Recap
    from ..model.registry import Registry
    from ..run import AnyArticle, Run

EDITIONS_SHOWN = 2
"""Other events of the series on a recap's page: the one before and the one after."""

SUMMARY_LENGTH = 200
"""Characters of the text that stand for a summary where the author wrote none."""

FOOTNOTES = re.compile(r'<div class="footnote">.*?</ol>\s*</div>', re.DOTALL)
"""The notes at the foot of a text, as Markdown writes them."""


def view_recap(article: AnyArticle, recap: Recap | None, run: Run) -> RecapView:
    """Return everything that a recap's page shows beyond Pelican's article.

    Args:
        article: Read, with its text as yet without attendees.
        recap: What our reader found in the front matter; None for a text read by another reader.
        run: The state of this build.
    """
    registry, addresses, lang = run.registry, run.addresses, article.lang
    event = registry.events.get(recap.event_id) if recap else None
    editions = registry.find_editions(event, EDITIONS_SHOWN) if event else ()
    modified = getattr(article, "modified", None)
    return RecapView(
        title=strip_html(article.title),
        lang=lang,
        bylines=_view_bylines(article, recap.guests if recap else ()),
        date=word_date(article.date, lang),
        date_iso=format_iso(article.date),
        modified=word_date(modified, lang) if modified else "",
        modified_iso=format_iso(modified) if modified else "",
        summary=summarize(article),
        event=show_event(event, lang, run) if event else None,
        attendees=show_attendees(event, lang, run) if event else AttendeesView(),
        editions=tuple(show_event(edition, lang, run) for edition in editions),
        cover=addresses.view_picture(find_cover(recap, registry)),
    )


def find_cover(recap: Recap | None, registry: Registry) -> Picture | None:
    """Return the recap's own cover, else its event's, or None."""
    if recap is None:
        return None
    event = registry.events.get(recap.event_id)
    return recap.cover or (event.cover if event else None)


def summarize(article: AnyArticle) -> str:
    """Return the author's summary as plain text, or the beginning of the text."""
    if "summary" in article.metadata:
        return strip_html(article.metadata["summary"])
    html = FOOTNOTES.sub("", conceal_named(article._content, article.lang))  # noqa: SLF001 -- ``content`` would be kept as it is now
    text = strip_html(html.replace("[attendees]", ""))
    if len(text) <= SUMMARY_LENGTH:
        return text
    start = text[:SUMMARY_LENGTH]
    return (start.rpartition(" ")[0] or start).rstrip(" ,;:.–—") + "…"


def _view_bylines(article: AnyArticle, guests: tuple[Guest, ...]) -> tuple[Byline, ...]:
    """Name the authors, then the guests; a guest's text is not also by whoever owns the blog."""
    is_signed = "author" in article.metadata or "authors" in article.metadata
    authors: list[Any] = getattr(article, "authors", []) if is_signed or not guests else []
    return (
        *(Byline(name=author.name, url=author.url) for author in authors),
        *(Byline(name=guest.name, role=guest.role, org=guest.org, href=guest.url) for guest in guests),
    )
