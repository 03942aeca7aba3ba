"""Prices and tickets, as the ``offers`` of an event tell them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ..model.offer import Availability, Offer
from .dates import parse_moment
from .fields import Fields
from .nodes import MappingNode
from .report import UnreadableError, quote
from .spellings import OFFER

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

AVAILABILITIES = {
    Availability.IN_STOCK: "available open disponible ouvert",
    Availability.SOLD_OUT: "full complet epuise",
    Availability.PRE_ORDER: "preorder soon bientot",
}
FREE = frozenset({"free", "gratuit", "gratuite", "libre"})
"""Words for a price of nothing."""
_AMOUNT = re.compile(r"\d{1,7}(?:[.,]\d{1,3})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Za-z]{3}", re.ASCII)


def read_offers(fields: Fields, zone: ZoneInfo | None) -> tuple[Offer, ...]:
    """Return what an event costs, in the order of the list; what cannot be read is told and left out."""
    found = []
    for address, node in fields.items("offers"):
        if not isinstance(node, MappingNode):
            what = (
                "expected 'price: …' and 'url: …' in braces, as in {price: 12, currency: CAD, url: https://…}"
            )
            fields.context.report.error(node, address, what)
            continue
        parts = Fields(node, OFFER, address, fields.context)
        offer = _read_offer(parts, zone)
        if not (parts.has("price") or parts.has("url")):
            parts.error("", "says neither a price nor an address; add 'price: …' or 'url: …'")
        elif offer.price is not None or offer.url:
            found.append(offer)
    return tuple(found)


def _read_offer(parts: Fields, zone: ZoneInfo | None) -> Offer:
    price, currency = parts.read("price", parse_price), parts.read("currency", _parse_currency) or ""
    if price and not parts.has("currency"):
        parts.error("price", "stands without its currency; add one, such as 'currency: CAD'")
    return Offer(
        name=parts.text("name"),
        price=price if currency or not price else None,
        currency=currency,
        availability=parts.word("availability", AVAILABILITIES),
        url=parts.url("url"),
        valid_from=parts.read("valid_from", lambda text: parse_moment(text, zone)),
    )


def parse_price(text: str) -> Decimal:
    """Return an amount of money.

    Raises:
        UnreadableError: It is no amount.

    >>> parse_price("12,50"), parse_price("free")
    (Decimal('12.50'), Decimal('0'))
    """
    if text.casefold() in FREE:
        return Decimal(0)
    if not _AMOUNT.fullmatch(text):
        what = f"{quote(text)} is no price; expected a number such as 12.50, or free"
        raise UnreadableError(what)
    return Decimal(text.replace(",", "."))


def _parse_currency(text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        what = f"{quote(text)} is no currency; expected three letters such as CAD or EUR"
        raise UnreadableError(what)
    return text.upper()
