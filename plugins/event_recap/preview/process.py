"""The process that builds the site, and then waits to be asked for single texts."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pelican import main as build
from pelican.plugins import signals

from .answers import ANSWERS_KEY, Answer, decode_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pelican import Pelican
    from pelican.generators import Generator

    from .snapshot import Snapshot

KEY = "event_recap"
"""Our key in Pelican's context."""

DRAFTS = ("drafts", "drafts_translations", "draft_pages", "draft_translations")
"""Attributes of Pelican's generators that hold drafts."""


class Witness:
    """Keeps what Pelican tells plugins of its build."""

    def __init__(self) -> None:
        """Listen from now on."""
        self.pelican: Pelican | None = None
        self.generators: Sequence[Generator] = ()
        signals.initialized.connect(self.keep_pelican)
        signals.all_generators_finalized.connect(self.keep_generators)

    def keep_pelican(self, pelican: Pelican) -> None:
        """Keep the object that builds."""
        self.pelican = pelican

    def keep_generators(self, generators: Sequence[Generator]) -> None:
        """Keep what has read the texts."""
        self.generators = generators

    def list_drafts(self) -> tuple[str, ...]:
        """Return the pages that are drafts, by their path below the output folder."""
        texts = (text for one in self.generators for name in DRAFTS for text in getattr(one, name, ()))
        return tuple(sorted({text.save_as for text in texts}))


def main(arguments: list[str]) -> int:
    """Build as Pelican does with the same arguments; then answer for as long as somebody may ask."""
    witness = Witness()
    build(arguments)
    if not (number := os.environ.get(ANSWERS_KEY)) or not hasattr(os, "fork"):
        return 0
    answers = int(number)
    _write(answers, Answer(drafts=witness.list_drafts()))
    if not witness.generators and witness.pelican:
        witness.pelican.run()  # nothing had changed, and nothing was read: asked again, Pelican builds
    if snapshot := _take_snapshot(witness.generators):
        gc.freeze()  # what is there is shared with every fork, and not touched in it
        _write(answers, Answer(drafts=witness.list_drafts()))
        for line in sys.stdin.buffer:
            answer(snapshot, line, answers)
    return 0


def answer(snapshot: Snapshot, line: bytes, answers: int) -> None:
    """Let a fork answer; where it ends without, the answer is that nothing can be shown."""
    child = os.fork()
    if not child:
        code = 1
        try:
            request = decode_request(line)
            _write(answers, snapshot.show(request))
            code = 0
        except BaseException:  # noqa: BLE001 -- whatever happens, the fork ends here and the process goes on
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    if os.waitpid(child, 0)[1]:
        _write(answers, Answer())


def _take_snapshot(generators: Sequence[Generator]) -> Snapshot | None:
    """Return what stays in memory; None where the plugin sleeps.

    Pelican may have loaded the plugin under its other name: what it made has to meet its own classes.
    """
    run: Any = generators[0].context.get(KEY) if generators else None
    if run is None:
        return None
    package = type(run).__module__.rpartition(".")[0]
    module = import_module(f"{package}.preview.snapshot")
    snapshot: Snapshot = module.Snapshot(generators)
    return snapshot


def _write(answers: int, said: Answer) -> None:
    line = said.encode()
    while line:
        line = line[os.write(answers, line) :]
