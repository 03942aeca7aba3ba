"""Posts that were pasted as their network hands them out: a quotation in HTML, and a script that is gone."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from ..errors import Place
from ..loading.profiles import find_network, parse_profile
from ..loading.report import UnreadableError
from ..model.comment import Commenter
from ..model.quoted_post import QuotedPost
from ..rendering import strip_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ..model.profile import Profile

_EMBED = re.compile(
    r'<blockquote\b[^>]*\bclass="[^"]*\b(?P<kind>twitter-tweet|twitter-video|bluesky-embed)\b[^"]*"[^>]*>'
    r"(?P<inside>.*?)</blockquote>",
    re.IGNORECASE | re.DOTALL,
)
_NETWORKS = {"twitter-tweet": "x", "twitter-video": "x", "bluesky-embed": "bluesky"}
_WORDS = re.compile(r"<p\b(?P<attributes>[^>]*)>(?P<words>.*?)</p>(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_LANG = re.compile(r'\blang="([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)"')
_SIGNED = re.compile(r"[—–-]\s*(?P<name>.*?)\s*\(\s*@(?P<handle>[\w.-]+)\s*\)", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*\bhref="(?P<url>[^"]+)"[^>]*>(?P<words>.*?)</a>', re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br ?/?>\s*", re.IGNORECASE)
_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_DAY = re.compile(r"(?P<month>[A-Za-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})")


def replace_embeds(html: str, replace: Callable[[QuotedPost], str], source: str) -> str:
    """Return a text with something in the place of each post that was pasted; what is none stays.

    Args:
        html: Sanitised or not.
        replace: Returns what stands in its place.
        source: The file, as its author reads its name.
    """

    def change(found: re.Match[str]) -> str:
        post = parse_embed(found["inside"], _NETWORKS[found["kind"].lower()], source)
        return replace(post) if post else found[0]

    return _EMBED.sub(change, html)


def parse_embed(html: str, network: str, source: str) -> QuotedPost | None:
    """Return the post in the inside of such a quotation; None where it is not signed as they are."""
    found = _WORDS.search(html)
    signed = _SIGNED.search(strip_html(found["rest"])) if found else None
    if not found or not signed:
        return None
    links = list(_LINK.finditer(found["rest"]))
    url = _clean_url(unescape(links[-1]["url"])) if links else ""
    words = strip_html(links[-1]["words"]) if links else ""
    lang = _LANG.search(found["attributes"])
    profile = _find_profile(network, signed["handle"])
    return QuotedPost(
        id="",
        place=Place(source),
        author=Commenter(name=signed["name"] or f"@{signed['handle']}", profiles=profile),
        text=read_words(found["words"]),
        handle=signed["handle"],
        network=network,
        moment=_parse_day(words),
        date_text=words,
        url=url if find_network(url) == network else "",
        lang=lang[1] if lang and lang[1] != "und" else "",
    )


def find_embed_lines(path: Path, source: str, post: QuotedPost) -> Iterator[Place]:
    """Yield where in a file a post was pasted: the line that signs it, else the file."""
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    signs = (f"(@{post.handle})", f"@{post.handle}</a>)")
    numbers = [number for number, line in enumerate(lines, 1) if any(sign in line for sign in signs)]
    yield from (Place(source, number) for number in numbers or [0])


def _find_profile(network: str, handle: str) -> tuple[Profile, ...]:
    try:
        profile = parse_profile(network, handle)
    except UnreadableError:
        return ()
    return (profile,) if profile else ()


def read_words(html: str) -> str:
    """Return the words of a post, line ends as in it; links are words already."""
    return "\n".join(strip_html(line) for line in _BREAK.split(html))


def _clean_url(url: str) -> str:
    """Return an address without what follows a reader from page to page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_address = parts.scheme in {"http", "https"}
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")) if is_address else ""


def _parse_day(words: str) -> date | None:
    """Return the day that an embed says in English, as networks write it; None for anything else."""
    found = _DAY.fullmatch(words)
    if not found or found["month"].lower() not in _MONTHS:
        return None
    try:
        return date(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
    except ValueError:
        return None
