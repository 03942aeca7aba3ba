"""Films on other sites, by their address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

STILLS = "images/videos"
"""Folder, below the content folder, of the pictures of films; each is named after the film's id."""

STILL_SUFFIXES = ("jpg", "jpeg", "webp", "avif", "png")
"""Endings of such a picture, in the order in which they are looked for."""

SECONDS = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?")

_YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})", re.ASCII)
_VIMEO_PATH = re.compile(
    r"/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?(\d{4,12})(?:/([0-9a-f]{6,16}))?"
)
_DAILYMOTION_PATH = re.compile(r"/(?:embed/)?video/([a-z0-9]{5,12})(?:_[^/]*)?", re.ASCII)
_PEERTUBE_PATH = re.compile(
    r"/(?:videos/(?:watch|embed)|w)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{22})/?"
)


@dataclass(frozen=True, slots=True)
class Video:
    """One film of another site."""

    id: str
    """Kind of host and id there, such as ``youtube-dQw4w9WgXcQ``: the name of its picture's file."""
    host: str
    """What the host calls itself; of PeerTube, the name of the server."""
    page: str
    """Absolute URL of its page at the host."""
    player: str
    """Absolute URL of the player that tells the host least."""


def find_video(url: str) -> Video | None:
    """Return the film that an address leads to, or None.

    >>> find_video("https://youtu.be/dQw4w9WgXcQ?t=1m5s").player
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=65'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", ""} or not host:
        return None
    start = _read_seconds(query.get("t") or query.get("start") or parts.fragment.removeprefix("t="))
    if host == "youtu.be" or host in _YOUTUBE_HOSTS:
        return _view_youtube(host, parts.path, query, start)
    if host in {"vimeo.com", "player.vimeo.com"}:
        return _view_vimeo(parts.path, query, start)
    if host in {"dailymotion.com", "dai.ly", "geo.dailymotion.com"}:
        return _view_dailymotion(host, parts.path, query, start)
    found = _PEERTUBE_PATH.fullmatch(parts.path)
    return _view_peertube(parts.netloc.rpartition("@")[2], found[1], start) if found else None


def _view_youtube(host: str, path: str, query: dict[str, str], start: int) -> Video | None:
    typed = path.strip("/") if host == "youtu.be" else query.get("v", "") if path == "/watch" else ""
    embedded = _YOUTUBE_PATH.fullmatch(path.rstrip("/"))
    name = embedded[1] if embedded else typed
    if not _YOUTUBE_ID.fullmatch(name):
        return None
    at, player = (f"&t={start}", f"?start={start}") if start else ("", "")
    return Video(
        f"youtube-{name}",
        "YouTube",
        f"https://www.youtube.com/watch?v={name}{at}",
        f"https://www.youtube-nocookie.com/embed/{name}{player}",
    )


def _view_vimeo(path: str, query: dict[str, str], start: int) -> Video | None:
    found = _VIMEO_PATH.fullmatch(path.rstrip("/"))
    if found is None:
        return None
    name, key = found[1], found[2] or query.get("h", "")
    key = key if re.fullmatch(r"[0-9a-f]{6,16}", key) else ""
    at = f"#t={start}s" if start else ""
    unlisted = f"/{key}" if key else ""
    return Video(
        f"vimeo-{name}",
        "Vimeo",
        f"https://vimeo.com/{name}{unlisted}{at}",
        f"https://player.vimeo.com/video/{name}?{f'h={key}&' if key else ''}dnt=1{at}",
    )


def _view_dailymotion(host: str, path: str, query: dict[str, str], start: int) -> Video | None:
    if host != "dailymotion.com":
        path = f"/video/{query.get('video', '') if host == 'geo.dailymotion.com' else path.strip('/')}"
    found = _DAILYMOTION_PATH.fullmatch(path.rstrip("/"))
    if found is None:
        return None
    name, at = found[1], f"?start={start}" if start else ""
    return Video(
        f"dailymotion-{name}",
        "Dailymotion",
        f"https://www.dailymotion.com/video/{name}{at}",
        f"https://geo.dailymotion.com/player.html?video={name}{at.replace('?', '&')}",
    )


def _view_peertube(server: str, name: str, start: int) -> Video:
    at = f"start={start}s" if start else ""
    # Without peers: else each viewer's address is known to the others.
    player = "&".join(filter(None, ("p2p=0", at)))
    return Video(
        f"peertube-{name}",
        server,
        f"https://{server}/w/{name}{f'?{at}' if at else ''}",
        f"https://{server}/videos/embed/{name}?{player}",
    )


def _read_seconds(text: str) -> int:
    """Return a moment of a film in seconds; 0 where it is none.

    >>> _read_seconds("1m5s"), _read_seconds("90"), _read_seconds("soon")
    (65, 90, 0)
    """
    found = SECONDS.fullmatch(text or "")
    if not found or len(text) > len("99h59m59s"):
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 3600 * hours + 60 * minutes + seconds
