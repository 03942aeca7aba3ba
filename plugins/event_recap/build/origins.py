"""From which file each file of a site is made, and which pages are in no list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..loading.files import display_path
from ..run import KEY, find_run
from .verdict import find_contents

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pelican.generators import Generator

ORIGINS = "EVENT_RECAP_ORIGINS"
"""Key of Pelican's settings: where each file comes from, and which pages are in no list."""

LISTED = {"published", ""}


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of the files of a build beside their bytes."""

    sources: Mapping[str, str] = field(default_factory=dict)
    """Path of the file, as an author types it, by path below the output folder."""
    unlisted: frozenset[str] = frozenset()
    """Pages that readers do not find, or that are in no list: drafts, hidden texts, former addresses, people
    who asked search engines to stay away."""


def find_origins(generators: Sequence[Generator]) -> Origins:
    """Return where the files of a build come from."""
    context = generators[0].context
    run = find_run(context)
    contents = list(find_contents(generators, context))
    sources = {save_as: place.source for save_as, place in run.planned} if run else {}
    sources |= {static.save_as: _name(static) for static in context["staticfiles"]}
    sources |= {content.save_as: _name(content) for content in contents}
    unlisted = {one.save_as for one in contents if getattr(one, "status", "") not in LISTED}
    unlisted |= {one.save_as for one in contents if _stays_away(one)}
    unlisted |= {*run.unlisted, *(redirect.save_as for redirect in run.redirects)} if run else set()
    return Origins(sources, frozenset(unlisted))


def _stays_away(content: object) -> bool:
    """Tell whether a page is of somebody whom search engines are asked not to list."""
    return not getattr(getattr(content, KEY, None), "may_be_indexed", True)


def _name(content: object) -> str:
    return display_path(str(getattr(content, "source_path", "") or "."))
