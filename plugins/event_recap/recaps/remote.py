"""Pictures, sounds and films of other sites: a link to them, since a reader is sent nowhere unasked."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from .body import ATTRIBUTES, IMAGE, find_host, read_attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    MayLoad = Callable[[str, str], bool]
    """Whether pages may load what a directive of the policy is about from an absolute URL."""

_ANCHOR = re.compile(r"(?P<start><a\b[^>]*>)(?P<inner>.*?)(?P<end></a\s*>)", re.IGNORECASE | re.DOTALL)
_RECORDING = re.compile(
    rf"<(?P<tag>audio|video)\b{ATTRIBUTES}>(?P<inner>.*?)</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL
)
_SOURCE = re.compile(rf"<(?:source|track)\b{ATTRIBUTES}>", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")


def link_remote(html: str, may_load: MayLoad) -> str:
    """Return HTML in which a picture, a sound or a film of another site is a link, with the words for it.

    >>> link_remote('<img src="https://a.example/a.jpg" alt="The hall">', lambda *_: False)
    '<a href="https://a.example/a.jpg">The hall</a>'
    """
    if not _REMOTE.search(html):
        return html

    def link_recording(found: re.Match[str]) -> str:
        url = next(_find_recordings(found, may_load), "")
        words = " ".join(unescape(_TAGS.sub(" ", found["inner"])).split())
        return _link(url, words) if url else found[0]

    def name_image(image: re.Match[str]) -> str:
        url = _find_image(image, may_load)
        return (
            escape(read_attributes(image["attributes"]).get("alt", "") or find_host(url)) if url else image[0]
        )

    def link_image(image: re.Match[str]) -> str:
        url = _find_image(image, may_load)
        return _link(url, read_attributes(image["attributes"]).get("alt", "")) if url else image[0]

    linked = _RECORDING.sub(link_recording, html)
    linked = _ANCHOR.sub(
        lambda anchor: anchor["start"] + IMAGE.sub(name_image, anchor["inner"]) + anchor["end"], linked
    )
    return IMAGE.sub(link_image, linked)


def find_remote(html: str, may_load: MayLoad) -> Iterator[str]:
    """Yield the address of everything that becomes a link."""
    for found in _RECORDING.finditer(html):
        yield from _find_recordings(found, may_load)
    yield from filter(None, (_find_image(image, may_load) for image in IMAGE.finditer(html)))


def _find_image(image: re.Match[str], may_load: MayLoad) -> str:
    """Return the address of a picture that may not be loaded, or an empty string."""
    url = read_attributes(image["attributes"]).get("src", "").strip()
    return url if _REMOTE.match(url) and not may_load("img-src", url) else ""


def _find_recordings(found: re.Match[str], may_load: MayLoad) -> Iterator[str]:
    tags = (found["attributes"], *(source["attributes"] for source in _SOURCE.finditer(found["inner"])))
    for attributes in tags:
        url = read_attributes(attributes).get("src", "").strip()
        if _REMOTE.match(url) and not may_load("media-src", url):
            yield url


def _link(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{escape(words or find_host(url))}</a>'
