"""Which recaps mention whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rendering import format_iso, strip_html
from ..run import MENTIONS_KEY
from ..translation import word_date
from ..views.mention_values import MentionView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..run import AnyArticle


def find_mentioned(articles: Iterable[AnyArticle]) -> dict[str, list[MentionView]]:
    """Return the published recaps that mention each person, by id, newest first, translations included.

    Args:
        articles: Published, each with its translations.
    """
    every = {article.source_path: article for found in articles for article in (found, *found.translations)}
    mentioned: dict[str, list[MentionView]] = {}
    order = sorted(
        every.values(), key=lambda article: (article.date, article.lang, article.slug), reverse=True
    )
    for article in order:
        for person_id, sentence in getattr(article, MENTIONS_KEY, {}).items():
            mentioned.setdefault(person_id, []).append(_view(article, sentence))
    return mentioned


def _view(article: AnyArticle, sentence: str) -> MentionView:
    return MentionView(
        title=strip_html(article.title),
        url=article.url,
        lang=article.lang,
        date=word_date(article.date, article.lang),
        date_iso=format_iso(article.date),
        sentence=sentence,
    )
