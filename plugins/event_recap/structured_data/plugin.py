"""Give every page that is about something its description for machines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from ..rendering import read_text, strip_html
from ..run import QUOTED_POSTS_KEY, AnyArticle, find_run
from ..translation import translate
from .events import describe_event
from .json_ld import describe_breadcrumbs, describe_site, describe_social_image, write_json_ld
from .profiles import describe_author, describe_person
from .recaps import describe_citations, describe_recap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import Generator

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
    describer = Describer(context, site_url, name, run.lang)
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
    site_url: str
    """Absolute, without a slash at the end."""
    site_name: str
    lang: str

    def attach_articles(self) -> None:
        """Describe recaps in each of their languages."""
        for article in _list_versions(self.context["articles"]):
            view, url = article.event_recap, f"{self.site_url}/{article.url}"
            described = describe_recap(view, url=url, site_url=self.site_url, site_name=self.site_name)
            described["image"] = described["image"] or self._describe_image(article)
            category = getattr(article, "category", None)  # a site need not have any, nor pages of them
            described |= {
                "articleSection": strip_html(category.name) if category else None,
                "keywords": [strip_html(tag.name) for tag in getattr(article, "tags", ())],
                "wordCount": article.reading.words if article.reading else None,
                "timeRequired": article.reading.duration if article.reading else None,
                "citation": describe_citations(getattr(article, QUOTED_POSTS_KEY, ())),
            }
            above = [(category.name, category.url)] if category and self.context["CATEGORY_SAVE_AS"] else []
            trail = self._trail(*above, (view.title, article.url))
            article.structured_data = write_json_ld(described, trail)

    def attach_pages(self) -> None:
        """Describe the way to pages such as "About"."""
        for page in _list_versions(self.context["pages"]):
            page.structured_data = write_json_ld(self._trail((page.title, page.url)))

    def attach_events(self) -> None:
        """Describe events; where one has no cover, that of a recap shows it."""
        listing = (translate("Events", self.lang), self.context["EVENTS_URL"])
        for event in self._find("event"):
            view = event.event_recap
            recaps = sorted(event.recaps, key=lambda recap: recap.lang != self.lang)
            covers = (recap.event_recap.cover for recap in recaps)
            picture = next(filter(None, covers), None)
            described = describe_event(view, site_url=self.site_url, picture=picture)
            described["image"] = described["image"] or self._describe_image(event)
            event.structured_data = write_json_ld(described, self._trail(listing, (view.name, view.url)))

    def attach_people(self) -> None:
        """Describe people as their pages show them."""
        listing = (translate("People", self.lang), self.context["PEOPLE_URL"])
        for person in self._find("person"):
            view = person.event_recap
            described = describe_person(view, site_url=self.site_url)
            person.structured_data = write_json_ld(described, self._trail(listing, (view.name, view.url)))

    def attach_taxonomies(self) -> None:
        """Describe the way to categories, tags and authors, and who an author is."""
        for kind, (title, key) in TAXONOMIES.items():
            listing = (translate(title, self.lang), self.context.get(f"{key}_URL", f"{kind}.html"))
            for wrapper, _ in self.context.get(kind) or ():
                trail = self._trail(listing, (wrapper.name, wrapper.url))
                url = f"{self.site_url}/{wrapper.url}"
                first = [describe_author(strip_html(wrapper.name), url)] if kind == "authors" else []
                wrapper.structured_data = write_json_ld(*first, trail)

    def _describe_image(self, content: AnyArticle) -> dict[str, Any] | None:
        """Return the image by which networks show a page, for one that has no picture of its own."""
        return describe_social_image(getattr(content, "social_image", None), self.site_url)

    def _find(self, kind: str) -> Iterator[AnyArticle]:
        """Yield the pages of one kind that features of ours made."""
        for key, content in self.context["generated_content"].items():
            if key.startswith(f"@{kind}/"):
                yield content

    def _trail(self, *steps: tuple[str, str]) -> dict[str, Any]:
        """Return the way from the home page, by names that may hold HTML and paths below the site."""
        found = ((strip_html(str(name)), f"{self.site_url}/{url}") for name, url in steps)
        return describe_breadcrumbs((self.site_name, f"{self.site_url}/"), *found)


def _list_versions(contents: list[AnyArticle]) -> Iterator[AnyArticle]:
    """Yield texts in each of their languages."""
    return chain.from_iterable((content, *content.translations) for content in contents)


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.all_generators_finalized.connect(attach_structured_data)
