"""What a build says while it works and at its end, in one object that everybody finds in the settings."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from ..wording.speech import is_quiet, say
from .line import Line
from .profile import Profile
from .tally import Phase, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "EVENT_RECAP_TELLING"
"""Key of Pelican's settings, and of the context of templates, while a build runs."""

PROFILE = "PROFILE"
"""Setting, for the command line: tell at the end where the time went."""


class Telling:
    """Counts what a build does, shows it at a terminal, and tells it at the end."""

    def __init__(self, *, is_profiled: bool = False) -> None:
        """Begin with nothing done."""
        self.tally = Tally()
        self.tells_all = sys.stdout.isatty()
        """Whether only the author reads it: then every page is told, and else none of a person or a draft."""
        self._line = Line()
        self._mark = time.perf_counter()
        self._is_taken = False
        self.profile = Profile() if is_profiled else None

    @property
    def is_seen(self) -> bool:
        """Whether somebody sees how far the build is, so that it pays to find out how far it has to go."""
        return self._line.is_seen

    def enter(self, phase: Phase) -> None:
        """Begin a phase; the same again changes nothing."""
        if phase is not self.tally.phase:
            self.tally.enter(phase)
            self._line.show(self.tally, now=True)

    def expect(self, phase: Phase, count: int) -> None:
        """Add to what there is to do in a phase."""
        self.tally.expected[phase] = self.tally.expected.get(phase, 0) + count

    def mark(self) -> None:
        """Begin to measure the next page here."""
        self._mark = time.perf_counter()

    def add_text(self) -> None:
        """Count a text that was read."""
        self.enter(Phase.TEXTS)
        self.tally.texts += 1
        self._line.show(self.tally)

    def take_page(self) -> None:
        """The page that is counted next is one of the last site."""
        self._is_taken = True

    def add_page(self, name: str, seconds: float | None = None) -> None:
        """Count a page that was rendered, or taken from the last site.

        Args:
            name: Path below the output folder; empty where it is not to be told.
            seconds: How long it took; since the last page or mark, where nobody measured it.
        """
        now = time.perf_counter()
        if self._is_taken:
            self.tally.reused += 1
        else:
            self.tally.add_page(name, now - self._mark if seconds is None else seconds)
        self._mark, self._is_taken = now, False
        self._line.show(self.tally)

    def end(self) -> None:
        """Tell what was done, unless Pelican was called with ``--quiet``; then where the time went."""
        self.tally.enter(Phase.STARTING)  # ends the last phase
        if not is_quiet():
            say(sum_up(self.tally))
        if self.profile:
            self.profile.end()
            sys.stdout.write(self.profile.format(self.tally.cpu))


def start_telling(settings: dict[str, Any]) -> Telling:
    """Begin to count a build; the last one of this process ended, however it did."""
    if (before := find_telling(settings)) and before.profile:
        before.profile.end()
    settings[KEY] = telling = Telling(is_profiled=bool(settings.get(PROFILE)))
    telling.enter(Phase.LISTS)
    return telling


def find_telling(settings: Mapping[str, Any]) -> Telling | None:
    """Return what counts this build, from Pelican's settings or a page's context; None where nothing does."""
    found = settings.get(KEY)
    return found if isinstance(found, Telling) else None


def sum_up(tally: Tally) -> str:
    """Return what a build did, in four lines."""
    seconds = time.perf_counter() - tally.began
    lines = [
        f"Read: texts {tally.texts}, lists {tally.lists}, people {tally.people}",
        f"Rendered: pages {tally.pages}, reused {tally.reused}, feeds {tally.feeds}",
        f"Written: files {tally.written} of {tally.files}, in {seconds:.1f} s",
    ]
    slowest = ", ".join(f"{name} {1000 * took:.0f} ms" for took, name in sorted(tally.slowest, reverse=True))
    if slowest:
        lines.append(f"Slowest: {slowest}")
    return "".join(f"{line}\n" for line in lines)
