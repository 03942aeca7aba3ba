"""Schema.org descriptions as JSON-LD that cannot leave its script element, and the parts that many share."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..views.picture_values import PictureView
    from ..views.social_values import SocialImageView
    from ..views.values import PersonLink

Description: TypeAlias = Any
"""A part of a description: dictionary, list or text."""


@dataclass(frozen=True, slots=True)
class JsonLd:
    """Descriptions that are written when a template shows them, and take no time and no room before."""

    describe: Callable[[], Sequence[dict[str, Any]]]
    """Returns them; a ``partial`` of a function, by whose values the engine knows them."""

    def __html__(self) -> str:
        """Return text for a ``script`` element."""
        return str(write_json_ld(*self.describe()))

    def __str__(self) -> str:
        """Return the same, for themes that do not escape."""
        return self.__html__()


def write_json_ld(*things: dict[str, Any]) -> Markup:
    r"""Return descriptions as text for ``<script type="application/ld+json">``.

    ``<``, ``>`` and ``&`` are written as escapes of JSON, so that no value can close the element.

    >>> write_json_ld({"@type": "Thing", "name": "</script>"})
    Markup('{"@context":"https://schema.org","@type":"Thing","name":"\\u003c/script\\u003e"}')
    """
    filled = [drop_empty(thing) for thing in things]
    document = {"@context": "https://schema.org", **(filled[0] if len(filled) == 1 else {"@graph": filled})}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 -- escaped above


def describe_breadcrumbs(*steps: tuple[str, str]) -> dict[str, Any]:
    """Return a BreadcrumbList from (name, absolute URL) pairs, the home page first."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def describe_site(name: str, *, site_url: str, subtitle: str, lang: str) -> dict[str, Any]:
    """Return a WebSite, by which a search engine says its name; for the home page."""
    return {
        "@type": "WebSite",
        "@id": f"{site_url}/#website",
        "url": f"{site_url}/",
        "name": name,
        "description": subtitle,
        "inLanguage": lang,
    }


def describe_picture(picture: PictureView | None, site_url: str) -> dict[str, Any] | None:
    """Return an ImageObject with whom to credit, or None where there is no picture."""
    if picture is None:
        return None
    url = f"{site_url}/{picture.url}"
    return {
        "@type": "ImageObject",
        "url": url,
        "contentUrl": url,
        "width": picture.width or None,
        "height": picture.height or None,
        "description": picture.alt,
        "caption": picture.caption,
        "creditText": picture.credit,
        "license": picture.license_url,
    }


def describe_social_image(image: SocialImageView | None, site_url: str) -> dict[str, Any] | None:
    """Return the image that was drawn for a page, or None where there is none."""
    if image is None:
        return None
    url = f"{site_url}/{image.url}"
    size = {"width": image.width, "height": image.height}
    return {"@type": "ImageObject", "url": url, "contentUrl": url, **size, "description": image.alt}


def describe_link(person: PersonLink, site_url: str) -> dict[str, Any]:
    """Return somebody whom a page names, with their page here or elsewhere."""
    url = f"{site_url}/{person.url}" if person.url else person.href
    return {"@type": "Person" if person.is_person else "Organization", "name": person.text, "url": url}


def drop_empty(value: Description) -> Description:
    """Return a description without what is not known: empty texts, lists and None."""
    if isinstance(value, dict):
        # Most of it is text, which nobody has to look into.
        filled = {key: item if type(item) is str else drop_empty(item) for key, item in value.items()}
        return {key: item for key, item in filled.items() if item or item not in ("", None, [], {})}
    return [drop_empty(item) for item in value] if isinstance(value, list) else value
