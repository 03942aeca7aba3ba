"""Pages that are as they were: taken from the last site for as long as all that they read is the same.

A page depends on what it read when it was made. Where each name and each thing that it read says the same
in this build, its template would do the same again: the page is the file of the last site, if that is still
the very file that was written. It gets a second name in the new site, and nobody reads it.
"""

from __future__ import annotations

import errno
import os
from dataclasses import astuple, dataclass, field, replace
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from ..telling.telling import find_telling
from .digests import DIGEST_LENGTH
from .page_record import PageRecord, tell_change
from .reading import Reading
from .record import describe_state
from .second_name import give_second_name
from .workers import Share, Workers, make_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pelican.generators import Generator
    from pelican.writers import Writer

    from .page_record import PageRecords
    from .reading import Names, Things
    from .template_changes import TemplateChanges

PAGES_KEY = "EVENT_RECAP_PAGES"
"""Key of Pelican's settings: the pages of the last build, while the next one is made."""


@dataclass(slots=True)
class Pages:
    """The pages of the last build, and those of this one."""

    site: str
    """Path of the folder of the last site."""
    before: PageRecords
    """What the pages of it read."""
    count_warnings: Callable[[], int]
    """Returns how many warnings were told so far."""
    opened: set[str]
    """Files that this process has opened; those of other processes that make pages are added."""
    now: dict[str, PageRecord] = field(default_factory=dict)
    """What the pages of this build read, by path below the output folder, as far as it can be known."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a page was made, by the same."""
    taken: set[str] = field(default_factory=set)
    """Pages that were not, by the same."""
    made: dict[str, bytes] = field(default_factory=dict)
    """Digests of the texts of those that were, by the same."""
    proved: str = ""
    """Digest of what was searched for in this site and stands nowhere; empty where something stands there."""
    workers: Workers = field(default_factory=Workers)
    """Other processes that read texts for this one, and then make its pages."""
    has_begun: bool = False
    """Whether a text of this build was asked for."""
    share: Share | None = None
    """What this process makes for another; None in the one that writes the site."""
    _copied: set[str] = field(default_factory=set)
    """Pages that were taken, where the disk knows no second names."""
    _shared: dict[Names, Names] = field(default_factory=dict)
    """What pages read alike, kept once: most of what a page reads."""
    things: Things | None = None
    """What the pages of this build read of."""
    templates: TemplateChanges | None = None
    """The templates by which they are made."""
    outdated: dict[str, str] = field(default_factory=dict)
    """Pages of the last site that are made again for what many pages have in common, and why, by path."""
    reading: Reading | None = None
    """Of the page that is being made."""

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Be nothing in Pelican's own cache, which keeps texts together with their settings."""
        return type(None), ()

    def take(self, page: str, template: str, context: Mapping[str, Any]) -> bool:
        """Tell whether a page is as it was, and will be the file of the last site; if not, note the reason.

        Args:
            page: Path below the output folder.
            template: Name of its template.
            context: All that it finds.
        """
        record = self._find_record(page, template)
        if self.things is None or record is None:
            return False
        if reason := record.find_change(Reading(self.things, context)):
            self.reasons[page] = reason
            return False
        if not self.has_file(page, record):
            self.reasons[page] = "its file is not what the last build wrote"
            return False
        self.reuse(page, record)
        if telling := find_telling(context):
            telling.take_page()
        return True

    def _find_record(self, page: str, template: str) -> PageRecord | None:
        """Return what a page of the last site read; None where its template is another, which is noted."""
        record = (self.before.pages or {}).get(page)
        if record is None or record.template != template:
            self.reasons[page] = "it was no page of the last site"
        elif reason := self.outdated.get(page, ""):
            self.reasons[page] = reason
        else:
            return record
        return None

    def name_template(self, name: str | None, file: str | None) -> str:
        """Return the name of a template, or the file of one that is none of the theme's, such as a text."""
        known = self.templates is None or self.templates.has(file or "")
        return (name if known else file) or ""

    def has_file(self, page: str, record: PageRecord) -> bool:
        """Tell whether the file of the last site is the very one that was written there."""
        return bool(record.state) and describe_state(self._find_file(page)) == record.state

    def reuse(self, page: str, record: PageRecord) -> None:
        """Let a file of the last site stand in the new one, with what it read."""
        self.now[page] = record
        self.taken.add(page)

    def settle(self, folder: Path) -> list[str]:
        """Let the pages that were taken stand in the new site; forget what others have written over.

        Called when all is written: until then nothing stands there, and others may write as they do anywhere.

        Args:
            folder: Where the new site is made.

        Returns:
            Paths below it of the pages that were taken, in no order.
        """
        for page, digest in self.made.items():
            if _digest_file(os.path.join(folder, page)) != digest:
                self.now.pop(page, None)
        return [page for page in self.taken if self._place(page, os.path.join(folder, page))]

    def _place(self, page: str, path: str) -> bool:
        """Let a page that was taken stand in the new site; tell whether nobody else wrote there.

        Raises:
            OSError: Another page of this site has its name for a folder.
        """
        if os.path.isdir(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if os.path.lexists(path):
            self.now.pop(page, None)
            return False
        if not give_second_name(self._find_file(page), path):
            self._copied.add(page)
        return True

    def list_records(self) -> dict[str, PageRecord]:
        """Return what the pages of this build read, by path, once the site is in its place."""
        known = self.taken - self._copied  # the very files, whose state is known
        return {
            page: record if page in known else replace(record, state=describe_state(self._find_file(page)))
            for page, record in self.now.items()
        }

    def find_edited(self) -> str:
        """Return a page that was taken, and is another one since somebody wrote there; empty for none."""
        known = sorted(self.now.keys() & self.taken - self._copied)
        return next((page for page in known if not self.has_file(page, self.now[page])), "")

    def _find_file(self, page: str) -> str:
        return os.path.join(self.site, page)

    def explain(self, page: str) -> str:
        """Say why a page was made or was not; it is named by its path below the output folder."""
        if page in self.taken:
            return f"{page}: taken from the last site, because all that it reads is the same"
        if page in self.reasons:
            return f"{page}: made in this build, because {self.reasons[page]}"
        return f"{page}: no page of this build"

    def share_out(self, generators: Sequence[Generator], writer: Writer, jobs: int) -> None:
        """Let other processes make the pages, where most cannot be taken from the last site."""
        if self.things is None or self.templates is None:
            return
        pages = {page: one for page, one in (self.before.pages or {}).items() if one.template}
        changes = ((page, self.templates.find_change(one.template)) for page, one in pages.items())
        self.outdated = {page: reason for page, reason in changes if reason}
        reading = Reading(self.things, self.things.shared)
        names = ((page, reading.find_shared_change(one.shared)) for page, one in pages.items())
        told = {page: tell_change(name) for page, name in names if name is not None}
        if len(told) * 2 >= len(pages):  # of fewer, some may come to be the same until they are made
            self.outdated = told | self.outdated
        if jobs and len(self.outdated) * 2 >= len(pages):
            self.workers.start(partial(make_pages, generators, writer, self._begin_share), jobs)

    def _begin_share(self, share: Share) -> None:
        self.share = share
        self.opened.clear()  # of what this process knows as well, nothing is told

    def close(self) -> None:
        """Look no longer what pages read, as the site is built or the build failed."""
        self.workers.stop()
        self.things = None

    def take_made(self, page: str) -> str | None:
        """Return the text of a page that another process made for this one, or None."""
        if (made := self.workers.take(page)) is None:
            return None
        text, opened, *record = made
        self.opened.update(opened)
        self.keep(page, PageRecord.read(record), text.encode("utf-8"))
        return str(text)

    def make_for_another(
        self, page: str, template: str, context: Mapping[str, Any], render: Callable[[], str]
    ) -> str:
        """Make a page where it belongs to the share of this process, and hand it over; return nothing.

        The process for which it is made looks first at one that it may take.
        """
        if self.share and self.share.has(page) and not self._find_record(page, template):
            text = self.make(page, template, context, render)
            record = self.now.pop(page, None)
            self.share.hand_over(page, record and [text, sorted(self.opened), *astuple(record)])
            if record:
                self.opened.clear()
        return ""

    def make(self, page: str, template: str, context: Mapping[str, Any], render: Callable[[], str]) -> str:
        """Return the text of a page that is made now, and note what it reads."""
        if self.things is None:
            return render()
        warnings = self.count_warnings()
        self.reading = reading = Reading(self.things, context)
        try:
            text = render()
        finally:
            self.reading = None
        if self.count_warnings() != warnings:
            reading.hinder("it told a warning, which has to be told again")
        if reading.obstacle:
            self.reasons[page] = f"it has to be at each build: {reading.obstacle}"
        else:
            self.keep(page, PageRecord.of(reading, template), text.encode("utf-8"))
        return text

    def keep(self, page: str, record: PageRecord, data: bytes) -> None:
        """Note what a file read that was made, and what was written there."""
        shared = self._shared.setdefault(record.shared, record.shared)
        self.now[page], self.made[page] = replace(record, shared=shared), _digest(data)


def takes_pages(settings: Mapping[str, Any]) -> bool:
    """Tell whether a build, while it runs, may take pages from the last site."""
    pages: Pages | None = settings.get(PAGES_KEY)
    return pages is not None and bool(pages.before.pages)


def _digest_file(path: str) -> bytes:
    """Return the digest of a file; that of nothing where there is none."""
    try:
        with open(path, "rb", buffering=0) as stream:
            return _digest(stream.read())
    except OSError:
        return b""


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=DIGEST_LENGTH).digest()
