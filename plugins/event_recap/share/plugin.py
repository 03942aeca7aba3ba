"""Give each recap its share links, and each quote of a text its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..model.recap import ShareText
from ..page_generator import find_recap, list_texts
from ..rendering import strip_html
from ..run import APART_KEY, BODY_KEY, KEY, AnyArticle, find_run
from .generator import ShareGenerator, find_mastodon_page
from .links import build_share_links
from .post import SharedPost
from .quotes import cite_quote, find_quotes, place_quotes, view_quote
from .row import ShareRow

if TYPE_CHECKING:
    from jinja2 import Environment
    from pelican.generators import ArticlesGenerator, PagesGenerator

    from ..run import Run


def attach_share_links(generator: ArticlesGenerator) -> None:
    """Set ``article.share_links`` on every recap that others can open; none without ``SITEURL``."""
    run = find_run(generator.context)
    site_url = generator.settings["SITEURL"]
    if run is None:
        return
    for article in chain(
        generator.articles, generator.translations, generator.hidden_articles, generator.hidden_translations
    ):
        article.share_links = _view_links(article, run, site_url) if site_url else ()
    for article in list_texts(generator):
        is_open = bool(site_url) and hasattr(article, "share_links")
        _attach_quotes(article, run, generator.env, site_url if is_open else "")


def attach_page_quotes(generator: PagesGenerator) -> None:
    """Give the quotes of pages the same; the words of a page are shared without tags."""
    run = find_run(generator.context)
    if run is None:
        return
    for page in list_texts(generator):
        is_open = page.status != "draft"
        _attach_quotes(page, run, generator.env, generator.settings["SITEURL"] if is_open else "")


def _attach_quotes(content: AnyArticle, run: Run, environment: Environment, site_url: str) -> None:
    """Put anchors and links to the quotes of a text; nobody is asked to share what has no address."""
    lang = content.lang
    apart = getattr(content, APART_KEY, "")
    quotes = find_quotes(content._content or "", apart, lang)  # noqa: SLF001 -- the documented place of a text
    if not quotes:
        return
    macro = environment.get_template("event_recap/pull_quote.html").module.pull_quote  # type: ignore[attr-defined]
    post, networks = _build_post(content, run, site_url)
    links = {
        quote.id: build_share_links(replace(post, text=quote.text, url=f"{post.url}#{quote.id}"), networks)
        if site_url
        else ()
        for quote in quotes
    }
    content._content = place_quotes(  # noqa: SLF001 -- as above
        content._content,  # noqa: SLF001
        quotes,
        lambda quote: str(macro(view_quote(quote, links[quote.id], lang))),
    )
    if body := getattr(content, BODY_KEY, ""):
        setattr(content, BODY_KEY, place_quotes(body, quotes, cite_quote))


def _view_links(article: AnyArticle, run: Run, site_url: str) -> ShareRow:
    post, networks = _build_post(article, run, site_url)
    recap = find_recap(article)
    texts = recap.share.texts if recap else {}
    own = tuple((network, texts[network]) for network in networks if network in texts)
    return ShareRow(post, tuple(dict.fromkeys(networks)), own, article.lang)


def _build_post(content: AnyArticle, run: Run, site_url: str) -> tuple[SharedPost, tuple[str, ...]]:
    """Return what is shared of a recap or a page, and where."""
    recap = find_recap(content)
    share = recap.share if recap else ShareText()
    view = getattr(content, KEY, None)
    event = view.event if view else None
    title = strip_html(content.title)
    tags = [tag.name for tag in getattr(content, "tags", [])]
    post = SharedPost(
        text=share.text or title,
        title=title,
        url=f"{site_url}/{content.url}",
        hashtags=share.hashtags or tuple(filter(None, [event.hashtag if event else "", *tags])),
        via=share.via or run.settings.share_via or None,
        mastodon_page=find_mastodon_page(content.settings),
    )
    return post, run.settings.share_networks if share.networks is None else share.networks


def offer_generator(_pelican: object) -> type[ShareGenerator]:
    """Tell Pelican about our generator."""
    return ShareGenerator


def register() -> None:
    """Connect the receivers to Pelican's signals; after those of recaps, which finish the texts."""
    signals.get_generators.connect(offer_generator)
    signals.article_generator_finalized.connect(attach_share_links)
    signals.page_generator_finalized.connect(attach_page_quotes)
