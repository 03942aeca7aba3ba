"""The site's events and people, read as its settings say."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..engine.kept_lines import find_kept
from ..loading.kept_files import LISTS_NAME, KeptFiles
from ..loading.site import load_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from ..errors import Problem
    from ..model.registry import Registry
    from ..settings import Settings


def load_registry(
    site: Mapping[str, Any], settings: Settings, zone: ZoneInfo
) -> tuple[Registry, tuple[Problem, ...]]:
    """Return every event and person, and what is wrong in their files.

    Args:
        site: Pelican's settings.
        settings: Ours.
        zone: The site's, in which the day of the build is read from the clock where nothing else says it.
    """
    place = find_kept(site, LISTS_NAME)
    kept = KeptFiles(place, zone) if place else None
    found = load_site(
        Path(site["PATH"]),
        attendees_path=settings.attendees_path,
        people_path=settings.people_path,
        zone=zone,
        policy=settings.build_policy(settings.decide_today(os.environ, datetime.now(zone))),
        kept=kept,
    )
    if kept:
        kept.close(found[0])
    return found
