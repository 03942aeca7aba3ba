"""What is true of a person at every event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import Place
from .consent import Consent
from .profile import Profile
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .license import License
    from .photograph import Sitter


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the content folder."""

    src: str
    """Path from the content folder, with ``/`` between folders; the file exists."""
    alt: str = ""
    """Words that stand for the picture; empty where the author gave none."""
    credit: str = ""
    """Who made it, plain text."""
    width: int = field(default=0, compare=False)
    """Pixels; 0 where the file does not tell."""
    height: int = field(default=0, compare=False)
    """Pixels; 0 where the file does not tell."""
    people: tuple[Sitter, ...] = ()
    """Who is on it, as far as it was said where the picture is named."""
    caption: str = ""
    """A sentence beside it, plain text."""
    license: License | None = None
    """What others may do with it; None where nobody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The lasting facts, from ``people/<id>.yml``."""

    id: str
    """Join key: lower case letters, digits, hyphens."""
    place: Place
    """Where the facts stand."""
    name: str
    """Name as it is shown; never empty."""
    bio: str = ""
    """Markdown."""
    org: str = ""
    """Organisation, plain text."""
    job_title: str = ""
    """Plain text."""
    url: str = ""
    """Absolute URL, http or https."""
    profiles: tuple[Profile, ...] = ()
    """One at most of each network, in the order of ``NETWORKS``."""
    photo: Picture | None = None
    """Portrait."""
    visibility: Visibility | None = None
    """Level the file names; None where it is silent."""
    consent: Consent | None = None
    """What the person agreed to, for every event."""
    aliases: tuple[str, ...] = ()
    """Other ids of the same person; lists may use any of them."""
    moved_from: tuple[str, ...] = ()
    """Ids whose pages lead here."""
    path: str = field(default="", compare=False)
    """Path of the file from the content folder."""
    visibility_place: Place | None = field(default=None, compare=False)
    """Where the level is typed; None where it is not."""


def map_aliases(people: Iterable[Person]) -> dict[str, str]:
    """Return the id behind each alias and each former id."""
    return {alias: person.id for person in people for alias in (*person.aliases, *person.moved_from)}
