"""Shows what ``import-posts`` would write, asks, and writes it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import Severity
from ...loading.files import display_path
from ...wording.speech import say, word
from ..asking import ask
from ..changes import write_changes
from ..elsewhere.fetching import fetch_bytes
from ..opening import open_site
from ..progress import show_progress
from .found import PUBLISHED
from .planning import Plan, PlannedFile, Wish, plan_posts
from .sources import read_answer, read_source

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

    from .found import FoundBlog
    from .planning import Landing

FEEDS = "application/feed+json, application/atom+xml, application/rss+xml, application/xml, text/xml"
LONGEST = 160
"""Characters of what was taken off, as a line shows it."""


def run(chosen: argparse.Namespace) -> int:
    """Bring in what the arguments name, and return the exit code.

    Raises:
        EventRecapError: There is nothing that can be read.
    """
    site = open_site(chosen.settings)
    blogs = _read(chosen.source, site.zone)
    source = Path(chosen.source)
    pictures = chosen.pictures or (source if source.is_dir() else None)
    wish = Wish(folder=chosen.folder, lang=chosen.lang or "", drafts=chosen.drafts, pictures=pictures)
    plan = plan_posts(site, blogs, wish, _track)
    sys.stdout.writelines(f"{line}\n" for line in tell_plan(plan))
    if chosen.dry_run or not plan.files:
        return 0
    count = f"{len(plan.files)} file{'s' if len(plan.files) > 1 else ''}"
    if not chosen.yes and not ask(f"Write {count}?"):
        say("nothing was written\n")
        return 1
    _write(plan)
    say(f"{count} written; read them, then build the site\n")
    return 0


def _track(places: list[Landing]) -> Iterable[Landing]:
    """Yield texts, and show at a terminal how far it is."""
    return show_progress(places, "Reading texts", len(places))


def _read(word: str, zone: ZoneInfo) -> tuple[FoundBlog, ...]:
    """Return what the author named, a path or the address of a feed."""
    if word.lower().startswith("https://"):
        return (read_answer(fetch_bytes(word, accept=FEEDS), word, zone),)
    return read_source(Path(word), zone)


def _write(plan: Plan) -> None:
    """Write pictures first, so that no text is there without them."""
    for target, source in sorted(plan.copies.items()):
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(target)
    write_changes([file.change for file in plan.files])


def tell_plan(plan: Plan) -> Iterator[str]:
    """Yield what an author reads before anything is written."""
    for file in plan.files:
        yield from _tell_file(file)
    problems = sorted(
        dict.fromkeys(plan.problems), key=lambda one: (one.severity is Severity.NOTE, one.sort_key)
    )
    yield from (problem.told for problem in problems)
    yield from map(word, _sum_up(plan))


def _tell_file(file: PlannedFile) -> Iterator[str]:
    """Yield the name of a file, its front matter, and what was taken off."""
    yield word(f"{display_path(file.change.path)}: new")
    _, head, *_ = (file.change.after or "").split("---\n", 2)
    yield from (f"  {line}" for line in head.splitlines())
    for taken in file.taken:
        where = word(f"line {taken.line}: ") if taken.line else ""
        words = taken.words if len(taken.words) <= LONGEST else _shorten(taken.words)
        yield word("  taken off: ") + f"{where}{words} ({word(taken.why)})"


def _shorten(words: str) -> str:
    return words[:LONGEST].rpartition(" ")[0] + word(f" … and {len(words) - LONGEST} characters more")


def _sum_up(plan: Plan) -> Iterator[str]:
    drafts = sum(file.post.status != PUBLISHED for file in plan.files)
    pages = sum(file.post.is_page for file in plan.files)
    yield (
        f"texts to write: {len(plan.files)} (pages: {pages}, drafts: {drafts}); "
        f"pictures to copy: {len(plan.copies)}"
    )
    if plan.here:
        yield f"on this site already, and left alone: {plan.here}"
    if plan.withheld:
        yield f"left out, since they name somebody who asked to be forgotten: {plan.withheld}"
