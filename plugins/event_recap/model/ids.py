"""Ids that outlive titles, addresses and domains."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import NAMESPACE_DNS, UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

OPAQUE = "urn:uuid:"
"""How an id begins that tells nothing of a post; all others may hold its name, and somebody's in it."""
TOMBSTONE_DAYS = 90
"""Days for which feeds say that an entry was withdrawn."""
EXAMPLE = "https://lanterne.example"
"""Address of the example site, with which many others begin."""
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord:
    """What is remembered of one post that was published."""

    id: str
    """An absolute URI that never changes."""
    slug: str
    """Its name in the address, by which a file is found again that was renamed."""
    lang: str = ""
    """BCP 47 tag, by which it is told from its translations; empty where unknown."""
    withdrawn: date | None = None
    """First day without the post, whose file is still there; None while it is published."""
    former: tuple[str, ...] = ()
    """Slugs under which it was published before, the oldest first; none of them that of a published post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """What is remembered of one list, by which it is found again under another name."""

    start: str
    """When the event begins, as in ISO 8601; empty where the list does not say."""
    former: tuple[str, ...] = ()
    """Ids that it had before, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnId:
    """The id of a post whose file is gone; nothing else is kept of it."""

    id: str
    """It begins with ``OPAQUE``; of an id that does not, what ``Ids.obscure`` makes of it."""
    on: date
    """First day without the post."""
    is_obscured: bool = False
    """Whether the id itself was another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """What a site remembers of the ids that it gave."""

    site: UUID = _NOBODY
    """That of the site, made once, from which all others derive."""
    posts: Mapping[str, PostRecord] = field(default_factory=lambda: MappingProxyType({}))
    """By the path of the file below the content folder, with ``/`` between folders."""
    events: Mapping[str, EventRecord] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of the event."""
    withdrawn: tuple[WithdrawnId, ...] = ()
    """Oldest first."""

    @property
    def has_site(self) -> bool:
        """Whether the site has an id of its own already."""
        return self.site != _NOBODY

    def find_uid(self, kind: str, identifier: str) -> str:
        """Return the id of an event or a person for the world outside: unique, stable, and naming nobody.

        Args:
            kind: ``event``, ``person``, ``series`` or ``post``.
            identifier: Id of the thing on this site.

        >>> Ids().find_uid("event", "focus-20-2010")
        'urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02'
        """
        # A file may have any bytes for a name.
        name = f"{kind}:{identifier}".encode("utf-8", "backslashreplace")
        return uuid5(self.site, name.decode("utf-8")).urn

    def obscure(self, identifier: str) -> str:
        """Return an id as it is kept once its post is withdrawn: recognised, and naming nobody.

        >>> Ids().obscure("urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02")
        'urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02'
        >>> Ids().obscure("tag:blog.example,2010-02-03:/jane-doe/")
        'urn:uuid:f361ed82-ed90-5f78-a2c9-0881717175a2'
        """
        return identifier if is_opaque(identifier) else self.find_uid("withdrawn", identifier)

    def find_tombstones(self, today: date) -> tuple[WithdrawnId, ...]:
        """Return the ids of which feeds still say that they were withdrawn, oldest first.

        An id that may hold a name is never among them.
        """
        hidden = [
            WithdrawnId(id=record.id, on=record.withdrawn)
            for record in self.posts.values()
            if record.withdrawn and is_opaque(record.id)
        ]
        gone = [one for one in self.withdrawn if not one.is_obscured]
        recent = [one for one in (*hidden, *gone) if 0 <= (today - one.on).days < TOMBSTONE_DAYS]
        return tuple(sorted(recent, key=sort_withdrawn))


def sort_withdrawn(one: WithdrawnId) -> tuple[date, str]:
    """Return by what withdrawn ids are put in order: oldest first."""
    return (one.on, one.id)


def is_opaque(identifier: str) -> bool:
    """Tell whether an id is a number only, and so names nobody."""
    return identifier.lower().startswith(OPAQUE)


def is_on_web(siteurl: str) -> bool:
    """Tell whether an address is that of a site which others can read.

    >>> is_on_web("https://blog.example/sub"), is_on_web("http://localhost:8000"), is_on_web("")
    (True, False, False)
    """
    host = _find_host(siteurl)
    if host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return bool(host)
    return not (address.is_loopback or address.is_unspecified)


def derive_site(siteurl: str) -> UUID:
    """Return the id that a site has as long as none is kept: from the name of its host.

    >>> derive_site("https://blog.example/sub") == derive_site("http://Blog.example")
    True
    """
    return uuid5(NAMESPACE_DNS, _find_host(siteurl)) if is_on_web(siteurl) else _NOBODY


def begin_ids(kept: Ids, siteurl: str) -> Ids:
    """Return the ids with which a build begins.

    A site that somebody made from a copy of the example takes none of the example's: many do, and no two
    posts in the world have one id.

    Args:
        kept: What the file of ids says; nothing where there is none.
        siteurl: Absolute URL of the site, or empty.
    """
    is_copied = kept.site == derive_site(EXAMPLE) and _find_host(siteurl) != _find_host(EXAMPLE)
    if kept.has_site and not (is_copied and is_on_web(siteurl)):
        return kept
    return Ids(site=derive_site(siteurl))


def _find_host(siteurl: str) -> str:
    """Return the name of the host in lower case; empty where there is none."""
    try:
        return urlsplit(siteurl if "//" in siteurl else f"//{siteurl}").hostname or ""
    except ValueError:
        return ""
