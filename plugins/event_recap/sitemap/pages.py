"""Which pages a search engine is told of: those that are published, and that nobody asked to keep out."""

from __future__ import annotations

import re
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..rendering import format_iso
from ..run import BODY_KEY, AnyArticle
from ..views.address import join_url
from .document import SitemapPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from ..views.picture_values import PictureView

WITHOUT = {"404"}
"""Direct templates that are no page of their own."""

_PICTURE = re.compile(r"""<img\b[^>]*?\ssrc="(?P<url>[^"]+)\"""")
"""What our sanitiser writes is regular."""


_INDEX = re.compile(r"(^|/)index\.html$")
"""What a server adds to the address of a folder."""


class Pages:
    """The pages of one build."""

    def __init__(self, context: Mapping[str, Any], listed: Iterable[str]) -> None:
        """Take the context of templates once everything was read.

        Args:
            context: Pelican's, with its settings.
            listed: Addresses below ``SITEURL`` of pages that no content stands for.
        """
        self._context = context
        self._listed = listed
        self._site = str(context["SITEURL"]).rstrip("/")

    def find(self) -> Iterator[SitemapPage]:
        """Yield every page once, the home page first."""
        found = chain(
            self._find_listings(), self._find_texts(), self._find_ours(), map(self._build, self._listed)
        )
        yield from {page.url: page for page in found}.values()

    def _find_texts(self) -> Iterator[SitemapPage]:
        """Yield recaps and pages in each of their languages; drafts and hidden ones are in other lists."""
        for original in (*self._context["articles"], *self._context["pages"]):
            versions = [original, *(one for one in original.translations if one.status == "published")]
            alternates = [(one.lang, self._join(one.url)) for one in versions]
            for text in versions:
                yield self._build(
                    text.url,
                    _find_date([text]),
                    self._find_pictures(text),
                    alternates if alternates[1:] else (),
                )

    def _find_listings(self) -> Iterator[SitemapPage]:
        """Yield the home page, and what lists recaps, people and events; where a list goes on is not told."""
        context = self._context
        newest = _find_newest(context["articles"])
        for name in context["DIRECT_TEMPLATES"]:
            key = name.upper()
            save_as = context.get(f"{key}_SAVE_AS", f"{name}.html")
            if save_as and name not in WITHOUT:
                yield self._build(_INDEX.sub(r"\1", context.get(f"{key}_URL", save_as)), newest)
        yield from self._find_collections()
        for key in ("PEOPLE", "EVENTS"):
            if context[f"{key}_SAVE_AS"]:
                yield self._build(context[f"{key}_URL"])
        if subscribe_url := context.get("subscribe_url"):
            yield self._build(subscribe_url)

    def _find_collections(self) -> Iterator[SitemapPage]:
        """Yield the pages of categories, tags, authors and periods."""
        for kind in ("categories", "tags", "authors"):
            for wrapper, articles in sorted(self._context.get(kind) or (), key=lambda found: found[0].slug):
                if wrapper.slug and wrapper.save_as:
                    yield self._build(wrapper.url, _find_newest(articles))
        for periods in (self._context.get("period_archives") or {}).values():
            yield from (self._build(period["url"], _find_newest(period["dates"])) for period in periods)

    def _find_ours(self) -> Iterator[SitemapPage]:
        """Yield events, people and the page on privacy; nobody who said no to search engines."""
        for key, content in self._context["generated_content"].items():
            view: Any = getattr(content, "event_recap", None)
            if key.startswith("@event/"):
                yield self._build(view.url, pictures=self._show(view.cover))
            elif key.startswith("@person/") and view.may_be_indexed:
                yield self._build(view.url, pictures=self._show(view.photo))
            elif key.startswith("@privacy") and self._context["PRIVACY_SAVE_AS"]:
                yield self._build(content.url)

    def _find_pictures(self, text: AnyArticle) -> list[str]:
        """Return the cover of a text and the pictures in it, but no faces: they are of people's own pages."""
        html = getattr(text, BODY_KEY, None)
        if html is None:
            html = text._content or ""  # noqa: SLF001 -- the documented place of a text
        if "<img" in html:
            html = text._update_content(html, self._site)  # noqa: SLF001 -- Pelican's only way to resolve
        inside = (unescape(found["url"]) for found in _PICTURE.finditer(html))
        cover = getattr(getattr(text, "event_recap", None), "cover", None)
        shown = (*self._show(cover), *inside)
        return [url for url in dict.fromkeys(shown) if url.startswith(f"{self._site}/")]

    def _show(self, picture: PictureView | None) -> list[str]:
        return [self._join(picture.url)] if picture else []

    def _build(
        self,
        url: str,
        modified: str = "",
        pictures: Iterable[str] = (),
        alternates: Iterable[tuple[str, str]] = (),
    ) -> SitemapPage:
        return SitemapPage(
            url=self._join(url), modified=modified, pictures=tuple(pictures), alternates=tuple(alternates)
        )

    def _join(self, url: str) -> str:
        return join_url(self._site, url)


def _find_date(texts: Iterable[AnyArticle]) -> str:
    """Return when the newest of some texts changed, as ISO 8601; empty where none has a date."""
    found: list[datetime] = [
        moment for one in texts if (moment := getattr(one, "modified", None) or getattr(one, "date", None))
    ]
    return format_iso(max(found)) if found else ""


def _find_newest(articles: Iterable[AnyArticle]) -> str:
    """Return the same of recaps in all of their languages, as a list shows them."""
    return _find_date(one for article in articles for one in (article, *article.translations))
