"""Which recap comes before and after which."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..run import AnyArticle


def attach_neighbours(articles: Iterable[AnyArticle]) -> None:
    """Set ``next_article`` and ``previous_article``: the newer and older of the same language, or None."""
    by_language: dict[str, list[AnyArticle]] = {}
    for article in sorted(articles, key=lambda article: (article.date, article.slug)):
        by_language.setdefault(article.lang, []).append(article)
    for row in by_language.values():
        row[0].previous_article = row[-1].next_article = None
        for older, newer in pairwise(row):
            older.next_article, newer.previous_article = newer, older
