"""Whether a name of a file or an address tells of somebody who may not be named."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .secret import SecretKind, find_secrets, fold_words
from .traces import find_traces

if TYPE_CHECKING:
    from .registry import Registry
    from .removal import Removed


class Telling:
    """Knows everybody whom an address may not name: forgotten, hidden, counted, or shown by initials."""

    def __init__(self, registry: Registry, removed: Removed) -> None:
        """Remember whom to look for; nothing is looked up before the first question."""
        self._registry = registry
        self._removed = removed

    def is_in(self, address: str) -> bool:
        """Tell whether an address, a slug or a path holds a name, an id or a handle of one of them."""
        words = f" {fold_words(address).replace('@', ' ')} "
        if any(f" {secret} " in words for secret in self._secrets):
            return True
        plain = " ".join(words.split())
        return bool(self._removed) and any(find_traces(plain, self._removed.has_folded, every=True))

    @cached_property
    def _secrets(self) -> frozenset[str]:
        found = find_secrets(self._registry).secrets
        kinds = {SecretKind.NAME, SecretKind.HANDLE, SecretKind.ID}
        texts = (fold_words(one.text).replace("@", " ").strip() for one in found if one.kind in kinds)
        return frozenset(text for text in texts if text)
