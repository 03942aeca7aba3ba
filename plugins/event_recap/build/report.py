"""What an author reads at the end of a build."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from pelican.log import FatalLogger

from ..errors import Severity
from ..wording.speech import is_quiet, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..errors import Problem

WARNINGS_SHOWN = 50
"""More warnings than this are counted only."""

NOTES_SHOWN = 20
"""The same of notes."""


def write_report(
    problems: Iterable[Problem],
    mask: Callable[[Problem], Problem] | None = None,
    told: list[str] | None = None,
) -> bool:
    """Write every problem on a line of its own, notes first, errors last; tell whether the build may go on.

    The lines go to the standard error stream as they are: Pelican's logger would wrap them at the width
    of the terminal, drop repeated ones, and stop at the first under ``--fatal``.

    Args:
        problems: Everything that was found.
        mask: Takes out of a problem who may not be named; None before anybody is known.
        told: Takes in the lines, where somebody will have to say them again.
    """
    say = mask or _keep
    ordered = sorted(set(problems), key=lambda problem: problem.sort_key)
    errors = [problem for problem in ordered if problem.severity is Severity.ERROR]
    warnings = [problem for problem in ordered if problem.severity is Severity.WARNING]
    notes = [problem for problem in ordered if problem.severity is Severity.NOTE]
    if is_quiet():
        notes, warnings = [], warnings if _are_warnings_fatal() else []
    lines = [word("note: ") + say(problem).told for problem in notes[:NOTES_SHOWN]]
    if len(notes) > NOTES_SHOWN:
        lines.append(word(f"note: and {len(notes) - NOTES_SHOWN} more of the kind"))
    lines += [word("warning: ") + say(problem).told for problem in warnings[:WARNINGS_SHOWN]]
    if len(warnings) > WARNINGS_SHOWN:
        lines.append(word(f"warning: and {len(warnings) - WARNINGS_SHOWN} more of the kind"))
    lines += [say(problem).told for problem in errors]
    may_go_on = not errors and not (warnings and _are_warnings_fatal())
    if not may_go_on:
        lines.append(word(f"{_count(errors or warnings)}: nothing was published, the site stays as it was"))
    if lines:
        sys.stderr.write("\n".join(lines) + "\n")
    if told is not None:
        told += lines
    return may_go_on


def _keep(problem: Problem) -> Problem:
    return problem


def _count(problems: list[Problem]) -> str:
    kind = "problem" if problems[0].severity is Severity.ERROR else "warning"
    return f"{len(problems)} {kind}{'s' if len(problems) > 1 else ''}"


def _are_warnings_fatal() -> bool:
    """Tell whether Pelican was called with ``--fatal=warnings``."""
    return FatalLogger.fatal_lvl <= logging.WARNING
