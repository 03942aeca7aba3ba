"""What a list and a person's own file say alike: name, ids, profiles."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from ..errors import suggest
from ..model.identity import ID_PATTERN, build_id
from ..model.profile import NETWORKS, Profile
from ..model.shown import merge_profiles
from .fields import Fields, read_text
from .nodes import MappingNode, ScalarNode
from .profiles import NO_PROFILE, find_network, parse_profile
from .report import UnreadableError, quote
from .spellings import PROFILE_ENTRY, PROFILES
from .text import join_lines
from .urls import has_scheme, parse_url

if TYPE_CHECKING:
    from .nodes import Node


_FLAT_KEYS = {network: f"profiles.{network}" for network in NETWORKS}
"""Keys of profiles that stand beside the name, by network."""


def read_name(fields: Fields) -> str:
    """Return the whole name, also where its parts were typed apart."""
    first, last, name = fields.text("first_name"), fields.text("last_name"), fields.text("name")
    if first and last:
        return f"{first} {last}"
    if first and name:
        return name if name.startswith(first) else f"{first} {name}"
    return " ".join(part for part in (name or first, last) if part)


def parse_id(text: str) -> str:
    """Return an id that is typed as one.

    Raises:
        UnreadableError: It holds something else than lower case letters, digits and hyphens.
    """
    if not ID_PATTERN.fullmatch(text):
        better = build_id(text)
        hint = f"; did you mean '{better}'?" if better else ""
        what = f"{quote(text)} is no id: lower case letters, digits and hyphens{hint}"
        raise UnreadableError(what)
    return text


def read_ids(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the ids of a list; names are read as the ids they make, each id once."""
    ids: dict[str, None] = {}
    for text in fields.texts(key):
        identifier = build_id(text)
        if not identifier:
            fields.error(key, f"{quote(text)} is no id: lower case letters, digits and hyphens")
            continue
        if identifier != text:
            fields.context.report.note_word(fields.spot(key), fields.address(key), text, identifier)
        ids[identifier] = None
    return tuple(ids)


def read_profiles(fields: Fields) -> tuple[Profile, ...]:
    """Return one profile of each network, in the order of ``NETWORKS``."""
    flat = [
        fields.read(key, partial(parse_profile, network))
        for network, key in _FLAT_KEYS.items()
        if fields.is_typed(key)
    ]
    node = fields.find("profiles")
    if isinstance(node, MappingNode):
        named = _read_map(fields.enter("profiles", PROFILES))
    elif isinstance(node, ScalarNode) and node.text.casefold() in NO_PROFILE:
        named = []
    else:
        named = [_read_entry(item, address, fields) for address, item in fields.items("profiles")]
    return merge_profiles(
        tuple(profile for profile in named if profile),
        tuple(profile for profile in flat if profile),
    )


def _read_map(parts: Fields) -> list[Profile | None]:
    typed = filter(parts.is_typed, NETWORKS)
    return [parts.read(network, partial(parse_profile, network)) for network in typed]


def _read_entry(node: Node, address: str, fields: Fields) -> Profile | None:
    """Return the profile of a list item: an address, or ``{name, link}``."""
    context = fields.context
    if isinstance(node, MappingNode):
        parts = Fields(node, PROFILE_ENTRY, address, context)
        word = parts.text("name")
        network = PROFILES.find(word) if word else ""
        if word and not network and not has_scheme(parts.text("link")):
            parts.error("name", f"{quote(word)} is no network known here{suggest(word, NETWORKS)}")
            return None
        return parts.read("link", lambda text: _parse_any(text, network))
    text = join_lines(read_text(node, address, context))
    try:
        return _parse_any(text, "") if text else None
    except UnreadableError as error:
        context.report.error(node, address, str(error))
        return None


def _parse_any(text: str, network: str) -> Profile | None:
    """Return a profile whose network its address tells, where it is not named."""
    if not network and not re.search(r"[./:]", text.partition("@")[0]):
        likely = "mastodon" if "@" in text[1:] else "x"
        what = f"{quote(text)} names no network; write one before it, such as '{likely}: {text}'"
        raise UnreadableError(what)
    return parse_profile(network or find_network(parse_url(text)), text)
