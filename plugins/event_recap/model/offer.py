"""What it costs to come to an event, and where one signs up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal


class Availability(Enum):
    """schema.org ItemAvailability in the words an author types."""

    IN_STOCK = "in-stock"
    SOLD_OUT = "sold-out"
    PRE_ORDER = "pre-order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """schema.org Offer: one kind of ticket."""

    name: str = ""
    """Plain text that tells it from the others; empty where there is only one."""
    price: Decimal | None = None
    """Not negative; zero is free, None is not known."""
    currency: str = ""
    """Three letters of ISO 4217; given with every price but zero."""
    availability: Availability | None = None
    url: str = ""
    """Absolute URL of where one signs up, http or https; may be empty."""
    valid_from: date | datetime | None = None
    """When tickets are first to be had: an aware datetime, or a date."""
