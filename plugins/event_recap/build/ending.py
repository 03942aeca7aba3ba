"""How a build that breaks tells it: in one line, without a traceback."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from ..errors import EventRecapError, Place
from ..loading.files import display_path
from ..wording.speech import word

TEMPLATE_ENDINGS = (".html", ".xml", ".txt")
"""Files whose lines a blogger can mend; a line of Python says nothing to them."""


def shorten_traceback(record: logging.LogRecord) -> bool:
    """Write in a record, which a logger asks about, one line in the place of a traceback; let all pass.

    Whoever looks for faults (``--debug``) sees the record as it is.
    """
    if record.exc_info and not logging.getLogger("pelican").isEnabledFor(logging.DEBUG):
        error = record.exc_info[1]
        record.exc_info = None
        if error is not None:
            what = word(f"{_describe(error)}; run again with --debug to see where it comes from")
            record.msg, record.args = "%s", (what,)
    return True


def _describe(error: BaseException) -> str:
    """Return an error as one line, with its place where it is one of a template."""
    said = error.told if isinstance(error, EventRecapError) else str(error)
    message = " ".join(said.split()) or type(error).__name__
    place = _find_template(error)
    return f"{place}: {message}" if place else message


def _find_template(error: BaseException) -> Place | None:
    if isinstance(error, TemplateSyntaxError):
        return Place(display_path(Path(error.filename or error.name or "template")), error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    inner = [frame for frame in frames if frame.filename.endswith(TEMPLATE_ENDINGS)]
    return Place(display_path(Path(inner[-1].filename)), inner[-1].lineno or 0) if inner else None
