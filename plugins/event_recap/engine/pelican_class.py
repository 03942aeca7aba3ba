"""Pelican's own class, which looks first whether there is anything to build."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican as PelicanBase
from pelican.generators import ArticlesGenerator
from pelican.log import console
from pelican.plugins import signals

from ..telling.telling import PROFILE
from ..wording.speech import word
from .circumstances import (
    EXPLAIN,
    NO_CACHE,
    TOLD_KEY,
    digest_circumstances,
    find_stranger,
    find_unseen,
    name_moment,
)
from .collecting import collect_seldom
from .interruption import end_on_signals, stop_ending_on_signals
from .lock import release
from .observation import Observation, leave_out, list_modules, list_tree, observe
from .page_record import PageRecords, find_page_records, read_records, write_records
from .pages import PAGES_KEY, Pages
from .record import (
    TICK_NS,
    describe_read,
    describe_written,
    find_change,
    find_date,
    find_moment,
    find_path,
    find_record,
    find_state,
    write_record,
)
from .warnings_heard import Ear, listen
from .workers import Silent, count_jobs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pelican.generators import Generator

logger = logging.getLogger(__name__)

PATHS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS")
"""Pelican's settings that name files and folders of texts, and of what is published as it is."""


class Pelican(PelicanBase):
    """Pelican, except that nothing is done again that would come out the same.

    Pages are taken from the last site (``pages``), and a build that would change nothing ends before plugins
    are loaded. It ends early only where every file that the last build opened or could have found is as it
    was, and all that it wrote; and where it saw all that could change the site, and what is told of it.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        """Look what changed; with nothing, no plugin is loaded."""
        end_on_signals()
        self.began = time.time_ns()
        self.circumstances = digest_circumstances(settings)
        self.record = find_record(Path(settings["OUTPUT_PATH"]))
        self.moment = f"{self.circumstances} {name_moment(settings)}"
        reason = _find_reason(settings)
        self.change, self.told = (reason, []) if reason else find_change(self.record, self.moment)
        with observe() as loading:
            super().__init__(settings)  # type: ignore[no-untyped-call]
        self.compiled = loading.written  # copies that Python leaves of the code of plugins, and their folders

    def init_plugins(self) -> None:
        """Load the plugins, unless there is nothing to do."""
        self.plugins: list[Any] = []
        if self.change is not None:
            logger.info("%s", word(f"building: {self.change}"))
            super().init_plugins()  # type: ignore[no-untyped-call]

    def run(self) -> None:
        """Build, and note what this build depended on; or say that nothing changed."""
        if self.change is None:
            sys.stderr.writelines(f"{line}\n" for line in self.told)
            console.print(word("Done: nothing changed since the last build, which stays as it is."))
            self.change = "asked again"  # by Pelican's autoreload, which keeps this object
            stop_ending_on_signals()
            return
        if not self.plugins:
            self.init_plugins()
            signals.initialized.send(self)
        self.record.unlink(missing_ok=True)
        before = {find_path(line): line for line in describe_read(self._list_sources())}
        with observe() as observation, listen() as ear, collect_seldom():
            pages = self.settings[PAGES_KEY] = self._open_pages(ear, observation)
            signals.all_generators_finalized.connect(self._keep_generators)
            signals.get_writer.connect(self._share_pages)
            try:
                super().run()  # type: ignore[no-untyped-call]
            finally:
                pages.close()
        try:
            self._note(pages, observation, before, has_warned=ear.count > 0)
        finally:
            release(self)

    def _note(
        self, pages: Pages, observation: Observation, before: Mapping[str, str], *, has_warned: bool
    ) -> None:
        """Leave for the next build on what this one depended."""
        # A page that was taken depends on all that was read when it was made.
        former = filter(os.path.exists, map(find_path, pages.before.files))
        lines = list(describe_read(self._find_inputs(observation).union(former)))
        late = self._find_late(lines, before, observation)
        self._keep_pages(pages, lines, late)
        if edited := pages.find_edited():
            late.append(edited)
        if page := self.settings.get(EXPLAIN):
            console.print(word(pages.explain(self._find_page(page))), soft_wrap=True)
        told = self.settings.pop(TOLD_KEY, [])
        if doubt := self._find_doubt(observation, late, told, has_warned=has_warned):
            logger.info("%s", word(f"the next build is a whole one: {doubt}"))
        else:
            made = (name for _, names in list_tree(Path(self.settings["OUTPUT_PATH"])) for name in names)
            write_record(self.record, self.moment, told, [*lines, *describe_written(made)])

    def _keep_generators(self, generators: Sequence[Generator]) -> None:
        self.generators = generators

    def _share_pages(self, _pelican: object) -> None:
        """Let pages be made on every core: each text is read and judged, and nothing is written so far."""
        if not find_unseen(self.settings):
            articles = (one.articles for one in self.generators if isinstance(one, ArticlesGenerator))
            jobs = count_jobs(self.settings, sum(map(len, articles)))
            nowhere = Silent(self.output_path, self.settings)  # type: ignore[no-untyped-call]
            self.settings[PAGES_KEY].share_out(self.generators, nowhere, jobs)

    def _open_pages(self, ear: Ear, observation: Observation) -> Pages:
        """Return the pages of the last build; none where each is made again, for a reason that is told."""
        output = Path(self.settings["OUTPUT_PATH"])
        before = PageRecords() if self.settings.get(NO_CACHE) else read_records(find_page_records(output))
        if reason := find_unseen(self.settings) or before.find_change(self.circumstances):
            logger.info("%s", word(f"every page is made: {reason}"))
            before = PageRecords()
        return Pages(str(output), before, lambda: ear.count, observation.opened)

    def _find_page(self, typed: str) -> str:
        """Return the path below the output folder of a page that is named as an author sees it."""
        path = os.path.abspath(typed)
        output = f"{os.path.abspath(self.settings['OUTPUT_PATH'])}{os.sep}"
        name = path.removeprefix(output) if path.startswith(output) else typed.removeprefix("/")
        return f"{name}index.html" if not name or name.endswith("/") else name

    def _keep_pages(self, pages: Pages, lines: Iterable[str], late: Iterable[str]) -> None:
        """Note what the pages of this build read, and on what all of them depend."""
        code, apart = set(list_modules()), set(_list_apart(lines, [self.path]))
        shared = [line for line in lines if line in apart or find_path(line) in code]
        templates = pages.templates.now if pages.templates else {}
        # Pelican copies the theme's own files once all is written; what code reads of them is in the answers.
        below = f"{os.path.abspath(self.theme)}{os.sep}"
        static = [folder for folder in self._list_static_folders() if folder.startswith(below)]
        theme = [*(pages.templates.folders if pages.templates else ()), *static]
        place = find_page_records(Path(self.settings["OUTPUT_PATH"]))
        if not {*late}.isdisjoint(map(find_path, shared)):
            place.unlink(missing_ok=True)  # some pages may be of before, some of after
            return
        files = tuple(_list_apart(shared, theme))
        records = pages.list_records()
        write_records(place, PageRecords(self.circumstances, files, records, pages.proved, templates))

    def _list_static_folders(self) -> list[str]:
        """Return the folders that are copied as they are with the theme."""
        named = self.settings["THEME_STATIC_PATHS"]
        return [os.path.abspath(os.path.join(self.theme, one)) for one in named]

    def _find_doubt(
        self, observation: Observation, late: Sequence[str], told: Sequence[str], *, has_warned: bool
    ) -> str:
        """Return what could make the next build another one, and cannot be seen; empty for nothing."""
        if has_warned:
            return "Pelican or a library told a warning, and nobody knows on what that depends"
        if told and observation.has_asked_git:
            return "what this one told may depend on git"
        if stranger := find_stranger(self.settings["PLUGINS"] or ()):
            return stranger
        cache = f"{os.path.abspath(self.settings['CACHE_PATH'])}{os.sep}"
        if any(f"{os.path.abspath(one)}{os.sep}".startswith(cache) for one in (self.path, self.theme)):
            return "its texts or its theme lie in CACHE_PATH, where a build keeps what it makes"
        if observation.asked:
            return f"this one asked {observation.asked[0]}"
        return f"{late[0]} changed meanwhile" if late else ""

    def _find_late(
        self, lines: Iterable[str], before: Mapping[str, str], observation: Observation
    ) -> list[str]:
        """Return the paths that somebody else changed during this build, sorted.

        Args:
            lines: What the build read, as it is at its end.
            before: Lines by path of texts, lists and themes, as they were at its beginning.
            observation: What the build itself wrote.
        """
        written = self.compiled | observation.written
        fresh = written | {os.path.dirname(path) for path in written}
        now = {find_path(line): line for line in lines}
        has_links = self.settings["STATIC_CREATE_LINKS"]  # a second name changes the ctime of what has it
        word = find_state if has_links else str
        changed = {path for path, line in before.items() if word(now.get(path, "")) != word(line)}
        # Of all else nobody knows how it was: code, and what plugins read.
        moments = {path: (find_date if path in before else find_moment)(line) for path, line in now.items()}
        changed |= {path for path, moment in moments.items() if moment > self.began - TICK_NS}
        return sorted(changed - fresh)

    def _list_sources(self) -> set[str]:
        """Return every file and folder of the texts, the lists and the theme."""
        trees = (list_tree(Path(root)) for root in (self.path, self.theme))
        return self._leave_out(
            {path for tree in trees for folder, names in tree for path in (folder, *names)}
        )

    def _leave_out(self, paths: Iterable[str]) -> set[str]:
        """Return paths but what a build makes, and the folder around the output, where it moves folders."""
        output, cache = (os.path.abspath(self.settings[key]) for key in ("OUTPUT_PATH", "CACHE_PATH"))
        around = os.path.dirname(output)
        # With a separator each: a folder of texts may begin like the output folder.
        own = (f"{output}{os.sep}", f"{cache}{os.sep}", f"{around}{os.sep}.{os.path.basename(output)}.")
        return leave_out(paths, own) - {around, output, cache}

    def _find_inputs(self, observation: Observation) -> set[str]:
        """Return every file that was read or could be, their folders, and what was looked for in vain."""
        files = set(filter(os.path.isfile, self._leave_out({*observation.opened, *list_modules()})))
        folders = {*observation.listed, *map(os.path.dirname, files)}
        files |= self._list_sources()
        # Pelican looks for these in a way that nobody hears.
        named = {os.path.abspath(os.path.join(self.path, one)) for key in PATHS for one in self.settings[key]}
        asked = {*observation.opened, *observation.listed, *self._list_static_folders()} - observation.written
        folders |= {path for path in asked | named if not os.path.exists(path)}
        return self._leave_out(files | folders)


def _find_reason(settings: dict[str, Any]) -> str | None:
    """Return why a site is built in any case."""
    if asked := next((name for name in (NO_CACHE, EXPLAIN, PROFILE) if settings.get(name)), ""):
        return f"{asked} is set"
    if not settings["WITH_FUTURE_DATES"]:
        return "WITH_FUTURE_DATES is off: a text may wait for its hour"
    return None


def _list_apart(lines: Iterable[str], folders: Iterable[str]) -> list[str]:
    """Return the lines of what is neither one of some folders nor in it."""
    own = tuple(f"{os.path.abspath(folder)}{os.sep}" for folder in folders)
    return [line for line in lines if not f"{find_path(line)}{os.sep}".startswith(own)]
