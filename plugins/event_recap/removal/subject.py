"""The person who is to be forgotten: everything by which the site knows them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.profile import NETWORKS
from ..model.removal import Kind, find_forms, fold_handle, fold_name, fold_url, split_forms
from .known import find_doubles, gather, join, list_words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.registry import Registry
    from .known import Known

_NETWORK_HOSTS = frozenset(
    fold_url(network.url_format).partition("/")[0] for network in NETWORKS.values() if network.url_format
)
SHORTEST_BARE_HANDLE = 5
"""Letters of a handle that is looked for without its ``@``; a shorter one is a word too often."""


@dataclass(frozen=True)
class Subject:
    """Names, ids, handles and addresses of one person, as typed."""

    id: str
    """Empty for somebody who is in no list and has no file."""
    names: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    """Every id: their own, aliases and former ones."""
    handles: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    """Paths of their pictures below the content folder."""
    file: str = ""
    """Path of their file below the content folder; empty where they have none."""
    shared: frozenset[str] = frozenset()
    """Names and addresses that somebody who stays has as well; they are left alone."""
    others: frozenset[str] = frozenset()
    """Folded names of everybody who stays."""
    others_words: frozenset[str] = frozenset()
    """Words of their names, and handles with and without server: alone, such a word may mean one of them."""
    others_photos: frozenset[str] = frozenset()
    """Paths of the pictures that show somebody who stays."""
    events: frozenset[str] = frozenset()
    """Ids of the events where they were, or which they organised."""
    also: frozenset[str] = frozenset()
    """Words that mean them in the texts of this site, such as a first name; nobody is kept out for them."""

    @cached_property
    def values(self) -> tuple[tuple[Kind, str], ...]:
        """Everything by which they are to be known again."""
        return (
            *((Kind.NAME, one) for one in sorted(self.names | self.ids) if not self._is_word(one)),
            *((Kind.HANDLE, one) for one in sorted(self.handles | self.ids)),
            *((Kind.LOCAL, one) for one in sorted(self.locals)),
            *((Kind.URL, one) for one in sorted(self.urls)),
        )

    @cached_property
    def locals(self) -> frozenset[str]:
        """What stands before the server in their handles, unless somebody who stays is known by it."""
        parts = (one.removeprefix("@").partition("@") for one in self.handles)
        return frozenset(
            local for local, _, server in parts if server and fold_handle(local) not in self.others_words
        )

    def _is_word(self, one: str) -> bool:
        """Tell whether an id is one word, or somebody's name who stays: then it is known as a handle only."""
        folded = fold_name(one)
        return one in self.ids - self.names and (len(folded.split()) == 1 or folded in self.others)

    @cached_property
    def forms(self) -> frozenset[tuple[Kind, str]]:
        """The same, folded."""
        values = (*self.values, *((Kind.NAME, word) for word in self.also))
        return frozenset((kind, form) for kind, value in values for form in find_forms(kind, value))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of their names and ids, folded."""
        return split_forms(self.forms)

    def is_known(self, kind: Kind, folded: str) -> bool:
        """Tell whether a folded form is theirs."""
        return (kind, folded) in self.forms

    def is_called(self, text: str) -> bool:
        """Tell whether a text is one of their names, ids, handles or addresses as a whole."""
        return (
            self.is_known(Kind.NAME, fold_name(text))
            or self.is_known(Kind.HANDLE, fold_handle(text))
            or self.is_known(Kind.URL, fold_url(text))
        )

    @cached_property
    def bare_handles(self) -> frozenset[str]:
        """Handles that are theirs also where they stand without ``@``, folded."""
        parts = {part for name in self.names for part in fold_name(name).split()}
        folded = {fold_handle(one).partition("@")[0] for one in self.handles}
        return frozenset(
            one for one in folded if len(one) >= SHORTEST_BARE_HANDLE and fold_name(one) not in parts
        )

    def is_word_of(self, text: str) -> bool:
        """Tell whether a word is an id, an alias or a handle of theirs, and no word of somebody who stays."""
        folded = fold_handle(text)
        known = {fold_handle(one).partition("@")[0] for one in self.handles | self.ids}
        return folded in known and folded not in self.others_words

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Words of their names, folded: where one stands alone, it may mean them or somebody else."""
        words = {word for name in self.names for word in fold_name(name).split()}
        return frozenset(word for word in words if len(word) > 2)  # noqa: PLR2004 (de, la, O')


def find_subjects(registry: Registry, wanted: str) -> dict[str, Subject]:
    """Return everybody whom a word may mean, by id: an id, a handle, a name or an address.

    Args:
        registry: Lists and people's files.
        wanted: What was typed; an id that is typed exactly means one person only.
    """
    known = gather(registry)
    exact = registry.resolve_id(wanted)
    if exact in known:
        return {exact: _build_subject(exact, known)}
    subjects = (_build_subject(identifier, known, is_strict=False) for identifier in known)
    found = {one.ids: one.id for one in sorted(subjects, key=lambda one: one.id) if one.is_called(wanted)}
    return {identifier: _build_subject(identifier, known) for identifier in sorted(found.values())}


def find_bearers(registry: Registry, word: str) -> dict[str, Subject]:
    """Return everybody in whose name a word stands, by id: a first name alone means none of them yet."""
    known, folded = gather(registry), fold_name(word)
    found = (_build_subject(identifier, known, is_strict=False) for identifier in sorted(known))
    return {one.id: one for one in found if folded in one.given_names}


def list_words(registry: Registry) -> set[str]:
    """Return every id, name and handle of the lists and of people's files."""
    return {word for one in gather(registry).values() for word in one.ids | one.names | one.handles}


def build_stranger(registry: Registry, wanted: str) -> Subject:
    """Return somebody who is in no list and has no file: known by the word that was typed."""
    known = gather(registry).values()
    others = frozenset(name for one in known for name in map(fold_name, one.names))
    bare = Subject("", others=others, others_words=frozenset(list_words_of(known)))
    if wanted.startswith("@"):
        return replace(bare, handles=frozenset({wanted}))
    if "://" in wanted:
        return replace(bare, urls=frozenset({wanted}))
    return replace(bare, names=frozenset({wanted}))


def _build_subject(identifier: str, known: dict[str, Known], *, is_strict: bool = True) -> Subject:
    """Return a person; where strict, without what somebody who stays has as well."""
    theirs = find_doubles(identifier, known)
    one = join(known[key] for key in theirs)
    whole = Subject(
        id=identifier,
        names=frozenset(one.names),
        ids=frozenset(one.ids | {identifier}),
        handles=frozenset(one.handles),
        urls=frozenset(one.urls),
        photos=frozenset(one.photos),
        file=one.file,
        events=frozenset(one.events),
    )
    if not is_strict:
        return whole
    rest = [other for key, other in known.items() if key not in theirs]
    names = frozenset(fold_name(name) for other in rest for name in other.names)
    urls = frozenset(fold_url(url) for other in rest for url in other.urls)
    shared_names = {name for name in whole.names | whole.ids if fold_name(name) in names}
    shared_urls = {url for url in whole.urls if _leads_to_others(fold_url(url), urls)}
    return replace(
        whole,
        names=whole.names - shared_names,
        urls=whole.urls - shared_urls,
        photos=whole.photos - {src for other in rest for src in other.photos},
        others_photos=frozenset(src for other in rest for src in other.photos),
        others_words=frozenset(list_words_of(rest)),
        shared=frozenset(shared_names | shared_urls),
        others=names,
    )


def _leads_to_others(url: str, others: Iterable[str]) -> bool:
    """Tell whether an address, or one below it, is also that of somebody else: a company's, a network's."""
    return url in _NETWORK_HOSTS or any(other == url or other.startswith(f"{url}/") for other in others)
