"""Schema.org descriptions as JSON-LD that cannot leave its script element."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

from ..rendering import strip_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..views.comment_values import CommentView
    from ..views.quoted_post_values import QuotedPostView
    from ..views.reading_values import ReadingView
    from ..views.values import Byline, EventView, PersonLink, PersonView, PictureView, RecapView

Description: TypeAlias = Any
"""A part of a description: dictionary, list or text."""

EVENT_STATUS = {
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
    "rescheduled": "https://schema.org/EventRescheduled",
    "moved-online": "https://schema.org/EventMovedOnline",
}
"""schema.org EventStatusType by the author's word; every other event is ``EventScheduled``."""


def write_json_ld(*things: dict[str, Any]) -> Markup:
    r"""Return descriptions as text for ``<script type="application/ld+json">``.

    ``<``, ``>`` and ``&`` are written as escapes of JSON, so that no value can close the element.

    >>> write_json_ld({"@type": "Thing", "name": "</script>"})
    Markup('{"@context":"https://schema.org","@type":"Thing","name":"\\u003c/script\\u003e"}')
    """
    filled = [_drop_empty(thing) for thing in things]
    document = {"@context": "https://schema.org", **(filled[0] if len(filled) == 1 else {"@graph": filled})}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 -- escaped above


def describe_recap(
    recap: RecapView, *, url: str, site_url: str, site_name: str, reading: ReadingView | None = None
) -> dict[str, Any]:
    """Return a BlogPosting; ``url`` is absolute."""
    return {
        "@type": "BlogPosting",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": recap.title,
        "description": recap.summary,
        "inLanguage": recap.lang,
        "datePublished": recap.date_iso,
        "dateModified": recap.modified_iso or recap.date_iso,
        "wordCount": reading.words if reading else None,
        "timeRequired": reading.duration if reading else None,
        "author": [_describe_author(byline, site_url) for byline in recap.bylines],
        "publisher": {"@type": "Organization", "name": site_name, "url": f"{site_url}/"},
        "image": _find_image(recap.cover, site_url),
        "commentCount": len(recap.comments.list_public()) or None,
        "comment": [_describe_comment(one, url, site_url) for one in recap.comments.list_public()],
        "about": {"@type": "Event", "@id": f"{site_url}/{recap.event.url}"} | _name_event(recap.event)
        if recap.event
        else None,
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
    return [_drop_empty(one) for one in described]


def describe_event(event: EventView, *, site_url: str) -> dict[str, Any]:
    """Return an Event; only people whom the page names are in it."""
    url = f"{site_url}/{event.url}"
    return {
        "@type": "Event",
        "@id": url,
        "url": url,
        **_name_event(event),
        "endDate": event.end_iso,
        "eventStatus": EVENT_STATUS.get(event.status_key, "https://schema.org/EventScheduled"),
        "location": _describe_place(event),
        "organizer": [_describe_person_link(organizer, site_url) for organizer in event.organizers],
        "image": _find_image(event.cover, site_url),
        "sameAs": event.href,
    }


def describe_person(person: PersonView, *, site_url: str) -> dict[str, Any]:
    """Return a Person, with the addresses that the page links to."""
    url = f"{site_url}/{person.url}"
    return {
        "@type": "Person",
        "@id": url,
        "url": url,
        "name": person.name,
        "jobTitle": person.job_title,
        "worksFor": {"@type": "Organization", "name": person.org} if person.org else None,
        "image": _find_image(person.photo, site_url),
        "sameAs": [link.href for link in person.links],
    }


def describe_breadcrumbs(*steps: tuple[str, str]) -> dict[str, Any]:
    """Return a BreadcrumbList from (name, absolute URL) pairs, the home page first."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _name_event(event: EventView) -> dict[str, Any]:
    return {"name": event.name, "startDate": event.start_iso}


def _describe_author(byline: Byline, site_url: str) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": byline.name,
        "url": byline.href or (f"{site_url}/{byline.url}" if byline.url else ""),
        "jobTitle": byline.role,
        "worksFor": {"@type": "Organization", "name": byline.org} if byline.org else None,
    }


def _describe_comment(comment: CommentView, url: str, site_url: str) -> dict[str, Any]:
    author = comment.author
    return {
        "@type": "Comment",
        "@id": f"{url}#{comment.id}",
        "url": f"{url}#{comment.id}",
        "author": {
            "@type": "Person",
            "name": author.text,
            "url": f"{site_url}/{author.url}" if author.url else author.href,
        },
        "dateCreated": comment.date_iso,
        "inLanguage": comment.lang,
        "text": strip_html(comment.text),
        "parentItem": {"@type": "Comment", "@id": f"{url}#{comment.in_reply_to}"}
        if comment.in_reply_to
        else None,
    }


def _describe_person_link(person: PersonLink, site_url: str) -> dict[str, Any]:
    url = f"{site_url}/{person.url}" if person.url else person.href
    return {"@type": "Person" if person.is_person else "Organization", "name": person.text, "url": url}


def _describe_place(event: EventView) -> dict[str, Any] | None:
    if not event.place:
        return None
    address = {
        "@type": "PostalAddress",
        "addressLocality": event.locality,
        "addressRegion": event.region,
        "addressCountry": event.country,
    }
    position = {"@type": "GeoCoordinates", "latitude": event.latitude, "longitude": event.longitude}
    return {
        "@type": "Place",
        "name": event.place_name or event.place,
        "url": event.place_href,
        "address": address if event.locality or event.region or event.country else None,
        "geo": position if event.latitude else None,
    }


def _find_image(picture: PictureView | None, site_url: str) -> str:
    return f"{site_url}/{picture.url}" if picture else ""


def _drop_empty(value: Description) -> Description:
    """Return a description without what is not known: empty texts, lists and None."""
    if isinstance(value, dict):
        filled = {key: _drop_empty(item) for key, item in value.items()}
        return {key: item for key, item in filled.items() if item not in ("", None, [], {})}
    return [_drop_empty(item) for item in value] if isinstance(value, list) else value
