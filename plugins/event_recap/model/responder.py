"""What may be shown of somebody who wrote a comment: as everywhere, the lowest level decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .identity import build_initials
from .removal import fold_name, fold_url
from .shown import ShownPerson
from .visibility import Visibility

if TYPE_CHECKING:
    from .comment import Commenter
    from .event import Event
    from .profile import Profile
    from .registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCommenter:
    """The author of a comment as far as the site may show them."""

    text: str
    """Name, or initials at that level."""
    level: Visibility = Visibility.PUBLIC
    """``PUBLIC``, ``NAME_ONLY`` or ``INITIALS``."""
    person_id: str = ""
    """Id of a public person, who has a page; else empty."""
    url: str = ""
    """Absolute URL, http or https; at the level ``PUBLIC`` only."""
    profiles: tuple[Profile, ...] = ()
    """At the level ``PUBLIC`` only."""

    @property
    def is_public(self) -> bool:
        """Tell whether feeds and descriptions may name them too."""
        return self.level is Visibility.PUBLIC


def show_commenter(author: Commenter, registry: Registry, event: Event | None) -> ShownCommenter | Visibility:
    """Return what may be shown of the author of a comment, or the level where that is nothing.

    Whoever has the id, the site or a profile of somebody in the lists is that person. A name alone joins
    nobody, but where somebody of that name is shown less, so is the author.

    Args:
        author: As the file of the comment says.
        registry: Lists and people's files.
        event: The event that the recap is about: what its list says of a person holds.
    """
    joined = find_person_ids(author, registry)
    shown = {one: registry.directory.show(one, event) for one in joined | _find_namesakes(author, registry)}
    levels = [one.level if isinstance(one, ShownPerson) else one for one in shown.values()]
    if not joined or author.visibility is not None or author.consent is not None:
        levels.append(registry.policy.decide_visibility([author.visibility], [author.consent]))
    level = min(levels)
    people = [person for one, person in shown.items() if one in joined and isinstance(person, ShownPerson)]
    person = min(people, key=lambda one: one.level, default=None)
    name = author.name or (person.text if person else "")
    if level < Visibility.INITIALS or not name:
        return min(level, Visibility.COUNTED)
    if level is Visibility.INITIALS:
        is_short = person is not None and person.level is level and not author.name
        initials = name if is_short else build_initials(name)
        return ShownCommenter(text=initials, level=level) if initials else Visibility.COUNTED
    if level is Visibility.NAME_ONLY:
        return ShownCommenter(text=person.text if person else name, level=level)
    return ShownCommenter(
        text=name,
        person_id=person.id if person and len(joined) == 1 and _is_same(author, person) else "",
        url=author.url,
        profiles=author.profiles,
    )


def may_name_commenter(author: Commenter, registry: Registry) -> bool:
    """Tell whether a message may name the author of a comment or of a quoted post."""
    shown = show_commenter(author, registry, None)
    return isinstance(shown, ShownCommenter) and shown.level >= Visibility.NAME_ONLY


def find_person_ids(author: Commenter, registry: Registry) -> frozenset[str]:
    """Return who is meant for certain: by id, or by an address of theirs; several where it is shared."""
    addresses = filter(None, (author.url, *(profile.url for profile in author.profiles)))
    found = {one for address in addresses for one in registry.directory.find_by_address(address)}
    if author.person_id:
        found.add(registry.resolve_id(author.person_id))
    return frozenset(found)


def _is_same(author: Commenter, person: ShownPerson) -> bool:
    """Tell whether they alone are meant: the site of a person may be that of those they work with as well."""
    own = {fold_url(profile.url) for profile in person.profiles if profile.handle}
    addresses = (author.url, *(profile.url for profile in author.profiles))
    is_profile = any(fold_url(address) in own for address in addresses if address)
    return bool(author.person_id) or is_profile or fold_name(author.name) == fold_name(person.text)


def _find_namesakes(author: Commenter, registry: Registry) -> frozenset[str]:
    return registry.directory.find_by_name(author.name) if author.name else frozenset()
