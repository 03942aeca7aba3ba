"""From a person's page to their contact card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..characters import FORBIDDEN, clean_text
from ..model.profile import NETWORKS
from ..rendering import strip_html
from ..translation import check_language
from ..views.address import join_url
from .vcard import Property, write_card, write_component, write_text, write_uri

if TYPE_CHECKING:
    from ..views.values import LinkView, PersonView

PRODUCT = "-//Event Recap for Pelican//Contact cards//EN"
"""What made the card; without a version, so that an update leaves every card as it was."""

NOT_SOCIAL = {"website", "wikidata"}
"""Networks on which nobody has a profile of their own: plain addresses."""

_BLOCK_END = re.compile(r"</(?:p|pre|ol|ul)>")


def write_person(person: PersonView, *, uid: str, lang: str, site_url: str) -> str:
    """Return what a person's page says as vCard 4.0; nothing that is not on the page is in it.

    There is no ``REV``: nobody knows when a fact was changed, and the day of the build would be a lie.

    Args:
        person: What the page shows.
        uid: URI of the person that never changes.
        lang: BCP 47 tag of the texts; what has not the form of one is left out.
        site_url: Absolute URL of the site; while it has none, so have its pages.
    """
    name = clean_text(person.name) or person.id
    photo = _find_url(site_url, person.photo.url) if person.photo else ""
    return write_card(
        [
            Property("PRODID", write_text(PRODUCT)),
            Property("UID", write_uri(uid)),
            Property("SOURCE", _find_url(site_url, person.vcard_url)),
            Property("KIND", "individual"),
            Property("FN", write_text(name)),
            # Which word is the family's nobody told us; a wrong guess would sort people wrongly for ever.
            Property("N", f";{write_component(name)};;;"),
            Property("ORG", write_component(clean_text(person.org))),
            Property("TITLE", write_text(clean_text(person.job_title))),
            Property("URL", _find_url(site_url, person.url)),
            *map(_place_link, person.links),
            Property("PHOTO", photo),
            Property("NOTE", write_text(_read_paragraphs(person.card_bio))),
            Property("LANGUAGE", check_language(lang)),
        ]
    )


def _place_link(link: LinkView) -> Property:
    """Return a profile as RFC 9554 has it, or a plain address."""
    network = NETWORKS.get(link.kind)
    if network is None or link.kind in NOT_SOCIAL:
        return Property("URL", write_uri(link.href))
    return Property("SOCIALPROFILE", write_uri(link.href), (("SERVICE-TYPE", network.name),))


def _find_url(site_url: str, path: str) -> str:
    """Return the absolute URL of a page or file; empty where it or the site has none.

    >>> _find_url("https://blog.example/", "people/anne/"), _find_url("", "people/anne/")
    ('https://blog.example/people/anne/', '')
    """
    return write_uri(join_url(site_url, path)) if path and "://" in site_url else ""


def _read_paragraphs(html: str) -> str:
    r"""Return the words of HTML, each paragraph on a line of its own.

    >>> _read_paragraphs("<p>Un <b>mot</b>,</p><p>puis\ndeux.</p>")
    'Un mot,\npuis deux.'
    """
    paragraphs = _BLOCK_END.split(FORBIDDEN.sub("", html))
    return "\n".join(filter(None, map(strip_html, paragraphs)))
