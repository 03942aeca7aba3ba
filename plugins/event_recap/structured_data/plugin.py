"""Give recaps, events and people their description for machines."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from ..run import QUOTED_POSTS_KEY, find_run
from ..translation import translate
from .json_ld import (
    describe_breadcrumbs,
    describe_citations,
    describe_event,
    describe_person,
    describe_recap,
    write_json_ld,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pelican.generators import Generator


def attach_structured_data(generators: list[Generator]) -> None:
    """Set ``structured_data`` on every article, event and person; nothing without ``SITEURL``."""
    context = generators[0].context
    run, site_url, site_name = find_run(context), context["SITEURL"], context["SITENAME"]
    if run is None or not site_url:
        return
    home = (site_name, f"{site_url}/")
    for article in chain(context["articles"], *(article.translations for article in context["articles"])):
        url, title = f"{site_url}/{article.url}", article.event_recap.title
        described = describe_recap(
            article.event_recap, url=url, site_url=site_url, site_name=site_name, reading=article.reading
        )
        described["citation"] = describe_citations(getattr(article, QUOTED_POSTS_KEY, ()))
        category = (article.category.name, f"{site_url}/{article.category.url}")
        article.structured_data = write_json_ld(described, describe_breadcrumbs(home, category, (title, url)))
    _attach(context, "event", describe_event, home, (translate("Events", run.lang), "EVENTS_URL"))
    _attach(context, "person", describe_person, home, (translate("People", run.lang), "PEOPLE_URL"))


def _attach(
    context: dict[str, Any],
    kind: str,
    describe: Callable[..., dict[str, Any]],
    home: tuple[str, str],
    listing: tuple[str, str],
) -> None:
    site_url = context["SITEURL"]
    steps = (home, (listing[0], f"{site_url}/{context[listing[1]]}"))
    for key, content in context["generated_content"].items():
        if key.startswith(f"@{kind}/"):
            view = content.event_recap
            trail = describe_breadcrumbs(*steps, (view.name, f"{site_url}/{view.url}"))
            content.structured_data = write_json_ld(describe(view, site_url=site_url), trail)


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.all_generators_finalized.connect(attach_structured_data)
