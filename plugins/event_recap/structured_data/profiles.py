"""What machines read of a person's page, and of an author's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..rendering import strip_html
from .json_ld import describe_picture

if TYPE_CHECKING:
    from ..views.values import PersonView


def describe_person(person: PersonView, *, site_url: str) -> dict[str, Any]:
    """Return the page of a person, with the addresses that it links to."""
    url = f"{site_url}/{person.url}"
    described = {
        "@type": "Person",
        "@id": f"{url}#person",
        "url": url,
        "identifier": person.id,
        "name": person.name,
        "description": strip_html(person.card_bio),
        "jobTitle": person.job_title,
        "worksFor": {"@type": "Organization", "name": person.org} if person.org else None,
        "image": describe_picture(person.photo, site_url),
        "sameAs": [link.href for link in person.links],
    }
    return {"@type": "ProfilePage", "@id": url, "url": url, "mainEntity": described}


def describe_author(name: str, url: str) -> dict[str, Any]:
    """Return the page of an author, of whom a blog knows the name; ``url`` is absolute."""
    described = {"@type": "Person", "@id": f"{url}#person", "url": url, "name": name}
    return {"@type": "ProfilePage", "@id": url, "url": url, "mainEntity": described}
