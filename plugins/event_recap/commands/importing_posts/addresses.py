"""Old addresses: links between texts that move together, and redirects for those who come from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ...loading.metadata import parse_language
from ...loading.report import UnreadableError
from ...loading.site_path import name_file, parse_site_path
from .found import PUBLISHED
from .tree import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from ..opening import OpenSite
    from .found import FoundPost


class Addresses:
    """Where the texts of an old blog were, and where they will be."""

    def __init__(
        self,
        site: OpenSite,
        names: Iterable[tuple[bool, str, str]],
        moved: Mapping[Path, tuple[FoundPost, str]],
    ) -> None:
        """Take what is there, and what is brought in.

        Args:
            site: Where it is brought to.
            names: Whether it is a page, slug and language, of each text that the site has.
            moved: Text and slug of each that comes, by its file.
        """
        self._site = site
        self._links: dict[str, str] = {}
        self._pages = {self._place(post, slug) for post, slug in moved.values()}
        self._pages |= {self._format(slug, lang, None, is_page=is_page) for is_page, slug, lang in names}
        self._pages |= {
            value.casefold()
            for name, value in site.urls.items()
            if name.endswith("_SAVE_AS") and isinstance(value, str)
        }
        self._claimed: set[str] = set()
        for path, (post, _) in moved.items():
            if post.address and post.status == PUBLISHED:
                inner = path.relative_to(site.content).as_posix()
                # WordPress also has links by number, which are the ids in its feeds.
                for known in filter(None, (post.address, post.entry_id)):
                    self._links.setdefault(_fold(known), "{filename}/" + quote(inner))

    def find_link(self, address: str) -> str:
        """Return the link to a text that an old address has become; empty where it became none."""
        return self._links.get(_fold(address), "")

    def find_former(self, post: FoundPost, slug: str) -> tuple[str, ...]:
        """Return the old address below the site, for a redirect; nothing where none is needed or possible."""
        parts = urlsplit(post.address)
        if not post.address or post.status != PUBLISHED or parts.hostname == NOWHERE:
            return ()
        root = urlsplit(str(self._site.urls["SITEURL"] or "")).path.rstrip("/")
        typed = parts.path.removeprefix(root) if root and parts.path.startswith(f"{root}/") else parts.path
        try:
            path = parse_site_path(typed)
        except UnreadableError:
            path = ""
        if not path or parts.query:
            old = f"{parts.path}{'?' * bool(parts.query)}{parts.query}"
            what = f"its old address, {old}, cannot lead here by a page"
            post.remarks.note(post.line, what)
            return ()
        file = name_file(path).casefold()
        if file == self._place(post, slug):
            return ()
        if file in self._pages or file in self._claimed:
            post.remarks.note(post.line, "its old address is that of another page here, and leads there")
            return ()
        self._claimed.add(file)
        return (f"/{path}",)

    def _place(self, post: FoundPost, slug: str) -> str:
        """Return the file of a page below the output folder, as file systems tell it apart."""
        return self._format(slug, find_lang(self._site, post), post.moment, is_page=post.is_page)

    def _format(self, slug: str, lang: str, moment: datetime | date | None, *, is_page: bool) -> str:
        """Return the same; empty where a setting wants what only a build knows."""
        name = f"{'PAGE' if is_page else 'ARTICLE'}{'_LANG' if lang else ''}_SAVE_AS"
        form = str(self._site.urls[name])
        values = {"slug": slug, "lang": lang, "date": moment}
        try:
            return form.format(**values).casefold()
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            return ""


def find_lang(site: OpenSite, post: FoundPost) -> str:
    """Return the language of a text; empty for that of the site, and where it cannot be told."""
    primary = post.lang.replace("_", "-").partition("-")[0].lower()
    try:
        parse_language(primary)
    except UnreadableError:
        return ""
    return "" if primary == str(site.urls["DEFAULT_LANG"]).partition("-")[0].lower() else primary


def _fold(address: str) -> str:
    """Return an address as far as it tells one text from another."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{unquote(parts.path).rstrip('/')}{'?' + parts.query if parts.query else ''}".casefold()
