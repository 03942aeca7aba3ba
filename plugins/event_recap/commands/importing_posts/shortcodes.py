"""Shortcodes of WordPress, such as ``[caption]``, as the HTML for which they stand."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .found import Remarks

_TAG = re.compile(
    r"""\[(?P<close>/?)(?P<name>[a-z][\w-]{1,40})
        (?P<attributes>(?:[ \t\n]|"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\[\]"'\s]){0,400})\]""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_URL = re.compile(r"https?://[^\s\"'<>\[\]]+")
_FILES = ("src", "mp4", "m4v", "webm", "ogv", "flv", "mp3", "m4a", "ogg", "wav", "url")
"""Attributes in which players have the address of what they play."""
_PLAYERS = {"video", "audio", "embed", "youtube", "vimeo", "dailymotion", "playlist"}
_CODE = {"code", "sourcecode", "php", "python", "html", "css", "bash"}
_EMPTY = {"attendees", "quote"}
"""Lines of ours, which in another blog are words."""


def expand_shortcodes(html: str, line: int, pictures: Mapping[str, str], remarks: Remarks) -> str:
    """Return HTML without shortcodes; what one encloses stays, and one that is not known is told.

    Args:
        html: A text as WordPress keeps it.
        line: Line of the source on which it begins.
        pictures: Absolute URL of each attachment, by its number.
        remarks: Where the author is told what is gone.
    """
    closed = {found["name"].lower() for found in _TAG.finditer(html) if found["close"]}
    return "".join(_expand(html, closed, line, pictures, remarks))


def _expand(
    html: str, closed: set[str], line: int, pictures: Mapping[str, str], remarks: Remarks
) -> Iterator[str]:
    done = 0
    end = 0
    for found in _TAG.finditer(html):
        if found.start() < end or not _is_shortcode(found, closed):
            continue
        yield html[done : found.start()]
        name, here = found["name"].lower(), line + html.count("\n", 0, found.start())
        values = _read_attributes(found["attributes"])
        done = found.end()
        if name in _PLAYERS and not found["close"]:
            done = end = _find_end(html, name, found.end())
            yield _link_player(name, values, found["attributes"] + html[found.end() : done], here, remarks)
        elif name in {"caption", "wp_caption"}:
            yield "</figcaption></figure>" if found["close"] else _open_figure(values)
        elif name == "gallery" and not found["close"]:
            yield _show_gallery(values, found[0], here, pictures, remarks)
        elif name in _CODE:
            yield "</pre>" if found["close"] else "<pre>"
        elif not found["close"]:
            remarks.take_off(here, found[0], "a shortcode of a plugin; what it enclosed stays")
    yield html[done:]


def _is_shortcode(found: re.Match[str], closed: set[str]) -> bool:
    """Tell whether brackets hold a shortcode and not words, such as ``[sic]``."""
    name = found["name"].lower()
    if name in _EMPTY:
        return False
    is_known = name in _PLAYERS | {"caption", "wp_caption", "gallery"}
    return bool(found["close"]) or is_known or name in closed or bool(_ATTRIBUTE.search(found["attributes"]))


def _read_attributes(text: str) -> dict[str, str]:
    return {name.lower(): first or second or third for name, first, second, third in _ATTRIBUTE.findall(text)}


def _find_end(html: str, name: str, start: int) -> int:
    """Return where a shortcode ends that may enclose an address, and ends at once where it does not."""
    close = f"[/{name}]"
    found = html.find(close, start, start + 2000)
    return found + len(close) if found >= 0 else start


def _link_player(name: str, values: Mapping[str, str], words: str, line: int, remarks: Remarks) -> str:
    """Return a paragraph that is a link to what a player plays."""
    typed = _URL.search(words)
    address = typed[0] if typed else next((values[key] for key in _FILES if values.get(key)), "")
    number = re.search(r"[\w-]+", words)
    if not address and name == "vimeo" and number and number[0].isdigit():
        address = f"https://vimeo.com/{number[0]}"
    elif not address and name == "youtube" and number:
        address = f"https://www.youtube.com/watch?v={number[0]}"
    if not address:
        remarks.take_off(line, f"[{name}{words}", "a player without an address")
        return ""
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>' + "\n" * words.count("\n")


def _open_figure(values: Mapping[str, str]) -> str:
    """Return the beginning of a picture with its caption; older posts have the caption as an attribute."""
    words = escape(values.get("caption", ""), quote=False)
    return f"<figure><figcaption>{words} " if words else "<figure><figcaption>"


def _show_gallery(
    values: Mapping[str, str], typed: str, line: int, pictures: Mapping[str, str], remarks: Remarks
) -> str:
    """Return the pictures of a gallery that the source knows."""
    numbers = re.findall(r"\d+", values.get("ids", "") or values.get("include", ""))
    found = [pictures[number] for number in numbers if number in pictures]
    if len(found) < len(numbers) or not found:
        remarks.take_off(line, typed, f"a gallery of which the export has {len(found)} pictures")
    return "".join(f'<p><img src="{escape(one)}" alt=""></p>' for one in found)
