"""Everything that forgetting somebody changes, worked out before anything is written."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..loading.encodings import list_guesses
from ..loading.files import SIDE_FILE
from ..loading.ids_file import IDS_NAME
from ..loading.ids_lines import render_ids
from ..loading.report import UnreadableError
from ..loading.returned import read_text
from ..model.event_ids import drop_former
from ..model.ids import WithdrawnId, sort_withdrawn
from .comments import unlink_answer
from .kinds import find_kind, is_below, is_yaml
from .material import read_material
from .parts import find_parts
from .pictures import find_pictures, may_be_called_so
from .quoted_posts import find_own_posts
from .texts import Setting, find_places, rewrite_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ..loading.encodings import SavedText
    from ..model.ids import Ids
    from ..model.traces import Trace
    from .kinds import Site
    from .parts import Part
    from .subject import Subject

_LANG = re.compile(r"^lang(?:uage)?[ \t]*:[ \t]*[\"']?([A-Za-z-]{2,})", re.IGNORECASE | re.MULTILINE)
_BESIDE = frozenset({".py", ".md", ".txt", ".yml", ".yaml", ".toml", ".cfg", ".html"})
"""Endings of the files beside the settings in which somebody may be named, an author for instance."""
_SHORTEST_INSIDE = 5
"""Letters of a name that is looked for in files that are no text; a shorter one is found by chance."""
_HEAD = 2000
"""Characters of a text in which its language is looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place that names the person, as it is shown before anything happens."""

    path: str
    """Below the content folder."""
    line: int
    """From 1; 0 for a file as a whole."""
    what: str
    """The line as it stands, or what happens to the file."""


@dataclass(slots=True)
class Plan:
    """What would be written, and what is said about it."""

    found: list[Finding] = field(default_factory=list)
    changes: dict[str, bytes | None] = field(default_factory=dict)
    """New bytes of each file, by its path below the content folder; None for one that goes."""
    likely: list[Part] = field(default_factory=list)
    """Parts of the name where the person was, and nobody else has them in a name: the author is asked."""
    doubtful: list[Part | Finding] = field(default_factory=list)
    """Places that may mean the person or somebody else; they stay as they are."""
    stuck: list[Finding] = field(default_factory=list)
    """Files that no program can change."""


def make_plan(
    site: Site, subject: Subject, ids: Ids, also: Mapping[str, frozenset[str]] | None = None
) -> Plan:
    """Return what would happen to each file of the content folder.

    Args:
        site: Where its parts lie.
        subject: Who is to be forgotten.
        ids: The ids that the site remembers.
        also: Words that mean them in one file only, by its path.
    """
    plan = Plan()
    read = read_material(site.content, site.beside)
    pictures = find_pictures(read, subject)
    posts = find_own_posts({path: one.text for path, one in read.texts.items()}, site.posts, subject)
    for path in read.others:
        _plan_other(path, read.read(path), pictures, plan, Setting(subject, site.lang, site.lang))
    for path, saved in read.texts.items():
        side = SIDE_FILE.fullmatch(PurePosixPath(path).name)
        if path == subject.file or (side and path.removesuffix(PurePosixPath(path).suffix) in pictures):
            _delete(path, plan)
            continue
        theirs = replace(subject, also=subject.also | (also or {}).get(path, frozenset()))
        lang, folder = find_lang(saved.text, site.lang), PurePosixPath(path).parent.as_posix()
        _plan_text(path, saved, plan, Setting(theirs, lang, site.lang, folder, pictures, posts), site)
    _plan_answers(read.texts, plan, site)
    _plan_ids(ids, plan, site, subject)
    return plan


def _delete(path: str, plan: Plan) -> None:
    plan.changes[path] = None
    plan.found.append(Finding(path, 0, "deleted"))


def _plan_answers(texts: Mapping[str, SavedText], plan: Plan, site: Site) -> None:
    """Let the answers to comments that go stand by themselves."""
    gone: dict[PurePosixPath, set[str]] = {}
    for pure in [PurePosixPath(path) for path, data in plan.changes.items() if data is None]:
        if is_yaml(pure) and is_below(pure, site.comments):
            gone.setdefault(pure.parent, set()).add(pure.stem)
    for path, saved in texts.items():
        names = gone.get(PurePosixPath(path).parent)
        changed = plan.changes.get(path, b"")
        if names and changed is not None and is_yaml(PurePosixPath(path)):
            before = changed.decode() if changed else saved.text
            after = unlink_answer(before, names)
            if after != before:
                plan.changes[path] = after.encode()
                plan.found += [one for one in _list_lines(path, before, after, []) if one not in plan.found]


def _plan_other(path: str, data: bytes, pictures: frozenset[str], plan: Plan, setting: Setting) -> None:
    """Plan for a picture or another file that is no text."""
    if path in pictures:
        _delete(path, plan)
        return
    moved = rewrite_path(path, setting.subject, setting.site_lang)
    if moved != path:
        plan.changes |= {path: None, moved: data}
        plan.found.append(Finding(path, 0, f"renamed to {moved}"))
    elif may_be_called_so(path, setting.subject):
        plan.doubtful.append(Finding(path, 0, "may be called after them; look at it"))
    if any(_holds(data, name) for name in setting.subject.names | setting.subject.handles):
        plan.stuck.append(Finding(path, 0, "holds the name inside; save it again without it, or delete it"))


def _holds(data: bytes, name: str) -> bool:
    """Tell whether a file that is no text holds a name in an encoding of metadata."""
    if len(name) < _SHORTEST_INSIDE:
        return False
    folded = (data.decode(codec, "ignore").casefold() for codec in ("utf-8", "latin-1", "utf-16-le"))
    return any(name.casefold() in text for text in folded) or name.encode("utf-16-be") in data


def _plan_text(path: str, saved: SavedText, plan: Plan, setting: Setting, site: Site) -> None:
    text, after = saved.text, _rewrite(path, saved.text, plan, setting, site)
    if after is None:
        _delete(path, plan)
        return
    moved = rewrite_path(path, setting.subject, site.lang)
    if moved != path:
        plan.changes |= {path: None, moved: saved.encode(after)}
        plan.found.append(Finding(path, 0, f"renamed to {moved}"))
    elif after != text:
        plan.changes[path] = saved.encode(after)
    found = find_places(text, setting.subject)
    plan.found += _list_lines(path, text, after, [trace.start for trace in found])
    if not found and _may_be_misread(saved, setting.subject):
        what = "names them in an encoding that cannot be told; save it again as UTF-8"
        plan.stuck.append(Finding(path, 0, what))
    for part in _find_parts_left(path, text, after, found, setting.subject, site):
        (plan.likely if part.is_likely else plan.doubtful).append(part)


def _rewrite(path: str, text: str, plan: Plan, setting: Setting, site: Site) -> str | None:
    """Return what becomes of a text; the same where no program can change it, which is told."""
    try:
        return find_kind(path, site).rewrite(text, setting)
    except UnreadableError:
        if found := find_places(text, setting.subject):
            line = _line(text, found[0].start)
            plan.stuck.append(Finding(path, line, "is no YAML that can be changed"))
        return text


def _may_be_misread(saved: SavedText, subject: Subject) -> bool:
    """Tell whether a text would name the person if it was saved on an old machine."""
    if saved.codec not in {"latin-1", "cp1252"}:
        return False
    return any(find_places(guess, subject) for guess in list_guesses(saved.text.encode(saved.codec)))


def _find_parts_left(  # noqa: PLR0913, PLR0917 (a text before and after)
    path: str, text: str, after: str, found: list[Trace], subject: Subject, site: Site
) -> Iterator[Part]:
    """Yield the parts of a name that are still there once the text is changed."""
    changed, kept = {_line(text, trace.start) for trace in found}, set(after.split("\n"))
    lines = text.split("\n")
    for part in find_parts(path, text, found, subject, site):
        if part.line in changed or lines[part.line - 1] in kept:
            yield part


def find_beside(content: Path, home: Path, subject: Subject) -> list[Finding]:
    """Return the lines of the files beside the settings that name the person; no command changes those."""
    found = []
    for path in sorted(home.iterdir()):
        text = read_text(path) if path.suffix in _BESIDE and path.is_file() else None
        for trace in find_places(text, subject) if text else ():
            line = _line(text or "", trace.start)
            what = (text or "").split("\n")[line - 1].strip()
            found.append(Finding(os.path.relpath(path, content), line, what))
    return found


def find_lang(text: str, site_lang: str) -> str:
    """Return the language that the front matter of a text names, else that of the site."""
    found = _LANG.search(text[:_HEAD])
    return found[1] if found else site_lang


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _list_lines(path: str, text: str, after: str, offsets: list[int]) -> list[Finding]:
    """Return each line that names the person, and each other line that goes or changes with it."""
    lines, kept = text.split("\n"), set(after.split("\n"))
    numbers = {_line(text, offset) for offset in offsets}
    if after != text:
        numbers |= {number for number, line in enumerate(lines, 1) if line.strip() and line not in kept}
    return [Finding(path, number, lines[number - 1].strip()) for number in sorted(numbers)]


def _plan_ids(ids: Ids, plan: Plan, site: Site, subject: Subject) -> None:
    """Follow the posts whose file or slug held the name, so that feed readers know them again."""
    if not ids.has_site or not (site.content / IDS_NAME).is_file():
        return
    kept = {path: record for path, record in ids.posts.items() if not find_places(record.id, subject)}
    gone = [
        # An id that says the name is remembered in another form, and the post gets a new one.
        WithdrawnId(id=ids.obscure(record.id), on=site.today, is_obscured=True)
        for path, record in ids.posts.items()
        if path not in kept
    ]

    def rewrite(name: str) -> str:
        return rewrite_path(name, subject, site.lang)

    # A former name that has to go leads nowhere: the address would tell.
    after = drop_former(replace(ids, posts=kept), lambda name: rewrite(name) != name)
    posts = {rewrite(path): replace(one, slug=rewrite(one.slug)) for path, one in after.posts.items()}
    events = {rewrite(key): one for key, one in after.events.items()}
    if posts != dict(ids.posts) or events != dict(ids.events):
        withdrawn = tuple(sorted({*ids.withdrawn, *gone}, key=sort_withdrawn))
        after = replace(
            ids, posts=dict(sorted(posts.items())), events=dict(sorted(events.items())), withdrawn=withdrawn
        )
        plan.changes[IDS_NAME] = render_ids(after).encode()
        plan.found.append(Finding(IDS_NAME, 0, "paths and slugs of posts change as their files do"))
