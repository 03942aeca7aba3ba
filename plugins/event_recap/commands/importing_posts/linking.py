"""Where the links and pictures of a text lead: to what moved with it, else to the whole old address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from bs4.element import NavigableString

from .tree import NOWHERE, read, resolve

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from .tree import Setting

_PIXEL = re.compile(r"[01](?:px)?")
_SOURCES = ("data-orig-file", "data-src", "data-lazy-src", "src")
"""Where a picture has its address; scripts of the old blog put the last in place of the others."""


def settle_links(soup: BeautifulSoup, setting: Setting) -> None:
    """Give each picture and each link its address; one that leads nowhere becomes its words."""
    for image in [*soup.find_all("img")]:
        _settle_image(image, setting)
    for link in [*soup.find_all("a")]:
        _settle_link(link, setting)


def _settle_image(image: Tag, setting: Setting) -> None:
    sources = [source for name in _SOURCES if (source := read(image, name))]
    usable = [source for source in sources if not source.startswith(("data:", "blob:"))]
    address = resolve(usable[0], setting.base) if usable else ""
    here = setting.find_link(address) if address else ""
    is_pixel = all(_PIXEL.fullmatch(read(image, name)) for name in ("width", "height"))
    if is_pixel or not (here or _is_somewhere(address)):
        why = (
            "a picture of one pixel, which counts readers"
            if is_pixel
            else "a picture without a usable address"
        )
        setting.take_off(image, (usable or ["picture"])[0], why)
        image.replace_with(NavigableString("" if is_pixel else read(image, "alt")))
        return
    image["src"] = here or address
    if not here:
        host = urlsplit(address).hostname
        setting.note(image, f"a picture stays at {host}; name a folder that has it with --pictures")


def _settle_link(link: Tag, setting: Setting) -> None:
    typed = read(link, "href")
    if typed.startswith("#") or not typed:
        link.unwrap()
        return
    if mail := re.fullmatch(r"mailto:(\S+)", typed, re.IGNORECASE):
        link["href"] = "mailto:" + quote(mail[1], safe="@%?&=.+,")
        return
    address = resolve(typed, setting.base)
    here = setting.find_link(address) if address else ""
    if not (here or _is_somewhere(address)):
        setting.note(link, "a link that leads nowhere from here became its words")
        link.unwrap()
        return
    link["href"] = here or address


def _is_somewhere(address: str) -> bool:
    return urlsplit(address).hostname not in {None, NOWHERE}
