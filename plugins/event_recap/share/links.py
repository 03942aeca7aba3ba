"""The share row of a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..translation import translate
from .networks import NETWORKS
from .post import SharedPost


@dataclass(frozen=True, slots=True)
class ShareLink:
    """One link of the share row."""

    network: str
    """Id of the network, such as ``mastodon``."""

    name: str
    """What the network calls itself, such as ``Mastodon``; ``E-mail`` is to be translated."""

    url: str
    """Absolute URL of the scheme ``https`` or ``mailto``; not escaped for HTML."""


def build_share_links(post: SharedPost, networks: Iterable[str]) -> tuple[ShareLink, ...]:
    """Build the links that offer a post to networks, in the order asked, each network once.

    Raises:
        ValueError: a network is not one of ``NETWORKS``.

    >>> post = SharedPost(text="Focus 20", url="https://exemple.org/recaps/focus-20/")
    >>> [link.url for link in build_share_links(post, ["linkedin"])]
    ['https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexemple.org%2Frecaps%2Ffocus-20%2F']
    """
    ids = tuple(dict.fromkeys(networks))
    unknown = [network for network in ids if network not in NETWORKS]
    if unknown:
        msg = f"unknown network {unknown[0]!r}; expected one of {', '.join(NETWORKS)}"
        raise ValueError(msg)
    return tuple(
        ShareLink(network, NETWORKS[network].name, NETWORKS[network].build_url(post)) for network in ids
    )


def word_link(link: ShareLink, lang: str, *, on: str, by: str) -> tuple[str, str]:
    """Return the name of a link, and what a screen reader says of it, in a language.

    Args:
        link: Of the share row, or of a quote.
        lang: BCP 47 tag of the page.
        on: What is said of a network, with ``{name}``.
        by: What is said of e-mail, which is a word and no name.
    """
    if link.network != "email":
        return link.name, on.format(name=link.name)
    word = translate("e-mail", lang)
    return word.capitalize(), by.format(name=word)
