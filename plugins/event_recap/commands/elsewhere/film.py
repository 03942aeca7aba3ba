"""``video URL``: the title and the picture of a film, fetched once, into a file that the site keeps."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from ...characters import clean_text
from ...errors import EventRecapError, Place, Problem
from ...loading.files import display_path
from ...model.video import STILL_SUFFIXES, STILLS, find_video
from ...pictures.kind import Kind, find_kind
from ...wording.speech import word

if TYPE_CHECKING:
    from pathlib import Path

    from ...model.video import Video
    from .fetching import Fetch, FetchBytes

OEMBED = {
    "youtube": "https://www.youtube.com/oembed",
    "vimeo": "https://vimeo.com/api/oembed.json",
    "dailymotion": "https://www.dailymotion.com/services/oembed",
}
"""Where each host tells of its films (https://oembed.com); a server of PeerTube at a path of its own."""

SUFFIXES = {Kind.JPEG: "jpg", Kind.PNG: "png", Kind.WEBP: "webp", Kind.HEIF: "avif"}
"""Endings of the formats in which hosts have their pictures."""

_MARKDOWN = re.compile(r"([\\\[\]*_`])")


@dataclass(frozen=True, slots=True)
class Film:
    """What a host tells of a film."""

    video: Video
    title: str
    """Plain text on one line; empty where the host has none."""
    path: Path
    """The file of its picture."""
    picture: bytes
    """Empty where the host has none, or the site has one already."""


def plan_film(content: Path, url: str, fetch: Fetch, fetch_picture: FetchBytes) -> Film:
    """Return what a host tells of a film; nothing is written.

    Args:
        content: The content folder.
        url: Of the film, as a browser shows it.
        fetch: Returns the JSON at an address.
        fetch_picture: Returns the bytes at an address.

    Raises:
        EventRecapError: It is no film that we know, or its host does not tell.
    """
    video = find_video(url)
    if video is None:
        what = "no film of YouTube, Vimeo, Dailymotion or PeerTube"
        raise EventRecapError([Problem(Place(url), "", what)])
    told = fetch(_find_oembed(video))
    told = told if isinstance(told, dict) else {}
    title, address = clean_text(str(told.get("title") or "")), str(told.get("thumbnail_url") or "")
    kept = [content / f"{STILLS}/{video.id}.{suffix}" for suffix in STILL_SUFFIXES]
    if found := [path for path in kept if path.exists()]:
        return Film(video, title, found[0], b"")
    if not address:
        return Film(video, title, kept[0], b"")
    picture = fetch_picture(urljoin(video.page, address))
    suffix = SUFFIXES.get(find_kind(picture[:512], "") or Kind.SVG)
    if suffix is None:
        what = "its picture is in no format that pages show; put one of yours there"
        raise EventRecapError([Problem(Place(display_path(kept[0])), "", what)])
    return Film(video, title, content / f"{STILLS}/{video.id}.{suffix}", picture)


def write_film(film: Film) -> None:
    """Write the picture, at once, where there is a new one."""
    if not film.picture:
        return
    film.path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=film.path.parent, prefix=".video-", delete=False) as draft:
        draft.write(film.picture)
    os.chmod(draft.name, 0o644)  # noqa: PTH101 -- a name, no path; what a blog publishes may be read
    os.replace(draft.name, film.path)  # noqa: PTH105 -- as above


def tell_film(film: Film, url: str) -> str:
    """Return the line for the recap, and what became of the picture."""
    title = _MARKDOWN.sub(r"\\\1", escape(film.title, quote=False)) or film.video.host
    picture = display_path(film.path)
    if film.picture:
        outcome = f"{picture} written; it is a work of somebody, whose leave you need"
    elif film.path.exists():
        outcome = f"{picture} was there, and stays"
    else:
        outcome = f"no picture; one is drawn until you put {picture} there"
    advice = word(f"{outcome}\nWrite into the recap, on a line of its own:")
    return f"{advice}\n\n[{title}]({url})\n"


def _find_oembed(video: Video) -> str:
    kind = video.id.partition("-")[0]
    parts = urlsplit(video.page)
    service = OEMBED.get(kind) or f"https://{parts.netloc}/services/oembed"
    return f"{service}?{urlencode({'url': video.page, 'format': 'json'})}"
