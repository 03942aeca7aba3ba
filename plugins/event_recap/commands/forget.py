"""``forget PERSON``: show every place, ask, rewrite, and keep the person out from then on."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EventRecapError, Place, Problem, suggest
from ..loading.files import display_path
from ..loading.ids_file import load_ids
from ..loading.removed_file import REMOVED_NAME, find_key, find_key_file, render_removed
from ..model.removal import SiteKey
from ..removal.caches import empty_cache, is_full, may_be_emptied
from ..removal.journal import drop_journal, find_journal, undo_changes, write_changes
from ..removal.kinds import Site
from ..removal.outside import Surroundings, list_steps
from ..removal.plan import find_beside, make_plan
from ..removal.report import list_places, show_plan
from ..removal.subject import build_stranger, find_bearers, find_subjects, list_words
from ..wording.speech import say, tell, word
from .arguments import add_command
from .asking import ask
from .git import check_secret, count_commits
from .opening import OpenSite, find_content, open_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..removal.parts import Part
    from ..removal.plan import Plan
    from ..removal.subject import Subject
    from .arguments import Commands

AMBIGUOUS = 2
"""Exit code where a word means several people."""


def add_forget(commands: Commands) -> None:
    """Add ``forget`` to the parser of all commands."""
    words = "take somebody who asked for it out of every file, and keep them out"
    parser = add_command(commands, "forget", words, _run)
    parser.epilog = "Example: event-recap forget cafelune"
    add = parser.add_argument
    add("person", metavar="PERSON", nargs="?", default="", help="id, handle or name")
    add("--also", metavar="WORD", action="append", default=[], help="another word that means them in texts")
    add("--yes", action="store_true", help="write without asking")
    add("--undo", action="store_true", help="put every file back as it was before the last time")
    add("--done", action="store_true", help="delete the copies that --undo needs")


def _run(chosen: argparse.Namespace) -> int:
    if chosen.undo:
        return _undo(find_content(chosen.settings))
    if chosen.done:
        return _end(find_content(chosen.settings))
    return _forget(chosen)


def _undo(content: Path) -> int:
    _say(f"{display_path(content / path)}: as it was" for path in undo_changes(content))
    return 0


def _end(content: Path) -> int:
    _say(["the copies are deleted" if drop_journal(content) else "there were no copies"])
    return 0


def _forget(chosen: argparse.Namespace) -> int:
    wanted = chosen.person.strip()
    if not wanted:
        raise EventRecapError([Problem(Place("PERSON"), "", "missing; expected an id, a handle or a name")])
    site = open_site(chosen.settings)
    subjects = find_subjects(site.registry, wanted)
    bearers = {} if subjects else find_bearers(site.registry, wanted)
    if len(subjects) > 1 or bearers:
        _tell_ids(wanted, subjects or bearers)
        return AMBIGUOUS
    subject = next(iter(subjects.values()), None) or build_stranger(site.registry, wanted)
    if not subjects:
        _say([f"Nobody in your lists and files is '{wanted}'{suggest(wanted, list_words(site.registry))}"])
    return _carry_out(site, replace(subject, also=frozenset(chosen.also)), chosen)


def _tell_ids(wanted: str, subjects: Mapping[str, Subject]) -> None:
    """Tell whom a word may mean: a person is forgotten as a whole, never by a part of the name."""
    tell(f"'{wanted}' may be one of these; write the id:\n")
    for identifier, one in subjects.items():
        names = ", ".join(sorted(one.names | one.shared - one.ids))
        sys.stderr.write(f"  {identifier} {names}".rstrip() + "\n")


def _carry_out(site: OpenSite, subject: Subject, chosen: argparse.Namespace) -> int:
    """Show what would happen; where the author agrees, do it, and say what is left.

    Raises:
        EventRecapError: The list of removed people or its key is wrong: with another key, it would be lost.
    """
    removed = site.read_removed()
    key = find_key(site.content, os.environ)
    if key is None or find_key_file(site.content).exists():
        check_secret(find_key_file(site.content))
    place = Site(
        site.content,
        site.settings.attendees_path,
        str(site.urls["DEFAULT_LANG"]),
        site.registry.policy.today,
        site.settings.comments_path,
        site.settings.quoted_posts_path,
    )
    ids, home = load_ids(site.content)[0], chosen.settings.absolute().parent
    plan = make_plan(place, subject, ids)
    plan.stuck += find_beside(site.content, home, subject)
    sys.stdout.writelines(f"{line}\n" for line in show_plan(plan, subject, site.content))
    cache = _find_cache(site, home)
    _say([f"  {display_path(cache)}: emptied, the next build makes it anew"] if cache else ())
    if not chosen.yes:
        if not ask("Change all of this?"):
            _say(["nothing was changed"])
            return 1
        if words := _ask_parts(plan.likely):
            plan = make_plan(place, subject, ids, words)
    key = key or _make_key(find_key_file(site.content))
    plan.changes[REMOVED_NAME] = render_removed(removed.add(subject.values, key)).encode()
    write_changes(site.content, plan.changes)
    if cache:
        empty_cache(cache)
    sys.stdout.writelines(f"{line}\n" for line in _tell_rest(site, subject, plan))
    return 0


def _find_cache(site: OpenSite, home: Path) -> Path | None:
    """Return the cache that the settings name, where it may be emptied; None where there is none."""
    cache = Path(str(site.urls["CACHE_PATH"]))
    others = (site.content, site.output, Path(str(site.urls["THEME"])))
    return cache if may_be_emptied(cache, home, others) else None


def _ask_parts(parts: Iterable[Part]) -> dict[str, frozenset[str]]:
    """Ask for each part of the name whether it means them where they were; return those that do, by file."""
    by_word: dict[str, set[Part]] = {}
    for part in parts:
        by_word.setdefault(part.word, set()).add(part)
    words: dict[str, frozenset[str]] = {}
    for part_word, places in sorted(by_word.items()):
        lines = len({(one.path, one.line) for one in places})
        where = f"these {lines} lines" if lines > 1 else "this line"
        if ask(f"Does '{part_word}' mean them on {where}, and goes too?"):
            words |= {one.path: words.get(one.path, frozenset()) | {part_word} for one in places}
    return words


def _make_key(path: Path) -> SiteKey:
    """Make the key of a site, that only its owner may read."""
    secret = secrets.token_hex(32)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(f"{secret}\n")
    words = "the key of your site is made; keep a copy where you keep passwords"
    _say(
        [
            f"{display_path(path)}: {words}",
            "  Without it no build goes on; a server takes it from EVENT_RECAP_KEY.",
        ]
    )
    return SiteKey(secret)


def _tell_rest(site: OpenSite, subject: Subject, plan: Plan) -> Iterable[str]:
    if left := list_places(plan.likely, site.content):
        yield word(
            "Left as they were, and may still mean them; --also WORD changes such a word in every text:"
        )
        yield from left
    count = len(plan.changes)
    files = f"{count} file{'s' if count > 1 else ''}"
    yield word(f"{files} written, {REMOVED_NAME} among them. What is left to you:")
    for number, step in enumerate(list_steps(subject, _look_around(site, subject)), 1):
        yield f"{number}. {word(step)}"
    yield word(
        "To put everything back: event-recap forget --undo. When all is well: commit, then "
        f"event-recap forget --done; until then, {display_path(find_journal(site.content))} holds the files "
        "as they were."
    )


def _look_around(site: OpenSite, subject: Subject) -> Surroundings:
    root = str(site.urls["SITEURL"] or "").rstrip("/")
    cache = Path(str(site.urls["CACHE_PATH"]))
    pages = [str(site.urls["PERSON_URL"]).format(slug=one) for one in sorted(subject.ids)]
    return Surroundings(
        addresses=tuple(f"{root}/{page}" for page in pages if root),
        commits=count_commits(site.content, sorted(subject.names | subject.handles | subject.ids)),
        caches=(display_path(cache),) if is_full(cache) else (),
    )


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(f"{line}\n")
