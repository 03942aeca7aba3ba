"""Addresses below a site, as an author types former ones."""

from __future__ import annotations

import re
from urllib.parse import unquote

from .report import UnreadableError, quote

_PAGE = re.compile(r"[^/]+\.html?", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\\?#*\x00-\x20\x7f]|^\.{1,2}$")


def parse_site_path(text: str) -> str:
    """Return a former address below ``SITEURL``, without a slash at its beginning.

    Raises:
        UnreadableError: It is of another site, leads out of this one, or names no page.

    >>> parse_site_path("/2010/02/focus-20"), parse_site_path("/old.html"), parse_site_path("/%C3%A9t%C3%A9/")
    ('2010/02/focus-20/', 'old.html', 'été/')
    """
    if re.match(r"[A-Za-z][\w+.-]*:|//", text):
        what = (
            f"{quote(text)} is a whole address; expected what follows the domain, such as /2010/02/focus-20/"
        )
        raise UnreadableError(what)
    path = unquote(text.removeprefix("/"))
    parts = path.removesuffix("/").split("/")
    if not path or any(not part or _FORBIDDEN.search(part) for part in parts):
        what = f"{quote(text)} is no address of a page; expected one such as /2010/02/focus-20/"
        raise UnreadableError(what)
    if path.endswith("/") or _PAGE.fullmatch(parts[-1]):
        return path
    if "." in parts[-1]:
        what = f"{quote(text)} names a file; expected the address of a page, such as /2010/02/focus-20/"
        raise UnreadableError(what)
    return f"{path}/"


def name_file(path: str) -> str:
    """Return the file, below the output folder, of the page at an address.

    >>> name_file("2010/02/focus-20/"), name_file("old.html")
    ('2010/02/focus-20/index.html', 'old.html')
    """
    return f"{path}index.html" if path.endswith("/") else path
