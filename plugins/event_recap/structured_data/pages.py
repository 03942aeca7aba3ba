"""What machines read of each kind of page: what it is about, and the way to it from the home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..rendering import strip_html
from .events import describe_event
from .json_ld import describe_breadcrumbs, describe_social_image
from .profiles import describe_author, describe_person
from .recaps import describe_citations, describe_recap

if TYPE_CHECKING:
    from ..views.picture_values import PictureView
    from ..views.quoted_post_values import QuotedPostView
    from ..views.reading_values import ReadingView
    from ..views.social_values import SocialImageView
    from ..views.values import EventView, PersonView, RecapView

    Step = tuple[str, str]
    Descriptions = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The site to which a page belongs."""

    name: str
    """Plain text."""
    url: str
    """Absolute, without a slash at the end."""


@dataclass(frozen=True, slots=True)
class Post:
    """A recap in one language, as far as its description tells of it."""

    view: RecapView
    url: str
    """Path below the site."""
    image: SocialImageView | None
    """For networks, where the recap has no picture of its own."""
    section: str
    """Name of its category, perhaps with HTML; empty for none."""
    section_url: str
    """Path of the page of the category; empty where there is none."""
    keywords: tuple[str, ...]
    """Names of its tags, perhaps with HTML."""
    reading: ReadingView | None
    quoted: tuple[QuotedPostView, ...]


def describe_post(post: Post, site: Site) -> Descriptions:
    """Return a BlogPosting, and the way to it."""
    described = describe_recap(
        post.view, url=f"{site.url}/{post.url}", site_url=site.url, site_name=site.name
    )
    described["image"] = described["image"] or describe_social_image(post.image, site.url)
    described |= {
        "articleSection": strip_html(post.section) or None,
        "keywords": [strip_html(name) for name in post.keywords],
        "wordCount": post.reading.words if post.reading else None,
        "timeRequired": post.reading.duration if post.reading else None,
        "citation": describe_citations(post.quoted),
    }
    above = [(post.section, post.section_url)] if post.section_url else []
    return described, *describe_way(site, *above, (post.view.title, post.url))


def describe_event_page(
    view: EventView, picture: PictureView | None, image: SocialImageView | None, site: Site, listing: Step
) -> Descriptions:
    """Return an Event, and the way to it.

    Args:
        view: What its page shows.
        picture: Cover of a recap of it, for an event that has none; or None.
        image: For networks, where there is neither; or None.
        site: Where it is.
        listing: Name and path of the list of events.
    """
    described = describe_event(view, site_url=site.url, picture=picture)
    described["image"] = described["image"] or describe_social_image(image, site.url)
    return described, *describe_way(site, listing, (view.name, view.url))


def describe_person_page(view: PersonView, site: Site, listing: Step) -> Descriptions:
    """Return a Person, and the way to their page."""
    described = describe_person(view, site_url=site.url)
    return described, *describe_way(site, listing, (view.name, view.url))


def describe_author_page(site: Site, listing: Step, step: Step) -> Descriptions:
    """Return who an author is, and the way to their page."""
    name, url = step
    return describe_author(strip_html(name), f"{site.url}/{url}"), *describe_way(site, listing, step)


def describe_way(site: Site, *steps: Step) -> Descriptions:
    """Return the way from the home page, by names that may hold HTML and paths below the site."""
    found = ((strip_html(str(name)), f"{site.url}/{url}") for name, url in steps)
    return (describe_breadcrumbs((site.name, f"{site.url}/"), *found),)
