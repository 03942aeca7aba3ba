"""What a person is called by, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.removal import Kind, fold_handle, fold_name, fold_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model.event import Attendee
    from ...model.person import Person


class PersonWords:
    """What a person is called by in lists and files."""

    def __init__(self, person_id: str, person: Person | None, entries: list[Attendee]) -> None:
        """Collect ids, names, handles and addresses.

        Args:
            person_id: Id of today.
            person: Their file, or None.
            entries: What the lists say of them.
        """
        sources: list[Person | Attendee] = [*([person] if person else []), *entries]
        former = (*person.aliases, *person.moved_from) if person else ()
        self.ids = dict.fromkeys((person_id, *former, *(entry.id for entry in entries)))
        self.names = dict.fromkeys(source.name for source in sources if source.name)
        self.profiles = [profile for source in sources for profile in source.profiles]
        self._folded = {
            Kind.NAME: {fold_name(word) for word in (*self.names, *self.ids)},
            Kind.HANDLE: {fold_handle(one) for one in (*self._handles(), *self.ids)},
            Kind.LOCAL: {fold_handle(one.partition("@")[0]) for one in self._handles() if "@" in one},
            Kind.URL: {fold_url(url) for url in (*self._urls(), *(source.url for source in sources)) if url},
        }

    def _handles(self) -> Iterator[str]:
        return (profile.handle for profile in self.profiles if profile.handle)

    def _urls(self) -> Iterator[str]:
        return (profile.url for profile in self.profiles)

    def is_known(self, kind: Kind, folded: str) -> bool:
        """Tell whether a folded name, handle or address is the person's."""
        return folded in self._folded.get(kind, ())

    def stands_in(self, text: str) -> bool:
        """Tell whether a page names the person, or leads to them."""
        folded = " ".join(text.split()).casefold()
        wanted = [*self.names, *(f"@{handle}" for handle in self._handles()), *self._urls()]
        return any(" ".join(word.split()).casefold() in folded for word in wanted)

    def is_author(self, person_id: str, name: str, addresses: Iterable[str]) -> bool:
        """Tell whether somebody who wrote a comment or a post is the person."""
        if person_id:
            return person_id in self.ids
        known = any(self.is_known(Kind.URL, fold_url(url)) for url in addresses if url)
        return known or self.is_known(Kind.NAME, fold_name(name))
