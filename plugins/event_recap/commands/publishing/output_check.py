"""Look through a built site: links that lead nowhere, and feeds that readers cannot read."""

from __future__ import annotations

import json
import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from ...errors import Place, Problem
from ...loading.files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_TOLD = 20
"""Dead links that are told; the rest is of the same kind."""
_LINK = re.compile(rb"""<[^<>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CODE = re.compile(rb"<(script|style|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_ATOM = "{http://www.w3.org/2005/Atom}"


def check_output(output: Path, siteurl: str) -> Iterator[Problem]:
    """Yield what is wrong in a built site.

    Args:
        output: Folder of the site.
        siteurl: Absolute URL under which it will be.
    """
    yield from find_dead_links(output, siteurl)
    yield from find_faulty_feeds(output, siteurl)


def find_dead_links(output: Path, siteurl: str) -> Iterator[Problem]:
    """Yield a problem for each address of the site that a page leads to and that no file answers."""
    root, told = f"{siteurl}/", set[str]()
    for page in sorted(output.rglob("*.html")):
        name = page.relative_to(output).as_posix()
        base = root + name
        for link in _LINK.findall(_CODE.sub(b"", page.read_bytes())):
            address = urljoin(base, unescape((link[0] or link[1]).decode("utf-8", "replace")).strip())
            path = _find_path(address, root)
            if path is not None and path not in told and not _is_answered(output, path):
                told.add(path)
                if len(told) <= MOST_TOLD:
                    what = f"'/{path}' is no page of this site; mend the link, or the template that makes it"
                    yield Problem(Place(display_path(page)), "link", what)


def _find_path(address: str, root: str) -> str | None:
    """Return where below a site an address leads; None for other sites."""
    try:
        parts, own = urlsplit(address), urlsplit(root)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.netloc != own.netloc:
        return None
    return unquote(parts.path).removeprefix(own.path) if parts.path.startswith(own.path) else None


def _is_answered(output: Path, path: str) -> bool:
    if ".." in path.split("/"):
        path = posixpath.normpath(path)
    target = output / path
    return (target / "index.html").is_file() if path.endswith("/") or not path else target.is_file()


def find_faulty_feeds(output: Path, siteurl: str) -> Iterator[Problem]:
    """Yield a problem for each feed that is none, or that leads to what is not there."""
    for file in sorted(path for ending in ("*.xml", "*.json") for path in output.rglob(ending)):
        try:
            entries = _read_feed(file)
        except (etree.XMLSyntaxError, ValueError):
            yield Problem(Place(display_path(file)), "feed", "cannot be read; look at what writes it")
            continue
        place, ids = Place(display_path(file)), [identifier for identifier, _ in entries]
        if "" in ids:
            what = "an entry has no id, so readers show it again and again"
            yield Problem(place, "feed", f"{what}; look at the plugin or template that writes it")
        elif len(set(ids)) < len(ids):
            what = "two entries have one id, so readers show one of them only"
            yield Problem(place, "feed", f"{what}; look at the plugin or template that writes it")
        for url in sorted({url for _, url in entries}):
            path = _find_path(url, f"{siteurl}/")
            if not url.startswith("http") or (path is not None and not _is_answered(output, path)):
                what = f"an entry leads to {url or 'nothing'!r}, which is no page; look at SITEURL"
                yield Problem(place, "feed", what)


def _read_feed(file: Path) -> list[tuple[str, str]]:
    """Return id and address of each entry of a feed; of what is no feed, nothing.

    Raises:
        ValueError: It is neither XML nor JSON.
        XMLSyntaxError: The same.
    """
    data = file.read_bytes()
    if file.suffix == ".json":
        document = json.loads(data)
        is_feed = isinstance(document, dict) and "jsonfeed.org" in str(document.get("version", ""))
        items = document.get("items", ()) if is_feed else ()
        return [(str(item.get("id", "")), str(item.get("url", ""))) for item in items]
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.tag == "rss":
        return [(item.findtext("guid", ""), item.findtext("link", "")) for item in root.iter("item")]
    if root.tag != f"{_ATOM}feed":
        return []
    return [
        (entry.findtext(f"{_ATOM}id", ""), _find_alternate(entry)) for entry in root.iter(f"{_ATOM}entry")
    ]


def _find_alternate(entry: etree._Element) -> str:
    links = [link for link in entry.iter(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    return str(links[0].get("href", "")) if links else ""
