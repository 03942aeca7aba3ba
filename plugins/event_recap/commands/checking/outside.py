"""Links to other sites: which of them lead nowhere any more; asked politely, and not twice a week."""

from __future__ import annotations

import hashlib
import http.client
import json
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ..elsewhere.fetching import connect_public
from ..progress import show_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

CACHE_NAME = "event-recap-links.json"
"""File in the cache folder: what each address answered, and when; as hashes, since some are of people."""

KEPT_DAYS = 7
"""So long an answer holds."""
PAUSE = 1.0
"""Seconds between two questions to one server."""
SECONDS = 10.0
"""Time that a server has to answer."""
SERVERS_AT_ONCE = 8
MOST_REDIRECTS = 5
AGENT = "event-recap check (looks whether links of a blog still lead somewhere)"
_GONE = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSED = frozenset({403, 405, 406, 429, 501})
"""Answers of servers that do not like to be asked without being read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of an address."""

    what: str
    """Why it leads nowhere, such as ``answers 404``; empty where it leads somewhere, or nobody can tell."""
    day: str
    """ISO date on which it was asked."""


def check_links(
    urls: Iterable[str], cache: Path, today: date, ask: Callable[[str], str], pause: float = PAUSE
) -> Mapping[str, str]:
    """Return why each address leads nowhere, for those that do.

    Args:
        urls: Absolute URLs, http or https.
        cache: The site's cache folder.
        today: The day of this check.
        ask: Says why an address leads nowhere; empty where it does not.
        pause: Seconds between two questions to one server.
    """
    known = _read_cache(cache / CACHE_NAME)
    wanted = sorted(set(urls))
    new = [url for url in wanted if not _holds(known.get(_sign(url)), today)]
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in new:
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(SERVERS_AT_ONCE) as pool:
        asked = pool.map(lambda same: _ask_in_turn(same, ask, pause), by_host.values())
        for answers in show_progress(asked, "Asking other sites", len(by_host)):
            known.update({_sign(url): Answer(what, today.isoformat()) for url, what in answers.items()})
    kept = {url: known[_sign(url)] for url in wanted}
    _write_cache(cache / CACHE_NAME, {_sign(url): answer for url, answer in kept.items()})
    return {url: answer.what for url, answer in kept.items() if answer.what}


def ask_server(url: str) -> str:
    """Return why an address leads nowhere; empty where it does, or where its server will not tell."""
    try:
        status = _find_status(url, "HEAD")
        if status in _REFUSED:
            status = _find_status(url, "GET")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"cannot be reached: {getattr(error, 'strerror', None) or str(error) or type(error).__name__}"
    return f"answers {status}" if status in _GONE else ""


def _find_status(url: str, method: str) -> int:
    """Return the last status of a chain of redirects."""
    for _ in range(MOST_REDIRECTS):
        parts = urlsplit(url)
        connection = connect_public(parts, SECONDS)
        try:
            path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
            connection.request(method, path, headers={"User-Agent": AGENT})
            answer = connection.getresponse()
            if answer.status not in _REDIRECTS:
                return answer.status
            url = urljoin(url, answer.headers.get("Location", ""))
        finally:
            connection.close()
    message = f"more than {MOST_REDIRECTS} redirects"
    raise OSError(message)


def _ask_in_turn(urls: list[str], ask: Callable[[str], str], pause: float) -> dict[str, str]:
    """Ask one server about each of its addresses, with a pause between two."""
    answers: dict[str, str] = {}
    for url in urls:
        if answers:
            time.sleep(pause)
        answers[url] = ask(url)
    return answers


def _holds(answer: Answer | None, today: date) -> bool:
    """Tell whether an answer is young enough; one that says that a page is gone is asked again each day."""
    if answer is None:
        return False
    try:
        age = (today - today.fromisoformat(answer.day)).days
    except ValueError:
        return False
    return 0 <= age < (1 if answer.what else KEPT_DAYS)


def _sign(url: str) -> str:
    """Return what stands for an address: somebody's own may be withdrawn before the next check."""
    return hashlib.sha256(url.encode("utf-8", "surrogateescape")).hexdigest()


def _read_cache(path: Path) -> dict[str, Answer]:
    """Return what is known by hash; nothing where the file is missing or damaged."""
    try:
        found = json.loads(path.read_bytes())
        return {str(sign): Answer(str(what), str(day)) for sign, (what, day) in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _write_cache(path: Path, known: Mapping[str, Answer]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pairs = {sign: [answer.what, answer.day] for sign, answer in sorted(known.items())}
    path.write_text(json.dumps(pairs, ensure_ascii=False, indent=0), encoding="utf-8")
