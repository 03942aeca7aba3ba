"""When what was kept of the last build's reading is taken in, and when it is replaced."""

from __future__ import annotations

import logging
from typing import Any

from ..engine.kept_lines import find_kept
from ..settings import NAME
from ..wording.speech import word
from .kept import KEPT_KEY, READINGS_NAME, KeptTexts

logger = logging.getLogger(__name__)


def open_texts(pelican: Any) -> None:  # noqa: ANN401 -- Pelican itself
    """Take in what the last build read, unless it is to be as if there never had been one."""
    settings = pelican.settings
    settings.pop(KEPT_KEY, None)
    if NAME in settings and (place := find_kept(settings, READINGS_NAME)):
        settings[KEPT_KEY] = KeptTexts(place)


def close_texts(generators: Any) -> None:  # noqa: ANN401 -- Pelican's
    """Keep what this build read, and nothing of what is gone; who reads single texts later keeps nothing."""
    kept = generators[0].settings.pop(KEPT_KEY, None)
    if kept is not None:
        kept.close()
        if kept.doubt:
            logger.info("%s", word(f"the next build reads every text: {kept.doubt}"))
