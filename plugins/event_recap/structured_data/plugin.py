"""Give every page that is about something its description for machines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from ..rendering import read_text
from ..run import QUOTED_POSTS_KEY, AnyArticle, find_run
from ..translation import translate
from .json_ld import JsonLd, describe_site, write_json_ld
from .pages import (
    Post,
    Site,
    describe_author_page,
    describe_event_page,
    describe_person_page,
    describe_post,
    describe_way,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import Generator

    from ..views.social_values import SocialImageView

TAXONOMIES = {
    "categories": ("Categories", "CATEGORIES"),
    "tags": ("Tags", "TAGS"),
    "authors": ("Authors", "AUTHORS"),
}
"""Pelican's lists in the context: what their own page is called, and by which settings it is found."""


def attach_structured_data(generators: list[Generator]) -> None:
    """Set ``structured_data`` on everything that has a page of its own; nothing without ``SITEURL``."""
    context = generators[0].context
    run, site_url = find_run(context), str(context["SITEURL"] or "").rstrip("/")
    if run is None or not site_url:
        return
    name = read_text(context, "SITENAME")
    describer = Describer(context, Site(name, site_url), run.lang)
    describer.attach_articles()
    describer.attach_pages()
    describer.attach_events()
    describer.attach_people()
    describer.attach_taxonomies()
    subtitle = read_text(context, "SITESUBTITLE")
    site = describe_site(name, site_url=site_url, subtitle=subtitle, lang=run.lang)
    context["site_structured_data"] = write_json_ld(site)


@dataclass(frozen=True, slots=True)
class Describer:
    """One site, and where its pages are."""

    context: dict[str, Any]
    site: Site
    lang: str

    def attach_articles(self) -> None:
        """Describe recaps in each of their languages."""
        for article in _list_versions(self.context["articles"]):
            category = getattr(article, "category", None)  # a site need not have any, nor pages of them
            post = Post(
                view=article.event_recap,
                url=article.url,
                image=_find_image(article),
                section=category.name if category else "",
                section_url=category.url if category and self.context["CATEGORY_SAVE_AS"] else "",
                keywords=tuple(tag.name for tag in getattr(article, "tags", ())),
                reading=article.reading,
                quoted=getattr(article, QUOTED_POSTS_KEY, ()),
            )
            article.structured_data = JsonLd(partial(describe_post, post, self.site))

    def attach_pages(self) -> None:
        """Describe the way to pages such as "About"."""
        for page in _list_versions(self.context["pages"]):
            page.structured_data = self._write((page.title, page.url))

    def attach_events(self) -> None:
        """Describe events; where one has no cover, that of a recap shows it."""
        listing = (translate("Events", self.lang), self.context["EVENTS_URL"])
        for event in self._find("event"):
            view = event.event_recap
            recaps = sorted(event.recaps, key=lambda recap: recap.lang != self.lang)
            covers = (recap.event_recap.cover for recap in recaps)
            picture, image = next(filter(None, covers), None), _find_image(event)
            event.structured_data = JsonLd(
                partial(describe_event_page, view, picture, image, self.site, listing)
            )

    def attach_people(self) -> None:
        """Describe people as their pages show them."""
        listing = (translate("People", self.lang), self.context["PEOPLE_URL"])
        for person in self._find("person"):
            view = person.event_recap
            person.structured_data = JsonLd(partial(describe_person_page, view, self.site, listing))

    def attach_taxonomies(self) -> None:
        """Describe the way to categories, tags and authors, and who an author is."""
        for kind, (title, key) in TAXONOMIES.items():
            listing = (translate(title, self.lang), self.context.get(f"{key}_URL", f"{kind}.html"))
            for wrapper, _ in self.context.get(kind) or ():
                step = (wrapper.name, wrapper.url)
                wrapper.structured_data = (
                    JsonLd(partial(describe_author_page, self.site, listing, step))
                    if kind == "authors"
                    else self._write(listing, step)
                )

    def _write(self, *steps: tuple[str, str]) -> JsonLd:
        """Return the way to a page of which nothing else is to be said."""
        return JsonLd(partial(describe_way, self.site, *steps))

    def _find(self, kind: str) -> Iterator[AnyArticle]:
        """Yield the pages of one kind that features of ours made."""
        for key, content in self.context["generated_content"].items():
            if key.startswith(f"@{kind}/"):
                yield content


def _find_image(content: AnyArticle) -> SocialImageView | None:
    """Return the image by which networks show a page, for one that has no picture of its own."""
    image: SocialImageView | None = getattr(content, "social_image", None)
    return image


def _list_versions(contents: list[AnyArticle]) -> Iterator[AnyArticle]:
    """Yield texts in each of their languages."""
    return chain.from_iterable((content, *content.translations) for content in contents)


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.all_generators_finalized.connect(attach_structured_data)
