"""The former addresses of texts and events: those a build remembers, and those an author typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..documents import fold_path
from ..errors import Place, Problem
from ..loading.files import display_path
from ..loading.ids_file import IDS_NAME
from ..loading.site_path import name_file
from ..page_generator import find_path, find_recap
from ..rendering import strip_html
from ..run import AnyArticle, Redirect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model.event import Event
    from ..run import Run


@dataclass
class FormerAddresses:
    """Collects redirects; a page of today always keeps its address."""

    run: Run
    settings: Mapping[str, Any]
    """Pelican's, with ours."""
    pages: Mapping[str, Place]
    """Files of the pages of today below the output folder, and where each comes from."""
    claimed: dict[str, Redirect] = field(default_factory=dict)
    """By file at the former address."""

    def add_typed(self, content: AnyArticle) -> None:
        """Take what ``redirect_from`` of a text says; what cannot be is told."""
        recap = find_recap(content)
        for path in recap.redirect_from if recap else ():
            place = (recap and recap.redirect_from_place) or Place(display_path(Path(content.source_path)))
            save_as = name_file(path)
            if save_as == content.save_as:
                self._tell(place, f"/{path}", "is the address of this page; take it out")
            elif page := self.pages.get(fold_path(save_as)):
                what = f"is the address of a page of today, that of {page}; take it out"
                self._tell(place, f"/{path}", what)
            elif (other := self.claimed.get(fold_path(save_as))) and other.target != content.url:
                self._tell(place, f"/{path}", f"leads elsewhere by {other.place} already; keep one of them")
            else:
                self._claim(save_as, path, content, place)

    def add_remembered(self, content: AnyArticle, content_folder: Path) -> None:
        """Take the former slugs of a published text; a page of today and what was typed come first."""
        record = self.run.ids.posts.get(find_path(content))
        if record is None or hasattr(content, "override_save_as") or hasattr(content, "override_url"):
            return
        place = Place(display_path(content_folder / IDS_NAME))
        for slug in record.former:
            values = {**content.url_format, "slug": slug}
            form = "" if content.in_default_lang else "LANG_"
            save_as, url = (
                str(self.settings[f"{type(content).__name__.upper()}_{form}{name}"]).format(**values)
                for name in ("SAVE_AS", "URL")
            )
            self._claim_free(save_as, url, content, place)

    def add_event(self, event: Event, page: Any, content_folder: Path) -> None:  # noqa: ANN401 -- Pelican's content
        """Take the former ids of an event: those its list names, and those that are remembered."""
        record = self.run.ids.events.get(event.id)
        for former in event.moved_from:
            save_as, url = self._place_event(former)
            if other := self.pages.get(fold_path(save_as)):
                self._tell(event.place, former, f"is the id of {other}; take it out", "event.moved_from")
            else:
                self._claim_free(save_as, url, page, event.place)
        for former in record.former if record else ():
            save_as, url = self._place_event(former)
            self._claim_free(save_as, url, page, Place(display_path(content_folder / IDS_NAME)))

    def _place_event(self, event_id: str) -> tuple[str, str]:
        save_as = str(self.settings["EVENT_SAVE_AS"]).format(slug=event_id)
        return save_as, self.run.addresses.find_event(event_id)

    def _claim_free(self, save_as: str, url: str, content: AnyArticle, place: Place) -> None:
        """Claim an address that nobody typed, where neither a page nor another redirect has it."""
        if fold_path(save_as) not in self.pages and fold_path(save_as) not in self.claimed:
            self._claim(save_as, url, content, place)

    def _claim(self, save_as: str, url: str, content: AnyArticle, place: Place) -> None:
        title = strip_html(str(content.title))
        redirect = Redirect(save_as=save_as, url=url, target=content.url, title=title, place=place)
        if fold_path(save_as) not in self.claimed:
            self.claimed[fold_path(save_as)] = redirect
            self.run.redirect(redirect)

    def _tell(self, place: Place, path: str, what: str, key: str = "redirect_from") -> None:
        self.run.report([Problem(place, key, f"'{path}' {what}")])


def fold_pages(pages: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """Return pages by their files, as file systems tell them apart that do not know capitals."""
    return {fold_path(save_as): place for save_as, place in pages if save_as}


def list_addresses(redirects: Iterable[Redirect]) -> list[tuple[str, str]]:
    """Return each former address and the one of today, below ``SITEURL``, in order."""
    return sorted({redirect.url: redirect.target for redirect in redirects}.items())
