"""The share row of a recap, as a template shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, overload

from ..translation import translate
from .links import build_share_links, word_link
from .networks import compose_for_mastodon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .post import SharedPost


@dataclass(frozen=True, slots=True)
class ShareLinkView:
    """One link of the share row."""

    network: str
    """Key of the network: the name of its icon."""
    name: str
    """``Mastodon``; of e-mail, the word of the page's language."""
    label: str
    """Name for a screen reader: ``Share on Mastodon``."""
    url: str
    """Absolute URL, https or mailto."""
    text: str = ""
    """What to post on Mastodon, to be copied where no script runs; empty for every other network."""


@dataclass(frozen=True, slots=True)
class ShareRow(Sequence[ShareLinkView]):
    """The links in their order; each is made when a template shows it, and takes no time before."""

    post: SharedPost
    networks: tuple[str, ...]
    """Ids of ``NETWORKS``, each once."""
    texts: tuple[tuple[str, str], ...]
    """Networks that have a text of their own, and that text."""
    lang: str
    """BCP 47 tag of the recap."""

    def __len__(self) -> int:
        """Return to how many networks it leads."""
        return len(self.networks)

    @overload
    def __getitem__(self, place: int) -> ShareLinkView: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[ShareLinkView, ...]: ...

    def __getitem__(self, place: int | slice) -> ShareLinkView | tuple[ShareLinkView, ...]:
        """Return one link, or some."""
        if isinstance(place, slice):
            return tuple(map(self._view, self.networks[place]))
        return self._view(self.networks[place])

    def __iter__(self) -> Iterator[ShareLinkView]:
        """Yield each link."""
        return map(self._view, self.networks)

    def _view(self, network: str) -> ShareLinkView:
        post = replace(self.post, text=dict(self.texts).get(network, self.post.text))
        (link,) = build_share_links(post, [network])
        on, by = translate("Share on {name}", self.lang), translate("Share by {name}", self.lang)
        name, label = word_link(link, self.lang, on=on, by=by)
        text = compose_for_mastodon(post) if network == "mastodon" else ""
        return ShareLinkView(network, name, label, link.url, text)
