"""Read a whole site as a build does, and stop before anything is written."""

from __future__ import annotations

import io
import logging
import sys
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pelican import Pelican

from ...build.rehearsal import RehearsalEnded
from ...engine.circumstances import NO_CACHE, REHEARSAL
from ...errors import EventRecapError, Place, Problem, Severity
from ...settings import NAME
from ..opening import read_site

if TYPE_CHECKING:
    from pathlib import Path


class _Listener(logging.Handler):
    """Keeps what Pelican and other plugins warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        is_error = record.levelno >= logging.ERROR
        severity = Severity.ERROR if is_error else Severity.WARNING
        text = " ".join(record.getMessage().split())
        self.problems.append(Problem(Place(record.name.partition(".")[0]), "", text, severity))


@dataclass(frozen=True, slots=True)
class SiteReading:
    """What was read of a site."""

    ended: RehearsalEnded
    problems: tuple[Problem, ...]
    """Every problem, by file and line; nobody is named who may not be."""


def read_whole_site(settings_file: Path) -> SiteReading:
    """Read everything that a build reads, and judge it.

    Raises:
        SystemExit: With 1, where the settings are wrong; what is wrong is told.
        EventRecapError: There is nothing of ours in the site.
    """
    site: dict[str, Any] = read_site(settings_file)
    site.setdefault(NAME, {})
    site[REHEARSAL] = site[NO_CACHE] = True  # nothing is left behind
    listener, words, logger = _Listener(), io.StringIO(), logging.getLogger("pelican")
    logger.addHandler(listener)
    logger.propagate = False
    try:
        with redirect_stderr(words):
            Pelican(site).run()
    except RehearsalEnded as ended:
        found = {ended.mask(problem) for problem in ended.run.problems}
        found.update(listener.problems)
        return SiteReading(ended, tuple(sorted(found, key=lambda problem: problem.sort_key)))
    except SystemExit:
        sys.stderr.write(words.getvalue())
        raise
    finally:
        logger.removeHandler(listener)
        logger.propagate = True
    what = "no list of attendees, and no setting EVENT_RECAP; there is nothing of ours to check"
    raise EventRecapError([Problem(Place(str(settings_file)), "", what)])
