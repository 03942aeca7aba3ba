"""Give each recap its share links."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..model.recap import ShareText
from ..run import SOURCE_KEY, AnyArticle, find_run
from ..translation import translate
from .links import build_share_links
from .post import SharedPost

if TYPE_CHECKING:
    from pelican.generators import ArticlesGenerator

    from ..run import Run
    from .links import ShareLink


@dataclass(frozen=True, slots=True)
class ShareLinkView:
    """One link of the share row, as a template shows it."""

    network: str
    """Key of the network: the name of its icon."""
    name: str
    """``Mastodon``; of e-mail, the word of the page's language."""
    label: str
    """Name for a screen reader: ``Share on Mastodon``."""
    url: str
    """Absolute URL, https or mailto."""


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


def _view_links(article: AnyArticle, run: Run, site_url: str) -> tuple[ShareLinkView, ...]:
    source = getattr(article, SOURCE_KEY, None)
    share = source.recap.share if source else ShareText()
    event = article.event_recap.event
    title = article.event_recap.title
    tags = [tag.name for tag in getattr(article, "tags", [])]
    post = SharedPost(
        text=share.text or title,
        title=title,
        url=f"{site_url}/{article.url}",
        hashtags=share.hashtags or tuple(filter(None, [event.hashtag if event else "", *tags])),
        via=share.via or run.settings.share_via or None,
    )
    networks = run.settings.share_networks if share.networks is None else share.networks
    lang = article.lang
    return tuple(_view_link(link, lang) for link in build_share_links(post, networks))


def _view_link(link: ShareLink, lang: str) -> ShareLinkView:
    if link.network != "email":
        return ShareLinkView(
            link.network, link.name, translate("Share on {name}", lang).format(name=link.name), link.url
        )
    word = translate("e-mail", lang)
    label = translate("Share by {name}", lang).format(name=word)
    return ShareLinkView(link.network, word.capitalize(), label, link.url)


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.article_generator_finalized.connect(attach_share_links)
