"""The text of a recap or a page wherever it is shown: on its page, by its beginning, in feeds."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pelican.utils import truncate_html_paragraphs, truncate_html_words

from ..page_generator import resolve_text
from ..run import BODY_KEY, FEED_KEY
from ..views.html import render_attendee_list
from ..views.mentions import conceal_named
from .body import place_attendees

if TYPE_CHECKING:
    from jinja2 import Environment

    from ..run import AnyArticle


def show_text(content: AnyArticle, html: str) -> None:
    """Let the links of a text and of its summary lead where each page needs them.

    Pelican would keep each text for ever, with all its cards, though it is shown once; and the links of its
    summaries lead to the web from every page. Where nobody wrote a summary, it is the beginning of the text;
    Pelican would take what is added to it as well.

    Args:
        content: An article or a page.
        html: Its text, without cards and the like.
    """
    content.get_content = partial(resolve_text, content)
    if (summary := getattr(content, "_summary", None)) is not None:
        content.get_summary = partial(content._update_content, summary)  # noqa: SLF001 -- how Pelican resolves links
    else:
        content.get_summary = partial(_begin, content, html)


def show_in_feeds(article: AnyArticle, html: str, environment: Environment) -> None:
    """Let feeds ask for the text with a list of names, which is as long as the text itself.

    Args:
        article: With its view.
        html: Its text without anybody who was there.
        environment: Renders the list.
    """
    setattr(article, BODY_KEY, html)
    setattr(article, FEED_KEY, partial(_write_for_feeds, article, environment))


def _begin(content: AnyArticle, html: str, siteurl: str) -> str:
    """Return the beginning of a text with its links resolved; few themes ask for it, and it takes long."""
    settings = content.settings
    beginning = _shorten(
        html,
        content.lang,
        settings.get("SUMMARY_MAX_PARAGRAPHS"),
        settings["SUMMARY_MAX_LENGTH"],
        settings["SUMMARY_END_SUFFIX"],
    )
    return str(content._update_content(beginning, siteurl))  # noqa: SLF001 -- as above


@lru_cache(maxsize=256)
def _shorten(html: str, lang: str, paragraphs: int | None, length: int | None, suffix: str) -> str:
    """Return the beginning of a text; each page that lists the text asks for the same."""
    html = conceal_named(html, lang)
    if paragraphs is not None:
        html = str(truncate_html_paragraphs(html, paragraphs))
    return html if length is None else str(truncate_html_words(html, length, suffix))


def _write_for_feeds(article: AnyArticle, environment: Environment) -> str:
    view = article.event_recap
    names = render_attendee_list(environment, view.attendees, view.lang)
    return place_attendees(getattr(article, BODY_KEY), names)
