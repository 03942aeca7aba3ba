"""The page on privacy, and the links that lead to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..model.identity import NAMES
from ..translation import list_languages, translate
from .address import link_privacy
from .privacy_values import PrivacyView
from .values import LinkView

if TYPE_CHECKING:
    from .address import Addresses

LANGUAGES = ("fr", "en")
"""Languages of the page beside the site's own: people who were there read one of them."""


def view_privacy(contact: str, lang: str) -> PrivacyView:
    """Return what the page shows.

    Args:
        contact: Address of the site's choice, mailto or https; or empty.
        lang: The site's language, in which the page begins.
    """
    base = lang[:2].lower()
    first = base if base in list_languages() else "en"
    text = contact.removeprefix("mailto:").removeprefix("https://").partition("?")[0]
    return PrivacyView(
        languages=(first, *(other for other in LANGUAGES if other != first)),
        contact=LinkView(text, contact) if contact else None,
    )


def view_card_privacy(person_id: str, name: str, addresses: Addresses, lang: str) -> LinkView | None:
    """Return the link by which somebody changes their card; None where it has no id, or the site no page."""
    return _view_card_link(person_id, name, lang) if addresses.privacy_url and person_id else None


@lru_cache(maxsize=NAMES)
def _view_card_link(person_id: str, name: str, lang: str) -> LinkView:
    text = translate("Change or remove this card", lang)
    return LinkView(text, link_privacy(person_id), f"{text} ({name})")


def view_list_privacy(addresses: Addresses, lang: str) -> LinkView | None:
    """Return the link below a list, for those who stand in it without a card; or None."""
    if not addresses.privacy_url:
        return None
    return LinkView(translate("Change or remove what is said of you", lang), link_privacy())
