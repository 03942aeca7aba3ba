"""Every feed of a site: which recaps it holds, what it is called, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from ..characters import clean_text, fold_name
from ..model.feed import FEED_FORMATS, FEED_SETTINGS
from ..page_generator import group_by_event
from ..translation import check_language
from ..views.subscription_values import FeedCollectionView, FeedLinkView
from .formats import ATOM, JSON, MEDIA_TYPES, RSS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..run import AnyArticle
    from .site import Site

KEY = "event_recap_feeds"
"""Our key in Pelican's context: every collection by the path of each of its feeds."""

PELICAN_WRITES = frozenset({"site", "language", "category", "tag", "author"})
"""Kinds of which Pelican itself asks for Atom and RSS."""

FORMATS = {ATOM: "Atom", RSS: "RSS", JSON: "JSON Feed"}
"""What readers call each format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where one feed in one format is."""

    path: str
    """Below the output folder."""
    url: str
    """Below ``FEED_DOMAIN``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Recaps that belong together."""

    kind: str = "site"
    """One of ``FEED_SETTINGS``."""
    slug: str = ""
    """What tells it from others of its kind; empty for the site."""
    name: str = ""
    """Plain text; empty for the site, and for the language that it is in."""
    page_url: str = ""
    """Path of its page below ``SITEURL``; empty for the first page."""
    lang: str = ""
    """BCP 47 tag where all of it is in one language, or empty."""
    articles: tuple[AnyArticle, ...] = ()
    """In no order; empty where only the feed's address is known."""
    addresses: Mapping[str, Address]
    """By format, in the order of preference."""


def build_catalogue(context: Mapping[str, Any]) -> tuple[Collection, ...]:
    """Return every collection of a site that has recaps and a feed: the site's own, then by kind and name.

    Args:
        context: Pelican's, when everything was read; our settings have their places by then.
    """
    kinds = (
        _find_site(context),
        _find_languages(context),
        _find_listed(context, "category", "categories"),
        _find_listed(context, "tag", "tags"),
        _find_listed(context, "author", "authors"),
        _find_series(context),
        _find_people(context),
    )
    return tuple(
        collection
        for kind in kinds
        for collection in sorted(kind, key=lambda collection: (fold_name(collection.name), collection.slug))
        if collection.addresses and collection.articles
    )


def view_collection(collection: Collection, site: Site) -> FeedCollectionView:
    """Return a collection as pages show it."""
    is_language = collection.kind == "language"
    return FeedCollectionView(
        kind=collection.kind,
        name=name_language(collection.slug) if is_language else collection.name or site.name,
        url=collection.page_url,
        links=tuple(
            FeedLinkView(
                FORMATS[feed_format], MEDIA_TYPES[feed_format], address.url, title_feed(collection, site)
            )
            for feed_format, address in collection.addresses.items()
        ),
    )


def title_feed(collection: Collection, site: Site) -> str:
    """Return what a reader's list of feeds says."""
    return f"{site.name} - {collection.name}" if collection.name else site.name


def name_language(lang: str) -> str:
    """Return the name of a language in that language, or the tag where it has none.

    >>> name_language("fr"), name_language("zz-unknown")
    ('français', 'zz-unknown')
    """
    try:
        return Locale.parse(check_language(lang), sep="-").get_display_name() or lang
    except (ValueError, UnknownLocaleError):
        return lang


def _find_site(context: Mapping[str, Any]) -> Iterator[Collection]:
    """Yield the collection of everything."""
    yield Collection(articles=_find_all(context), addresses=find_addresses(context, "site"))


def _find_languages(context: Mapping[str, Any]) -> Iterator[Collection]:
    """Yield a collection for each language."""
    articles = _find_all(context)
    for lang in {article.lang for article in articles}:
        is_main = lang.lower() == str(context["DEFAULT_LANG"]).lower()
        yield Collection(
            kind="language",
            slug=lang,
            name="" if is_main else name_language(lang),
            lang=check_language(lang),
            articles=tuple(article for article in articles if article.lang == lang),
            addresses=find_addresses(context, "language", lang=lang),
        )


def _find_all(context: Mapping[str, Any]) -> tuple[AnyArticle, ...]:
    """Return every published article, translations included."""
    return tuple(
        found for article in context["articles"] for found in (article, *getattr(article, "translations", ()))
    )


def _find_listed(context: Mapping[str, Any], kind: str, key: str) -> Iterator[Collection]:
    """Yield a collection for each of Pelican's categories, tags or authors, in its order."""
    for wrapper, articles in context.get(key) or ():
        yield Collection(
            kind=kind,
            slug=wrapper.slug,
            name=clean_text(wrapper.name),
            page_url=wrapper.url if context.get(f"{kind.upper()}_SAVE_AS") else "",
            articles=tuple(articles),
            addresses=find_addresses(context, kind, slug=wrapper.slug),
        )


def _find_series(context: Mapping[str, Any]) -> Iterator[Collection]:
    """Yield a collection for each series of events, in the order of ids."""
    told = group_by_event(context["articles"])
    series: dict[str, list[Any]] = {}
    for event in context.get("events") or ():
        if event.series and event.id in told:
            series.setdefault(event.series, []).append(event)
    for slug, events in sorted(series.items()):
        yield Collection(
            kind="series",
            slug=slug,
            name=clean_text(events[0].series_name),
            page_url=context["EVENTS_URL"] if context.get("EVENTS_SAVE_AS") else "",
            articles=tuple(article for event in events for article in told[event.id]),
            addresses=find_addresses(context, "series", slug=slug),
        )


def _find_people(context: Mapping[str, Any]) -> Iterator[Collection]:
    """Yield a collection for everybody who has a page that search engines may list, in the order of ids."""
    for key, person in sorted(context.get("generated_content", {}).items()):
        if not key.startswith("@person/") or not person.event_recap.may_be_indexed:
            continue
        yield Collection(
            kind="person",
            slug=person.slug,
            name=clean_text(person.event_recap.name),
            page_url=person.url,
            articles=tuple(person.recaps),
            addresses=find_addresses(context, "person", slug=person.slug),
        )


def find_addresses(context: Mapping[str, Any], kind: str, **names: str) -> dict[str, Address]:
    """Return where the feeds of a collection are, as the site's settings say."""
    settings = {name: f"{FEED_SETTINGS[kind]}_{name.upper()}" for name in FEED_FORMATS}
    return {
        name: Address(
            path=str(context[setting]).format(**names),
            url=str(context.get(f"{setting}_URL") or context[setting]).format(**names),
        )
        for name, setting in settings.items()
        if context.get(setting)
    }
