"""Contact cards as two programs read them."""

from __future__ import annotations

from dataclasses import dataclass

from .node import run_node


@dataclass(frozen=True, slots=True)
class Card:
    """One person, as an address book shows them."""

    version: str
    uid: str
    name: str
    names: tuple[str, ...]
    """Family name, given name, further names, what stands before and after."""
    urls: tuple[str, ...]


def read_with_vobject(paths):
    """Return the cards in each file, in order."""
    import vobject

    return [
        [_read_component(card) for card in vobject.readComponents(path.read_bytes().decode("utf-8"))]
        for path in paths
    ]


def _read_component(card):
    names = card.n.value
    parts = (names.family, names.given, names.additional, names.prefix, names.suffix)
    urls = tuple(url.value for url in card.contents.get("url", ()))
    return Card(card.version.value, card.uid.value, card.fn.value, parts, urls)


def read_with_ical_js(paths):
    """Return the cards in each file, in order."""
    return [
        [Card(**{**card, "names": tuple(card["names"]), "urls": tuple(card["urls"])}) for card in cards]
        for cards in run_node("cards.cjs", paths)
    ]


READERS = {"vobject": read_with_vobject, "ical.js": read_with_ical_js}
"""What reads contact cards, by name: files in, a list of cards for each out."""
