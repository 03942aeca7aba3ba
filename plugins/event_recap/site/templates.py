"""When templates that the last build compiled are taken in, and when they are left to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..compiling import TEMPLATES_FORM, TEMPLATES_NAME, CompiledTemplates
from ..engine.circumstances import NO_CACHE, find_unseen
from ..engine.kept_lines import KeptLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

TEMPLATES_KEY = "EVENT_RECAP_TEMPLATES"
"""Key of Pelican's settings: templates that were compiled, while pages are made."""


def share_templates(environment: Environment, settings: dict[str, Any]) -> None:
    """Let a template be compiled once for all environments, unless the site has its own way to keep it.

    Args:
        environment: A generator's.
        settings: Pelican's.
    """
    if TEMPLATES_KEY not in settings:
        settings[TEMPLATES_KEY] = CompiledTemplates(_open_kept(settings))
    environment.bytecode_cache = environment.bytecode_cache or settings[TEMPLATES_KEY]


def leave_templates(pelican: Any) -> None:  # noqa: ANN401 -- Pelican itself
    """Leave what was compiled to the next build."""
    templates: CompiledTemplates | None = pelican.settings.pop(TEMPLATES_KEY, None)
    if templates:
        templates.close()


def _open_kept(settings: Mapping[str, Any]) -> KeptLines | None:
    """Return what the last build left; None where nothing is kept."""
    if settings.get(NO_CACHE) or find_unseen(settings):
        return None
    return KeptLines(Path(settings["CACHE_PATH"], TEMPLATES_NAME), TEMPLATES_FORM)
