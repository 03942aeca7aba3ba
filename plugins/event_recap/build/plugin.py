"""Keep the last good site until the new one is whole, and stop where something is wrong."""

from __future__ import annotations

import atexit
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..engine.circumstances import REHEARSAL, TOLD_KEY
from ..engine.interruption import end_on_signals, stop_ending_on_signals
from ..engine.lock import LOCK, lock_output, release
from ..engine.pages import PAGES_KEY
from ..proof.check import KEY as PROOF
from ..proof.check import prepare_proof
from ..publication import NAME as PUBLISH
from ..run import LATE_KEY, find_run
from ..settings import NAME
from ..telling.tally import Phase
from ..telling.telling import KEY as TELLING
from ..telling.telling import start_telling
from .counting import count_reading, tell_what_was_done
from .discretion import build_discretion
from .ending import shorten_traceback
from .folders import find_unfit_output
from .origins import ORIGINS, Origins, find_origins
from .page_list import write_page_list
from .proving import find_leaks, note_proved
from .publishing import publish_staging
from .rehearsal import RehearsalEnded
from .report import write_report
from .shrinking import SETTING as ALLOW_SHRINK
from .shrinking import find_shrinking
from .staging import clear_ways, close_staging, discard_staging, find_staging, may_keep_folders, open_staging
from .verdict import find_problems

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator


def hide_tracebacks(pelican: Pelican) -> None:
    """Make Pelican end with one line; ``--debug`` still shows where a fault lies."""
    if NAME in pelican.settings:
        logging.getLogger("pelican").addFilter(shorten_traceback)  # a second build adds none


def stage_output(pelican: Pelican) -> None:
    """Let this build, and no other at the same time, write beside the output folder.

    Raises:
        SystemExit: With 1, where that folder is none to build into.
    """
    if NAME not in pelican.settings or REHEARSAL in pelican.settings:
        return
    settings = pelican.settings
    output = Path(settings["OUTPUT_PATH"])
    content, cache = Path(settings["PATH"]), Path(settings["CACHE_PATH"])
    if not write_report(find_unfit_output(output, content, cache, settings["OUTPUT_RETENTION"])):
        raise SystemExit(1)
    start_telling(settings)
    end_on_signals()
    release(pelican)  # of a build in this process that broke
    setattr(pelican, LOCK, lock_output(output))
    pelican.output_path = str(open_staging(output, keeps_folders=may_keep_folders(settings)))
    atexit.register(discard_staging, output)  # whatever ends the build half-way
    # What the last build made and this one does not is removed at the end, and nothing before.
    pelican.delete_outputdir = False


def judge_content(generators: list[Generator]) -> None:
    """Tell everything that is wrong; where any of it is an error, end the build with nothing changed.

    Raises:
        SystemExit: With 1. An exception would reach Pelican's handler, which adds a traceback, and would
            make its autoreload build again at once and for ever.
        RehearsalEnded: Nothing was to be written.
    """
    run = find_run(generators[0].context)
    if run is None:
        return
    run.report(find_problems(generators))
    settings = generators[0].settings
    settings[TOLD_KEY] = told = list[str]()
    content, is_at_desk = Path(settings["PATH"]), sys.stderr.isatty()
    discretion = build_discretion(run, content, tells_paths=is_at_desk)
    if REHEARSAL in settings:
        raise RehearsalEnded(run, generators, discretion.mask)
    if not write_report(run.problems, discretion.mask, told):
        discard_staging(Path(settings["OUTPUT_PATH"]))
        raise SystemExit(1)
    settings[PROOF] = (prepare_proof(run, generators[0].context), discretion.mask)
    settings[ORIGINS] = find_origins(generators)
    clear_ways(Path(settings["OUTPUT_PATH"]), settings[ORIGINS].sources)
    count_reading(generators)


def publish_output(pelican: Pelican) -> None:
    """Put the new site in the place of the old one, once it is proved to show no more than it may.

    Raises:
        SystemExit: With 1, where it shows more; nothing is changed.
    """
    if NAME in pelican.settings:
        staging = find_staging(output := Path(pelican.settings["OUTPUT_PATH"]))
        telling = pelican.settings[TELLING]
        telling.enter(Phase.PROVING)
        pages = pelican.settings.get(PAGES_KEY)
        taken = pages.settle(staging) if pages else ()
        proof, mask = pelican.settings.pop(PROOF, None) or (None, None)
        origins = pelican.settings.pop(ORIGINS, Origins())
        if PUBLISH in pelican.settings:
            write_page_list(staging, origins.unlisted)
        late = pelican.settings.pop(LATE_KEY, ())
        lost = () if pelican.settings.get(ALLOW_SHRINK) else find_shrinking(staging, output, taken)
        told = pelican.settings.get(TOLD_KEY)
        if proof and not write_report((*late, *lost, *find_leaks(proof, output, pages, taken)), mask, told):
            discard_staging(output)
            raise SystemExit(1)
        telling.enter(Phase.PLACING)
        telling.tally.files, telling.tally.written = publish_staging(output, origins.sources, taken)
        if pages:
            note_proved(pages, output)
        close_staging(output, keeps_folders=pages is not None)
        pelican.output_path = str(output)
        # The folder beside it is no longer ours to remove: the next build may write into it by now.
        atexit.unregister(discard_staging)
        stop_ending_on_signals()
        if pages is None:  # else what was noted of this build is written first
            release(pelican)


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.initialized.connect(hide_tracebacks)
    signals.get_generators.connect(stage_output)
    signals.all_generators_finalized.connect(judge_content)
    signals.finalized.connect(publish_output)
    signals.finalized.connect(tell_what_was_done)
