"""From the offers of an event to what an invitation says of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from babel.numbers import format_currency

from ..model.offer import Availability
from ..rendering import format_iso
from ..translation import find_locale, translate, word_date
from .values import OfferView

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ..model.offer import Offer


def view_offer(offer: Offer, lang: str, today: date) -> OfferView:
    """Return what one ticket costs in words, and where it is to be had; one that is gone is nowhere."""
    is_gone = offer.availability is Availability.SOLD_OUT
    text = "" if offer.price is None else _word_price(offer.price, offer.currency, lang)
    label = translate("Sign up", lang) if offer.price == 0 else translate("Get a ticket", lang)
    return OfferView(
        name=offer.name,
        text=text,
        note=translate("Sold out", lang) if is_gone else _word_opening(offer.valid_from, lang, today),
        href="" if is_gone else offer.url,
        label=f"{label}, {offer.name}" if offer.name else label,
        link_text=label,
        price="" if offer.price is None else str(offer.price),
        currency=offer.currency,
        availability_key=offer.availability.value if offer.availability else "",
        start_iso=format_iso(offer.valid_from) if offer.valid_from else "",
    )


def _word_price(price: Decimal, currency: str, lang: str) -> str:
    """Return a price as a language writes it; a round sum has no cents."""
    if not price:
        return translate("Free entry", lang)
    locale = find_locale(lang)
    pattern = locale.currency_formats["standard"].pattern
    if price == price.to_integral_value():
        return format_currency(
            price, currency, pattern.replace(".00", ""), locale=locale, currency_digits=False
        )
    return format_currency(price, currency, locale=locale)


def _word_opening(valid_from: date | None, lang: str, today: date) -> str:
    """Return from when on tickets are to be had, where that is still to come."""
    day = valid_from.date() if isinstance(valid_from, datetime) else valid_from
    if day is None or day <= today:
        return ""
    return translate("On sale from {day}", lang).format(day=word_date(day, lang))
