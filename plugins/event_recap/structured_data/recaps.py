"""What machines read of a recap: a BlogPosting, its comments, and the posts that it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..rendering import strip_html
from .events import describe_event
from .json_ld import describe_link, describe_picture, drop_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..views.comment_values import CommentView
    from ..views.quoted_post_values import QuotedPostView
    from ..views.values import Byline, RecapView


def describe_recap(recap: RecapView, *, url: str, site_url: str, site_name: str) -> dict[str, Any]:
    """Return a BlogPosting; ``url`` is absolute."""
    home = f"{site_url}/"
    return {
        "@type": "BlogPosting",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "isPartOf": {"@type": "Blog", "name": site_name, "url": home},
        "headline": recap.title,
        "description": recap.summary,
        "inLanguage": recap.lang,
        "datePublished": recap.date_iso,
        "dateModified": recap.modified_iso or recap.date_iso,
        "author": [_describe_author(byline, site_url) for byline in recap.bylines],
        "publisher": {"@type": "Organization", "name": site_name, "url": home},
        "image": describe_picture(recap.cover, site_url),
        "commentCount": len(recap.comments.list_public()) or None,
        "comment": [_describe_comment(one, url, site_url) for one in recap.comments.list_public()],
        "about": describe_event(recap.event, site_url=site_url) if recap.event else None,
    }


def describe_citations(posts: Iterable[QuotedPostView]) -> list[dict[str, Any]]:
    """Return each post that a text quotes and that has an address as a SocialMediaPosting, the same once.

    One without may be of somebody whose name alone may be said, and not to programs.
    """
    described = [
        {
            "@type": "SocialMediaPosting",
            "url": post.url,
            "datePublished": post.date_iso,
            "archivedAt": post.archive_url,
            "author": {"@type": "Person", "name": post.name},
        }
        for post in dict.fromkeys(posts)
        if post.url
    ]
    return [drop_empty(one) for one in described]


def _describe_author(byline: Byline, site_url: str) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": byline.name,
        "url": byline.href or (f"{site_url}/{byline.url}" if byline.url else ""),
        "jobTitle": byline.role,
        "worksFor": {"@type": "Organization", "name": byline.org} if byline.org else None,
    }


def _describe_comment(comment: CommentView, url: str, site_url: str) -> dict[str, Any]:
    return {
        "@type": "Comment",
        "@id": f"{url}#{comment.id}",
        "url": f"{url}#{comment.id}",
        "author": {**describe_link(comment.author, site_url), "@type": "Person"},
        "dateCreated": comment.date_iso,
        "inLanguage": comment.lang,
        "text": strip_html(comment.text),
        "parentItem": {"@type": "Comment", "@id": f"{url}#{comment.in_reply_to}"}
        if comment.in_reply_to
        else None,
    }
