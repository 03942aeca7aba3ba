"""What a site has already: slugs, ids and names of files that no text may take again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...loading.ids_file import load_ids
from ...model.identity import build_id
from ...model.ids import Ids
from ..published import build_slug, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from ..opening import OpenSite

_ENDINGS = {".md", ".markdown", ".mkd", ".mdown"}


@dataclass(slots=True)
class Present:
    """Grows with each text that is brought in."""

    names: set[tuple[bool, str, str]] = field(default_factory=set)
    """Whether it is a page, slug in lower case, language, of each text that is on the site."""
    ids: set[str] = field(default_factory=set)
    """By which feed readers know texts of the site."""
    taken: set[tuple[bool, str, str]] = field(default_factory=set)
    """The same as ``names``, of texts that are brought in now, and of pages that a build makes."""
    taken_ids: set[str] = field(default_factory=set)
    paths: set[Path] = field(default_factory=set)
    remembered: Ids = field(default_factory=Ids)
    """What builds gave before."""

    def has(self, entry_id: str, slug: str, lang: str, *, is_page: bool) -> bool:
        """Tell whether a text is on the site already, by its id or its name."""
        return (bool(entry_id) and entry_id in self.ids) or (is_page, fold(slug), lang) in self.names

    def take(self, slug: str, lang: str, *, is_page: bool) -> str:
        """Return a slug that no other text has, and give it away; empty where the text is here already.

        Of one source, the same texts get the same numbers: what has one of these names was brought in before.
        """
        number, name = 1, slug
        while (is_page, fold(name), lang) in self.taken:
            number += 1
            name = f"{slug[:180]}-{number}"
        if (is_page, fold(name), lang) in self.names:
            return ""
        self.taken.add((is_page, fold(name), lang))
        return name

    def take_id(self, identifier: str) -> bool:
        """Give an id away; tell whether it was free, and not withdrawn."""
        withdrawn = {one.id for one in self.remembered.withdrawn}
        is_free = identifier not in self.taken_ids and self.remembered.obscure(identifier) not in withdrawn
        self.taken_ids.add(identifier)
        return is_free

    def take_path(self, folder: Path, stem: str, ending: str) -> Path:
        """Return the name of a file that is not there, and give it away."""
        number, path = 1, folder / f"{stem}{ending}"
        while path.exists() or path in self.paths:
            number += 1
            path = folder / f"{stem}-{number}{ending}"
        self.paths.add(path)
        return path


def fold(slug: str) -> str:
    """Return a slug as a file system tells it apart from others."""
    return build_id(slug) or slug.casefold()


def find_present(site: OpenSite) -> Present:
    """Return what is on a site: of drafts as well as of what is published."""
    found = Present()
    default = str(site.urls["DEFAULT_LANG"]).partition("-")[0]
    for is_page, setting in ((False, "ARTICLE_PATHS"), (True, "PAGE_PATHS")):
        folders = [site.content / str(folder) for folder in site.urls[setting]]
        for path in site.find_texts():
            if path.suffix not in _ENDINGS or not any(path.is_relative_to(folder) for folder in folders):
                continue
            parsed = read_file(site, path)
            title, slug = (str(parsed.metadata.get(key) or "") for key in ("title", "slug"))
            lang = str(parsed.metadata.get("lang") or default).partition("-")[0]
            found.names.add((is_page, fold(slug or build_slug(site, title)), "" if lang == default else lang))
            found.ids.add(parsed.recap.entry_id)
    remembered, _ = load_ids(site.content)
    found.ids |= {record.id for record in remembered.posts.values()}
    found.ids.discard("")
    found.remembered = remembered
    for name, value in site.urls.items():
        if name.endswith("_SAVE_AS") and isinstance(value, str) and "{" not in value:
            found.taken.add((True, fold(value.removesuffix("/index.html").removesuffix(".html")), ""))
    return found
