"""What a calendar says of an event, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..characters import clean_text
from ..translation import translate, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..run import AnyArticle
    from ..views.values import EventView
    from .site import Site


def describe_event(view: EventView, recaps: Iterable[AnyArticle], site: Site) -> str:
    """Return plain text of several lines: its status, its recaps, where, by whom, and its page.

    Only organisers who may be named are in the view. Recaps stand here once the event is over: what was
    written before is an invitation.

    Args:
        view: The event as its page shows it.
        recaps: Published recaps, oldest first.
        site: Where the pages are, and the language of the words.
    """
    names = word_list((organizer.text for organizer in view.organizers), site.lang)
    lines = (
        " ".join(filter(None, (view.status, view.previous_when if view.status else ""))),
        *(() if view.is_upcoming else _list_recaps(recaps, site)),
        view.place,
        f"{translate('Organised by', site.lang)} {names}" if names else "",
        *(" ".join(filter(None, (one.name, one.text, one.note, one.href))) for one in view.offers),
        site.find_url(view.url),
    )
    return "\n".join(cleaned for line in lines if (cleaned := clean_text(line)))


def list_categories(view: EventView, recaps: Iterable[AnyArticle]) -> tuple[str, ...]:
    """Return the series, then categories and tags of the recaps, each once whatever its case."""
    names = [view.series_name]
    for article in recaps:
        category = getattr(article, "category", None)  # a site need not have any
        names += [one.name for one in (category, *getattr(article, "tags", ())) if one]
    found: dict[str, str] = {}
    for name in map(clean_text, names):
        found.setdefault(name.casefold(), name)
    return tuple(filter(None, found.values()))


def _list_recaps(recaps: Iterable[AnyArticle], site: Site) -> Iterator[str]:
    """Yield title and address of each; without an address a title leads nowhere."""
    for article in recaps if site.url else ():
        yield article.event_recap.title
        yield site.find_url(article.url)
