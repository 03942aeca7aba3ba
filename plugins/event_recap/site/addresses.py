"""Where the pages of a site are, as its settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..views.address import Addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..model.person import Picture


def build_addresses(
    site: Mapping[str, Any], show_picture: Callable[[Picture | None], Picture | None]
) -> Addresses:
    """Return where pages and files are.

    Args:
        site: Pelican's settings, with ours.
        show_picture: Returns a picture as it may be shown, or None where it may not.
    """
    return Addresses(
        site["PERSON_URL"],
        site["EVENT_URL"],
        site["STATIC_URL"],
        event_calendar=site["EVENT_CALENDAR_SAVE_AS"] or "",
        event_vcard=site["EVENT_VCARD_SAVE_AS"] or "",
        person_vcard=site["PERSON_VCARD_SAVE_AS"] or "",
        privacy_url=site["PRIVACY_URL"] or "",
        show_picture=show_picture,
        pair=site["PAIR_URL"] if site["PAIR_SAVE_AS"] else "",
        series_network=site["SERIES_NETWORK_URL"] if site["SERIES_NETWORK_SAVE_AS"] else "",
    )
