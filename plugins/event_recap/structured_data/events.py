"""What machines read of an event, in the words of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .json_ld import describe_link, describe_picture

if TYPE_CHECKING:
    from ..views.picture_values import PictureView
    from ..views.values import EventView, OfferView

SCHEMA = "https://schema.org/"
RESCHEDULED = f"{SCHEMA}EventRescheduled"
STATUS = {
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
    "rescheduled": RESCHEDULED,
    "moved-online": "https://schema.org/EventMovedOnline",
}
"""schema.org EventStatusType by the author's word; every other event is ``EventScheduled``."""

AVAILABILITY = {"in-stock": "InStock", "sold-out": "SoldOut", "pre-order": "PreOrder"}
"""schema.org ItemAvailability by the author's word."""

MOVED_ONLINE = "moved-online"


def describe_event(event: EventView, *, site_url: str, picture: PictureView | None = None) -> dict[str, Any]:
    """Return an Event; only people whom the page names are in it.

    Args:
        event: As its page shows it.
        site_url: Absolute URL of the site, without a slash at the end.
        picture: One that shows the event where it has no cover of its own.
    """
    url = f"{site_url}/{event.url}"
    return {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": event.name,
        "description": " · ".join(filter(None, (event.when, event.place))),
        "startDate": event.start_iso,
        "endDate": event.end_iso,
        "previousStartDate": event.previous_iso,
        "eventStatus": _name_status(event),
        "eventAttendanceMode": _name_attendance(event),
        "location": _describe_place(event, url),
        "organizer": [describe_link(organizer, site_url) for organizer in event.organizers],
        "performer": [describe_link(performer, site_url) for performer in event.performers],
        "offers": [_describe_offer(offer, event.href or url) for offer in event.offers],
        "isAccessibleForFree": _is_free(event) or None,
        "image": describe_picture(event.cover or picture, site_url),
        "superEvent": {"@type": "EventSeries", "name": event.series_name} if event.series_name else None,
        "keywords": event.hashtag,
        "subjectOf": [
            {"@type": "CreativeWork", "name": found.text, "url": found.href} for found in event.coverage
        ],
        "sameAs": event.href,
    }


def _name_status(event: EventView) -> str:
    """Return an EventStatusType; one that was held on its second day was rescheduled all the same."""
    otherwise = RESCHEDULED if event.previous_iso else f"{SCHEMA}EventScheduled"
    return STATUS.get(event.status_key, otherwise)


def _describe_offer(offer: OfferView, url: str) -> dict[str, Any]:
    """Return an Offer; of one without an address of its own, the event has one."""
    availability = AVAILABILITY.get(offer.availability_key)
    return {
        "@type": "Offer",
        "name": offer.name,
        "price": offer.price,
        "priceCurrency": offer.currency,
        "availability": f"{SCHEMA}{availability}" if availability else "",
        "url": offer.href or url,
        "validFrom": offer.start_iso,
    }


def _is_free(event: EventView) -> bool:
    return bool(event.offers) and all(offer.price == "0" for offer in event.offers)


def _name_attendance(event: EventView) -> str:
    if event.status_key == MOVED_ONLINE:
        return "https://schema.org/OnlineEventAttendanceMode"
    return "https://schema.org/OfflineEventAttendanceMode" if event.place else ""


def _describe_place(event: EventView, url: str) -> dict[str, Any] | None:
    """Return where an event is; one that moved online is at its own site, or at its page here."""
    if event.status_key == MOVED_ONLINE:
        return {"@type": "VirtualLocation", "url": event.href or url}
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
        # Search engines want one; of a venue alone, its name is all that is known.
        "address": address if event.locality or event.region or event.country else event.place,
        "geo": position if event.latitude else None,
    }
