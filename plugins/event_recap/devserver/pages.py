"""What the development server adds to a page as it is shown, and its own page."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..wording.language import choose_language
from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX = "/-/devserver/"
"""Folder of the server's own addresses; no page of a site begins so."""
SCRIPT_PATH = PREFIX + "reload.js"
"""Address of the script that listens for builds."""
EVENTS_PATH = PREFIX + "events"
"""Address of the stream of server-sent events."""

WORDS = {
    "draft": "Draft: in no list and no feed until its status is 'published'",
    "preview": "Preview of this text; lists and other pages follow with the build",
    "building": "The site is being built; this page will show it",
    "failed": "Something has to be put right; below is the last good page. Esc hides this.",
}
"""What the script says on a page."""
WORDS_MARK = '"WORDS"'
"""Stands in the script for them."""

_OWN_PAGE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body>
</html>
"""


def add_script(page: bytes, version: str, marks: Iterable[str] = ()) -> bytes:
    """Return an HTML page with the reload script before its last closing body tag.

    The script is a file of its own and not inline, so that a page with a strict
    Content-Security-Policy lets it run.

    Args:
        page: As it will be published.
        version: Which build it is of.
        marks: What an author should know of it.

    >>> add_script(b"<body>Hello</body>", "b7")
    b'<body>Hello<script src="/-/devserver/reload.js?version=b7" defer></script></body>'
    """
    query = "".join([f"version={quote(version, safe='')}", *(f"&amp;mark={mark}" for mark in marks)])
    tag = f'<script src="{SCRIPT_PATH}?{query}" defer></script>'.encode()
    place = page.lower().rfind(b"</body>")
    return page + tag if place < 0 else page[:place] + tag + page[place:]


def build_waiting_page() -> bytes:
    """Build the page shown while there is no site yet."""
    return _build_page("No site yet", "This page shows the site as soon as a build succeeds.")


def build_missing_page() -> bytes:
    """Build the page shown for an unknown address where the site has no 404.html."""
    return _build_page("Not found", "The site has no page here.")


def _build_page(title: str, text: str) -> bytes:
    lang = choose_language(os.environ)
    return _OWN_PAGE.format(lang=lang, title=word(title), text=word(text)).encode()


def build_script() -> bytes:
    """Build the script that reloads the page, marks it, and shows problems, in the author's language."""
    words = json.dumps({key: word(text) for key, text in WORDS.items()})
    script = Path(__file__).with_name("reload.js").read_text(encoding="utf-8")
    return script.replace(WORDS_MARK, words, 1).encode()
