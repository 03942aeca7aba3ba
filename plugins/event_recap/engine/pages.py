"""Pages that are as they were: taken from the last site for as long as all that they read is the same.

A page depends on what it read when it was made. Where each name and each thing that it read says the same
in this build, its template would do the same again: the page is the file of the last site, if that is byte
for byte what was written.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from ..telling.telling import find_telling
from .circumstances import find_stranger
from .digests import combine
from .listening import listen_to
from .page_record import PageRecord
from .reading import Reading, Things
from .workers import Share, Workers, make_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Template
    from pelican.generators import Generator
    from pelican.writers import Writer

    from .page_record import PageRecords

PAGES_KEY = "EVENT_RECAP_PAGES"
"""Key of Pelican's settings: the pages of the last build, while the next one is made."""


@dataclass(slots=True)
class Pages:
    """The pages of the last build, and those of this one."""

    site: Path
    """Folder of the last site."""
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
    workers: Workers = field(default_factory=Workers)
    """Other processes that read texts for this one, and then make its pages."""
    has_begun: bool = False
    """Whether a text of this build was asked for."""
    share: Share | None = None
    """What this process makes for another; None in the one that writes the site."""
    _told: set[str] = field(default_factory=set)
    """Opened files of which the other process knows."""
    things: Things | None = None
    """What the pages of this build read of."""
    reading: Reading | None = None
    """Of the page that is being made."""

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Be nothing in Pelican's own cache, which keeps texts together with their settings."""
        return type(None), ()

    def listen(self, generator: Generator) -> None:
        """See what the templates of a generator read, and take from the last site what would be the same.

        Called once its environment is complete: with its filters, globals and the class of its templates.
        """
        environment = generator.env
        self.things = self.things or Things(
            environment.getattr, environment.getitem, generator.context, environment.globals
        )
        listen_to(environment, lambda: self.reading)
        environment.template_class = _make_template_class(environment.template_class, self)

    def find(self, page: str, template: str, context: Mapping[str, Any]) -> str | None:
        """Return the text of a page that is as it was, or None; the reason is noted.

        Args:
            page: Path below the output folder.
            template: Name of its template.
            context: All that it finds.
        """
        record = (self.before.pages or {}).get(page)
        if self.things is None:
            return None
        if record is None or record.template != template:
            self.reasons[page] = "it was no page of the last site"
            return None
        if reason := record.find_change(Reading(self.things, context)):
            self.reasons[page] = reason
            return None
        try:
            written = (self.site / page).read_bytes()
        except OSError:
            written = b""
        if combine([written]).hex() != record.text:
            self.reasons[page] = "its file is not what the last build wrote"
            return None
        self.now[page] = record
        self.taken.add(page)
        if telling := find_telling(context):
            telling.take_page()
        return written.decode("utf-8")

    def explain(self, page: str) -> str:
        """Say why a page was made or was not; it is named by its path below the output folder."""
        if page in self.taken:
            return f"{page}: taken from the last site, because all that it reads is the same"
        if page in self.reasons:
            return f"{page}: made in this build, because {self.reasons[page]}"
        return f"{page}: no page of this build"

    def share_out(self, generators: Sequence[Generator], writer: Writer, jobs: int) -> None:
        """Let other processes make the pages, where none can be taken from the last site."""
        if jobs and not self.before.pages and self.things:
            self.workers.start(partial(make_pages, generators, writer, self._begin_share), jobs)

    def _begin_share(self, share: Share) -> None:
        self.share, self._told = share, set(self.opened)

    def close(self) -> None:
        """Look no longer what pages read, as the site is built or the build failed."""
        self.workers.stop()
        self.things = None

    def take(self, page: str, template: str, context: Mapping[str, Any]) -> str | None:  # noqa: ARG002
        """Return the text of a page that another process made for this one, or None."""
        if (made := self.workers.take(page)) is None:
            return None
        text, opened, *record = made
        self.opened.update(opened)
        self.now[page] = PageRecord.read(record)
        return str(text)

    def make_for_another(
        self, page: str, template: str, context: Mapping[str, Any], render: Callable[[], str]
    ) -> str:
        """Make a page where it belongs to the share of this process, and hand it over; return nothing."""
        if self.share and self.share.has(page):
            text = self.make(page, template, context, render)
            record = self.now.pop(page, None)
            opened = sorted(self.opened - self._told)
            self.share.hand_over(page, record and [text, opened, *astuple(record)])
            self._told.update(opened if record else ())
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
            self.now[page] = PageRecord.of(reading, template, combine([text.encode("utf-8")]).hex())
        return text


def find_unseen(settings: Mapping[str, Any]) -> str:
    """Return what of a site may change its pages without being seen; empty for nothing."""
    if stranger := find_stranger(settings["PLUGINS"] or ()):
        return stranger
    for key in ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS"):
        if settings[key]:
            return f"nobody knows on what {key} depends"
    extensions = settings["JINJA_ENVIRONMENT"].get("extensions", ())
    other = next((str(one) for one in extensions if not str(one).startswith("jinja2.ext.")), "")
    return f"nobody knows on what {other} depends" if other else ""


def _make_template_class(base: type[Template], pages: Pages) -> type[Template]:
    class Reusing(base):  # type: ignore[valid-type, misc]
        """A template that makes a page only where the last site does not have it."""

        def render(self, *arguments: Any, **options: Any) -> str:
            """Return a page; parts of pages, which are no file, are made as ever."""
            context = dict(*arguments, **options)
            page, name = context.get("output_file"), self.name or ""
            render = partial(super().render, context)
            if page is None or pages.reading is not None:
                return str(render())
            if pages.share:
                return pages.make_for_another(page, name, context, render)
            for find in (pages.find, pages.take):
                if (found := find(page, name, context)) is not None:
                    return found
            return pages.make(page, name, context, render)

    return Reusing
