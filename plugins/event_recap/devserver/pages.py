"""What the development server adds to a page as it is shown, and its own page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

PREFIX = "/-/devserver/"
"""Folder of the server's own addresses; no page of a site begins so."""
SCRIPT_PATH = PREFIX + "reload.js"
"""Address of the script that listens for builds."""
EVENTS_PATH = PREFIX + "events"
"""Address of the stream of server-sent events."""

_OWN_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body>
</html>
"""


def add_script(page: bytes, version: str) -> bytes:
    """Return an HTML page with the reload script before its last closing body tag.

    The script is a file of its own and not inline, so that a page with a strict
    Content-Security-Policy lets it run.

    >>> add_script(b"<body>Hello</body>", "b7")
    b'<body>Hello<script src="/-/devserver/reload.js?version=b7" defer></script></body>'
    """
    tag = f'<script src="{SCRIPT_PATH}?version={quote(version, safe="")}" defer></script>'.encode()
    place = page.lower().rfind(b"</body>")
    return page + tag if place < 0 else page[:place] + tag + page[place:]


def build_waiting_page() -> bytes:
    """Build the page shown while there is no site yet."""
    return _OWN_PAGE.format(
        title="No site yet", text="This page shows the site as soon as a build succeeds."
    ).encode()


def build_missing_page() -> bytes:
    """Build the page shown for an unknown address where the site has no 404.html."""
    return _OWN_PAGE.format(title="Not found", text="The site has no page here.").encode()


def read_script() -> bytes:
    """Read the script that reloads the page and shows problems over it."""
    return Path(__file__).with_name("reload.js").read_bytes()
